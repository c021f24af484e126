"""`LobbyRoom` at the keys: QR code, wifi, how many have joined, the trial statement, a new code."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from samskab_cli.workshop.display import Display, PauseAsked
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.phones import qr
from samskab_cli.workshop.phones.seats import FEW_SEATS
from samskab_cli.workshop.phones.trial import Trial
from samskab_cli.workshop.screens.canvas import Canvas
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, NamedKey

if TYPE_CHECKING:
    from samskab_cli.workshop.phones.room import OtherScreens

_PATIENCE: Final = 30.0
"""Seconds without a phone until it is said what to check."""
_INK: Final = Style(color="#000000", bgcolor="#ffffff")
_SMALLEST_RIGHT: Final = 30


@dataclass
class LobbyRoom:
    """The lobby at the screen."""

    screens: OtherScreens
    facilitator: Facilitator
    display: Display
    again: bool = False
    _begun: float = field(default_factory=time.monotonic)
    _shows_network: bool = False
    _drawn: object = None

    def hold(self) -> None:
        """Until the room begins. Raises PauseAsked, SystemExit."""
        while True:
            self._show()
            message = self.display.take_message()
            self.display.show(lambda message=message: self._lines(message))  # type: ignore[misc]  # bound at once
            self._drawn = self._state
            event = self.display.key(changed=self._has_changed)
            if event is NamedKey.ENTER or (self.again and event is NamedKey.ESCAPE):
                self.screens.hide_code()
                return
            self._do(event)

    def _do(self, event: Event) -> None:
        words = self.facilitator.words.elsewhere.lobby
        match event.text.casefold() if isinstance(event, Character) else event:
            case "p":
                self.facilitator.present()
            case "w":
                self._shows_network = not self._shows_network and bool(self.screens.wanted.network)
                if not self.screens.wanted.network:
                    self.display.say(words.no_wifi)
            case "c":
                self.display.say(words.new_code.format(code=self.screens.another_code(self.facilitator)))
            case "x" if not self.again:
                Trial(self.screens, self.facilitator, self.display).hold()
            case "q" | NamedKey.CTRL_D if not self.again:
                raise PauseAsked
            case _:
                self.display.beep()

    def _show(self) -> None:
        self.screens.show_lobby(self.facilitator, shows_network=self._shows_network, again=self.again)

    @property
    def _state(self) -> object:
        live = self.screens.live
        return live.joined, self._is_lonely, live.seats.most_from_one_address

    def _has_changed(self) -> bool:
        if self._state == self._drawn:
            return False
        self._drawn = self._state
        return True

    @property
    def _is_lonely(self) -> bool:
        return not self.screens.live.joined and time.monotonic() - self._begun > _PATIENCE

    def _lines(self, message: str) -> list[Text]:
        canvas, words = self.display.canvas, self.facilitator.words.elsewhere.lobby
        below = canvas.keys(words.keys_again if self.again else words.keys)
        notes = [line for text in self._notes(message) for line in canvas.wrapped(text)]
        room = canvas.height - 3 - len(below)
        middle = self._beside(room)
        notes = notes[: max(room - len(middle), 0)] if len(middle) + len(notes) > room else notes
        head = canvas.between(self.screens.live.shown.matter, words.phones)
        gap = [Text()] * max(room - len(middle) - len(notes), 0)
        return [head, Text(), *middle[:room], *gap, *notes, *below]

    def _notes(self, message: str) -> list[str]:
        words, live = self.facilitator.words.elsewhere.lobby, self.screens.live
        crowd = live.seats.most_from_one_address
        notes = [message] if message else [*self.screens.remarks]
        if crowd > FEW_SEATS:
            notes.append(words.crowded.format(n=crowd))
        if self._is_lonely:
            notes.append(words.check)
        elif self.screens.place and self.screens.place.others and not live.joined:
            notes.append(words.other_addresses.format(addresses=", ".join(self.screens.place.others)))
        return notes

    def _beside(self, room: int) -> list[Text]:
        """The code at the left, what to do at the right; without room for it, what to do alone."""
        canvas = self.display.canvas
        code = self._code(canvas, room)
        width = cell_len(code[0].plain) + 4 if code else 0
        right = self._steps(canvas, width)
        if not code:
            return right
        top = max((len(code) - len(right)) // 2, 0)
        padded = [Text()] * top + right
        rows = max(len(code), len(padded))
        blank = Text(" " * (width - 4))
        lines = []
        for place in range(rows):
            left = code[place] if place < len(code) else blank
            line = Text("  ").append_text(left).append("  ")
            if place < len(padded):
                line.append_text(padded[place])
            lines.append(line)
        return lines

    def _code(self, canvas: Canvas, room: int) -> list[Text]:
        """Black on white whatever the terminal's colours are; only where it fits, and where halves can be drawn."""
        lobby = self.screens.live.lobby
        if lobby is None or canvas.spell("▀▄█") != "▀▄█":
            return []
        network = self.screens.wanted.network
        code = qr.wifi_code(network, self.screens.wanted.password) if self._shows_network else qr.page_code(lobby.link)
        rows = qr.terminal_rows(code)
        if len(rows) > room or len(rows[0]) + _SMALLEST_RIGHT > canvas.width:
            return []
        return [Text(row, style=_INK) for row in rows]

    def _steps(self, canvas: Canvas, width: int) -> list[Text]:
        words, lobby, shown = self.facilitator.words.elsewhere.lobby, self.screens.live.lobby, self.screens.live.shown
        if lobby is None:
            return []
        lines = [canvas.text(words.title, bold=True), Text()]
        for number, (step, detail) in enumerate(self._numbered(), start=1):
            one_line = f"{number}  {step} {detail}".rstrip()
            if cell_len(one_line) + width + 2 < canvas.width:
                lines.append(canvas.text(one_line))
            else:
                lines += [canvas.text(f"{number}  {step}"), canvas.text(f"   {detail}")]
        lines.append(Text())
        widest = max((cell_len(role.label) for role in shown.roles), default=0) + 3
        widest = min(widest, canvas.width - width - 12)
        joined = self.screens.live.joined
        for role in shown.roles:
            count = words.of.format(n=joined[role.id], people=role.people)
            lines.append(canvas.text(f"{canvas.cut(role.label, widest)}{count}"))
        total = joined.total()
        joined_so_far = words.nobody if not total else words.joined_one if total == 1 else words.joined.format(n=total)
        return [*lines, Text(), canvas.text(joined_so_far), canvas.text(words.cards)]

    def _numbered(self) -> list[tuple[str, str]]:
        words, lobby = self.facilitator.words.elsewhere.lobby, self.screens.live.lobby
        network = [(words.network, self.screens.wanted.network)] if self.screens.wanted.network else []
        return [*network, (words.scan, lobby.address if lobby else ""), (words.choose, "")]
