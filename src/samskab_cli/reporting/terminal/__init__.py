"""A document in the terminal: text that fits a width and an encoding."""

from __future__ import annotations

from samskab_cli.reporting.document import Document
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.terminal.blocks import BlockWriter
from samskab_cli.reporting.terminal.first_screen import FirstScreen
from samskab_cli.reporting.terminal.line_writer import LineWriter, render_lines
from samskab_cli.reporting.terminal.signs import signs, speakable
from samskab_cli.reporting.wording import ReportWords

SCREEN = 21
"""Lines of the first screen, so that it stands whole on a projector with 24."""


def render(document: Document, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The whole document; without more said as plain text for a file. `capabilities_of()` says what a stream can show.

    `width` in cells. `encoding`: of the output; what it lacks is spelt out. `colour`: whether escape codes may be used
    (a terminal, no `NO_COLOR`, not `TERM=dumb`); without it the text is plain. Ends with a line break.
    """
    out, words = LineWriter(width, signs(encoding)), _words(document.language, encoding)
    document = speakable(document, encoding)
    if document.front:
        out.lines += FirstScreen(document.front, words, out, SCREEN).lines()
    else:
        out.say(document.heading)
        for line in out.lines:
            line.stylize("bold")
        for fact in document.facts:
            out.say(fact)
    BlockWriter(out, words).document(document)
    return render_lines(out.lines, colour=colour)


def first_screen(
    view: ReportView, *, width: int = 80, encoding: str = "utf-8", colour: bool = False, height: int = SCREEN
) -> str:
    """The first screen alone, in at most `height` lines; otherwise as `render`."""
    out, words = LineWriter(width, signs(encoding)), _words(view.language, encoding)
    return render_lines(FirstScreen(speakable(view, encoding), words, out, height).lines(), colour=colour)


def part(document: Document, *sections: str, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """Some sections alone, called by their ids; otherwise as `render`."""
    out, words = LineWriter(width, signs(encoding)), _words(document.language, encoding)
    writer = BlockWriter(out, words)
    for section in speakable(document, encoding).sections:
        if section.id in sections:
            writer.section(section)
    return render_lines(out.lines[1:], colour=colour)  # without the blank line that parts them


def _words(language: str, encoding: str) -> ReportWords:
    return speakable(ReportWords(language), encoding)
