"""The report on the screen, leafed through by single keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.terminal.line_writer import drawn
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.facilitator import Desk
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.report import ORDERS, Look, Order, ReportScreen
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, Named

_LOOKS: Final[dict[str, Look]] = {"t": "table", "s": "sides", "f": "items"}
_DOWN: Final = (Named.PAGE_DOWN, Named.DOWN)
_UP: Final = (Named.PAGE_UP, Named.UP)


Save = Callable[[ReportView], str]
"""Writes the report to take home; what to say of it: where it is, or why it isn't."""


class ReportRoom:
    """What of the report is looked at, and how far down."""

    def __init__(self, desk: Desk, display: Display, seen: Callable[[], Picture], save: Save) -> None:
        self._desk, self._display, self._seen, self._save = desk, display, seen, save
        self._picture = seen()
        self._look: Look = "first"
        self._order: Order = "asked"
        self._top = 0
        self._message = ""

    def hold(self) -> None:
        """Until the room ends it."""
        while True:
            self._message = self._display.said()
            self._display.show_drawn(self._lines)
            event = self._display.key()
            letter = event.text.casefold() if isinstance(event, Character) else ""
            if letter == "q" or event is Named.CTRL_D:
                return
            self._turn_to(letter) or self._write(letter) or self._scroll(event, letter)

    def _turn_to(self, letter: str) -> bool:
        """Another look; the same key again leads back to the first."""
        if letter in _LOOKS:
            self._look = "first" if self._look == _LOOKS[letter] else _LOOKS[letter]
        elif letter == "r":
            self._look, self._order = "items", ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
            self._display.say(self._desk.words.end.orders[self._order])
        else:
            return False
        self._top = 0
        return True

    def _write(self, letter: str) -> bool:
        """What is added at the end, or taken home."""
        match letter:
            case "g":
                self._display.say(self._save(self._picture.view))
            case "a":
                self._desk.action()
            case "m":
                self._desk.next_date()
            case _:
                return False
        self._picture = self._seen()
        return True

    def _scroll(self, event: Event, letter: str) -> bool:
        step = self._display.canvas.height // 2
        if event in _DOWN or letter == " ":
            self._top += step
        elif event in _UP:
            self._top = max(0, self._top - step)
        return True

    def _lines(self) -> list[str]:
        canvas = self._display.canvas
        below = [*canvas.said(self._message), *canvas.keys(self._desk.words.end.report_keys)]
        room = canvas.height - 2 - len(below)
        lines = ReportScreen(self._picture, canvas).lines(self._look, self._order, room)
        self._top = min(self._top, max(0, len(lines) - room))
        return [*lines[self._top : self._top + room], "", *drawn(below, colour=False).splitlines()]
