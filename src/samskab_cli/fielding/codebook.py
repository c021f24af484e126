"""The codebook of our own tables: each column with its label, values and missing values; as rows, JSON, Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samskab_cli.fielding.codebook_wording import CodebookWords
from samskab_cli.model.catalogue import LANGUAGES
from samskab_cli.model.codebook import (
    GATE_CODES,
    INVALID_CODE,
    LEVEL_CODES,
    NOT_RELEVANT_CODE,
    UNDECIDED_CODE,
    UNSURE_CODE,
    Value,
    Variable,
)
from samskab_cli.model.content import LocalText
from samskab_cli.model.judging import Gate, Level
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.statement_source import Source

COLUMNS: Final = ("table", "name", "label", "values", "missing", "source")
"""The headings of the codebook as a table."""


def codebook(question_set: QuestionSet, language: str, *, times: int = 2) -> tuple[Variable, ...]:
    """Every column of `samskab score` (rows, groups, long) and `compare --by` (changes), in order.

    language: of the set. times: how many are compared.
    """
    words = CodebookWords(language if language in LANGUAGES else "en")
    columns = _Columns(question_set, language, words)
    return (
        *columns.rows(),
        *columns.groups(),
        *(one._replace(table="long") for one in columns.long()),
        *(one._replace(table="changes") for one in columns.changes(times)),
    )


@dataclass(frozen=True)
class _Columns:
    question_set: QuestionSet
    language: str
    words: CodebookWords

    def rows(self) -> Iterator[Variable]:
        words, qs = self.words, self.question_set
        yield Variable("rows", "respondent", words.respondent)
        roles = {role.id: role.label for role in qs.roles} | {side.id: side.label for side in qs.sides}
        yield Variable("rows", "role", words.role, self._texts(roles))
        yield from self._figures("rows")
        yield from self._counts("rows")
        yield from (self._item(item) for item in qs.items)

    def groups(self) -> Iterator[Variable]:
        yield Variable("groups", "n", self.words.people)
        yield from self._figures("groups")
        yield from self._counts("groups")

    def long(self) -> Iterator[Variable]:
        words = self.words
        yield from self._what()
        yield Variable("", "value", words.value)
        yield Variable("", "n", words.n)
        yield Variable("", "low", words.long_low)
        yield Variable("", "high", words.long_high)
        yield Variable("", "sd", words.sd)
        yield Variable("", "withheld", words.withheld, _numbered(words.reasons))

    def changes(self, times: int) -> Iterator[Variable]:
        words = self.words
        yield from self._what()
        for time in range(1, times + 1):
            yield Variable("", f"value_{time}", words.at_time.format(number=time))
        for time in range(1, times + 1):
            yield Variable("", f"n_{time}", words.n_at_time.format(number=time))
        yield Variable("", "change", words.change)
        yield Variable("", "few_answers", words.few_answers, _numbered(words.few))
        yield Variable("", "withheld", words.withheld, _numbered(words.reasons))

    def _what(self) -> Iterator[Variable]:
        yield Variable("", "kind", self.words.kind, _numbered(self.words.kinds))
        yield Variable("", "id", self.words.id)

    def _figures(self, table: str) -> Iterator[Variable]:
        words, qs = self.words, self.question_set
        for dimension in qs.dimensions:
            title = self._text(dimension.title)
            members = [*(item.id for item in dimension.items), *dimension.also]
            items = words.items_of.format(items=", ".join(members))
            yield from self._ends(Variable(table, dimension.id, words.score.format(title=title), source=items), title)
            if dimension.raw:
                label = words.raw[dimension.raw].format(title=title)
                yield Variable(table, f"{dimension.id}_raw", label, source=items)
        yield from self._ends(Variable(table, "overall", words.overall), words.overall)
        for gate in qs.gates:
            yield from self._gate(table, gate)
        yield from self._verdict(table)

    def _verdict(self, table: str) -> Iterator[Variable]:
        rules = self.question_set.verdict
        if rules is None:
            return
        levels = {level.value: self._text(rules.levels.of(level).label) for level in Level}
        codes = {**{level.value: code for level, code in LEVEL_CODES.items()}, Level.UNDECIDED.value: UNDECIDED_CODE}
        values = tuple(Value(level, label, codes[level]) for level, label in levels.items())
        yield Variable(table, "verdict", self.words.verdict, values)

    def _gate(self, table: str, gate: Gate) -> Iterator[Variable]:
        words, title = self.words, self._text(gate.title)
        items = dict.fromkeys(item for part in gate.parts for item in part.items)
        source = words.items_of.format(items=", ".join(items))
        yield from self._ends(Variable(table, gate.id, words.gate.format(title=title), source=source), title)
        states = tuple(Value(state.value, words.states[state], code) for state, code in GATE_CODES.items())
        yield Variable(table, f"{gate.id}_state", words.state.format(title=title), states)

    def _ends(self, figure: Variable, title: str) -> Iterator[Variable]:
        yield figure
        for end, label in (("low", self.words.low), ("high", self.words.high)):
            yield figure._replace(name=f"{figure.name}_{end}", label=label.format(title=title))

    def _counts(self, table: str) -> Iterator[Variable]:
        return (Variable(table, name, label) for name, label in self.words.counted.items())

    def _item(self, item: Item) -> Variable:
        scale = self.question_set.scale_of[item.id]
        values = tuple(Value(one.value, self._text(one.label), one.value) for one in scale.options)
        missing = {
            **({UNSURE_CODE: self._text(scale.unsure.label)} if scale.unsure else {}),
            **({NOT_RELEVANT_CODE: self._text(scale.not_relevant.label)} if scale.not_relevant else {}),
            INVALID_CODE: self.words.unreadable,
        }
        return Variable("rows", item.id, self._text(item.text), values, missing, self._source(item))

    def _source(self, item: Item) -> str:
        source = item.source
        if not isinstance(source, Source):
            return source or ""
        parts = [self.words.source[source.kind], *source.claims, self._text(source.ours) if source.ours else ""]
        return ", ".join(part for part in parts if part)

    def _texts(self, labels: Mapping[str, LocalText]) -> tuple[Value, ...]:
        return tuple(Value(code, self._text(of), number) for number, (code, of) in enumerate(labels.items(), start=1))

    def _text(self, text: LocalText) -> str:
        return " ".join(text.text(self.language).split())


def _numbered(labels: Mapping[str, str]) -> tuple[Value, ...]:
    return tuple(Value(code, label, number) for number, (code, label) in enumerate(labels.items(), start=1))


def as_json(variables: Sequence[Variable]) -> str:
    """The codebook as JSON: a list of columns."""
    return json.dumps([_plain(one) for one in variables], ensure_ascii=False, indent=1)


def as_rows(variables: Sequence[Variable]) -> list[tuple[str, ...]]:
    """The codebook as a table under COLUMNS."""
    return [
        (
            one.table,
            one.name,
            one.label,
            "; ".join(f"{value.code} = {value.label}" for value in one.values),
            "; ".join(f"{code} = {label}" for code, label in one.missing.items()),
            one.source,
        )
        for one in variables
    ]


def as_markdown(variables: Sequence[Variable]) -> str:
    """The codebook as a Markdown table."""
    lines = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    lines += [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in as_rows(variables)]
    return "\n".join(lines) + "\n"


def _plain(one: Variable) -> dict[str, object]:
    values = [{"code": value.code, "label": value.label, "number": value.number} for value in one.values]
    missing = [{"code": code, "label": label} for code, label in one.missing.items()]
    return {**one._asdict(), "values": values, "missing": missing}
