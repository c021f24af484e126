"""The Python API says what the command line says, to the byte, and refuses what it refuses."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

import samskab_cli.api as samskab
from samskab_cli.cli.app import main
from samskab_cli.errors import ExitCode

EXAMPLES = Path(__file__).parents[2] / "examples"
HAVNEBY = EXAMPLES / "havneby.csv"
TWO_ROUNDS = [EXAMPLES / "ensomhed-tidligt.csv", EXAMPLES / "ensomhed.csv"]

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Two municipalities of forty people each and one of three."""
    people = pl.read_csv(HAVNEBY, infer_schema=False)
    rows = pl.concat([people] * 7).head(83).with_columns(respondent=pl.int_range(pl.len()).cast(pl.String))
    place = (
        pl.when(pl.int_range(pl.len()) < 40)
        .then(pl.lit("Nordby"))
        .when(pl.int_range(pl.len()) < 80)
        .then(pl.lit("Sydby"))
    )
    path = tmp_path / "many.csv"
    rows.with_columns(place.otherwise(pl.lit("Lilleø")).alias("kommune")).write_csv(path)
    return path


def printed(capsys: Captured, *argv: str) -> str:
    capsys.readouterr()
    assert main(argv) == ExitCode.DONE
    return capsys.readouterr().out


def test_a_report_is_what_the_command_writes(tmp_path: Path, capsys: Captured) -> None:
    report = samskab.read(HAVNEBY).report(matter="Højvande", date=dt.date(2026, 11, 23), lang="en")

    said = ["report", str(HAVNEBY), "--matter", "Højvande", "--date", "2026-11-23", "--lang", "en"]
    assert report.to_json() == printed(capsys, *said, "--format", "json")
    assert report.to_html() == printed(capsys, *said, "--format", "html")
    report.write(tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == printed(capsys, *said, "--format", "markdown")


def test_rows_are_what_the_command_writes(many: Path, capsys: Captured) -> None:
    rows = samskab.read(many, groups=["kommune"]).rows(ranges=True)

    assert rows.drop("kommune").write_csv() == printed(capsys, "score", str(many), "--ranges")


def test_a_row_a_group_has_its_reason_in_a_column_of_its_own(many: Path, capsys: Captured) -> None:
    groups = samskab.read(many, groups="kommune").groups("kommune")

    assert groups["withheld"].to_list() == ["min_group", "protects_another", None]
    written = [line.split(",") for line in printed(capsys, "score", str(many), "--by", "kommune").splitlines()]
    assert groups.columns == [*written[0], "withheld"]
    for row, cells in zip(groups.rows(), written[1:], strict=True):
        reason = row[-1]
        assert cells[1:] == [reason] * (len(cells) - 1) if reason else list(map(str, row[1:-1]))
        assert not reason or set(row[1:-1]) == {None}


def test_the_role_may_be_called_as_a_file_calls_it() -> None:
    answers = samskab.read(HAVNEBY)

    assert answers.groups("Rolle").equals(answers.groups(["role"]))


def test_one_report_a_group_is_what_the_command_writes(many: Path, tmp_path: Path) -> None:
    each = samskab.read(many, groups=["kommune"]).each("kommune")

    assert main(["report", str(many), "--each", "kommune", "--format", "json", "-o", str(tmp_path / "each")]) == 0
    written = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "each").glob("*.json")}
    shown = {str(name).lower(): one.to_json() for name, one in each if isinstance(one, samskab.Publication)}
    assert shown == written
    assert each.min_group == 5


def test_a_comparison_is_what_the_command_writes(capsys: Captured) -> None:
    compared = samskab.compare([samskab.read(path) for path in TWO_ROUNDS])

    assert compared.to_json() == printed(capsys, "compare", *map(str, TWO_ROUNDS), "--format", "json")


def test_two_frames_are_told_apart_in_a_comparison() -> None:
    frames = [pl.read_csv(path, infer_schema=False) for path in TWO_ROUNDS]

    compared = samskab.compare([samskab.read(frame) for frame in frames])

    assert [time.name for time in compared.figures.times] == ["frame (1)", "frame (2)"]


def test_an_explanation_is_what_the_command_writes(capsys: Captured) -> None:
    explained = samskab.read(HAVNEBY).explain("letgo")

    assert explained.to_json() == printed(capsys, "explain", str(HAVNEBY), "letgo", "--format", "json")


def test_a_study_is_what_the_command_writes(capsys: Captured) -> None:
    studied = samskab.read(HAVNEBY).study("role", min_group=6, lang="en")
    options = ("--by", "role", "--min-group", "6", "--lang", "en", "--format", "json")

    assert studied.to_json() == printed(capsys, "study", str(HAVNEBY), *options)


def test_a_preview_is_what_the_command_writes(tmp_path: Path) -> None:
    seen = samskab.preview(HAVNEBY)

    assert main(["preview", str(HAVNEBY), "-o", str(tmp_path / "map.yaml")]) == 0
    assert seen.map_text == (tmp_path / "map.yaml").read_text(encoding="utf-8")


