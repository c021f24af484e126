"""Texts as other programs write them: the same cells as the plain file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.loading.readers import Sheet, read_sheets, source_of

if TYPE_CHECKING:
    from tests.loading.conftest import Refusal

PLAIN = [
    ["respondent", "rolle", "aktie"],
    ["R1", "Borger / pårørende", "4"],
    ["R2", "Byråd; politik, udvalg", ""],
    ["R3", "", "5"],
]


def sheet_of(path: Path, text: str) -> Sheet:
    path.write_text(text, encoding="utf-8")
    with ExitStack() as kept:
        return read_sheets(source_of(path, kept))[0]


def joined(rows: list[list[str]], delimiter: str = ";", quote: str = '"') -> str:
    return "".join(delimiter.join(f"{quote}{cell}{quote}" for cell in row) + "\n" for row in rows)


def cells_of(sheet: Sheet) -> list[list[str]]:
    return [record.cells for record in sheet.records()]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(joined(PLAIN), id="quoted"),
        pytest.param(joined(PLAIN, ", "), id="a blank after the delimiter"),
        pytest.param(joined(PLAIN, ",", "'"), id="single quotes"),
        pytest.param("# Eksporteret 3.11.2026\n#\n\n" + joined(PLAIN), id="comments above"),
        pytest.param("".join(f'"{";".join(row)}"\n' for row in PLAIN if ";" not in row[1]), id="one cell a row"),
        pytest.param("".join(f'"{",".join(row)}",,\n' for row in PLAIN if "," not in row[1]), id="one cell and blanks"),
        pytest.param(
            "".join('"' + joined([row], ";").strip().replace('"', '""') + '"\n' for row in PLAIN), id="quoted twice"
        ),
    ],
)
def test_cells_are_those_of_the_plain_file(text: str, tmp_path: Path) -> None:
    expected = [row for row in PLAIN if row[2] != "" or "Byråd" in text]

    assert [row for row in cells_of(sheet_of(tmp_path / "svar.csv", text)) if any(row)] == expected


def test_lines_are_those_of_the_file_whatever_stands_above_them(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "svar.csv", "# a\n# b\n\n" + joined(PLAIN))

    assert [record.line for record in sheet.head] == [4, 5, 6, 7]


def test_a_heading_that_begins_with_a_hash_is_no_comment(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "svar.csv", "#;rolle;aktie\n1;borger;4\n2;borger;5\n")

    assert cells_of(sheet)[0] == ["#", "rolle", "aktie"]


@pytest.mark.parametrize("quote", ["", '"'])
def test_rs_names_of_rows_have_no_heading(quote: str, tmp_path: Path) -> None:
    rows = [PLAIN[0], *([f"{number}", *row] for number, row in enumerate(PLAIN[1:], start=1))]
    sheet = sheet_of(tmp_path / "svar.txt", joined(rows, "\t", quote))

    assert cells_of(sheet) == [["", *PLAIN[0]], *rows[1:]]
    assert sheet.head[0].cells == ["", *PLAIN[0]]


def test_rows_that_are_only_one_cell_too_wide_are_refused_as_before(
    tmp_path: Path, header: list[str], row: Callable[..., list[str]], refusal: Refusal
) -> None:
    rows = [header, [*row("A", "byraad"), "x"], [*row("B", "byraad"), "y"]]
    (tmp_path / "svar.csv").write_text("".join(";".join(one) + "\n" for one in rows), encoding="utf-8")

    assert "its answers may have shifted" in refusal(tmp_path / "svar.csv")


def test_an_apostrophe_before_a_number_doesnt_quote_the_rest(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "svar.csv", "respondent,rolle,aktie\nR1,borger,'4\nR2,borger,'5\n")

    assert cells_of(sheet)[1:] == [["R1", "borger", "'4"], ["R2", "borger", "'5"]]


CELL = st.text(alphabet="ab4,; '#\"æ", max_size=6)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=6))
def test_what_is_quoted_as_it_should_be_is_never_taken_for_a_dialect(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    table = [["a", "b", "c"], *rows]
    text = joined([[cell.replace('"', '""') for cell in row] for row in table])

    assert cells_of(sheet_of(tmp_path_factory.getbasetemp() / "svar.csv", text)) == table
