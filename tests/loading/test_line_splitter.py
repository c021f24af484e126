"""The quick way through a plain file gives what a CSV reader gives, or nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samskab_cli.loading.answers.layouts.rows import RowRules
from samskab_cli.loading.answers.line_splitter import read_split
from samskab_cli.loading.answers.record_reader import Selection
from samskab_cli.loading.answers.text_table import IDS, Cells, TextTable

HEADER = "id;aktie;flere\n"
WANTED = Selection((1, 2), 0, RowRules())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("split") / "svar.csv"


def split(path: Path, body: str, selection: Selection = WANTED) -> Cells | None:
    path.write_bytes((HEADER + body).encode())
    return read_split(TextTable(path, ";", 3, 2), selection, None)


def rows_of(cells: Cells) -> list[list[str]]:
    columns = [cells.frame[IDS].fill_null("").to_list()]
    for column in cells.columns.values():
        texts = {number: text for text, number in column.spellings.items()}
        columns.append([texts[number] for number in column.numbers.to_list()])
    return [list(row) for row in zip(*columns, strict=True)]


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from('aæ45;;;""\r\n\n \x1c\x00'), max_size=24).map(lambda text: f"r1;4;5\n{text}"))
@example('r1;4;5\n"r2";"";""\n')
@example('r1;4;5\n"a;4"";5\n')
@example('r1;4;5\n""";""";4\n')
@example("r1;4;5\nr2;4\nr3;4;5;5\n")
@example("r1;4;5\r\nr2;;\r\n")
@example("r1;4;5\nr2;4\r;5\n")
@example("r1;4;5\n;\n;;;")
def test_whatever_stands_in_a_file_it_is_read_as_a_csv_reader_does_or_not_at_all(path: Path, body: str) -> None:
    cells = split(path, body)

    if cells is not None:
        lines = body.removesuffix("\n").removesuffix("\r").split("\n")
        records = list(csv.reader(io.StringIO(HEADER + body, newline=""), delimiter=";"))
        assert rows_of(cells) == records[1:]
        assert all(len(record) == 3 for record in records)
        assert len(records) == 1 + len(lines)
        blank = [row for row, record in enumerate(records[1:]) if not "".join(record).strip()]
        assert cells.blank.to_list() == blank


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("r1;4;5\n" * 3, id="plain"),
        pytest.param("r1;4;5\r\n" * 3, id="line ends of Windows"),
        pytest.param("r1;4;5\nr2;;5", id="no line end at the end"),
        pytest.param('"r1";"4";""\n"r""2";4;5\n', id="in quotation marks"),
        pytest.param(";;\n ;;\nr3;4;\n", id="blank rows"),
        pytest.param("".join(f"r{n};{n};5\n" for n in range(700)), id="more spellings than a byte can number"),
    ],
)
def test_plain_files_are_read_so(path: Path, body: str) -> None:
    assert split(path, body) is not None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("r1;4;5\nr2;4\n", id="short"),
        pytest.param("r1;4;5\nr2;4;5;5\n", id="long"),
        pytest.param("r1;4\nr2;4;5;5\n", id="short and long"),
        pytest.param("r1;4;5\n\n", id="an empty line"),
        pytest.param('r1;"4;5";5\n', id="a delimiter in quotation marks"),
        pytest.param('r1;"4\n";5\n', id="a line end in quotation marks"),
        pytest.param('r1;4"4;5\n', id="half a pair"),
        pytest.param('r1;"4"4;5\n', id="something after the end of a quoted cell"),
        pytest.param("r1;4\r;5\n", id="a CR in a cell"),
        pytest.param("r1;4;5\r\r\n", id="two CRs"),
        pytest.param("r1;4;5\r", id="a CR at the end"),
        pytest.param("r1;4;" + "5" * 100_000 + "\n", id="a line beyond bounds"),
        pytest.param("", id="nobody"),
    ],
)
def test_others_are_left_to_those_who_can(path: Path, body: str) -> None:
    assert split(path, body) is None


def test_cells_that_differ_by_quotation_marks_are_one_spelling(path: Path) -> None:
    cells = split(path, 'r1;4;""\nr2;"4";\nr3;5;5\n')

    assert cells is not None
    assert cells.columns[1].counts == {"4": 2, "5": 1}
    assert cells.columns[2].counts == {"": 2, "5": 1}


def test_how_far_it_is_is_told_in_rows(path: Path) -> None:
    told: list[tuple[int, int]] = []
    path.write_text(HEADER + "r1;4;5\n" * 1000, encoding="utf-8")

    read_split(TextTable(path, ";", 3, 2), WANTED, lambda done, rows: told.append((done, rows)))

    assert told[-1] == (1000, 1000)


def test_a_column_asked_for_as_it_is_comes_without_its_quotation_marks(path: Path) -> None:
    cells = split(path, 'r1;4;"5 ""fem"""\n', Selection((1,), 0, RowRules(), (2,)))

    assert cells is not None
    assert cells.frame["text:2"].to_list() == ['5 "fem"']
    assert cells.frame.schema[IDS] == pl.String
