"""How far the answers above and below a middle lie apart: the split of a room, of one item or several."""

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
FEWEST = 5
"""Answers that one item must have."""
TWO = 2
"""People that each camp must have, an item on average; and a side, and all others."""


class Camps(NamedTuple):
    """The answers to some items, by the middle; an answer exactly there is in neither camp."""

    items: int
    """Those with answers; the rest says nothing."""
    items_that_count: float
    """How many items of the same weight they are worth."""
    answers: int
    most: int
    """Answers of the item that has most."""
    above: int
    below: int
    split: float
    """Weighted mean of √(U·D) over the items, in points: U is what an answer lies above the middle on average, D
    below; 0 where all lie on one side."""

    @property
    def n(self) -> float:
        """Mean number of answers an item."""
        return self.answers / self.items

    @property
    def share(self) -> float:
        """Of all answers, those in the smaller camp: 0…0.5."""
        return min(self.above, self.below) / self.answers

    @property
    def can_split(self) -> bool:
        """Whether there are answers enough, and two people an item in each camp."""
        return self.most >= FEWEST and min(self.above, self.below) >= TWO * self.items


def camps(asked: Asked, tables: Tables, items: Sequence[str], middle: float, end: End = End.SCORE) -> Camps | None:
    """The camps of a crowd in these items, at one end of the range; None where nobody answered."""
    answers = most = above = below = 0
    weights, split, heavy = [], 0.0, 0.0
    for item in items:
        table = tables[item]
        counts = counts_at(asked, item, table, end)
        n = sum(counts)
        if not n:
            continue
        ups, downs = _offsets(asked.option_scores[item], middle)
        up, down = sum(map(mul, counts, ups)), sum(map(mul, counts, downs))
        weight = asked.weights[item]
        weights.append(weight)
        if table.not_asked:
            weight *= table.people / (table.people + table.not_asked)
        split += weight * sqrt(up * down) / n
        heavy += weight
        answers, most = answers + n, max(most, n)
        above, below = above + sum(compress(counts, ups)), below + sum(compress(counts, downs))
    if not weights:
        return None
    return Camps(len(weights), items_that_count(weights), answers, most, above, below, split / heavy)


@lru_cache(maxsize=1024)
def _offsets(scores: tuple[float, ...], middle: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What each option lies above the middle, and what below; 0 where it doesn't."""
    apart = [score - middle for score in scores]
    ups = tuple(points if points > TOLERANCE else 0.0 for points in apart)
    downs = tuple(-points if points < -TOLERANCE else 0.0 for points in apart)
    return ups, downs
