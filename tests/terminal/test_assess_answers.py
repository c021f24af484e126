"""`samskab assess --answers`: what came in before becomes a meeting, whose file needs no other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sessions import read_journal
from tests.terminal.real import ASKED, NAMED, terminal

ROOT = Path(__file__).parents[2]
HAVNEBY = ROOT / "examples" / "havneby.csv"
SHOWN = "v\n"
"""What the room says about its small sides."""


def held(folder: Path, typed: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A whole meeting, line by line."""
    program = [sys.executable, "-m", "samskab_cli", "assess", "--session", "m.samskab.jsonl", *arguments, *NAMED]
    return subprocess.run(program, input=typed, cwd=folder, capture_output=True, check=False, encoding="utf-8")


def result(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["report", str(path), *ASKED, "--format", "json", "--min-group", "1", "-q"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_figures_of_the_meeting_are_those_of_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = held(tmp_path, f"{SHOWN}f\n", "--answers", str(HAVNEBY))
    assert done.returncode == 0, done.stderr

    meeting, alone = result(tmp_path / "m.samskab.jsonl", capsys), result(HAVNEBY, capsys)

    for part in ("verdict", "overall", "gates", "dimensions", "indicators", "items"):
        assert meeting[part] == alone[part], part


def test_its_session_needs_no_other_file_and_holds_no_name_and_no_time_of_an_answer(tmp_path: Path) -> None:
    answers = tmp_path / "svar.csv"
    answers.write_text(HAVNEBY.read_text(encoding="utf-8").replace("R01", "Karen Jensen"), encoding="utf-8")
    held(tmp_path, f"{SHOWN}q\n", "--answers", str(answers))
    answers.unlink()

    text = (tmp_path / "m.samskab.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]

    assert "Karen" not in text
    taken = [line for line in lines if line.get("kind") == "answers"]
    assert len(taken) == 13
    assert all("at" not in line for line in taken)
    again = held(tmp_path, "f\n")
    assert again.returncode == 0
    assert "I går videre, hvor I slap: 13 har svaret." in again.stdout


def test_the_list_begins_with_what_to_talk_about_first_and_a_number_opens_its_picture(tmp_path: Path) -> None:
    done = held(tmp_path, f"{SHOWN}2\nq\n", "--answers", str(HAVNEBY))

    assert "13 har svaret · Dem, I er mest uenige om, først\n1  Ledelsen har peget på beslutninger" in done.stdout
    assert "Dem, I er mest uenige om, først · 2 af 29\nLedelsen har accepteret" in done.stdout
    assert "Politikere: I høj grad 1, I meget høj grad 2\n" in done.stdout


def test_what_the_room_held_back_is_in_no_picture(tmp_path: Path) -> None:
    done = held(tmp_path, "5\n2\nq\n", "--answers", str(HAVNEBY))

    assert "Ledelsen har accepteret" in done.stdout
    assert "Politikere: " not in done.stdout


def test_too_few_people_see_nothing_unless_they_agree(tmp_path: Path) -> None:
    few = tmp_path / "faa.csv"
    few.write_text("\n".join(HAVNEBY.read_text(encoding="utf-8").splitlines()[:4]) + "\n", encoding="utf-8")

    withheld = held(tmp_path, "5\nq\n", "--answers", str(few))

    assert "I er for få til at vise noget." in withheld.stdout
    assert "1  " not in withheld.stdout.split("mest uenige om")[1]


def test_somebody_who_comes_late_answers_at_the_laptop_and_counts(tmp_path: Path) -> None:
    typed = f"{SHOWN}l\n3\n" + "4\n" * 29 + "\nf\n" + SHOWN + "q\n"
    held(tmp_path, typed, "--answers", str(HAVNEBY))

    session = read_journal(tmp_path / "m.samskab.jsonl").session
    assert session.roles["r14"] == "medarb"
    assert len(session.answers["r14"]) == 29


def test_who_was_interrupted_goes_on_is_counted_once_and_shows_nobody_what_was_answered(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--answers", str(HAVNEBY), "--session", "m.samskab.jsonl", *NAMED) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        room.wait_for("Spørg den mindste side først.")
        room.type("vl")
        room.wait_for("Hvilken rolle har du i sagen?")
        room.enter("3")
        room.wait_for("udsagn 1 af 29")
        room.type("45")
        room.wait_for("udsagn 3 af 29")
        room.child.kill(9)
        room.ended()
    with terminal(tmp_path, "assess", "--session", "m.samskab.jsonl") as room:
        room.wait_for("Dem, I er mest uenige om, først")
        room.type("l")
        assert "g  Blev du afbrudt (Medarbejder)?" in room.wait_for("Hvilken rolle har du i sagen?")
        room.enter("g")
        room.wait_for("udsagn 3 af 29")
        room.type("b")
        before = room.wait_for("udsagn 2 af 29")
        assert "►" not in before
        room.type("2")
        room.wait_for("udsagn 3 af 29")
        room.type("b")
        assert "►" in room.wait_for("udsagn 2 af 29")  # what is answered in this turn is seen in it
        room.type("s" + "3" * 27)
        room.wait_for("Alle udsagn er besvaret.")
        room.enter("")
        assert "g  Blev" not in room.wait_for("Klar til den næste. 14 har svaret.")
        room.enter("q")
        room.ended()
    answers = read_journal(tmp_path / "m.samskab.jsonl").session.answers
    assert len(answers) == 14
    assert list(answers["r14"].values())[:3] == [4, 2, 3]
    assert len(answers["r14"]) == 29


def test_what_the_room_says_about_a_statement_is_in_the_report(tmp_path: Path) -> None:
    held(tmp_path, f"{SHOWN}1\nd\nHvem siger nej?\nk\n2\no\nf\n", "--answers", str(HAVNEBY))

    room = read_journal(tmp_path / "m.samskab.jsonl").session.room()
    assert [(note.text, note.item) for note in room.dilemmas] == [("Hvem siger nej?", "slip")]
    assert room.agreed == {"slip": 2}


def test_what_there_is_to_say_of_the_file_is_in_the_language_of_the_room(tmp_path: Path) -> None:
    text = HAVNEBY.read_text(encoding="utf-8")
    odd = tmp_path / "svar.csv"
    odd.write_text(text.replace(",5,", ",NA,", 1).replace(",4,", ",femten,", 1), encoding="utf-8")

    done = held(tmp_path, f"{SHOWN}q\n", "--answers", odd.name)

    assert done.stderr.splitlines() == [
        "NA er læst som ubesvaret, i kendte systemer som ikke relevant; antal felter: 1 (svar.csv).",
        "1 felt kunne ikke læses og tæller som ubesvaret.",
        "Svarene er læst. Hvordan hvert felt er forstået, viser: samskab preview svar.csv",
    ]


def test_a_file_that_cannot_be_read_is_refused_in_the_language_of_the_room_then_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    done = held(tmp_path, "", "--answers", "svar.csv")

    assert done.returncode == 3
    first, *others = done.stderr.splitlines()
    assert first.startswith("Svarene kunne ikke læses, og workshoppen er ikke begyndt.")
    assert others
    assert not list(tmp_path.glob("*.jsonl"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--mode", "votes", "--roles", "byraad=2"), "leave --mode and --roles out"),
        (("--roles", "byraad=2"), "leave --mode and --roles out"),
    ],
)
def test_how_given_answers_are_given_is_no_choice(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = held(tmp_path, "", "--answers", str(HAVNEBY), *arguments)

    assert (done.returncode, said in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_session_that_is_there_keeps_its_answers(tmp_path: Path) -> None:
    held(tmp_path, f"{SHOWN}q\n", "--answers", str(HAVNEBY))
    before = (tmp_path / "m.samskab.jsonl").read_bytes()

    again = held(tmp_path, "", "--answers", str(HAVNEBY))

    assert again.returncode == 2
    assert "go on with it without --answers" in again.stderr
    assert (tmp_path / "m.samskab.jsonl").read_bytes() == before


def test_counted_votes_are_no_answers_of_people(tmp_path: Path) -> None:
    votes = ROOT / "tests" / "sessions" / "votes.samskab.jsonl"
    done = held(tmp_path, "", "--answers", str(votes))

    assert (done.returncode, "samskab assess --session FILE" in done.stderr) == (3, True)


def test_on_the_screen_arrows_choose_enter_opens_and_o_comes_back_to_where_it_was(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--answers", str(HAVNEBY), *NAMED) as room:
        assert "13 har svaret på forhånd" in room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        room.wait_for("Spørg den mindste side først.")
        room.type("v")
        room.wait_for("Dem, I er mest uenige om, først")
        room.type("\x1b[B")
        room.wait_for("►  2")
        room.enter("")
        assert "Tal om:" in room.wait_for("først · 2 af 29")
        room.type("\x1b[C")
        room.wait_for("først · 3 af 29")
        room.type("o")
        room.wait_for("►  3")
        room.enter("17")
        room.wait_for("først · 17 af 29")
        room.type("of")
        room.wait_for("Tal om det her først · 1 af 3")
        room.type("q")
        assert room.ended() == 0
