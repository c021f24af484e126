"""Gates: passed, failed, undecided or contested by their weakest part, and their range (scoring §2, §4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from samskab_cli.model.findings import End, Figure, GateFindings, GateReason
from samskab_cli.model.judging import Gate, GateState
from samskab_cli.model.rules import TOLERANCE, at_least, below
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.contest.contested import contest


def judge_gate(asked: Asked, gate: Gate, shown: ShownTables, parts: Mapping[str, Figure]) -> GateFindings:
    """One gate of everybody, as answered. parts: part id → figure."""
    figure = gate_figure(parts.values())
    weakest = weakest_part(parts, End.SCORE)
    contested = contest(asked, gate, shown, weakest, End.SCORE)
    state, reason = _state(gate, figure, contested.reason, asked=bool(parts))
    return GateFindings(figure, parts, weakest, state, reason, contested.apart, contested.split, contested.split_limit)


def gate_range(
    asked: Asked, gate: Gate, shown: ShownTables, parts: Mapping[str, Figure]
) -> tuple[GateState, GateState]:
    """The gate's state with every unknown answer at the bottom, and at the top."""
    low, high = (_state_at(asked, gate, shown, parts, end) for end in (End.LOW, End.HIGH))
    return low, high


def gate_figure(parts: Collection[Figure]) -> Figure:
    """The lowest of the parts; none where a part has none or applies to nobody, or there is no part."""

    def lowest(end: End) -> float | None:
        values = [value for part in parts if (value := end.of(part)) is not None]
        return min(values) if values and len(values) == len(parts) else None

    return Figure(lowest(End.SCORE), lowest(End.LOW), lowest(End.HIGH), n=min((part.n for part in parts), default=0))


def weakest_part(parts: Mapping[str, Figure], end: End) -> str | None:
    """The part that decides, of equal ones the first; None where a part has no such value."""
    values = {part: value for part, figure in parts.items() if (value := end.of(figure)) is not None}
    if not values or len(values) < len(parts):
        return None
    lowest = min(values.values())
    return next(part for part, value in values.items() if value <= lowest + TOLERANCE)


def state_by_score(gate: Gate, score: float | None) -> GateState:
    """The state that a score has by itself, nothing being unknown."""
    if score is None:
        return GateState.UNDECIDED
    if at_least(score, gate.pass_at):
        return GateState.PASSED
    return GateState.FAILED if below(score, gate.fail_below) else GateState.UNDECIDED


def _state_at(asked: Asked, gate: Gate, shown: ShownTables, parts: Mapping[str, Figure], end: End) -> GateState:
    score = end.of(gate_figure(parts.values()))
    if score is not None and contest(asked, gate, shown, weakest_part(parts, end), end).reason:
        return GateState.CONTESTED
    return state_by_score(gate, score)


def _state(
    gate: Gate, figure: Figure, contested: GateReason | None, *, asked: bool
) -> tuple[GateState, GateReason | None]:
    """The state and why it isn't passed; the first match wins."""
    if not asked:
        return GateState.UNDECIDED, GateReason.NOT_ASKED
    if figure.score is None or figure.low is None or figure.high is None:
        return GateState.UNDECIDED, GateReason.NO_SCORE
    if contested:
        return GateState.CONTESTED, contested
    if at_least(figure.score, gate.pass_at) and at_least(figure.low, gate.fail_below):
        return GateState.PASSED, None
    if below(figure.score, gate.fail_below) and below(figure.high, gate.pass_at):
        return GateState.FAILED, GateReason.BELOW
    between = at_least(figure.score, gate.fail_below) and below(figure.score, gate.pass_at)
    return GateState.UNDECIDED, GateReason.BETWEEN if between else GateReason.UNKNOWN
