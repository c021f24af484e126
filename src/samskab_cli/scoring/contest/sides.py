"""`SideView`: each side against all the others over items that everybody is asked; which side stands out."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple

from samskab_cli.model.conclusions import Direction, StandsOut
from samskab_cli.model.findings import End
from samskab_cli.model.rules import at_least
from samskab_cli.model.tables import ShownTables, Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.contest.spread import counts_at, items_that_count, sigma


class SideView(NamedTuple):
    """A side and all others together; scores 0…100, pooled with weights."""

    side: str
    score: float
    others: float
    distance: float
    chance: float  # √(1/n₁ + 1/n₂), n being answers an item
    noise: float  # how far two such crowds who agree lie apart: a standard deviation, points


def side_views(asked: Asked, shown: ShownTables, items: Sequence[str], end: End = End.SCORE) -> list[SideView]:
    """In the set's order: the sides of at least two people an item, where all others are as many too."""
    sides = shown.sides.values()
    compared = [i for i in items if i not in asked.partly_asked and all(i in of for of in sides)] if sides else []
    compared = [item for item in compared if any(counts_at(asked, item, shown.everybody[item], end))]
    if not compared:
        return []
    weights = [asked.weights[item] for item in compared]
    total, noise = sum(weights), sigma(items_that_count(weights))
    all_answers, all_points = _pooled(asked, shown.everybody, compared, end)
    views = []
    for side, tables in shown.sides.items():
        answers, points = _pooled(asked, tables, compared, end)
        others = all_answers - answers
        if at_least(min(answers, others), 2 * total):
            score, score_of_others = points / answers, (all_points - points) / others
            chance = sqrt(total / answers + total / others)
            views.append(SideView(side, score, score_of_others, abs(score - score_of_others), chance, noise * chance))
    return views


def _pooled(asked: Asked, tables: Tables, items: Sequence[str], end: End) -> tuple[float, float]:
    """Σ weight · answers, and Σ weight · item scores."""
    answers = points = 0.0
    for item in items:
        counts, weight = counts_at(asked, item, tables[item], end), asked.weights[item]
        answers += weight * sum(counts)
        points += weight * sum(map(mul, counts, asked.option_scores[item]))
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
