"""`samskab assess --previous`: the second meeting begins with what was agreed at the first."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from samskab_cli.cli.app import main
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
        assert "1. maj 2026, med 3 aftalte skridt" in room.wait_for("Tryk Enter for at begynde.")
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


EARLIER, LATER = (Path(__file__).parents[2] / "examples" / name for name in ("ensomhed-tidligt.csv", "ensomhed.csv"))


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A second meeting about answers that came in before, after a first one that promised two things."""
    promised = "v\na\nRing til kirken\nBo\n\na\nSkriv til alle\nAisha\nefter ferien\nf\n"
    named = ("--matter", "Ensomhed", "--date", "2026-05-01", "--session", "f.samskab.jsonl")
    assess(tmp_path, promised, "--answers", str(EARLIER), *named)
    later = ("--answers", str(LATER), "--date", "2026-11-23", "--session", "n.samskab.jsonl")
    done = assess(tmp_path, "j\nDet gik godt\n\nv\nf\n", "--previous", "f.samskab.jsonl", *later)
    assert done.returncode == 0, done.stderr
    return tmp_path / "n.samskab.jsonl"


def test_the_report_says_what_became_of_the_steps_and_what_has_changed(
    second: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second.with_name("f.samskab.jsonl").unlink()

    assert main(["report", str(second), "-q"]) == 0

    text = capsys.readouterr().out
    assert "DET, I AFTALTE SIDST\n- Gjort\n  Ring til kirken (Bo)\n  Det gik godt\n- Ikke talt om\n" in text
    assert "ÆNDRET SIDEN SIDST\n1: 1. maj 2026, 12 svar · 2: 23. november 2026, 12 svar\n" in text
    assert "Fra Klar, men hold øje til Klar." in text


def test_its_figures_of_the_change_are_those_of_a_comparison(second: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(second), "-q"]) == 0
    section = capsys.readouterr().out.partition("ÆNDRET SIDEN SIDST")[2].partition("Det har flyttet sig mest")[0]

    assert main(["compare", str(EARLIER), str(LATER), "--min-group", "1", "-q"]) == 0
    compared = capsys.readouterr().out

    changes = re.findall(r"^  (\w[\w ]*?) +[\d,]+ .*?([+−][\d,]+|uændret)$", section, re.MULTILINE)
    assert len(changes) >= 5
    for title, change in changes:
        assert re.search(rf"^{re.escape(title)} .*{re.escape(change)}$", compared, re.MULTILINE), (title, change)


def test_the_section_of_the_change_has_the_figures_that_can_be_worked_out_by_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ten people on the set to begin with, of six statements; only one statement has moved.

    Five of the staff say 2 (25 of 100) and five users say 4 (75) to everything, so that every statement stands at 50;
    but `tid` isn't asked of the users: 25. The statement that is turned round (`fast`) has 75 and 25, and 50 too.
    The second time the staff say 4 to the first statement, which goes to 75.

        Formål      10 · 50, 10 · 50, 10 · 50  →  50,0     10 · 75, 10 · 50, 10 · 50  →  58,3     +8,3
        Mennesker   10 · 50, 10 · 50,  5 · 25  →  45,0     the same
        Gennemsnit  (50 + 45) / 2              →  47,5     (58,33 + 45) / 2           →  51,7     +4,2

    How much a few other answers could do: a statement of five 25s and five 75s has the standard error
    √(25² · 10/9) / √10 = 8,33, one of ten 75s has none. Formål had 8,33, now (0 + 8,33 + 8,33) / 3 = 5,56: twice
    √(8,33² + 5,56²) is 20, which is more than 8,3. The statement itself: twice √(8,33² + 0²) is 16,7, less than 25.
    """
    assert main(["questions", "new", str(tmp_path / "house")]) == 0
    divided, together = "22222\n44444\n\n", "44444\n44444\n\n"
    room = ("--questions", "house", "--roles", "medarb=5,bruger=5", "--min-group", "1")
    assess(tmp_path, divided * 6 + "f\n", *room, "--date", "2026-05-01", "--session", "f.samskab.jsonl")
    later = ("--previous", "f.samskab.jsonl", "--date", "2026-11-23", "--session", "n.samskab.jsonl")
    done = assess(tmp_path, together + divided * 5 + "f\n", *room, *later)
    assert done.returncode == 0, done.stdout + done.stderr
    capsys.readouterr()

    assert main(["report", str(tmp_path / "n.samskab.jsonl"), "--questions", str(tmp_path / "house"), "-q"]) == 0

    section = capsys.readouterr().out.partition("ÆNDRET SIDEN SIDST\n")[2].partition("Læs det med omtanke")[0]
    assert [" ".join(line.split()) for line in section.splitlines()] == [
        "1: 1. maj 2026, 10 deltagere · 2: 23. november 2026, 10 deltagere",
        "Vurderingen", "Den samme: Forberedelse først.",
        "1: 1. maj 2026", "× Forberedelse først", "2: 23. november 2026", "× Forberedelse først",
        "Dimensioner", "1 2 ændring",
        "Formål 50,0 (10) 58,3 (10) +8,3", "mindre, end nogle få andre svar kunne have flyttet",
        "Mennesker 45,0 (5) 45,0 (5) uændret",
        "Gennemsnit 47,5 51,7 +4,2",
        "Det har flyttet sig mest", "1 2 ændring",
        "behov: Vi har spurgt brugerne, hvad de mangler", "et sted til. 50,0 (10) 75,0 (10) +25,0",
    ]  # fmt: skip


def test_where_a_few_would_be_known_by_subtracting_the_report_says_why_it_compares_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = LATER.read_text(encoding="utf-8").splitlines()
    (tmp_path / "fewer.csv").write_text("\n".join(rows[:-1]) + "\n", encoding="utf-8")
    assess(tmp_path, "5\nf\n", "--answers", "fewer.csv", "--session", "f.samskab.jsonl", "--date", "2026-05-01")
    now = ("--answers", str(LATER), "--session", "n.samskab.jsonl", "--date", "2026-11-23")
    done = assess(tmp_path, "5\nf\n", "--previous", "f.samskab.jsonl", *now)
    assert done.returncode == 0, done.stderr

    assert main(["report", str(tmp_path / "n.samskab.jsonl"), "-q"]) == 0

    text = " ".join(capsys.readouterr().out.split())
    assert "ÆNDRET SIDEN SIDST Næsten de samme svar er med begge gange." in text
    assert "ændring" not in text


def test_at_the_end_one_key_shows_what_has_changed(tmp_path: Path, second: Path) -> None:
    with terminal(tmp_path, "assess", "--session", second.name, lines=60) as room:
        room.wait_for("Siden sidst")
        room.enter("")
        room.wait_for("Dem, I er mest uenige om, først")
        room.type("f")
        for place in ("1 af 3", "2 af 3", "3 af 3"):
            room.wait_for(place)
            room.enter("")
        room.wait_for("c siden sidst")
        room.type("c")
        assert "Fra Klar, men hold øje til Klar." in room.wait_for("ÆNDRET SIDEN SIDST")
        room.type("q")
        assert room.ended() == 0
