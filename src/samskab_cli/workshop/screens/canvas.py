"""`Canvas`: width, height, signs, colour, wrapped and cut texts, progress; `Block`s stacked until they fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from samskab_cli.reporting.terminal.line_writer import wrapped
from samskab_cli.reporting.terminal.signs import Signs, signs, spell

STATEMENT = 62
"""Cells that a statement is set in: read aloud, a longer line is lost at its end."""
_SMALLEST = (40, 10)


@dataclass(frozen=True)
class Canvas:
    """A screen of `width` × `height` cells."""

    width: int
    height: int
    encoding: str = "utf-8"
    colour: bool = False

    @property
    def signs(self) -> Signs:
        """What bars and marks are drawn with."""
        return signs(self.encoding)

    def sized(self, width: int, height: int) -> Canvas:
        """The same canvas in another size; below 40 × 10 the terminal cuts."""
        return Canvas(max(width, _SMALLEST[0]), max(height, _SMALLEST[1]), self.encoding, self.colour)

    def text(self, text: str, *, bold: bool = False) -> Text:
        """One line, spelt as the terminal can."""
        return Text(spell(text, self.encoding), style="bold" if bold else "")

    def spell(self, text: str) -> str:
        """The text as the terminal can show it: to be measured before it is set."""
        return spell(text, self.encoding)

    def cut(self, text: str, width: int) -> str:
        """A name in exactly `width` cells."""
        text = self.spell(text)
        if cell_len(text) > width:
            text = set_cell_size(text, max(width - len(self.signs.ellipsis), 0)) + self.signs.ellipsis
        return set_cell_size(text, width)

    def between(self, left: str, right: str) -> Text:
        """One line with something at both ends."""
        left, right = spell(left, self.encoding), spell(right, self.encoding)
        room = self.width - 1 - cell_len(right)
        cut = left if cell_len(left) < room else left[: max(room - 1, 0)]
        return Text(cut + " " * max(room - cell_len(cut), 1) + right)

    def wrapped(self, text: str, indent: int = 0, widest: int = 100) -> list[Text]:
        """A text in as many lines as it needs."""
        room = min(self.width - indent - 2, widest)
        return [Text(" " * indent + line) for line in wrapped(spell(text, self.encoding), room)] if text else []

    def keys(self, text: str) -> list[Text]:
        """A line of keys, broken between them where it is too long."""
        dot = f" {self.signs.dot} "
        lines = [""]
        for part in spell(text, self.encoding).split(dot):
            longer = f"{lines[-1]}{dot}{part}" if lines[-1] else part
            if cell_len(longer) < self.width:
                lines[-1] = longer
            else:
                lines.append(part)
        return [Text(line) for line in lines]

    def progress(self, share: float) -> Text:
        """How far the room is, 0…1."""
        filled = round((self.width - 1) * share)
        return Text.assemble(
            (self.signs.bar * filled, "cyan"), self.signs.rest * (self.width - 1 - filled)
        )  # the only colour; the words beside it say the same


@dataclass(frozen=True)
class Block:
    """Lines that belong together; `rank` 0 stays whatever happens, the highest goes first where there is no room."""

    lines: Sequence[Text]
    rank: int = 0


def stacked(blocks: Sequence[Block], height: int) -> list[Text]:
    """The blocks below each other with a line between, in at most `height` lines.

    What doesn't fit: first the lines between go, from the top; then blocks, the highest rank first; then the last
    lines of the longest block, so that something of each stays.
    """
    kept = [block for block in blocks if block.lines]
    while _lines(kept) > height and any(block.rank for block in kept):
        kept.remove(max(kept, key=lambda block: block.rank))
    while _lines(kept) > max(height, len(kept)):
        longest = max(range(len(kept)), key=lambda place: len(kept[place].lines))
        kept[longest] = Block(kept[longest].lines[:-1])
    spare = max(height - _lines(kept), 0)
    out: list[Text] = []
    for place, block in enumerate(kept):
        gaps_left = len(kept) - place
        if place and spare >= gaps_left:
            out.append(Text())
            spare -= 1
        out += block.lines
    return out[:height]


def _lines(blocks: Sequence[Block]) -> int:
    return sum(len(block.lines) for block in blocks)
