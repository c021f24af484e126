"""How a dimension, or a part of a gate or an indicator, came about: down to the items and their counts."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind
from samskab_cli.model.result import DimensionShown, ItemShown, Shown, Withheld
from samskab_cli.disclosure.explaining.terms import (
    GROUP,
    ONE,
    VERDICT,
    Told,
    complete,
    figure,
    gap_steps,
    numbers,
    reaches,
    weighted_mean,
    withheld_step,
)
from samskab_cli.model.rules import at_least


def dimension_steps(told: Told, shown: DimensionShown) -> list[Step]:
    """One dimension; nothing but the reason where it is withheld."""
    if isinstance(shown.score, Withheld):
        return [withheld_step(shown.score.withheld)]
    if shown.low is None:
        return [Step(rule=Rule.NOT_APPLICABLE, section=GROUP)]
    dimension = next(d for d in told.question_set.dimensions if d.id == shown.id)
    items = [item.id for item in dimension.items if item.id in told.items]
    n = shown.n if isinstance(shown.n, int) else None
    steps = score_steps(told, items, shown.score, n)
    steps += _ends(told, items, shown)
    if isinstance(shown.score, float):
        steps += _level(told, shown.score)
    return steps + gap_steps(shown.sides)


def score_steps(told: Told, items: Sequence[str], score: Shown, n: int | None, about: str | None = None) -> list[Step]:
    """How the score of these items came about. n: people with a score, where that is published."""
    if isinstance(score, Withheld):
        steps = [withheld_step(score.withheld)]
    elif told.alone or told.votes:
        steps = _from_items(told, items)
    else:
        steps = _from_people(told, items, score, n)
    return [step.model_copy(update={"about": about}) for step in steps]


def _from_items(told: Told, items: Sequence[str]) -> list[Step]:
    """One answer set, or votes: the items are all there is, so every step can be computed again."""
    terms = _answered(told, items)
    if terms is None:
        return [Step(rule=Rule.VOTES_TOGETHER, section=GROUP, terms=told.item_terms(items))]
    answered = sum(term.weight or 0.0 for term in terms)
    applicable = sum(told.weight(item) * _applicable(told.items[item]) for item in items)
    if not applicable:
        return [Step(rule=Rule.NO_SCORE, section=ONE)]
    share = answered / applicable
    enough = at_least(share, told.question_set.min_answered)
    steps = [
        Step(
            rule=Rule.SHARE_ANSWERED,
            section=ONE,
            terms=(figure("answered", answered), figure("applicable", applicable)),
            operation=Operation.RATIO,
            result=share,
        ),
        reaches(
            Rule.ENOUGH_ANSWERED, ONE, figure("share", share), figure("min_answered", told.question_set.min_answered)
        ),
    ]
    if enough and answered:
        rule, section = (Rule.VOTES_TOGETHER, GROUP) if told.votes else (Rule.ONE_ANSWER_SET, ONE)
        return [*steps, weighted_mean(rule, section, terms)]
    return [*steps, Step(rule=Rule.NO_SCORE, section=ONE)]


def _from_people(told: Told, items: Sequence[str], score: Shown, n: int | None) -> list[Step]:
    """Linked answers: the mean of people's scores, which nobody else gets to see; the items stand beside it."""
    terms = told.item_terms(items)
    if not isinstance(score, float):
        people = (figure("people", n),) if n is not None else ()
        return [Step(rule=Rule.NO_SCORE, section=GROUP, terms=people)]
    everybody = told.result.answers.respondents
    if all(_count(told.items[item]) == everybody for item in items):
        return [weighted_mean(Rule.ALL_ANSWERED, GROUP, terms)]
    together = Step(rule=Rule.PEOPLE_TOGETHER, section=GROUP, result=score)
    if n is not None:
        terms_of_people = (figure("sum", score * n), figure("people", n))
        together = together.model_copy(update={"terms": terms_of_people, "operation": Operation.RATIO})
    return [together, weighted_mean(Rule.ITEMS_TOGETHER, ONE, terms)]


def _ends(told: Told, items: Sequence[str], shown: DimensionShown) -> list[Step]:
    """Low and high: from the items where they are all there is, else as they are published."""
    terms = _answered(told, items) if told.alone or told.votes else None
    unknown = sum(told.weight(item) * (_applicable(told.items[item]) - _count(told.items[item])) for item in items)
    if terms is not None and unknown:
        return [
            weighted_mean(rule, ONE, [*terms, Term(kind=TermKind.FIGURE, id="unknown", value=points, weight=unknown)])
            for rule, points in ((Rule.LOW, 0.0), (Rule.HIGH, 100.0))
        ]
    ends = (figure("low", shown.low), figure("high", shown.high))
    if not complete(ends) or shown.low == shown.high:
        return []
    return [Step(rule=Rule.LOW_AND_HIGH, section=GROUP, terms=ends)]


def _level(told: Told, score: float) -> list[Step]:
    """Which cut-offs the score alone reaches."""
    cutoffs = told.question_set.verdict.cutoffs
    steps = [
        reaches(rule, VERDICT, figure("score", score), figure("dimension_cutoff", bound))
        for rule, bound in (
            (Rule.REACHES_DIMENSION_READY, cutoffs.ready.dimension),
            (Rule.REACHES_DIMENSION_ATTENTION, cutoffs.attention.dimension),
        )
    ]
    return steps[:1] if steps[0].result else steps


def _answered(told: Told, items: Sequence[str]) -> list[Term] | None:
    """Items with answers: score, and weight times their number. None where one is withheld."""
    shown = [told.items[item] for item in items]
    if any(isinstance(item.counts, Withheld) for item in shown):
        return None
    return [
        Term(kind=TermKind.ITEM, id=item.id, value=item.score, weight=told.weight(item.id) * _count(item))
        for item in shown
        if _count(item)
    ]


def _count(item: ItemShown) -> int:
    """Value cells; 0 where they are withheld."""
    return 0 if isinstance(item.counts, Withheld) else sum(item.counts)


def _applicable(item: ItemShown) -> int:
    return _count(item) + item.unsure + item.blank + item.invalid


def lowest(rule: Rule, section: str, terms: Sequence[Term]) -> Step:
    """The lowest of the terms, and which it is; not computed where one isn't a number."""
    if not complete(terms):
        return Step(rule=rule, section=section, terms=tuple(terms))
    low = min(numbers(terms))
    return Step(
        rule=rule,
        section=section,
        terms=tuple(terms),
        operation=Operation.LOWEST,
        result=low,
        decides=next(term.id for term in terms if term.value == low),
    )
