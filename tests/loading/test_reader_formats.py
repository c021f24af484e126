"""Workbooks, JSON, SPSS and parquet: the same answers as the CSV file, and a sentence for what is none."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pyreadstat
import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samskab_cli.errors import Refused
from samskab_cli.loading.answers.load import LoadOptions, load
from samskab_cli.loading.readers import read_sheets, zip_size
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK, INVALID, Responses
from samskab_cli.model.question_set import QuestionSet
from tests.pinned import PINNED

EXAMPLE = Path(__file__).parents[1] / "cases" / "sag1_ensomhed_codes.csv"
EXPORTS = Path(__file__).parents[1] / "exports"
SET = load_question_set(PINNED)
Refusal = Callable[[Path], str]


def rows() -> list[list[str]]:
    return [line.split(",") for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]


def frame(path: Path, question_set: QuestionSet, **options: Any) -> pl.DataFrame:
    cells = load([path], question_set, LoadOptions(**options)).answers.cells
    assert isinstance(cells, Responses)
    return cells.frame.collect()


def workbook(path: Path, sheets: dict[str, list[list[Any]]], hidden: tuple[str, ...] = ()) -> Path:
    book = xlsxwriter.Workbook(str(path))
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(cells):
            sheet.write_row(number, 0, row)
        if name in hidden:
            sheet.hide()
    book.close()
    return path


def numbers(cells: list[list[str]]) -> list[list[Any]]:
    """As a workbook has them: values are numbers."""
    return [[float(cell) if cell.isdigit() else cell or None for cell in row] for row in cells]


def test_a_workbook_with_numbers_reads_as_the_file(tmp_path: Path, readiness: QuestionSet) -> None:
    # given a workbook named as something else, with a hidden sheet, an empty one and a title
    sheets = {"Info": [["Læs mig"]], "Skjult": numbers(rows()), "Svar": numbers(rows()), "Tom": []}
    path = workbook(tmp_path / "svar.csv", sheets, hidden=("Skjult",))

    assert frame(path, readiness).equals(frame(EXAMPLE, readiness))


def test_two_sheets_with_a_table_are_named_and_one_is_chosen_in_a_map(
    tmp_path: Path, readiness: QuestionSet, refusal: Refusal
) -> None:
    path = workbook(tmp_path / "svar.xlsx", {"Maj": rows()[:3], "Juni": rows()})
    assert "several sheets hold a table: 'Maj', 'Juni'" in refusal(path)

    (tmp_path / "map.yaml").write_text("sheet: juni\n", encoding="utf-8")
    assert frame(path, readiness, map_file=tmp_path / "map.yaml").equals(frame(EXAMPLE, readiness))
    (tmp_path / "map.yaml").write_text("sheet: Juli\n", encoding="utf-8")
    with pytest.raises(Refused, match="no sheet 'Juli'; there are: 'Maj', 'Juni'"):
        frame(path, readiness, map_file=tmp_path / "map.yaml")


def test_a_cell_that_is_no_whole_number_is_rejected_with_its_row(tmp_path: Path, readiness: QuestionSet) -> None:
    cells = numbers(rows())
    cells[3][5] = 3.5
    loaded = load([workbook(tmp_path / "svar.xlsx", {"Svar": cells})], readiness)
    (cell,) = loaded.rejected
    assert (cell.line, cell.heading, cell.text) == (4, "inviter", "3.5")


def bomb(path: Path, *, parts: int = 1, size: int = 1, lies: bool = False) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for part in range(parts):
            archive.writestr(f"xl/{part}.xml", b"0" * size)
    if lies:  # the directory says that there is one byte in it
        content = bytearray(path.read_bytes())
        at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 1)
        content[at + 24 : at + 28] = struct.pack("<I", 1)
        path.write_bytes(bytes(content))
    return path


@pytest.mark.parametrize("lies", [False, True])
def test_what_inflates_to_too_much_is_refused_before_it_does(tmp_path: Path, refusal: Refusal, lies: bool) -> None:
    path = bomb(tmp_path / "svar.xlsx", size=zip_size.MOST_BYTES + 1, lies=lies)
    assert path.stat().st_size < 1_000_000
    assert "more than 100 MB inside" in refusal(path)


def test_too_many_parts_are_refused(tmp_path: Path, refusal: Refusal) -> None:
    assert "parts inside, more than 2,000" in refusal(bomb(tmp_path / "svar.xlsx", parts=2_001))


def answers(*, nested: bool = False) -> list[dict[str, Any]]:
    header, *cells = rows()
    found = []
    for row in cells:
        one = {name: int(cell) if cell.isdigit() else cell for name, cell in zip(header, row, strict=True) if cell}
        items = {name: one.pop(name) for name in header[2:] if name in one}
        found.append({**one, "Sagen": items} if nested else {**one, **items})
    return found


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("shape", ["list", "lines", "wrapped"])
def test_json_in_three_shapes_reads_as_the_file(
    tmp_path: Path, readiness: QuestionSet, shape: str, nested: bool
) -> None:
    found = answers(nested=nested)
    texts = {
        "list": json.dumps(found, ensure_ascii=False),
        "lines": "\n".join(json.dumps(one) for one in found) + "\n",
        "wrapped": json.dumps({"count": 12, "Data": found}),
    }
    path = tmp_path / "svar.txt"
    path.write_text(texts[shape], encoding="utf-8-sig" if shape == "list" else "utf-8")

    assert frame(path, readiness).equals(frame(EXAMPLE, readiness))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('[{"aktie": 4, "aktie": 5}]', "an object has the same key twice"),
        ('{"a": [{"aktie": 4}], "b": [{"aktie": 4}]}', "it holds several lists"),
        ("[[1, 2], [3]]", "number 1 is no object"),
        ("[]", "no"),
        ('{"a": 1}\n{"a": ', "a line that is no JSON"),
        ("[" * 100_000, "JSON that"),
        ("[" + "{}," * 1_000_001 + "{}]", "more than 1,000,000 objects or 4,000,000 values"),
        ('[{"a": [' + "1," * 4_000_001 + "1]}]", "more than 1,000,000 objects or 4,000,000 values"),
        (
            json.dumps([{f"k{key}": 1} for key in range(19_000)]),
            "19,000 answers with 19,000 different paths, more than 10,000,000 cells",
        ),
    ],
)
def test_json_that_is_no_list_of_answers_is_refused(tmp_path: Path, refusal: Refusal, content: str, what: str) -> None:
    path = tmp_path / "svar.json"
    path.write_text(content, encoding="utf-8")
    assert what in refusal(path)


def test_in_json_what_nobody_answered_is_blank_and_no_missing_column(
    tmp_path: Path, readiness: QuestionSet, refusal: Refusal
) -> None:
    found = answers()
    for one in found:
        one.pop("selv", None)
    path = tmp_path / "svar.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    assert set(frame(path, readiness)["selv"]) == {BLANK}

    # but a column that could be meant is asked about
    for one in found:
        one["selvv"] = 4
    path.write_text(json.dumps(found), encoding="utf-8")
    assert "no column for selv; the nearest heading is" in refusal(path)

    # and where everybody has every key, the column is missing
    whole = [{"respondent": "a", "rolle": "byraad", **{item: 4 for item in SET.item_by_id if item != "selv"}}] * 2
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert "no column for selv" in refusal(path)


def test_an_object_around_one_value_is_its_value_and_one_around_several_no_answer(
    tmp_path: Path, readiness: QuestionSet
) -> None:
    found = answers()
    found[0]["aktie"], found[1]["aktie"], found[2]["aktie"] = {"value": 5}, [4], {"value": 5, "sure": "no"}
    for one in found:
        one["flere"] = {"value": 3}
    path = tmp_path / "svar.json"
    path.write_text(json.dumps(found), encoding="utf-8")

    assert frame(path, readiness)["aktie"].to_list()[:3] == [5, 4, INVALID]
    assert set(frame(path, readiness)["flere"]) == {3}


def test_a_group_that_somebody_left_out_whole_stays_a_group(tmp_path: Path, readiness: QuestionSet) -> None:
    found = answers(nested=True)
    found.append({"respondent": "sidste", "rolle": "byraad", "Sagen": None})
    path = tmp_path / "svar.json"
    path.write_text(json.dumps(found), encoding="utf-8")

    assert frame(path, readiness)[:-1].equals(frame(EXAMPLE, readiness))


def test_parquet_reads_as_the_file(tmp_path: Path, readiness: QuestionSet) -> None:
    header, *cells = rows()
    frame_of_texts = pl.DataFrame([[cell or None for cell in row] for row in cells], schema=header, orient="row")
    frame_of_texts.with_columns(pl.col("varmluft").cast(pl.Int64)).write_parquet(tmp_path / "svar")

    assert frame(tmp_path / "svar", readiness).equals(frame(EXAMPLE, readiness))


def spss(path: Path) -> Path:
    """Codes with labels, items named v1 … by their texts, 9 for what somebody didn't know."""
    header, *cells = rows()
    codes = {"": None, "Ved ikke": 9, "Ikke relevant": 8}
    names = [*header[:2], *(f"v{n}" for n in range(1, len(header) - 1))]
    table: dict[str, list[Any]] = {
        name: [
            row[place] if place < 2 else codes.get(row[place]) if row[place] in codes else int(row[place])
            for row in cells
        ]
        for place, name in enumerate(names)
    }
    labels: dict[int | float, str] = {float(option.value): option.label.text("da") for option in SET.scale.options} | {
        9: "Ved ikke",
        8: "Ikke relevant",
    }
    texts: list[str | None] = ["", "", *(SET.item_by_id[item].text.text("da") for item in header[2:])]
    pyreadstat.write_sav(
        pl.DataFrame(table, strict=False),
        str(path),
        column_labels=texts,
        variable_value_labels=dict.fromkeys(names[2:], labels),
        missing_ranges={name: [8, 9] for name in names[2:]},
    )
    return path


