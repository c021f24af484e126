"""A table as a workbook of one sheet, row by row in little memory: numbers as numbers, foreign text as text only."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from samskab_cli.errors import OutputRefused
from samskab_cli.reporting.spreadsheet_cell import safe_cell
from samskab_cli.temporary import temporary_folder

MOST_ROWS: Final = 1_048_575
"""Rows that a sheet holds below its headings."""
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

Cell = str | float | int | None
WriteRows = Callable[[Iterable[Sequence[Cell]]], None]


@contextlib.contextmanager
def sheet(file: Path, headings: Sequence[str]) -> Iterator[WriteRows]:
    """A workbook with these headings; what it yields adds rows. Written when the block ends.

    Raises OutputRefused for more than MOST_ROWS rows, OSError where the file can't be written.
    """
    with (
        temporary_folder() as folder,  # for rows on their way: they go, whatever happens
        _said_as_usual(),
    ):
        book = xlsxwriter.Workbook(file, _OPTIONS | {"tmpdir": str(folder)})
        book.use_zip64()
        page = book.add_worksheet()
        page.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for at, heading in enumerate(headings):
            page.write_string(0, at, safe_cell(heading), bold)
        down = 0

        def write(rows: Iterable[Sequence[Cell]]) -> None:
            nonlocal down
            for row in rows:
                down += 1
                if down > MOST_ROWS:
                    raise OutputRefused(f"a sheet holds {MOST_ROWS:,} rows, and there are more: .csv has no end")
                for at, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(down, at, safe_cell(cell))
                    elif cell is not None:
                        page.write_number(down, at, cell)

        try:
            yield write
        except BaseException:
            page.row_data_fh.close()  # or its folder couldn't go on Windows; of half a table no workbook is made
            raise
        book.close()


@contextlib.contextmanager
def _said_as_usual() -> Iterator[None]:
    """What the system says of a file, without the wrapping."""
    try:
        yield
    except FileCreateError as error:
        raise error.args[0] from None
