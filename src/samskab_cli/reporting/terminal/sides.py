"""Columns of the first screen: each side's sign and figure, and the gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from samskab_cli.reporting.report_view import SideFigureView, SideView
from samskab_cli.reporting.terminal.line_writer import LineWriter

_FIGURE = 7  # a sign, a blank, "100,0"
_BETWEEN = "  "


@dataclass(frozen=True)
class SideColumns:
    """Where the sides stand; widths in cells."""

    out: LineWriter
    sides: tuple[SideView, ...]
    widths: tuple[int, ...]
    gap_head: str

    @property
    def gap(self) -> int:
        """Width of the gap's column."""
        return _gap_width(self.gap_head)

    @property
    def width(self) -> int:
        """All columns together."""
        return sum(width + len(_BETWEEN) for width in self.widths) + self.gap

    def head(self) -> str:
        """The sides' names, cut to their columns."""
        names = tuple(f"{self._sign(side)} {side.label}" for side in self.sides)
        return self.texts(names) + self.out.right(self.gap_head, self.gap)

    def row(self, figures: Sequence[SideFigureView], gap: str) -> str:
        """A row's figures; a sign stands only before a number."""
        cells = {one.side.id: self._cell(one) for one in figures}
        return self.texts([cells.get(side.id, "") for side in self.sides]) + self.out.right(gap, self.gap)

    def texts(self, texts: Sequence[str]) -> str:
        """A row of words, one a side."""
        padded = (self.out.pad(text, width) for text, width in zip(texts, self.widths, strict=True))
        return "".join(f"{_BETWEEN}{text}" for text in padded)

    def _cell(self, one: SideFigureView) -> str:
        if one.figure is None:
            return f"  {self.out.signs.none}"
        if one.figure.kind == "withheld":
            return f"  {self.out.signs.withheld}"
        sign = self._sign(one.side) if one.figure.kind == "number" else " "
        return f"{sign} {one.figure.text}"

    def _sign(self, side: SideView) -> str:
        return self.out.signs.side(side.mark)


def side_columns(out: LineWriter, sides: tuple[SideView, ...], gap_head: str, left: int) -> SideColumns | None:
    """Columns for all sides beside a left part of at least `left` cells; None where they don't fit.

    Every column is as wide as its name; where that is too much, the longest name gives way first.
    """
    widths = [max(cell_len(side.label) + 2, _FIGURE) for side in sides]
    room = out.width - left - _gap_width(gap_head) - len(_BETWEEN) * len(sides)
    if not sides or room < _FIGURE * len(sides):
        return None
    longest_first = sorted(range(len(widths)), key=lambda at: -widths[at])
    for least in (_FIGURE + 3, _FIGURE):
        for at in longest_first:
            widths[at] -= min(max(sum(widths) - room, 0), max(widths[at] - least, 0))
    return SideColumns(out, sides, tuple(widths), gap_head)


def _gap_width(head: str) -> int:
    return max(cell_len(head), _FIGURE) + 1
