"""How a gate's score and its state came about."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import Gate
from samskab_cli.model.result import GateShown, Withheld
from samskab_cli.disclosure.explaining.figures import lowest, score_steps
from samskab_cli.disclosure.explaining.terms import (
    GATES,
    GROUP,
    Told,
    complete,
    figure,
    gap_steps,
    numbers,
    reaches,
    side_terms,
    withheld_step,
)
from samskab_cli.model.rules import at_least, below

_TWO = 2


def gate_steps(told: Told, shown: GateShown) -> list[Step]:
    """One gate: its parts, the weakest, what it is held against, its state and its range."""
    if isinstance(shown.state, Withheld):
        return [withheld_step(shown.state.withheld)]
    gate = next(one for one in told.question_set.gates if one.id == shown.id)
    if shown.reason is GateReason.NOT_ASKED:
        return [Step(rule=Rule.NOT_ASKED, section=GATES, result=shown.state)]
    steps = [*_parts(told, gate, shown), *gap_steps(shown.sides), *_contested(told, gate, shown)]
    if shown.reason not in (GateReason.SIDES, GateReason.SPREAD):
        steps += _held_against(gate, shown)
    if isinstance(shown.score, Withheld):
        steps.append(Step(rule=Rule.SAID_OF_ALL, section=GATES))
    steps.append(Step(rule=Rule.STATE, section=GATES, result=shown.state))
    return [*steps, Step(rule=Rule.STATE_RANGE, section=GATES, result=shown.range)]


def _parts(told: Told, gate: Gate, shown: GateShown) -> Iterator[Step]:
    """The score of each part, then the weakest of them."""
    members = {part.id: [item for item in part.items if item in told.items] for part in gate.parts}
    for part in shown.parts:
        yield from score_steps(told, members[part.id], part.score, None, about=part.id)
    yield lowest(
        Rule.WEAKEST_PART,
        GROUP,
        [Term(kind=TermKind.PART, id=part.id, value=part.score) for part in shown.parts],
    )


def _contested(told: Told, gate: Gate, shown: GateShown) -> Iterator[Step]:
    """Why the room is said to disagree, or not. What is withheld may have decided it, and isn't said."""
    if told.result.answers.respondents < _TWO:
        return
    if shown.reason is GateReason.SPREAD:
        yield Step(rule=Rule.CONTESTED_BY_SPREAD, section=GATES)
        return
    several = {side: one for side, one in shown.sides.items() if isinstance(one, Withheld) or one.n >= _TWO}
    terms = side_terms(several)
    if shown.reason is not GateReason.SIDES:
        yield Step(rule=Rule.NOT_CONTESTED, section=GATES)
        return
    values = numbers(terms)
    straddle = bool(values) and below(min(values), gate.middle) and at_least(max(values), gate.middle)
    if not straddle or not at_least(max(values) - min(values), gate.contested_gap):
        yield Step(rule=Rule.CONTESTED_BY_SIDES, section=GATES, terms=terms)
        return
    gap = max(values) - min(values)
    yield Step(rule=Rule.CONTESTED_BY_SIDES, section=GATES, terms=terms, operation=Operation.SPAN, result=gap)
    yield reaches(Rule.FAR_APART, GATES, figure("gap", gap), figure("contested_gap", gate.contested_gap))


def _held_against(gate: Gate, shown: GateShown) -> list[Step]:
    """The score, its low and its high against the cut-offs: these four decide the state."""
    score, low, high = figure("score", shown.score), figure("low", shown.low), figure("high", shown.high)
    if not complete((score, low, high)):
        return [] if isinstance(shown.score, Withheld) else [Step(rule=Rule.NO_SCORE, section=GATES)]
    pass_at, fail_below = figure("pass_at", gate.pass_at), figure("fail_below", gate.fail_below)
    return [
        reaches(Rule.PASSES, GATES, score, pass_at),
        reaches(Rule.KEEPS_FROM_FAILING, GATES, low, fail_below),
        reaches(Rule.ABOVE_FAILING, GATES, score, fail_below),
        reaches(Rule.MAY_REACH, GATES, high, pass_at),
    ]
