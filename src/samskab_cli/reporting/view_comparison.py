"""From a comparison to its strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samskab_cli.model.answers import Mode
from samskab_cli.model.comparison import (
    Change,
    Comparison,
    DimensionChange,
    FewAnswers,
    FigureChange,
    GateChange,
    Time,
)
from samskab_cli.model.content import LocalText
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Shown, Withheld
from samskab_cli.model.suppression import Reason
from samskab_cli.reporting import numbers
from samskab_cli.reporting.comparison_view import CellView, ChangeRow, ComparisonView, TimeView
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.strings import cleaned
from samskab_cli.reporting.wording import ReportWords

MOVED_SHOWN = 5
"""Statements that are said to have moved most."""
_FEW_PEOPLE = 10


def view_comparison(comparison: Comparison, question_set: QuestionSet, language: str) -> ComparisonView:
    """What changed, every text cleaned. question_set: the one that was asked last. Raises KeyError as `view` does."""
    return cleaned(_Teller(comparison, question_set, language).view())


class _Teller:
    """One comparison in one language."""

    def __init__(self, comparison: Comparison, question_set: QuestionSet, language: str) -> None:
        self.comparison, self.question_set = comparison, question_set
        self.all_words = ReportWords(language)
        self.words = self.all_words.comparison
        self.limits = numbers.cutoffs(question_set)

    def view(self) -> ComparisonView:
        """The whole view."""
        comparison, set_ = self.comparison, self.question_set
        titles = {gate.id: self._text(gate.title) for gate in set_.gates}
        titles |= {dimension.id: self._text(dimension.title) for dimension in set_.dimensions}
        texts = {item.id: f"{item.id}: {self._text(item.text)}" for item in set_.items}
        items = {one.id: self._row(texts.get(one.id, one.id), one) for one in comparison.items}
        dimensions = [self._row(titles[one.id], one, self._few(one)) for one in comparison.dimensions]
        moved = comparison.moved_most[:MOVED_SHOWN]
        return ComparisonView(
            language=self.all_words.language,
            title=self.words.title,
            heading=self.words.heading.format(what=self._what()),
            what=self._what(),
            times=tuple(map(self._time, range(len(comparison.times)))),
            verdict=self._verdict(),
            gates=tuple(self._gate(titles[gate.id], gate) for gate in comparison.gates),
            dimensions=(*dimensions, self._row(self.all_words.figures.mean, comparison.overall)),
            moved=tuple(items[item] for item in moved),
            no_moves="" if moved else self.words.nothing_moved,
            items=tuple(items.values()),
            notes=tuple(self._notes()),
            left_out=tuple(self._left_out(texts)),
            cutoffs=self._cutoffs(*self._of_levels()),
            gate_cutoffs=tuple(
                self._cutoffs(gate.fail_below, gate.pass_at)
                for one in comparison.gates
                for gate in set_.gates
                if gate.id == one.id
            ),
            caveat=self._text(set_.caveat),
        )

    def _of_levels(self) -> tuple[float, ...]:
        cutoffs = self.question_set.cutoffs
        return (cutoffs.attention.dimension, cutoffs.ready.dimension) if cutoffs else ()

    def _what(self) -> str:
        last = self.comparison.times[-1].context
        named = [part for part in (last.matter, last.municipality) if part]
        return " · ".join(named) or self._text(self.question_set.title)

    def _cutoffs(self, *points: float) -> tuple[tuple[float, str], ...]:
        return tuple((point, numbers.plain(point, self.all_words.decimal_mark)) for point in sorted(set(points)))

    def _time(self, at: int) -> TimeView:
        time, verdict = self.comparison.times[at], self.comparison.verdict
        range_ = verdict.ranges[at] if verdict else ()
        return TimeView(
            number=str(at + 1),
            name=self._name(time),
            people=self._people(time),
            level=self._level(verdict.levels[at], at) if verdict else "",
            range="" if isinstance(range_, Withheld) else " – ".join(dict.fromkeys(self._level(r, at) for r in range_)),
        )

    def _name(self, time: Time) -> str:
        """The date where every time has its own; else the file."""
        dates = [one.context.date for one in self.comparison.times]
        if time.context.date is not None and None not in dates and len(set(dates)) == len(dates):
            return long_date(time.context.date, self.all_words.language)
        return time.name

    def _people(self, time: Time) -> str:
        words = self.all_words
        if time.mode is Mode.CONSENSUS and time.respondents:
            return words.answers.one_common_answer
        template = words.answers.voters if time.mode is Mode.VOTES else words.answers.respondents
        return template.of(time.respondents, self._count) if time.respondents else words.answers.nobody

    def _verdict(self) -> str:
        if self.comparison.verdict is None:
            return ""
        levels = self.comparison.verdict.levels
        first, last = levels[0], levels[-1]
        if isinstance(first, Withheld) or isinstance(last, Withheld):
            return self.words.verdict_withheld
        if first is last:
            return self.words.same_verdict.format(level=self._level(last, -1))
        return self.words.from_to.format(first=self._level(first, 0), last=self._level(last, -1))

    def _level(self, level: object, at: int) -> str:
        if isinstance(level, Withheld):
            return self._withheld(level.withheld, at)
        rules = self.question_set.verdict
        return self._text(rules.levels.of(Level(str(level))).label) if rules else ""

    def _gate(self, title: str, gate: GateChange) -> ChangeRow:
        """A gate is its state; the number stands beside it."""
        row = self._row(title, gate)
        cells = tuple(
            cell.model_copy(update={"text": self._state(state, at, cell.text)})
            for at, (state, cell) in enumerate(zip(gate.states, row.cells, strict=True))
        )
        return row.model_copy(update={"cells": cells})

    def _state(self, state: GateState | Withheld, at: int, figure: str) -> str:
        if isinstance(state, Withheld):
            return self._withheld(state.withheld, at)
        word = self.all_words.gates.states[state]
        return f"{word} {figure}"

    def _row(self, title: str, figure: FigureChange, note: str = "") -> ChangeRow:
        cells = tuple(
            CellView(
                text=self._figure(score, at),
                people=self._count(n) if isinstance(n, int) else "",
                position=float(score) if isinstance(score, float) else None,
            )
            for at, (score, n) in enumerate(zip(figure.scores, figure.n, strict=True))
        )
        return ChangeRow(title=title, cells=cells, change=self._change(figure.change), note=note)

    def _figure(self, score: Shown, at: int) -> str:
        if isinstance(score, Withheld):
            return self._withheld(score.withheld, at)
        if score is None:
            return self.all_words.figures.too_few
        return numbers.decimal(score, self.all_words.decimal_mark, self.limits)

    def _withheld(self, reason: Reason, at: int) -> str:
        words = self.all_words
        if reason is Reason.MIN_GROUP:
            why = words.figures.withheld_min_group.format(n=self._count(self.comparison.times[at].min_group))
        else:
            why = words.figures.withheld_protects
        return f"{words.figures.withheld}: {why}"

    def _change(self, change: Change) -> str:
        if not isinstance(change, float):
            return ""
        if abs(change) < numbers.SAME:
            return self.words.unchanged
        sign = "+" if change > 0 else "\N{MINUS SIGN}"
        return sign + numbers.decimal(abs(change), self.all_words.decimal_mark)

    def _few(self, dimension: DimensionChange) -> str:
        return "" if dimension.few_answers is None else self.words.few_answers[dimension.few_answers]

    def _notes(self) -> Iterator[str]:
        """What must be known before the changes are read."""
        comparison, words = self.comparison, self.words
        yield words.people_behind
        yield words.not_matched
        for time in comparison.times:
            if 1 < time.respondents < _FEW_PEOPLE:
                yield words.few_people.format(name=self._name(time), n=self._count(time.respondents))
        if any(one.few_answers in {FewAnswers.SMALLER, FewAnswers.LARGER} for one in comparison.dimensions):
            yield words.few_answers_explained
        versions = dict.fromkeys((time.question_set.version, time.question_set.sha256) for time in comparison.times)
        if len(versions) > 1:
            told = (f"{version}, sha256 {sha256[:12]}" for version, sha256 in versions)
            yield words.versions.format(versions="; ".join(told))
        if comparison.left_out:
            yield words.left_out.format(n=self._count(len(comparison.left_out)))

    def _left_out(self, texts: dict[str, str]) -> Iterable[str]:
        for one in self.comparison.left_out:
            times = f" {self.all_words.and_} ".join(map(str, one.asked))
            yield self.words.asked_at.format(item=texts.get(one.item, one.item), times=times)

    def _count(self, number: int) -> str:
        return f"{number:,}".replace(",", self.all_words.thousands_mark)

    def _text(self, text: LocalText) -> str:
        languages = self.question_set.languages
        return text.text(self.all_words.language if self.all_words.language in languages else languages[0])
