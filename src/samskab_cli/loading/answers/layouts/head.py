"""The first records of a table, asked for what a survey system would have written there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import EVERY_ROW, RowRules
from samskab_cli.loading.readers import Record
from samskab_cli.model.text import fold


@dataclass(frozen=True)
class Head:
    """The records that decide, none of them blank; at least two."""

    records: Sequence[Record]

    @cached_property
    def headings(self) -> list[str]:
        """The first record, folded."""
        return [fold(cell) for cell in self.records[0].cells]

    def row(self, number: int) -> list[str]:
        """The cells of a record, at least as many as there are headings; none where there is no such record."""
        if number >= len(self.records):
            return []
        cells = self.records[number].cells
        return [*cells, *[""] * (len(self.headings) - len(cells))]

    def has(self, *names: str) -> bool:
        """Whether all these headings are there."""
        return set(map(fold, names)) <= set(self.headings)

    def find(self, *names: str) -> int | None:
        """Where the first heading stands that is one of these."""
        wanted = set(map(fold, names))
        return next((position for position, heading in enumerate(self.headings) if heading in wanted), None)

    def layout(
        self, system: str, rules: RowRules = EVERY_ROW, *, header: int = 1, blanks: Sequence[str] = ()
    ) -> Layout:
        """A layout whose columns are called by the first `header` records."""
        rows = [self.row(number) for number in range(header)]
        width = max(map(len, rows))
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
        columns = tuple(
            Column(position, heading, tuple(row[position] for row in rows[1:]))
            for position, heading in enumerate(rows[0])
        )
        return Layout(
            columns,
            first=header,
            headings=tuple(map(tuple, rows)),
            system=system,
            rules=rules,
            blanks=frozenset(map(fold, blanks)),
        )
