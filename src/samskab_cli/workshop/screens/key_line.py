"""The line of keys at the bottom of a screen."""

from __future__ import annotations

from typing import Final

from rich.text import Text

from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.screens.canvas import Canvas

_ALL_FROM: Final = 18
"""Lines of the window from which every key is named; in a lower one the picture needs the room."""
_FEW: Final = frozenset({Do.BACK, Do.CHANGE_VOTES, Do.ANSWER_AGAIN, Do.SKIP, Do.FINISH, Do.PAUSE})


def key_lines(facilitator: Facilitator, canvas: Canvas, first: str, *, all_keys: bool = True) -> list[Text]:
    """What Enter or the answers do, then the commands that hold here."""
    return canvas.keys(f"{first} · {facilitator.hints(commands_named(canvas) if all_keys else _FEW)}")


def commands_named(canvas: Canvas) -> frozenset[Do]:
    """The commands that a window has room to name."""
    return frozenset(Do) if canvas.height >= _ALL_FROM else _FEW
