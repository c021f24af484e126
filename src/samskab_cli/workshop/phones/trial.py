"""A statement to try phones with in the lobby: its answers are counted and stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rich.text import Text

from samskab_cli.workshop.display import Display
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.phones.chart import Chart, chart_of_all
from samskab_cli.workshop.phones.snapshot import Snapshot
from samskab_cli.workshop.screens.canvas import STATEMENT, Block, stacked
from samskab_cli.workshop.terminal.keys import Character, NamedKey

if TYPE_CHECKING:
    from samskab_cli.workshop.phones.room import OtherScreens

_ITEM: Final = "*"
"""No set has an item of this name."""


@dataclass
class Trial:
    """The try, at the screen."""

    screens: OtherScreens
    facilitator: Facilitator
    display: Display

    def hold(self) -> None:
        """Until the room is back in the lobby."""
        live, kept = self.screens.live, self.screens.live.box
        live.box = kept.for_trial()
        live.box.begin(_ITEM)
        try:
            asked = Snapshot(self.facilitator).trial(_ITEM, self.facilitator.words.elsewhere.lobby.trial)
            live.show(asked)
            if self._is_shown():
                live.box.close()
                answers = [answer for of_role in live.box.counted().values() for answer in of_role]
                chart = chart_of_all(self.facilitator, answers)
                live.show(replace(asked, kind="distribution", chart=chart, asked=frozenset()))
                self._look_at(chart)
        finally:
            live.box = kept

    def _is_shown(self) -> bool:
        """Whether the answers are to be shown; the count grows meanwhile."""
        words, live = self.facilitator.words.elsewhere, self.screens.live
        drawn = -1

        def lines() -> list[Text]:
            nonlocal drawn
            drawn = live.cast
            count = words.count.answered.format(n=drawn, people=live.shown.people)
            return self._lines([count], words.lobby.trial_keys)

        while True:
            self.display.show(lines)
            event = self.display.key(changed=lambda: live.cast != drawn)
            letter = event.text.casefold() if isinstance(event, Character) else event
            if letter is NamedKey.ENTER:
                return True
            if letter in {"q", NamedKey.ESCAPE, NamedKey.CTRL_D}:
                return False
            self.display.beep()

    def _look_at(self, chart: Chart) -> None:
        words = self.facilitator.words.elsewhere
        rows = [f"{bar.count:>3}  {bar.label}" for bar in chart.bars] or [words.page.too_few]
        while True:
            self.display.show(lambda: self._lines(rows, words.lobby.trial_done))
            if self.display.key() in {NamedKey.ENTER, NamedKey.ESCAPE, NamedKey.CTRL_D}:
                return
            self.display.beep()

    def _lines(self, rows: list[str], keys: str) -> list[Text]:
        canvas, words = self.display.canvas, self.facilitator.words.elsewhere.lobby
        statement = canvas.wrapped(words.trial, indent=4, widest=STATEMENT)
        for line in statement:
            line.stylize("bold")
        return stacked(
            [
                Block([canvas.between(words.trial_note, words.phones)]),
                Block(statement),
                Block([canvas.text(f"    {row}") for row in rows]),
                Block(canvas.keys(keys)),
            ],
            canvas.height - 1,
        )
