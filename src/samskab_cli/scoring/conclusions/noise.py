"""How far apart people lie who agree. The constants are chosen, not measured: see docs/limits.md."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from operator import mul
from typing import NamedTuple

from samskab_cli.model.findings import End
from samskab_cli.model.tables import ItemTable, ShownTables
from samskab_cli.scoring.asked_items import Asked


def sigma(items: float) -> float:
    """Points between people who agree, as a standard deviation: 20 that stay over all items of one, 25 an item."""
    return sqrt(20.0**2 + 25.0**2 / items)


SIGMA_ONE = sigma(1)
"""Of a single answer: 32.0 points."""
LARGE_ROOM = 0.38
"""What the split of a large room who agree stays below, in standard deviations of an answer."""


def items_that_count(weights: Iterable[float]) -> float:
    """(Σw)² / Σw²: as many items of equal weight say as much. At least one weight."""
    known = tuple(weights)
    total = sum(known)
    return total * total / sum(map(mul, known, known))


def counts_at(asked: Asked, item: str, table: ItemTable, end: End) -> tuple[int, ...]:
    """Answers a raw value, lowest first; at an end of the range unknowns are answers at the bottom or the top."""
    unknown = table.unsure + table.blank + table.invalid
    if end is End.SCORE or not unknown:
        return table.counts
    if (end is End.LOW) is (asked.points[item][0] == 0):  # the lowest raw value of a reversed item is its top
        return (table.counts[0] + unknown, *table.counts[1:])
    return (*table.counts[:-1], table.counts[-1] + unknown)


class Within(NamedTuple):
    """The answers to one item about the mean of their stratum: a shown side, or all others together."""

    squares: float
    """Sum of squared distances, points²."""
    freedom: int
    """Σ (answers - 1) over the strata with answers."""


def within(asked: Asked, shown: ShownTables, item: str) -> Within:
    """How differently people answer one item, apart from their sides; without side figures all are one stratum."""
    sides = [tables[item] for tables in shown.sides.values() if item in tables]
    rest = shown.everybody[item]
    for table in sides:
        rest = rest.minus(table)
    scores, squares, freedom = asked.option_scores[item], 0.0, 0
    for counts in (rest.counts, *(table.counts for table in sides)):
        if n := sum(counts):
            mean = sum(map(mul, counts, scores)) / n
            squares += sum(count * (score - mean) ** 2 for count, score in zip(counts, scores, strict=True))
            freedom += n - 1
    return Within(squares, freedom)
