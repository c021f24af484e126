"""Withholding in a table whose rows and columns both add up to something known (scoring §7).

Line by line isn't enough there: a hidden cell that is alone in its column is known, and so is its neighbour in the row.
What can be computed of hidden cells, when the sums of their rows and columns are known, are disjoint unions of
 - the hidden rest of one row, and
 - for some columns, what the rows that are hidden in them hide in the other columns
   (the sum of those rows less the sum of those columns).
So each of these must count nobody, or enough people. Where a row has a single cell, no hiding of cells does it: then
the row's own sum has to go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Generic, NamedTuple, TypeVar

from samskab_cli.model.result import Reason

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)
MOST_COLUMNS = 8
"""With more, all cells are hidden as soon as one is: the columns' subsets would be too many to look at."""


class Crossed(NamedTuple, Generic[Row, Column]):
    """What is withheld of a table."""

    hidden: dict[tuple[Row, Column], Reason]
    safe: bool
    """False: hiding cells isn't enough while these sums are known."""


def withhold_crossed(
    counts: Mapping[tuple[Row, Column], Sequence[int]], min_group: int, start: Mapping[tuple[Row, Column], Reason]
) -> Crossed[Row, Column]:
    """The cells to withhold, with the reason, and whether that is enough.

    counts: (row, column) → the people behind its figure (n), then behind what the figure is made of, if that differs.
    start: cells that are withheld whatever their size.

    >>> cells = {("x", "a"): [9], ("x", "b"): [2], ("y", "a"): [9], ("y", "b"): [7]}
    >>> hidden, safe = withhold_crossed(cells, 5, {})
    >>> sorted(hidden), safe
    ([('x', 'a'), ('x', 'b'), ('y', 'a'), ('y', 'b')], True)
    """
    hidden = {cell: reason for cell, reason in start.items() if cell in counts}
    if min_group > 1:
        hidden |= {
            cell: Reason.MIN_GROUP for cell, ns in counts.items() if cell not in hidden and 0 < ns[0] < min_group
        }
    table = _Table(counts, min_group, hidden)
    if hidden and len(table.columns) > MOST_COLUMNS:
        everything = {cell: hidden.get(cell, Reason.PROTECTS_ANOTHER) for cell in counts}
        return Crossed(everything, safe=not _Table(counts, min_group, everything).lines_exposed())
    while table.hide_for_lines() or table.hide_for_columns():
        pass
    return Crossed(table.hidden, safe=not table.lines_exposed() and not table.columns_exposed())


class _Table(Generic[Row, Column]):
    """Cells, and which of them are hidden by now."""

    def __init__(
        self,
        counts: Mapping[tuple[Row, Column], Sequence[int]],
        min_group: int,
        hidden: dict[tuple[Row, Column], Reason],
    ) -> None:
        self.hidden, self._counts, self._min_group = hidden, counts, min_group
        self.columns = list(dict.fromkeys(column for _, column in counts))
        self._sorted = sorted(counts, key=lambda cell: (counts[cell][0], str(cell)))  # the smallest go first
        self._rows: dict[Row, list[Column]] = defaultdict(list)
        lines: dict[tuple[int, Row | Column], list[tuple[Row, Column]]] = defaultdict(list)
        for row, column in self._sorted:
            self._rows[row].append(column)
            lines[0, row].append((row, column))
            lines[1, column].append((row, column))
        self._lines = list(lines.values())

    def hide_for_lines(self) -> bool:
        """Hide cells until each row's and each column's hidden rest is nobody or enough; whether any had to be."""
        changed = False
        for cells in self._lines:
            while self._exposed([cell for cell in cells if cell in self.hidden]) and self._hide(iter(cells)):
                changed = True
        return changed

    def lines_exposed(self) -> bool:
        """Whether a row's or a column's hidden rest is too few people."""
        return any(self._exposed([cell for cell in cells if cell in self.hidden]) for cells in self._lines)

    def columns_exposed(self) -> bool:
        """Whether some rows' hidden rest outside some columns is too few people."""
        return any(self._exposed(self._elsewhere(some)) for some in self._subsets())

    def hide_for_columns(self) -> bool:
        """Hide cells until, for any columns, what their rows hide elsewhere is nobody or enough."""
        changed = False
        for some in self._subsets():
            while self._exposed(self._elsewhere(some)) and self._hide(self._would_help(some)):
                changed = True
        return changed

    def _subsets(self) -> Iterator[frozenset[Column]]:
        for size in range(1, len(self.columns)):
            yield from map(frozenset, combinations(self.columns, size))

    def _touching(self, some: frozenset[Column]) -> list[Row]:
        """The rows that are hidden in one of the columns."""
        return [
            row for row, columns in self._rows.items() if any((row, c) in self.hidden for c in columns if c in some)
        ]

    def _elsewhere(self, some: frozenset[Column]) -> list[tuple[Row, Column]]:
        """What these rows hide in the other columns."""
        return [
            (row, column)
            for row in self._touching(some)
            for column in self._rows[row]
            if column not in some and (row, column) in self.hidden
        ]

    def _would_help(self, some: frozenset[Column]) -> Iterator[tuple[Row, Column]]:
        """Cells that would make it larger, the smallest first; then those that could in the end."""
        touching = set(self._touching(some))
        others = {row for row, column in self.hidden if row not in touching and column not in some}
        for row, column in self._sorted:
            if (row in touching and column not in some) or (row in others and column in some):
                yield row, column
        yield from ((row, column) for row, column in self._sorted if row not in touching and column in some)

    def _hide(self, cells: Iterator[tuple[Row, Column]]) -> bool:
        """Hide the first that is shown and counts somebody."""
        shown = next((cell for cell in cells if cell not in self.hidden and self._counts[cell][0] > 0), None)
        if shown is not None:
            self.hidden[shown] = Reason.PROTECTS_ANOTHER
        return shown is not None

    def _exposed(self, cells: Sequence[tuple[Row, Column]]) -> bool:
        totals = (sum(ns) for ns in zip(*(self._counts[cell] for cell in cells), strict=True))
        return any(0 < total < self._min_group for total in totals)
