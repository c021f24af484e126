"""`Display`: the lines on the terminal drawn again at every key, tick and change of size; a line asked below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TextIO

from rich.text import Text

from samskab_cli.reporting.terminal.line_writer import render_lines
from samskab_cli.workshop.screens.canvas import Canvas
from samskab_cli.workshop.terminal.keyboard import POLL, EndOfInput, Event, Keyboard, Resized, read_line
from samskab_cli.workshop.terminal.keys import NamedKey
from samskab_cli.workshop.terminal.signals import Redraw, Signalled

_HANGUP: Final = 129


class PauseAsked(Exception):  # no error: Ctrl-D while a line was typed
    """The room wants to pause."""


class Display:
    """The terminal as it is drawn on: the visible part only, so that what was there before can be scrolled to."""

    def __init__(self, stdout: TextIO, canvas: Canvas, keyboard: Keyboard) -> None:
        self.canvas, self.keyboard, self._out = canvas, keyboard, stdout
        self._lines: Callable[[], list[str]] = list
        self.message = ""
        """One sentence about what was done last."""
        self._write("\n" * canvas.height)

    def show(self, lines: Callable[[], list[Text]]) -> None:
        """Draw a screen, and again whenever the terminal changes."""
        self.show_drawn(lambda: render_lines(lines(), colour=self.canvas.colour).splitlines())

    def show_drawn(self, lines: Callable[[], list[str]]) -> None:
        """The same with lines that are drawn already."""
        self._lines = lines
        self._draw()

    def key(self, *, ticks: bool = False, changed: Callable[[], bool] | None = None) -> Event:
        """The next key; the screen follows the terminal's size meanwhile.

        ticks: it is drawn every second. changed: it is drawn when that says so, several times a second.

        Raises SystemExit for a signal and for a terminal that is gone.
        """
        while True:
            event = self.keyboard.read_key(timeout=POLL if changed else 1 if ticks else None)
            match event:
                case Resized() | Redraw():
                    self._follow()
                    self._draw()
                case Signalled() | EndOfInput():
                    self._end_of(event)
                case None:
                    if changed is None or changed():
                        self._draw()
                case _:
                    return event

    def ask(self, prompt: str, text: str = "", above: Sequence[str] = ()) -> str | None:
        """One line at the bottom of the screen, below the lines `above`; None where it is left with Esc.

        Raises PauseAsked, SystemExit.
        """

        def draw(typed: str) -> None:
            self._draw(f"{prompt}{typed}", [line for one in above for line in self.canvas.wrapped(one)])

        line = read_line(self.keyboard, draw, text=text, on_redraw=self._follow)
        if line is None:  # by Esc, or by what is the next event
            event = self.keyboard.read_key(timeout=0)
            if event is NamedKey.CTRL_D:
                raise PauseAsked
            self._end_of(event)
        return line

    def beep(self) -> None:
        """The key did nothing."""
        self._write("\a")

    def say(self, text: str) -> None:
        """One sentence on the next screen."""
        self.message = text

    def take_message(self) -> str:
        """What there is to say, once."""
        message, self.message = self.message, ""
        return message

    def leave(self) -> None:
        """Below what is drawn."""
        self._write("\n")

    def _end_of(self, event: Event | None) -> None:
        match event:
            case Signalled(number):
                raise SystemExit(128 + number)
            case EndOfInput():
                raise SystemExit(_HANGUP)
            case None:
                pass
            case _:
                self.keyboard.put_back(event)

    def _follow(self) -> None:
        if self.keyboard.size is not None:
            self.canvas = self.canvas.sized(*self.keyboard.size)

    def _draw(self, prompt: str = "", above: Sequence[Text] = ()) -> None:
        lines = self._lines()[: self.canvas.height - 1]
        asked = render_lines(self.canvas.wrapped(prompt, widest=self.canvas.width)[-2:], colour=False) if prompt else ""
        room = self.canvas.height - 1 - asked.count("\n")
        listed = render_lines(list(above)[-max(room - 2, 0) :], colour=False).splitlines() if above else []
        shown = [*lines[: room - len(listed)], *listed]
        content = "".join(f"{line}\x1b[K\n" for line in shown)
        trailing = " " if prompt.endswith(" ") else ""
        self._write("\x1b[H" + content + "\x1b[J" + asked.rstrip("\n").replace("\n", "\x1b[K\n") + trailing)

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
