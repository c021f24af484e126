"""What changed between results of the same question set: its sections in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from samskab_cli.model.comparison import (
    Change,
    Comparison,
    DimensionChange,
    FewAnswers,
    FigureChange,
    GateChange,
    MadeOf,
    NoComparison,
    Time,
    VerdictChange,
)
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.reporting import numbers
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.document import (
    Block,
    Cell,
    Column,
    Cutoffs,
    Document,
    Entries,
    Entry,
    Group,
    Paragraph,
    Row,
    Section,
    State,
    Table,
    cell_text,
    has_content,
    section,
)
from samskab_cli.reporting.every_text import clean_texts
from samskab_cli.reporting.formatter import Formatter
from samskab_cli.reporting.report_view import FigureView
from samskab_cli.reporting.wording import ReportWords
from samskab_cli.reporting.wording.comparison import ComparisonWords

MOVED_SHOWN = 5
"""Statements that are named as those that moved most."""
_FEW_PEOPLE = 10
"""Below this, one answer moves the figures a lot."""


def comparison_document(comparison: Comparison, question_set: QuestionSet, language: str) -> Document:
    """The comparison, every text cleaned. `question_set`: of the last time; language as of a report."""
    words = ReportWords(language)
    return clean_texts(_Builder(words, question_set, comparison).document())


def changes_in_short(comparison: Comparison, question_set: QuestionSet, language: str) -> tuple[Block, ...]:
    """What it comes to, as it stands in an index: the verdict, and each dimension's last figure and change."""
    words = ReportWords(language)
    builder = _Builder(words, question_set, comparison)
    columns = (
        Column(words.headings.dimensions),
        Column(words.columns.score, "right"),
        Column(builder.own.change, "right"),
    )
    rows = [*map(builder.dimension, comparison.dimensions), builder.overall()]
    short = tuple(Row((row.cells[0], *row.cells[-2:]), note=row.note) for row in rows)
    verdict = comparison.verdict
    verdict_change = Paragraph(builder.change_of_level(verdict.levels) if verdict else "")
    return tuple(filter(has_content, (verdict_change, Table(words.headings.dimensions, columns, short))))


def changes_section(since: Comparison | NoComparison, question_set: QuestionSet, words: ReportWords) -> Section:
    """What changed since the meeting before, as a section of a report; or why that can't be said.

    It has no figures of sides: the report shows its own, which may be of another level.
    """
    own = ComparisonWords(words.language)
    if isinstance(since, NoComparison):
        return section("changes", own.since_last, Paragraph(own.refused[since]))
    named = {"verdict": own.verdict, "dimensions": words.headings.dimensions, "moved": own.moved_most}
    document = _Builder(words, question_set, since).document()
    groups = [
        Group(named.get(one.id, one.title), tuple(_on_one_sheet(block, own.since_last) for block in one.blocks))
        for one in document.sections
        if one.id in {*named, "care"}
    ]
    return section("changes", own.since_last, *groups, note=" · ".join(document.facts))


def _on_one_sheet(block: Block, name: str) -> Block:
    return replace(block, name=name) if isinstance(block, Table) else block


