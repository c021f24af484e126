"""Explains a dimension, or a part of a gate or an indicator: the mean of its items, its range, its level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samskab_cli.disclosure.explaining.terms import (
    RULE,
    VERDICT,
    Basis,
    figure,
    gap_steps,
    reaches,
    weighted_mean,
    withheld_step,
)
from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind
from samskab_cli.model.figures_shown import DimensionShown
from samskab_cli.model.published import Withheld
from samskab_cli.model.rules import at_least


def dimension_steps(basis: Basis, shown: DimensionShown) -> list[Step]:
    """One dimension; nothing but the reason where it is withheld."""
    if isinstance(shown.score, Withheld):
        return [withheld_step()]
    rule = basis.dimension_rule(shown.id)
    items = rule.items
    steps = score_steps(basis, items, min_answered=rule.min_answered)
    if shown.score is not None:
        steps += [*_ends(basis, items), *_level(basis, shown.score)]
    return steps + gap_steps(shown.sides)


def score_steps(
    basis: Basis, items: Sequence[str], about: str | None = None, *, min_answered: float | None = None
) -> list[Step]:
    """How the score of these items came about. min_answered: where it isn't what the set says."""
    least = basis.question_set.min_answered if min_answered is None else min_answered
    return [step.model_copy(update={"about": about}) for step in _score(basis, items, least)]


def _score(basis: Basis, items: Sequence[str], least: float) -> Iterator[Step]:
    applicable = sum(one.weight for item in items if (one := basis.scores[item]).low is not None)
    if not applicable:
        unreached = any(basis.scores[item].unreached for item in items)
        yield Step(rule=Rule.NO_SCORE if unreached else Rule.NOT_APPLICABLE, section=RULE)
        return
    terms = basis.item_terms(items)
    carried = sum(term.weight or 0.0 for term in terms)
    enough = at_least(carried, least * applicable)
    if carried < applicable:
        share = carried / applicable
        yield Step(
            rule=Rule.SHARE_ANSWERED,
            section=RULE,
            terms=(figure("answered", carried), figure("applicable", applicable)),
            operation=Operation.RATIO,
            result=share,
        )
        yield reaches(Rule.ENOUGH_ANSWERED, RULE, figure("share", share), figure("min_answered", least))
    if enough and terms:
        yield weighted_mean(Rule.ITEMS_TOGETHER, RULE, terms)
    else:
        yield Step(rule=Rule.NO_SCORE, section=RULE)


def _ends(basis: Basis, items: Sequence[str]) -> Iterator[Step]:
    """Low and high, where an answer is unknown."""
    scores = [(item, one) for item in items if (one := basis.scores[item]).low is not None]
    if all(one.low == one.high for _, one in scores):
        return
    for rule, low in ((Rule.LOW, True), (Rule.HIGH, False)):
        terms = [
            Term(kind=TermKind.ITEM, id=item, value=one.low if low else one.high, weight=one.weight)
            for item, one in scores
        ]
        yield weighted_mean(rule, RULE, terms)


def _level(basis: Basis, score: float) -> list[Step]:
    """Which cut-offs the score alone reaches."""
    cutoffs = basis.question_set.cutoffs
    if cutoffs is None:
        return []
    steps = [
        reaches(rule, VERDICT, figure("score", score), figure("dimension_cutoff", bound))
        for rule, bound in (
            (Rule.REACHES_DIMENSION_READY, cutoffs.ready.dimension),
            (Rule.REACHES_DIMENSION_ATTENTION, cutoffs.attention.dimension),
        )
    ]
    return steps[:1] if steps[0].result else steps
