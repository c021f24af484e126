"""How many took part and what they gave, what is known behind the high answers, and how it was all computed."""

from __future__ import annotations

from collections.abc import Iterable

from samskab_cli.model.answers import Mode
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.numbers import decimal
from samskab_cli.reporting.sources import count_of_interview

_USUAL = 5
"""People; in smaller groups single answers can be worked out."""


def facts(voice: ResultFormatter) -> str:
    """Date, people, coverage."""
    date = voice.result.context.date
    parts = [long_date(date, voice.words.language)] if date else []
    parts.append(voice.people(voice.result.answers.respondents, voice.result.mode))
    if coverage := _coverage(voice):
        parts.append(voice.words.answers.coverage.format(share=coverage))
    if where := voice.result.context.where:
        parts.append(voice.words.doubts.only.format(where=where))
    return " · ".join(parts)


def gave(voice: ResultFormatter) -> Iterable[tuple[str, str]]:
    """Sides with how many of them took part, and states of cells with how many there are of each."""
    yield from ((voice.label(side), voice.people_of(side)) for side in voice.result.answers.sides)
    yield from _cells(voice)


def evidence(voice: ResultFormatter) -> str:
    """How many high answers have an example behind them; counted in sessions only."""
    room, words = voice.result.room, voice.words.evidence
    if room is None:
        return words.not_asked
    if room.highs == 0:
        return words.no_highs
    with_example = voice.count(room.highs_with_evidence)
    return words.highs_with_evidence.of(room.highs, voice.count).format(with_example=with_example)


def method(voice: ResultFormatter) -> tuple[str, ...]:
    """How it was computed: what was asked, by which rules, by which program."""
    words, set_, result = voice.words, voice.question_set, voice.result
    lines = [
        words.method.score.format(share=_share(voice, set_.min_answered)),
        words.method.unknown.format(unsure=voice.unsure, not_relevant=voice.text(set_.scale.not_relevant.label)),
    ]
    if result.mode is Mode.VOTES:
        lines.append(words.method.votes)
    if result.answers.phones:
        lines.append(words.method.phones)
    lines += _levels(voice)
    if result.answers.sides:
        lines.append(words.method.sides)
    lines.append(words.method.agreement)
    if result.verdict and result.verdict.sure is not None:
        lines.append(words.sure.explained)
    lines.append(words.method.min_group.of(result.min_group, voice.count))
    lines += _doubts(voice)
    if of_interview := count_of_interview(set_):
        lines.append(words.sources.counted.of(of_interview, voice.count))
    ref = result.question_set
    asked = words.method.set.format(id=ref.id, version=ref.version, sha256=ref.sha256, program=result.generated_by)
    lines.append(f"{words.method.scoring} {asked}")
    return tuple(lines)


def _levels(voice: ResultFormatter) -> Iterable[str]:
    """What each level demands, and what caps it."""
    words, rules = voice.words.method, voice.question_set.verdict
    if rules is None:
        return
    cutoffs, levels = rules.cutoffs, rules.levels
    yield words.levels.format(
        ready=voice.text(levels.ready.label),
        ready_dimension=voice.cutoff(cutoffs.ready.dimension),
        ready_overall=voice.cutoff(cutoffs.ready.overall),
        attention=voice.text(levels.attention.label),
        attention_dimension=voice.cutoff(cutoffs.attention.dimension),
        attention_overall=voice.cutoff(cutoffs.attention.overall),
    )
    if voice.result.gates:
        yield words.gates.format(not_now=voice.text(levels.not_now.label), prepare=voice.text(levels.prepare.label))
    for one in voice.question_set.indicators:
        if one.caps:
            level = voice.text(levels.of(one.caps.level).label)
            yield words.caps.format(title=voice.text(one.title), below=voice.cutoff(one.caps.below), level=level)


def _doubts(voice: ResultFormatter) -> Iterable[str]:
    """A sentence for each doubt about the reading."""
    texts = voice.words.doubts.read
    for doubt in voice.result.answers.doubts:
        place = f" ({doubt.where})" if doubt.where else ""
        yield texts[doubt.kind].format(n=voice.count(doubt.count), place=place)


def _coverage(voice: ResultFormatter) -> str:
    coverage = voice.result.answers.coverage
    return "" if coverage is None else _share(voice, coverage)


def _share(voice: ResultFormatter, share: float) -> str:
    """A share 0…1 in per cent; never 100 unless it is whole."""
    text = decimal(100 * share, voice.words.decimal_mark)
    whole, _, tenth = text.rpartition(voice.words.decimal_mark)
    return voice.words.per_cent.format(number=whole if tenth == "0" else text)


def _cells(voice: ResultFormatter) -> Iterable[tuple[str, str]]:
    cells, words, scale = voice.result.answers.cells, voice.words, voice.question_set.scale
    if cells is None:
        return ()
    rows = (
        (words.answers.cells["value"], cells.value),
        (voice.text(scale.unsure.label), cells.unsure),
        (voice.text(scale.not_relevant.label), cells.not_relevant),
        (words.answers.cells["blank"], cells.blank),
        (words.answers.cells["invalid"], cells.invalid),
        (words.answers.cells["not_asked"], cells.not_asked),
        (words.answers.cells["not_reached"], cells.not_reached),
    )
    return ((label, voice.count(number)) for label, number in rows if number)


def remarks(voice: ResultFormatter) -> Iterable[str]:
    """What is to be known of who answered and how."""
    shown, words = voice.result.answers, voice.words
    counted = (
        (shown.without_role if shown.sides else 0, words.verdict.without_role),
        (shown.unanswered, words.answers.unanswered),
        (shown.incomplete, words.answers.incomplete),
        (shown.straight_lining or 0, words.answers.straight_lining),
        (shown.rejected.count, words.answers.rejected),
    )
    yield from (said.of(number, voice.count) for number, said in counted if number)
    if shown.rejected.by_item:
        by_item = ", ".join(f"{item} {voice.count(n)}" for item, n in shown.rejected.by_item.items())
        yield words.answers.rejected_by_item.format(by_item=by_item)
    yield from _small(voice)


def _small(voice: ResultFormatter) -> Iterable[str]:
    """What there is to say of small groups, and of more cards than people."""
    shown, words, min_group = voice.result.answers, voice.words.answers, voice.result.min_group
    for one in shown.surplus:
        role = voice.question_set.role_by_id.get(one.role)
        yield words.surplus.format(
            item=one.item,
            role=voice.text(role.label) if role else voice.side_label(one.role),
            cards=voice.count(one.cards),
            people=voice.count(one.people),
        )
    if shown.items_left_out:
        yield words.left_out.format(n=voice.count(min_group), items=", ".join(shown.items_left_out))
    if shown.items_without_sides:
        yield words.without_sides.format(items=", ".join(shown.items_without_sides))
    if any(side.withheld for side in shown.sides):
        yield words.withheld_explained
    if shown.sides_choice is not None:
        yield words.sides_choice[shown.sides_choice]
    elif min_group < _USUAL and shown.respondents > 1 and voice.result.mode is not Mode.CONSENSUS:
        yield words.small_groups.format(n=voice.count(_USUAL))
