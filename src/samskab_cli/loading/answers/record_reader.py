"""All rows of one file as a `Body` of cells: by Polars where the table is large and plain, else record by record.

What a spelling means is found out once a spelling, never once a cell; the cells are then turned by Polars.
"""

from __future__ import annotations

import itertools
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.dictionary_column import CodedColumn, Spellings
from samskab_cli.loading.answers.layouts import Layout
from samskab_cli.loading.answers.layouts.rows import RowRules, RowSieve
from samskab_cli.loading.readers import Record, Sheet

_CELLS_AT_ONCE: Final = 500_000
_ROWS_NAMED: Final = 1_000
TAIL: Final = 30
"""Records at the end of a table that may be no respondents'."""


class Selection(NamedTuple):
    """What is to be read of a table; nothing else ever leaves it."""

    positions: tuple[int, ...]
    """Columns, from 0."""
    ids: int | None
    """One more, which has respondents' ids."""
    rules: RowRules
    texts: tuple[int, ...] = ()
    """More columns that are kept as they are: a system's own ids, its time stamps."""


@dataclass
class Body:
    """The wanted columns of one file."""

    columns: dict[int, CodedColumn]
    """Position → column, but for the one with respondents' ids."""
    ids: pl.Series | None
    """What the column with respondents' ids holds (String)."""
    lines: Sequence[int] | pl.Series
    """The line of each row."""
    incomplete: pl.Series
    """Whether the survey system marks each row as not finished."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that are nobody's answers: what they are → how many."""
    problems: list[Problem] = field(default_factory=list)
    """Rows whose answers may have shifted; they are in no column."""
    texts: dict[int, pl.Series] = field(default_factory=dict)
    """Position → what a column holds that is kept as it is (String)."""
    tail: Sequence[Record] = ()
    """The last records of the table, whole."""

    @property
    def rows(self) -> int:
        """How many respondents' rows there are."""
        return len(self.lines)

    def where(self, kept: pl.Series, why: str) -> Body:
        """The rows for which `kept` (Boolean) holds; the others are left out. why: what they are."""
        out = len(kept) - int(kept.sum())
        if not out:
            return self
        return replace(
            self,
            columns={position: column.where(kept) for position, column in self.columns.items()},
            ids=None if self.ids is None else self.ids.filter(kept),
            lines=pl.Series(self.lines, dtype=pl.UInt32).filter(kept),
            incomplete=self.incomplete.filter(kept),
            left_out=self.left_out + Counter({why: out}),
            texts={position: texts.filter(kept) for position, texts in self.texts.items()},
        )


def read_body(sheet: Sheet, layout: Layout, selection: Selection) -> Body:
    """Go through the records once, keeping only what is wanted.

    Raises AnswersRefused where the file can't be read to its end.
    """
    positions = (*selection.positions, *selection.texts, *(() if selection.ids is None else (selection.ids,)))
    columns = {position: (Spellings(), array("I")) for position in positions}
    lines, incomplete = array("Q"), array("b")
    uneven = _Uneven(sheet, layout, max(layout.least, 1 + max(positions, default=-1)))
    sieve = RowSieve(selection.rules)
    tail: deque[Record] = deque(maxlen=TAIL)
    records = (
        record for record in _remembered(layout.body(sheet), tail) if uneven.fits(record) and sieve.keeps(record.cells)
    )
    at_once = max(1, _CELLS_AT_ONCE // max(1, layout.width))
    while chunk := list(itertools.islice(records, at_once)):
        lines.extend(record.line for record in chunk)
        incomplete.extend(sieve.is_incomplete(record.cells) for record in chunk)
        # Cut to the shortest record: it lacks cells only where no column has a heading, and so none is wanted.
        transposed = list(zip(*(record.cells for record in chunk), strict=False))
        for position, (spellings, cells) in columns.items():
            cells.extend(map(spellings.__getitem__, transposed[position]))
    coded = {position: CodedColumn.of(spellings, cells) for position, (spellings, cells) in columns.items()}
    return Body(
        {position: coded[position] for position in selection.positions},
        None if selection.ids is None else _as_texts(coded[selection.ids]),
        lines,
        pl.Series(incomplete, dtype=pl.Int8) == 1,
        sieve.left_out,
        uneven.problems,
        {position: _as_texts(coded[position]) for position in selection.texts},
        tuple(tail),
    )


def _remembered(records: Iterable[Record], tail: deque[Record]) -> Iterator[Record]:
    """The records, the last of which stay in `tail`."""
    for record in records:
        tail.append(record)
        yield record


def _as_texts(column: CodedColumn) -> pl.Series:
    return column.texts({text: text for text in column.spellings}).cast(pl.String)


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
