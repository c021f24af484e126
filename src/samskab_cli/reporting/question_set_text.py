"""`samskab questions show`: scale, sides, dimensions, statements, gates and verdict as plain text of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from samskab_cli.model.judging import Gate, Indicator, LevelCutoffs, Part
from samskab_cli.model.question_set import Dimension, Item, QuestionSet, ResponseScale
from samskab_cli.model.statement_source import AnySource, Source, SourceKind

_WIDTH = 79
_ID_WIDTH = 9


def counts(question_set: QuestionSet) -> str:
    """How much there is of everything, in one line."""
    quick = sum(item.quick for item in question_set.items)
    return ", ".join(
        (
            _many(len(question_set.dimensions), "dimension"),
            f"{_many(len(question_set.items), 'item')} ({quick} quick)",
            _many(len(question_set.scale.options), "option"),
            _many(len(question_set.gates), "gate"),
            _many(len(question_set.indicators), "indicator"),
            _many(len(question_set.roles), "role"),
            _many(len(question_set.all_sides), "side"),
        )
    )


def describe(question_set: QuestionSet, language: str) -> str:
    """The whole set: scale, sides, dimensions with their items and sources, gates, indicators, cut-offs."""
    return "\n".join(
        (
            *_wrapped(f"{question_set.id} {question_set.version}: {question_set.title.text(language)}"),
            *_wrapped(counts(question_set)),
            f"languages: {', '.join(question_set.languages)}",
            f"sha256: {question_set.sha256}",
            "",
            *_scale(question_set.scale, language),
            *_sides(question_set, language),
            *(line for dimension in question_set.dimensions for line in _dimension(dimension, language)),
            *_gates(question_set, language),
            *_indicators(question_set.indicators, language),
            *_verdict(question_set, language),
            "* asked in the quick version too",
        )
    )


def describe_sources(question_set: QuestionSet, language: str) -> str:
    """Where every statement and every part of a gate or an indicator comes from; then what each claim became."""
    sourced: list[tuple[str, AnySource | None]] = [(item.id, item.source) for item in question_set.items]
    holders: tuple[Gate | Indicator, ...] = (*question_set.gates, *question_set.indicators)
    parts = [(f"{holder.id}/{part.id}", part.source) for holder in holders for part in holder.parts if part.source]
    claims: dict[str, list[str]] = {}
    for name, source in (*sourced, *parts):
        for claim in source.claims if isinstance(source, Source) else ():
            claims.setdefault(claim, []).append(name)
    lines = [f"{question_set.id} {question_set.version}: where its statements come from", "", "Statements"]
    lines += (line for name, source in sourced for line in _entry(name, _source(source, language)))
    if parts:
        lines += ["", "Parts of gates and indicators"]
        lines += (
            line for name, source in parts for line in _wrapped(f"{name}: {_source(source, language)}", "  ", "    ")
        )
    if claims:
        lines += ["", "Claims"]
        lines += (line for claim in sorted(claims) for line in _entry(claim, ", ".join(claims[claim])))
    return "\n".join(lines)


def _source(source: AnySource | None, language: str) -> str:
    if not isinstance(source, Source):
        return source or "not given"
    named = ", ".join(source.claims)
    of_practice = source.kind is SourceKind.PRACTICE
    claims = (f" (compare {named})" if of_practice else f" ({named})") if named else ""
    ours = f"; ours: {source.ours.text(language)}" if source.ours else ""
    return f"{source.kind.value}{claims}{ours}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


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


def _scale(scale: ResponseScale, language: str) -> Iterator[str]:
    yield from _wrapped(f"Scale: {scale.stem.text(language)}" if scale.stem else "Scale", rest="  ")
    for option in scale.options:
        yield from _entry(str(option.value), option.label.text(language))
    for other in scale.others:
        yield from _entry(other.code, other.label.text(language))
    yield ""


def _sides(question_set: QuestionSet, language: str) -> Iterator[str]:
    if not question_set.all_sides:
        return
    yield "Sides and their roles"
    for side in question_set.all_sides:
        yield from _wrapped(f"{side.id}: {side.label.text(language)}", "  ", "    ")
        for role in question_set.roles:
            if role.side == side.id:
                yield from _entry(role.id, role.label.text(language), 4)
    yield ""
    if question_set.coarse_sides:
        yield "Coarse sides (shown where a side is too few people)"
        for coarse in question_set.coarse_sides:
            text = f"{coarse.id}: {coarse.label.text(language)} ({', '.join(coarse.sides)})"
            yield from _wrapped(text, "  ", "    ")
        yield ""


def _dimension(dimension: Dimension, language: str) -> Iterator[str]:
    yield from _wrapped(f"{dimension.id}: {dimension.title.text(language)}")
    if dimension.question:
        yield from _wrapped(dimension.question.text(language), "  ")
    if dimension.also:
        yield f"  counts as well: {', '.join(dimension.also)}"
    if dimension.raw:
        yield f"  {dimension.raw.value} on the items' own scale as well"
    if dimension.min_answered is not None:
        yield f"  a score from {dimension.min_answered:g} of the weight answered"
    if dimension.scale:
        yield from (f"  {line}".rstrip() for line in _scale(dimension.scale, language) if line)
    for item in dimension.items:
        yield from _entry(item.id, item.text.text(language), 4, "* " if item.quick else "")
        yield from _wrapped("; ".join(_notes(item, language)), " " * (5 + _ID_WIDTH))
    yield ""


def _notes(item: Item, language: str) -> Iterator[str]:
    """What is special about an item."""
    yield f"source: {_source(item.source, language)}"
    if item.reverse:
        yield "reversed: a low answer is the good one"
    if item.scale:
        low, high = item.scale.options[0], item.scale.options[-1]
        ends = f"{low.value} {low.label.text(language)} … {high.value} {high.label.text(language)}"
        yield f"its own scale, {ends}"
    if item.weight != 1:
        yield f"weight {item.weight:g}"
    if item.skip_roles:
        yield f"not asked of {', '.join(item.skip_roles)}"


def _gates(question_set: QuestionSet, language: str) -> Iterator[str]:
    gates: tuple[Gate, ...] = question_set.gates
    if not gates:
        return
    yield "Gates (the weakest part decides)"
    for gate in gates:
        yield from _wrapped(f"{gate.id}: {gate.title.text(language)}", "  ", "    ")
        yield f"    passed at {gate.pass_at:g}, failed below {gate.fail_below:g}"
        yield from _parts(gate.parts, language, question_set)
    yield ""


def _indicators(indicators: tuple[Indicator, ...], language: str) -> Iterator[str]:
    if not indicators:
        return
    yield "Indicators (they inform)"
    for indicator in indicators:
        yield from _wrapped(f"{indicator.id}: {indicator.title.text(language)}", "  ", "    ")
        if indicator.caps:
            yield f"    its lowest part below {indicator.caps.below:g} caps the verdict at {indicator.caps.level.value}"
        yield from _parts(indicator.parts, language)
    yield ""


def _parts(parts: Iterable[Part], language: str, question_set: QuestionSet | None = None) -> Iterator[str]:
    for part in parts:
        items = (f"{item}*" if question_set and question_set.item_by_id[item].quick else item for item in part.items)
        yield from _wrapped(f"{part.title.text(language)}: {', '.join(items)}", "    ", "      ")


def _verdict(question_set: QuestionSet, language: str) -> Iterator[str]:
    rules = question_set.verdict
    if rules is None:
        yield "No verdict: the set gives figures and what to talk about."
        yield ""
        return
    yield "Verdict (all gates passed, lowest dimension and overall of at least)"
    levels: tuple[tuple[str, LevelCutoffs], ...] = (
        (rules.levels.ready.label.text(language), rules.cutoffs.ready),
        (rules.levels.attention.label.text(language), rules.cutoffs.attention),
    )
    for label, cutoffs in levels:
        yield from _wrapped(f"{label}: dimension {cutoffs.dimension:g}, overall {cutoffs.overall:g}", "  ", "    ")
    yield ""
