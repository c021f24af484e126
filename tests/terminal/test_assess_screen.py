"""`samskab assess` at a real terminal: whole sessions by single keys, and whatever can happen to them."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sessions import read_journal
from samskab_cli.model.session import Session
from tests.terminal.real import AGREEING, ASKED, NAMED, Terminal, terminal

HERE = "politics=3,administration=3,outside=2"
SKIPPED_BY_OUTSIDE = {10}
"""Numbers of the quick items that no role outside the municipality is asked."""
LAST_OF_DIMENSION = {3, 5, 7, 9, 11}
"""Numbers of the quick items that end a dimension."""


def session(folder: Path) -> Session:
    (path,) = folder.glob("*.samskab.jsonl")
    return read_journal(path).session


def answered(folder: Path) -> dict[str, Any]:
    return dict(session(folder).answers.get(None, {}))


def begun(room: Terminal, *, small_side: bool = False) -> None:
    """At the first question; a room with a small side has agreed to show it."""
    room.wait_for("Tryk Enter for at begynde.")
    room.enter("")
    if small_side:
        room.wait_for("hold sider på færre end fem tilbage")
        room.type("v")
    room.wait_for("udsagn 1 af")


def test_one_key_answers_and_goes_on(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("4")
        room.wait_for("udsagn 2 af 29")
        assert answered(tmp_path) == {"aktie": 4}
        room.type("V")
        room.wait_for("udsagn 3 af 29")
        room.type("q")
        assert room.ended() == 5
        assert "samskab assess --session" in room.text()
    assert answered(tmp_path) == {"aktie": 4, "flere": "unsure"}


def test_a_burst_of_keys_is_as_many_answers(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("12345")
        room.wait_for("udsagn 6 af 29")
        room.type("q")
        room.ended()
    assert list(answered(tmp_path).values()) == [1, 2, 3, 4, 5]


def test_nothing_is_answered_by_accident(tmp_path: Path) -> None:
    # given unknown keys, arrows, function keys, pasted answers, æøå and emoji
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("06789xyzÆØÅ👍\t\x1b[A\x1bOP\x1b[24~\x1b[200~444\r5\x1b[201~\r\r")
        room.wait_for("1–5 svar")
        assert "udsagn 1 af 29" in room.settled()
        room.type("q")
        assert room.ended() == 5
    assert answered(tmp_path) == {}


def test_back_shows_the_old_answer_and_a_correction_replaces_it(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("4")
        room.wait_for("udsagn 2 af 29")
        room.type("\x1b[D")
        assert "► 4  I høj grad" in room.wait_for("udsagn 1 af 29")
        room.type("2s")
        room.wait_for("udsagn 3 af 29")
        room.type("q")
        room.ended()
    assert answered(tmp_path) == {"aktie": 2}


def test_notes_are_written_in_any_letters_and_changed(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("n")
        room.wait_for("Note:")
        room.enter("Åse på Læsø siger 👨‍👩‍👧 ja")
        room.wait_for("Noten er gemt.")
        room.type("n")
        assert "1  Åse på Læsø" in room.wait_for("Et nummer for at rette")
        room.enter("1")
        room.wait_for("tage den ud: Åse")
        room.type("\x7f\x7f\x1b[200~meget\nsnart\x1b[201~\r")
        room.wait_for("Noten er gemt.")
        room.type("e")
        room.wait_for("Et eksempel:")
        room.type("det her ikke\x1b")
        room.wait_for("Der er ikke gemt noget.")
        room.type("q")
        room.ended()
    assert [note.text for note in session(tmp_path).room().notes] == ["Åse på Læsø siger 👨‍👩‍👧 meget snart"]
    assert session(tmp_path).room().evidence == ()


def vote(room: Terminal, number: int, cards: str) -> None:
    """All cards of an item, row after row, without an Enter."""
    room.wait_for(f"udsagn {number} af 11")
    room.type(cards)
    room.wait_for("k aftalt svar · n note")
    room.wait_until_gone("Kortene op")


def test_a_whole_votes_session_equals_a_tally_worked_out_by_hand(tmp_path: Path) -> None:  # noqa: PLR0915  # one story
    """Three sides vote on the quick set, with a slip, a correction, a note, a latecomer, a pause and a resume."""
    with terminal(tmp_path, "assess", "--quick", "--roles", HERE, *NAMED) as room:
        begun(room, small_side=True)
        # aktie: politics 5 5 4, administration 4 3 2, outside 3 2; x is no card
        room.type("55x")
        room.settled()
        assert session(tmp_path).votes == {}
        room.type("4")
        assert "√ Politikere                 5 5 4" in room.settled()
        vote(room, 1, "43232")
        room.type("h")
        room.wait_for("Afstand")
        room.type("bh")  # the room votes again: politics 5 5 5
        room.wait_for("I stemmer om.")
        room.type("\x1b[A\x1b[A\x7f5\r")
        room.wait_until_gone("I stemmer om.")
        room.type("n")
        room.wait_for("Note:")
        room.enter("Stemte om")
        room.wait_for("Noten er gemt.")
        room.type("k4\r")
        room.wait_for("Aftalt svar: I høj grad")
        room.enter("")
        # somebody from outside comes late, at the second question: nobody has a box for them but the third one on it
        room.wait_for("udsagn 2 af 11")
        room.type("p")
        room.wait_for("Hvem er her?")
        room.enter("parter 3", "")
        room.wait_for("hold sider på færre end fem tilbage")  # other people: the room is asked about small sides again
        room.type("v")
        room.wait_for("udsagn 2 af 11")
        room.type("55544433\r")
        room.wait_for("Der mangler kort: Parter uden for kommunen 1.")
        room.type("\r")
        room.wait_for("b ret stemmerne")
        room.enter("")
        room.wait_for("udsagn 3 af 11")
        room.type("q")
        assert room.ended() == 5
    with terminal(tmp_path, "assess") as room:
        room.wait_for("Skriv et nummer for at gå videre")
        room.enter("1")
        for number in range(3, 12):
            vote(room, number, "55544v" + ("" if number in SKIPPED_BY_OUTSIDE else "33i"))
            room.enter("")
            after_a_dimension(room, number)
        room.wait_for("Overblik")
        room.enter("")
        to_the_result(room)
        room.type("q")
        assert room.ended() == 0
    (path,) = tmp_path.glob("*.samskab.jsonl")
    result = report(path)
    # then aktie: 3·100 + 75 + 2·50 + 2·25 = 525 over 8 votes
    aktie = next(item for item in result["items"] if item["id"] == "aktie")
    assert aktie["counts"] == [0, 2, 2, 1, 3]
    assert aktie["score"] == pytest.approx(525 / 8)
    assert aktie["agreed"] == 4
    assert {side: figure["score"] for side, figure in aktie["sides"].items()} == {
        "politics": pytest.approx(100),
        "administration": pytest.approx(50),
        "outside": pytest.approx(37.5),
    }
    # flere: 3·100 + 3·75 + 2·50 = 625 over 8 votes; nine were in the room, so one is blank
    flere = next(item for item in result["items"] if item["id"] == "flere")
    assert (flere["counts"], flere["blank"]) == ([0, 0, 2, 3, 3], 1)
    assert flere["score"] == pytest.approx(625 / 8)
    assert [note["text"] for note in result["room"]["notes"]] == ["Stemte om"]
    assert result["answers"]["respondents"] == 9


def to_the_result(room: Terminal, heading: str = "Tal om det her først") -> None:
    """Through the topics, however many there are."""
    room.wait_for(heading)
    for _ in range(3):
        if "t tabel" in room.settled():
            break
        room.enter("")
    room.wait_for("t tabel")


def report(path: Path, *options: str) -> dict[str, Any]:
    out = path.with_suffix(".json")
    assert main(["report", str(path), "-q", "-o", str(out), "--force", *options]) == 0
    return dict(json.loads(out.read_text(encoding="utf-8")))


def test_the_smallest_window_shows_whose_votes_are_typed(tmp_path: Path) -> None:
    roles = "byraad=5,ledelse=1,medarb=4,borger=5,forening=2,anden=3"
    with terminal(tmp_path, "assess", "--quick", "--roles", roles, *NAMED, columns=40, lines=10) as room:
        room.wait_for("begynde")
        room.enter("")
        room.settled()
        shown = room.settled()
        assert "af 11" in shown
        room.type("55555" + "4" + "3333" + "22222" + "1")
        room.wait_for("► Forening")
        room.type("q")
        room.ended()


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_saves_and_leaves_a_usable_terminal(tmp_path: Path, name: str, code: int) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("4")
        room.wait_for("udsagn 2 af 29")
        if name == "SIGINT":
            room.type("\x03")
        else:
            room.child.kill(getattr(signal, name))
        assert room.ended() == code
        assert "samskab assess --session" in room.text()
        assert room.raw.rstrip().endswith(b"jsonl")
        assert room.raw.count(b"\x1b[?2004l") == room.raw.count(b"\x1b[?2004h")
        assert b"\x1b[?1049h" not in room.raw  # no other screen, so that nothing is gone afterwards
    assert answered(tmp_path) == {"aktie": 4}


def test_control_d_pauses_as_q_does(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("4n")
        room.wait_for("Note:")
        room.type("\x04")
        assert room.ended() == 5
    assert answered(tmp_path) == {"aktie": 4}


def test_a_shell_gets_its_terminal_back_and_control_z_and_fg_work(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        room.type("4")
        room.wait_for("udsagn 2 af 29")
        room.child.kill(signal.SIGTSTP)
        room.settled()
        room.child.kill(signal.SIGCONT)
        room.settled()
        room.type("3")
        room.wait_for("udsagn 3 af 29")
        room.type("q")
        room.ended()
    assert list(answered(tmp_path).values()) == [4, 3]


def test_the_screen_follows_the_size_of_the_window(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING) as room:
        begun(room)
        for columns, lines in ((120, 40), (200, 60), (60, 18), (80, 24)):
            room.resize(columns, lines)
            screen = room.wait_for_all("1–5 svar", "Parter uden for kommunen", "5  I meget høj grad")
            assert all(len(line) <= columns for line in screen.splitlines())
        room.type("q")
        room.ended()


def test_no_colour_where_none_is_wanted(tmp_path: Path) -> None:
    with terminal(tmp_path, "assess", *AGREEING, NO_COLOR="1") as room:
        begun(room)
        room.type("44")
        room.wait_for("udsagn 3 af 29")
        room.type("q")
        room.ended()
    assert b"\x1b[36m" not in room.raw
    assert b"\x1b[1m" not in room.raw


LONG = "Vi " + "har talt om det hele meget længe og " * 8 + "er enige."
ODD_SET = f"""
format: 1
id: odd
version: 1.0.0
languages: [da, en]
title: Titel
about: Om
caveat: Pas på
scale:
  options: [{", ".join(f"{{value: {n}, label: Trin {n}}}" for n in range(10))}]
  unsure: {{code: dk, label: Ved ikke}}
  not_relevant: {{code: na, label: Ikke relevant}}
