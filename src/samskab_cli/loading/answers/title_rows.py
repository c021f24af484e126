"""Titles above a table: rows with one or two cells filled, over the row that names the columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from samskab_cli.loading.answers.columns import Column, plain
from samskab_cli.loading.answers.headings import ItemNames, claims_of
from samskab_cli.loading.readers import Record, Sheet
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.rules import ROLE_HEADINGS

_MOST_TITLES: Final = 12
_MOST_FILLED: Final = 3
_LEAST_COLUMNS: Final = 4


def without_titles(sheet: Sheet, names: ItemNames) -> tuple[Sheet, list[Doubt]]:
    """The table from its row of headings on, and a doubt for the titles that are left out."""
    count = _titles(sheet, names)
    if not count:
        return sheet, []
    titles, head = sheet.head[:count], sheet.head[count:]
    begins = head[0].line

    def records() -> Iterator[Record]:
        return (record for record in sheet.records() if record.line >= begins)

    lines = ", ".join(str(record.line) for record in titles)
    text = (
        "a title above the table, not its headings; left out"
        if count == 1
        else f"lines {lines}: titles above the table, not its headings; left out"
    )
    doubt = Doubt(DoubtKind.TITLE_ROW, text, count, sheet.file, titles[0].line)
    return replace(sheet, head=head, records=records), [doubt]


def _titles(sheet: Sheet, names: ItemNames) -> int:
    """How many of the first records are titles: thinly filled, none naming an item, over a row that is neither."""
    if sheet.headings > 1:
        return 0
    for number, record in enumerate(sheet.head[: _MOST_TITLES + 1]):
        filled = sum(bool(cell.strip()) for cell in record.cells)
        if filled > _MOST_FILLED:
            wide = filled >= _LEAST_COLUMNS and number > 0
            return number if wide and _names_columns(record, names) else 0
        if any(_is_heading(Column(at, cell), names) for at, cell in enumerate(record.cells) if cell.strip()):
            return 0
    return 0


def _is_heading(column: Column, names: ItemNames) -> bool:
    """Whether a cell may be somebody's heading: of two rows of headings the first can be thinly filled."""
    return plain(column.heading) in ("respondent", *ROLE_HEADINGS) or bool(claims_of(column, names))


def _names_columns(record: Record, names: ItemNames) -> bool:
    """Whether a row names items, in as many of its cells as make a header."""
    found = sum(bool(claims_of(Column(at, cell), names)) for at, cell in enumerate(record.cells) if cell.strip())
    return found * 4 >= len(names.ids)
