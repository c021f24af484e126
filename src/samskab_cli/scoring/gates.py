"""Gates: knock-out conditions, decided by their weakest part (scoring §3, §4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from samskab_cli.model.findings import Figure, GateFindings, GateReason
from samskab_cli.model.judging import Gate, GateState
from samskab_cli.scoring.asked import Asked
from samskab_cli.scoring.people import End, People
from samskab_cli.scoring.tolerance import TOLERANCE, at_least, below

_TWO = 2


def find_gate(asked: Asked, gate: Gate, everybody: People, sides: Collection[Figure]) -> GateFindings:
    """One gate of everybody. sides: this gate's figures of the sides that can be compared."""
    items = asked.gates[gate.id]
    parts = {part: everybody.figure(members, total=True) for part, members in items.items()}
    figure = gate_figure(parts.values())

    def contested(end: End) -> GateReason | None:
        # Two or more people, by either rule: two sides of two, or five respondents.
        if _sides_apart(gate, sides, end):
            return GateReason.SIDES
        weakest = weakest_part(parts, end)
        spread = weakest is not None and everybody.spread(gate, items[weakest], end)
        return GateReason.SPREAD if spread else None

    state, reason = _state(gate, figure, contested(End.SCORE), asked=bool(parts))
    low, high = (GateState.CONTESTED if contested(end) else _alone(gate, end.of(figure)) for end in (End.LOW, End.HIGH))
    return GateFindings(figure, parts, weakest_part(parts, End.SCORE), state, reason, (low, high))


def gate_figure(parts: Iterable[Figure]) -> Figure:
    """The lowest of the parts; none where a part has none or applies to nobody, or there is no part."""
    figures = list(parts)

    def lowest(end: End) -> float | None:
        values = [value for figure in figures if (value := end.of(figure)) is not None]
        return min(values) if values and len(values) == len(figures) else None

    return Figure(
        score=lowest(End.SCORE),
        low=lowest(End.LOW),
        high=lowest(End.HIGH),
        n=min((figure.n for figure in figures), default=0),
        members=min((figure.members for figure in figures), default=0),
    )


def weakest_part(parts: Mapping[str, Figure], end: End) -> str | None:
    """The part that decides, of equal ones the first; None where a part has no such value."""
    values = {part: end.of(figure) for part, figure in parts.items()}
    known = {part: value for part, value in values.items() if value is not None}
    if not known or len(known) < len(values):
        return None
    lowest = min(known.values())
    return next(part for part, value in known.items() if value <= lowest + TOLERANCE)


def _sides_apart(gate: Gate, sides: Iterable[Figure], end: End) -> bool:
    """Whether two sides of at least two people lie on either side of the middle, and far apart."""
    values = [value for side in sides if end.people(side) >= _TWO and (value := end.of(side)) is not None]
    if not values:
        return False
    lowest, highest = min(values), max(values)
    straddle = below(lowest, gate.middle) and at_least(highest, gate.middle)
    return straddle and at_least(highest - lowest, gate.contested_gap)


def _state(
    gate: Gate, figure: Figure, contested: GateReason | None, *, asked: bool
) -> tuple[GateState, GateReason | None]:
    """The state and why it isn't passed; the first match wins."""
    if not asked:
        return GateState.UNDECIDED, GateReason.NOT_ASKED
    if contested:
        return GateState.CONTESTED, contested
    if figure.score is None or figure.low is None or figure.high is None:
        return GateState.UNDECIDED, GateReason.NO_SCORE
    if at_least(figure.score, gate.pass_at) and at_least(figure.low, gate.fail_below):
        return GateState.PASSED, None
    if below(figure.score, gate.fail_below) and below(figure.high, gate.pass_at):
        return GateState.FAILED, GateReason.BELOW
    between = at_least(figure.score, gate.fail_below) and below(figure.score, gate.pass_at)
    return GateState.UNDECIDED, GateReason.BETWEEN if between else GateReason.UNKNOWN


def _alone(gate: Gate, figure: float | None) -> GateState:
    """The state that one end of the range has by itself."""
    if figure is None:
        return GateState.UNDECIDED
    if at_least(figure, gate.pass_at):
        return GateState.PASSED
    return GateState.FAILED if below(figure, gate.fail_below) else GateState.UNDECIDED
