"""SurveyMonkey: two rows of headings, the question once over the first of its columns, the statements under it."""

from __future__ import annotations

from dataclasses import replace

from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout

NAME = "SurveyMonkey"
_ID = ("respondent id", "respondent-id", "respondentid")
_OTHERS = ("collector id", "collector-id", "collectorid", "indsamler-id", "ip address", "ip-adresse")


def recognise(head: Head) -> Layout | None:
    """The layout, where its own columns are there; with one row of headings where the second is an answer."""
    own = head.find(*_ID)
    if own is None or head.find(*_OTHERS) is None:
        return None
    second = head.row(1)
    if second[own].strip():
        return head.layout(NAME)
    layout = head.layout(NAME, header=2)
    return replace(layout, columns=tuple(_column(column, layout.columns) for column in layout.columns))


def _column(column: Column, columns: tuple[Column, ...]) -> Column:
    """Where a question has several columns, each is called by its statement; else by the question."""
    question, statement = column.raw.strip(), column.others[0].strip()
    after = columns[column.position + 1] if column.position + 1 < len(columns) else None
    many = not question or (after is not None and not after.raw.strip() and bool(after.others[0].strip()))
    if many and statement:
        return Column(column.position, statement)
    return Column(column.position, question, (statement,) if statement else ())