def test_spss_reads_labels_before_codes_and_texts_beside_names(tmp_path: Path, readiness: QuestionSet) -> None:
    found = frame(spss(tmp_path / "svar.sav"), readiness)
    assert found.drop("respondent").equals(frame(EXAMPLE, readiness).drop("respondent"))


def cut_by_stata(label: str, version: int) -> str:
    return label[:80] if version >= 14 else label.encode()[:79].decode(errors="ignore")


@pytest.mark.parametrize("version", [8, 12, 15])
def test_stata_reads_labels_before_codes_and_texts_beside_names(
    tmp_path: Path, readiness: QuestionSet, version: int
) -> None:
    header, *cells = rows()
    names = [*header[:2], *(f"v{n}" for n in range(1, len(header) - 1))]
    codes = {"": None, "Ved ikke": 9, "Ikke relevant": 8}
    table = {
        name: [row[at] if at < 2 else codes[row[at]] if row[at] in codes else int(row[at]) for row in cells]
        for at, name in enumerate(names)
    }
    labels: dict[int | float, str] = {option.value: option.label.text("da") for option in SET.scale.options}
    pyreadstat.write_dta(
        pl.DataFrame(table, strict=False),
        str(tmp_path / "svar.dta"),
        version=version,
        column_labels=["", "", *(cut_by_stata(SET.item_by_id[item].text.text("da"), version) for item in header[2:])],
        variable_value_labels=dict.fromkeys(names[2:], labels | {9: "Ved ikke", 8: "Ikke relevant"}),
    )

    found = frame(tmp_path / "svar.dta", readiness)
    assert found.drop("respondent").equals(frame(EXAMPLE, readiness).drop("respondent"))


