"""Keys at a question while phones answer, on the screen or in lines: live count, cards typed beside, Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.line_dialog import Lines
from samskab_cli.workshop.phones.counting import LEAVING, Counting
from samskab_cli.workshop.screens.question import QuestionScreen
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, NamedKey


@dataclass
class ScreenVoting:
    """At the screen."""

    facilitator: Facilitator
    display: Display
    counting: Counting
    command: Callable[[Event], None]
    _helps: bool = False
    _drawn: tuple[str, str] = field(default=("", ""))

    def question(self) -> None:
        """Draw it, wait for a key, and do what it says."""
        thrown_away = self.counting.begin()
        self.facilitator.show()
        message, helps, self._helps = thrown_away or self.display.take_message(), self._helps, False
        self.display.show(lambda: self._screen(message, helps=helps).lines())
        self._do(self.display.key(changed=lambda: self._state != self._drawn))

    @property
    def _state(self) -> tuple[str, str]:
        return self.counting.message, self.counting.live.trouble

    def _screen(self, message: str, *, helps: bool) -> QuestionScreen:
        self._drawn = self._state
        count, trouble = self._drawn
        texts = self.facilitator.words.elsewhere.count
        message = texts.unsaved.format(trouble=trouble) if trouble else message
        return QuestionScreen(self.facilitator, self.display.canvas, message, with_help=helps, count=count)

    def _do(self, event: Event) -> None:
        named = {NamedKey.LEFT: "b", NamedKey.RIGHT: "s", NamedKey.BACKSPACE: "b"}
        letter = event.text.casefold() if isinstance(event, Character) else ""
        letter = named.get(event, "") if isinstance(event, NamedKey) else letter
        do = self.facilitator.commands.get(letter)
        if event is NamedKey.ENTER:
            self.display.say(self.counting.reveal())
        elif do is Do.CARDS:
            self.display.say(self.counting.lay_cards())
        elif do is Do.HELP:
            self._helps = True
        elif do in LEAVING and (message := self.counting.leave()):
            self.display.say(message)
        else:
            self.command(event)


@dataclass
class PlainVoting:
    """Line by line: the count is said when somebody asks, by Enter."""

    facilitator: Facilitator
    lines: Lines
    counting: Counting
    command: Callable[[str], None]

    def question(self) -> None:
        """Ask until the item is left."""
        interview, item = self.facilitator.interview, self.facilitator.interview.item
        self._say(self.counting.begin())
        self._say(self.facilitator.captions.not_asked(with_phones=True))
        texts = self.facilitator.words.elsewhere.count
        while interview.stage is Stage.QUESTION and interview.item is item:
            self.facilitator.show()
            line = self.lines.ask(f"{self.counting.message}. {texts.enter}: ")
            do = self.facilitator.commands.get((line or "").strip().casefold())
            if line is not None and not line.strip():
                self._say(self.counting.reveal())
            elif do is Do.CARDS:
                self._say(self.counting.lay_cards())
            elif do in LEAVING and (message := self.counting.leave()):
                self._say(message)
            else:
                self.command("q" if line is None else line.strip())
                return

    def _say(self, text: str) -> None:
        if text:
            self.lines.say(text)
