"""Gates, dimensions, indicators, and the sides beside each other."""

from __future__ import annotations

from samskab_cli.model.answers import Mode
from samskab_cli.model.judging import Level, Part
from samskab_cli.model.result import (
    DimensionShown,
    GateShown,
    PartShown,
    Shown,
    Withheld,
)
from samskab_cli.model.suppression import SideLevel
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.report_view import (
    ComparisonRow,
    ComparisonView,
    DimensionView,
    FigureView,
    GateView,
    PartView,
    SideFigureView,
)


def gate(voice: ResultFormatter, shown: GateShown) -> GateView:
    """One knock-out condition."""
    words = voice.words
    asked = next(gate for gate in voice.question_set.gates if gate.id == shown.id)
    state = None if isinstance(shown.state, Withheld) else shown.state
    return GateView(
        id=shown.id,
        title=voice.text(asked.title),
        state=state,
        word=words.figures.withheld if state is None else words.gates.states[state],
        figure=voice.figure(shown.score),
        span=voice.span(shown.low, shown.high),
        text=_why_gone(voice, shown.state) if state is None else voice.text(asked.states.of(state)),
        reason=voice.gate_reason(shown),
        range=_gate_range(voice, shown),
        cutoffs=tuple((cutoff, voice.cutoff(cutoff)) for cutoff in (asked.fail_below, asked.pass_at)),
        parts=part_views(voice, asked.parts, shown.parts, shown.weakest),
        sides=voice.side_figures(shown.sides),
        gap=voice.gap(shown.gap),
    )


def dimension(voice: ResultFormatter, shown: DimensionShown) -> DimensionView:
    """One dimension."""
    asked = next(dimension for dimension in voice.question_set.dimensions if dimension.id == shown.id)
    figure = voice.figure(shown.score, applies=shown.low is not None)
    level = None if isinstance(shown.level, Withheld) else shown.level
    return DimensionView(
        id=shown.id,
        title=voice.text(asked.title),
        question=voice.text(asked.question),
        figure=figure,
        level=level,
        word=_level_word(voice, level, figure),
        span=voice.span(shown.low, shown.high),
        low=_position(shown.low),
        high=_position(shown.high),
        sides=voice.side_figures(shown.sides),
        gap=voice.gap(shown.gap),
    )


def overall(voice: ResultFormatter) -> DimensionView:
    """The mean of the dimensions, set like one; it has no level of its own."""
    shown = voice.result.overall
    figure = voice.figure(shown.score, applies=shown.low is not None)
    return DimensionView(
        id="overall",
        title=voice.words.figures.mean,
        question="",
        figure=figure,
        level=None,
        word="",
        span=voice.span(shown.low, shown.high),
        low=_position(shown.low),
        high=_position(shown.high),
        sides=_overall_sides(voice),
        gap=voice.gap(shown.gap),
    )


def comparison(voice: ResultFormatter) -> ComparisonView:
    """The sides beside each other, largest gap first; rows without a gap last."""
    result, set_ = voice.result, voice.question_set
    titles = {gate.id: voice.text(gate.title) for gate in set_.gates}
    titles |= {dimension.id: voice.text(dimension.title) for dimension in set_.dimensions}
    everything: tuple[GateShown | DimensionShown, ...] = (*result.gates, *result.dimensions)
    compared = sorted((row for row in everything if row.sides), key=lambda row: -(row.gap or 0.0))
    rows = tuple(
        ComparisonRow(title=titles[row.id], sides=voice.side_figures(row.sides), gap=voice.gap(row.gap))
        for row in compared
    )
    return ComparisonView(
        sides=voice.sides,
        rows=rows,
        overall=_overall_sides(voice) if voice.sides else (),
        note=comparison_note(voice),
    )


def _gate_range(voice: ResultFormatter, shown: GateShown) -> str:
    if isinstance(shown.range, Withheld) or isinstance(shown.state, Withheld):
        return ""
    bottom, top = shown.range
    if bottom is shown.state is top:
        return ""
    words = voice.words
    return words.gates.range.format(bottom=words.gates.states[bottom], top=words.gates.states[top])


def part_views(
    voice: ResultFormatter, asked: tuple[Part, ...], shown: tuple[PartShown, ...], weakest: str | Withheld | None
) -> tuple[PartView, ...]:
    """The weakest is named where it is shown as weaker than another."""
    titles = {part.id: voice.text(part.title) for part in asked}
    figures = {part.id: voice.figure(part.score) for part in shown}
    uneven = len({figure.text for figure in figures.values()}) > 1
    return tuple(
        PartView(title=titles[id_], figure=figure, weakest=uneven and id_ == weakest) for id_, figure in figures.items()
    )


def _level_word(voice: ResultFormatter, level: Level | None, figure: FigureView) -> str:
    if level is not None:
        return voice.words.figures.levels[level]
    return "" if figure.kind == "number" else figure.text


def _position(shown: Shown) -> float | None:
    return shown if isinstance(shown, float) else None


def _overall_sides(voice: ResultFormatter) -> tuple[SideFigureView, ...]:
    sides = voice.result.overall.sides
    return tuple(
        SideFigureView(side=side, figure=voice.figure(sides[side.id].score) if side.id in sides else None)
        for side in voice.sides
    )


def comparison_note(voice: ResultFormatter) -> str:
    """Why there is nothing to compare, which sides are put together, or what is held back."""
    words, answers = voice.words.sides, voice.result.answers
    if not answers.sides:
        return words.no_sides
    if len(answers.sides) == 1 and voice.sides:
        return words.one_side
    hidden = any(side.withheld for side in answers.sides)
    if answers.side_level is SideLevel.COARSE:
        return " ".join([words.together, *([words.sides_withheld] if hidden else []), *_otherwise(voice)])
    if not hidden:
        return ""
    said = words.sides_withheld if len(voice.sides) > 1 else words.too_few_sides_shown
    way_out = [words.way_out] if voice.result.mode is Mode.ANSWERS else []
    return " ".join([said, *_otherwise(voice), *way_out])


def _why_gone(voice: ResultFormatter, shown: object) -> str:
    return voice.why_withheld(shown.withheld) if isinstance(shown, Withheld) else ""


def _otherwise(voice: ResultFormatter) -> list[str]:
    """That a verdict may be another where single sides are shown."""
    return [voice.words.sides.computed_without] if voice.result.verdict else []
