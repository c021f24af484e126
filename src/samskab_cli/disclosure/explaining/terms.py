"""What explanations are made of: terms, means, gaps, caps, withheld figures, links to sections of the docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind, Value
from samskab_cli.model.figures_shown import ItemShown, SideFigure, SideOverall, TableShown
from samskab_cli.model.judging import Indicator, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.rules import TOLERANCE, at_least
from samskab_cli.model.rules_shown import DimensionRule
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.figures import ItemScore, item_score

CELLS = "docs/scoring.md#1-item-tables"
RULE = "docs/scoring.md#2-one-rule"
GATES = "docs/scoring.md#4-gates"
VERDICT = "docs/scoring.md#5-verdict"
SIDES = "docs/scoring.md#6-who-sees-it-differently"
SMALL = "docs/scoring.md#7-small-groups"


@dataclass(frozen=True)
class Basis:
    """One result and the set that was asked: all that an explanation may know."""

    result: Result
    question_set: QuestionSet

    @cached_property
    def items(self) -> dict[str, ItemShown]:
        """The items that are shown."""
        return {item.id: item for item in self.result.items}

    @cached_property
    def scores(self) -> dict[str, ItemScore]:
        """Item id → score, low, high and weight, by its shown table."""
        asked = Asked(self.question_set, self.question_set.items)
        return {item.id: item_score(asked, item.id, item.table) for item in self.result.items}

    def dimension_rule(self, dimension: str) -> DimensionRule:
        """What counts in a dimension that is shown."""
        return next(rule for rule in self.result.rules.dimensions if rule.id == dimension)

    def item_terms(self, items: Iterable[str]) -> tuple[Term, ...]:
        """The score of each item that has one, under its weight."""
        return tuple(
            Term(kind=TermKind.ITEM, id=item, value=one.score, weight=one.weight)
            for item in items
            if (one := self.scores[item]).score is not None
        )


def figure(name: str, value: Value) -> Term:
    """A number that stands for itself."""
    return Term(kind=TermKind.FIGURE, id=name, value=value)


def withheld_step() -> Step:
    """Why a figure is withheld; without any number about it."""
    return Step(rule=Rule.WITHHELD_MIN_GROUP, section=SMALL)


def numbers(terms: Iterable[Term]) -> list[float]:
    """The terms' values that are numbers."""
    return [term.value for term in terms if isinstance(term.value, int | float)]


def complete(terms: Sequence[Term]) -> bool:
    """Whether there are terms, and each is a number."""
    return bool(terms) and len(numbers(terms)) == len(terms)


def gap_steps(sides: Mapping[str, SideFigure | SideOverall | TableShown | Withheld]) -> list[Step]:
    """The gap between shown sides, where there are two."""
    terms = [
        Term(kind=TermKind.SIDE, id=side, value=shown.score)
        for side, shown in sides.items()
        if not isinstance(shown, Withheld)
    ]
    shown = numbers(terms)
    if len(shown) < 2:
        return []
    span = max(shown) - min(shown)
    return [Step(rule=Rule.GAP, section=SIDES, terms=tuple(terms), operation=Operation.SPAN, result=span)]


def reaches(rule: Rule, section: str, first: Term, second: Term) -> Step:
    """Whether the first term is at least the second."""
    (one, other) = numbers([first, second])
    return Step(
        rule=rule, section=section, terms=(first, second), operation=Operation.REACHES, result=at_least(one, other)
    )


def cap_steps(indicator: Indicator, lowest: float) -> list[Step]:
    """Whether an indicator with this lowest part (0…100) holds the verdict down; none where it never does."""
    if indicator.caps is None:
        return []
    rule = Rule.CAPS_AT_PREPARE if indicator.caps.level is Level.PREPARE else Rule.CAPS_AT_ATTENTION
    step = reaches(rule, VERDICT, figure("lowest", lowest), figure("cap", indicator.caps.below))
    return [step.model_copy(update={"about": indicator.id})]


def weighted_mean(rule: Rule, section: str, terms: Sequence[Term]) -> Step:
    """Σ value · weight / Σ weight of the terms that are numbers."""
    pairs = [(term.value, term.weight or 0.0) for term in terms if isinstance(term.value, int | float)]
    weights = sum(weight for _, weight in pairs)
    if not weights:
        return Step(rule=rule, section=section, terms=tuple(terms))
    mean = sum(value * weight for value, weight in pairs) / weights
    return Step(
        rule=rule, section=section, terms=tuple(terms), operation=Operation.WEIGHTED_MEAN, result=min(mean, 100.0)
    )


def mean(rule: Rule, section: str, terms: Sequence[Term], result: Value, about: str | None = None) -> Step:
    """The mean of the terms, where that is the result; else only both, since a term may be widened."""
    values = numbers(terms)
    exact = complete(terms) and isinstance(result, int | float)
    exact = exact and abs(sum(values) / len(values) - float(str(result))) <= 1000 * TOLERANCE
    return Step(
        rule=rule,
        section=section,
        terms=tuple(terms),
        operation=Operation.MEAN if exact else None,
        result=result,
        about=about,
    )


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
