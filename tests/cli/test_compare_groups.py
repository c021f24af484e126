"""`samskab compare` group by group, of the rounds of one file, and of results that were published before."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from samskab_cli.cli.app import main

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def rows_of(towns: Mapping[str, int], year: int) -> list[dict[str, str]]:
    """So many people of each town, who answer as the example does in turn, another year's otherwise."""
    with (ROOT / "examples" / "havneby.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    items = list(rows[0])[2:]
    people = [(town, at) for town, size in towns.items() for at in range(size)]
    found = []
    for number, (town, at) in enumerate(people):
        row = {**rows[at % len(rows)], "respondent": f"P{number}", "kommune": town, "aar": str(year)}
        item = items[(number + year) % len(items)]
        row[item] = str((number + year) % 5 + 1)
        found.append(row)
    return found


def written(name: str, *rows: dict[str, str]) -> str:
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return name


BEFORE = {"Ærø": 26, "Aabenraa": 20, "Birk": 13, "Elm": 3}
AFTER = {"Ærø": 22, "Aabenraa": 24, "Birk": 15, "Fyr": 13}


def two_files() -> tuple[str, str]:
    return written("a.csv", *rows_of(BEFORE, 2025)), written("b.csv", *rows_of(AFTER, 2026))


def table(capsys: Captured, *arguments: str) -> list[dict[str, str]]:
    assert main(["compare", *arguments, "-q"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def groups_of(capsys: Captured, path: str) -> dict[str, dict[str, str]]:
    assert main(["score", path, "--by", "kommune", "-q"]) == 0
    return {row["kommune"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}


def test_the_table_of_changes_has_the_figures_of_score_by_at_both_times(capsys: Captured) -> None:
    files = two_files()
    own = [groups_of(capsys, path) for path in files]

    changes = table(capsys, *files, "--by", "kommune")

    shown = [row for row in changes if row["kind"] in {"dimension", "gate"} and not row["withheld"]]
    assert {row["kommune"] for row in shown} == {"Ærø", "Aabenraa"}
    for row in shown:
        if not row["id"].endswith("_state"):
            for at in (0, 1):
                assert row[f"value_{at + 1}"] == own[at][row["kommune"]][row["id"]]
            assert float(row["change"]) == pytest.approx(float(row["value_2"]) - float(row["value_1"]))
    assert {(row["kommune"], row["withheld"]) for row in changes if row["withheld"]} == {
        ("Birk", "protects_another"),  # beside the three of Elm
        ("Elm", "absent"),
        ("Fyr", "absent"),
    }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".sav"])
def test_the_table_is_written_as_its_suffix_says_with_numbers_as_numbers(suffix: str) -> None:
    assert main(["compare", *two_files(), "--by", "kommune", "-o", f"x{suffix}", "-q"]) == 0

    if suffix == ".parquet":
        frame = pl.read_parquet("x.parquet")
        assert frame.schema["change"] == pl.Float64
        assert frame.schema["n_1"] == pl.Int64
    elif suffix == ".sav":
        import pyreadstat

        frame, meta = pyreadstat.read_sav("x.sav", output_format="polars")
        assert meta.column_names_to_labels["value_1"] == "Gang 1: tallet"
        assert "nok" not in meta.variable_value_labels
        assert set(meta.variable_value_labels["withheld"].values()) >= {"for få personer", "har ikke svaret hver gang"}
    elif suffix == ".xlsx":
        sheet = openpyxl.load_workbook("x.xlsx").active
        assert sheet is not None
        assert isinstance(sheet["D3"].value, float)


def test_each_group_has_its_page_and_the_index_says_what_changed_and_why_others_have_none() -> None:
    assert main(["compare", *two_files(), "--each", "kommune", "-o", "ud", "-q"]) == 0

    assert {entry.name for entry in Path("ud").iterdir()} == {"index.html", "aeroe.html", "aabenraa.html"}
    index = Path("ud/index.html").read_text(encoding="utf-8")
    assert "Hvad der har ændret sig i hver gruppe (kolonnen kommune)" in index
    assert "har ikke svaret hver gang" in index
    assert "holdt tilbage, så en mindre gruppe ikke kan regnes ud" in index
    assert "Ærø" in Path("ud/aeroe.html").read_text(encoding="utf-8")


def test_pages_may_be_workbooks_or_json() -> None:
    files = two_files()
    for kind, suffix in (("xlsx", "xlsx"), ("json", "json")):
        assert main(["compare", *files, "--each", "kommune", "-o", kind, "--format", kind, "-q"]) == 0
        assert Path(kind, f"aeroe.{suffix}").exists()
    content = json.loads(Path("json/aeroe.json").read_text(encoding="utf-8"))
    assert content["times"][0]["context"]["municipality"] == "Ærø"
    assert content["side_level"] == "none"


def test_the_rounds_of_one_file_are_those_of_two(capsys: Captured) -> None:
    files = two_files()
    both = written("both.csv", *rows_of(AFTER, 2026), *rows_of(BEFORE, 2025))

    assert table(capsys, both, "--waves", "aar", "--by", "kommune") == table(capsys, *files, "--by", "kommune")
    of_two, of_one = as_json(capsys, *files), as_json(capsys, both, "--waves", "aar")
    assert [time["name"] for time in of_one["times"]] == ["2025", "2026"]  # rising, whatever stands first
    assert of_one["dimensions"] == of_two["dimensions"]


def test_a_column_that_is_none_of_rounds_is_refused(capsys: Captured) -> None:
    both = written("both.csv", *rows_of({"Ærø": 26}, 2025))
    for column, sentence in (("aar", "a column of rounds has 2 to 12 values"), ("aarr", "did you mean 'aar'")):
        assert main(["compare", both, "--waves", column]) == 3
        assert sentence in capsys.readouterr().err


def as_json(capsys: Captured, *arguments: str) -> Any:
    assert main(["compare", *arguments, "--format", "json", "-q"]) == 0
    return json.loads(capsys.readouterr().out)


def as_result(path: str, name: str, *more: str) -> str:
    assert main(["report", path, "-o", name, "-q", *more]) == 0
    return name


def test_results_are_compared_as_their_answers_are_and_it_is_said_that_people_cant_be_looked_for(
    capsys: Captured,
) -> None:
    files = two_files()
    results = [as_result(path, f"{path}.json") for path in files]
    of_answers = as_json(capsys, *files)

    for mixed in (results, [results[0], files[1]], [files[0], results[1]]):
        compared = as_json(capsys, *mixed)
        for key in ("verdict", "overall", "gates", "dimensions", "items", "moved_most", "side_level"):
            assert compared[key] == of_answers[key]
    assert [time["made_of"] for time in as_json(capsys, results[0], files[1])["times"]] == ["result", "rows"]
    assert main(["compare", *results, "-q"]) == 0
    assert "kun kendt som en færdig rapport" in " ".join(capsys.readouterr().out.split())


def test_fine_sides_of_a_result_are_added_up_where_the_other_time_shows_coarse_ones(capsys: Captured) -> None:
    fine, rows = rows_of({"Ærø": 65}, 2025), rows_of({"Ærø": 65}, 2026)
    politicians = [row for row in rows if row["rolle"] == "byraad"]
    # given three politicians the last time, too few for fine sides, and nobody who answers as before
    after = [{**row, "aktie": "1", "laer": "1"} for row in rows if row not in politicians[3:]]
    files = [written("a.csv", *fine), written("b.csv", *after)]
    of_answers = as_json(capsys, *files)
    assert of_answers["side_level"] == "coarse"

    of_result = as_json(capsys, as_result(files[0], "a.json"), files[1])

    assert of_result["side_level"] == "coarse"
    assert of_result["overall"]["sides"] == of_answers["overall"]["sides"]
    assert [one["sides"] for one in of_result["dimensions"]] == [one["sides"] for one in of_answers["dimensions"]]


def test_results_that_cant_be_compared_are_refused_with_a_sentence(capsys: Captured) -> None:
    _, after = two_files()
    good = as_result(after, "good.json")
    text = Path(good).read_text(encoding="utf-8")
    changed = json.loads(text)
    changed["items"][0]["counts"].append(1)
    for content, sentence in (
        (text.replace("samskab.result/2", "samskab.result/1", 1), "has no tables to compare"),
        (text.replace("samskab.result/2", "samskab.result/3", 1), "by a newer samskab"),
        (text.replace('"respondents"', '"people"', 1), "not as this version writes it: answers"),
        (text[: len(text) // 2], "not as this version writes it"),
        (json.dumps(changed), "its tables aren't of its question set"),
        (text.replace('"sha256": "', '"sha256": "0', 1), "in other words or with other rules"),
    ):
        Path("bad.json").write_text(content, encoding="utf-8")
        assert main(["compare", "bad.json", after]) == 3
        assert sentence in capsys.readouterr().err


def test_a_result_cant_be_withheld_afterwards(capsys: Captured) -> None:
    before, after = two_files()

    assert main(["compare", as_result(before, "a.json"), after, "--min-group", "10"]) == 3

    assert "made with --min-group 5" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a.json", "b.csv", "--by", "kommune"), "a result has no rows to group"),
        (("a.json", "b.csv", "--each", "kommune", "-o", "ud"), "a result has no rows to group"),
        (("a.csv", "b.csv", "--by", "kommune", "--each", "kommune"), "give one of them"),
        (("a.csv", "b.csv", "--by", "kommune", "--format", "html"), "the suffix of -o says which"),
        (("a.csv", "b.csv", "--by", "kommune", "-o", "x.html"), "no table has the suffix .html"),
        (("a.csv", "b.csv", "--each", "kommune"), "name a folder"),
        (("a.csv", "b.csv", "--waves", "aar"), "one file with all rounds"),
        (("a.csv", "--waves", "aar", "--where", "aar=2025"), "chooses rows by its own column"),
        (("a.csv",), "or one with --waves"),
    ],
)
def test_what_doesnt_go_together_is_wrong_usage(arguments: tuple[str, ...], sentence: str, capsys: Captured) -> None:
    before, _ = two_files()
    as_result(before, "a.json")

    assert main(["compare", *arguments]) == 2

    assert sentence in " ".join(capsys.readouterr().err.split())
    assert not Path("ud").exists()


def test_two_code_books_give_the_figures_of_each_file_read_alone(capsys: Captured) -> None:
    # given letters for answers, A the lowest in one year and the highest in the next
    towns = {2025: BEFORE, 2026: AFTER}
    books = {2025: dict(zip("12345", "ABCDE", strict=True)), 2026: dict(zip("12345", "EDCBA", strict=True))}
    options: list[str] = []
    alone = []
    for year, book in books.items():
        rows = [
            {key: cell if key in {"aar", "kommune"} else book.get(cell, cell) for key, cell in row.items()}
            for row in rows_of(towns[year], year)
        ]
        written(f"{year}.csv", *rows)
        values = ", ".join(f"{letter}: {value}" for value, letter in book.items())
        Path(f"{year}.yaml").write_text(f"format: 1\ncodes: {{values: {{{values}}}}}\n", encoding="utf-8")
        options += ["--map", f"{year}.yaml"]
        result = as_result(f"{year}.csv", f"{year}.json", "--map", f"{year}.yaml")
        alone.append(json.loads(Path(result).read_text(encoding="utf-8")))

    compared = as_json(capsys, "2025.csv", "2026.csv", *options)

    for at, one in enumerate(alone):
        assert [figure["scores"][at] for figure in compared["dimensions"]] == [of["score"] for of in one["dimensions"]]
        assert [figure["scores"][at] for figure in compared["items"]] == [of["score"] for of in one["items"]]
