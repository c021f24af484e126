"""The respondents' cells: each distinct spelling once, and a small number for every cell.

What a spelling means is found out once a spelling, never once a cell; the cells are then turned by Polars.
"""

from __future__ import annotations

import itertools
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.loading.layouts import Layout
from samskab_cli.loading.layouts.rows import RowRules, RowSieve
from samskab_cli.loading.readers import Record, Sheet

_CELLS_AT_ONCE: Final = 500_000
_ROWS_NAMED: Final = 1_000


class Spellings(dict[str, int]):
    """Each distinct text of a column → its number, in the order met."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


@dataclass
class CodedColumn:
    """One column of text cells."""

    spellings: Spellings = field(default_factory=Spellings)
    cells: array[int] = field(default_factory=lambda: array("I"))
    """A row's number into `spellings`."""

    @cached_property
    def numbers(self) -> pl.Series:
        """`cells` as a series (UInt32)."""
        return pl.Series(self.cells, dtype=pl.UInt32)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Spelling → how many cells have it."""
        found = self.numbers.value_counts(name="n")
        count = dict(zip(found.to_series(0).to_list(), found["n"].to_list(), strict=True))
        return {text: count[number] for text, number in self.spellings.items()}

    def decoded(self, meaning: Mapping[str, int]) -> pl.Series:
        """Every cell as the code of its spelling (Int8). meaning: all spellings → code."""
        codes = pl.Series([meaning[text] for text in self.spellings], dtype=pl.Int8)
        return codes.gather(self.numbers)

    def texts(self, meaning: Mapping[str, str | None]) -> pl.Series:
        """Every cell as a text or null (String). meaning: all spellings → text."""
        texts = pl.Series([meaning[text] for text in self.spellings], dtype=pl.String)
        return texts.gather(self.numbers)

    def rows_of(self, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Row (from 0) and spelling of each cell that has one of these, from the top."""
        numbers = {self.spellings[text]: text for text in texts}
        if numbers:
            for row in self.numbers.is_in(list(numbers)).arg_true().to_list():
                yield row, numbers[self.cells[row]]


@dataclass
class Body:
    """The wanted columns of one file."""

    columns: dict[int, CodedColumn]
    """Position → column."""
    lines: array[int] = field(default_factory=lambda: array("Q"))
    """The line of each row."""
    incomplete: array[int] = field(default_factory=lambda: array("b"))
    """1 for each row that the survey system marks as not finished, else 0."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that are nobody's answers: what they are → how many."""
    problems: list[Problem] = field(default_factory=list)
    """Rows whose answers may have shifted; they are in no column."""

    @property
    def rows(self) -> int:
        """How many respondents' rows there are."""
        return len(self.lines)


def read_body(sheet: Sheet, layout: Layout, positions: Sequence[int], rules: RowRules) -> Body:
    """Go through the records once, keeping only the columns at these positions (from 0).

    Raises AnswersRefused where the file can't be read to its end.
    """
    body = Body({position: CodedColumn() for position in positions})
    uneven = _Uneven(sheet, layout, max(layout.least, 1 + max(positions, default=-1)))
    sieve = RowSieve(rules)
    records = (record for record in layout.body(sheet) if uneven.fits(record) and sieve.keeps(record.cells))
    at_once = max(1, _CELLS_AT_ONCE // max(1, layout.width))
    while chunk := list(itertools.islice(records, at_once)):
        body.lines.extend(record.line for record in chunk)
        body.incomplete.extend(sieve.is_incomplete(record.cells) for record in chunk)
        # Cut to the shortest record: it lacks cells only where no column has a heading, and so none is wanted.
        transposed = list(zip(*(record.cells for record in chunk), strict=False))
        for position, column in body.columns.items():
            column.cells.extend(map(column.spellings.__getitem__, transposed[position]))
    body.problems, body.left_out = uneven.problems, sieve.left_out
    return body


class _Uneven:
    """Records with too few or too many cells: their answers may have shifted."""

    def __init__(self, sheet: Sheet, layout: Layout, least: int) -> None:
        self._sheet, self._layout, self._least = sheet, layout, least
        self._shown: list[Problem] = []
        self._count = 0

    def fits(self, record: Record) -> bool:
        """Whether a record has a cell for each column; blank ones beyond are harmless."""
        count = len(record.cells)
        if self._least <= count and not any(cell.strip() for cell in record.cells[self._layout.width :]):
            return True
        self._count += 1
        if len(self._shown) < _ROWS_NAMED:
            message = f"{count} cells, the header has {self._layout.width}: its answers may have shifted"
            self._shown.append(Problem(message, self._sheet.file, record.line))
        return False

    @property
    def problems(self) -> list[Problem]:
        """One a record; of very many, the first ones and how many there are."""
        if self._count <= _ROWS_NAMED:
            return self._shown
        return [*self._shown, Problem(f"{self._count:,} rows in all have too few or too many cells", self._sheet.file)]
