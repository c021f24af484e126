"""`samskab report`: one result, shown or written, and an exit code that scripts can trust."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.api.parameters import about
from samskab_cli.cli.app import main
from samskab_cli.model.answers import Answers, Context, Tallies

EXAMPLES = Path(__file__).parents[2] / "examples"
HAVNEBY = str(EXAMPLES / "havneby.csv")

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def as_json(capsys: Captured, *arguments: str) -> Any:
    assert main(["report", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def spoilt(tmp_path: Path, *cells: tuple[int, str, str]) -> str:
    """The example with these cells (record from 1, heading, text) written over."""
    with (EXAMPLES / "havneby.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for record, heading, text in cells:
        rows[record - 1][heading] = text
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    (tmp_path / "spoilt.csv").write_text(out.getvalue(), encoding="utf-8")
    return "spoilt.csv"


def test_the_result_goes_to_stdout_and_everything_else_to_stderr(capsys: Captured) -> None:
    assert main(["report", HAVNEBY, "--min-group", "1"]) == 0

    out, err = capsys.readouterr()
    assert "FORBEREDELSE FØRST" in out
    assert "havneby.csv" not in out
    assert "13 rows" in err
    assert "\x1b" not in out + err


def test_quiet_says_nothing_beside_the_result(capsys: Captured) -> None:
    assert main(["report", HAVNEBY, "-q"]) == 0

    assert capsys.readouterr().err == ""


def test_quiet_still_says_why_it_refuses(capsys: Captured) -> None:
    assert main(["report", "none.csv", "-q"]) == 3

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("none.csv: ")


@pytest.mark.parametrize(("language", "said"), [("da", "FORBEREDELSE FØRST"), ("en", "PREPARE FIRST")])
def test_the_language_is_danish_unless_said(capsys: Captured, language: str, said: str) -> None:
    chosen = [] if language == "da" else ["--lang", language]

    assert main(["report", HAVNEBY, *chosen]) == 0

    assert said in capsys.readouterr().out.upper()


def test_matter_municipality_and_date_stand_at_the_head(capsys: Captured) -> None:
    about = ["--matter", "Høj\x1bvande", "--municipality", "Havneby", "--date", "2026-11-23"]

    assert main(["report", HAVNEBY, *about]) == 0
    assert capsys.readouterr().out.startswith("Højvande · Havneby\n23. november 2026 · ")

    context = as_json(capsys, HAVNEBY, *about)["context"]
    about_it = {"matter": "Højvande", "municipality": "Havneby", "date": "2026-11-23", "language": "da"}
    assert context == {**about_it, "where": None}


def test_what_the_command_line_does_not_say_stays_as_the_session_has_it() -> None:
    held = Answers(Tallies(present={}, votes={}), context=Context(matter="Havn", municipality="Øby", language="en"))

    told = about(held, municipality="Havneby")

    assert told.context == Context(matter="Havn", municipality="Havneby", language="en")


def test_a_json_file_is_what_format_json_prints(capsys: Captured, tmp_path: Path) -> None:
    printed = as_json(capsys, HAVNEBY)

    assert main(["report", HAVNEBY, "-o", "x.json"]) == 0

    assert capsys.readouterr().out == ""
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8")) == printed
    assert printed["schema"] == "samskab.result/2"


def test_json_is_utf8_whatever_the_terminal_says(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["report", HAVNEBY, "--format", "json", "--matter", "Åben dør"]) == 0

    assert "Åben dør" in capfdbinary.readouterr().out.decode("utf-8")


def test_a_text_file_is_the_plain_report(capsys: Captured, tmp_path: Path) -> None:
    assert main(["report", HAVNEBY]) == 0
    shown = capsys.readouterr().out

    assert main(["report", HAVNEBY, "-o", "x.txt"]) == 0

    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == shown


def test_a_place_that_can_not_be_written_is_told_before_any_answer_is_read(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("before", encoding="utf-8")

    assert main(["report", "none.csv", "-o", "x.json"]) == 3

    assert capsys.readouterr().err == "x.json: exists already; give --force to replace it\n"
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == "before"


def test_terminal_json_and_csv_say_the_same_figures(capsys: Captured, tmp_path: Path) -> None:
    # given one group that is everybody
    lines = (EXAMPLES / "havneby.csv").read_text(encoding="utf-8").splitlines()
    grouped = [f"{lines[0]},kommune", *(f"{line},Havneby" for line in lines[1:])]
    (tmp_path / "x.csv").write_text("\n".join(grouped), encoding="utf-8")
    # when it is given in three ways
    result = as_json(capsys, "x.csv")
    assert main(["score", "x.csv", "--by", "kommune", "--ranges"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert main(["report", "x.csv", "--lang", "en"]) == 0
    text = capsys.readouterr().out
    # then the full figures are the same, and the shown ones are those, with one decimal
    figures = {figure["id"]: figure for figure in [*result["dimensions"], *result["gates"]]}
    for name, figure in {**figures, "overall": result["overall"]}.items():
        ends = [float(row[name]), float(row[f"{name}_low"]), float(row[f"{name}_high"])]
        assert ends == pytest.approx([figure["score"], figure["low"], figure["high"]], abs=1e-9)
        assert f" {figure['score']:.1f}" in text
    assert [row[f"{gate['id']}_state"] for gate in result["gates"]] == [gate["state"] for gate in result["gates"]]
    assert row["verdict"] == result["verdict"]["level"]
    assert int(row["n"]) == result["answers"]["respondents"]


@pytest.mark.parametrize(("level", "code"), [("not_now", 0), ("prepare", 0), ("attention", 4), ("ready", 4)])
def test_fail_below_is_4_under_the_level_and_the_report_is_still_given(capsys: Captured, level: str, code: int) -> None:
    assert main(["report", HAVNEBY, "-q", "--min-group", "1", "--fail-below", level]) == code

    out, err = capsys.readouterr()
    assert "FORBEREDELSE FØRST" in out
    assert err == ("" if code == 0 else f"the verdict is prepare, not at least {level}\n")


def test_a_withheld_verdict_is_below_every_level(capsys: Captured, tmp_path: Path) -> None:
    lines = (EXAMPLES / "ensomhed.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "four.csv").write_text("\n".join(lines[:5]), encoding="utf-8")

    assert main(["report", "four.csv", "-q", "--fail-below", "not_now"]) == 4

    assert "withheld" in capsys.readouterr().err


def test_an_undecided_verdict_is_below_every_level(capsys: Captured, tmp_path: Path) -> None:
    header = (EXAMPLES / "ensomhed.csv").read_text(encoding="utf-8").splitlines()[0]
    unsure = [f"R{n},borger" + ",Ved ikke" * (header.count(",") - 1) for n in range(6)]
    (tmp_path / "unsure.csv").write_text("\n".join([header, *unsure]), encoding="utf-8")

    assert main(["report", "unsure.csv", "-q", "--fail-below", "not_now"]) == 4

    assert "undecided" in capsys.readouterr().err


def test_the_quick_version_is_provisional(capsys: Captured) -> None:
    assert as_json(capsys, HAVNEBY, "--quick")["provisional"]["reason"] == "quick"


def test_an_item_without_a_column_is_refused_unless_allowed(capsys: Captured, tmp_path: Path) -> None:
    lines = (EXAMPLES / "havneby.csv").read_text(encoding="utf-8").splitlines()
    without_the_last = [line.rpartition(",")[0] for line in lines]
    (tmp_path / "x.csv").write_text("\n".join(without_the_last), encoding="utf-8")

    assert main(["report", "x.csv"]) == 3
    assert "laer" in capsys.readouterr().err

    assert as_json(capsys, "x.csv", "--allow-missing")["provisional"] == {
        "reason": "missing_items",
        "items_not_asked": ["laer"],
    }


def test_a_rejected_cell_is_located_on_stderr_and_only_counted_in_the_result(capsys: Captured, tmp_path: Path) -> None:
    path = spoilt(tmp_path, (2, "slip", "=HYPERLINK(1)"))

    assert main(["report", path, "--format", "json", "--rejected", "bad.csv"]) == 0

    out, err = capsys.readouterr()
    assert "HYPERLINK" not in out
    assert json.loads(out)["answers"]["rejected"] == {"count": 1, "by_item": {"slip": 1}}
    assert "spoilt.csv: line 3, slip: can't read '=HYPERLINK(1)'" in err
    table = (tmp_path / "bad.csv").read_text(encoding="utf-8").splitlines()
    assert table == ["file,line,record,heading,item,text", "spoilt.csv,3,2,slip,slip,'=HYPERLINK(1)"]


@pytest.mark.parametrize(("verbose", "named"), [([], 20), (["-v"], 24)])
def test_at_most_20_rejected_cells_are_named_and_verbose_names_all(
    capsys: Captured, tmp_path: Path, verbose: list[str], named: int
) -> None:
    headings = ["slip", "risiko", "tryg", "bidrag", "hverdag", "gribe"]
    cells = [(record, heading, f"{heading} {record}") for record in range(1, 5) for heading in headings]
    path = spoilt(tmp_path, *cells)
    assert main(["report", path, "--strict", "-q"]) == 3
    capsys.readouterr()

    main(["report", path, "--allow-missing", *verbose])

    err = capsys.readouterr().err.splitlines()
    assert sum("can't read" in line for line in err) == named
    assert any("24 rejected cells in all" in line for line in err) == (not verbose)


def test_strict_stops_at_one_cell_that_can_not_be_read(capsys: Captured, tmp_path: Path) -> None:
    path = spoilt(tmp_path, (2, "slip", "55"))

    assert main(["report", path, "--strict", "-o", "x.json"]) == 3

    assert "spoilt.csv:3" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()


def test_a_respondent_twice_is_refused_and_latest_keeps_the_last(capsys: Captured, tmp_path: Path) -> None:
    lines = (EXAMPLES / "havneby.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "x.csv").write_text("\n".join([*lines, lines[1]]), encoding="utf-8")

    assert main(["report", "x.csv"]) == 3
    assert "R01" in capsys.readouterr().err

    assert as_json(capsys, "x.csv", "--latest")["answers"]["respondents"] == 13


def test_min_group_withholds_and_is_shown(capsys: Captured) -> None:
    result = as_json(capsys, HAVNEBY)
    opened = as_json(capsys, HAVNEBY, "--min-group", "1")

    assert (result["min_group"], opened["min_group"]) == (5, 1)
    assert (result["answers"]["side_level"], list(result["overall"]["sides"])) == ("coarse", ["inside", "outside"])
    assert (opened["answers"]["side_level"], len(opened["overall"]["sides"])) == ("fine", 3)
    assert "withheld" not in json.dumps(opened)


def test_answers_may_come_from_stdin() -> None:
    program = [sys.executable, "-m", "samskab_cli", "report", "-", "--format", "json"]
    with (EXAMPLES / "havneby.csv").open("rb") as file:
        done = subprocess.run(program, stdin=file, capture_output=True, check=True)

    assert json.loads(done.stdout)["answers"]["respondents"] == 13


def test_another_question_set_can_be_named_by_its_folder(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()

    assert main(["report", HAVNEBY, "--questions", "broken"]) == 3

    assert capsys.readouterr().err.startswith("broken: ")


def test_the_list_of_rejected_cells_is_whole_where_they_refuse_the_run(tmp_path: Path) -> None:
    path = spoilt(tmp_path, *((record, "slip", f"x{record}") for record in range(1, 14)))

    assert main(["report", path, "--rejected", "bad.csv", "-o", "x.json"]) == 3

    assert len((tmp_path / "bad.csv").read_text(encoding="utf-8").splitlines()) == 1 + 13
    assert not (tmp_path / "x.json").exists()


def test_rejected_cells_are_faults_that_quiet_leaves_to_the_list_or_names(capsys: Captured, tmp_path: Path) -> None:
    path = spoilt(tmp_path, (2, "slip", "x"))

    assert main(["report", path, "-q", "-o", "x.json"]) == 0
    assert capsys.readouterr().err == "spoilt.csv: line 3, slip: can't read 'x'; expected 1 to 5, dk, na\n"

    assert main(["report", path, "-q", "-o", "y.json", "--rejected", "bad.csv"]) == 0
    assert capsys.readouterr().err == ""
