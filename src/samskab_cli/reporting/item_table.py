"""The table of all statements: a column a step of the scale, then score, agreement, sides, unsure, blank."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from samskab_cli.reporting.document import Cell, Column, Row, Table
from samskab_cli.reporting.report_view import ItemView, ReportView
from samskab_cli.reporting.wording import ReportWords

_Filled = tuple[Column, Callable[[ItemView], Cell]]


def item_table(front: ReportView, words: ReportWords) -> Table:
    """A row a statement, under its dimension: counts a step, states, score, agreement, gap; in a workbook its sides."""
    columns = [one for one in _columns(front, words) if any(map(one[1], front.items))]
    titles = {dimension.id: dimension.title for dimension in front.dimensions}
    rows = (
        Row(
            (item.text + (f" ({words.columns.reverse})" if item.reverse else ""), *(cell(item) for _, cell in columns)),
            id=item.id,
            group=titles.get(item.dimension, item.dimension),
        )
        for item in front.items
    )
    return Table(words.headings.items, (Column(words.pages.statement), *(one for one, _ in columns)), tuple(rows))


def _columns(front: ReportView, words: ReportWords) -> Iterable[_Filled]:
    heads, cells = words.columns, words.answers.cells
    for value in sorted({value for value, _ in front.options}, key=int):
        yield Column(value, "right"), partial(_step, value)
    yield Column(heads.unsure, "right", front.unsure), lambda item: _count(item.unsure)
    yield Column(heads.not_relevant, "right", front.not_relevant), lambda item: _count(item.not_relevant)
    yield Column(heads.blank, "right", cells["blank"]), lambda item: _count(item.blank)
    yield Column(heads.invalid, "right", cells["invalid"]), lambda item: _count(item.invalid)
    yield Column(heads.not_asked, "right", cells["not_asked"]), lambda item: _count(item.not_asked)
    yield Column(heads.not_reached, "right", cells["not_reached"]), lambda item: _count(item.not_reached)
    yield Column(heads.score, "right"), lambda item: item.figure
    yield Column(heads.agreement, "right"), lambda item: item.agreement
    yield Column(heads.gap, "right"), lambda item: item.gap
    for side in front.comparison.sides:
        yield Column(side.label, "right", side=side.mark, sheet_only=True), partial(_side, side.id)


def _step(value: str, item: ItemView) -> str:
    """How many gave this answer; empty where it can't be given."""
    return next((str(n) for (one, _), n in zip(item.options, item.counts, strict=True) if one == value), "")


def _side(side: str, item: ItemView) -> Cell:
    return next((one.figure for one in item.sides if one.side.id == side), None)


def _count(number: int) -> str:
    return str(number or "")
