"""The camps above and below a middle, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from math import sqrt
from operator import mul
from typing import NamedTuple

from samskab_cli.model.findings import End
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.model.tables import Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.noise import counts_at, items_that_count

SHARE = 0.25
"""Of all answers, what the smaller camp must have."""


class Camps(NamedTuple):
    """The answers to some items by the middle; one exactly there is in neither camp."""

    n: float
    """Mean number of answers an item; items without answers don't count, here and below."""
    items: int
    worth: float
    """As many items of equal weight say as much."""
    split: float
    """Weighted mean of √(U·D), points: U is how far above the middle an answer lies on average, D below."""
    share: float
    """The smaller camp, of all answers: 0…0.5."""
    can_split: bool
    """Whether an item has five answers, and each camp two people an item."""


def camps(asked: Asked, tables: Tables, items: Sequence[str], middle: float, end: End = End.SCORE) -> Camps | None:
    """The camps of a crowd in these items, at one end of the range; None where nobody answered."""
    weights: list[float] = []
    answers = most = above = below = 0
    split = carried = 0.0
    for item in items:
        table = tables[item]
        counts = counts_at(asked, item, table, end)
        if not (n := sum(counts)):
            continue
        ups, downs = _offsets(asked.option_scores[item], middle)
        weights.append(weight := asked.weights[item])
        if table.not_asked:
            weight *= table.people / (table.people + table.not_asked)
        split += weight * sqrt(sum(map(mul, counts, ups)) * sum(map(mul, counts, downs))) / n
        carried += weight
        answers, most = answers + n, max(most, n)
        above, below = above + sum(compress(counts, ups)), below + sum(compress(counts, downs))
    if not weights:
        return None
    smaller, number = min(above, below), len(weights)
    return Camps(
        n=answers / number,
        items=number,
        worth=items_that_count(weights),
        split=split / carried,
        share=smaller / answers,
        can_split=most >= 5 and smaller >= 2 * number,
    )


@lru_cache(maxsize=1024)
def _offsets(scores: tuple[float, ...], middle: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What each option lies above the middle, and what below; 0 where it doesn't."""
    apart = [score - middle if abs(score - middle) > TOLERANCE else 0.0 for score in scores]
    return tuple(max(points, 0.0) for points in apart), tuple(max(-points, 0.0) for points in apart)
