"""The verdict: its level, how sure it is and what would move it most (scoring §5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from samskab_cli.model.findings import Figure, GateFindings, GateReason, ItemFigure, Move
from samskab_cli.model.judging import LEVELS, Cutoffs, GateState, Level
from samskab_cli.scoring.asked import Asked
from samskab_cli.scoring.people import End
from samskab_cli.scoring.tolerance import at_least, below

GOOD_ENOUGH = 75.0
"""An item below this score could be moved."""


def level_of_dimension(score: float, cutoffs: Cutoffs) -> Level:
    """What a dimension's score (0…100) reaches by itself."""
    if at_least(score, cutoffs.ready.dimension):
        return Level.READY
    return Level.ATTENTION if at_least(score, cutoffs.attention.dimension) else Level.PREPARE


def level_reached(lowest: float, overall: float, cutoffs: Cutoffs) -> Level:
    """What the lowest dimension and the overall (0…100) reach together, by the cut-offs alone."""
    for level, needed in ((Level.READY, cutoffs.ready), (Level.ATTENTION, cutoffs.attention)):
        if at_least(lowest, needed.dimension) and at_least(overall, needed.overall):
            return level
    return Level.PREPARE


def find_overall(dimensions: Iterable[Figure]) -> Figure:
    """Mean of the applicable dimensions; none where one has none. Its n is the smallest of theirs."""
    applicable = [figure for figure in dimensions if figure.applicable]

    def mean(end: End) -> float | None:
        values = [value for figure in applicable if (value := end.of(figure)) is not None]
        return sum(values) / len(values) if values and len(values) == len(applicable) else None

    return Figure(
        score=mean(End.SCORE),
        low=mean(End.LOW),
        high=mean(End.HIGH),
        n=min((figure.n for figure in applicable), default=0),
        members=min((figure.members for figure in applicable), default=0),
    )


def find_level(dimensions: Collection[Figure], gates: Collection[GateFindings], cutoffs: Cutoffs) -> Level:
    """The verdict, as answered."""
    states = [gate.state for gate in gates]
    scoreless = any(gate.figure.score is None and gate.reason is not GateReason.NOT_ASKED for gate in gates)
    if scoreless and GateState.FAILED not in states:
        return Level.UNDECIDED
    return _capped(dimensions, states, End.SCORE, cutoffs)


def find_range(
    dimensions: Collection[Figure], gates: Collection[GateFindings], cutoffs: Cutoffs, level: Level
) -> tuple[Level, Level]:
    """The verdict with every unknown answer at the bottom, and at the top; ordered and widened to hold the level."""
    if not any(figure.applicable for figure in dimensions):
        return Level.NOT_NOW, Level.READY
    ends = [
        _capped(dimensions, [gate.range[0] for gate in gates], End.LOW, cutoffs),
        _capped(dimensions, [gate.range[1] for gate in gates], End.HIGH, cutoffs),
    ]
    if level is not Level.UNDECIDED:
        ends.append(level)
    return min(ends, key=LEVELS.index), max(ends, key=LEVELS.index)


def _capped(dimensions: Iterable[Figure], states: Collection[GateState], end: End, cutoffs: Cutoffs) -> Level:
    """The level by the cut-offs, under the caps of the gates; undecided without an overall."""
    figures = list(dimensions)
    overall = end.of(find_overall(figures))
    if GateState.FAILED in states:
        return Level.NOT_NOW
    if overall is None:
        return Level.UNDECIDED
    lowest = min(value for figure in figures if (value := end.of(figure)) is not None)
    if any(state is not GateState.PASSED for state in states):
        return Level.PREPARE
    return level_reached(lowest, overall, cutoffs)


def find_moves(asked: Asked, items: Mapping[str, ItemFigure], gates: Mapping[str, GateFindings]) -> tuple[Move, ...]:
    """All items below 75, ranked: those with a gate gain first, then by the sum of both gains, then question order."""
    weak_parts = [
        asked.gates[gate_id][gate.weakest]
        for gate_id, gate in gates.items()
        if gate.state is not GateState.PASSED and gate.weakest is not None
    ]
    dimension_of = asked.question_set.dimension_of
    moves = []
    for item, figure in items.items():
        if figure.score is None or not below(figure.score, GOOD_ENOUGH):
            continue
        step = (GOOD_ENOUGH - figure.score) * asked.weight([item])
        moves.append(
            Move(
                item=item,
                dimension_gain=step / asked.weight(asked.dimensions[dimension_of[item].id]),
                gate_gain=max((step / asked.weight(part) for part in weak_parts if item in part), default=0.0),
            )
        )
    moves.sort(key=lambda move: (move.gate_gain <= 0, -round(move.dimension_gain + move.gate_gain, 9)))
    return tuple(moves)
