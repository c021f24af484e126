"""`Sheet` and `Record`: what every reader gives, text cells by line, read from the start as often as needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samskab_cli.loading.readers.sheet_facts import SheetFacts

if TYPE_CHECKING:
    import polars as pl

HEAD = 200
"""Records that decide about delimiter and layout."""
MOST_COLUMNS = 5_000


class Record(NamedTuple):
    """One record of a table."""

    line: int
    """Line in the file where it begins, from 1."""
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Nothing in any cell: an empty line, or the delimiters alone that spreadsheets leave behind."""
        return not any(cell and not cell.isspace() for cell in self.cells)

    def at(self, position: int) -> str:
        """The cell of a column (from 0); a short record ends in empty ones."""
        return self.cells[position] if position < len(self.cells) else ""


class DelimitedText(NamedTuple):
    """A table that is a text, for who can read it faster than record by record."""

    delimiter: str
    at_least: int
    """Bytes that it has at least."""
    utf8: Callable[[], AbstractContextManager[Path]]
    """Where the text lies in UTF-8, as long as the block lasts."""
    check: Callable[[], None]
    """Raises AnswersRefused where the file changed since it was first read."""


class ColumnarTable(NamedTuple):
    """A table that lies column by column under one row of headings."""

    scan: Callable[[], AbstractContextManager[pl.LazyFrame]]
    """Its columns, of numbers, texts, times or truth; null where nothing is. As long as the block lasts."""
    check: Callable[[], None]
    """Raises AnswersRefused where the file changed since it was first read."""


@dataclass(frozen=True)
class Sheet:
    """A table of text cells, its records from the first one on, blank ones included."""

    file: str
    """The name of the file as remarks and problems show it."""
    described: str
    """How it was read: `UTF-8, separated by commas`."""
    head: Sequence[Record]
    """The first records that aren't blank, at most 200."""
    records: Callable[[], Iterator[Record]]
    """Go through all records; raises AnswersRefused where the file is damaged, or changed since it was first read."""
    text: DelimitedText | None = None
    """Of a text, how it can be scanned."""
    columnar: ColumnarTable | None = None
    """Of a table by columns, how it can be scanned."""
    headings: int = 1
    """How many of the first records name the columns, where the format says so."""
    has_lines: bool = True
    """Whether a record's line is something that people see in the file."""
    sparse: bool = False
    """Whether a column that nobody filled isn't there (JSON by person): one that is missing is blank."""
    facts: SheetFacts = field(default_factory=SheetFacts)
    """What the file's own structure says, beyond the cells."""
