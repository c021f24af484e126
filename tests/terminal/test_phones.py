"""`samskab assess --phones` at a real terminal, with phones that speak HTTP: a session, slips, kills, no network."""

from __future__ import annotations

import json
import re
import signal
import socket
import threading
from pathlib import Path

import httpx2
import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sessions import read_journal
from tests.terminal.phones import Phone, code_on, free_port, sitting
from tests.terminal.real import AGREEING, NAMED, Terminal, terminal
from tests.terminal.room import noted, session

HERE = "medarb=5,borger=5"
EVERYBODY = ["medarb"] * 5 + ["borger"] * 5


def with_phones(port: int, *more: str) -> tuple[str, ...]:
    return ("assess", "--phones", "--address", f"127.0.0.1:{port}", "--quick", "--roles", HERE, *NAMED, *more)


def begun(room: Terminal, port: int, *roles: str) -> list[Phone]:
    """At the first statement, with these phones."""
    room.wait_for("Tryk Enter for at begynde.")
    room.enter("")
    phones = sitting(room, port, *roles)
    room.wait_for(f"{len(roles)} er med.")
    room.enter("")
    room.wait_for("udsagn 1 af")
    return phones


def test_a_whole_session_on_phones_is_the_same_as_typed(tmp_path: Path) -> None:
    port = free_port()
    with terminal(tmp_path, *with_phones(port)) as room:
        phones = begun(room, port, *EVERYBODY)
        for number in range(1, 12):
            screen = room.wait_for(f"udsagn {number} af 11")
            asked = phones[:5] if "kun:" in screen else phones
            for place, phone in enumerate(asked):
                assert phone.answer(place % 5 + 1) == 200
            room.wait_for(f"{len(asked)} af {len(asked)} har svaret")
            room.enter("")
            room.wait_for("Enter videre", "Enter on", within=30)
            room.enter("")
            if "er besvaret" in room.wait_for("er besvaret", f"udsagn {number + 1} af 11", within=30):
                room.enter("")
        room.wait_for("Overblik")
        room.enter("")
        room.wait_for("Tal om det her først", within=30)
        assert phones[0].name in {"distribution", "look_up"}
        for _ in range(3):
            if "t tabel" in room.settled():
                break
            room.enter("")
        room.wait_for("t tabel", within=30)
        room.type("q")
        assert room.ended() == 0
    assert not list(tmp_path.glob("*.box")), "the box goes with the session"
    (path,) = tmp_path.glob("*.samskab.jsonl")
    read = read_journal(path).session
    assert read.header.collected == "phones"
    assert read.votes["aktie"]["medarb"].counts == (1, 1, 1, 1, 1)
    assert main(["report", str(path), "-q", "-o", str(tmp_path / "r.json")]) == 0
    assert main(["report", str(path), "-q", "-o", str(tmp_path / "r.md")]) == 0
    result = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (result["answers"]["respondents"], result["answers"]["phones"]) == (10, True)
    assert "på deltagernes egne telefoner" in (tmp_path / "r.md").read_text(encoding="utf-8")


def test_missing_cards_revote_and_a_latecomer(tmp_path: Path) -> None:
    port = free_port()
    with terminal(tmp_path, *with_phones(port)) as room:
        phones = begun(room, port, *EVERYBODY[:9])
        for phone in phones:
            phone.answer(4)
        room.wait_for("9 af 10 har svaret")
        room.enter("")
        room.wait_for("1 mangler. Enter igen viser svarene nu, t tager kort.")
        room.type("t")
        room.wait_for("Kort fra Medarbejder (5 er her")
        room.enter("")
        room.wait_for("Kort fra Borger / pårørende (5 er her")
        room.enter("2")
        room.wait_for("10 af 10 har svaret, heraf 1 med kort")
        room.enter("")
        room.wait_for("Enter videre", within=30)
        assert noted(tmp_path, "aktie") == {"medarb": (0, 0, 0, 5, 0), "borger": (0, 1, 0, 4, 0)}
        assert phones[0].name == "distribution"
        room.type("b")
        room.wait_for("I stemmer igen")
        assert {phone.name for phone in phones} == {"question"}
        for phone in phones:
            phone.answer(2)
        room.wait_for("9 af 10 har svaret")
        room.enter("")
        room.wait_for("1 mangler.")
        room.enter("")
        room.wait_for("Enter videre", within=30)
        assert noted(tmp_path, "aktie") == {"medarb": (0, 5, 0, 0, 0), "borger": (0, 4, 0, 0, 0)}
        room.enter("")
        room.wait_for("udsagn 2 af 11")
        room.type("p")
        room.wait_for("Hvem er her?")
        room.enter("borger 6", "")
        room.wait_for("0 af 11 har svaret")
        phones[0].answer(3)
        room.wait_for("1 af 11 har svaret")
        room.type("s")
        room.wait_for("1 har svaret. Tryk igen")
        room.type("s")
        room.wait_for("udsagn 3 af 11")
        room.type("w")
        room.wait_for("Enter tilbage")
        assert phones[0].answer(2) == 200, "phones go on while the code is shown to somebody who comes late"
        room.enter("")
        room.wait_for("1 af 11 har svaret")
        room.wait_for("udsagn 3 af 11")
        room.type("q")
        assert room.ended() == 5
    assert "flere" not in session(tmp_path).votes


