"""The entrance of `explain`: which item, gate, dimension or verdict is meant, and the steps that lead to its figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samskab_cli.disclosure.explaining.figures import dimension_steps, score_steps
from samskab_cli.disclosure.explaining.gates import gate_steps
from samskab_cli.disclosure.explaining.items import item_steps
from samskab_cli.disclosure.explaining.terms import (
    RULE,
    SIDES,
    Basis,
    cap_steps,
    figure,
    gap_steps,
    lowest,
    mean,
    reaches,
    withheld_step,
)
from samskab_cli.disclosure.explaining.verdict import verdict_steps
from samskab_cli.errors import Misused
from samskab_cli.model.explanation import Explanation, Rule, Step, Subject, Term, TermKind, Value
from samskab_cli.model.figures_shown import IndicatorShown, OverallShown
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.text import nearest, shown


@dataclass(frozen=True)
class What:
    """One thing that can be explained."""

    subject: Subject
    id: str

    @property
    def name(self) -> str:
        """As it can always be asked for, also where an indicator is called as something else is."""
        return self.id if self.subject in (Subject.VERDICT, Subject.OVERALL) else f"{self.subject}:{self.id}"


def explainable(question_set: QuestionSet) -> Iterator[What]:
    """Everything that a result of the set can be asked about; of equal ids the first is meant."""
    if question_set.verdict:
        yield What(Subject.VERDICT, "verdict")
    yield What(Subject.OVERALL, "overall")
    yield from (What(Subject.DIMENSION, dimension.id) for dimension in question_set.dimensions)
    yield from (What(Subject.GATE, gate.id) for gate in question_set.gates)
    yield from (What(Subject.ITEM, item.id) for item in question_set.items)
    yield from (What(Subject.INDICATOR, indicator.id) for indicator in question_set.indicators)


def find_what(question_set: QuestionSet, asked: str | None = None) -> What:
    """What an id (or `kind:id`) means, whatever its case; else the first. Raises Misused with the nearest name."""
    every = list(explainable(question_set))
    if asked is None:
        return every[0]
    wanted = asked.strip().casefold()
    found = next((what for what in every if wanted in (what.id, what.name)), None)
    if found is None:
        near = nearest(wanted, [one.id for one in every])
        hint = f" (did you mean {near!r}?)" if near else ""
        message = (
            f"{shown(asked)} is no file, and nothing to explain{hint}: verdict, overall, or the id of a dimension, a "
            "gate, an item or an indicator"
        )
        raise Misused("what", message)
    return found


def explain(result: Result, question_set: QuestionSet, what: What) -> Explanation:
    """How one figure of a result came about. question_set: the one that was asked."""
    basis = Basis(result, question_set)
    value, steps = _steps(basis, what)
    return Explanation(
        generated_by=result.generated_by,
        question_set=result.question_set,
        min_group=result.min_group,
        subject=what.subject,
        id=what.id,
        result=value,
        withheld=value.withheld if isinstance(value, Withheld) else None,
        steps=tuple(steps) or (Step(rule=Rule.NOT_ASKED, section=RULE),),
    )


def _steps(basis: Basis, what: What) -> tuple[Value, list[Step]]:
    """The value and its steps; no step where it wasn't asked."""
    result = basis.result
    match what.subject:
        case Subject.VERDICT:
            return (result.verdict.level, verdict_steps(basis, result.verdict)) if result.verdict else (None, [])
        case Subject.OVERALL:
            return result.overall.score, _overall(basis, result.overall)
        case Subject.DIMENSION:
            dimension = next((one for one in result.dimensions if one.id == what.id), None)
            return (dimension.score, dimension_steps(basis, dimension)) if dimension else (None, [])
        case Subject.GATE:
            gate = next(one for one in result.gates if one.id == what.id)
            return gate.score if isinstance(gate.state, Withheld) else gate.state, gate_steps(basis, gate)
        case Subject.ITEM:
            item = basis.items.get(what.id)
            return (item.score, item_steps(basis, item)) if item else (None, [])
        case Subject.INDICATOR:
            indicator = next((one for one in result.indicators if one.id == what.id), None)
            return _indicator(basis, indicator) if indicator else (None, [])


def _overall(basis: Basis, shown: OverallShown) -> list[Step]:
    if isinstance(shown.score, Withheld):
        return [withheld_step()]
    dimensions = [one for one in basis.result.dimensions if one.low is not None]
    terms = [Term(kind=TermKind.DIMENSION, id=one.id, value=one.score) for one in dimensions]
    if not terms:
        return [Step(rule=Rule.NOT_APPLICABLE, section=RULE)]
    if shown.score is None:
        missing = tuple(term for term in terms if term.value is None)
        return [Step(rule=Rule.NO_MEAN, section=RULE, terms=missing)]
    steps = [mean(Rule.MEAN_OF_DIMENSIONS, RULE, terms, shown.score)]
    if shown.low != shown.high:
        for rule, ends, end in (
            (Rule.MEAN_OF_LOWS, [one.low for one in dimensions], shown.low),
            (Rule.MEAN_OF_HIGHS, [one.high for one in dimensions], shown.high),
        ):
            shown_ends = [
                Term(kind=TermKind.DIMENSION, id=one.id, value=value)
                for one, value in zip(dimensions, ends, strict=True)
            ]
            steps.append(mean(rule, RULE, shown_ends, end))
    return [*steps, *_sides_alone(basis, shown), *gap_steps(shown.sides)]


def _sides_alone(basis: Basis, shown: OverallShown) -> Iterator[Step]:
    """Each shown side's own mean of its dimensions."""
    for side, overall in shown.sides.items():
        if overall.score is None:
            continue
        terms = [
            Term(kind=TermKind.DIMENSION, id=one.id, value=own.score)
            for one in basis.result.dimensions
            if (own := one.sides.get(side)) and own.score is not None
        ]
        yield mean(Rule.SIDES_ALONE, SIDES, terms, overall.score, about=side)


def _indicator(basis: Basis, shown: IndicatorShown) -> tuple[Value, list[Step]]:
    """The parts, the lowest of them, and the texts' cut-offs."""
    asked = next(one for one in basis.question_set.indicators if one.id == shown.id)
    members = {part.id: [item for item in part.items if item in basis.items] for part in asked.parts}
    steps = [step for part in shown.parts for step in score_steps(basis, members[part.id], about=part.id)]
    terms = [Term(kind=TermKind.PART, id=part.id, value=part.score) for part in shown.parts]
    scored = [term for term in terms if isinstance(term.value, float)]
    informs = [] if asked.caps else [Step(rule=Rule.INFORMS_ONLY, section=SIDES)]
    if not scored:
        return None, [*steps, *informs]
    least = lowest(Rule.LOWEST_PART, SIDES, scored)
    steps.append(least)
    steps += [
        reaches(Rule.REACHES_LEVEL, SIDES, figure("score", least.result), figure("at_least", level.at_least))  # type: ignore[arg-type]  # a score
        for level in asked.levels
    ]
    steps += [*cap_steps(asked, float(str(least.result))), *informs]
    return least.result, steps  # type: ignore[return-value]  # a score
