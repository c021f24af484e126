"""The appendix: every statement with its distribution."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len

from samskab_cli.reporting.report_view import ItemView, ReportView
from samskab_cli.reporting.terminal.paper import Paper, wrapped
from samskab_cli.reporting.wording import Wording

_TEXT = 28
"""A statement's least width beside its figures; below that the figures stand under it."""

Column = tuple[str, list[str]]
"""A head, and a text for every statement."""


def items(paper: Paper, view: ReportView, words: Wording) -> None:
    """A table where it fits, else each statement with its figures below."""
    paper.heading(words.headings.items)
    paper.say(words.items_explained)
    paper.say(paper.joined(f"{value} {label}" for value, label in view.options))
    columns, legend = _columns(view, words)
    paper.say(paper.joined(legend))
    widths = [max(cell_len(text) for text in (head, *texts)) for head, texts in columns]
    room = paper.width - sum(width + 1 for width in widths) - 1
    titles = {dimension.id: dimension.title for dimension in view.dimensions}
    last = None
    for row, item in enumerate(view.items):
        figures = [texts[row] for _, texts in columns]
        if item.dimension != last:
            last = item.dimension
            heads = "".join(f" {paper.right(head, width)}" for (head, _), width in zip(columns, widths, strict=True))
            paper.blank()
            title = titles.get(item.dimension, item.dimension)
            paper.line(paper.pad(title, room) + f" {heads}" if room >= _TEXT else paper.cut(title, paper.width))
        if room >= _TEXT:
            _row(paper, _named(item, words), figures, widths, room)
        else:
            paper.say(_named(item, words), first="- ")
            said = [f"{head}: {text}" for (head, _), text in zip(columns, figures, strict=True) if text]
            paper.say(paper.joined(said), indent=2)


def _row(paper: Paper, text: str, figures: list[str], widths: list[int], room: int) -> None:
    """The text wrapped in its column, the figures beside its last line."""
    *above, last = wrapped(text, room)
    for line in above:
        paper.line(line)
    said = "".join(f" {paper.right(figure, width)}" for figure, width in zip(figures, widths, strict=True))
    paper.line(paper.pad(last, room), " ", said)


def _named(item: ItemView, words: Wording) -> str:
    turned = f" ({words.columns.reverse})" if item.reverse else ""
    return f"{item.id}: {item.text}{turned}"


def _columns(view: ReportView, words: Wording) -> tuple[list[Column], list[str]]:
    """The columns, and what the short heads mean; a state that doesn't occur has none."""
    heads, rows = words.columns, view.items
    columns: list[Column] = [
        (value, ["" if item.counts is None else str(item.counts[at]) for item in rows])
        for at, (value, _) in enumerate(view.options)
    ]
    states: list[tuple[str, str, Callable[[ItemView], int]]] = [
        (heads.unsure, view.unsure, lambda item: item.unsure),
        (heads.not_relevant, view.not_relevant, lambda item: item.not_relevant),
        (heads.blank, words.cell_blank, lambda item: item.blank),
        (heads.invalid, words.cell_invalid, lambda item: item.invalid),
        (heads.not_asked, words.cell_not_asked, lambda item: item.not_asked),
        (heads.not_reached, words.cell_not_reached, lambda item: item.not_reached),
    ]
    legend = []
    for head, label, number in states:
        if any(number(item) for item in rows):
            columns.append((head, [str(number(item) or "") for item in rows]))
            legend.append(f"{head} = {label}")
    for head, texts in (
        (heads.score, [item.figure.text for item in rows]),
        (heads.agreement, [item.agreement for item in rows]),
        (heads.gap, [item.gap for item in rows]),
    ):
        if any(texts):
            columns.append((head, texts))
    return columns, legend
