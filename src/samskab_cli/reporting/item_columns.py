"""The columns of every statement's figures, the same in every layout; a state that doesn't occur has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samskab_cli.reporting.report_view import ItemView, ReportView
from samskab_cli.reporting.wording import ReportWords


@dataclass(frozen=True)
class Column:
    """A head, a text for every statement, and what the head means."""

    head: str
    texts: tuple[str, ...]
    meaning: str = ""
    """Empty where the head says it all."""


def item_columns(view: ReportView, words: ReportWords) -> list[Column]:
    """Counts a step, states, score, agreement and gap, in the order of `view.items`."""
    return [*count_columns(view, words), *figure_columns(view, words)]


def count_columns(view: ReportView, words: ReportWords) -> list[Column]:
    """How many gave each step, and how many each state."""
    heads, rows = words.columns, view.items
    steps = [Column(value, tuple(str(item.counts[at]) for item in rows)) for at, (value, _) in enumerate(view.options)]
    states: tuple[tuple[str, str, Callable[[ItemView], int]], ...] = (
        (heads.unsure, view.unsure, lambda item: item.unsure),
        (heads.not_relevant, view.not_relevant, lambda item: item.not_relevant),
        (heads.blank, words.answers.cells["blank"], lambda item: item.blank),
        (heads.invalid, words.answers.cells["invalid"], lambda item: item.invalid),
        (heads.not_asked, words.answers.cells["not_asked"], lambda item: item.not_asked),
        (heads.not_reached, words.answers.cells["not_reached"], lambda item: item.not_reached),
    )
    return steps + [
        Column(head, tuple(str(number(item) or "") for item in rows), label)
        for head, label, number in states
        if any(number(item) for item in rows)
    ]


def figure_columns(view: ReportView, words: ReportWords) -> list[Column]:
    """Score, agreement and gap, those that any statement has."""
    heads, rows = words.columns, view.items
    columns = (
        Column(heads.score, tuple(item.figure.text for item in rows)),
        Column(heads.agreement, tuple(item.agreement for item in rows)),
        Column(heads.gap, tuple(item.gap for item in rows)),
    )
    return [column for column in columns if any(column.texts)]
