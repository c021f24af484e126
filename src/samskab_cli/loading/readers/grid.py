"""Cells of one sheet by row and column, merged ones filled; names of cells (`B7`); a stray cell costs nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.readers.sheet import MOST_COLUMNS
from samskab_cli.loading.readers.sheet_facts import SheetFacts
from samskab_cli.loading.readers.source import Source
from samskab_cli.model.text import shown

_MOST_CELLS: Final = 50_000_000
"""Rows that hold something × columns."""
_MOST_MERGED: Final = 2_000_000


class Grid:
    """One sheet, filled cell by cell. Rows are numbered as the sheet shows them, from 1; columns from 0."""

    def __init__(self, source: Source, name: str, *, visible: bool = True) -> None:
        self.name = name
        self.visible = visible
        self._source = source
        self._rows: dict[int, list[str]] = {}
        self._width = 0
        self._farthest = (0, 0)
        self._blocks: list[tuple[int, int, int]] = []
        self._formulas: dict[int, int] = {}
        self._formula_line: int | None = None
        self._hidden_rows: set[int] = set()
        self._hidden_columns: list[tuple[int, int]] = []

    def add(self, row: int, cells: list[str]) -> None:
        """The cells of a row up to the last one with something in it. Raises AnswersRefused for one far from all."""
        while cells and (not cells[-1] or cells[-1].isspace()):
            cells.pop()
        if not cells:
            return
        before = self._rows.get(row, [])
        self._rows[row] = cells if len(cells) >= len(before) else [*cells, *before[len(cells) :]]
        if len(cells) > self._width:
            self._width, self._farthest = len(cells), (row, len(cells) - 1)
        if len(self._rows) * self._width > _MOST_CELLS:
            raise self.too_far(*self._farthest)

    def too_far(self, row: int, column: int) -> AnswersRefused:
        """The error of a cell with something in it, far from everything."""
        return self._source.refused(
            f"a stray cell at {cell_name(row, column)} of sheet {shown(self.name)}, far from the table; clear it (or "
            "copy the table to a new sheet) and save again",
            row,
        )

    def merge(self, first: int, last: int, column: int) -> None:
        """Cells of a column that are one, from row to row."""
        if last > first:
            self._blocks.append((first, last, column))

    def formula_without_value(self, row: int, column: int) -> None:
        """A cell with a formula that nobody calculated."""
        self._formulas[column] = self._formulas.get(column, 0) + 1
        self._formula_line = min(row, self._formula_line or row)

    def hide_row(self, row: int) -> None:
        """A row that isn't shown, after its cells: it counts where it holds something."""
        if row in self._rows:
            self._hidden_rows.add(row)

    def hide_columns(self, first: int, last: int) -> None:
        """Columns that aren't shown, both ends included."""
        self._hidden_columns.append((first, last))
        if len(self._hidden_columns) > MOST_COLUMNS:
            raise self._source.refused(f"more than {MOST_COLUMNS:,} columns, the limit")

    @property
    def is_table(self) -> bool:
        """Whether it has rows and columns, more than one each."""
        return len(self._rows) > 1 and self._width > 1

    def finish(self) -> SheetFacts:
        """Give merged cells their values; what there is to say then."""
        merged = self._fill_merged()
        return SheetFacts(
            merged=merged,
            formulas=dict(sorted(self._formulas.items())),
            formula_line=self._formula_line,
            hidden_rows=len(self._hidden_rows),
            hidden_columns=tuple(
                column
                for column in range(self._width)
                if any(first <= column <= last for first, last in self._hidden_columns)
            ),
        )

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """All rows that hold something, all of one width."""
        for number in sorted(self._rows):
            cells = self._rows[number]
            yield number, [*cells, *[""] * (self._width - len(cells))]

    def _fill_merged(self) -> dict[int, int]:
        """Column → cells filled. Rows with nothing else in them stay blank."""
        if not self._blocks:
            return {}
        filled: dict[int, int] = {}
        numbers = sorted(self._rows)
        done = 0
        for first, last, column in self._blocks:
            begin = bisect_left(numbers, first)
            if begin == len(numbers) or numbers[begin] != first or column >= len(self._rows[first]):
                continue
            text = self._rows[first][column]
            below = numbers[begin + 1 : bisect_right(numbers, last)]
            done += len(below)
            if done > _MOST_MERGED:
                raise self._source.refused(f"more than {_MOST_MERGED:,} merged cells in sheet {shown(self.name)}")
            for row in below if text else ():
                cells = self._rows[row]
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = text
                filled[column] = filled.get(column, 0) + 1
        return filled


def cell_name(row: int, column: int) -> str:
    """As spreadsheets call it: row 4, column 27 is AB4."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
