"""How differently people answer one item, apart from what their sides explain."""

from __future__ import annotations

from operator import mul
from typing import NamedTuple

from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked


class Within(NamedTuple):
    """The answers to one item about the mean of their stratum: a shown side, or all others together."""

    squares: float
    """Sum of squared distances of item scores from their stratum's mean, in points²."""
    freedom: int
    """Σ (answers - 1) over the strata with answers."""


def within(asked: Asked, shown: ShownTables, item: str) -> Within:
    """One item of a crowd; where it has no side figures, everybody is one stratum."""
    everybody = shown.everybody[item]
    sides = [tables[item] for tables in shown.sides.values() if item in tables]
    rest = everybody
    for table in sides:
        rest = rest.minus(table)
    scores = asked.option_scores[item]
    squares, freedom = 0.0, 0
    for counts in (rest.counts, *(table.counts for table in sides)):
        n = sum(counts)
        if n:
            mean = sum(map(mul, counts, scores)) / n
            squares += sum(count * (score - mean) ** 2 for count, score in zip(counts, scores, strict=True))
            freedom += n - 1
    return Within(squares, freedom)
