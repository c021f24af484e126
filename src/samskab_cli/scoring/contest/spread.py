"""How differently people answer: by chance (chosen constants, docs/limits.md), within sides, and in two camps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress
from math import sqrt
from operator import mul
from typing import NamedTuple

from samskab_cli.model.findings import End
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.model.tables import ItemTable, ShownTables, Tables
from samskab_cli.scoring.asked_items import Asked


def sigma(items: float) -> float:
    """Points between people who agree, a standard deviation: 20 that stay over all items of one person, 25 an item."""
    return sqrt(20.0 * 20.0 + 25.0 * 25.0 / items)


SIGMA_ONE = sigma(1)  # of a single answer: 32.0
SHARE = 0.25  # of all answers, what the smaller camp must have
LARGE_ROOM = 0.38  # what the split of a large room who agree stays below, in standard deviations of an answer


def items_that_count(weights: Iterable[float]) -> float:
    """(Σw)² / Σw²: as many items of equal weight say as much. At least one weight."""
    known = tuple(weights)
    return sum(known) * sum(known) / sum(weight * weight for weight in known)


def counts_at(asked: Asked, item: str, table: ItemTable, end: End) -> tuple[int, ...]:
    """Answers a raw value, lowest first; at an end of the range unknowns are answers at the bottom or the top."""
    counts, unknown = table.counts, table.unsure + table.blank + table.invalid
    if end is End.SCORE or not unknown:
        return counts
    at = asked.points[item].index(0 if end is End.LOW else asked.steps[item])
    return (*counts[:at], counts[at] + unknown, *counts[at + 1 :])


def within_strata(asked: Asked, shown: ShownTables, item: str) -> tuple[float, int]:
    """The squares (points²) of an item's answers about the mean of their stratum, and their freedom, Σ (answers - 1).

    Strata are the shown sides, and all others together; everybody where the item has no side figures.
    """
    strata = [tables[item] for tables in shown.sides.values() if item in tables]
    rest = shown.everybody[item]
    for table in strata:
        rest = rest.minus(table)
    scores, squares, freedom = asked.option_scores[item], 0.0, 0
    for counts in (rest.counts, *(table.counts for table in strata)):
        if n := sum(counts):
            mean = sum(map(mul, counts, scores)) / n
            squares += sum(count * (score - mean) ** 2 for count, score in zip(counts, scores, strict=True))
            freedom += n - 1
    return squares, freedom


class Camps(NamedTuple):
    """The answers to some items by a middle. An answer there is in neither camp; items without answers don't count."""

    items: int
    worth: float  # as many items of equal weight say as much
    n: float  # mean number of answers an item
    split: float  # weighted mean of √(U·D), points: U is how far above the middle an answer lies on average, D below
    share: float  # the smaller camp, of all answers: 0…0.5
    can_split: bool  # an item has five answers, and each camp two people an item


def camps(asked: Asked, tables: Tables, items: Sequence[str], middle: float, end: End = End.SCORE) -> Camps | None:
    """The camps of a crowd in these items, at one end of the range; None where nobody answered."""
    weights: list[float] = []
    answers = most = above = below = 0
    split = carried = 0.0
    for item in items:
        table = tables[item]
        counts = counts_at(asked, item, table, end)
        if n := sum(counts):
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
    number, smaller = len(weights), min(above, below)
    can_split = most >= 5 and smaller >= 2 * number
    return Camps(number, items_that_count(weights), answers / number, split / carried, smaller / answers, can_split)


@lru_cache(maxsize=1024)
def _offsets(scores: tuple[float, ...], middle: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What each option lies above the middle, and what below; 0 where it doesn't."""
    apart = [score - middle if abs(score - middle) > TOLERANCE else 0.0 for score in scores]
    return tuple(max(points, 0.0) for points in apart), tuple(max(-points, 0.0) for points in apart)