roles: [{{id: byraad, label: Byråd}}, {{id: borger, label: Borger}}]
dimensions:
  - id: alt
    title: Alt
    items:
      - {{id: lang, text: "{LONG}"}}
      - {{id: kort, text: Kort}}
gates: []
verdict:
  cutoffs: {{ready: {{dimension: 65, overall: 70}}, attention: {{dimension: 50, overall: 60}}}}
  levels:
    not_now: {{label: a, text: b}}
    prepare: {{label: a, text: b}}
    attention: {{label: a, text: b}}
    ready: {{label: a, text: b}}
    undecided: {{label: a, text: b}}
"""


def test_a_long_question_with_ten_options_from_zero_stands_whole(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text(ODD_SET, encoding="utf-8")
    with terminal(tmp_path, "assess", *AGREEING[2:], "--questions", "odd.yaml") as room:
        begun(room)
        screen = room.settled()
        assert all(f"{n}  Trin {n}" in screen for n in range(10))
        assert "er enige." in screen
        room.type("09")
        room.wait_for("er besvaret")
        room.type("q")
        room.ended()
    assert answered(tmp_path) == {"lang": 0, "kort": 9}


def test_individual_answers_are_those_of_the_same_file(tmp_path: Path) -> None:
    """Three people take turns on the quick set; they agree to open figures, since they are few."""
    people = {"byraad": "45443432233", "medarb": "1v223455431", "": "33i3333333 3".replace(" ", "")}
    with terminal(tmp_path, "assess", "--quick", "--mode", "individual", *NAMED) as room:
        room.wait_for("Sluk projektoren")
        room.enter("")
        for number, (role, keys) in enumerate(people.items()):
            room.wait_for(f"{number} har svaret")
            assert "I høj grad" not in room.text()
            roles = ["byraad", "ledelse", "medarb"]
            room.enter(str(roles.index(role) + 1) if role else "")
            room.wait_for("udsagn 1 af 11")
            room.type(keys)
            room.wait_for("Alle udsagn er besvaret.")
            room.enter("")
        room.wait_for("3 har svaret")
        room.type("f")
        room.wait_for("I er 3 i alt.")
        room.type("v")
        to_the_result(room)
        room.type("q")
        assert room.ended() == 0
    (path,) = tmp_path.glob("*.samskab.jsonl")
    assert '"at"' not in "".join(line for line in path.read_text("utf-8").splitlines() if '"answer"' in line)
    # given the same answers in a file
    items = ["aktie", "flere", "muligt", "politik", "loefte", "slip", "tryg", "bidrag", "opbak", "timer", "dilemma"]
    codes = {"v": "dk", "i": "na"}
    rows = [",".join(["respondent", "role", *items])]
    rows += [
        ",".join([f"p{n}", role, *(codes.get(k, k) for k in keys)]) for n, (role, keys) in enumerate(people.items())
    ]
    (tmp_path / "file.csv").write_text("\n".join(rows), encoding="utf-8")
    same_figures(report(path), report(tmp_path / "file.csv", *ASKED, "--quick", "--min-group", "1"))


def test_a_consensus_is_the_same_answers_as_a_file(tmp_path: Path) -> None:
    keys = "45v434i2233"
    with terminal(tmp_path, "assess", "--quick", *AGREEING) as room:
        begun(room)
        for number, key in enumerate(keys, start=1):
            room.wait_for(f"udsagn {number} af 11")
            room.type(key)
            after_a_dimension(room, number)
        room.wait_for("Overblik")
        room.enter("")
        to_the_result(room, "Det flytter mest")
        room.type("g")
        room.wait_for("Rapporten er gemt")
        room.type("q")
        assert room.ended() == 0
    (path,) = tmp_path.glob("*.samskab.jsonl")
    assert len(list(tmp_path.glob("*.html"))) == 1
    items = ["aktie", "flere", "muligt", "politik", "loefte", "slip", "tryg", "bidrag", "opbak", "timer", "dilemma"]
    cells = [{"v": "dk", "i": "na"}.get(key, key) for key in keys]
    (tmp_path / "file.csv").write_text(f"{','.join(items)}\n{','.join(cells)}\n", encoding="utf-8")
    same_figures(report(path), report(tmp_path / "file.csv", *ASKED, "--quick", "--min-group", "1"))


def after_a_dimension(room: Terminal, number: int) -> None:
    if number in LAST_OF_DIMENSION:
        room.wait_for("er besvaret ·")
        room.enter("")


def same_figures(one: dict[str, Any], other: dict[str, Any]) -> None:
    for key in ("verdict", "overall", "dimensions", "gates", "items", "indicators"):
        assert flat(one[key]) == pytest.approx(flat(other[key]), abs=1e-9), key


def flat(value: object, name: str = "") -> dict[str, Any]:
    """Every figure by its path; words as they are."""
    if isinstance(value, dict):
        return {path: one for key, inner in value.items() for path, one in flat(inner, f"{name}/{key}").items()}
    if isinstance(value, list):
        return {path: one for key, inner in enumerate(value) for path, one in flat(inner, f"{name}/{key}").items()}
    return {name: value}


SAME_SESSION = (
    ("udsagn 1 af 11", "4"),
    ("udsagn 2 af 11", "b"),
    ("udsagn 1 af 11", "2"),
    ("udsagn 2 af 11", "n"),
    ("Note:", "En note\r"),
    ("Noten er gemt.", "5"),
    ("udsagn 3 af 11", "e"),
    ("Et eksempel:", "Et eksempel\r"),
    ("Eksemplet er gemt.", "s"),
    ("er besvaret ·", "\r"),
    ("udsagn 4 af 11", "a"),
    ("Hvad skal gøres?", "Ring\r"),
    ("Hvem gør det?", "Bo\r"),
    ("Hvornår?", "fredag\r"),
    ("Skridtet er gemt:", "v"),
    ("udsagn 5 af 11", "o"),
    ("Overblik", "9\r"),
    ("udsagn 9 af 11", "1"),
    ("er besvaret ·", "q"),
)
"""What the screen shows, and what is typed then; line by line each is a line, but for the dimension's Enter."""


def test_line_by_line_the_same_session_is_the_same_journal(tmp_path: Path) -> None:
    """But for the times: answers, a correction, a skip, a note, an example, an action and a jump."""
    for name in ("plain", "screen"):
        (tmp_path / name).mkdir()
    typed = [keys.rstrip("\r") for _, keys in SAME_SESSION if keys != "\r"]
    with terminal(tmp_path / "plain", "assess", "--plain", "--quick", *AGREEING) as room:
        room.wait_for("Tryk Enter for at begynde.")
        room.enter("", *typed)
        assert room.ended() == 5
    with terminal(tmp_path / "screen", "assess", "--quick", *AGREEING) as room:
        begun(room)
        for shown, keys in SAME_SESSION:
            room.wait_for(shown)
            room.type(keys)
        assert room.ended() == 5
    plain, screen = (noted(next((tmp_path / name).glob("*.jsonl"))) for name in ("plain", "screen"))
    assert plain == screen
    assert len(plain) == 8


def noted(path: Path) -> list[dict[str, Any]]:
    """The entries of a journal without their times."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [{key: value for key, value in json.loads(line).items() if key != "at"} for line in lines]
