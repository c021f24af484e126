"""`samskab questions show`: a question set as plain text of 80 columns, in one language: scale, statements, gates."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samskab_cli.model.catalogue import LANGUAGES, Forms
from samskab_cli.model.content import LocalText
from samskab_cli.model.judging import Gate, Indicator, LevelCutoffs, Part
from samskab_cli.model.question_set import Dimension, Item, QuestionSet, ResponseScale
from samskab_cli.model.statement_source import AnySource, Source, SourceKind
from samskab_cli.reporting.wording.question_set import SetWords

_WIDTH = 79
_ID_WIDTH = 9


def counts(question_set: QuestionSet, language: str = "en") -> str:
    """How much there is of everything, in one line."""
    words, quick = SetWords(language), sum(item.quick for item in question_set.items)
    each: tuple[tuple[Forms, int], ...] = (
        (words.dimensions, len(question_set.dimensions)),
        (words.items, len(question_set.items)),
        (words.options, len(question_set.scale.options)),
        (words.gates, len(question_set.gates)),
        (words.indicators, len(question_set.indicators)),
        (words.roles, len(question_set.roles)),
        (words.sides, len(question_set.all_sides)),
    )
    return ", ".join(forms.of(number).format(quick=quick) for forms, number in each)


def describe(question_set: QuestionSet, language: str) -> str:
    """The whole set: scale, sides, dimensions with their items and sources, gates, indicators, cut-offs."""
    return "\n".join(_Description(question_set, language).whole()).rstrip()


def describe_sources(question_set: QuestionSet, language: str) -> str:
    """Where every statement and every part of a gate or an indicator comes from; then what each claim became."""
    return "\n".join(_Description(question_set, language).sources())


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    paragraphs = text.splitlines() or [""]
    indent = first if rest is None else rest
    return [
        line
        for i, paragraph in enumerate(paragraphs)
        for line in textwrap.wrap(
            paragraph, _WIDTH, initial_indent=indent if i else first, subsequent_indent=indent, break_on_hyphens=False
        )
        or [""]
    ]


def _entry(name: str, text: str, indent: int = 2, mark: str = "") -> list[str]:
    """An id and its text, hanging beside it."""
    first = f"{' ' * (indent - len(mark))}{mark}{name:<{_ID_WIDTH}} "
    return _wrapped(text, first, " " * (indent + _ID_WIDTH + 1))


@dataclass(frozen=True)
class _Description:
    """A set in one of its languages; ours between its texts are in the same one, or in English where we have none."""

    question_set: QuestionSet
    language: str

    @property
    def _words(self) -> SetWords:
        return SetWords(self.language if self.language in LANGUAGES else "en")

    def _text(self, text: LocalText) -> str:
        return text.text(self.language)

    def _number(self, number: float) -> str:
        return f"{number:g}".replace(".", "," if self._words.language == "da" else ".")

    def whole(self) -> Iterator[str]:
        question_set, words = self.question_set, self._words
        yield from _wrapped(f"{question_set.id} {question_set.version}: {self._text(question_set.title)}")
        yield from _wrapped(counts(question_set, words.language))
        yield words.languages.format(languages=", ".join(question_set.languages))
        yield f"sha256: {question_set.sha256}"
        yield ""
        yield from self._scale(question_set.scale)
        yield from self._sides()
        for dimension in question_set.dimensions:
            yield from self._dimension(dimension)
        yield from self._gates()
        yield from self._indicators()
        yield from self._verdict()
        if any(item.quick for item in question_set.items):
            yield words.quick_mark

    def sources(self) -> Iterator[str]:
        question_set, words = self.question_set, self._words
        sourced: list[tuple[str, AnySource | None]] = [(item.id, item.source) for item in question_set.items]
        holders: tuple[Gate | Indicator, ...] = (*question_set.gates, *question_set.indicators)
        parts = [(f"{holder.id}/{part.id}", part.source) for holder in holders for part in holder.parts if part.source]
        claims: dict[str, list[str]] = {}
        for name, source in (*sourced, *parts):
            for claim in source.claims if isinstance(source, Source) else ():
                claims.setdefault(claim, []).append(name)
        yield words.sources_of.format(name=f"{question_set.id} {question_set.version}")
        yield from ("", words.statements)
        for name, source in sourced:
            yield from _entry(name, self._source(source))
        if parts:
            yield from ("", words.parts)
        for name, source in parts:
            yield from _wrapped(f"{name}: {self._source(source)}", "  ", "    ")
        if claims:
            yield from ("", words.claims)
        for claim in sorted(claims):
            yield from _entry(claim, ", ".join(claims[claim]))

    def _source(self, source: AnySource | None) -> str:
        words = self._words
        if not isinstance(source, Source):
            return source or words.no_source
        named = ", ".join(source.claims)
        if named and source.kind is SourceKind.PRACTICE:
            named = words.compare.format(claims=named)
        ours = f"; {words.ours.format(ours=self._text(source.ours))}" if source.ours else ""
        return f"{words.kinds[source.kind]}{f' ({named})' if named else ''}{ours}"

    def _scale(self, scale: ResponseScale) -> Iterator[str]:
        words = self._words
        heading = words.scale_of.format(stem=self._text(scale.stem)) if scale.stem else words.scale
        yield from _wrapped(heading, rest="  ")
        for option in scale.options:
            yield from _entry(str(option.value), self._text(option.label))
        for other in scale.others:
            yield from _entry(other.code, self._text(other.label))
        yield ""

    def _sides(self) -> Iterator[str]:
        question_set = self.question_set
        if not question_set.all_sides:
            return
        yield self._words.sides_and_roles
        for side in question_set.all_sides:
            yield from _wrapped(f"{side.id}: {self._text(side.label)}", "  ", "    ")
            for role in question_set.roles:
                if role.side == side.id:
                    yield from _entry(role.id, self._text(role.label), 4)
        yield ""
        if question_set.coarse_sides:
            yield self._words.coarse_sides
            for coarse in question_set.coarse_sides:
                text = f"{coarse.id}: {self._text(coarse.label)} ({', '.join(coarse.sides)})"
                yield from _wrapped(text, "  ", "    ")
            yield ""

    def _dimension(self, dimension: Dimension) -> Iterator[str]:
        words = self._words
        yield from _wrapped(f"{dimension.id}: {self._text(dimension.title)}")
        if dimension.question:
            yield from _wrapped(self._text(dimension.question), "  ")
        if dimension.also:
            yield f"  {words.counts_as_well.format(items=', '.join(dimension.also))}"
        if dimension.raw:
            yield f"  {words.raw[dimension.raw]}"
        if dimension.min_answered is not None:
            yield f"  {words.min_answered.format(share=self._number(dimension.min_answered))}"
        if dimension.scale:
            yield from (f"  {line}".rstrip() for line in self._scale(dimension.scale) if line)
        for item in dimension.items:
            yield from _entry(item.id, self._text(item.text), 4, "* " if item.quick else "")
            yield from _wrapped("; ".join(self._notes(item)), " " * (5 + _ID_WIDTH))
        yield ""

    def _notes(self, item: Item) -> Iterator[str]:
        """What is special about an item."""
        words = self._words
        yield words.source.format(source=self._source(item.source))
        if item.reverse:
            yield words.reversed
        if item.scale:
            low, high = item.scale.options[0], item.scale.options[-1]
            ends = f"{low.value} {self._text(low.label)} … {high.value} {self._text(high.label)}"
            yield words.own_scale.format(ends=ends)
        if item.weight != 1:
            yield words.weight.format(weight=self._number(item.weight))
        if item.skip_roles:
            yield words.not_asked_of.format(roles=", ".join(item.skip_roles))

    def _gates(self) -> Iterator[str]:
        question_set = self.question_set
        gates: tuple[Gate, ...] = question_set.gates
        if not gates:
            return
        yield self._words.gates_heading
        for gate in gates:
            yield from _wrapped(f"{gate.id}: {self._text(gate.title)}", "  ", "    ")
            pass_at, fail_below = self._number(gate.pass_at), self._number(gate.fail_below)
            yield f"    {self._words.gate.format(pass_at=pass_at, fail_below=fail_below)}"
            yield from self._parts(gate.parts, marks_quick=True)
        yield ""

    def _indicators(self) -> Iterator[str]:
        indicators = self.question_set.indicators
        if not indicators:
            return
        yield self._words.indicators_heading
        for indicator in indicators:
            yield from _wrapped(f"{indicator.id}: {self._text(indicator.title)}", "  ", "    ")
            if indicator.caps and (rules := self.question_set.verdict):
                level = self._text(rules.levels.of(indicator.caps.level).label)
                cap = self._words.cap.format(below=self._number(indicator.caps.below), level=level)
                yield from _wrapped(cap, "    ")
            yield from self._parts(indicator.parts)
        yield ""

    def _parts(self, parts: Iterable[Part], *, marks_quick: bool = False) -> Iterator[str]:
        items = self.question_set.item_by_id
        for part in parts:
            named = (f"{item}*" if marks_quick and items[item].quick else item for item in part.items)
            yield from _wrapped(f"{self._text(part.title)}: {', '.join(named)}", "    ", "      ")

    def _verdict(self) -> Iterator[str]:
        rules = self.question_set.verdict
        if rules is None:
            yield self._words.no_verdict
            yield ""
            return
        yield from _wrapped(self._words.verdict, rest="  ")
        levels: tuple[tuple[LocalText, LevelCutoffs], ...] = (
            (rules.levels.ready.label, rules.cutoffs.ready),
            (rules.levels.attention.label, rules.cutoffs.attention),
        )
        for label, cutoffs in levels:
            dimension, overall = self._number(cutoffs.dimension), self._number(cutoffs.overall)
            text = self._words.cutoffs.format(level=self._text(label), dimension=dimension, overall=overall)
            yield from _wrapped(text, "  ", "    ")
        yield ""