@dataclass(frozen=True)
class _Builder(Formatter):
    """One comparison in one language."""

    comparison: Comparison

    @property
    def own(self) -> ComparisonWords:
        return ComparisonWords(self.words.language)

    def document(self) -> Document:
        comparison, own, heads = self.comparison, self.own, self.words.headings
        what = self._what()
        items = {one.id: self._row(self._item(one.id), one) for one in comparison.items}
        moved = tuple(items[item] for item in comparison.moved_most[:MOVED_SHOWN])
        verdict = self._verdict(comparison.verdict) if comparison.verdict else ()
        dimensions = (*map(self.dimension, comparison.dimensions), self.overall())
        sections: tuple[Section, ...] = (
            section("verdict", own.verdict, *verdict),
            section("gates", heads.gates, self._table(heads.gates, tuple(map(self._gate, comparison.gates)))),
            section("dimensions", heads.dimensions, self._table(heads.dimensions, dimensions), note=own.people_behind),
            section(
                "moved",
                own.moved_most,
                Paragraph("" if moved else own.nothing_moved),
                self._table(own.moved_most, moved),
            ),
            section("care", own.read_with_care, Entries(tuple(map(Entry, self._notes())))),
            section("left-out", own.left_out_heading, Entries(tuple(map(Entry, self._left_out())))),
            section("items", own.all_items, self._table(heads.items, tuple(items.values()))),
        )
        return Document(
            language=self.words.language,
            title=f"{own.title} {what}",
            heading=own.heading.format(what=what),
            facts=tuple(
                own.occasion.format(number=at, name=self._name(time), people=self.people(time.respondents, time.mode))
                for at, time in enumerate(comparison.times, start=1)
            ),
            sections=tuple(one for one in sections if one.blocks),
            caveat=self.text(self.question_set.caveat),
        )

    def _what(self) -> str:
        last = self.comparison.times[-1].context
        named = [part for part in (last.matter, last.municipality) if part]
        return " · ".join(named) or self.text(self.question_set.title)

    def _name(self, time: Time) -> str:
        """The date where every time has its own; else the file."""
        dates = [one.context.date for one in self.comparison.times]
        if time.context.date is not None and None not in dates and len(set(dates)) == len(dates):
            return long_date(time.context.date, self.words.language)
        return time.name

    def _time(self, verdict: VerdictChange, at: int) -> Group:
        """The verdict of one time, and its range."""
        level, range_ = verdict.levels[at], verdict.ranges[at]
        word = self._level(level, at)
        span = "" if isinstance(range_, Withheld) else " – ".join(dict.fromkeys(self._level(end, at) for end in range_))
        name = f"{at + 1}: {self._name(self.comparison.times[at])}"
        mark = None if isinstance(level, Withheld) else level
        return Group(name, (State(title=name, word=word, mark=mark, span=span if span != word else ""),))

    def _verdict(self, verdict: VerdictChange) -> tuple[Block, ...]:
        """What became of the verdict, then each time."""
        times = (self._time(verdict, at) for at in range(len(self.comparison.times)))
        return (Paragraph(self.change_of_level(verdict.levels), "strong"), *times)

    def change_of_level(self, levels: Sequence[Level | Withheld]) -> str:
        first, last = levels[0], levels[-1]
        if isinstance(first, Withheld) or isinstance(last, Withheld):
            return self.own.verdict_withheld
        if first is last:
            return self.own.same_verdict.format(level=self.level(last))
        return self.own.from_to.format(first=self.level(first), last=self.level(last))

    def _level(self, level: Level | Withheld, at: int) -> str:
        return self._withheld(level, at) if isinstance(level, Withheld) else self.level(level)

    def _withheld(self, withheld: Withheld, at: int) -> str:
        return cell_text(self.figure_of(withheld, self.comparison.times[at].min_group))

    def _table(self, name: str, rows: tuple[Row, ...]) -> Table:
        times = (
            Column(str(number), "right", self._name(time)) for number, time in enumerate(self.comparison.times, start=1)
        )
        return Table(name, (Column(self.words.pages.topic), *times, Column(self.own.change, "right")), rows)

    def _row(self, title: str, figure: FigureChange, note: str = "", cutoffs: Cutoffs | None = None) -> Row:
        return Row((title, *self._figures(figure), self._change(figure.change)), note=note, cutoffs=cutoffs)

    def _figures(self, figure: FigureChange) -> Iterator[FigureView]:
        for time, score, people in zip(self.comparison.times, figure.scores, figure.n, strict=True):
            count = self.count(people) if isinstance(people, int) else ""
            yield self.figure_of(score, time.min_group, people=count)

    def _gate(self, change: GateChange) -> Row:
        """A gate is its state; the number stands beside it."""
        gate = next(gate for gate in self.question_set.gates if gate.id == change.id)
        cells = (
            self._state(state, at, figure)
            for at, (state, figure) in enumerate(zip(change.states, self._figures(change), strict=True))
        )
        cutoffs = self.cutoffs(gate.fail_below, gate.pass_at)
        return Row((self.text(gate.title), *cells, self._change(change.change)), cutoffs=cutoffs)

    def _state(self, state: GateState | Withheld, at: int, figure: FigureView) -> Cell:
        if isinstance(state, Withheld):
            return self.figure_of(state, self.comparison.times[at].min_group)
        return replace(figure, text=f"{self.words.gates.states[state]} {figure.text}")

    def dimension(self, change: DimensionChange) -> Row:
        title = next(one.title for one in self.question_set.dimensions if one.id == change.id)
        note = "" if change.few_answers is None else self.own.few_answers[change.few_answers]
        return self._row(self.text(title), change, note, self._of_levels())

    def overall(self) -> Row:
        return self._row(self.words.figures.mean, self.comparison.overall, cutoffs=self._of_levels())

    def _of_levels(self) -> Cutoffs:
        cutoffs = self.question_set.cutoffs
        return self.cutoffs(cutoffs.attention.dimension, cutoffs.ready.dimension) if cutoffs else ()

    def _change(self, change: Change) -> str:
        if not isinstance(change, float):
            return ""
        if abs(change) < TOLERANCE:
            return self.own.unchanged
        sign = "+" if change > 0 else "\N{MINUS SIGN}"
        return sign + numbers.decimal(abs(change), self.words.decimal_mark)

    def _notes(self) -> Iterator[str]:
        """What must be known before the changes are read."""
        comparison, own = self.comparison, self.own
        yield own.not_matched
        if any(time.made_of is MadeOf.RESULT for time in comparison.times):
            yield own.tables_only
        for time in comparison.times:
            if 1 < time.respondents < _FEW_PEOPLE:
                yield own.few_people.format(name=self._name(time), n=self.count(time.respondents))
        if any(one.few_answers in {FewAnswers.SMALLER, FewAnswers.LARGER} for one in comparison.dimensions):
            yield own.few_answers_explained
        versions = dict.fromkeys((time.question_set.version, time.question_set.sha256) for time in comparison.times)
        if len(versions) > 1:
            named = (f"{version}, sha256 {sha256[:12]}" for version, sha256 in versions)
            yield own.versions.format(versions="; ".join(named))
        if comparison.left_out:
            yield own.left_out.format(n=self.count(len(comparison.left_out)))

    def _left_out(self) -> Iterable[str]:
        for one in self.comparison.left_out:
            times = f" {self.words.and_} ".join(map(str, one.asked))
            yield self.own.asked_at.format(item=self._item(one.item), times=times)

    def _item(self, item: str) -> str:
        """A statement by its id and its text; by its id alone where the last version hasn't it any more."""
        return f"{item}: {self.item_text(item)}" if item in self.question_set.item_by_id else item
