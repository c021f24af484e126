"""Each shown side against all others together, over the items that everybody is asked and that have side figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple

from samskab_cli.model.conclusions import Direction, StandsOut
from samskab_cli.model.findings import End
from samskab_cli.model.rules import at_least
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.noise import counts_at, items_that_count, sigma


class SideView(NamedTuple):
    """A side and all others together; scores 0…100, pooled with weights."""

    side: str
    score: float
    others: float
    distance: float
    chance: float
    """√(1/n₁ + 1/n₂), n being answers an item."""
    noise: float
    """That in points: how far two such crowds who agree lie apart, as a standard deviation."""


def side_views(asked: Asked, shown: ShownTables, items: Sequence[str], end: End = End.SCORE) -> list[SideView]:
    """In the set's order: the sides of at least two people an item, where all others are as many too."""
    sides, views = shown.sides.values(), []
    compared = [i for i in items if i not in asked.partly_asked and all(i in of for of in sides)] if sides else []
    counts = {item: counts_at(asked, item, shown.everybody[item], end) for item in compared}
    counts = {item: of for item, of in counts.items() if any(of)}
    weights = [asked.weights[item] for item in counts]
    everybody = _pooled(asked, counts)
    for side, tables in shown.sides.items() if counts else ():
        own = _pooled(asked, {item: counts_at(asked, item, tables[item], end) for item in counts})
        answers, others = own[0], everybody[0] - own[0]
        if at_least(min(answers, others), 2 * sum(weights)):
            score, other_score = own[1] / answers, (everybody[1] - own[1]) / others
            chance = sqrt(sum(weights) * (1 / answers + 1 / others))
            noise = sigma(items_that_count(weights)) * chance
            views.append(SideView(side, score, other_score, abs(score - other_score), chance, noise))
    return views


def _pooled(asked: Asked, counts: Mapping[str, tuple[int, ...]]) -> tuple[float, float]:
    """Σ weight · answers, and Σ weight · item scores."""
    answers = points = 0.0
    for item, of in counts.items():
        answers += asked.weights[item] * sum(of)
        points += asked.weights[item] * sum(map(mul, of, asked.option_scores[item]))
    return answers, points


def stands_out(asked: Asked, shown: ShownTables) -> tuple[StandsOut, ...]:
    """In the set's order of sides, of one side what is lower first. Empty: no side, or no more than chance gives."""
    named = {(side, direction): list[str]() for side in shown.sides for direction in Direction}
    for dimension, items in asked.dimensions.items():
        for view in side_views(asked, shown, items):
            if at_least(view.distance, max(15.0, 2.4 * view.noise)):  # 15 points are worth naming in any room
                direction = Direction.LOWER if view.score < view.others else Direction.HIGHER
                named[view.side, direction].append(dimension)
    return tuple(StandsOut(side, tuple(of), direction) for (side, direction), of in named.items() if of)
