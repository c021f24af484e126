"""The XML of .ods: repeated rows and cells, covered cells, values and dates, notes left out, hidden rows."""

from __future__ import annotations

import zipfile
from typing import Final

from samskab_cli.loading.readers.grid import Grid
from samskab_cli.loading.readers.sheet import MOST_COLUMNS
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.xlsx import number_text
from samskab_cli.loading.readers.xml_events import Attributes, Begin, End, XmlEvents

CONTENT: Final = "content.xml"
_MOST_REPEATED: Final = 5_000_000
"""Cells that stand for others."""
_MOST_BLANKS: Final = 1_000
_NUMBERS: Final = frozenset({"float", "percentage", "currency"})


def read_ods(archive: zipfile.ZipFile, source: Source) -> list[Grid]:
    """Every sheet, in the order of the document. The caller has counted what is inside.

    Raises AnswersRefused; BadZipFile, KeyError, ValueError or ExpatError for what is no such document.
    """
    document = _Document(source)
    with archive.open(CONTENT) as stream:
        document.events.run(stream, source)
    return document.grids


class _Document:
    def __init__(self, source: Source) -> None:
        self.grids: list[Grid] = []
        self._source = source
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._repeated = 0
        self._row = self._rows = self._column = self._columns = self._width = 0
        self._cells: list[str] = []
        self._of: Attributes = {}
        self._texts: list[str] = []
        self._notes = 0
        self._hidden = False
        self.events = XmlEvents(self._begins(), self._ends(), ("p",))

    def _begins(self) -> dict[str, Begin]:
        return {
            "style": self._begin_style,
            "table-properties": self._table_properties,
            "table": self._begin_table,
            "table-column": self._begin_column,
            "table-row": self._begin_row,
            "table-cell": self._begin_cell,
            "covered-table-cell": self._begin_cell,
            "annotation": self._begin_note,
            "s": self._blanks,
            "tab": lambda _: self.events.write("\t"),
            "line-break": lambda _: self.events.write("\n"),
        }

    def _ends(self) -> dict[str, End]:
        return {
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_covered,
            "annotation": self._end_note,
            "p": self._end_paragraph,
        }

    def _begin_style(self, of: Attributes) -> None:
        self._style = of.get("style:name", "")

    def _table_properties(self, of: Attributes) -> None:
        if of.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _begin_table(self, of: Attributes) -> None:
        visible = of.get("table:style-name") not in self._hidden_styles
        self.grids.append(Grid(self._source, of.get("table:name", ""), visible=visible))
        self._row, self._width = 1, 0

    def _begin_column(self, of: Attributes) -> None:
        count = int(of.get("table:number-columns-repeated", "1"))
        if of.get("table:visibility", "visible") != "visible":
            self.grids[-1].hide_columns(self._width, self._width + count - 1)
        self._width += count

    def _begin_row(self, of: Attributes) -> None:
        self._rows = int(of.get("table:number-rows-repeated", "1"))
        self._column = 0
        self._cells = []
        self._hidden = of.get("table:visibility", "visible") != "visible"

    def _end_row(self) -> None:
        """A row stands for as many equal ones as it says; blank ones hold nothing, however many."""
        self._repeated += self._rows * len(self._cells)
        if self._repeated > _MOST_REPEATED:
            raise self._source.refused(f"more than {_MOST_REPEATED:,} cells in the sheets; save the sheet as CSV")
        for row in range(self._row, self._row + self._rows) if self._cells else ():
            self.grids[-1].add(row, list(self._cells))
            if self._hidden:
                self.grids[-1].hide_row(row)
        self._row += self._rows

    def _begin_cell(self, of: Attributes) -> None:
        self._of, self._texts = of, []
        self._columns = int(of.get("table:number-columns-repeated", "1"))

    def _end_cell(self) -> None:
        text = self._text()
        if text:
            if self._column + self._columns > MOST_COLUMNS:
                raise self.grids[-1].too_far(self._row, self._column + self._columns - 1)
            self._cells += [""] * (self._column - len(self._cells)) + [text] * self._columns
        elif "table:formula" in self._of and "office:value-type" not in self._of:
            for column in range(self._column, self._column + min(self._columns, 1 << 14)):
                self.grids[-1].formula_without_value(self._row, column)
        down = int(self._of.get("table:number-rows-spanned", "1"))
        self.grids[-1].merge(self._row, self._row + down - 1, self._column)
        self._column += self._columns

    def _end_covered(self) -> None:
        """Under a merged cell there may be what stood there before; nobody sees it."""
        self._column += self._columns

    def _blanks(self, of: Attributes) -> None:
        self.events.write(" " * min(int(of.get("text:c", "1")), _MOST_BLANKS))

    def _begin_note(self, _: Attributes) -> None:
        self._notes += 1

    def _end_note(self) -> None:
        self._notes -= 1

    def _end_paragraph(self) -> None:
        if not self._notes:
            self._texts.append(self.events.text)

    def _text(self) -> str:
        """Numbers, dates and truth by their values, which are the same in every language; texts as they stand."""
        kind = self._of.get("office:value-type", "")
        if kind in _NUMBERS:
            return number_text(self._of["office:value"])
        if kind == "date":
            return self._of["office:date-value"].replace("T", " ")
        if kind == "boolean":
            return self._of["office:boolean-value"]
        return "\n".join(self._texts) or self._of.get("office:string-value", "")
