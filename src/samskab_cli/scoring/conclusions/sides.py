"""Each shown side against all others together, over the items that everybody is asked and that have side figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple

from samskab_cli.model.findings import End
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.camps import TWO
from samskab_cli.scoring.conclusions.noise import counts_at, items_that_count, sigma


class SideView(NamedTuple):
    """A side and all others together, over the same items."""

    side: str
    mean: float
    """Of the side's answers, pooled with weights; 0…100."""
    others: float
    noise: float
    """σ·√(1/n₁ + 1/n₂): how far, in points, two such crowds who agree lie apart."""
    chance: float
    """√(1/n₁ + 1/n₂)."""

    @property
    def distance(self) -> float:
        """Points between them."""
        return abs(self.mean - self.others)


def side_views(asked: Asked, shown: ShownTables, items: Sequence[str], end: End = End.SCORE) -> tuple[SideView, ...]:
    """In the set's order: the sides of at least two people an item, where all others are as many too."""
    if not shown.sides:
        return ()
    everybody = {
        item: counts
        for item in compared_items(asked, shown, items)
        if any(counts := counts_at(asked, item, shown.everybody[item], end))
    }
    if not everybody:
        return ()
    weights = [asked.weights[item] for item in everybody]
    total, noise = sum(weights), sigma(items_that_count(weights))
    answers, points = _pooled(asked, everybody)
    views = []
    for side, tables in shown.sides.items():
        own = {item: counts_at(asked, item, tables[item], end) for item in everybody}
        own_answers, own_points = _pooled(asked, own)
        n, others_n = own_answers / total, (answers - own_answers) / total
        if min(n, others_n) >= TWO - TOLERANCE:
            chance = sqrt(1 / n + 1 / others_n)
            mean, others = own_points / own_answers, (points - own_points) / (answers - own_answers)
            views.append(SideView(side, mean, others, noise * chance, chance))
    return tuple(views)


def compared_items(asked: Asked, shown: ShownTables, items: Sequence[str]) -> tuple[str, ...]:
    """Those of the items that compare sides: everybody is asked, and each shown side has a table."""
    sides = shown.sides.values()
    return tuple(i for i in items if i not in asked.partly_asked and all(i in tables for tables in sides))


def _pooled(asked: Asked, counts: Mapping[str, tuple[int, ...]]) -> tuple[float, float]:
    """Σ weight · answers, and Σ weight · item scores."""
    answers = points = 0.0
    for item, of in counts.items():
        weight = asked.weights[item]
        answers += weight * sum(of)
        points += weight * sum(map(mul, of, asked.option_scores[item]))
    return answers, points
