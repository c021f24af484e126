"""`samskab preview`: what it shows, what it writes, and what it never shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.pinned import main

EXPORTS: Final = Path(__file__).parents[1] / "exports"
LIMESURVEY: Final = EXPORTS / "limesurvey" / "results-survey412874.csv"
ENSOMHED: Final = EXPORTS / "own" / "svar.csv"
CODES: Final = EXPORTS / "surveyxact" / "dataset_1640123_utf16.csv"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def data_of(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert main(["preview", *arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def result_of(capsys: Captured, *arguments: str) -> Any:
    assert main(["report", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_column_is_shown_with_what_it_means_and_why(capsys: Captured) -> None:
    assert main(["preview", str(LIMESURVEY)]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    assert "UTF-8, delimiter comma, as LimeSurvey exports" in out
    assert "14 rows, 0 without any answer, 1 not finished" in out
    assert re.search(r"^6 +rolle +role +heading", out, re.MULTILINE)
    assert re.search(
        r"^24 +tryg +tryg +item id +numbers: 11 value, 2 unsure, 1 blank \(2, 4, 3, dk, 5\)", out, re.MULTILINE
    )
    assert "nothing is read from 5 other columns:\n1 id, 2 submitdate" in out
    assert "Numbers are read as 1 = Slet ikke … 5 = I meget høj grad" in out
    assert out.endswith("Nothing to decide: it can be scored as it is.\n")


def test_the_same_is_there_as_data(capsys: Captured) -> None:
    seen = data_of(capsys, str(LIMESURVEY))

    assert seen["schema"] == "samskab.preview/1"
    assert seen["decisions"] == []
    (file,) = seen["files"]
    assert (file["system"], file["rows"], file["incomplete"]) == ("LimeSurvey", 14, 1)
    assert file["roles"]["byraad"] == 3
    column = file["columns"][23]
    assert (column["position"], column["meaning"], column["why"]) == (24, "tryg", "item id")
    assert column["counts"] == {"value": 11, "unsure": 2, "not_relevant": 0, "blank": 1, "invalid": 0}


def test_a_file_that_could_not_be_scored_is_shown_with_what_is_to_be_decided(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "koder.csv").write_bytes(CODES.read_bytes())

    assert main(["preview", "koder.csv"]) == 0

    out = capsys.readouterr().out
    decisions = out[out.index("To be decided or put right") :]
    assert "7 stands 12 times in 10 columns" in decisions
    assert "roles can't be read" in decisions


@pytest.mark.parametrize("path", [LIMESURVEY, ENSOMHED, EXPORTS / "surveymonkey" / "Samskabelse.csv", CODES])
def test_a_map_of_a_file_that_needs_no_decision_changes_nothing(capsys: Captured, path: Path) -> None:
    assert main(["preview", str(path), "-o", "map.yaml"]) == 0
    text = Path("map.yaml").read_text(encoding="utf-8")
    capsys.readouterr()

    assert "DECIDE:" not in text
    assert result_of(capsys, str(path), "--map", "map.yaml") == result_of(capsys, str(path))


def test_the_gaps_of_a_map_are_marked_and_refused_until_they_are_decided(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "koder.csv").write_bytes(CODES.read_bytes())
    assert main(["preview", "koder.csv", "-o", "map.yaml"]) == 0
    text = Path("map.yaml").read_text(encoding="utf-8")
    capsys.readouterr()

    assert main(["report", "koder.csv", "--map", "map.yaml"]) == 3
    said = capsys.readouterr().err
    assert "'7': not decided yet" in said
    assert "the role '1' isn't decided yet" in said

    roles = ["byraad", "ledelse", "medarb", "borger", "forening", "anden"]
    decided = re.sub(r'"(\d)": null', lambda found: f'"{found[1]}": {roles[int(found[1]) - 1]}', text)
    decided = decided.replace('undecided: ["7"]', "undecided: []").replace("unsure: []", "unsure: [7]")
    Path("map.yaml").write_text(decided, encoding="utf-8")
    assert result_of(capsys, "koder.csv", "--map", "map.yaml") == result_of(capsys, str(CODES))


def test_a_missing_item_and_two_columns_for_one_are_gaps(capsys: Captured, tmp_path: Path) -> None:
    lines = ENSOMHED.read_text(encoding="utf-8").splitlines()
    lines[0] = lines[0].replace("laer", "Aktie").replace("slip", "slippe")
    (tmp_path / "svar.csv").write_text("\n".join(lines), encoding="utf-8")

    assert main(["preview", "svar.csv", "-o", "-"]) == 0

    text = capsys.readouterr().out
    assert "aktie: null  # DECIDE: column 3 or 31; where each row fills one of them, {first_of: [3, 31]}" in text
    assert (
        """  # slip: "slippe"  # DECIDE: column 18 'slippe' is near; take the first # away where it is meant""" in text
    )
    assert yaml.safe_load(text)["items"]["aktie"] is None


def test_texts_of_another_scale_are_gaps(capsys: Captured) -> None:
    assert main(["preview", str(EXPORTS / "broken" / "enig_uenig.csv"), "-o", "-"]) == 0

    undecided = yaml.safe_load(capsys.readouterr().out)["codes"]["undecided"]
    assert sorted(undecided) == ["Enig", "Helt enig", "Helt uenig", "Hverken enig eller uenig", "Uenig"]


