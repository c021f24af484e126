"""Layouts: how each survey system lays its tables out. One file a system; the next system is one more file."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType
from typing import Final

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.headings import ItemNames, claims_of
from samskab_cli.loading.answers.layouts import (
    enalyzer,
    formr,
    googleforms,
    kobo,
    limesurvey,
    msforms,
    nextcloud,
    odk,
    own,
    qualtrics,
    redcap,
    sosci,
    surveymonkey,
    surveyxact,
)
from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.readers import Sheet

__all__ = ["Layout", "layout_of"]

_TAG: Final = re.compile(r"#\s*[a-z][a-z0-9_]*(?:\s*\+\s*[a-z0-9_]+)*", re.IGNORECASE)
SYSTEMS: Final[tuple[ModuleType, ...]] = (
    own,
    surveyxact,
    msforms,
    limesurvey,
    qualtrics,
    surveymonkey,
    kobo,
    odk,
    redcap,
    sosci,
    formr,
    nextcloud,
    enalyzer,
    googleforms,
)
"""In the order they are tried: those whose own columns are the surest first. Each has NAME and `recognise(head)`."""


def layout_of(sheet: Sheet, names: ItemNames) -> Layout:
    """The layout of a table. Raises AnswersRefused for a table without respondents."""
    if not sheet.head:
        raise AnswersRefused(Problem("nothing but blank lines in the file", sheet.file))
    if len(sheet.head) == 1:
        raise AnswersRefused(Problem("a header and no row under it", sheet.file))
    head = Head(sheet.head)
    if sheet.headings > 1:  # the format itself says so
        layout = head.layout("", header=sheet.headings)
    else:
        layout = next(filter(None, (system.recognise(head) for system in SYSTEMS)), None) or _plain(head, names)
    if layout.system == own.NAME and _plain(head, names).first > 1:
        layout = head.layout(own.NAME, header=2)  # a row of dimensions stands above that of the items
    if layout.first < len(sheet.head) and _is_tags(head, layout.first):
        layout = replace(layout, first=layout.first + 1)
    if layout.first >= len(sheet.head):
        raise AnswersRefused(Problem("headings and no row under them", sheet.file))
    return layout


def _is_tags(head: Head, row: int) -> bool:
    """Whether a row holds HXL tags: `#date+start`."""
    filled = [cell.strip() for cell in head.row(row) if cell.strip()]
    return bool(filled) and all(_TAG.fullmatch(cell) for cell in filled)


def _plain(head: Head, names: ItemNames) -> Layout:
    """A table of nobody we know: one row of headings, or two where only the second names items."""
    second = _items(head, 1, names)
    return head.layout("", header=2 if second > _items(head, 0, names) and second * 2 >= len(names.ids) else 1)


def _items(head: Head, row: int, names: ItemNames) -> int:
    """How many items a row of headings names."""
    return sum(bool(claims_of(Column(position, cell), names)) for position, cell in enumerate(head.row(row)))
