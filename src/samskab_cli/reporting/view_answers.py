"""How many took part and what they gave, what is known behind the high answers, and how it was all computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samskab_cli.model.answers import Mode
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.formatter import Voice
from samskab_cli.reporting.numbers import decimal
from samskab_cli.reporting.report_view import AnswersView, EvidenceView
from samskab_cli.reporting.sources import count_of_interview
from samskab_cli.reporting.view_items import notes

_USUAL = 5
"""People; in smaller groups single answers can be worked out."""


def facts(voice: Voice) -> str:
    """Date, people, coverage."""
    date = voice.result.context.date
    parts = [long_date(date, voice.words.language)] if date else []
    parts.append(_people(voice))
    if coverage := _coverage(voice):
        parts.append(voice.words.answers.coverage.format(share=coverage))
    if where := voice.result.context.where:
        parts.append(voice.words.doubts.only.format(where=where))
    return " · ".join(parts)


def answers(voice: Voice) -> AnswersView:
    """How many took part, per side or withheld, and what their cells held."""
    return AnswersView(
        people=_people(voice),
        sides=tuple((voice.label(side), voice.people(side)) for side in voice.result.answers.sides),
        cells=tuple(_cells(voice)),
        remarks=tuple(_remarks(voice)),
    )


def evidence(voice: Voice) -> EvidenceView:
    """How many high answers have an example behind them; counted in sessions only."""
    room, words = voice.result.room, voice.words
    if room is None:
        return EvidenceView(sentence=words.evidence.not_asked, examples=())
    if room.highs == 0:
        said = words.evidence.no_highs
    else:
        with_example = voice.count(room.highs_with_evidence)
        said = words.evidence.highs_with_evidence.of(room.highs, voice.count).format(with_example=with_example)
    return EvidenceView(sentence=said, examples=tuple(notes(voice, room.evidence)))


def method(voice: Voice) -> tuple[str, ...]:
    """How it was computed: what was asked, by which rules, by which program."""
    words, set_, result = voice.words, voice.question_set, voice.result
    lines = [
        words.method.score.format(share=_share(voice, set_.min_answered)),
        words.method.unknown.format(unsure=voice.unsure, not_relevant=voice.text(set_.scale.not_relevant.label)),
    ]
    if result.mode is Mode.VOTES:
        lines.append(words.method.votes)
    lines += _levels(voice)
    if result.answers.sides:
        lines.append(words.method.sides)
    lines.append(words.method.agreement)
    if result.verdict and result.verdict.sure is not None:
        lines.append(words.sure.explained)
    lines.append(words.method.min_group.of(result.min_group, voice.count))
    if of_interview := count_of_interview(set_):
        lines.append(words.sources.counted.of(of_interview, voice.count))
    lines += _doubts(voice)
    ref = result.question_set
    lines.append(words.method.scoring)
    lines.append(
        words.method.set.format(id=ref.id, version=ref.version, sha256=ref.sha256, program=result.generated_by)
    )
    return tuple(lines)


def _levels(voice: Voice) -> Iterator[str]:
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


def _doubts(voice: Voice) -> Iterable[str]:
    """A sentence for each doubt about the reading."""
    texts = voice.words.doubts.read
    for doubt in voice.result.answers.doubts:
        place = f" ({doubt.where})" if doubt.where else ""
        yield texts[doubt.kind].format(n=voice.count(doubt.count), place=place)


def _people(voice: Voice) -> str:
    words, people = voice.words, voice.result.answers.respondents
    if people == 0:
        return words.answers.nobody
    if voice.result.mode is Mode.CONSENSUS:
        return words.answers.one_common_answer
    return (words.answers.voters if voice.result.mode is Mode.VOTES else words.answers.respondents).of(
        people, voice.count
    )


def _coverage(voice: Voice) -> str:
    coverage = voice.result.answers.coverage
    return "" if coverage is None else _share(voice, coverage)


def _share(voice: Voice, share: float) -> str:
    """A share 0…1 in per cent; never 100 unless it is whole."""
    text = decimal(100 * share, voice.words.decimal_mark)
    whole, _, tenth = text.rpartition(voice.words.decimal_mark)
    return voice.words.per_cent.format(number=whole if tenth == "0" else text)


def _cells(voice: Voice) -> Iterable[tuple[str, str]]:
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


def _remarks(voice: Voice) -> Iterable[str]:
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
    for one in shown.surplus:
        role = voice.question_set.role_by_id.get(one.role)
        yield words.answers.surplus.format(
            item=one.item,
            role=voice.text(role.label) if role else voice.side_label(one.role),
            cards=voice.count(one.cards),
            people=voice.count(one.people),
        )
    if shown.items_left_out:
        yield words.answers.left_out.format(
            n=voice.count(voice.result.min_group), items=", ".join(shown.items_left_out)
        )
    if shown.items_without_sides:
        yield words.answers.without_sides.format(items=", ".join(shown.items_without_sides))
    if any(side.withheld for side in shown.sides):
        yield words.answers.withheld_explained
    if voice.result.min_group < _USUAL and shown.respondents > 1 and voice.result.mode is not Mode.CONSENSUS:
        yield words.answers.small_groups.format(n=voice.count(_USUAL))