def test_a_pattern_is_the_files_that_fit_it(tmp_path: Path) -> None:
    people = pl.read_csv(HAVNEBY, infer_schema=False)
    people.head(6).write_csv(tmp_path / "a.csv")
    people.tail(7).write_csv(tmp_path / "b.csv")

    together = samskab.read(str(tmp_path / "*.csv"))

    assert [Path(file).name for file in together.files] == ["a.csv", "b.csv"]
    assert together.report().figures.answers.respondents == 13
    with pytest.raises(samskab.AnswersRefused, match="no file fits this pattern"):
        samskab.read(str(tmp_path / "*.xlsx"))


def test_a_file_whose_name_is_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "svar[1].csv").write_bytes(HAVNEBY.read_bytes())

    assert samskab.read(tmp_path / "svar[1].csv").files == (str(tmp_path / "svar[1].csv"),)


def test_errors_carry_the_problems_that_the_command_prints(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "answers.csv"
    pl.read_csv(HAVNEBY, infer_schema=False).with_columns(aktie=pl.lit("7")).write_csv(path)

    with pytest.raises(samskab.AnswersRefused) as refusal:
        samskab.read(path)

    assert main(["report", str(path)]) == ExitCode.REFUSED
    assert capsys.readouterr().err.splitlines() == [str(problem) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("misuse", "option", "message"),
    [
        (lambda answers: answers.groups("role", min_group=0), "min_group", "less than one person"),
        (lambda answers: answers.explain("letgoo"), "what", "did you mean 'letgo'"),
        (lambda answers: samskab.compare([answers]), "answers", "two at least are needed"),
        (lambda answers: answers.report().write("report.docx"), "path", "no output has the suffix .docx"),
    ],
)
def test_a_wrong_option_is_named_as_python_calls_it(misuse: object, option: str, message: str) -> None:
    assert callable(misuse)
    with pytest.raises(samskab.Misused, match=message) as refusal:
        misuse(samskab.read(HAVNEBY))

    assert refusal.value.option == option


def test_an_option_that_there_is_not_is_no_silent_wish() -> None:
    with pytest.raises(TypeError, match="groupss"):
        samskab.read(HAVNEBY, groupss=["kommune"])  # type: ignore[call-arg]  # a slip of the pen


def test_a_file_that_exists_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("mine", encoding="utf-8")
    report = samskab.read(HAVNEBY).report()

    with pytest.raises(samskab.OutputRefused, match="exists already"):
        report.write(tmp_path / "report.json")
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "mine"

    report.write(tmp_path / "report.json", force=True)
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == report.to_json()


def test_a_notebook_shows_the_page_in_a_frame_that_nothing_leaves() -> None:
    page = samskab.read(HAVNEBY).report()._repr_html_()

    assert page.startswith('<iframe sandbox srcdoc="&lt;!doctype html&gt;')
    assert "<script" not in page
    assert "<style" not in page


def test_nobody_is_in_the_short_form_of_answers_and_reports() -> None:
    answers = samskab.read(HAVNEBY)

    assert repr(answers) == f"<Answers to readiness from {HAVNEBY}>"
    assert repr(answers.report()) == "<Result: .figures, .to_json(), .write('name.html')>"


def test_importing_the_api_brings_no_command_line_and_no_spark() -> None:
    program = (
        "import sys, samskab_cli.api as samskab;"
        f"samskab.read({str(HAVNEBY)!r}).report().to_html();"
        "print([name for name in ('typer', 'click', 'rich', 'pyspark', 'pyarrow') if name in sys.modules])"
    )

    assert subprocess.check_output([sys.executable, "-c", program], encoding="utf-8") == "[]\n"


@pytest.mark.parametrize("argv", [["--help"], ["report", str(HAVNEBY), "-o", "-"]])
def test_the_command_line_waits_for_nothing_of_spark(argv: list[str]) -> None:
    program = (
        f"import sys; from samskab_cli.cli.app import main; main({argv!r});"
        "print([name for name in sys.modules if name.startswith(('pyspark', 'pyarrow', 'samskab_cli.spark'))])"
    )

    assert subprocess.check_output([sys.executable, "-c", program], encoding="utf-8").splitlines()[-1] == "[]"


def test_what_changed_in_each_group_is_the_table_of_the_command(capsys: Captured) -> None:
    read = [samskab.read(path) for path in TWO_ROUNDS]

    frame = samskab.compare_groups(read, "role")

    assert frame.write_csv() == printed(capsys, "compare", *map(str, TWO_ROUNDS), "--by", "role")
    with pytest.raises(samskab.Misused, match="two at least"):
        samskab.compare_groups(read[:1], "role")


def test_the_long_table_is_the_one_of_the_command(capsys: Captured) -> None:
    frame = samskab.read(TWO_ROUNDS[1]).long_table("role").frame

    assert frame.write_csv() == printed(capsys, "score", str(TWO_ROUNDS[1]), "--by", "role", "--long")