def test_a_trial_is_shown_and_stored_nowhere(tmp_path: Path) -> None:
    port = free_port()
    with terminal(tmp_path, *with_phones(port)) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        phones = sitting(room, port, *EVERYBODY)
        room.wait_for("10 er med.")
        room.type("x")
        room.wait_for("Der er god kaffe på rådhuset.")
        for phone in phones:
            assert phone.answer(5) == 200
        room.wait_for("10 af 10 har svaret")
        room.enter("")
        room.wait_for("10  I meget høj grad")
        assert phones[0].name == "distribution"
        room.enter("")
        room.wait_for("Enter begynder")
        room.type("q")
        assert room.ended() == 5
    assert session(tmp_path).votes == {}
    (box,) = tmp_path.glob("*.box")
    assert json.loads(box.read_text(encoding="utf-8"))["ballots"] == {}


def test_an_address_that_no_phone_can_reach_is_said_in_the_lobby(tmp_path: Path) -> None:
    with terminal(tmp_path, *with_phones(free_port())) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        said = " ".join(room.wait_for("Enter begynder").split())
        assert "Ingen telefon kan nå 127.0.0.1: Det er kun denne computer selv. Start igen uden --address." in said
        room.type("q")
        room.ended()


@pytest.mark.parametrize("mode", ["consensus", "individual"])
def test_phones_are_refused_for_a_session_that_does_not_vote(
    tmp_path: Path, mode: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"{mode}.samskab.jsonl"
    path = tmp_path / name
    path.write_bytes((Path(__file__).parents[1] / "sessions" / name).read_bytes())
    before = path.read_bytes()

    assert main(["assess", "--session", str(path), "--phones"]) == 2

    assert f"phones vote, but {path} is a session of {mode}: leave --phones out" in " ".join(
        capsys.readouterr().err.split()
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_a_session_that_does_not_vote_and_is_chosen_after_phones_says_that_they_are_not_there(
    tmp_path: Path, plain: list[str]
) -> None:
    with terminal(tmp_path, "assess", *AGREEING, "--quick") as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        room.wait_for("udsagn 1 af")
        room.type("q")
        room.ended()
    with terminal(tmp_path, "assess", "--phones", *plain) as room:
        room.wait_for("Skriv et nummer for at gå videre")
        room.enter("1")
        screen = " ".join(room.wait_for("Udsagn 1 af" if plain else "udsagn 1 af").split())
        assert "Telefoner er ikke med: De stemmer, og i denne workshop bliver der ikke stemt." in screen
        room.enter("q")
        room.ended()


def test_a_port_that_is_taken_is_said_and_the_room_answers_with_cards(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with terminal(tmp_path, *with_phones(port)) as room:
            room.wait_for("Tryk Enter for at begynde.")
            room.enter("")
            screen = room.wait_for("I svarer med kort.")
            assert f"port {port} er optaget" in screen
            room.type("44444" + "22222")
            room.wait_for("Enter videre", within=30)
            room.type("q")
            room.ended()
    assert noted(tmp_path, "aktie") == {"medarb": (0, 0, 0, 5, 0), "borger": (0, 5, 0, 0, 0)}


def test_killed_in_the_middle_of_a_statement_everything_that_was_noted_is_there(tmp_path: Path) -> None:
    port = free_port()
    with terminal(tmp_path, *with_phones(port)) as room:
        phones = begun(room, port, *EVERYBODY)
        for phone in phones[:6]:
            phone.answer(4)
        room.type("t")
        room.wait_for("Kort fra Medarbejder")
        room.enter("5")
        room.wait_for("Kort fra Borger")
        room.child.kill(signal.SIGKILL)
        assert room.ended() == 128 + signal.SIGKILL
    (path,) = tmp_path.glob("*.samskab.jsonl")
    with terminal(tmp_path, "assess", "--session", path.name, "--phones", "--address", f"127.0.0.1:{port}") as room:
        room.wait_for("Enter begynder")
        assert [phone.name for phone in phones] == ["wait"] * 10, "they have kept their seats"
        room.enter("")
        room.wait_for("7 af 10 har svaret, heraf 1 med kort")
        assert [phone.name for phone in phones] == ["noted"] * 6 + ["question"] * 4
        for phone in phones[6:]:
            phone.answer(1)
        room.wait_for("11 af 10 har svaret")
        room.enter("")
        room.wait_for("Medarbejder: 6 svar, 5 til stede.")
        room.enter("")
        room.wait_for("Enter videre", within=30)
        room.type("q")
        room.ended()
    assert noted(tmp_path, "aktie") == {"medarb": (0, 0, 0, 5, 1), "borger": (4, 0, 0, 1, 0)}


def test_a_session_that_had_phones_goes_on_with_them_by_itself(tmp_path: Path) -> None:
    port = free_port()
    with terminal(tmp_path, *with_phones(port)) as room:
        begun(room, port, "borger")
        room.type("q")
        assert room.ended() == 5
    (path,) = tmp_path.glob("*.samskab.jsonl")
    with terminal(tmp_path, "assess", "--session", path.name, "--phones", "--address", f"127.0.0.1:{port}") as room:
        before = code_on(room.wait_for(f":{port}/"), port)
        room.type("c")
        room.wait_for("Ny kode:")
        assert code_on(room.settled(), port) != before
        room.type("q")
        room.ended()


def test_ctrl_c_ends_it_while_phones_hold_their_streams_open(tmp_path: Path) -> None:
    port, open_streams = free_port(), threading.Barrier(21)
    with terminal(tmp_path, *with_phones(port)) as room:
        phones = begun(room, port, *["borger"] * 20)
        listening = [threading.Thread(target=listen, args=(phone, open_streams)) for phone in phones]
        for one in listening:
            one.start()
        open_streams.wait(timeout=20)
        room.type("\x03")
        assert room.ended() == 130
        for one in listening:
            one.join(timeout=10)
            assert not one.is_alive(), "the stream was ended"
    assert "Traceback" not in room.text()


def listen(phone: Phone, barrier: threading.Barrier) -> None:
    with phone.client.stream("GET", "/haendelser", timeout=30) as answer:
        lines = answer.iter_lines()
        next(lines)
        barrier.wait(timeout=20)
        for _ in lines:
            pass


def test_phones_are_a_key_of_the_start_screen(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--quick", "--roles", HERE, *NAMED) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.type("m")
        room.wait_for("I stemmer på telefoner, med kort ved siden af")
        room.type("m")
        room.wait_for("stemmerne bliver talt for hver rolle")
        room.type("q")
        room.ended()
    assert not list(tmp_path.iterdir())


def test_the_projector_alone_follows_cards_that_are_typed(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", "--projector", "--quick", "--roles", HERE, *NAMED, columns=100) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        screen = room.wait_for("Siden til projektoren:")
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+", screen)
        assert found is not None
        wall = found[0]
        assert "udsagn 1 af 11" in screen
        room.type("444")
        room.wait_for("4 4 4")
        text = re.sub(r"<[^>]+>", "", httpx2.get(f"{wall}/nu").text)
        assert re.search(r"3\s+af 10 har svaret", text)
        room.type("44" + "22222")
        room.wait_for("Enter videre", within=30)
        assert 'class="bars"' in httpx2.get(f"{wall}/nu").text
        room.type("q")
        room.ended()
    assert not list(tmp_path.glob("*.box"))


def test_line_by_line_phones_vote_too(tmp_path: Path) -> None:
    port = free_port()
    with terminal(tmp_path, *with_phones(port, "--plain"), lines=50) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("")
        phones = sitting(room, port, *EVERYBODY)
        room.enter("")
        room.wait_for("0 af 10 har svaret")
        for phone in phones:
            assert phone.answer(5) == 200
        room.enter("")
        room.wait_for("Medarbejder", within=30)
        room.wait_for("I meget høj grad 10", within=30)
        room.enter("q")
        room.ended()
    assert noted(tmp_path, "aktie") == {"medarb": (0, 0, 0, 0, 5), "borger": (0, 0, 0, 0, 5)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--address", "192.168.8.2"), "give --phones too"),
        (("--wifi", "rummet"), "give --phones too"),
        (("--phones", "--address", "0.0.0.0"), "is no address"),  # noqa: S104  # refused
        (("--phones", "--mode", "consensus"), "phones vote"),
        (("--phones", "--answers", "svar.csv"), "phones vote"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_without_the_extra_one_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("samskab_cli.workshop.other_screens.has_extra", lambda: False)
    for option in ("--phones", "--projector"):
        assert main(["assess", option, "--roles", HERE]) == 3
        assert "pip install 'samskab[phones]'" in capsys.readouterr().err
