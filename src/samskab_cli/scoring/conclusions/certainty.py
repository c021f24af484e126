"""How sure a verdict is: whether another room of the same size and sides would reach the same level (scoring §5).

400 such rooms are drawn at the points of an even sequence: without a seed, the same tables always say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt
from statistics import NormalDist, fmean

from samskab_cli.model.conclusions import Certainty, Sure, SureReason
from samskab_cli.model.judging import Gate, GateState, Level
from samskab_cli.model.rules import at_least, below
from samskab_cli.scoring.conclusions.contested import Look, looks_at
from samskab_cli.scoring.conclusions.noise import sigma
from samskab_cli.scoring.conclusions.readings import SIX, Reading, readings
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.gates import state_by_score
from samskab_cli.scoring.verdict import level_under_gates

_ROOMS = 400
_EIGHT = 8
Column = Sequence[float]
"""One number a room."""


def certainty(found: Findings) -> Certainty:
    """How sure the level is, were others asked; what missing answers may change is the range, and no part of it."""
    if found.level is Level.UNDECIDED:
        return Certainty(None, SureReason.UNDECIDED)
    if found.tables.people < SIX:
        return Certainty(None, SureReason.TOO_FEW)
    contested = any(gate.state is GateState.CONTESTED for gate in found.gates.values())
    share = same_level(found)
    if at_least(share, 0.9) and found.tables.people >= _EIGHT and not contested:
        return Certainty(Sure.NINE, None)
    if at_least(share, 0.7):
        return Certainty(Sure.SEVEN, None)
    return Certainty(Sure.FIVE if at_least(share, 0.5) else Sure.FEWER, None)


def same_level(found: Findings) -> float:
    """The share of rooms with the level that was given, 0…1. Never published: it looks more exact than it is."""
    read = readings(found)
    gates = [gate for gate in found.asked.question_set.gates if found.gates[gate.id].figure.score is not None]
    columns = iter(_points(1 + len(read) + 3 * len(gates)))
    common = next(columns)
    drawn = {one.of: _drawn(one, read, common, next(columns)) for one in read}
    scores = [] if found.overall.score is None else [drawn[one.of] for one in read if one.gate is None]
    states = [_states(found, gate, read, drawn, [next(columns) for _ in range(3)]) for gate in gates]
    # A gate without a score has none in any room.
    states += [[GateState.UNDECIDED] * _ROOMS] * (len(found.gates) - len(gates))
    rooms = zip(
        list(zip(*scores, strict=True)) or [()] * _ROOMS, list(zip(*states, strict=True)) or [()] * _ROOMS, strict=True
    )
    cutoffs = found.asked.question_set.verdict.cutoffs
    return sum(level_under_gates(*room, cutoffs) is found.level for room in rooms) / _ROOMS


def _drawn(one: Reading, read: Sequence[Reading], common: Column, own: Column) -> Column:
    """What the rooms have in a figure: about its score, pulled toward its kind the more the less exact it is."""
    kind = fmean(other.score for other in read if (other.gate is None) is (one.gate is None))
    trust = 12.0**2 / (12.0**2 + one.error**2)
    centre, spread = kind + trust * (one.score - kind), one.error * sqrt(1 + trust)
    shared, rest = spread * sqrt(0.6), spread * sqrt(0.4)  # who says yes to one thing does so to others
    return [min(max(centre + shared * z0 + rest * z, 0.0), 100.0) for z0, z in zip(common, own, strict=True)]


def _states(
    found: Findings, gate: Gate, read: Sequence[Reading], drawn: dict[str, Column], moves: Sequence[Column]
) -> list[GateState]:
    """What the rooms say of a gate. moves: of the smaller camp's share, of the split, of the sides' distances."""
    figure, parts = found.gates[gate.id].figure, [one for one in read if one.gate == gate.id]
    variance = fmean(one.variance for one in parts)
    looks = list(looks_at(found.asked, gate, found.tables, found.gates[gate.id].weakest))
    contested = [any(room) for room in zip(*(_contested(look, variance, moves) for look in looks), strict=True)]
    score, low, high = figure.score or 0.0, figure.low or 0.0, figure.high or 0.0
    states = []
    for at, is_contested in zip(map(min, *(drawn[one.of] for one in parts)), contested, strict=True):
        state = GateState.CONTESTED if is_contested else state_by_score(gate, at)
        lowest, highest = at + low - score, at + high - score
        doubtful = {GateState.PASSED: below(lowest, gate.fail_below), GateState.FAILED: at_least(highest, gate.pass_at)}
        states.append(GateState.UNDECIDED if doubtful.get(state) else state)
    return states


def _contested(look: Look, variance: float, moves: Sequence[Column]) -> Iterator[bool]:
    """Whether a look finds the rooms contested; its limits and the sides across the middle stay as they are."""
    now = look.camps
    share = sqrt(2 * max(now.share * (1 - now.share), 0.25 / now.n) / now.n)
    split = sqrt(2) * 0.26 * sigma(now.worth) / sqrt(now.n)
    sides = sqrt(2 * variance)
    for z_share, z_split, z_sides in zip(*moves, strict=True):
        yield look.is_split(now.share + z_share * share, now.split + z_split * split) or bool(
            look.apart(z_sides * sides)
        )


@lru_cache(maxsize=16)
def _points(columns: int) -> tuple[Column, ...]:
    """Standard normal deviates of the rooms, a column a quantity: an additive sequence that fills space evenly.

    Its steps are powers of 1/g, where g^(columns + 1) = 1 + g (a golden ratio of more dimensions).
    """
    g = 2.0
    for _ in range(200):
        g = (1 + g) ** (1 / (columns + 1))
    normal = NormalDist().inv_cdf
    return tuple(
        tuple(normal(min(max((0.5 + k * g ** -(j + 1)) % 1, 1e-9), 1 - 1e-9)) for k in range(1, _ROOMS + 1))
        for j in range(columns)
    )
