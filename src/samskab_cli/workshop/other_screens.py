"""Protocols for phones and the projector (`Elsewhere`, `Voting`), what was wanted, and `Nowhere` for none.

What they are is in `phones`, which is imported only where somebody asks for it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from samskab_cli.model.session import SUFFIX

if TYPE_CHECKING:
    from samskab_cli.workshop.display import Display
    from samskab_cli.workshop.facilitator import Facilitator
    from samskab_cli.workshop.interim_report import Picture
    from samskab_cli.workshop.line_dialog import Lines
    from samskab_cli.workshop.terminal.keyboard import Event

INSTALL: Final = "pip install 'samskab[phones]'"
"""What brings what phones and the projector's page need."""


def has_extra() -> bool:
    """Whether what they need is installed; nothing of it is imported."""
    return all(importlib.util.find_spec(name) for name in ("starlette", "uvicorn", "segno", "itsdangerous", "ifaddr"))


def box_name(session: str) -> str:
    """What the ballot box of a session's file is called, beside it."""
    return f"{session.removesuffix(SUFFIX).removesuffix('.jsonl')}.samskab.box"


@dataclass(frozen=True)
class Wanted:
    """What was asked for at the start."""

    phones: bool = False
    projector: bool = False
    address: str | None = None
    """IP, or IP:PORT; None: the likeliest."""
    network: str = ""
    """The room's wifi."""
    password: str = ""

    @property
    def options(self) -> str:
        """As the command line has them, without what is asked for; phones need none: a session knows of them."""
        address = f" --phones --address {self.address}" if self.phones and self.address else ""
        return address or (" --projector" if self.projector and not self.phones else "")


class Voting(Protocol):
    """A question, while phones answer it at the screen."""

    def question(self) -> None:
        """Draw it, wait for a key, and do what it says."""


class LineVoting(Protocol):
    """The same line by line."""

    def question(self) -> None:
        """Ask until the item is left."""


class Elsewhere(Protocol):
    """The other screens."""

    @property
    def takes_votes(self) -> bool:
        """Whether the item's votes are counted there, with cards beside them."""

    def show(self, facilitator: Facilitator, picture: Picture | None, *, shows_numbers: bool) -> None:
        """The room is here now; `picture` where answers are looked at."""

    def lobby(self, facilitator: Facilitator, display: Display, *, again: bool = False) -> None:
        """How phones join, until the room begins, or goes on. Raises PauseAsked, SystemExit."""

    def lobby_lines(self, facilitator: Facilitator, lines: Lines) -> None:
        """The same line by line."""

    def voting(self, facilitator: Facilitator, display: Display, command: Callable[[Event], None]) -> Voting | None:
        """Votes at the screen; None: they are given at its keys. `command`: what a key does that is none of its own."""

    def line_voting(self, facilitator: Facilitator, lines: Lines, command: Callable[[str], None]) -> LineVoting | None:
        """The same line by line."""


@dataclass(frozen=True)
class Nowhere:
    """No other screens; where some were asked for, `why`, in the room's language."""

    why: str = ""
    takes_votes = False

    def show(self, facilitator: Facilitator, picture: Picture | None, *, shows_numbers: bool) -> None:
        """Nobody looks."""

    def lobby(  # facilitator: as the protocol has it, here and below
        self,
        facilitator: Facilitator,  # noqa: ARG002
        display: Display,
        *,
        again: bool = False,
    ) -> None:
        """Nobody comes; the first screen says why."""
        if self.why and not again:
            display.say(self.why)

    def lobby_lines(self, facilitator: Facilitator, lines: Lines) -> None:  # noqa: ARG002
        """The same line by line."""
        if self.why:
            lines.say(self.why)

    def voting(self, facilitator: Facilitator, display: Display, command: Callable[[Event], None]) -> None:
        """Nobody votes elsewhere."""

    def line_voting(self, facilitator: Facilitator, lines: Lines, command: Callable[[str], None]) -> None:
        """Nobody votes elsewhere."""
