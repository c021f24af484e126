"""Explains the verdict: gates that cap it, lowest dimension and overall against the cut-offs, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.disclosure.explaining.terms import (
    RULE,
    VERDICT,
    Basis,
    cap_steps,
    complete,
    figure,
    lowest,
    mean,
    reaches,
    withheld_step,
)
from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.verdict_shown import HeldByDimension, HeldByOverall, VerdictShown
from samskab_cli.scoring.verdict import level_reached


def verdict_steps(basis: Basis, shown: VerdictShown) -> list[Step]:
    """The verdict, its range, and what is missing to the next level."""
    if isinstance(shown.level, Withheld):
        return [withheld_step()]
    return [
        *_cap(basis),
        *_cutoffs(basis),
        *_capped(basis),
        *_undecided(basis, shown),
        Step(rule=Rule.LEVEL, section=VERDICT, result=shown.level),
        Step(rule=Rule.RANGE, section=VERDICT, result=shown.range),
        *_missing(shown),
    ]


def _cap(basis: Basis) -> Iterator[Step]:
    """The highest level that the gates allow."""
    states = {gate.id: gate.state for gate in basis.result.gates if isinstance(gate.state, GateState)}
    if not states:
        return
    cap = Level.READY
    if any(state is not GateState.PASSED for state in states.values()):
        cap = Level.NOT_NOW if GateState.FAILED in states.values() else Level.PREPARE
    terms = tuple(Term(kind=TermKind.GATE, id=gate, value=state) for gate, state in states.items())
    yield Step(rule=Rule.GATES_CAP, section=VERDICT, terms=terms, result=cap)


def _cutoffs(basis: Basis) -> Iterator[Step]:
    """The level by the cut-offs alone."""
    dimensions = [one for one in basis.result.dimensions if one.low is not None]
    terms = [Term(kind=TermKind.DIMENSION, id=one.id, value=one.score) for one in dimensions]
    overall = basis.result.overall.score
    cutoffs = basis.question_set.cutoffs
    if not complete(terms) or not isinstance(overall, float) or cutoffs is None:
        return
    least = lowest(Rule.LOWEST_DIMENSION, VERDICT, terms)
    low = float(str(least.result))
    yield least
    yield mean(Rule.MEAN_OF_DIMENSIONS, RULE, terms, overall)
    for of_lowest, of_overall, bounds in (
        (Rule.LOWEST_REACHES_READY, Rule.OVERALL_REACHES_READY, cutoffs.ready),
        (Rule.LOWEST_REACHES_ATTENTION, Rule.OVERALL_REACHES_ATTENTION, cutoffs.attention),
    ):
        both = [
            reaches(of_lowest, VERDICT, figure("lowest", low), figure("dimension_cutoff", bounds.dimension)),
            reaches(of_overall, VERDICT, figure("overall", overall), figure("overall_cutoff", bounds.overall)),
        ]
        yield from both
        if all(step.result for step in both):
            break
    yield Step(rule=Rule.LEVEL_BY_CUTOFFS, section=VERDICT, result=level_reached(low, overall, cutoffs))


def _capped(basis: Basis) -> Iterator[Step]:
    """Whether an indicator holds the verdict down."""
    shown = {one.id: one for one in basis.result.indicators}
    for indicator in basis.question_set.indicators:
        scores = [part.score for part in shown[indicator.id].parts] if indicator.id in shown else []
        known = [score for score in scores if isinstance(score, float)]
        if known:
            yield from cap_steps(indicator, min(known))


def _undecided(basis: Basis, verdict: VerdictShown) -> Iterator[Step]:
    """What has no score, where that leaves the verdict open."""
    if verdict.level is not Level.UNDECIDED:
        return
    terms = [
        Term(kind=TermKind.DIMENSION, id=one.id, value=None)
        for one in basis.result.dimensions
        if one.low is not None and one.score is None
    ]
    terms += [
        Term(kind=TermKind.GATE, id=gate.id, value=None)
        for gate in basis.result.gates
        if gate.reason is GateReason.NO_SCORE
    ]
    yield Step(rule=Rule.UNDECIDED, section=VERDICT, terms=tuple(terms))


def _missing(verdict: VerdictShown) -> Iterator[Step]:
    """The points missing to the next level."""
    held = verdict.held_back_by
    for one in () if isinstance(held, Withheld) else held:
        if not isinstance(one, HeldByDimension | HeldByOverall) or not isinstance(one.score, float):
            continue
        yield Step(
            rule=Rule.MISSING_POINTS,
            section=VERDICT,
            about=one.dimension if isinstance(one, HeldByDimension) else "overall",
            terms=(figure("needed", one.needed), figure("score", one.score)),
            operation=Operation.DIFFERENCE,
            result=one.missing,
        )
