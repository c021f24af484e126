"""`samskab score` for statistics programs: tidy tables, items and columns in the rows, labels in SPSS files."""

from __future__ import annotations

import csv
import io
import json
import statistics
from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from samskab_cli.cli.app import main
from samskab_cli.fielding.codebook import codebook
from samskab_cli.loading.sets.load import load_question_set

ROOT = Path(__file__).parents[2]
HAVNEBY = str(ROOT / "examples" / "havneby.csv")
Captured = pytest.CaptureFixture[str]
LONG = ["kind", "id", "value", "n", "low", "high", "sd", "withheld"]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def wide_file(copies: int = 4) -> str:
    """The example several times over, with a town, an age, and cells of every state."""
    with Path(HAVNEBY).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    marks = ["dk", "na", "", "?!"]
    with Path("wide.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [*rows[0], "by", "alder (år)"])
        table.writeheader()
        for number in range(copies * len(rows)):
            row = {**rows[number % len(rows)], "respondent": f"P{number}"}
            row |= {"by": "Ask" if number % 3 else "Elm", "alder (år)": str(20 + number)}
            if number < len(marks):
                row["aktie"] = marks[number]
            table.writerow(row)
    return "wide.csv"


def printed(capsys: Captured, *arguments: str) -> list[dict[str, str]]:
    assert main(["score", *arguments, "-q"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_the_long_table_has_the_figures_of_the_wide_one_and_of_the_report(capsys: Captured) -> None:
    path = wide_file()
    wide = {row["by"]: row for row in printed(capsys, path, "--by", "by", "--ranges")}

    long = printed(capsys, path, "--by", "by", "--long")

    assert list(long[0]) == ["by", *LONG]
    for row in long:
        of = wide[row["by"]]
        if row["kind"] in {"dimension", "gate"} and not row["id"].endswith("_state"):
            assert [row["value"], row["low"], row["high"]] == [of[f"{row['id']}{end}"] for end in ("", "_low", "_high")]
    verdicts = {row["by"]: row["value"] for row in long if row["kind"] == "verdict"}
    levels = ["not_now", "prepare", "attention", "ready"]
    assert {by: levels[int(float(value))] for by, value in verdicts.items()} == {
        by: row["verdict"] for by, row in wide.items()
    }
    kinds = list(dict.fromkeys(row["kind"] for row in long))
    assert kinds == ["verdict", "dimension", "gate", "part", "item", "indicator"]


def test_sd_is_that_of_the_items_scores_with_n_minus_one(capsys: Captured) -> None:
    path = wide_file()
    rows = printed(capsys, path, "--keep", "by", "--items")
    ask = [25.0 * (float(row["flere"]) - 1) for row in rows if row["by"] == "Ask" and row["flere"]]

    (item,) = [
        row for row in printed(capsys, path, "--by", "by", "--long") if (row["by"], row["id"]) == ("Ask", "flere")
    ]

    assert float(item["value"]) == pytest.approx(statistics.mean(ask))
    assert float(item["sd"]) == pytest.approx(statistics.stdev(ask))
    assert int(item["n"]) == len(ask)


def test_a_withheld_group_has_its_rows_with_the_reason_and_no_number(capsys: Captured) -> None:
    long = printed(capsys, HAVNEBY, "--by", "role", "--long")

    gone = [row for row in long if row["withheld"]]
    assert {row["withheld"] for row in gone} <= {"min_group", "protects_another"}
    assert gone
    assert not any(row[name] for row in gone for name in ("value", "n", "low", "high", "sd"))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".sav"])
def test_the_long_table_goes_into_every_kind_of_table_the_wide_one_where_reasons_have_room(
    suffix: str, capsys: Captured
) -> None:
    path = wide_file()
    assert main(["score", path, "--by", "by", "--long", "-o", f"x{suffix}", "-q"]) == 0
    expected = 0 if suffix in {".csv", ".xlsx"} else 2

    assert main(["score", path, "--by", "by", "-o", f"y{suffix}", "-q"]) == expected
    if expected:
        assert "--long has a column for it" in " ".join(capsys.readouterr().err.split())


def test_columns_of_the_file_go_along_and_items_have_their_values(capsys: Captured) -> None:
    rows = printed(capsys, wide_file(), "--keep", "by,alder (år)", "--items")

    assert rows[5]["alder (år)"] == "25"
    by_id = {row["respondent"]: row for row in rows}
    assert [by_id[f"P{number}"]["aktie"] for number in range(5)] == ["", "", "", "", "5"]
    assert by_id["P0"]["unsure"] == "1"
    ids = [item.id for item in load_question_set("readiness").items]
    assert list(rows[0])[-len(ids) :] == ids


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--long",), "what to group by is said with --by"),
        (("--by", "role", "--keep", "rolle2"), "it is about rows"),
        (("--by", "role", "--items"), "it is about rows"),
        (("--keep", "a,,b"), "columns have names"),
    ],
)
def test_what_doesnt_go_together_is_wrong_usage(arguments: tuple[str, ...], sentence: str, capsys: Captured) -> None:
    assert main(["score", HAVNEBY, *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_an_spss_file_is_read_back_whole_with_every_label() -> None:
    path = wide_file()
    assert main(["score", path, "--keep", "by,alder (år)", "--items", "--ranges", "-o", "x.sav", "-q"]) == 0
    assert main(["score", path, "--keep", "by,alder (år)", "--items", "--ranges", "-o", "x.parquet", "-q"]) == 0
    plain = pl.read_parquet("x.parquet").sort("respondent")

    frame, meta = pyreadstat.read_sav("x.sav", output_format="polars", user_missing=True)

    assert isinstance(frame, pl.DataFrame)
    frame = frame.sort("respondent")
    variables = {one.name: one for one in codebook(load_question_set("readiness"), "da") if one.table == "rows"}
    for name, column in zip(plain.columns, frame.columns, strict=True):
        told = meta.column_names_to_labels[column]
        assert told == (variables[name].label if name in variables else name)
    values = plain["aktie"].to_list()
    assert frame["aktie"].to_list()[:2] == [-97, -98]  # P0 doesn't know, for P1 it isn't relevant
    kept = [value if value is None or value >= 0 else None for value in frame["aktie"].to_list()]
    assert kept == values
    labels = meta.variable_value_labels
    assert labels["aktie"][5] == "I meget høj grad"
    assert labels["aktie"][-97] == "Ved ikke"
    assert labels["verdict"] == {value.number: value.label for value in variables["verdict"].values}
    assert labels["verdict"][3] == "Klar"
    codes = {level: code for code, level in enumerate(["not_now", "prepare", "attention", "ready"])} | {"undecided": 9}
    assert frame["verdict"].to_list() == [codes[level] for level in plain["verdict"]]
    assert {labels["role"][code] for code in frame["role"]} == {
        role.label.text("da") for role in load_question_set("readiness").roles if role.id in set(plain["role"])
    }
    spans = meta.missing_ranges["aktie"]
    assert [span["lo"] for span in spans if isinstance(span, dict)] == [-97, -98, -99]
    for name in ("suitability", "overall", "suited_low"):
        assert frame[name].to_list() == plain[name].to_list()
    assert "alder__år_" in frame.columns


def test_a_parquet_file_carries_the_codebook() -> None:
    assert main(["score", HAVNEBY, "--items", "-o", "x.parquet", "-q"]) == 0

    told = {one["name"]: one for one in json.loads(pl.read_parquet_metadata("x.parquet")["samskab.codebook"])}

    assert set(pl.read_parquet_schema("x.parquet")) <= set(told)
    assert told["aktie"]["values"][0] == {"code": 1, "label": "Slet ikke", "number": 1}


def test_the_codebook_has_every_column_that_is_written(capsys: Captured) -> None:
    path = wide_file()
    assert main(["questions", "export", "codebook"]) == 0
    told = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    names = {table: {row["name"] for row in told if row["table"] == table} for table in ("rows", "groups", "long")}

    assert set(printed(capsys, path, "--ranges", "--items")[0]) == names["rows"]
    assert set(printed(capsys, path, "--by", "by", "--ranges")[0]) == names["groups"] | {"by"}
    assert set(printed(capsys, path, "--by", "by", "--long")[0]) == names["long"] | {"by"}
    aktie = next(row for row in told if row["name"] == "aktie")
    assert "1 = Slet ikke" in aktie["values"]
    assert "-97 = Ved ikke" in aktie["missing"]
    assert aktie["source"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".md", ".json"])
def test_the_codebook_is_written_in_the_language_asked_for(suffix: str) -> None:
    assert main(["questions", "export", "codebook", "--lang", "en", "-o", f"book{suffix}"]) == 0

    content = Path(f"book{suffix}").read_bytes()
    assert content.startswith(b"PK") if suffix == ".xlsx" else b"Verdict" in content
