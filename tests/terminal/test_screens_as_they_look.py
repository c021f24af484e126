"""The screens of a workshop as a room sees them; looked at, then kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.terminal.real import AGREEING, NAMED, terminal

ROLES = "byraad=3,ledelse=2,medarb=3,borger=2,forening=2,anden=1"
LINES = {"byraad": "455", "ledelse": "33", "medarb": "22v", "borger": "11", "forening": "=1 1 0 0 0", "anden": "3"}


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_the_screens_of_a_vote(tmp_path: Path, golden: Golden, columns: int, lines: int) -> None:
    with terminal(tmp_path, "assess", "--roles", ROLES, *NAMED, columns=columns, lines=lines) as room:
        screens = {"start": room.wait_for("Tryk Enter for at begynde.")}
        room.type("u")
        room.wait_for("den korte, 11 udsagn")
        room.enter("")
        screens["question"] = room.wait_for("spørgsmål 1 af 11")
        for number in (1, 2, 3):
            room.wait_for(f"spørgsmål {number} af 11")
            for role, line in LINES.items():
                room.wait_for(f"► {LABELS[role]}")
                if number == 2 and role == "ledelse":
                    room.enter("?")
                    screens["help"] = room.settled()
                room.type(line)
                if number == 1 and role == "medarb":
                    screens["voting"] = room.settled()
                room.enter("")
            screens["distribution"] = room.wait_for("k aftalt svar")
            room.enter("")
        screens["dimension"] = room.wait_for("er besvaret ·")
        room.type("h")
        screens["hidden"] = room.wait_for("Tallene er skjult")
        room.type("o")
        screens["overview"] = room.wait_for("Overblik")
        room.enter("f")
        screens["discuss"] = room.wait_for("Så kommer vurderingen.")
        room.enter("")
        screens["report"] = room.wait_for("t tabel")
        room.type("t")
        screens["table"] = room.wait_for("AFGØRENDE SPØRGSMÅL")
        room.type("q")
        room.ended()
        screens["end"] = room.text()
    for name, screen in screens.items():
        golden(f"workshop/{name}-{columns}.txt", screen)


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_three_questions_of_a_consensus(tmp_path: Path, golden: Golden, columns: int, lines: int) -> None:
    with terminal(tmp_path, "assess", *AGREEING, columns=columns, lines=lines) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        screens = [room.wait_for("spørgsmål 1 af 29")]
        room.type("4")
        screens.append(room.wait_for("spørgsmål 2 af 29"))
        room.type("?")
        room.wait_for("Taster:")
        screens.append(room.settled())
        room.type("q")
        room.ended()
    golden(f"workshop/consensus-{columns}.txt", f"{'-' * columns}\n".join(screens))


LABELS = {
    "byraad": "Byråd",
    "ledelse": "Direktion",
    "medarb": "Medarbejder",
    "borger": "Borger",
    "forening": "Forening",
    "anden": "Virksomhed",
}
