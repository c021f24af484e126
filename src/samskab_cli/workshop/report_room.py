"""The result on the screen, paged by single keys, in other orders, saved; keys until the room leaves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from samskab_cli.reporting.document import Document
from samskab_cli.reporting.terminal.line_writer import render_lines
from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.end import report_path
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.screens.report import ORDERS, Look, Order, ReportScreen
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, NamedKey

_LOOKS: Final[dict[Do, Look]] = {Do.TABLE: "table", Do.SIDES: "sides", Do.DISTRIBUTIONS: "items", Do.SINCE: "since"}
_DOWN: Final = (NamedKey.PAGE_DOWN, NamedKey.DOWN)
_UP: Final = (NamedKey.PAGE_UP, NamedKey.UP)

_OFFERED: Final = frozenset(Do) - {Do.NOTE, Do.EVIDENCE, Do.DILEMMA, Do.SMALL_SIDES}
"""These work here too; the line of keys has no room for them."""

Save = Callable[[Document], str]
"""Writes the report to take home; what to say of it: where it is, or why it isn't."""


class ReportRoom:
    """What of the report is looked at, and how far down."""

    def __init__(self, facilitator: Facilitator, display: Display, save: Save) -> None:
        self._facilitator, self._display, self._save = facilitator, display, save
        self._look: Look = "first"
        self._order: Order = "asked"
        self._top = 0
        self._message = ""

    def hold(self) -> bool:
        """Until the room ends it, or goes back; whether it ends."""
        self._look_again()
        while self._facilitator.interview.stage is Stage.RESULT:
            self._message = self._display.take_message()
            self._display.show_drawn(self._lines)
            event = self._display.key()
            do = self._do(event)
            if do is Do.END:
                return True
            if do is None:
                self._scroll(event)
            elif not self._turn_to(do):
                self._change(do)
        return False

    def _do(self, event: Event) -> Do | None:
        letter = event.text.casefold() if isinstance(event, Character) else ""
        letter = (
            {NamedKey.CTRL_D: "q", NamedKey.LEFT: "b"}.get(event, letter) if isinstance(event, NamedKey) else letter
        )
        return self._facilitator.commands.get(letter)

    def _turn_to(self, do: Do) -> bool:
        """Another look; the same key again leads back to the first."""
        if do in _LOOKS:
            self._look = "first" if self._look == _LOOKS[do] else _LOOKS[do]
        elif do is Do.ORDER:
            self._look, self._order = "items", ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
            self._display.say(self._facilitator.words.end.orders[self._order])
        else:
            return False
        self._top = 0
        return True

    def _change(self, do: Do) -> None:
        """What is written or taken home."""
        if do is Do.SAVE:
            self._display.say(self._saved())
        else:
            self._facilitator.obey(do)
            self._look_again()

    def _look_again(self) -> None:
        """What it all comes to now; other screens show it too."""
        self._picture = self._facilitator.picture(whole=True)
        if self._facilitator.interview.stage is Stage.RESULT:
            self._facilitator.show(self._picture)

    def _saved(self) -> str:
        """Write the report; over another only where the room says so."""
        words = self._facilitator.words
        path: Path = report_path(self._facilitator.journal.path)
        if path.exists():
            line = self._display.ask(words.end.exists.format(file=path)) or ""
            if not line.strip().casefold().startswith(words.start.yes):
                return words.end.not_saved
        return self._save(self._picture.document)

    def _scroll(self, event: Event) -> None:
        step = self._display.canvas.height // 2
        if event in _DOWN or event == Character(" "):
            self._top += step
        elif event in _UP:
            self._top = max(0, self._top - step)
        else:
            self._display.beep()

    def _lines(self) -> list[str]:
        canvas, facilitator = self._display.canvas, self._facilitator
        below = [*canvas.wrapped(self._message), *canvas.keys(facilitator.hints(_OFFERED))]
        room = canvas.height - 2 - len(below)
        lines = ReportScreen(self._picture, canvas).lines(self._look, self._order, room)
        self._top = min(self._top, max(0, len(lines) - room))
        texts, arrows = facilitator.words.end, canvas.signs.dot
        more = [texts.more_above] if self._top else []
        more += [texts.more_below] if self._top + room < len(lines) else []
        scroll = f" {arrows} ".join([*more, texts.look]) if more else ""
        marks = render_lines([canvas.between("", scroll)], colour=False).splitlines() if scroll else [""]
        return [*lines[self._top : self._top + room], *marks, *render_lines(below, colour=False).splitlines()]
