"""Item score, figure of several items, overall: weighted means of tables, with low and high ends (scoring §2).

Scores are 0…100, as floats that aren't rounded. `low` and `high` are the same mean with every unknown answer (unsure,
blank, invalid) at the bottom, at the top; here they aren't widened yet to hold the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from samskab_cli.model.findings import End, Figure
from samskab_cli.model.rules import at_least
from samskab_cli.model.tables import ItemTable, Tables
from samskab_cli.scoring.asked_items import Asked


class ItemScore(NamedTuple):
    """One item of one crowd."""

    score: float | None
    """Mean of the item scores, if at least half of those it applies to have answered."""
    low: float | None
    """None: it applies to nobody."""
    high: float | None
    n: int
    """Answers on the scale."""
    weight: float
    """The set's weight × the share of the crowd's people that it was asked of."""
    unreached: bool
    """Whether somebody didn't come to it."""


def item_score(asked: Asked, item: str, table: ItemTable) -> ItemScore:
    """The score of one item of a crowd, and what it counts in its figures."""
    points = asked.points[item]
    counts, unsure, not_relevant, blank, invalid, not_reached, not_asked = table
    n = sum(counts)
    unknown = unsure + blank + invalid
    applicable = n + unknown
    weight = asked.weights[item]
    if not_asked:
        people = applicable + not_relevant + not_reached
        weight *= people / (people + not_asked)
    if not applicable:
        return ItemScore(None, None, None, 0, weight, not_reached > 0)
    total = sum(map(mul, points, counts))
    steps = asked.steps[item]
    return ItemScore(
        score=100 * total / (n * steps) if 2 * n >= applicable and n else None,
        low=100 * total / (applicable * steps),
        high=100 * (total + unknown * steps) / (applicable * steps),
        n=n,
        weight=weight,
        unreached=not_reached > 0,
    )


def item_scores(asked: Asked, tables: Tables) -> dict[str, ItemScore]:
    """Item id → score, of one crowd."""
    return {item: item_score(asked, item, table) for item, table in tables.items()}


def figure(
    asked: Asked, scores: Mapping[str, ItemScore], items: Sequence[str], min_answered: float | None = None
) -> Figure:
    """A dimension, or a part of a gate or an indicator: these items of one crowd (scoring §2).

    min_answered: where it isn't what the set says. Its n is the smallest number of answers to one of its scored items.
    """
    score = low = high = carried = weights = 0.0
    fewest: int | None = None
    unreached = False
    for item in items:
        own, lowest, highest, n, weight, is_unreached = scores[item]
        if lowest is None or highest is None:
            unreached = unreached or is_unreached
            continue
        weights += weight
        low += weight * lowest
        high += weight * highest
        if own is not None:
            carried += weight
            score += weight * own
            fewest = n if fewest is None or n < fewest else fewest
    if not weights:
        return Figure(None, 0.0, 100.0) if unreached else Figure(None, None, None)
    enough = fewest is not None and at_least(
        carried, (asked.question_set.min_answered if min_answered is None else min_answered) * weights
    )
    return Figure(
        score=_bounded(score / carried) if enough else None,
        low=_bounded(low / weights),
        high=_bounded(high / weights),
        n=(fewest or 0) if enough else 0,
    )


def overall(dimensions: Iterable[Figure]) -> Figure:
    """Mean of the applicable dimensions; none where one has none. Its n is the smallest of theirs."""
    applicable = [one for one in dimensions if one.applicable]

    def mean(end: End) -> float | None:
        values = [value for one in applicable if (value := end.of(one)) is not None]
        return sum(values) / len(values) if values and len(values) == len(applicable) else None

    return Figure(mean(End.SCORE), mean(End.LOW), mean(End.HIGH), n=min((one.n for one in applicable), default=0))


def _bounded(points: float) -> float:
    """Weights such as 0.1 don't add up exactly, and 100 is a bound."""
    return min(max(points, 0.0), 100.0)
