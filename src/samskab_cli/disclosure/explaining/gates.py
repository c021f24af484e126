"""Explains a gate: its parts' scores, the weakest, its state, whether it is contested."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.disclosure.explaining.figures import score_steps
from samskab_cli.disclosure.explaining.terms import (
    GATES,
    RULE,
    Basis,
    complete,
    figure,
    gap_steps,
    lowest,
    reaches,
    withheld_step,
)
from samskab_cli.model.explanation import Rule, Step, Term, TermKind
from samskab_cli.model.figures_shown import GateShown
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import Gate
from samskab_cli.model.published import Withheld


def gate_steps(basis: Basis, shown: GateShown) -> list[Step]:
    """One gate: its parts, the weakest, what it is held against, its state and its range."""
    if isinstance(shown.state, Withheld):
        return [withheld_step()]
    gate = next(one for one in basis.question_set.gates if one.id == shown.id)
    if shown.reason is GateReason.NOT_ASKED:
        return [Step(rule=Rule.NOT_ASKED, section=GATES, result=shown.state)]
    steps = [*_parts(basis, gate, shown), *gap_steps(shown.sides), *_contested(basis, shown)]
    if shown.reason not in (GateReason.SIDES, GateReason.SPREAD):
        steps += _held_against(gate, shown)
    steps.append(Step(rule=Rule.STATE, section=GATES, result=shown.state))
    return [*steps, Step(rule=Rule.STATE_RANGE, section=GATES, result=shown.range)]


def _parts(basis: Basis, gate: Gate, shown: GateShown) -> Iterator[Step]:
    """The score of each part, then the weakest of them."""
    members = {part.id: [item for item in part.items if item in basis.items] for part in gate.parts}
    for part in shown.parts:
        yield from score_steps(basis, members[part.id], about=part.id)
    terms = [Term(kind=TermKind.PART, id=part.id, value=part.score) for part in shown.parts]
    yield lowest(Rule.WEAKEST_PART, RULE, terms)


def _contested(basis: Basis, shown: GateShown) -> Iterator[Step]:
    """Why the room is said to disagree, or not; nothing of one person alone."""
    if basis.result.answers.respondents < 2:
        return
    if shown.reason is GateReason.SIDES:
        terms = tuple(Term(kind=TermKind.SIDE, id=side, value=shown.sides[side].score) for side in shown.apart)
        yield Step(rule=Rule.CONTESTED_BY_SIDES, section=GATES, terms=terms)
        return
    if shown.split is not None and shown.split_limit is not None:
        split, limit = figure("split", shown.split), figure("split_limit", shown.split_limit)
        yield reaches(Rule.SPLIT, GATES, split, limit)
    spread = shown.reason is GateReason.SPREAD
    yield Step(rule=Rule.CONTESTED_BY_SPREAD if spread else Rule.NOT_CONTESTED, section=GATES)


def _held_against(gate: Gate, shown: GateShown) -> list[Step]:
    """The score, its low and its high against the cut-offs: these four decide the state."""
    score, low, high = figure("score", shown.score), figure("low", shown.low), figure("high", shown.high)
    if not complete((score, low, high)):
        return [Step(rule=Rule.NO_SCORE, section=GATES)]
    pass_at, fail_below = figure("pass_at", gate.pass_at), figure("fail_below", gate.fail_below)
    return [
        reaches(Rule.PASSES, GATES, score, pass_at),
        reaches(Rule.KEEPS_FROM_FAILING, GATES, low, fail_below),
        reaches(Rule.ABOVE_FAILING, GATES, score, fail_below),
        reaches(Rule.MAY_REACH, GATES, high, pass_at),
    ]
