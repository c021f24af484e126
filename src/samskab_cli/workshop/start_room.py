"""The start screen, and its single keys that change defaults."""

from __future__ import annotations

from samskab_cli.workshop.attendance_room import RoomDisplay
from samskab_cli.workshop.display import PauseAsked
from samskab_cli.workshop.screens.quiet_screens import start_screen
from samskab_cli.workshop.settings import Settings
from samskab_cli.workshop.start_dialog import Changing, lacks_roles
from samskab_cli.workshop.terminal.keys import Character, NamedKey
from samskab_cli.workshop.wording import RoomWords


def begin_on_screen(settings: Settings, words: RoomWords, display: RoomDisplay) -> Settings | None:
    """The settings that the room begins with; None where it leaves."""
    try:
        return _begin(settings, words, display)
    except PauseAsked:
        return None


def _begin(settings: Settings, words: RoomWords, display: RoomDisplay) -> Settings | None:
    changing = Changing(words, display)
    while True:
        message, now = display.take_message(), settings
        display.show(lambda now=now, message=message: start_screen(display.canvas, now, words, message))  # type: ignore[misc]  # bound at once
        event = display.key()
        letter = event.text.casefold() if isinstance(event, Character) else ""
        if letter == "q" or event in {NamedKey.CTRL_D, NamedKey.ESCAPE}:
            return None
        if event is not NamedKey.ENTER:
            settings = changing.change(letter, settings) or settings
        elif lacks_roles(settings):
            display.say(words.start.votes_need_roles)
            settings = changing.change("r", settings) or settings
        else:
            return settings
