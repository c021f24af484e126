"""The appendix: every statement with its distribution."""

from __future__ import annotations

from rich.cells import cell_len

from samskab_cli.reporting.item_columns import item_columns
from samskab_cli.reporting.report_view import ItemView, ReportView
from samskab_cli.reporting.terminal.line_writer import Paper, wrapped
from samskab_cli.reporting.wording import ReportWords

_TEXT = 28
"""A statement's least width beside its figures; below that the figures stand under it."""


def items(paper: Paper, view: ReportView, words: ReportWords) -> None:
    """A table where it fits, else each statement with its figures below."""
    paper.heading(words.headings.items)
    paper.say(words.answers.items_explained)
    paper.say(paper.joined(f"{value} {label}" for value, label in view.options))
    columns = item_columns(view, words)
    paper.say(paper.joined(f"{column.head} = {column.meaning}" for column in columns if column.meaning))
    widths = [max(cell_len(text) for text in (column.head, *column.texts)) for column in columns]
    room = paper.width - sum(width + 1 for width in widths) - 1
    titles = {dimension.id: dimension.title for dimension in view.dimensions}
    last = None
    for row, item in enumerate(view.items):
        figures = [column.texts[row] for column in columns]
        if item.dimension != last:
            last = item.dimension
            heads = "".join(f" {paper.right(one.head, width)}" for one, width in zip(columns, widths, strict=True))
            paper.blank()
            title = titles.get(item.dimension, item.dimension)
            paper.line(paper.pad(title, room) + f" {heads}" if room >= _TEXT else paper.cut(title, paper.width))
        if room >= _TEXT:
            _row(paper, _named(item, words), figures, widths, room)
        else:
            paper.say(_named(item, words), first="- ")
            said = [f"{one.head}: {text}" for one, text in zip(columns, figures, strict=True) if text]
            paper.say(paper.joined(said), indent=2)


def _row(paper: Paper, text: str, figures: list[str], widths: list[int], room: int) -> None:
    """The text wrapped in its column, the figures beside its last line."""
    *above, last = wrapped(text, room)
    for line in above:
        paper.line(line)
    said = "".join(f" {paper.right(figure, width)}" for figure, width in zip(figures, widths, strict=True))
    paper.line(paper.pad(last, room), " ", said)


def _named(item: ItemView, words: ReportWords) -> str:
    turned = f" ({words.columns.reverse})" if item.reverse else ""
    return f"{item.id}: {item.text}{turned}"
