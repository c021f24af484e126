"""How sure a verdict is: 400 rooms like this one are drawn; how many of them reach the same level (scoring §5).

400 such rooms are drawn at the points of an even sequence: without a seed, the same tables always say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt
from statistics import NormalDist, fmean

from samskab_cli.model.conclusions import Certainty, Sure, SureReason
from samskab_cli.model.findings import End
from samskab_cli.model.judging import Gate, GateState, Level
from samskab_cli.model.rules import at_least, below
from samskab_cli.scoring.conclusions.precision import SIX, Reading, readings
from samskab_cli.scoring.contest.contested import Look, looks_at
from samskab_cli.scoring.contest.spread import sigma
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.gates import state_by_score
from samskab_cli.scoring.verdict import level_under_gates

_ROOMS = 400
Column = Sequence[float]  # one number a room


def certainty(found: Findings) -> Certainty:
    """How sure the level is, were others asked. What missing answers may change is the range, and no part of it."""
    if found.level is Level.UNDECIDED:
        return Certainty(None, SureReason.UNDECIDED)
    if found.tables.people < SIX:
        return Certainty(None, SureReason.TOO_FEW)
    share = same_level(found)
    contested = any(gate.state is GateState.CONTESTED for gate in found.gates.values())
    if at_least(share, 0.9) and found.tables.people >= 8 and not contested:
        return Certainty(Sure.NINE, None)
    return Certainty(Sure.SEVEN if at_least(share, 0.7) else Sure.FIVE if at_least(share, 0.5) else Sure.FEWER, None)


def same_level(found: Findings) -> float:
    """The share of rooms with the level that was given, 0…1. Never published: it looks more exact than it is."""
    question_set, read = found.asked.question_set, readings(found)
    gates = [gate for gate in question_set.gates if found.gates[gate.id].figure.score is not None]
    columns = iter(_points(1 + len(read) + 3 * len(gates)))
    common = next(columns)
    drawn = {one: _drawn(one, read, common, next(columns)) for one in read}
    # As now: without an overall no room has one, and a gate without a score has none in any room.
    scores = [] if found.overall.score is None else [drawn[one] for one in read if one.gate is None]
    states = [_states(found, gate, drawn, [next(columns) for _ in range(3)]) for gate in gates]
    states += [[GateState.UNDECIDED] * _ROOMS] * (len(found.gates) - len(gates))
    by_room = (list(zip(*scores, strict=True)) or [()] * _ROOMS, list(zip(*states, strict=True)) or [()] * _ROOMS)
    caps = found.caps(End.SCORE)  # as now: an indicator has no noise of its own here
    levels = (level_under_gates(*room, found.cutoffs, caps) for room in zip(*by_room, strict=True))
    return sum(level is found.level for level in levels) / _ROOMS


def _drawn(one: Reading, read: Sequence[Reading], common: Column, own: Column) -> Column:
    """A figure in the rooms: about its score, which is pulled toward its kind the more the less exact it is."""
    kind = fmean(other.score for other in read if (other.gate is None) is (one.gate is None))
    trust = 12.0**2 / (12.0**2 + one.error**2)
    centre, spread = kind + trust * (one.score - kind), one.error * sqrt(1 + trust)
    shared, rest = spread * sqrt(0.6), spread * sqrt(0.4)  # whoever is content with one thing is so with others
    return [min(max(centre + shared * z0 + rest * z, 0.0), 100.0) for z0, z in zip(common, own, strict=True)]


def _states(found: Findings, gate: Gate, drawn: Mapping[Reading, Column], moves: Sequence[Column]) -> list[GateState]:
    """A gate in the rooms. moves: of the smaller camp's share, of the split, of every side's distance."""
    now, parts = found.gates[gate.id], [one for one in drawn if one.gate == gate.id]
    score, low, high = (value or 0.0 for value in now.figure[:3])
    lowest = [min(room) for room in zip(*(drawn[one] for one in parts), strict=True)]
    sides = sqrt(2 * fmean(one.variance for one in parts))
    looks = [_contested(look, sides, moves) for look in looks_at(found.asked, gate, found.tables, now.weakest)]
    states = []
    for at, contested in zip(lowest, map(any, zip(*looks, strict=True)), strict=True):
        state = GateState.CONTESTED if contested else state_by_score(gate, at)
        open_below = state is GateState.PASSED and below(at - (score - low), gate.fail_below)
        open_above = state is GateState.FAILED and at_least(at + (high - score), gate.pass_at)
        states.append(GateState.UNDECIDED if open_below or open_above else state)
    return states


def _contested(look: Look, sides: float, moves: Sequence[Column]) -> list[bool]:
    """Whether one look finds the rooms contested; its limits and the sides across the middle stay as they are."""
    now = look.camps
    share = sqrt(2 * max(now.share * (1 - now.share), 0.25 / now.n) / now.n)
    split = sqrt(2) * 0.26 * sigma(now.worth) / sqrt(now.n)
    return [look.is_split(a * share, b * split) or bool(look.apart(c * sides)) for a, b, c in zip(*moves, strict=True)]


@lru_cache(maxsize=16)
def _points(columns: int) -> tuple[Column, ...]:
    """Standard normal deviates, a column a quantity: an additive sequence, whose points fill space evenly."""
    g, normal = 2.0, NormalDist().inv_cdf
    for _ in range(200):  # g^(columns + 1) = 1 + g: the golden ratio of so many dimensions
        g = (1 + g) ** (1 / (columns + 1))
    steps = [g ** -(column + 1) for column in range(columns)]
    places = range(1, _ROOMS + 1)
    return tuple(tuple(normal(min(max((0.5 + k * step) % 1, 1e-9), 1 - 1e-9)) for k in places) for step in steps)
