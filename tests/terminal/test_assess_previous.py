"""`samskab assess --previous`: the second meeting begins with what was agreed at the first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from samskab_cli.loading.sessions import read_journal
from samskab_cli.model.session import Session
from tests.terminal.real import terminal

VOTING = ("--mode", "votes", "--roles", "politics=2,outside=2", "--quick")


def assess(folder: Path, typed: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "samskab_cli", "assess", *arguments]
    return subprocess.run(program, input=typed, cwd=folder, capture_output=True, check=False, encoding="utf-8")


def session(path: Path) -> Session:
    return read_journal(path).session


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A meeting that voted on one statement and promised three things."""
    steps = "a\nRing til havnen\nBo\n1/6/2026\n1/6\na\nSkriv til alle\nAisha\nefter ferien\na\nFind et lokale\n\n\n"
    named = ("--matter", "Havnen", "--municipality", "Havneby Kommune (opdigtet)", "--date", "2026-05-01")
    done = assess(tmp_path, f"v\n45\n12\n{steps}q\n", "--session", "f.samskab.jsonl", *VOTING, *named)
    assert done.returncode == 5, done.stdout
    assert len(session(tmp_path / "f.samskab.jsonl").actions) == 3
    return tmp_path / "f.samskab.jsonl"


def test_what_became_of_each_step_is_noted_and_an_open_one_moves_on(tmp_path: Path, first: Path) -> None:
    typed = "j\nDet gik godt\nu\nefter jul\n\nn\n\nIngen havde tid\nv\nq\n"
    done = assess(tmp_path, typed, "--previous", first.name, "--session", "n.samskab.jsonl", *VOTING)

    assert "Siden sidst: Hvad blev der af det, I aftalte? I mødtes 1. maj 2026." in done.stdout
    now = session(tmp_path / "n.samskab.jsonl")
    assert {n: (step.state, step.remark) for n, step in now.followed.items()} == {
        1: ("done", "Det gik godt"),
        2: ("under_way", None),
        3: ("not_done", "Ingen havde tid"),
    }
    assert [(n, step.what, step.who, step.when) for n, step in now.actions.items()] == [
        (2, "Skriv til alle", "Aisha", "efter jul"),
        (3, "Find et lokale", None, None),
    ]


def test_a_new_step_takes_no_number_of_an_old_one(tmp_path: Path, first: Path) -> None:
    typed = "j\n\nj\n\nj\n\nv\na\nNy\n\n\nq\n"
    assess(tmp_path, typed, "--previous", first.name, "--session", "n.samskab.jsonl", *VOTING)

    assert [(n, step.what) for n, step in session(tmp_path / "n.samskab.jsonl").actions.items()] == [(4, "Ny")]


def test_what_it_was_about_is_known_and_the_file_needs_no_other(tmp_path: Path, first: Path) -> None:
    assess(tmp_path, "j\n\nq\n", "--previous", first.name, "--session", "n.samskab.jsonl", *VOTING)
    first.unlink()

    again = assess(tmp_path, "j\n\nj\n\nv\nq\n", "--session", "n.samskab.jsonl")

    now = session(tmp_path / "n.samskab.jsonl")
    assert (now.header.matter, now.header.quick) == ("Havnen", True)
    assert "Skriv til alle · Aisha · efter ferien" in again.stdout
    assert "Ring til havnen" not in again.stdout, "what was said isn't asked again"
    assert list(now.followed) == [1, 2, 3]


def test_last_times_answers_stand_beside_the_new_ones_side_by_side(tmp_path: Path, first: Path) -> None:
    typed = "\n\n\nv\n55\n23\nq\n"
    done = assess(tmp_path, typed, "--previous", first.name, "--session", "n.samskab.jsonl", *VOTING)

    assert "Politikere: I meget høj grad 2\nsidst: I høj grad 1, I meget høj grad 1\n" in done.stdout
    assert "Alle: I ringe grad 1, I nogen grad 1, I meget høj grad 2\nsidst: Slet ikke 1, I ringe grad 1" in done.stdout


def test_what_the_first_room_held_back_is_not_shown_to_the_second(tmp_path: Path) -> None:
    named = ("--session", "f.samskab.jsonl", "--matter", "Havnen", *VOTING)
    assess(tmp_path, "r\n45\n12\nq\n", *named)
    done = assess(tmp_path, "v\n55\n23\nq\n", "--previous", "f.samskab.jsonl", "--session", "n.samskab.jsonl", *VOTING)

    assert "Politikere: I meget høj grad 2\n" in done.stdout
    assert "sidst" not in done.stdout.split("Politikere: I meget høj grad 2")[1].splitlines()[1]


def test_escape_stores_nothing_of_a_step_and_enter_leaves_it_for_later(tmp_path: Path, first: Path) -> None:
    with terminal(tmp_path, "assess", "--previous", first.name, "--session", "n.samskab.jsonl", *VOTING) as room:
        assert "2026-05-01, med 3 aftalte skridt" in room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        assert "► Ring til havnen" in room.wait_for("Siden sidst")
        room.type("j")
        room.wait_for("En bemærkning?")
        room.type("\x1b")
        room.wait_for("Der er ikke gemt noget.")
        room.enter("")
        room.wait_for("► Skriv til alle")
        room.type("j")
        room.wait_for("En bemærkning?")
        room.enter("Færdig")
        room.wait_for("Skriv til alle · Aisha · efter ferien (gjort)")
        room.type("q")
        assert room.ended() == 5
    assert list(session(tmp_path / "n.samskab.jsonl").followed) == [2]


def test_a_file_that_is_no_session_is_refused_in_the_language_of_the_room(tmp_path: Path) -> None:
    (tmp_path / "f.samskab.jsonl").write_text("nothing", encoding="utf-8")

    done = assess(tmp_path, "", "--previous", "f.samskab.jsonl", "--session", "n.samskab.jsonl")

    assert done.returncode == 3
    assert "f.samskab.jsonl er ikke en workshop fra samskab." in done.stderr
    assert not (tmp_path / "n.samskab.jsonl").exists()
