"""What the tests of a workshop at a real terminal share: ways to a question, to a vote, to the result."""

from __future__ import annotations

from pathlib import Path

from samskab_cli.loading.sessions import read_journal
from samskab_cli.model.session import Session
from tests.terminal.real import Terminal

FOUR_ROLES = "byraad=2,ledelse=1,medarb=4,borger=5"
SOME_ROLES = "kun:"
"""Stands on the screen where not everybody is asked."""
QUICK = 11


def session(folder: Path) -> Session:
    """What the only session of a folder has noted."""
    (path,) = folder.glob("*.samskab.jsonl")
    return read_journal(path).session


def noted(folder: Path, item: str) -> dict[str, tuple[int, ...]]:
    """Role → the counted votes on an item."""
    return {role: votes.counts for role, votes in session(folder).votes.get(item, {}).items()}


def begun(room: Terminal, choice: str = "v") -> None:
    """At the first question of a room with a small side, which has decided."""
    room.wait_for("begynde")
    room.enter("")
    room.wait_for("hold sider på")
    room.type(choice)
    room.wait_for("udsagn 1 af")


def vote_on_all(room: Terminal, cards: str = "453221412345", insiders: int = 7, total: int = QUICK) -> None:
    """A whole session of votes, to the overview."""
    for number in range(1, total + 1):
        screen = room.wait_for(f"udsagn {number} af {total}")
        room.type(cards[:insiders] if SOME_ROLES in screen else cards)
        room.wait_for("Enter videre")
        room.enter("")
        following = f"udsagn {number + 1} af {total}"
        if "er besvaret" in room.wait_for("er besvaret", following):
            room.enter("")
    room.wait_for("Overblik")


def to_the_talk(room: Terminal) -> None:
    """From the overview to the first topic."""
    room.type("f")
    room.wait_for("Tal om det her først · 1 af 3")


def to_the_result(room: Terminal) -> None:
    """Through the topics."""
    for number in (2, 3):
        room.enter("")
        room.wait_for(f"{number} af 3")
    room.enter("")
    room.wait_for("t tabel")
