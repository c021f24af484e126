"""Qualtrics: ids, then texts, then (since 2017) a row of JSON with an ImportId each; previews among the rows."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import Condition, RowRule, RowRules, none_of, one_of
from samskab_cli.model.text import fold

NAME = "Qualtrics"
_PREVIEW = (
    "survey preview",
    "preview",
    "survey test",
    "test",
    "spam preview",
    "offline survey preview",
    "1",
    "2",
    "9",
    "17",
)
_UNFINISHED = ("false", "falsk", "0", "no", "nej")


def recognise(head: Head) -> Layout | None:
    """The layout, by its row of ImportIds; the older one by the names that it gives its own columns."""
    if any('{"importid"' in fold(cell).replace(" ", "") for cell in head.row(2)):
        return head.layout(NAME, _rules(head, 0), header=3)
    if head.has("startdate", "enddate", "finished") and head.find("responseid", "recordeddate") is not None:
        second = [fold(cell) for cell in head.row(1)]
        has_texts = "start date" in second or "end date" in second or "response id" in second
        return head.layout(NAME, _rules(head, 0), header=2 if has_texts else 1)
    second = [fold(cell) for cell in head.row(1)]
    if head.headings[0] in {"v1", "responseid"} and {"responseid", "finished"} <= set(second):
        return head.layout(NAME, _rules(head, 1), header=2)
    return None


def _rules(head: Head, row: int) -> RowRules:
    """Previews are nobody's answers; unfinished rows are marked. row: where the system's own names stand."""
    names = [fold(cell) for cell in head.row(row)]

    def found(name: str, condition: Condition) -> tuple[RowRule, ...]:
        return (RowRule(name, (condition,)),)

    drops: tuple[RowRule, ...] = ()
    incomplete: tuple[RowRule, ...] = ()
    for position, name in enumerate(names):
        if name in {"status", "response type", "svartype"}:
            drops = (*drops, *found("survey preview", one_of(position, *_PREVIEW)))
        elif name in {"distributionchannel", "distribution channel"}:
            drops = (*drops, *found("survey preview", one_of(position, "preview", "test")))
        elif name == "finished":
            incomplete = found("not finished", one_of(position, *_UNFINISHED))
        elif name == "progress" and "finished" not in names:
            incomplete = found("not finished", none_of(position, "", "100"))
    return RowRules(drops, incomplete)
