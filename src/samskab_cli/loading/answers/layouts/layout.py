"""Where the header of a table stands, where its answers begin, and which of its rows count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.layouts.rows import EVERY_ROW, RowRules
from samskab_cli.loading.readers import Record, Sheet


@dataclass(frozen=True)
class Layout:
    """How the records of a table are to be understood."""

    columns: tuple[Column, ...]
    first: int
    """Of the records that aren't blank, the first one that is a respondent's, from 0."""
    headings: tuple[tuple[str, ...], ...] = ()
    """The records of the header, as the file has them."""
    system: str = ""
    """The survey system, where it shows; empty for a plain table."""
    rules: RowRules = EVERY_ROW
    """Which rows count."""
    blanks: frozenset[str] = frozenset()
    """What the system writes, folded, where nothing was answered or asked."""
    companions: bool = False
    """Whether files that explain the codes are looked for beside it."""

    @cached_property
    def width(self) -> int:
        """Cells of a whole record; more may only be blank."""
        return len(self.columns)

    @cached_property
    def least(self) -> int:
        """Cells that a record must have: all up to the last column with a heading."""
        return max((column.position + 1 for column in self.columns if column.names), default=0)

    def body(self, sheet: Sheet) -> Iterator[Record]:
        """The respondents' records."""
        number = 0
        for record in sheet.records():
            if not record.is_blank:
                if number >= self.first:
                    yield record
                number += 1
