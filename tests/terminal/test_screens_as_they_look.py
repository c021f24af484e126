"""The screens of a workshop as a room sees them; looked at, then kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.terminal.real import AGREEING, NAMED, Terminal, terminal

ROLES = "byraad=2,ledelse=1,medarb=4,borger=5"
CARDS = ("4532214v2345", "554222211111", "43v333444i55")
"""Of the first three statements, a row after the other."""


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (40, 12)])
def test_the_screens_of_a_vote(tmp_path: Path, golden: Golden, columns: int, lines: int) -> None:
    with terminal(tmp_path, "assess", "--quick", "--roles", ROLES, *NAMED, columns=columns, lines=lines) as room:
        screens = through_a_vote(room)
    for name, screen in screens.items():
        assert all(len(line) <= columns for line in screen.splitlines())
        golden(f"workshop/{name}-{columns}.txt", screen)


def through_a_vote(room: Terminal) -> dict[str, str]:
    """The screens from the start to the end, each by its name."""
    screens = {"start": room.wait_for("begynde")}
    room.enter("")
    screens["sides"] = room.wait_for("hold sider på")
    room.type("v")
    screens["question"] = room.wait_for("1 af 11")
    room.type("?")
    screens["help"] = room.settled()
    room.type("45322")
    screens["voting"] = room.settled()
    room.type("\r")
    screens["open-boxes"] = room.wait_for("Der mangler kort")
    room.type("14v2345")
    screens["distribution"] = room.wait_for("Enter videre")
    room.type("b")
    screens["revote"] = room.settled()
    room.type("\r")
    room.wait_for("Enter videre")
    room.type("p")
    screens["attendance"] = room.wait_for("Hvem er her?")
    room.type("\x1b")
    room.wait_for("Enter videre")
    for number in (2, 3):
        room.enter("")
        room.wait_for(f"{number} af 11")
        room.type(CARDS[number - 1])
        room.wait_for("Enter videre")
    room.enter("")
    screens["dimension"] = room.wait_for("er besvaret")
    room.type("h")
    screens["dimension-figures"] = room.settled()
    room.type("o")
    screens["overview"] = room.wait_for("Overblik")
    room.type("f")
    room.wait_for("Tal om det her")
    room.type("d")
    room.wait_for("Dilemma:")
    room.enter("Hvem bestemmer, når det brænder på?")
    room.wait_for("er gemt" if room.columns > 40 else "Enter videre")
    room.type("d")
    screens["list"] = room.wait_for("Et nummer for at rette")
    room.type("\x1b")
    screens["talk"] = room.wait_until_gone("Et nummer for at rette")
    for _ in range(3):
        room.enter("")
        room.settled()
    screens["report"] = room.wait_for("t tabel")
    room.type("t")
    screens["table"] = room.settled()
    room.type("q")
    room.ended()
    screens["end"] = room.text()
    return screens


def test_without_colours_and_in_ascii_nothing_is_lost(tmp_path: Path, golden: Golden) -> None:
    with terminal(
        tmp_path, "assess", "--quick", "--roles", ROLES, *NAMED, NO_COLOR="1", PYTHONIOENCODING="ascii"
    ) as room:
        room.wait_for("begynde")
        room.enter("")
        room.wait_for("hold sider")
        room.type("v")
        room.wait_for("1 af 11")
        room.type("45322")
        screens = [room.settled()]
        room.type("14v2345")
        screens.append(room.wait_for("Enter videre"))
        room.type("p")
        screens.append(room.wait_for("Hvem er her?"))
        room.type("\x1b")
        room.wait_for("Enter videre")
        room.type("q")
        room.ended()
    assert b"\x1b[1m" not in room.raw
    assert b"\x1b[3" not in room.raw
    golden("workshop/ascii-80.txt", f"{'-' * 80}\n".join(screens))


def test_on_a_light_and_on_a_dark_background_only_signs_carry_meaning(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--quick", "--roles", ROLES, *NAMED) as room:
        through_a_vote(room)
    styles = {style for codes in re.findall(rb"\x1b\[([0-9;]*)m", room.raw) for style in codes.split(b";")}
    # bold, cyan, and back again: no background, no white, no black
    assert styles <= {b"", b"0", b"1", b"36", b"7", b"31", b"32", b"33"}


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_three_questions_of_a_consensus(tmp_path: Path, golden: Golden, columns: int, lines: int) -> None:
    with terminal(tmp_path, "assess", *AGREEING, columns=columns, lines=lines) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        screens = [room.wait_for("udsagn 1 af 29")]
        room.type("4")
        screens.append(room.wait_for("udsagn 2 af 29"))
        room.type("?")
        room.wait_for("1–5 svar")
        screens.append(room.settled())
        room.type("q")
        room.ended()
    golden(f"workshop/consensus-{columns}.txt", f"{'-' * columns}\n".join(screens))
