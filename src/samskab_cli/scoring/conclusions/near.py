"""Which figures lie so near a cut-off that a few other answers would have put them on its other side (scoring §5)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from samskab_cli.model.judging import LEVELS, Cutoffs, Level
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.scoring.conclusions.readings import SIX, readings
from samskab_cli.scoring.findings import Findings


@dataclass(frozen=True)
class Near:
    """A figure, and a cut-off that it lies near; 0…100."""

    figure: str
    """Id of a dimension, or `gate.part`."""
    cutoff: float
    distance: float
    """Points between them, without a sign."""


def near(found: Findings) -> tuple[Near, ...]:
    """At most three, the nearest first; of equal ones dimensions first, in the set's order. From six people on."""
    if found.tables.people < SIX:
        return ()
    question_set = found.asked.question_set
    gates = {gate.id: (gate.fail_below, gate.pass_at) for gate in question_set.gates}
    of_dimensions = _dimension_cutoffs(question_set.verdict.cutoffs, found.level)
    pairs = [
        Near(one.of, cutoff, distance)
        for one in readings(found)
        for cutoff in dict.fromkeys(of_dimensions if one.gate is None else gates[one.gate])
        if (distance := abs(one.score - cutoff)) < 0.43 * sqrt(2) * one.error - TOLERANCE
    ]
    return tuple(sorted(pairs, key=lambda one: round(one.distance, 9))[:3])


def _dimension_cutoffs(cutoffs: Cutoffs, level: Level) -> list[float]:
    """What a dimension must reach for this level, and for the next one."""
    needed = {Level.ATTENTION: cutoffs.attention.dimension, Level.READY: cutoffs.ready.dimension}
    of_interest = () if level is Level.UNDECIDED else LEVELS[level.rank : level.rank + 2]
    return [needed[one] for one in of_interest if one in needed]
