"""`Reading`: standard error of each dimension and part of a gate of a room; which lies near a cut-off (scoring §5)."""

from __future__ import annotations

from math import sqrt
from statistics import fmean
from typing import NamedTuple

from samskab_cli.model.conclusions import Near
from samskab_cli.model.findings import Figure
from samskab_cli.model.judging import Level
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.scoring.asked_items import Items
from samskab_cli.scoring.contest.spread import SIGMA_ONE, items_that_count, within_strata
from samskab_cli.scoring.findings import Findings

SIX = 6  # people, from whom on it is said how sure something is


class Reading(NamedTuple):
    """A dimension, or a part of a gate, that has a score (0…100), and how exactly that was measured."""

    of: str  # id of the dimension, or `gate.part`
    gate: str | None
    score: float
    variance: float  # of what one person says to it, points²
    error: float  # standard error, points


def readings(found: Findings) -> tuple[Reading, ...]:
    """The dimensions, then the parts by gate, in the set's order; those without a score are left out."""
    spread = {item: within_strata(found.asked, found.tables, item) for item in found.items}
    freedom = fmean(of for _, of in spread.values())
    tail = sqrt((4 + freedom) / (2 + freedom))  # as of Student's t: the variance is estimated too

    def reading(of: str, gate: str | None, items: Items, score: float) -> Reading:
        answered = {item: found.items[item] for item in items if found.items[item].n}
        worth = items_that_count(found.asked.weights[item] for item in answered)
        n = fmean(one.n for one in answered.values() if one.score is not None)
        squares, own_freedom = (fmean(values) for values in zip(*(spread[item] for item in items), strict=True))
        # As if four people more had answered, as different as people usually are: few say little of how they differ.
        variance = (4 * SIGMA_ONE**2 + squares) / (4 + own_freedom) * (0.5 + 0.5 / worth)
        return Reading(of, gate, score, variance, sqrt(variance / n) * tail)

    figures: list[tuple[str, str | None, Items, Figure]] = [
        (of, None, found.asked.dimensions[of], figure) for of, figure in found.dimensions.items()
    ]
    for gate, of in found.gates.items():
        parts = found.asked.gates[gate]
        figures += [(f"{gate}.{part}", gate, parts[part], figure) for part, figure in of.parts.items()]
    return tuple(reading(of, gate, items, one.score) for of, gate, items, one in figures if one.score is not None)


def near(found: Findings) -> tuple[Near, ...]:
    """Figures that a few other answers would put across a cut-off: at most three, the nearest first, then set order."""
    gates = {gate.id: (gate.fail_below, gate.pass_at) for gate in found.asked.question_set.gates}
    cutoffs = found.cutoffs
    attention, ready = cutoffs.attention.dimension, cutoffs.ready.dimension
    reached = {Level.PREPARE: (attention,), Level.ATTENTION: (attention, ready), Level.READY: (ready,)}
    of_level = reached.get(found.level, ())  # what a dimension must reach for this level, and for the next
    pairs = [
        Near(one.of, cutoff, distance)
        for one in (readings(found) if found.tables.people >= SIX else ())
        for cutoff in dict.fromkeys(of_level if one.gate is None else gates[one.gate])
        if (distance := abs(one.score - cutoff)) < 0.43 * sqrt(2) * one.error - TOLERANCE
    ]
    return tuple(sorted(pairs, key=lambda one: round(one.distance, 9))[:3])
