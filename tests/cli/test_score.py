"""`samskab score`: tables that a spreadsheet opens without harm and that give nobody away."""

from __future__ import annotations

import codecs
import csv
import errno
import io
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from samskab_cli.cli.app import main

EXAMPLES = Path(__file__).parents[2] / "examples"
HAVNEBY = str(EXAMPLES / "havneby.csv")

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def scored(capsys: Captured, *arguments: str) -> list[dict[str, str]]:
    assert main(["score", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def with_column(tmp_path: Path, heading: str, cells: list[str]) -> str:
    """The example with one more column; its cells in turn."""
    with (EXAMPLES / "havneby.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    out = io.StringIO()
    csv.writer(out).writerows(
        [[*header, heading], *([*row, cells[number % len(cells)]] for number, row in enumerate(rows))]
    )
    (tmp_path / "more.csv").write_text(out.getvalue(), encoding="utf-8")
    return "more.csv"


def test_a_row_a_respondent_has_the_columns_of_the_contract(capsys: Captured) -> None:
    rows = scored(capsys, HAVNEBY)

    assert list(rows[0]) == [
        *("respondent", "role", "suitability", "expectations", "openness", "resources", "time", "overall"),
        *("suited", "suited_state", "letgo", "letgo_state", "verdict"),
        *("answered", "unsure", "not_relevant", "blank", "invalid"),
    ]
    assert [row["respondent"] for row in rows] == [f"R{n:02}" for n in range(1, 14)]


def test_ranges_add_low_and_high_to_every_figure(capsys: Captured) -> None:
    (row, *_) = scored(capsys, HAVNEBY, "--ranges")

    for figure in ("suitability", "expectations", "openness", "resources", "time", "overall", "suited", "letgo"):
        assert float(row[f"{figure}_low"]) <= float(row[figure]) <= float(row[f"{figure}_high"])


def test_stderr_says_that_rows_are_personal_data(capsys: Captured) -> None:
    assert main(["score", HAVNEBY]) == 0

    assert "personal data" in capsys.readouterr().err


def test_stderr_reminds_that_groupings_can_be_subtracted(capsys: Captured) -> None:
    assert main(["score", HAVNEBY, "--by", "role", "--min-group", "1"]) == 0

    err = capsys.readouterr().err
    assert "subtracted" in err
    assert "personal data" not in err


@pytest.mark.parametrize("shape", [[], ["--long"], ["--groups", "groups.csv"]])
def test_where_every_group_is_withheld_stderr_says_so_and_what_helps(capsys: Captured, shape: list[str]) -> None:
    arguments = ["score", HAVNEBY, "--by", "role", "-o", "roles.csv", *shape]
    assert main(arguments) == 0
    err = capsys.readouterr().err
    assert (
        "note: nothing is shown of 6 groups: each has fewer than 5 people, or would give such a one away; group by "
        "what has more people in each, or give --min-group N where everybody has agreed to smaller groups\n"
    ) in err
    assert "publish one" not in err, "nothing can be subtracted from nothing"
    assert main([*arguments, "--force", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_a_room_that_has_decided_is_not_told_to_lower_its_smallest_group(capsys: Captured) -> None:
    session = EXAMPLES.parent / "tests" / "sessions" / "votes.samskab.jsonl"
    assert main(["score", str(session), "--by", "role", "-o", "roles.csv"]) == 0
    err = capsys.readouterr().err
    assert "note: nothing is shown of 3 groups" in err
    assert "--min-group" not in err


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_file_has_the_rows_of_stdout(capsys: Captured, tmp_path: Path, suffix: str) -> None:
    printed = scored(capsys, HAVNEBY)

    assert main(["score", HAVNEBY, "-o", f"x.{suffix}"]) == 0

    read = pl.read_csv if suffix == "csv" else pl.read_parquet
    table = read(tmp_path / f"x.{suffix}")
    assert table["respondent"].to_list() == [row["respondent"] for row in printed]
    assert ["" if value is None else str(value) for value in table["overall"]] == [row["overall"] for row in printed]
    assert [path.name for path in tmp_path.iterdir()] == [f"x.{suffix}"]


@pytest.mark.parametrize("column", ["role", "rolle", "Rolle"])
def test_roles_can_be_named_as_in_the_file(capsys: Captured, column: str) -> None:
    rows = scored(capsys, HAVNEBY, "--by", column, "--min-group", "1")

    assert [row["role"] for row in rows] == ["byraad", "ledelse", "medarb", "borger", "forening", "anden"]
    assert [row["n"] for row in rows] == ["3", "2", "3", "2", "2", "1"]


def test_a_withheld_figure_carries_its_reason_in_its_place(capsys: Captured, tmp_path: Path) -> None:
    path = with_column(tmp_path, "kommune", ["A"] * 9 + ["B"] * 4)

    rows = {row["kommune"]: row for row in scored(capsys, path, "--by", "kommune")}

    assert set(rows["B"].values()) == {"B", "min_group"}
    assert rows["A"]["n"] == "protects_another"


def test_two_columns_make_a_group_of_each_pair(capsys: Captured, tmp_path: Path) -> None:
    path = with_column(tmp_path, "kommune", ["A", "B"])

    rows = scored(capsys, path, "--by", "kommune,role", "--min-group", "1")

    assert {(row["kommune"], row["role"]) for row in rows} >= {("A", "byraad"), ("B", "byraad")}
    assert sum(int(row["n"]) for row in rows) == 13


def test_a_column_that_is_not_there_is_refused_with_the_nearest(capsys: Captured, tmp_path: Path) -> None:
    path = with_column(tmp_path, "kommune", ["A"])

    assert main(["score", path, "--by", "komune"]) == 3

    assert "(did you mean 'kommune'?)" in capsys.readouterr().err


def test_no_text_of_a_table_is_a_formula_for_a_spreadsheet(capsys: Captured, tmp_path: Path) -> None:
    formulas = ["=1+1", "+45 12", "-3", "@SUM(A1)", "＝1", " =1", "Grøn by"]
    path = with_column(tmp_path, "=kommune", formulas)

    rows = scored(capsys, path, "--by", "=kommune", "--min-group", "1")

    assert next(iter(rows[0])) == "'=kommune"
    assert {row["'=kommune"].lstrip() for row in rows} == {
        *("'=1+1", "'+45 12", "'-3", "'@SUM(A1)", "'＝1", "'=1", "Grøn by")
    }


def test_a_respondent_named_as_a_formula_is_text_too(capsys: Captured, tmp_path: Path) -> None:
    text = (EXAMPLES / "havneby.csv").read_text(encoding="utf-8")
    (tmp_path / "x.csv").write_text(text.replace("R01,", "=cmd(),").replace("R02,", "@x,"), encoding="utf-8")

    rows = scored(capsys, "x.csv")

    assert [row["respondent"] for row in rows[:3]] == ["'=cmd()", "'@x", "R03"]


def test_codes_and_answer_texts_of_every_example_score_alike(capsys: Captured) -> None:
    for texts in EXAMPLES.glob("*-svartekster.csv"):
        codes = texts.with_name(texts.name.replace("-svartekster", ""))

        assert scored(capsys, str(texts)) == scored(capsys, str(codes))


def test_groups_come_beside_the_rows_as_they_come_alone(capsys: Captured, tmp_path: Path) -> None:
    assert main(["score", HAVNEBY]) == 0
    rows = capsys.readouterr().out
    assert main(["score", HAVNEBY, "--by", "role", "--min-group", "1"]) == 0
    groups = capsys.readouterr().out

    both = ["score", HAVNEBY, "-o", "rows.csv", "--by", "role", "--groups", "groups.csv", "--min-group", "1"]
    assert main(both) == 0

    assert sorted((tmp_path / "rows.csv").read_text("utf-8").splitlines()) == sorted(rows.splitlines())
    assert (tmp_path / "groups.csv").read_text("utf-8") == groups
    assert {path.name for path in tmp_path.iterdir()} == {"rows.csv", "groups.csv"}
    said = capsys.readouterr().err
    assert "personal data" in said
    assert "publish one" in said


def test_where_the_groups_cannot_be_written_there_are_no_rows_either(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("samskab_cli.cli.score.write_groups", fails)

    assert main(["score", HAVNEBY, "-o", "rows.csv", "--by", "role", "--groups", "groups.csv"]) == 3

    assert "groups.csv: the disk is full" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--groups", "g.csv"], "what to group by is said with --by"),
        (["--by", "role", "--groups", "-"], "the rows go there already"),
        (["--by", "role", "-o", "x.csv", "--groups", "./x.csv"], "the rows go there already"),
        (["--by", "role", "--groups", "g.parquet"], "groups go into a .csv or .xlsx"),
        (["--by", "role", "-o", "g.parquet"], "groups go into a .csv or .xlsx"),
        (["-o", "x.ods"], "no table has the suffix .ods"),
        (["-o", "x.xlsx", "--excel"], "--excel is for .csv"),
        (["--by", "role,role"], "each once"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    capsys: Captured, tmp_path: Path, arguments: list[str], said: str
) -> None:
    assert main(["score", HAVNEBY, *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("by", [[], ["--by", "role", "--min-group", "3"]])
def test_danish_spreadsheets_get_their_own_csv(capsys: Captured, tmp_path: Path, by: list[str]) -> None:
    plain = scored(capsys, HAVNEBY, *by)

    assert main(["score", HAVNEBY, *by, "--excel", "-o", "x.csv"]) == 0

    data = (tmp_path / "x.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8)
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [{name: cell.replace(",", ".") for name, cell in row.items()} for row in table] == plain
    assert any("," in cell for row in table for cell in row.values())


@pytest.mark.parametrize("by", [[], ["--by", "role", "--min-group", "3"]])
def test_a_workbook_has_the_same_table_with_numbers_as_numbers(capsys: Captured, tmp_path: Path, by: list[str]) -> None:
    plain = scored(capsys, HAVNEBY, *by)

    assert main(["score", HAVNEBY, *by, "-o", "x.xlsx"]) == 0

    heads, *rows = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0].iter_rows(values_only=True)
    assert list(heads) == list(plain[0])
    for shown, row in zip(rows, plain, strict=True):
        for cell, text in zip(shown, row.values(), strict=True):
            assert cell == pytest.approx(float(text)) if isinstance(cell, int | float) else (cell or "") == text
    assert any(isinstance(cell, float) for row in rows for cell in row)


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    several = with_column(tmp_path, "=1+1", ["=2+2"])

    assert main(["score", several, "--by", "=1+1", "-o", "x.xlsx", "--min-group", "1"]) == 0

    cells = [cell for row in openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0].iter_rows() for cell in row]
    assert [cell.value for cell in cells if "+" in str(cell.value)] == ["'=1+1", "'=2+2"]
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_a_sheet_that_is_too_small_is_refused_and_leaves_nothing(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samskab_cli.reporting.table_as_xlsx.MOST_ROWS", 12)

    assert main(["score", HAVNEBY, "-o", "x.xlsx"]) == 3

    assert "a sheet holds 12 rows" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
