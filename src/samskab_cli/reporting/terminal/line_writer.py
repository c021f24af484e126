"""`LineWriter`: lines with margin, cut, wrapped, padded and aligned by cells; with or without Rich's colour."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

from samskab_cli.reporting.terminal.signs import Signs

NARROW = 70
"""Below this width the bars go; numbers and words stay."""
READABLE = 100
"""Running text is never set wider than this."""
_SMALLEST = 40
_WORD = re.compile(r"\s*\S+\s*")


@dataclass
class LineWriter:
    """Lines set one below the other; `width` in cells."""

    width: int
    signs: Signs
    lines: list[Text] = field(default_factory=list)
    margin: int = 0
    """Cells that stay empty at the left of every line."""

    def __post_init__(self) -> None:
        self.width = max(self.width, _SMALLEST)

    @contextlib.contextmanager
    def indented(self, cells: int) -> Iterator[None]:
        """While it lasts, lines begin this much further to the right."""
        self.margin, self.width = self.margin + cells, self.width - cells
        try:
            yield
        finally:
            self.margin, self.width = self.margin - cells, self.width + cells

    def line(self, *parts: str | Text) -> None:
        """One line from its parts; never wider than `width`."""
        line = Text("").join(part if isinstance(part, Text) else Text(part) for part in parts)
        line.truncate(self.width)
        line.pad_left(self.margin)
        self.lines.append(line)

    def blank(self) -> None:
        """One empty line."""
        self.lines.append(Text())

    def heading(self, text: str) -> None:
        """A heading, with an empty line before it."""
        self.blank()
        self.lines.append(Text(self.cut(text.upper(), self.width), style="bold"))

    def say(self, text: str, *, indent: int = 0, first: str = "") -> None:
        """A paragraph, wrapped; `first` stands before its first line, in the indent."""
        if not text:
            return
        margin = max(indent, cell_len(first))
        for number, part in enumerate(wrapped(text, min(self.width, READABLE - self.margin) - margin)):
            self.line(self.pad(first if number == 0 else "", margin), part)

    def joined(self, parts: Iterable[str]) -> str:
        """The parts that aren't empty, with a dot between them."""
        return f" {self.signs.dot} ".join(part for part in parts if part)

    def cut(self, text: str, width: int) -> str:
        """The text in at most `width` cells: cut at a word, else in it, and marked as cut."""
        if cell_len(text) <= width:
            return text
        room = width - cell_len(self.signs.ellipsis)
        if room < 1:
            return set_cell_size(text, max(width, 0)).rstrip()
        kept = set_cell_size(text, room)
        at_word = kept.rstrip() if text[len(kept.rstrip()) :].startswith(" ") else kept.rpartition(" ")[0].rstrip()
        # a first word longer than half the room is cut in the middle rather than leaving an empty column
        return (at_word if cell_len(at_word) * 2 >= room else kept.rstrip()) + self.signs.ellipsis

    def pad(self, text: str, width: int) -> str:
        """The text at the left of a column, cut where it doesn't fit."""
        return set_cell_size(self.cut(text, width), max(width, 0))

    def right(self, text: str, width: int) -> str:
        """The text at the right of a column."""
        cut = self.cut(text, width)
        return " " * (width - cell_len(cut)) + cut


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells: as Rich breaks it, but without its console, which is slow to come."""
    lines, width = [], max(width, 1)
    for paragraph in text.split("\n"):
        line = ""
        for word in _WORD.findall(paragraph):
            wide = cell_len(word.rstrip())
            if cell_len(line) + wide <= width:
                line += word
                continue
            lines += [line] if line else []
            *above, line = [word] if wide <= width else chop_cells(word, width)
            lines += above
        lines.append(line)
    return [line.rstrip() for line in lines]


def column(texts: list[str] | tuple[str, ...], widest: int) -> int:
    """The width of a column that holds the texts, at most `widest`."""
    return min(max((cell_len(text) for text in texts), default=0), widest)


def render_lines(lines: list[Text], *, colour: bool) -> str:
    """The lines as text: with escape codes for bold and bars if `colour`, else none."""
    for line in lines:
        line.rstrip()
    if not colour:
        return "".join(f"{line.plain}\n" for line in lines)
    from rich.console import Console  # noqa: PLC0415  # only colours wait for it

    out = StringIO()
    console = Console(
        file=out, force_terminal=True, color_system="standard", legacy_windows=False, width=10_000, markup=False,
        highlight=False, emoji=False, _environ={},
    )  # fmt: skip
    for line in lines:
        console.print(line, soft_wrap=True)
    return out.getvalue()
