"""How far apart people lie who agree, and the answers of one item at one end of the range.

The constants are chosen, not measured (docs/limits.md says what would replace them).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from samskab_cli.model.findings import End
from samskab_cli.model.tables import ItemTable
from samskab_cli.scoring.asked_items import Asked

_PEOPLE = 20.0
"""Points between people who agree: what one person gives to all items alike."""
_ANSWERS = 25.0
"""Points between single answers of one person: what m items take off each other."""


def sigma(items: float) -> float:
    """Standard deviation, in points, of what people who agree say over so many items (`items_that_count`)."""
    return sqrt(_PEOPLE**2 + _ANSWERS**2 / items)


SIGMA_ONE = sigma(1)
"""Of a single answer: 32.0 points."""
LARGE_ROOM = 0.38
"""What the split of a large room who agree stays below, in standard deviations of an answer."""


def items_that_count(weights: Iterable[float]) -> float:
    """(Σw)² / Σw²: as many items of the same weight say as much. At least one weight."""
    known = tuple(weights)
    total = sum(known)
    return total * total / sum(weight * weight for weight in known)


def counts_at(asked: Asked, item: str, table: ItemTable, end: End) -> tuple[int, ...]:
    """Answers a raw value, lowest first; at an end of the range unknowns are answers at the bottom or the top."""
    unknown = table.unsure + table.blank + table.invalid
    if end is End.SCORE or not unknown:
        return table.counts
    points = asked.points[item]
    lowest_first = points[0] == 0
    if lowest_first is (end is End.LOW):
        return (table.counts[0] + unknown, *table.counts[1:])
    return (*table.counts[:-1], table.counts[-1] + unknown)