def test_a_column_of_roles_is_named_and_not_taken(capsys: Captured, tmp_path: Path) -> None:
    text = ENSOMHED.read_text(encoding="utf-8").replace("rolle", "Hvem er du?", 1)
    (tmp_path / "svar.csv").write_text(text, encoding="utf-8")

    column = data_of(capsys, "svar.csv")["files"][0]["columns"][1]

    assert (column["meaning"], column["note"]) == ("", "holds roles")
    assert main(["preview", "svar.csv"]) == 0
    shown = capsys.readouterr().out
    assert "Column 2 holds roles, but its heading doesn't say so: as it is, nobody has a role" in shown
    assert "Nothing to decide" not in shown
    assert main(["preview", "svar.csv", "-o", "-"]) == 0
    assert "# role: {column: 2}  # it holds roles" in capsys.readouterr().out


def test_a_map_is_written_for_one_file_and_replaces_nothing(capsys: Captured, tmp_path: Path) -> None:
    assert main(["preview", str(ENSOMHED), str(LIMESURVEY), "-o", "map.yaml"]) == 2
    (tmp_path / "map.yaml").touch()

    assert main(["preview", str(ENSOMHED), "-o", "map.yaml"]) == 3

    assert "--force" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["billede.csv", "empty.csv", "header_only.csv"])
def test_what_is_no_table_is_refused_as_everywhere(capsys: Captured, name: str) -> None:
    assert main(["preview", str(EXPORTS / "broken" / name)]) == 3

    out, err = capsys.readouterr()
    assert out == ""
    assert name in err


def test_of_many_decisions_twenty_are_shown_and_verbose_shows_all(capsys: Captured, tmp_path: Path) -> None:
    header, *rows = (EXPORTS.parent / "mess" / "clean" / "base.csv").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "twice.csv"
    path.write_text("\n".join([header, *rows[:25], *rows[:25], *rows[25:]]) + "\n", encoding="utf-8")

    assert main(["preview", str(path)]) == 0
    short = capsys.readouterr().out
    assert main(["preview", str(path), "-v"]) == 0

    assert short.count("stands again in line") == 20
    assert short.endswith("  … 25 in all, the first 20 are shown\n")
    assert capsys.readouterr().out.count("stands again in line") == 25


def test_another_scale_is_said_in_a_line_or_two_and_not_once_a_column(capsys: Captured) -> None:
    assert main(["preview", str(EXPORTS / "broken" / "enig_uenig.csv")]) == 0

    out = capsys.readouterr().out
    decisions = out.partition("To be decided")[2].splitlines()[1:]
    assert decisions[0] == "  what stops above (1)"
    assert "29 columns without a readable cell" in decisions[1]
    assert len(decisions) == 2
    assert "a mapping file (--map) settles it: `codes: {unsure:" in " ".join(out.split())


def test_the_cells_that_cannot_be_read_are_named_as_by_score(capsys: Captured, tmp_path: Path) -> None:
    header, first, *rest = ENSOMHED.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[1], cells[2] = "kok", "7"
    (tmp_path / "svar.csv").write_text("\n".join([header, ",".join(cells), *rest]), encoding="utf-8")

    assert main(["preview", "svar.csv"]) == 0
    out, err = capsys.readouterr()
    assert main(["score", "svar.csv", "-o", "rows.csv"]) == 0

    assert err == (
        "svar.csv: line 2, rolle: can't read 'kok'; expected byraad, ledelse, medarb, borger, forening, anden\n"
        "svar.csv: line 2, aktie: can't read '7'; expected 1 to 5, dk, na\n"
    )
    assert err in capsys.readouterr().err
    assert "kok" not in out, "what may be somebody's own words stays out of what is passed on"
    assert out.endswith("Nothing to decide: it can be scored as it is, without 2 cells that can't be read.\n")


def test_where_something_is_to_be_decided_first_single_cells_are_not_named(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "koder.csv").write_bytes(CODES.read_bytes())
    assert main(["preview", "koder.csv"]) == 0
    assert "can't read" not in capsys.readouterr().err


def test_the_list_of_rejected_cells_comes_with_a_preview(tmp_path: Path) -> None:
    assert main(["preview", str(EXPORTS / "broken" / "uden_for_skalaen.csv"), "--rejected", "bad.csv"]) == 0

    assert len((tmp_path / "bad.csv").read_text(encoding="utf-8").splitlines()) == 1 + 3


@pytest.mark.parametrize(
    "said",
    [
        'long: {item: "item", answer: "svar", respondent: "respondent"}',
        "long: {item: 3, answer: 4, respondent: 1}\ndoubts: {accept: [ids]}\nrole: {column: 2, none: ['Nabo']}",
    ],
)
def test_what_a_map_says_of_the_table_stays_in_the_map_that_a_preview_writes(
    capsys: Captured, tmp_path: Path, said: str
) -> None:
    (tmp_path / "map.yaml").write_text(said, encoding="utf-8")
    long = str(EXPORTS.parent / "mess" / "Y1-long" / "svar.csv")

    assert main(["preview", long, "--map", "map.yaml", "-o", "-"]) == 0

    written = yaml.safe_load(capsys.readouterr().out)
    for key, value in yaml.safe_load(said).items():
        assert value.items() <= written[key].items() or (key, written[key]["none"]) == ("role", ["Nabo"])
