"""Every key that the facilitator's guide promises is pressed, where the guide promises it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.terminal.phones import free_port, sitting
from tests.terminal.real import NAMED, Terminal, terminal
from tests.terminal.room import FOUR_ROLES, begun, session, to_the_result, to_the_talk, vote_on_all

GUIDE: Final = Path(__file__).parents[2] / "docs" / "facilitatorguide.md"
ESC, UP, DOWN, LEFT, RIGHT, DELETE = "\x1b", "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\x1b[3~"
NAMES: Final = {"Enter": "\r", "Backspace": "\x7f", "Delete": DELETE, "↑": UP, "↓": DOWN, "←": LEFT, "→": RIGHT}


def promised(heading: str) -> set[str]:
    """The keys of the table under a heading of the guide."""
    section = GUIDE.read_text(encoding="utf-8").split(f"### {heading}\n")[1].split("\n#")[0]
    firsts = [row.split("|")[1] for row in section.splitlines() if row.startswith("|")][2:]
    text = "".join(firsts).replace("`1`–`5`", "`1``2``3``4``5`")
    named = {name for name in NAMES if name in section}
    return set(re.findall(r"`(.)`", text)) | named


def pressed(room: Terminal, *steps: tuple[str, str]) -> set[str]:
    """Press each key, wait for what it brings, and go back where it was; the keys that were pressed."""
    keys = set()
    for key, brings in steps:
        room.type(NAMES.get(key, key))
        room.wait_for(brings)
        keys.add(key)
        if brings in ASKS:
            room.type(ESC)
            room.wait_until_gone(brings)
    return keys


ASKS: Final = {"Hvad bygger I det på?", "Note:", "Dilemma:", "Hvad skal gøres?", "Hvem er her?",
               "Kort fra", "Hvad bliver I enige om?", "Hvornår mødes I igen?", "antal for 1 2 3 4 5 v i"}  # fmt: skip
WRITING: Final = (("k", "Hvad bliver I enige om?"), ("e", "Hvad bygger I det på?"), ("n", "Note:"), ("d", "Dilemma:"),
                  ("a", "Hvad skal gøres?"), ("p", "Hvem er her?"))  # fmt: skip


@pytest.fixture
def room_arguments() -> tuple[str, ...]:
    return ("assess", "--quick", "--roles", FOUR_ROLES, *NAMED)


@pytest.mark.parametrize(("key", "choice"), [("v", "show"), ("r", "room"), ("s", "merge"), ("5", "withhold")])
def test_before_the_first_statement(tmp_path: Path, room_arguments: tuple[str, ...], key: str, choice: str) -> None:
    assert key in promised("Før det første udsagn")
    with terminal(tmp_path, *room_arguments) as room:
        begun(room, key)
        room.type("q")
        room.ended()
    decided = session(tmp_path).sides
    assert decided is not None
    assert decided.choice == choice


def test_while_the_room_votes(tmp_path: Path, room_arguments: tuple[str, ...]) -> None:
    with terminal(tmp_path, *room_arguments) as room:
        begun(room)
        keys = pressed(room, ("s", "udsagn 2 af 11"), ("b", "udsagn 1 af 11"), ("=", "antal for 1 2 3 4 5 v i"))
        keys |= pressed(room, *WRITING, ("?", "1–5 svar"))
        keys |= pressed(room, ("1", "politiker     1 □"), ("2", "politiker     1 2"), ("3", "ledelse   3"))
        keys |= pressed(room, ("4", "Medarbejder           4 □"), ("5", "Medarbejder           4 5 □"))
        keys |= pressed(room, ("v", "4 5 v □"), ("Backspace", "4 5 □ □"), ("i", "4 5 i □"), ("h", "● ● ● □"))
        keys |= pressed(room, ("↑", "► Direktion"), ("↓", "► Medarbejder"), ("Delete", "Medarbejder           □ □ □ □"))
        keys |= pressed(room, ("Enter", "Der mangler kort"), ("o", "Overblik"))
        room.enter("2")
        keys |= pressed(room, ("q", "Pause."))
    assert keys == promised("Når der bliver stemt")


def test_while_phones_answer(tmp_path: Path, room_arguments: tuple[str, ...]) -> None:
    port = free_port()
    with terminal(tmp_path, *room_arguments, "--phones", "--address", f"127.0.0.1:{port}") as room:
        room.wait_for("begynde")
        room.enter("")
        sitting(room, port, "borger")
        room.enter("")
        room.wait_for("hold sider på")
        room.type("v")
        room.wait_for("udsagn 1 af")
        keys = pressed(
            room, ("s", "udsagn 2 af 11"), ("b", "udsagn 1 af 11"), *WRITING, ("?", "Kun forvaltningen mærker")
        )
        keys |= pressed(room, ("t", "Kort fra"), ("w", "Enter tilbage"))
        room.enter("")
        keys |= pressed(room, ("Enter", "Ingen har svaret endnu"), ("o", "Overblik"))
        room.enter("2")
        room.wait_for("udsagn 2 af 11")
        keys |= pressed(room, ("q", "Pause."))
    assert keys == promised("Når der bliver svaret på telefoner")


def test_at_the_distribution(tmp_path: Path, room_arguments: tuple[str, ...]) -> None:
    with terminal(tmp_path, *room_arguments) as room:
        begun(room)
        room.type("453221412345")
        room.wait_for("Enter videre")
        keys = pressed(room, ("h", "Afstand"), *WRITING, ("b", "I stemmer om."))
        room.type("\r")
        room.wait_for("Enter videre")
        keys |= pressed(room, ("o", "Overblik"))
        room.enter("1")
        room.wait_for("Enter videre")
        keys |= pressed(room, ("Enter", "udsagn 2 af 11"))
        room.type(LEFT)
        room.wait_for("Enter videre")
        keys |= pressed(room, ("q", "Pause."))
    assert keys == promised("Fordelingen")


def test_in_the_talk_and_at_the_result(tmp_path: Path, room_arguments: tuple[str, ...]) -> None:
    with terminal(tmp_path, *room_arguments) as room:
        begun(room)
        vote_on_all(room)
        to_the_talk(room)
        keys = pressed(room, ("→", "2 af 3"), ("←", "1 af 3"), ("u", "0:0"), ("h", "Afstand"), *WRITING)
        keys |= pressed(room, ("b", "I stemmer om."))
        room.type("\r")
        room.wait_for("Enter videre")
        room.type("\r")
        room.wait_for("1 af 3")
        keys |= pressed(room, ("o", "Overblik"))
        room.enter("")
        room.wait_for("1 af 3")
        to_the_result(room)
        keys |= {"Enter"}
        at_end = pressed(room, ("t", "AFGØRENDE SPØRGSMÅL"), ("↓", "mere ovenfor"), ("↑", "AFGØRENDE SPØRGSMÅL"))
        at_end |= pressed(room, ("s", "SIDERNE"), ("f", "ALLE UDSAGN"), ("r", "De svageste først."))
        at_end |= pressed(room, ("n", "Note:"), ("e", "Hvad bygger I det på?"), ("d", "Dilemma:"))
        at_end |= pressed(room, ("a", "Hvad skal gøres?"), ("m", "Hvornår mødes I igen?"), ("g", "Rapporten er gemt"))
        at_end |= pressed(room, ("l", "hold sider på færre end fem"))
        room.type("v")
        room.wait_for("b tilbage til samtalen")
        at_end |= pressed(room, ("b", "3 af 3"))
        room.enter("")
        room.wait_for("t tabel")
        at_end |= pressed(room, ("o", "Overblik"))
        room.enter("")
        room.wait_for("1 af 3")
        keys |= pressed(room, ("q", "Alt er gemt"))
    assert keys == promised("Samtalen")
    assert at_end | {"q"} == promised("Resultatet")
