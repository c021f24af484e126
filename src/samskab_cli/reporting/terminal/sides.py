"""Columns of sides: each side's sign and figure, and the gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from samskab_cli.reporting.report_view import SideFigureView, SideView
from samskab_cli.reporting.terminal.paper import Paper

_FIGURE = 7  # a sign, a blank, "100,0"


@dataclass(frozen=True)
class SideColumns:
    """Where the sides stand; `column` and `gap` in cells."""

    paper: Paper
    sides: tuple[SideView, ...]
    column: int
    gap_head: str

    @property
    def gap(self) -> int:
        """Width of the gap's column."""
        return max(cell_len(self.gap_head), _FIGURE) + 1

    @property
    def width(self) -> int:
        """All columns together."""
        return len(self.sides) * (self.column + 2) + self.gap

    def head(self) -> str:
        """The sides' names, cut to their columns."""
        names = (self.paper.pad(f"{self._sign(side)} {side.label}", self.column) for side in self.sides)
        return "".join(f"  {name}" for name in names) + self.paper.right(self.gap_head, self.gap)

    def row(self, figures: Sequence[SideFigureView], gap: str) -> str:
        """A row's figures; a sign stands only before a number."""
        cells = {one.side.id: self._cell(one) for one in figures}
        said = "".join(f"  {self.paper.pad(cells.get(side.id, ''), self.column)}" for side in self.sides)
        return said + self.paper.right(gap, self.gap)

    def texts(self, texts: Sequence[str]) -> str:
        """A row of words, one a side."""
        return "".join(f"  {self.paper.pad(text, self.column)}" for text in texts)

    def _cell(self, one: SideFigureView) -> str:
        if one.figure is None:
            return f"  {self.paper.signs.none}"
        sign = self._sign(one.side) if one.figure.kind == "number" else " "
        return f"{sign} {one.figure.text}"

    def _sign(self, side: SideView) -> str:
        return self.paper.signs.side(side.mark)


def side_columns(paper: Paper, sides: tuple[SideView, ...], gap_head: str, left: int) -> SideColumns | None:
    """Columns for all sides beside a left part of at least `left` cells; None where they don't fit."""
    if not sides:
        return None
    widest = max(cell_len(side.label) for side in sides) + 2
    for column in range(max(widest, _FIGURE), _FIGURE, -1):
        columns = SideColumns(paper, sides, column, gap_head)
        if paper.width - columns.width >= left:
            return columns
    return None
