"""Views of items: topics to discuss first and why, moves and what they gain, each statement with its counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from samskab_cli.model.conclusions import DiscussReason
from samskab_cli.model.figures_shown import ItemShown, TableShown
from samskab_cli.model.published import Withheld
from samskab_cli.model.verdict_shown import Discuss, MoveShown
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


def item(formatter: ResultFormatter, shown: ItemShown) -> ItemView:
    """One statement and its distribution."""
    asked = formatter.question_set.item_by_id[shown.id]
    options = {option.value: option.label for option in formatter.question_set.scale_of[shown.id].options}
    agreement = shown.agreement if isinstance(shown.agreement, float) else None
    return ItemView(
        id=shown.id,
        text=formatter.text(asked.text),
        dimension=shown.dimension,
        reverse=asked.reverse,
        figure=formatter.figure(shown.score, applies=shown.table.applicable > 0),
        options=tuple((str(value), formatter.text(label)) for value, label in options.items()),
        counts=shown.counts,
        unsure=shown.unsure,
        not_relevant=shown.not_relevant,
        not_asked=shown.not_asked,
        not_reached=shown.not_reached,
        blank=shown.blank,
        invalid=shown.invalid,
        agreement="" if agreement is None else numbers.hundredths(agreement, formatter.words.decimal_mark),
        sides=formatter.side_figures(shown.sides),
        gap=formatter.gap(shown.gap),
    )


def discuss_first(formatter: ResultFormatter) -> tuple[DiscussView, ...]:
    """The first three, each with its reason and its dilemma."""
    return tuple(_discuss(formatter, one) for one in formatter.result.talk.discuss_first[:SHOWN])


def no_discuss(formatter: ResultFormatter) -> str:
    """Why there is nothing to discuss first."""
    if formatter.result.talk.discuss_first:
        return ""
    return (
        formatter.words.discuss.alone if formatter.result.answers.respondents == 1 else formatter.words.discuss.nothing
    )


def moves(formatter: ResultFormatter) -> tuple[MoveView, ...]:
    """What moves it most, with its advice."""
    most = formatter.result.talk.moves_most
    return () if isinstance(most, Withheld) else tuple(_move(formatter, move) for move in most)


def _discuss(formatter: ResultFormatter, discuss: Discuss) -> DiscussView:
    shown = next(item for item in formatter.result.items if item.id == discuss.item)
    short, reason = _reason(formatter, discuss, shown)
    if discuss.by_chance:
        reason = f"{reason} {formatter.words.discuss.by_chance}"
    view = item(formatter, shown)
    if view.reverse:  # else "a large extent" stands above a figure of 0
        view = replace(view, text=f"{view.text} ({formatter.words.columns.reverse})")
    return DiscussView(
        item=view,
        short=short,
        reason=reason,
        dilemma=formatter.text(formatter.question_set.item_by_id[shown.id].dilemma),
    )


def _reason(formatter: ResultFormatter, discuss: Discuss, shown: ItemShown) -> tuple[str, str]:
    words = formatter.words.discuss
    if discuss.reason is DiscussReason.GAP and shown.gap is not None:
        gap = formatter.distance(shown.gap)
        return words.gap_short.format(gap=gap), words.gap_long.format(gap=gap, sides=_sides_said(formatter, shown))
    if discuss.reason is DiscussReason.DISAGREEMENT and shown.agreement is not None:
        agreement = numbers.hundredths(shown.agreement, formatter.words.decimal_mark)
        return _agreement_in_words(words, shown.agreement), words.disagreement_long.format(agreement=agreement)
    of_side = shown.sides.get(discuss.side) if discuss.side else None
    table = of_side if isinstance(of_side, TableShown) else shown
    share = words.unsure_share.format(
        n=formatter.count(table.unsure), of=formatter.count(table.table.applicable), unsure=formatter.unsure
    )
    if table is shown:
        return share, share
    side = next(side.label for side in formatter.sides if side.id == discuss.side)
    return share, words.unsure_of_side.format(side=side, said=share)


def _agreement_in_words(words: DiscussWords, agreement: float) -> str:
    """Van der Eijk's A for a first page; the number stands in the tables."""
    if agreement >= _QUITE_AGREED:
        return words.quite_agreed
    return words.mixed if agreement >= _MIXED else words.divided


def _sides_said(formatter: ResultFormatter, shown: ItemShown) -> str:
    """Sides with a figure, highest first."""
    figures = [(side.label, shown.sides.get(side.id)) for side in formatter.sides]
    scores = [(label, f.score) for label, f in figures if isinstance(f, TableShown) and f.score is not None]
    return ", ".join(f"{label} {formatter.points(score)}" for label, score in sorted(scores, key=lambda pair: -pair[1]))


def _move(formatter: ResultFormatter, move: MoveShown) -> MoveView:
    words, asked = formatter.words, formatter.question_set.item_by_id[move.item]
    dimension = formatter.text(formatter.question_set.dimension_of[move.item].title)
    gain = words.steps.gain_dimension.format(dimension=dimension, points=formatter.distance(move.dimension_gain))
    if move.gate_gain > 0:
        gain = words.steps.gain_gate.format(gain=gain, points=formatter.distance(move.gate_gain))
    advice = asked.advice
    return MoveView(
        id=move.item,
        text=formatter.text(asked.text),
        short=words.steps.gain_short.format(points=formatter.distance(move.dimension_gain)),
        gain=gain,
        what=formatter.text(advice.what) if advice else "",
        who=formatter.text(advice.who) if advice else "",
        within=formatter.words.steps.within_days.of(advice.days, formatter.count) if advice else "",
        until=_until(formatter, advice.days) if advice else "",
    )


def _until(formatter: ResultFormatter, days: int) -> str:
    start = formatter.result.context.date
    if start is None or (dt.date.max - start).days < days:
        return ""
    return f"({long_date(start + dt.timedelta(days=days), formatter.words.language)})"


def no_moves(formatter: ResultFormatter) -> str:
    """Why nothing moves it; else empty."""
    most = formatter.result.talk.moves_most
    if isinstance(most, Withheld):
        return formatter.words.steps.moves_withheld.format(n=formatter.count(formatter.result.min_group))
    if most:
        return ""
    scored = all(isinstance(shown.score, float) for shown in formatter.result.items)
    return formatter.words.steps.no_moves if scored and formatter.result.items else formatter.words.steps.no_moves_shown
