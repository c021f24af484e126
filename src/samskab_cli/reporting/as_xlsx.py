"""A document as a workbook: its words on the first sheet, each table on its own; foreign text as text only."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samskab_cli.reporting.document import (
    Block,
    Cell,
    Column,
    Distribution,
    Document,
    Entries,
    Group,
    Paragraph,
    Prose,
    State,
    Table,
    Verdict,
    cell_text,
)
from samskab_cli.reporting.report_view import FigureView
from samskab_cli.reporting.spreadsheet_cell import safe_cell
from samskab_cli.reporting.wording import ReportWords

_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDEST = 70
_NARROWEST = 9
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")

Value = str | Decimal


@dataclass
class _Sheet:
    """One sheet: the heads of its columns, and its rows."""

    heads: list[str]
    rows: list[list[Value]] = field(default_factory=list)


@dataclass(frozen=True)
class _Styles:
    head: Format
    text: Format
    numbers: tuple[Format, ...]
    """By the number of decimals."""


def render(document: Document) -> bytes:
    """The document as `.xlsx`: what is said on the first sheet, then a sheet a table.

    Numbers are the document's own, with its decimals, so that no cell says more or less than a page does; the full ones
    are in the JSON.
    """
    sheets = _Sheets(document).sheets
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _TEXT_ONLY) as book:
        styles = _Styles(
            head=book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            text=book.add_format({"text_wrap": True, "valign": "top"}),
            numbers=tuple(
                book.add_format({"num_format": code, "valign": "top"})
                for code in ("0", "0.0", "0.00", "0.000", "0.0000")
            ),
        )
        for name, sheet in sheets.items():
            _write(book.add_worksheet(name), sheet, styles)
    return out.getvalue()


class _Sheets:
    """The sheets of a document, by name; the first one holds what isn't a table."""

    def __init__(self, document: Document) -> None:
        self.words = words = ReportWords(document.language)
        self.text = _Sheet([words.pages.topic, words.pages.text])
        self.sheets = {_name(words.pages.document): self.text}
        self._say("", (document.heading, " · ".join(document.facts)))
        for section in document.sections:
            self._say(section.title, (section.note,))
            for block in section.blocks:
                self._add(block, section.title or document.subtitle or document.heading)
        self._say(words.pages.caveat, (document.caveat,))

    def _say(self, label: str, texts: Iterable[str]) -> None:
        self.text.rows += [[label, text] for text in texts if text]

    def _add(self, block: Block, label: str) -> None:
        match block:
            case Paragraph():
                self._say(label, (block.text,))
            case Entries():
                self._say(label, (" ".join(filter(None, (e.lead, e.text, e.aside))) for e in block.entries))
            case Table():
                self._tabulate(block)
            case State():
                self._state(block)
            case Distribution():
                self._say(label, (block.explained, " · ".join(block.legend)))
                self._tabulate(block.table)
            case Verdict():
                self._verdict(block, label)
            case Prose():
                self._say(label, (one.text for one in block.blocks))
            case Group():
                self._group(block)

    def _state(self, state: State) -> None:
        """A row of its sheet, where it has one, and what is said of it."""
        if not state.table:
            self._say(state.title, (f"{state.word} {state.span}".strip(), state.text, *state.remarks))
            return
        cells = (state.title, state.figure, state.span, state.word)
        self._sheet(state.table, state.columns).rows.append(self._cells(state.columns, cells))
        self._say(state.title, (state.text, *state.remarks))

    def _group(self, group: Group) -> None:
        title = f"{group.number}. {group.title}" if group.number else group.title
        stated = any(isinstance(block, State) and block.table for block in group.blocks)
        for block in group.blocks:
            if isinstance(block, Table) and not stated:
                self._sheet(block.name, block.columns).rows.append([title])  # the title of the rows below
            self._add(block, title)

    def _verdict(self, block: Verdict, label: str) -> None:
        verdict, pages = block.view, self.words.pages
        self._say(label, (verdict.title,))
        self._say("", verdict.lines)
        for heading, text in ((pages.why, verdict.why), (pages.differs, verdict.differs)):
            self._say(heading, (text,))
        self._say(pages.who, verdict.who)

    def _sheet(self, name: str, columns: Iterable[Column]) -> _Sheet:
        """The sheet of this name; its first table gives the heads."""
        heads = [f"{one.head} = {one.meaning}" if one.meaning else one.head for one in columns]
        return self.sheets.setdefault(_name(name), _Sheet(heads))

    def _tabulate(self, table: Table) -> None:
        ids, notes = any(row.id for row in table.rows), any(row.note for row in table.rows)
        around = ([Column("")] if ids else []), ([Column("")] if notes else [])
        sheet = self._sheet(table.name, (*around[0], *table.columns, *around[1]))
        for row in table.rows:
            cells = self._cells(table.columns, (row.title, *row.cells[1:]))
            sheet.rows.append([*([row.id] if ids else []), *cells, *([row.note] if notes else [])])

    def _cells(self, columns: Iterable[Column], cells: Iterable[Cell]) -> list[Value]:
        return [self._value(cell, column) for column, cell in zip(columns, cells, strict=True)]

    def _value(self, cell: Cell, column: Column) -> Value:
        text = cell.text if isinstance(cell, FigureView) and not cell.reason else cell_text(cell)
        return self._number(text) if column.align == "right" else text

    def _number(self, text: str) -> Value:
        """A shown number as a number with its decimals; any other text as itself."""
        words = self.words
        plain = text.replace("\N{MINUS SIGN}", "-").replace(words.thousands_mark, "").replace(words.decimal_mark, ".")
        try:
            number = Decimal(plain)
        except InvalidOperation:
            return text
        return number if number.is_finite() and -4 <= int(number.as_tuple().exponent) <= 0 else text


def _name(title: str) -> str:
    """What a workbook lets a sheet be called."""
    name = _NOT_IN_A_NAME.sub(" ", title).strip("' ")
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rpartition(" ")[0] + "…"


def _write(page: Worksheet, sheet: _Sheet, styles: _Styles) -> None:
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    for at, head in enumerate(sheet.heads):
        page.write_string(0, at, safe_cell(head), styles.head)
        longest = max((len(str(row[at])) for row in sheet.rows if at < len(row)), default=0)
        page.set_column(at, at, min(max(longest, len(head), _NARROWEST) + 2, _WIDEST))
    for down, row in enumerate(sheet.rows, start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, Decimal):
                page.write_number(down, at, float(cell), styles.numbers[-int(cell.as_tuple().exponent)])
            elif cell:
                page.write_string(down, at, safe_cell(cell), styles.text)
