"""Tables in cells: as wide as their texts, statements wrapped beside their figures; a list where they don't fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from samskab_cli.reporting.document import Cell, Column, Row, Table, Word, cell_text
from samskab_cli.reporting.report_view import FigureView
from samskab_cli.reporting.terminal.line_writer import LineWriter, wrapped

_TITLE = 26
"""A title's least width beside its figures; shorter where every title is."""
_WIDE_TITLE = 32
"""What a title gets before heads may be whole."""
_MANY = 6
"""More columns than these stand closer."""
_LONGEST = 34
"""Cells of a longer text make a list: nobody reads sentences in columns."""
_SENTENCE = 44
"""In a list a longer text has a line of its own."""


@dataclass(frozen=True)
class _Grid:
    """The texts of a table, and the width of each column but the first."""

    heads: tuple[str, ...]
    titles: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    widths: tuple[int, ...]

    @property
    def between(self) -> int:
        """Blanks before each column."""
        return 1 if len(self.widths) > _MANY else 2

    @property
    def longest(self) -> int:
        """The longest text beside a title."""
        return max((cell_len(text) for row in self.cells for text in row), default=0)

    @property
    def width(self) -> int:
        """All columns but the first, with what parts them."""
        return sum(width + self.between for width in self.widths)


def write_table(out: LineWriter, table: Table, withheld: str) -> None:
    """Set a table. `withheld`: what explains a short sign in the place of withheld figures, with their reasons."""
    for short in (False, True) if _withheld(table) else (False,):
        grid = _grid(out, table, short=short)
        longest = max(map(cell_len, grid.titles))
        for title, least in ((longest, out.width), (_TITLE, 10), (_TITLE, 7)):
            narrow = _narrowed(grid, least, out.width - min(longest, _WIDE_TITLE))
            if narrow.width + min(title, longest) <= out.width and (grid.longest <= _LONGEST or len(grid.widths) == 1):
                _set(out, table, narrow)
                reasons = dict.fromkeys(figure.reason for figure in _withheld(table) if figure.reason)
                if short and reasons:
                    out.say(f"{out.signs.withheld} {withheld}: {'; '.join(reasons)}")
                return
    _list(out, table)


def _grid(out: LineWriter, table: Table, *, short: bool) -> _Grid:
    """The table's texts; `short`: a sign in the place of what is withheld. Columns without any text are left out."""
    shown = [
        at
        for at, column in enumerate(table.columns[1:], start=1)
        if not column.sheet_only and any(_text(out, row.cells[at], short=False) for row in table.rows)
    ]
    cells = tuple(tuple(_text(out, row.cells[at], short=short) for at in shown) for row in table.rows)
    heads = tuple(_head(out, table.columns[at]) for at in shown)
    if len(shown) == 1 and not table.rows[0].group:
        heads = ("",)  # one column of figures says what it is by standing there
    widths = (
        max(cell_len(text) for text in (head, *texts))
        for head, texts in zip(heads, zip(*cells, strict=True), strict=True)
    )
    right = tuple(table.columns[at].align == "right" for at in shown)
    return _Grid(heads, tuple(map(_title, table.rows)), cells, right, tuple(widths))


def _narrowed(grid: _Grid, least: int, room: int) -> _Grid:
    """Heads cut to `least` cells where that is needed, the longest first; never the texts below them."""
    widths = list(grid.widths)
    texts = [max(map(cell_len, column)) for column in zip(*grid.cells, strict=True)]
    for at in sorted(range(len(widths)), key=lambda at: -widths[at]):
        too_much = sum(widths) + grid.between * len(widths) - room
        widths[at] -= min(max(too_much, 0), max(widths[at] - max(texts[at], least), 0))
    return replace(grid, widths=tuple(widths))


def _set(out: LineWriter, table: Table, grid: _Grid) -> None:
    room = min(max(map(cell_len, grid.titles)), out.width - grid.width)
    heads = _line(out, grid.heads, grid)
    if not table.rows[0].group and heads.strip():
        out.line(" " * room, heads)
    group = ""
    for row, title, cells in zip(table.rows, grid.titles, grid.cells, strict=True):
        if row.group != group:
            group = row.group
            out.blank()
            out.line(out.pad(group, room), heads)
        *above, last = wrapped(title, room)
        for line in above:
            out.line(line)
        out.line(out.pad(last, room), _line(out, cells, grid))
        out.say(row.note, indent=2)


def _line(out: LineWriter, cells: Sequence[str], grid: _Grid) -> str:
    between = " " * grid.between
    return "".join(
        between + (out.right(cell, width) if right else out.pad(cell, width))
        for cell, right, width in zip(cells, grid.right, grid.widths, strict=True)
    )


def _list(out: LineWriter, table: Table) -> None:
    """Each row with its cells below it: sentences a line each, words and figures beside each other."""
    group = ""
    for row in table.rows:
        if row.group != group:
            group = row.group
            out.blank()
            out.say(group)
        out.say(_title(row), first="- ")
        short: list[str] = []
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
            text = "" if column.sheet_only else _text(out, cell, short=False)
            if not text:
                continue
            if cell_len(text) > _SENTENCE and column.align == "left":
                out.say(out.joined(short), indent=2)
                out.say(text, indent=2)
                short = []
            else:
                short.append(f"{_head(out, column)} {text}" if column.align == "right" else text)
        out.say(out.joined(short), indent=2)
        out.say(row.note, indent=2)


def _title(row: Row) -> str:
    return f"{row.id}: {row.title}" if row.id else row.title


def _head(out: LineWriter, column: Column) -> str:
    return column.head if column.side is None else f"{out.signs.side(column.side)} {column.head}".strip()


def _text(out: LineWriter, cell: Cell, *, short: bool) -> str:
    match cell:
        case Word():
            return f"{out.signs.of(cell.mark)} {cell.text}"
        case FigureView(kind="withheld") if short:
            return out.signs.withheld
        case _:
            return cell_text(cell)


def _withheld(table: Table) -> list[FigureView]:
    cells = (cell for row in table.rows for cell in row.cells)
    return [cell for cell in cells if isinstance(cell, FigureView) and cell.kind == "withheld"]
