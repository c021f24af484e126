"""`PictureRows`: the answers to one item drawn, a row a side, a column an answer."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.workshop.answer_keys import NOT_RELEVANT_KEY, UNSURE_KEY
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.screens.canvas import Canvas
from samskab_cli.workshop.side_rows import SideRow

_WORDS_FROM = 8
"""Cells a column from which the answers' words fit over it; in narrower ones their keys stand alone."""
_WIDEST = 14
_HEAD = 3
_SPACED_FROM = 30
"""Lines of the window from which the rows stand apart."""


@dataclass(frozen=True)
class PictureRows:
    """The picture of one item."""

    facilitator: Facilitator
    canvas: Canvas
    rows: Sequence[SideRow]

    def lines(self) -> list[Text]:
        """A head over the columns, and a line a row."""
        between = [Text()] if self.canvas.height >= _SPACED_FROM else []
        lines = self._head()
        for row in self.rows:
            lines += [*([] if row.is_before else between), self._row(row)]
        return lines

    @property
    def _columns(self) -> list[tuple[str, str]]:
        """Key and word of each answer that has a column."""
        facilitator, keys = self.facilitator, self.facilitator.keys
        columns = [(key, facilitator.captions.label(value)) for key, value in keys.values.items()]
        columns.append((UNSURE_KEY, facilitator.captions.label("unsure")))
        if any(row.not_relevant for row in self.rows):
            columns.append((NOT_RELEVANT_KEY, facilitator.captions.label("not_relevant")))
        return [(key, self.canvas.spell(label)) for key, label in columns]

    @property
    def _names(self) -> int:
        """Cells of the column of names."""
        widest = max(cell_len(self.canvas.spell(row.label)) for row in self.rows) + 4
        return min(widest, max(self.canvas.width // 3, 14))

    @property
    def _width(self) -> int:
        """Cells of a column."""
        return max(2, min((self.canvas.width - self._names - 3) // len(self._columns), _WIDEST))

    def _head(self) -> list[Text]:
        columns, width = self._columns, self._width
        indent = " " * (self._names + 2)
        lines = [self.canvas.text(indent + "".join(key.ljust(width) for key, _ in columns))]
        if width < _WORDS_FROM:
            return lines
        words = [textwrap.wrap(label, width - 1, max_lines=_HEAD, placeholder="") for _, label in columns]
        for at in range(max(map(len, words))):
            cells = [(word[at] if at < len(word) else "")[: width - 1].ljust(width) for word in words]
            lines.append(self.canvas.text(indent + "".join(cells).rstrip()))
        return lines

    def _row(self, row: SideRow) -> Text:
        canvas, width = self.canvas, self._width
        sign = " " if row.mark is None else canvas.signs.side(row.mark)
        counts = [*row.counts, row.unsure]
        if len(self._columns) > len(counts):
            counts.append(row.not_relevant)
        cells = "".join(self._cell(count, row).ljust(width) for count in counts)
        line = f"  {sign} {canvas.cut(row.label, self._names - 3)} {cells}".rstrip()
        return Text(line, style="dim" if row.is_before else "")

    def _cell(self, count: int, row: SideRow) -> str:
        """A sign a person; their number where these are too many, and for everybody together."""
        if not count:
            return self.canvas.signs.rest
        if row.mark is None:
            return str(count)
        sign = self.canvas.signs.side(row.mark)
        return sign * count if count < self._width else f"{sign}{count}"[: self._width - 1]
