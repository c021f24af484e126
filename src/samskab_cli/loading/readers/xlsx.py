"""The XML of .xlsx: shared strings, styles, dates, numbers as Excel shows them, merged cells, formulas, hidden rows.

Read here rather than by a library, since no library tells merged, hidden and uncalculated cells from others without
first making room for every cell between the first and the last one, of which a stray one makes 17 billion.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from samskab_cli.loading.readers.grid import Grid
from samskab_cli.loading.readers.sheet import MOST_COLUMNS
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.xml_events import Attributes, Begin, End, XmlEvents

_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DIGITS: Final = "0123456789"
_EXACT: Final = 16
"""Digits that a number of a workbook has at most, exactly."""
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_DATE: Final = re.compile(r"\"[^\"]*\"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_DATE: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of the formats of dates and times that every workbook knows."""
_MOST_LETTERS: Final = 3
_MOST_DAYS: Final = 2_958_465  # 9999-12-31


def read_xlsx(archive: zipfile.ZipFile, source: Source) -> list[Grid]:
    """Every sheet of cells, in the order of the workbook. The caller has counted what is inside.

    Raises AnswersRefused; BadZipFile, KeyError, ValueError or ExpatError for what is no workbook.
    """
    return _Workbook(archive, source).grids()


class _Workbook:
    def __init__(self, archive: zipfile.ZipFile, source: Source) -> None:
        self._archive, self._source = archive, source
        self._parts = {name.casefold(): name for name in archive.namelist()}
        self._shared: list[str] = []
        self._dates: frozenset[str] = frozenset()
        self._from_1904 = False

    def grids(self) -> list[Grid]:
        main = next(path for kind, path in self._related("").values() if kind == "officeDocument")
        related = self._related(main)
        sheets: list[tuple[str, bool, str]] = []

        def sheet(of: Attributes) -> None:
            place = next(value for name, value in of.items() if name.rpartition(":")[2] == "id" and ":" in name)
            sheets.append((of["name"], of.get("state", "visible") == "visible", place))

        def properties(of: Attributes) -> None:
            self._from_1904 = of.get("date1904") in {"1", "true"}

        self._walk(main, XmlEvents({"sheet": sheet, "workbookPr": properties}, {}))
        for kind, path in related.values():
            if kind == "sharedStrings":
                self._shared = self._shared_strings(path)
            elif kind == "styles":
                self._dates = self._date_styles(path)
        return [
            self._grid(name, related[place][1], visible=visible)
            for name, visible, place in sheets
            if place in related and related[place][0] == "worksheet"
        ]

    def _walk(self, part: str, events: XmlEvents) -> None:
        with self._archive.open(self._parts[part.casefold()]) as stream:
            events.run(stream, self._source)

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → kind and path of everything that a part refers to; the package itself for no part."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def relation(of: Attributes) -> None:
            path = posixpath.normpath(posixpath.join("/", folder, of["Target"])).lstrip("/")
            found[of["Id"]] = (of["Type"].rpartition("/")[2], path)

        self._walk(posixpath.join(folder, "_rels", f"{name}.rels"), XmlEvents({"Relationship": relation}, {}))
        return found

    def _shared_strings(self, part: str) -> list[str]:
        texts: list[str] = []
        runs = _Runs()

        def item() -> None:
            texts.append(runs.take())

        def run() -> None:
            runs.add(events.text)

        events = XmlEvents(runs.begins, {**runs.ends, "t": run, "si": item}, ("t",))
        self._walk(part, events)
        return texts

    def _date_styles(self, part: str) -> frozenset[str]:
        """The numbers of the styles that show a number as a date or a time."""
        own: set[int] = set()
        styles: list[int] = []
        inside = False

        def number_format(of: Attributes) -> None:
            if _DATE.search(_NO_DATE.sub("", of["formatCode"].split(";")[0])):
                own.add(int(of["numFmtId"]))

        def enter(_: Attributes) -> None:
            nonlocal inside
            inside = True

        def leave() -> None:
            nonlocal inside
            inside = False

        def style(of: Attributes) -> None:
            if inside:
                styles.append(int(of.get("numFmtId", "0")))

        begins = {"numFmt": number_format, "cellXfs": enter, "xf": style}
        self._walk(part, XmlEvents(begins, {"cellXfs": leave}))
        return frozenset(str(number) for number, kind in enumerate(styles) if kind in own or kind in _DATE_FORMATS)

    def _grid(self, name: str, part: str, *, visible: bool) -> Grid:
        grid = Grid(self._source, name, visible=visible)
        self._walk(part, _Sheet(grid, self._text).events)
        return grid

    def _text(self, kind: str, value: str, style: str) -> str:
        """What a cell shows, more or less: whole numbers without a point, dates as ISO dates."""
        if kind == "s":
            return self._shared[_index(value)]
        if kind == "b":
            return "true" if value.strip() == "1" else "false"
        if kind == "n":
            return self._number(value, style)
        return _unescaped(value)

    def _number(self, value: str, style: str) -> str:
        if style in self._dates and value:
            days = float(value)
            return self._date(days) if 0 <= days <= _MOST_DAYS else value
        return value if value.isdecimal() and value.isascii() and len(value) < _EXACT else number_text(value)

    def _date(self, days: float) -> str:
        """Excel counts from 1 January 1900, and believes that there was a 29 February; a Mac of old from 1904."""
        first = dt.datetime(1904, 1, 1) if self._from_1904 else dt.datetime(1899, 12, 30 + (days < 60))  # noqa: DTZ001
        moment = first + dt.timedelta(seconds=round(days * 86_400))
        return moment.isoformat(sep=" ") if days >= 1 or self._from_1904 else moment.time().isoformat()


