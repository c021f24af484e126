"""What once went wrong at the keys of a workshop, each at a real terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from tests.terminal.real import AGREEING, NAMED, terminal
from tests.terminal.room import FOUR_ROLES, begun, noted, session, to_the_result, to_the_talk, vote_on_all

VOTES = ("assess", "--quick", "--roles", FOUR_ROLES, *NAMED)


def test_a_row_takes_no_more_cards_than_it_has_people(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES) as room:
        begun(room)
        room.type("44\x1b[A4")  # the politicians are two; a third card on their row
        assert "Byråd / politiker: Alle 2 har svaret. Backspace retter, p skriver flere op." in room.settled()
        assert "\a" in room.raw.decode()
        room.type("\x1b[B3\x1b[A2")  # and one on the only leader's
        assert "Den ene, der er her, har svaret." in room.settled()
        room.type("q")
        room.ended()
    assert noted(tmp_path, "aktie") == {"byraad": (0, 0, 0, 2, 0), "ledelse": (0, 0, 1, 0, 0)}


def test_a_number_on_a_marked_row_is_its_people(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--quick", "--mode", "votes", *NAMED) as room:
        room.wait_for("begynde")
        room.type("r")
        room.wait_for("Hvem er her?")
        room.type("12\x7f\x1b[B7")  # twelve politicians, no: one; and seven leaders
        assert "Byråd / politiker           1\n  ► Direktion / ledelse         7\n" in room.settled()
        room.type("\x7f9999")  # more than anybody can be: the last one beeps
        assert "Direktion / ledelse       999" in room.settled()
        assert "\a" in room.raw.decode()
        room.type("\x7f\x7f\x7f5\x1b[B")
        room.type("3 borgere")  # what goes on in words is said of whom they name, not of the marked row
        assert "Skriv: 3 borgere" in room.settled()
        room.enter("")
        assert "Medarbejder                 0\n    Borger / pårørende          3" in room.settled()
        room.type("x y\r")
        assert 'Kan ikke læse "x y". Skriv en rolle og et antal, fx Byråd 3.' in room.settled()
        room.type("\x1b")
        room.wait_until_gone("Skriv:")
        room.enter("")
        room.wait_for("Byråd / politiker 1, Direktion / ledelse 5, Borger /")
        room.enter("")
        room.wait_for("hold sider på")
        room.type("q")
        room.ended()
    assert session(tmp_path).present == {"byraad": 1, "ledelse": 5, "borger": 3}


@pytest.mark.parametrize("lines", [10, 12])
def test_the_marked_row_is_on_the_screen_however_small_it_is(tmp_path: Path, lines: int) -> None:
    with terminal(tmp_path, "assess", "--quick", "--mode", "votes", *NAMED, columns=40, lines=lines) as room:
        room.wait_for("begynde")
        room.type("r")
        room.wait_for("Hvem er her?")
        room.type("\x1b[B" * 5 + "7")
        room.wait_for("► Virksomhed / anden part     7")
        room.type("\x1b\x1b")
        room.type("q")
        room.ended()


def test_enter_stores_no_empty_row_and_shifts_none(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES) as room:
        begun(room)
        room.type("?\r\r")  # help, and two Enters too many
        assert "Ingen har svaret endnu." in room.settled()
        assert session(tmp_path).votes == {}
        room.type("45\r")
        assert "Der mangler kort: Direktion / ledelse 1, Medarbejder 4, Borger / pårørende 5." in " ".join(
            room.settled().split()
        )
        room.type("3")  # whatever is typed next goes on where it was
        room.type("\r1\r")
        room.settled()
        assert noted(tmp_path, "aktie") == {"byraad": (0, 0, 0, 1, 1), "ledelse": (0, 0, 1, 0, 0)}
        room.type("\r")  # asked again, then closed
        room.wait_for("Enter videre")
        room.type("q")
        room.ended()
    assert {role: votes.cast for role, votes in session(tmp_path).votes["aktie"].items()} == {
        "byraad": 2, "ledelse": 1, "medarb": 1, "borger": 0,
    }  # fmt: skip


def test_b_and_an_enter_too_many_change_no_votes(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES) as room:
        begun(room)
        room.type("453221412345")
        room.wait_for("Enter videre")
        before = noted(tmp_path, "aktie")
        room.type("b\rb\r\r")  # back to the board and away, twice, and on
        room.wait_for("udsagn 2 af 11")
        room.type("\r\r")
        room.settled()
        room.type("q")
        room.ended()
    assert noted(tmp_path, "aktie") == before
    assert noted(tmp_path, "flere") == {}


def test_a_reversed_statement_says_so_on_its_picture_and_among_the_topics(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--roles", FOUR_ROLES, *NAMED) as room:
        begun(room)
        room.type("o")
        room.wait_for("Overblik")
        room.enter("6")
        screen = room.wait_for("udsagn 6 af 29")
        assert "(vendt)" in " ".join(screen.split())
        room.type("553111111111")
        assert "(vendt)" in " ".join(room.wait_for("Enter videre").split())
        assert "Jo lavere svar, jo bedre" in room.text()
        room.type("\r\rf")  # past the page of its dimension, to the overview and the end
        room.type("o")
        room.wait_for("Overblik")
        room.type("f")
        talk = " ".join(room.wait_for("Tal om det her først").split())
        assert "(vendt)" in talk
        assert "begynder: Politikere." in talk  # they agreed most, and that is the worst answer
        room.type("q")
        room.ended()


def test_the_talk_has_keys_and_a_way_back(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES) as room:
        begun(room)
        vote_on_all(room)
        to_the_talk(room)
        room.type("d")
        room.wait_for("Dilemma:")
        room.enter("Hvem bestemmer?")
        room.wait_for("Dilemma: Hvem bestemmer?")
        room.type("a")
        room.wait_for("Hvad skal gøres?")
        room.enter("Ring til foreningen", "Bo", "")
        room.wait_for("Næste skridt: Ring til foreningen · Bo")
        room.type("b")
        room.wait_for("I stemmer om.")
        room.type("\r")
        room.wait_until_gone("I stemmer om.")
        room.type("\r")
        room.wait_for("Tal om det her først")
        to_the_result(room)
        room.type("b")
        room.wait_for("Tal om det her først · 3 af 3")
        room.enter("")
        room.wait_for("t tabel")
        room.type("o")
        room.wait_for("Overblik")
        room.enter("5")
        room.wait_for("udsagn 5 af 11")
        room.type("q")
        assert room.ended() == 0
    (dilemma,) = session(tmp_path).remarks.values()
    (step,) = session(tmp_path).actions.values()
    assert (dilemma.text, step.what) == ("Hvem bestemmer?", "Ring til foreningen")
    assert dilemma.item == step.item is not None


def test_who_is_not_asked_is_told_so_and_counted_right(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES) as room:
        begun(room)
        room.type("o")
        room.wait_for("Overblik")
        room.enter("10")
        screen = " ".join(room.wait_for("udsagn 10 af 11").split())
        assert "Her svarer kun: Byråd / politiker, Direktion / ledelse og Medarbejder." in screen
        assert "I andre: hold kortet nede." in screen
        room.type("q")
        room.ended()
    with terminal(
        tmp_path, "assess", "--quick", "--mode", "individual", "--session", "en.samskab.jsonl", *NAMED
    ) as room:
        room.wait_for("begynde")
        room.enter("")
        room.wait_for("Hvilken rolle har du i sagen?")
        room.enter("4")  # a citizen
        room.wait_for("udsagn 1 af 10")
        room.type("3333333333")
        room.wait_for("Alle udsagn er besvaret.")
        room.type("q\r")
        room.ended()


def test_notes_and_steps_are_a_list_that_is_changed_by_number(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--quick", *AGREEING) as room:
        room.wait_for("begynde")
        room.enter("")
        room.wait_for("udsagn 1 af")
        for text in ("Den første", "Den anden"):
            room.type("n")
            room.wait_for("Note:")
            room.enter(text)
            room.wait_for("Noten er gemt.")
        room.type("n")
        assert "1  Den første\n2  Den anden\n" in room.wait_for("Et nummer for at rette")
        room.enter("3")  # there is no third one, and it is no note either
        room.wait_for("Der er ikke noget nummer 3")
        room.type("n2\r")
        room.wait_for("tage den ud: Den anden")
        room.type("\x7f" * 20 + "\r")  # an empty line takes it out
        room.wait_for("Den er taget ud.")
        room.type("a")
        room.wait_for("Hvad skal gøres?")
        room.enter("Ring", "Bo")
        room.wait_for("Hvornår?")
        room.type("\x1b")
        room.wait_for("Der er ikke gemt noget.")
        assert session(tmp_path).actions == {}
        room.type("q")
        room.ended()
    assert [remark.text for remark in session(tmp_path).remarks.values()] == ["Den første"]


def test_a_report_that_exists_is_not_written_over_unasked(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES, "--session", "sag.samskab.jsonl") as room:
        begun(room)
        (tmp_path / "sag.html").write_text("min egen", encoding="utf-8")
        vote_on_all(room)
        to_the_talk(room)
        to_the_result(room)
        room.type("g")
        room.wait_for("sag.html findes allerede. Skriv den over? (j/n)")
        room.enter("n")
        room.wait_for("Rapporten er ikke gemt igen.")
        assert (tmp_path / "sag.html").read_text(encoding="utf-8") == "min egen"
        room.type("gj\r")
        room.wait_for("Rapporten er gemt")
        room.type("q")
        assert room.ended() == 0
    assert "<html" in (tmp_path / "sag.html").read_text(encoding="utf-8")


LONE = "byraad=1,medarb=6,borger=5"


@pytest.mark.parametrize("choice", ["r", "5"])
def test_the_answers_of_a_lone_politician_are_in_no_file_unless_the_room_said_so(
    tmp_path: Path, choice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal(tmp_path, "assess", "--quick", "--roles", LONE, *NAMED, "--session", "sag.samskab.jsonl") as room:
        begun(room, choice)
        room.type("144554444544")
        picture = room.wait_for("Enter videre")
        assert ("● 1 politiker" in picture) == (choice == "r")
        room.type("q")
        room.ended()
    assert main(["report", str(tmp_path / "sag.samskab.jsonl"), "--format", "json", "-q"]) == 0
    assert '"politics":{"score":0.0' not in capsys.readouterr().out.replace(" ", "").replace("\n", "")


def test_plain_mode_shows_what_the_screen_shows(tmp_path: Path) -> None:
    """Sides where the screen has sides, the question to talk about, and `h` where it is offered."""
    with terminal(tmp_path, "assess", "--plain", "--quick", "--roles", FOUR_ROLES, *NAMED, lines=60) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("", "v", "45", "3", "2214", "12345", "h")
        screen = room.wait_for("Afstand")
        assert "Forvaltning: Slet ikke 1, I ringe grad 2, I nogen grad 1, I høj grad 1" in screen
        assert "Direktion / ledelse: " not in screen.split("Noteret: Borger")[1]
        assert "Tal om: " in screen
        room.enter("q")
        assert room.ended() == 5


def test_a_kill_right_after_b_goes_on_at_that_board(tmp_path: Path) -> None:
    with terminal(tmp_path, *VOTES) as room:
        begun(room)
        room.type("453221412345")
        room.wait_for("Enter videre")
        room.type("b")
        room.wait_for("I stemmer om.")
        room.child.kill(9)
        room.ended()
    with terminal(tmp_path, "assess") as room:
        room.wait_for("Skriv et nummer for at gå videre")
        room.enter("1")
        screen = room.wait_for("I stemmer om.")
        assert "udsagn 1 af 11" in screen
        assert "► Byråd / politiker     4 5" in screen
        room.type("q")
        room.ended()


def test_thirteen_keys_a_statement_for_twelve_people_in_four_roles(tmp_path: Path) -> None:
    """Everything between the first question and the overview: 29 statements, five pages of dimensions."""
    keys = 0
    with terminal(tmp_path, "assess", "--roles", FOUR_ROLES, *NAMED) as room:
        begun(room)
        for number in range(1, 30):
            screen = room.wait_for(f"udsagn {number} af 29")
            cards = "4532214" + ("" if "kun:" in screen else "12345")
            room.type(cards)
            room.wait_for("Enter videre")
            room.type("\r")
            keys += len(cards) + 1
            if "er besvaret" in room.wait_for("er besvaret", f"udsagn {number + 1} af 29"):
                room.type("\r")
                keys += 1
        room.wait_for("Alle udsagn er besvaret.")
        room.type("q\r")
        room.ended()
    assert keys <= 13 * 29
    assert all(
        votes.cast == votes.present for of_item in session(tmp_path).votes.values() for votes in of_item.values()
    )
