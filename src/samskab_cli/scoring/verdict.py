"""The verdict: level of dimensions and overall, caps by gates and indicators, range, greatest moves (scoring §5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from samskab_cli.model.findings import End, Figure, GateFindings, GateReason, Move
from samskab_cli.model.judging import LEVELS, Cutoffs, GateState, Indicator, Level
from samskab_cli.model.rules import GOOD_ENOUGH, at_least, below
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.figures import ItemScore, overall


def level_of_dimension(score: float, cutoffs: Cutoffs) -> Level:
    """What a dimension's score (0…100) reaches by itself."""
    if at_least(score, cutoffs.ready.dimension):
        return Level.READY
    return Level.ATTENTION if at_least(score, cutoffs.attention.dimension) else Level.PREPARE


def level_reached(lowest: float, overall_score: float, cutoffs: Cutoffs) -> Level:
    """What the lowest dimension and the overall (0…100) reach together, by the cut-offs alone."""
    for level, needed in ((Level.READY, cutoffs.ready), (Level.ATTENTION, cutoffs.attention)):
        if at_least(lowest, needed.dimension) and at_least(overall_score, needed.overall):
            return level
    return Level.PREPARE


def caps_at(end: End, indicators: Iterable[Indicator], parts: Mapping[str, Mapping[str, Figure]]) -> list[Level]:
    """The levels that low indicators don't let the verdict pass, at one end. parts: indicator id → part id → figure."""
    reached: list[Level] = []
    for indicator in indicators:
        values = [end.of(figure) for figure in parts.get(indicator.id, {}).values() if figure.applicable]
        known = [value for value in values if value is not None]
        if indicator.caps and known and below(min(known), indicator.caps.below):
            reached.append(indicator.caps.level)
    return reached


def level_under_gates(
    scores: Collection[float], states: Collection[GateState], cutoffs: Cutoffs, caps: Collection[Level] = ()
) -> Level:
    """The level by the cut-offs, under the caps of gates and indicators.

    scores: of the applicable dimensions; none: undecided.
    """
    if GateState.FAILED in states:
        return Level.NOT_NOW
    if not scores:
        return Level.UNDECIDED
    if any(state is not GateState.PASSED for state in states):
        return Level.PREPARE
    return min([level_reached(min(scores), sum(scores) / len(scores), cutoffs), *caps], key=LEVELS.index)


def verdict_level(
    dimensions: Collection[Figure], gates: Collection[GateFindings], cutoffs: Cutoffs, caps: Collection[Level] = ()
) -> Level:
    """The verdict, as answered."""
    states = [gate.state for gate in gates]
    scoreless = any(gate.figure.score is None and gate.reason is not GateReason.NOT_ASKED for gate in gates)
    if scoreless and GateState.FAILED not in states:
        return Level.UNDECIDED
    return level_under_gates(_scores(dimensions, End.SCORE), states, cutoffs, caps)


def verdict_range(
    dimensions: Collection[Figure],
    gate_ranges: Collection[tuple[GateState, GateState]],
    cutoffs: Cutoffs,
    level: Level,
    caps: tuple[Collection[Level], Collection[Level]] = ((), ()),
) -> tuple[Level, Level]:
    """The verdict with every unknown answer at the bottom, and at the top; ordered and widened to hold the level.

    gate_ranges, caps: at the bottom, at the top.
    """
    if not any(figure.applicable for figure in dimensions):
        return Level.NOT_NOW, Level.READY
    ends = [
        level_under_gates(_scores(dimensions, End.LOW), [low for low, _ in gate_ranges], cutoffs, caps[0]),
        level_under_gates(_scores(dimensions, End.HIGH), [high for _, high in gate_ranges], cutoffs, caps[1]),
    ]
    if level is not Level.UNDECIDED:
        ends.append(level)
    return min(ends, key=LEVELS.index), max(ends, key=LEVELS.index)


def _scores(dimensions: Collection[Figure], end: End) -> list[float]:
    """The values of the dimensions at one end; none where one that applies has none."""
    applicable = [figure for figure in dimensions if figure.applicable]
    if end.of(overall(applicable)) is None:
        return []
    return [value for figure in applicable if (value := end.of(figure)) is not None]


def moves(asked: Asked, items: Mapping[str, ItemScore], gates: Mapping[str, GateFindings]) -> tuple[Move, ...]:
    """All items below 75, ranked: those with a gate gain first, then by the sum of both gains, then question order.

    A gain is what the figure would gain over its items with a score if the item were at 75.
    """
    weak_parts = [
        asked.gates[gate_id][gate.weakest]
        for gate_id, gate in gates.items()
        if gate.state is not GateState.PASSED and gate.weakest is not None
    ]
    dimension_of = asked.question_set.dimension_of

    def weight(members: Collection[str]) -> float:
        return sum(items[item].weight for item in members if items[item].score is not None)

    ranked = []
    for item, one in items.items():
        if one.score is None or not below(one.score, GOOD_ENOUGH):
            continue
        step = (GOOD_ENOUGH - one.score) * one.weight
        ranked.append(
            Move(
                item=item,
                dimension_gain=step / weight(asked.dimensions[dimension_of[item].id]),
                gate_gain=max((step / weight(part) for part in weak_parts if item in part), default=0.0),
            )
        )
    ranked.sort(key=lambda move: (move.gate_gain <= 0, -round(move.dimension_gain + move.gate_gain, 9)))
    return tuple(ranked)