class _Runs:
    """A text of several runs of letters, without what says how its signs are pronounced."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._aloud = 0
        self.begins: dict[str, Begin] = {"rPh": self._enter}
        self.ends: dict[str, End] = {"rPh": self._leave}

    def add(self, text: str) -> None:
        """One more run."""
        if not self._aloud:
            self._runs.append(text)

    def take(self) -> str:
        """The text so far; the next one begins."""
        text = _unescaped("".join(self._runs))
        self._runs.clear()
        return text

    def _enter(self, _: Attributes) -> None:
        self._aloud += 1

    def _leave(self) -> None:
        self._aloud -= 1


class _Sheet:
    """The elements of one sheet, as they come."""

    def __init__(self, grid: Grid, text: Callable[[str, str, str], str]) -> None:
        self._grid, self._text = grid, text
        self._row = 0
        self._cells: list[str] = []
        self._column = -1
        self._kind = self._style = ""
        self._value: str | None = None
        self._formula = self._hidden = False
        self._runs = _Runs()
        begins: dict[str, Begin] = {
            "row": self._begin_row,
            "c": self._begin_cell,
            "f": self._begin_formula,
            "mergeCell": self._merge,
            "col": self._columns,
        }
        ends: dict[str, End] = {"v": self._end_value, "t": self._end_run, "c": self._end_cell, "row": self._end_row}
        self.events = XmlEvents({**begins, **self._runs.begins}, {**ends, **self._runs.ends}, ("v", "t"))

    def _begin_row(self, of: Attributes) -> None:
        self._row = int(of["r"]) if "r" in of else self._row + 1
        self._cells, self._column = [], -1
        self._hidden = of.get("hidden") in {"1", "true"}

    def _end_row(self) -> None:
        self._grid.add(self._row, self._cells)
        if self._hidden:
            self._grid.hide_row(self._row)

    def _begin_cell(self, of: Attributes) -> None:
        self._column = _column_of(of["r"].rstrip(_DIGITS)) if "r" in of else self._column + 1
        self._kind, self._style = of.get("t", "n"), of.get("s", "0")
        self._value, self._formula = None, False

    def _begin_formula(self, _: Attributes) -> None:
        self._formula = True

    def _end_value(self) -> None:
        self._value = self.events.text

    def _end_run(self) -> None:
        self._runs.add(self.events.text)

    def _end_cell(self) -> None:
        if self._value:
            self._put(self._text(self._kind, self._value, self._style))
        elif self._kind == "inlineStr":
            self._put(self._runs.take())
        elif self._formula and (self._kind != "str" or self._value is None):  # a text may be empty
            self._grid.formula_without_value(self._row, self._column)

    def _put(self, text: str) -> None:
        missing = self._column - len(self._cells)
        if missing:
            if self._column >= MOST_COLUMNS:
                raise self._grid.too_far(self._row, self._column)
            self._cells.extend([""] * missing)
        self._cells[self._column :] = [text]

    def _merge(self, of: Attributes) -> None:
        first, _, last = of["ref"].partition(":")
        (top, column), (bottom, _) = place_of(first), place_of(last or first)
        self._grid.merge(top, bottom, column)

    def _columns(self, of: Attributes) -> None:
        if of.get("hidden") in {"1", "true"}:
            self._grid.hide_columns(int(of["min"]) - 1, int(of["max"]) - 1)


def _index(value: str) -> int:
    """Raises ValueError for what is no place in a list."""
    if not value.isdecimal():
        raise ValueError(f"no place: {value[:20]}")
    return int(value)


def number_text(value: str) -> str:
    """A number as people write it: `4` for `4.0`, never `1e11`. Raises ValueError for what is none."""
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e17 else repr(number)


def place_of(name: str) -> tuple[int, int]:
    """Row (from 1) and column (from 0) of a cell: `AB4` is 4, 27. Raises ValueError for what names none."""
    match = _CELL.fullmatch(name.replace("$", ""))
    if match is None:
        raise ValueError(f"no cell: {name[:20]}")
    return int(match[2]), _column_of(match[1])


@lru_cache(1 << 15)
def _column_of(letters: str) -> int:
    """From 0. Raises ValueError for what names no column."""
    if not (letters.isalpha() and letters.isascii() and letters.isupper()) or len(letters) > _MOST_LETTERS:
        raise ValueError(f"no column: {letters[:20]}")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _unescaped(text: str) -> str:
    """`_x000D_` is how a workbook writes signs that XML doesn't let in."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
