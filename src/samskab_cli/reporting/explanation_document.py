"""How one figure came about, step by step: every figure with enough decimals to compute it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.content import LocalText
from samskab_cli.model.explanation import Explanation, Operation, Step, Subject, Term, TermKind
from samskab_cli.model.judging import LEVELS, GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.reporting import numbers
from samskab_cli.reporting.document import Column, Document, Group, Paragraph, Row, Section, Table, has_content
from samskab_cli.reporting.every_text import clean_texts
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.statement_sources import source_sentence
from samskab_cli.reporting.wording import ReportWords
from samskab_cli.reporting.wording.explanation import ExplanationWords

_SECTION = re.compile(r"(?P<page>.+)#(?P<number>\d+).*")


def explanation_document(
    explanation: Explanation, result: Result, question_set: QuestionSet, language: str
) -> Document:
    """The explanation of one figure of `result`, every text cleaned; language as of a report."""
    builder = _Builder(ReportWords(language), question_set, result, explanation)
    heading = builder.own.heading.format(what=builder.title())
    steps = tuple(builder.step(number, step) for number, step in enumerate(explanation.steps, start=1))
    return clean_texts(
        Document(
            language=language,
            title=heading,
            heading=heading,
            facts=tuple(fact for fact in (builder.question(), builder.figure_in_words()) if fact),
            sections=(Section("steps", "", steps),),
        )
    )


@dataclass(frozen=True)
class _Builder(ResultFormatter):
    """One explanation in one language."""

    explanation: Explanation

    @property
    def own(self) -> ExplanationWords:
        return ExplanationWords(self.words.language)

    @cached_property
    def _texts(self) -> dict[tuple[TermKind, str], LocalText]:
        """What a term may be called, by its kind and id."""
        set_, explained = self.question_set, self.explanation
        parts = [part for gate in set_.gates if gate.id == explained.id for part in gate.parts]
        if explained.subject is Subject.INDICATOR:
            parts = [part for one in set_.indicators if one.id == explained.id for part in one.parts]
        return {
            **{(TermKind.ITEM, item.id): item.text for item in set_.items},
            **{(TermKind.DIMENSION, dimension.id): dimension.title for dimension in set_.dimensions},
            **{(TermKind.GATE, gate.id): gate.title for gate in set_.gates},
            **{(TermKind.SIDE, side.id): side.label for side in self.sides_of_level},
            **{(TermKind.PART, part.id): part.title for part in parts},
            **{(TermKind.OPTION, str(one.value)): one.label for scale in set_.scales for one in scale.options},
        }

    def title(self) -> str:
        """What is explained."""
        id_ = self.explanation.id
        match self.explanation.subject:
            case Subject.VERDICT:
                return self.own.verdict
            case Subject.OVERALL:
                return self.words.figures.mean
            case Subject.ITEM:
                return id_
            case Subject.INDICATOR:
                return self.text(next(one.title for one in self.question_set.indicators if one.id == id_))
            case subject:
                return self.text(self._texts[TermKind(subject.value), id_])

    def question(self) -> str:
        """The statement, or what the dimension asks."""
        if self.explanation.subject is Subject.ITEM:
            source = self.question_set.item_by_id[self.explanation.id].source
            origin = source_sentence(source, self.words.sources, self.text)
            return " ".join(text for text in (self.item_text(self.explanation.id), origin) if text)
        if self.explanation.subject is Subject.DIMENSION:
            asked = next(one for one in self.question_set.dimensions if one.id == self.explanation.id)
            return self.text(asked.question)
        return ""

    def figure_in_words(self) -> str:
        """The figure as the report has it, with more decimals where it has more."""
        shown = self.explanation.result
        if not isinstance(shown, int | float):
            return self._value(shown)
        figure, exact = self.points(shown), self._number(shown)
        same = figure.rstrip("0").rstrip(self.words.decimal_mark) == exact
        return figure if same else self.own.exactly.format(figure=figure, exact=exact)

    def step(self, number: int, step: Step) -> Group:
        """One step: its rule, the numbers put in, how they are put together, and where the rule is written."""
        written = _SECTION.fullmatch(step.section)
        rows = tuple(self._term(term, step) for term in step.terms if self._has_a_line(term, step))
        blocks = (
            Table(self.words.headings.method, (Column(""), Column("", "right"), Column("")), rows),
            Paragraph(self._calculation(step)),
            Paragraph(self.own.section.format(**written.groupdict()) if written else step.section, "small"),
        )
        return Group(self._text(step), tuple(filter(has_content, blocks)), number=str(number))

    def _text(self, step: Step) -> str:
        set_ = self.question_set
        part = self._texts.get((TermKind.PART, step.about or ""))
        rule = self.own.rules[step.rule].format(
            about=self._about(step),
            share=self.words.per_cent.format(number=self._number(100 * set_.min_answered)),
            unsure=self.unsure,
            min_group=self.count(self.result.min_group),
            **{level.value: self._value(level) for level in LEVELS},
        )
        return f"{self.text(part)}: {rule}" if part else rule

    def _about(self, step: Step) -> str:
        kinds = (TermKind.DIMENSION, TermKind.SIDE)
        if step.about is None or step.about == "overall":
            return self.words.figures.mean
        titles = {one.id: one.title for one in self.question_set.indicators}
        found = (self._texts[k, step.about] for k in kinds if (k, step.about) in self._texts)
        return self.text(next(found, titles.get(step.about)))

    def _has_a_line(self, term: Term, step: Step) -> bool:
        return term.kind is not TermKind.FIGURE or (
            term.id in self.own.figures and step.operation is not Operation.REACHES
        )

    def _term(self, term: Term, step: Step) -> Row:
        """A number put in, and how often or how heavily it counts."""
        weighed = term.weight is not None and step.operation in {Operation.WEIGHTED_MEAN, None}
        weight = f"× {self._number(term.weight)}" if weighed and term.weight is not None else ""
        return Row((self._named(term), self._value(term.value), weight))

    def _named(self, term: Term) -> str:
        match term.kind:
            case TermKind.FIGURE:
                return self.own.figures[term.id].format(unsure=self.unsure)
            case TermKind.LAYER:
                return self.own.layer.format(number=term.id)
            case TermKind.CELLS:
                return self._cells(term.id)
            case TermKind.ITEM | TermKind.OPTION:
                return f"{term.id} {self.text(self._texts.get((term.kind, term.id)))}".strip()
            case _:
                return self.text(self._texts.get((term.kind, term.id))) or term.id

    def _cells(self, state: str) -> str:
        own = {"unsure": self.unsure, "not_relevant": self.not_relevant}
        return own.get(state) or self.words.answers.cells[state]

    def _calculation(self, step: Step) -> str:
        """The numbers as they are put together, and what comes out."""
        result = step.result
        if step.operation is None:
            return "" if result is None else self._comes_to(result)
        values = [term for term in step.terms if isinstance(term.value, int | float)]
        texts = [self._number(float(str(term.value))) for term in values]
        if step.operation is Operation.REACHES:
            template = self.own.reached if result else self.own.not_reached
            return template.format(first=texts[0], second=texts[1])
        comes = self._value(result if isinstance(result, int | float) else None)
        if step.operation is Operation.LOWEST:
            decides = next((self._named(term) for term in step.terms if term.id == step.decides), "")
            return self.own.lowest.format(result=comes, which=decides)
        return f"{self._expression(step.operation, values, texts)} = {comes}"

    def _expression(self, operation: Operation, terms: list[Term], texts: list[str]) -> str:
        match operation:
            case Operation.MEAN:
                return f"({' + '.join(texts)}) / {len(texts)}"
            case Operation.WEIGHTED_MEAN:
                weights = [term.weight or 0.0 for term in terms]
                products = (f"{value} × {self._number(w)}" for value, w in zip(texts, weights, strict=True) if w)
                return f"({' + '.join(products)}) / {self._number(sum(weights))}"
            case Operation.SPAN:
                values = [float(str(term.value)) for term in terms]
                return f"{self._number(max(values))} \N{MINUS SIGN} {self._number(min(values))}"
            case Operation.DIFFERENCE:
                return f"{texts[0]} \N{MINUS SIGN} {texts[1]}"
            case Operation.SHARE:
                return f"{texts[0]} × {texts[1]} / {texts[2]}"
            case _:
                return f"{texts[0]} / {texts[1]}"

    def _comes_to(self, result: object) -> str:
        if isinstance(result, tuple):
            worst, best = (self._value(one) for one in result)
            return self.own.at_both_ends.format(worst=worst, best=best)
        return self.own.comes_to.format(result=self._value(result))

    def _value(self, value: object) -> str:
        match value:
            case Withheld():
                return f"{self.words.figures.withheld}: {self.why_withheld(value.withheld)}"
            case Level():
                return self.level(value)
            case GateState():
                return self.words.gates.states[value]
            case int() | float():
                return self._number(value)
            case _:
                return self.own.no_score

    def _number(self, value: float) -> str:
        return numbers.exact(value, self.words.decimal_mark, self.limits)
