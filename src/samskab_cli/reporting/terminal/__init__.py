"""A report in the terminal: text that fits a width and an encoding."""

from __future__ import annotations

from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.terminal.details import Details
from samskab_cli.reporting.terminal.first_screen import FirstScreen
from samskab_cli.reporting.terminal.paper import Paper, drawn
from samskab_cli.reporting.terminal.signs import signs, speakable
from samskab_cli.reporting.terminal.target import Target, target
from samskab_cli.reporting.wording import Wording, wording

__all__ = ["SCREEN", "Target", "first_screen", "render", "target"]

SCREEN = 21
"""Lines of the first screen, so that it stands whole on a projector with 24."""


def render(view: ReportView, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The whole report; without more said as plain text for a file. `target()` says what a stream can show.

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


def _words(view: ReportView, encoding: str) -> Wording:
    return speakable(wording(view.language), encoding)
