"""From an explanation to its strings: every figure with enough decimals to compute it again."""

from __future__ import annotations

import re

from samskab_cli.model.content import LocalText
from samskab_cli.model.explanation import Explanation, Operation, Step, Subject, Term, TermKind
from samskab_cli.model.judging import LEVELS, GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result, Withheld
from samskab_cli.reporting import numbers
from samskab_cli.reporting.explanation_view import ExplanationView, StepView, TermView
from samskab_cli.reporting.formatter import Voice
from samskab_cli.reporting.sources import source_sentence
from samskab_cli.reporting.strings import cleaned
from samskab_cli.reporting.wording import ReportWords

_SECTION = re.compile(r"(?P<page>.+)#(?P<number>\d+).*")


def view_explanation(
    explanation: Explanation, result: Result, question_set: QuestionSet, language: str
) -> ExplanationView:
    """The explanation of one figure of `result`, every text cleaned; otherwise as `view`."""
    teller = _Teller(Voice(result, question_set, ReportWords(language)), explanation)
    return cleaned(
        ExplanationView(
            heading=teller.words.heading.format(what=teller.title()),
            question=teller.question(),
            result=teller.result(),
            steps=tuple(teller.step(step) for step in explanation.steps),
        )
    )


class _Teller:
    """One explanation in one language."""

    def __init__(self, voice: Voice, explanation: Explanation) -> None:
        self.voice, self.explanation, self.words = voice, explanation, voice.words.explanation
        set_ = voice.question_set
        parts = [part for gate in set_.gates if gate.id == explanation.id for part in gate.parts]
        if explanation.subject is Subject.INDICATOR:
            parts = [part for one in set_.indicators if one.id == explanation.id for part in one.parts]
        self._texts: dict[tuple[TermKind, str], LocalText] = {
            **{(TermKind.ITEM, item.id): item.text for item in set_.items},
            **{(TermKind.DIMENSION, dimension.id): dimension.title for dimension in set_.dimensions},
            **{(TermKind.GATE, gate.id): gate.title for gate in set_.gates},
            **{(TermKind.SIDE, side.id): side.label for side in set_.all_sides},
            **{(TermKind.PART, part.id): part.title for part in parts},
            **{(TermKind.OPTION, str(option.value)): option.label for option in set_.scale.options},
        }

    def title(self) -> str:
        """What is explained."""
        id_ = self.explanation.id
        match self.explanation.subject:
            case Subject.VERDICT:
                return self.words.verdict
            case Subject.OVERALL:
                return self.voice.words.figures.mean
            case Subject.ITEM:
                return id_
            case Subject.INDICATOR:
                return self.voice.text(next(one.title for one in self.voice.question_set.indicators if one.id == id_))
            case subject:
                return self.voice.text(self._texts[TermKind(subject.value), id_])

    def question(self) -> str:
        """The statement, or what the dimension asks."""
        if self.explanation.subject is Subject.ITEM:
            source = self.voice.question_set.item_by_id[self.explanation.id].source
            said = source_sentence(source, self.voice.words.sources, self.voice.text)
            return " ".join(text for text in (self.voice.item_text(self.explanation.id), said) if text)
        if self.explanation.subject is Subject.DIMENSION:
            asked = next(one for one in self.voice.question_set.dimensions if one.id == self.explanation.id)
            return self.voice.text(asked.question)
        return ""

    def result(self) -> str:
        """The figure as the report has it, with more decimals where it has more."""
        shown = self.explanation.result
        if not isinstance(shown, int | float):
            return self._said(shown)
        figure, exact = self.voice.points(shown), self._number(shown)
        same = figure.rstrip("0").rstrip(self.voice.words.decimal_mark) == exact
        return figure if same else self.words.exactly.format(figure=figure, exact=exact)

    def step(self, step: Step) -> StepView:
        """One step in words and numbers."""
        section = _SECTION.fullmatch(step.section)
        return StepView(
            text=self._text(step),
            terms=tuple(self._term(term, step) for term in step.terms if self._has_a_line(term, step)),
            calculation=self._calculation(step),
            section=self.words.section.format(**section.groupdict()) if section else step.section,
        )

    def _text(self, step: Step) -> str:
        set_ = self.voice.question_set
        part = self._texts.get((TermKind.PART, step.about or ""))
        said = self.words.rules[step.rule].format(
            about=self._about(step),
            share=self.voice.words.per_cent.format(number=self._number(100 * set_.min_answered)),
            unsure=self.voice.unsure,
            min_group=self.voice.count(self.voice.result.min_group),
            **{level.value: self._said(level) for level in LEVELS},
        )
        return f"{self.voice.text(part)}: {said}" if part else said

    def _about(self, step: Step) -> str:
        kinds = (TermKind.DIMENSION, TermKind.SIDE)
        if step.about is None or step.about == "overall":
            return self.voice.words.figures.mean
        titles = {one.id: one.title for one in self.voice.question_set.indicators}
        found = (self._texts[k, step.about] for k in kinds if (k, step.about) in self._texts)
        return self.voice.text(next(found, titles.get(step.about)))

    def _has_a_line(self, term: Term, step: Step) -> bool:
        return term.kind is not TermKind.FIGURE or (
            term.id in self.words.figures and step.operation is not Operation.REACHES
        )

    def _term(self, term: Term, step: Step) -> TermView:
        weighed = term.weight is not None and step.operation in {Operation.WEIGHTED_MEAN, None}
        weight = f"× {self._number(term.weight)}" if weighed and term.weight is not None else ""
        return TermView(label=self._label(term), value=self._said(term.value), weight=weight)

    def _label(self, term: Term) -> str:
        match term.kind:
            case TermKind.FIGURE:
                return self.words.figures[term.id].format(unsure=self.voice.unsure)
            case TermKind.LAYER:
                return self.words.layer.format(number=term.id)
            case TermKind.CELLS:
                return self._cells(term.id)
            case TermKind.ITEM | TermKind.OPTION:
                return f"{term.id} {self.voice.text(self._texts.get((term.kind, term.id)))}".strip()
            case _:
                return self.voice.text(self._texts.get((term.kind, term.id))) or term.id

    def _cells(self, state: str) -> str:
        own = {"unsure": self.voice.unsure, "not_relevant": self.voice.text(self._not_relevant)}
        return own.get(state) or self.voice.words.answers.cells[state]

    @property
    def _not_relevant(self) -> LocalText:
        return self.voice.question_set.scale.not_relevant.label

    def _calculation(self, step: Step) -> str:
        """The numbers as they are put together, and what comes out."""
        result = step.result
        if step.operation is None:
            return "" if result is None else self._comes_to(result)
        values = [term for term in step.terms if isinstance(term.value, int | float)]
        told = [self._number(float(str(term.value))) for term in values]
        if step.operation is Operation.REACHES:
            template = self.words.reached if result else self.words.not_reached
            return template.format(first=told[0], second=told[1])
        comes = self._said(result if isinstance(result, int | float) else None)
        if step.operation in {Operation.LOWEST, Operation.HIGHEST}:
            template = self.words.lowest if step.operation is Operation.LOWEST else self.words.highest
            decides = next((self._label(term) for term in step.terms if term.id == step.decides), "")
            return template.format(result=comes, which=decides)
        return f"{self._expression(step.operation, values, told)} = {comes}"

    def _expression(self, operation: Operation, terms: list[Term], told: list[str]) -> str:
        match operation:
            case Operation.MEAN:
                return f"({' + '.join(told)}) / {len(told)}"
            case Operation.WEIGHTED_MEAN:
                weights = [term.weight or 0.0 for term in terms]
                products = (f"{value} × {self._number(w)}" for value, w in zip(told, weights, strict=True) if w)
                return f"({' + '.join(products)}) / {self._number(sum(weights))}"
            case Operation.SPAN:
                values = [float(str(term.value)) for term in terms]
                return f"{self._number(max(values))} \N{MINUS SIGN} {self._number(min(values))}"
            case Operation.DIFFERENCE:
                return f"{told[0]} \N{MINUS SIGN} {told[1]}"
            case Operation.SHARE:
                return f"{told[0]} × {told[1]} / {told[2]}"
            case _:
                return f"{told[0]} / {told[1]}"

    def _comes_to(self, result: object) -> str:
        if isinstance(result, tuple):
            worst, best = (self._said(one) for one in result)
            return self.words.at_both_ends.format(worst=worst, best=best)
        return self.words.comes_to.format(result=self._said(result))

    def _said(self, value: object) -> str:
        voice = self.voice
        match value:
            case Withheld():
                return f"{voice.words.figures.withheld}: {voice.why_withheld(value.withheld)}"
            case Level():
                rules = voice.question_set.verdict
                return voice.text(rules.levels.of(value).label) if rules else value.value
            case GateState():
                return voice.words.gates.states[value]
            case int() | float():
                return self._number(value)
            case _:
                return self.words.no_score

    def _number(self, value: float) -> str:
        return numbers.exact(value, self.voice.words.decimal_mark, self.voice.limits)
