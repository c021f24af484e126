"""Views of gates with parts, dimensions, the overall, raw figures, and sides beside each other with their gap."""

from __future__ import annotations

from samskab_cli.model.answers import Mode
from samskab_cli.model.figures_shown import DimensionShown, GateShown, PartShown
from samskab_cli.model.judging import Level, Part
from samskab_cli.model.published import Shown, Withheld
from samskab_cli.model.question_set import RawFigure
from samskab_cli.model.suppression import SideLevel
from samskab_cli.reporting import numbers
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


def gate(formatter: ResultFormatter, shown: GateShown) -> GateView:
    """One knock-out condition."""
    words = formatter.words
    asked = next(gate for gate in formatter.question_set.gates if gate.id == shown.id)
    state = None if isinstance(shown.state, Withheld) else shown.state
    return GateView(
        id=shown.id,
        title=formatter.text(asked.title),
        state=state,
        word=words.figures.withheld if state is None else words.gates.states[state],
        figure=formatter.figure(shown.score),
        span=formatter.span(shown.low, shown.high),
        text=_why_gone(formatter, shown.state) if state is None else formatter.text(asked.states.of(state)),
        reason=formatter.gate_reason(shown),
        range=_gate_range(formatter, shown),
        cutoffs=tuple((cutoff, formatter.cutoff(cutoff)) for cutoff in (asked.fail_below, asked.pass_at)),
        parts=part_views(formatter, asked.parts, shown.parts, shown.weakest),
        sides=formatter.side_figures(shown.sides),
        gap=formatter.gap(shown.gap),
    )


def dimension(formatter: ResultFormatter, shown: DimensionShown) -> DimensionView:
    """One dimension."""
    asked = next(dimension for dimension in formatter.question_set.dimensions if dimension.id == shown.id)
    figure = formatter.figure(shown.score, applies=shown.low is not None)
    level = None if isinstance(shown.level, Withheld) else shown.level
    return DimensionView(
        id=shown.id,
        title=formatter.text(asked.title),
        question=formatter.text(asked.question),
        figure=figure,
        level=level,
        word=_level_word(formatter, level, figure),
        span=formatter.span(shown.low, shown.high),
        low=_position(shown.low),
        high=_position(shown.high),
        sides=formatter.side_figures(shown.sides),
        gap=formatter.gap(shown.gap),
        raw=_raw(formatter, shown),
    )


def _raw(formatter: ResultFormatter, shown: DimensionShown) -> str:
    """The figure on the items' own scale, and the ends between which it can lie."""
    rule = next((rule for rule in formatter.result.rules.dimensions if rule.id == shown.id), None)
    if rule is None or rule.raw is None or not isinstance(shown.raw, float):
        return ""
    values = formatter.question_set.scale_of[rule.items[0]].values
    times = len(rule.items) if rule.raw is RawFigure.SUM else 1
    return formatter.words.figures.raw[rule.raw].format(
        figure=numbers.hundredths(shown.raw, formatter.words.decimal_mark),
        low=values[0] * times,
        high=values[-1] * times,
    )


def overall(formatter: ResultFormatter) -> DimensionView:
    """The mean of the dimensions, set like one; it has no level of its own."""
    shown = formatter.result.overall
    figure = formatter.figure(shown.score, applies=shown.low is not None)
    return DimensionView(
        id="overall",
        title=formatter.words.figures.mean,
        question="",
        figure=figure,
        level=None,
        word="",
        span=formatter.span(shown.low, shown.high),
        low=_position(shown.low),
        high=_position(shown.high),
        sides=_overall_sides(formatter),
        gap=formatter.gap(shown.gap),
    )


def comparison(formatter: ResultFormatter) -> ComparisonView:
    """The sides beside each other, largest gap first; rows without a gap last."""
    result, set_ = formatter.result, formatter.question_set
    titles = {gate.id: formatter.text(gate.title) for gate in set_.gates}
    titles |= {dimension.id: formatter.text(dimension.title) for dimension in set_.dimensions}
    everything: tuple[GateShown | DimensionShown, ...] = (*result.gates, *result.dimensions)
    compared = sorted((row for row in everything if row.sides), key=lambda row: -(row.gap or 0.0))
    rows = tuple(
        ComparisonRow(title=titles[row.id], sides=formatter.side_figures(row.sides), gap=formatter.gap(row.gap))
        for row in compared
    )
    return ComparisonView(
        sides=formatter.sides,
        rows=rows,
        overall=_overall_sides(formatter) if formatter.sides else (),
        note=comparison_note(formatter),
    )


def _gate_range(formatter: ResultFormatter, shown: GateShown) -> str:
    if isinstance(shown.range, Withheld) or isinstance(shown.state, Withheld):
        return ""
    bottom, top = shown.range
    if bottom is shown.state is top:
        return ""
    words = formatter.words
    return words.gates.range.format(bottom=words.gates.states[bottom], top=words.gates.states[top])


def part_views(
    formatter: ResultFormatter, asked: tuple[Part, ...], shown: tuple[PartShown, ...], weakest: str | Withheld | None
) -> tuple[PartView, ...]:
    """The weakest is named where it is shown as weaker than another."""
    titles = {part.id: formatter.text(part.title) for part in asked}
    figures = {part.id: formatter.figure(part.score) for part in shown}
    uneven = len({figure.text for figure in figures.values()}) > 1
    return tuple(
        PartView(title=titles[id_], figure=figure, weakest=uneven and id_ == weakest) for id_, figure in figures.items()
    )


def _level_word(formatter: ResultFormatter, level: Level | None, figure: FigureView) -> str:
    if level is not None:
        return formatter.words.figures.levels[level]
    return "" if figure.kind == "number" else figure.text


def _position(shown: Shown) -> float | None:
    return shown if isinstance(shown, float) else None


def _overall_sides(formatter: ResultFormatter) -> tuple[SideFigureView, ...]:
    sides = formatter.result.overall.sides
    return tuple(
        SideFigureView(side=side, figure=formatter.figure(sides[side.id].score) if side.id in sides else None)
        for side in formatter.sides
    )


def comparison_note(formatter: ResultFormatter) -> str:
    """Why there is nothing to compare, which sides are put together, or what is held back."""
    words, answers = formatter.words.sides, formatter.result.answers
    if not answers.sides:
        return words.no_sides
    if len(answers.sides) == 1 and formatter.sides:
        return words.one_side
    hidden = any(side.withheld for side in answers.sides)
    if answers.side_level is SideLevel.COARSE:
        return " ".join([words.together, *([words.sides_withheld] if hidden else []), *_otherwise(formatter)])
    if not hidden:
        return ""
    reason = words.sides_withheld if len(formatter.sides) > 1 else words.too_few_sides_shown
    way_out = [words.way_out] if formatter.result.mode is Mode.ANSWERS else []
    return " ".join([reason, *_otherwise(formatter), *way_out])


def _why_gone(formatter: ResultFormatter, shown: object) -> str:
    return formatter.why_withheld(shown.withheld) if isinstance(shown, Withheld) else ""


def _otherwise(formatter: ResultFormatter) -> list[str]:
    """That a verdict may be another where single sides are shown."""
    return [formatter.words.sides.computed_without] if formatter.result.verdict else []
