"""The study: findings first, tables of items, dimensions and pairs, how to read them, what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.study import DimensionStudy, ItemStudy, NotLookedAt, Study, Unlooked
from samskab_cli.reporting import numbers
from samskab_cli.reporting.document import (
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Group,
    Paragraph,
    Row,
    Table,
    section,
)
from samskab_cli.reporting.every_text import clean_texts
from samskab_cli.reporting.study_findings import FindingWriter
from samskab_cli.reporting.wording import ReportWords
from samskab_cli.reporting.wording.study import StudyColumns

_BEFORE_USE, _BEFORE_ASKING = 3, 5
"""The last ranks of findings that make figures doubtful, and of those to think of before asking again."""


def study_document(study: Study, question_set: QuestionSet, language: str) -> Document:
    """The study, every text cleaned; language as of a report."""
    return clean_texts(_Builder(ReportWords(language), question_set, study).document())


@dataclass(frozen=True)
class _Builder(FindingWriter):
    """One study in one language."""

    def document(self) -> Document:
        own, heads = self.own, self.words.headings
        sections = (
            section("findings", own.first, *self._findings()),
            section("dimensions", heads.dimensions, self._dimensions()),
            section("items", heads.items, self._items()),
            section("pairs", own.pairs, self._pairs()),
            section("unlooked", own.unlooked_heading, Entries(tuple(map(self._unlooked, self.study.not_looked_at)))),
            section("reading", own.how_to_read, Entries(tuple(map(Entry, self._reading())))),
        )
        what = self.text(self.question_set.title)
        return Document(
            language=self.words.language,
            title=own.heading.format(what=what),
            heading=own.heading.format(what=what),
            facts=tuple(self._facts()),
            sections=tuple(one for one in sections if one.blocks),
            caveat=f"{own.formative} {self.text(self.question_set.caveat)}",
        )

    def _facts(self) -> Iterator[str]:
        study, own = self.study, self.own
        yield own.answers.of(study.respondents, self.count)
        if study.groups is not None:
            yield own.groups.of(study.groups.shown, self.count).format(column=study.groups.column)
        yield own.items.of(len(study.items), self.count)
        yield f"{study.question_set.id} {study.question_set.version}"
        if study.context.where:
            yield study.context.where

    def _findings(self) -> Iterator[Group | Paragraph]:
        own, found = self.own, self.study.findings
        if not found:
            yield Paragraph(own.nothing.format(n=self.count(self.study.respondents)))
        for title, ranks in (
            (own.before_use, range(1, _BEFORE_USE + 1)),
            (own.before_asking, range(_BEFORE_USE + 1, _BEFORE_ASKING + 1)),
            (own.good_to_know, range(_BEFORE_ASKING + 1, 8)),
        ):
            entries = tuple(self.entry(one) for one in found if one.kind.rank in ranks)
            if entries:
                yield Group(title, (Entries(entries),))

    def _dimensions(self) -> Table:
        heads = StudyColumns(self.words.language)
        columns = (
            Column(self.words.pages.topic),
            Column(heads.items, "right"),
            Column(heads.n, "right"),
            Column(heads.alpha),
            Column(heads.omega, "right"),
            Column(heads.error, "right"),
            Column(heads.icc2),
            Column(heads.needed, "right"),
            Column(heads.mean_r, "right", sheet_only=True),
            Column(heads.icc1, "right", sheet_only=True),
            Column(heads.rwg, "right", sheet_only=True),
        )
        rows = (Row((self.dimension(one.id), *self._of_dimension(one))) for one in self.study.dimensions)
        return Table(self.words.headings.dimensions, columns, tuple(rows))

    def _of_dimension(self, one: DimensionStudy) -> Iterator[Cell]:
        people = self.study.groups.people if self.study.groups else 0
        yield str(one.items)
        yield self.count(one.n)
        yield self.estimate(one.alpha, one.n)
        yield self.r(one.omega, one.n)
        yield "" if one.error is None else numbers.plain(one.error, self.words.decimal_mark)
        yield self.estimate(one.icc2, people)
        yield "" if one.needed is None else self.count(one.needed)
        yield self.r(one.mean_r, one.n)
        yield self.r(one.icc1, people)
        yield self.r(one.rwg, people)

    def _items(self) -> Table:
        heads, known = StudyColumns(self.words.language), self.words.columns
        columns = (
            Column(self.words.pages.statement),
            Column(heads.n, "right"),
            Column(known.unsure, "right", f"{self.unsure} (%)"),
            Column(known.blank, "right", f"{self.words.answers.cells['blank']} (%)"),
            Column(known.score, "right"),
            Column(heads.sd, "right"),
            Column(heads.end, "right"),
            Column(heads.rest),
            Column(heads.other, sheet_only=True),
            Column(heads.backwards, sheet_only=True),
            Column(heads.without, "right", sheet_only=True),
            *(Column(f"{known.unsure} {self.side(side)}", "right", sheet_only=True) for side in self._sides),
        )
        rows = (
            Row((self.item_text(one.id), *self._of_item(one)), id=one.id, group=self.dimension(one.dimension))
            for one in self.study.items
        )
        return Table(self.words.headings.items, columns, tuple(rows))

    @property
    def _sides(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(side for one in self.study.items for side in one.unsure_by_side))

    def _of_item(self, one: ItemStudy) -> Iterator[Cell]:
        mark = self.words.decimal_mark
        yield self.count(one.n)
        yield self.per_cent(one.unsure)
        yield self.per_cent(one.blank)
        yield "" if one.mean is None else self.points(one.mean)
        yield "" if one.sd is None else numbers.hundredths(one.sd, mark)
        yield self.per_cent(one.end)
        yield self.estimate(one.rest, one.n)
        yield "" if one.other is None else f"{self.dimension(one.other.dimension)} {self.r(one.other.r, one.n)}"
        yield self.estimate(one.backwards, one.n)
        yield self.r(one.alpha_without, one.n)
        for side in self._sides:
            yield self.per_cent(one.unsure_by_side.get(side))

    def _pairs(self) -> Table:
        heads = StudyColumns(self.words.language)
        n = {one.id: one.n for one in self.study.dimensions}
        rows = (
            Row(
                (
                    " – ".join(map(self.dimension, one.dimensions)),
                    self.estimate(one.htmt, min(n[id_] for id_ in one.dimensions)),
                )
            )
            for one in self.study.pairs
            if one.htmt is not None
        )
        return Table(self.own.pairs, (Column(heads.pair), Column(heads.htmt)), tuple(rows))

    def _unlooked(self, one: NotLookedAt) -> Entry:
        reverses = any(item.reverse for item in self.question_set.items)
        none_reversed = one.reason is Unlooked.UNDER_HUNDRED and not reverses
        template = self.own.under_hundred if none_reversed else self.own.unlooked[one.reason]
        text = template.format(
            n=self.count(one.n or 0),
            items=self.listing(one.items),
            dimensions=self.listing([self.dimension(dimension) for dimension in one.dimensions]),
        )
        return Entry(text)

    def _reading(self) -> Iterator[str]:
        own, study = self.own.reading, self.study
        heads, known = StudyColumns(self.words.language), self.words.columns
        yield own.shares.format(unsure=known.unsure, blank=known.blank)
        yield own.spread.format(spread=heads.sd, end=heads.end)
        if any(one.rest for one in study.items):
            yield own.r
            yield own.alpha
        if any(one.icc2 for one in study.dimensions):
            yield own.icc
        if any(one.htmt for one in study.pairs):
            yield own.htmt
        if any(one.alpha for one in study.dimensions):
            yield own.interval