def test_spss_without_the_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch, refusal: Refusal) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert "pip install 'samskab[spss]'" in refusal(EXPORTS / "spss" / "samskab.sav")


def in_memory(content: bytes) -> Source:
    from contextlib import nullcontext

    return Source("svar", lambda: nullcontext(io.BytesIO(content)))


MUTATED = {
    "xlsx": next((EXPORTS / "msforms").glob("*.xlsx")).read_bytes(),
    "json": (EXPORTS / "surveyjs" / "results.json").read_bytes(),
}


@settings(max_examples=6, deadline=None)
@example([(200, 0), (230668, 128)])  # the library adds a name that isn't there to a text
@given(st.lists(st.tuples(st.integers(176, 10**6), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_spss_file_is_a_table_or_a_sentence(flips: list[tuple[int, int]]) -> None:
    """Its library may crash on one, so it is read in a process of its own; that takes its time."""
    content = bytearray((EXPORTS / "spss" / "samskab.sav").read_bytes())
    for at, value in flips:
        content[at % len(content)] = value
    table_or_sentence(bytes(content))


def test_an_spss_file_that_brings_its_library_down_is_a_sentence() -> None:
    content = bytearray((EXPORTS / "spss" / "samskab.sav").read_bytes())
    for at in range(900, len(content), 97):
        content[at] = 255
    with pytest.raises(Refused, match="damaged, cut off"):
        read_sheets(in_memory(bytes(content)))


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(MUTATED)),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=4),
    st.one_of(st.just(1.0), st.floats(0.001, 1)),
)
def test_a_damaged_file_is_a_table_or_a_sentence(name: str, flips: list[tuple[int, int]], kept: float) -> None:
    content = bytearray(MUTATED[name])
    for at, value in flips:
        content[at % len(content)] = value
    table_or_sentence(bytes(content[: max(1, int(len(content) * kept))]))


def table_or_sentence(content: bytes) -> None:
    try:
        sheet = read_sheets(in_memory(content))[0]
    except Refused:
        return
    assert all(isinstance(cell, str) for record in sheet.records() for cell in record.cells)
