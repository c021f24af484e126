"""A report in the terminal: text that fits a width and an encoding."""

from __future__ import annotations

from typing import Literal

from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.terminal.capabilities import Capabilities, capabilities_of
from samskab_cli.reporting.terminal.details import Details
from samskab_cli.reporting.terminal.first_screen import FirstScreen
from samskab_cli.reporting.terminal.glyphs import signs, speakable
from samskab_cli.reporting.terminal.items import items
from samskab_cli.reporting.terminal.line_writer import Paper, drawn
from samskab_cli.reporting.wording import ReportWords

__all__ = ["SCREEN", "Capabilities", "Part", "capabilities_of", "first_screen", "part", "render"]

Part = Literal["table", "sides", "items"]
"""What a report can be looked at by itself."""

SCREEN = 21
"""Lines of the first screen, so that it stands whole on a projector with 24."""


def render(view: ReportView, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The whole report; without more said as plain text for a file. `capabilities_of()` says what a stream can show.

    `width` in cells. `encoding`: of the output; what it lacks is spelt out. `colour`: whether escape codes may be used
    (a terminal, no `NO_COLOR`, not `TERM=dumb`); without it the text is plain. Ends with a line break.
    """
    paper, view, words = Paper(width, signs(encoding)), speakable(view, encoding), _words(view, encoding)
    paper.lines += FirstScreen(view, words, paper, SCREEN).lines()
    Details(view, words, paper).write()
    return drawn(paper.lines, colour=colour)


def first_screen(
    view: ReportView, *, width: int = 80, encoding: str = "utf-8", colour: bool = False, height: int = SCREEN
) -> str:
    """The first screen alone, in at most `height` lines; otherwise as `render`."""
    paper, view, words = Paper(width, signs(encoding)), speakable(view, encoding), _words(view, encoding)
    return drawn(FirstScreen(view, words, paper, height).lines(), colour=colour)


def part(view: ReportView, which: Part, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """One part of the report alone; otherwise as `render`."""
    paper, view, words = Paper(width, signs(encoding)), speakable(view, encoding), _words(view, encoding)
    match which:
        case "table":
            Details(view, words, paper).table()
        case "sides":
            Details(view, words, paper).sides()
        case "items":
            items(paper, view, words)
    return drawn(paper.lines[1:], colour=colour)  # without the blank line that parts them


def _words(view: ReportView, encoding: str) -> ReportWords:
    return speakable(ReportWords(view.language), encoding)
