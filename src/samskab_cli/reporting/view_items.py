"""Statements: what to discuss first, what moves it most, and every one with its distribution."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from samskab_cli.model.conclusions import DiscussReason
from samskab_cli.model.result import Discuss, ItemShown, MoveShown, TableShown, Withheld
from samskab_cli.reporting import numbers
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.report_view import (
    DiscussView,
    ItemView,
    MoveView,
)
from samskab_cli.reporting.wording.steps import DiscussWords

SHOWN = 3
"""Statements that a report says to discuss first."""
_QUITE_AGREED, _MIXED = 0.6, 0.3
"""Agreement from which answers are called quite agreed, and mixed; below, opinions are divided."""


def item(voice: ResultFormatter, shown: ItemShown) -> ItemView:
    """One statement and its distribution."""
    asked = voice.question_set.item_by_id[shown.id]
    options = {option.value: option.label for option in voice.question_set.scale.options}
    agreement = shown.agreement if isinstance(shown.agreement, float) else None
    return ItemView(
        id=shown.id,
        text=voice.text(asked.text),
        dimension=shown.dimension,
        reverse=asked.reverse,
        figure=voice.figure(shown.score, applies=_applies(shown)),
        counts=shown.counts,
        unsure=shown.unsure,
        not_relevant=shown.not_relevant,
        not_asked=shown.not_asked,
        not_reached=shown.not_reached,
        blank=shown.blank,
        invalid=shown.invalid,
        agreement="" if agreement is None else numbers.hundredths(agreement, voice.words.decimal_mark),
        sides=voice.side_figures(shown.sides),
        gap=voice.gap(shown.gap),
        agreed="" if shown.agreed is None else voice.text(options.get(shown.agreed)) or str(shown.agreed),
    )


def discuss_first(voice: ResultFormatter) -> tuple[DiscussView, ...]:
    """The first three, each with its reason and its dilemma."""
    return tuple(_discuss(voice, one) for one in voice.result.talk.discuss_first[:SHOWN])


def no_discuss(voice: ResultFormatter) -> str:
    """Why there is nothing to discuss first."""
    if voice.result.talk.discuss_first:
        return ""
    return voice.words.discuss.alone if voice.result.answers.respondents == 1 else voice.words.discuss.nothing


def moves(voice: ResultFormatter) -> tuple[MoveView, ...]:
    """What moves it most, with its advice."""
    most = voice.result.talk.moves_most
    return () if isinstance(most, Withheld) else tuple(_move(voice, move) for move in most)


def _applies(shown: ItemShown) -> bool:
    """Whether anybody it was asked of could have answered it."""
    return _applicable(shown) > 0


def _applicable(shown: TableShown) -> int:
    """People it applies to."""
    return shown.n + shown.unsure + shown.blank + shown.invalid


def _discuss(voice: ResultFormatter, discuss: Discuss) -> DiscussView:
    shown = next(item for item in voice.result.items if item.id == discuss.item)
    short, reason = _reason(voice, discuss, shown)
    if discuss.by_chance:
        reason = f"{reason} {voice.words.discuss.by_chance}"
    said = item(voice, shown)
    if said.reverse:  # else "a large extent" stands above a figure of 0
        said = replace(said, text=f"{said.text} ({voice.words.columns.reverse})")
    return DiscussView(
        item=said,
        short=short,
        reason=reason,
        dilemma=voice.text(voice.question_set.item_by_id[shown.id].dilemma),
    )


def _reason(voice: ResultFormatter, discuss: Discuss, shown: ItemShown) -> tuple[str, str]:
    words = voice.words.discuss
    if discuss.reason is DiscussReason.GAP and shown.gap is not None:
        gap = voice.distance(shown.gap)
        return words.gap_short.format(gap=gap), words.gap_long.format(gap=gap, sides=_sides_said(voice, shown))
    if discuss.reason is DiscussReason.DISAGREEMENT and shown.agreement is not None:
        agreement = numbers.hundredths(shown.agreement, voice.words.decimal_mark)
        return _agreement_in_words(words, shown.agreement), words.disagreement_long.format(agreement=agreement)
    of_side = shown.sides.get(discuss.side) if discuss.side else None
    table = of_side if isinstance(of_side, TableShown) else shown
    said = words.unsure_share.format(
        n=voice.count(table.unsure), of=voice.count(_applicable(table)), unsure=voice.unsure
    )
    if table is shown:
        return said, said
    side = next(side.label for side in voice.sides if side.id == discuss.side)
    return said, words.unsure_of_side.format(side=side, said=said)


def _agreement_in_words(words: DiscussWords, agreement: float) -> str:
    """Van der Eijk's A for a first page; the number stands in the tables."""
    if agreement >= _QUITE_AGREED:
        return words.quite_agreed
    return words.mixed if agreement >= _MIXED else words.divided


def _sides_said(voice: ResultFormatter, shown: ItemShown) -> str:
    """Sides with a figure, highest first."""
    figures = [(side.label, shown.sides.get(side.id)) for side in voice.sides]
    scores = [(label, f.score) for label, f in figures if isinstance(f, TableShown) and f.score is not None]
    return ", ".join(f"{label} {voice.points(score)}" for label, score in sorted(scores, key=lambda pair: -pair[1]))


def _move(voice: ResultFormatter, move: MoveShown) -> MoveView:
    words, asked = voice.words, voice.question_set.item_by_id[move.item]
    dimension = voice.text(voice.question_set.dimension_of[move.item].title)
    gain = words.steps.gain_dimension.format(dimension=dimension, points=voice.distance(move.dimension_gain))
    if move.gate_gain > 0:
        gain = words.steps.gain_gate.format(gain=gain, points=voice.distance(move.gate_gain))
    advice = asked.advice
    return MoveView(
        id=move.item,
        text=voice.text(asked.text),
        short=words.steps.gain_short.format(points=voice.distance(move.dimension_gain)),
        gain=gain,
        what=voice.text(advice.what) if advice else "",
        who=voice.text(advice.who) if advice else "",
        within=voice.words.steps.within_days.of(advice.days, voice.count) if advice else "",
        until=_until(voice, advice.days) if advice else "",
    )


def _until(voice: ResultFormatter, days: int) -> str:
    start = voice.result.context.date
    if start is None or (dt.date.max - start).days < days:
        return ""
    return f"({long_date(start + dt.timedelta(days=days), voice.words.language)})"


def no_moves(voice: ResultFormatter) -> str:
    """Why nothing moves it; else empty."""
    most = voice.result.talk.moves_most
    if isinstance(most, Withheld):
        return voice.words.steps.moves_withheld.format(n=voice.count(voice.result.min_group))
    if most:
        return ""
    scored = all(isinstance(shown.score, float) for shown in voice.result.items)
    return voice.words.steps.no_moves if scored and voice.result.items else voice.words.steps.no_moves_shown
