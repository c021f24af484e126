"""What explanations of all figures are made of: terms out of a result, and the sections of the docs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.answers import Mode
from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind, Value
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import ItemShown, Reason, Result, SideFigure, SideOverall, Withheld
from samskab_cli.model.rules import TOLERANCE, at_least

CELLS = "docs/scoring.md#1-cells"
ONE = "docs/scoring.md#2-one-respondent"
GROUP = "docs/scoring.md#3-a-group"
GATES = "docs/scoring.md#4-gates"
VERDICT = "docs/scoring.md#5-verdict"
SIDES = "docs/scoring.md#6-who-sees-it-differently"
SMALL = "docs/scoring.md#7-small-groups"


@dataclass(frozen=True)
class Told:
    """One result and the set that was asked: all that an explanation may know."""

    result: Result
    question_set: QuestionSet

    @cached_property
    def items(self) -> dict[str, ItemShown]:
        """Asked items."""
        return {item.id: item for item in self.result.items}

    @property
    def votes(self) -> bool:
        """Whether nobody's answers belong together."""
        return self.result.mode is Mode.VOTES

    @property
    def alone(self) -> bool:
        """Whether it is one answer set: its items are all there is to it."""
        return not self.votes and self.result.answers.respondents == 1

    def weight(self, item: str) -> float:
        """The item's weight."""
        return self.question_set.item_by_id[item].weight

    def item_terms(self, items: Iterable[str]) -> tuple[Term, ...]:
        """Each item's score under its weight."""
        return tuple(Term(kind=TermKind.ITEM, id=i, value=self.items[i].score, weight=self.weight(i)) for i in items)


def figure(name: str, value: Value) -> Term:
    """A number that stands for itself."""
    return Term(kind=TermKind.FIGURE, id=name, value=value)


def withheld_step(reason: Reason) -> Step:
    """Why a figure is withheld; without any number about it."""
    rule = Rule.WITHHELD_MIN_GROUP if reason is Reason.MIN_GROUP else Rule.WITHHELD_PROTECTS
    return Step(rule=rule, section=SMALL)


def numbers(terms: Iterable[Term]) -> list[float]:
    """The terms' values that are numbers."""
    return [term.value for term in terms if isinstance(term.value, int | float)]


def complete(terms: Sequence[Term]) -> bool:
    """Whether there are terms, and each is a number."""
    return bool(terms) and len(numbers(terms)) == len(terms)


def side_terms(sides: dict[str, SideFigure | Withheld] | dict[str, SideOverall | Withheld]) -> tuple[Term, ...]:
    """Each side's figure."""
    return tuple(
        Term(kind=TermKind.SIDE, id=side, value=shown if isinstance(shown, Withheld) else shown.score)
        for side, shown in sides.items()
    )


def gap_steps(sides: dict[str, SideFigure | Withheld] | dict[str, SideOverall | Withheld]) -> list[Step]:
    """The gap between shown sides, where there are two."""
    terms = side_terms(sides)
    shown = numbers(terms)
    if len(shown) < 2:
        return []
    return [
        Step(rule=Rule.GAP, section=SIDES, terms=terms, operation=Operation.SPAN, result=max(shown) - min(shown)),
    ]


def reaches(rule: Rule, section: str, first: Term, second: Term) -> Step:
    """Whether the first term is at least the second."""
    (one, other) = numbers([first, second])
    return Step(
        rule=rule, section=section, terms=(first, second), operation=Operation.REACHES, result=at_least(one, other)
    )


def weighted_mean(rule: Rule, section: str, terms: Sequence[Term]) -> Step:
    """Σ value · weight / Σ weight of the terms that are numbers; not computed where one is withheld."""
    if any(isinstance(term.value, Withheld) for term in terms):
        return Step(rule=rule, section=section, terms=tuple(terms))
    pairs = [(term.value, term.weight or 0.0) for term in terms if isinstance(term.value, int | float)]
    weights = sum(weight for _, weight in pairs)
    if not weights:
        return Step(rule=rule, section=section, terms=tuple(terms))
    mean = sum(value * weight for value, weight in pairs) / weights
    return Step(
        rule=rule, section=section, terms=tuple(terms), operation=Operation.WEIGHTED_MEAN, result=min(mean, 100.0)
    )


def mean(rule: Rule, section: str, terms: Sequence[Term], result: Value, about: str | None = None) -> Step:
    """The mean of the terms, where that is the result; else only both, since a term may be widened or withheld."""
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
