"""Layouts: how each survey system lays its tables out. One file a system; the next system is one more file."""

from __future__ import annotations

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.columns import Column
from samskab_cli.loading.layouts.layout import Layout
from samskab_cli.loading.layouts.rows import RowRule, RowRules, one_of
from samskab_cli.loading.mapping import Mapping
from samskab_cli.loading.readers import Sheet

__all__ = ["Layout", "layout_of", "row_rules"]


def layout_of(sheet: Sheet) -> Layout:
    """The layout of a table. Raises AnswersRefused for a table without respondents."""
    if not sheet.head:
        raise AnswersRefused(Problem("nothing but blank lines in the file", sheet.file))
    if len(sheet.head) == 1:
        raise AnswersRefused(Problem("a header and no row under it", sheet.file))
    header = sheet.head[0]
    return Layout(tuple(Column(position, heading) for position, heading in enumerate(header.cells)), first=1)


def row_rules(layout: Layout, mapping: Mapping, *, complete_only: bool) -> RowRules:
    """Which rows count, once the columns are known: those of the layout, and no repeated header."""
    rules = layout.rules
    items = [*mapping.items.values()]
    ends = [items[0], items[-1]] if items else []
    repeated = RowRule("repeated header", tuple(one_of(column.position, column.raw) for column in ends))
    drops = (*rules.drops, repeated) if ends else rules.drops
    return RowRules(drops, rules.incomplete, complete_only)
