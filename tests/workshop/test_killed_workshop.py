"""A workshop that is killed anywhere goes on with everything that was noted, at the row where it was."""

from __future__ import annotations

import os
import random
import select
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode
from samskab_cli.model.session import Session
from samskab_cli.model.session_lines import ActionNoted, AnswersTaken, AskedSet, Entry, Header
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import NOON, Notebook, header

READINESS = load_question_set()
VOTING = header(READINESS, Mode.VOTES, quick=True, present={"byraad": 2, "medarb": 3, "borger": 2})
TOPICS = ("aktie", "slip", "tryg")
PEOPLE = [
    AnswersTaken(respondent=f"r{n:02d}", role=role, given={"aktie": n % 5 + 1, "slip": 5 - n % 5, "tryg": "unsure"})
    for n, role in enumerate(["byraad", "medarb", "medarb", "borger", "borger", "borger"], start=1)
]
PROMISED = [ActionNoted(number=n, what=f"step {n}", who="Bo") for n in range(1, 6)]


@dataclass(frozen=True)
class Beginning:
    """How a session begins: its header, and what it knows before the room does."""

    first: Header
    known: Sequence[Entry] = ()

    @property
    def session(self) -> Session:
        """Before the first move."""
        return Session.begun(self.first).after(*self.known)


BEGINNINGS = (
    Beginning(VOTING),
    Beginning(header(READINESS, Mode.INDIVIDUAL, quick=True, collected="before"), PEOPLE),
    Beginning(VOTING, [Session.begun(VOTING).after(*PROMISED).as_previous()]),
)
"""Votes from the start; answers that came in before (`--answers`); a second meeting (`--previous`)."""


def moves(room: Interview, seed: int) -> Iterator[None]:
    """A workshop with slips: cards, corrections, revotes, remarks, people who come, the talk; a move at a time."""
    rng = random.Random(seed)
    while True:
        if room.mode is Mode.INDIVIDUAL:
            move_about_answers(room, rng)
        else:
            move_in_votes(room, rng)
        yield


def move_in_votes(room: Interview, rng: random.Random) -> None:
    match room.stage:
        case Stage.FOLLOW_UP:
            follow(room, rng)
        case Stage.QUESTION:
            vote(room, rng)
        case Stage.OVERVIEW:
            room.finish()
        case Stage.DISTRIBUTION if rng.random() < 0.3:
            room.vote_again()
        case Stage.RESULT:
            room.back()
        case _:
            move_anywhere(room, rng)


def move_about_answers(room: Interview, rng: random.Random) -> None:
    """At a meeting about answers that came in before it, somebody who comes late included."""
    match room.stage:
        case Stage.LIST:
            from_the_list(room, rng)
        case Stage.TURN:
            sit_down(room, rng)
        case Stage.QUESTION:
            answer(room, rng)
        case Stage.OVERVIEW:
            room.end_turn()
        case Stage.RESULT:
            room.list_items()
        case _:
            move_anywhere(room, rng)


def move_anywhere(room: Interview, rng: random.Random) -> None:
    match room.stage:
        case Stage.SIDES:
            room.decide(rng.choice(["show", "room", "withhold"]))
        case Stage.TALK if room.topics is None:
            room.talk(TOPICS)
        case Stage.TALK if room.mode is Mode.VOTES and rng.random() < 0.3:
            room.vote_again()
        case Stage.TALK if rng.random() < 0.3:
            room.minutes.agree(room.item.id, rng.randint(1, 5))
        case _:
            room.proceed()


def vote(room: Interview, rng: random.Random) -> None:
    move = rng.random()
    if move < 0.8:
        room.card(rng.choice([1, 2, 3, 4, 5, "unsure"]))
    elif move < 0.85:
        room.ballot.take_back()
    elif move < 0.9:
        room.ballot.choose_row(rng.choice([-1, 1]))
    elif move < 0.92:
        room.minutes.remark("note", f"note {rng.random()}", room.about)
    elif move < 0.94:
        room.minutes.act("Ring", "Bo", None, room.about)
    elif move < 0.96:
        room.change_present({**room.session.present, "borger": rng.randint(1, 5)})
    else:
        room.close_board()


def follow(room: Interview, rng: random.Random) -> None:
    """What became of a promised step, or another time."""
    if rng.random() < 0.7:
        room.follow_up.note(rng.choice(["done", "under_way", "not_done"]), None, f"remark {rng.random()}")
    else:
        room.follow_up.leave()


def from_the_list(room: Interview, rng: random.Random) -> None:
    """A statement to talk about, a note, somebody who comes late, the end."""
    move = rng.random()
    if move < 0.3:
        room.leaf(TOPICS, 0)
    elif move < 0.4:
        room.minutes.remark("dilemma", f"dilemma {rng.random()}", None)
    elif move < 0.8:
        room.end_turn()
    else:
        room.finish()


def sit_down(room: Interview, rng: random.Random) -> None:
    """Somebody who comes late, or whose turn was broken off."""
    if room.turns.broken_off and rng.random() < 0.5:
        room.go_on_with_turn()
    elif rng.random() < 0.5:
        room.begin_turn(rng.choice(["byraad", "medarb", None]))
    else:
        room.list_items()


def answer(room: Interview, rng: random.Random) -> None:
    move = rng.random()
    if move < 0.9:
        room.answer(rng.choice([1, 2, 3, 4, 5, "unsure"]))
    elif move < 0.95:
        room.skip()
    else:
        room.end_turn()


def left_with(session: Session) -> dict[str, object]:
    """What must be there, and where the room goes on; somebody whose turn was broken off sits down again."""
    notebook = Notebook(session.header)
    notebook.session = session
    again = Interview(READINESS, notebook, lambda: NOON)
    followed = {number: (one.state, one.remark) for number, one in session.followed.items()}
    step, broken_off = again.follow_up.step, again.turns.broken_off
    at = (again.stage, step and step.number)
    if broken_off:
        again.go_on_with_turn()
    row = again.board.row.role if again.stage is Stage.QUESTION and again.board.rows else None
    return {
        "votes": session.votes, "notes": [one.text for one in session.remarks.values()], "revote": session.revote,
        "actions": session.actions.keys(), "sides": session.sides and session.sides.choice,
        "answers": session.answers, "agreed": session.agreed, "followed": followed,
        "at": (at, broken_off, again.item.id, row),
    }  # fmt: skip


def possible(beginning: Beginning, seed: int, acknowledged: int) -> list[dict[str, object]]:
    """What the same workshop may leave: all of the moves that were acknowledged, and lines of the one under way."""
    notebook = Notebook(beginning.first)
    notebook.session = beginning.session
    room = moves(Interview(READINESS, notebook, lambda: NOON), seed)
    for _ in islice(room, acknowledged):
        pass
    sure = len(notebook.entries)
    next(room)
    sessions = [beginning.session.after(*notebook.entries[:lines]) for lines in range(sure, len(notebook.entries) + 1)]
    return [left_with(one) for one in sessions]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here, for their number")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_killed_workshop_has_lost_nothing_and_goes_on_at_the_same_row(tmp_path: Path) -> None:
    seed, kills = random.randrange(2**32), 102
    made = dict.fromkeys(range(len(BEGINNINGS)), 0)
    rng = random.Random(seed)
    print(f"seed {seed}, {kills} kills")  # noqa: T201  # for whoever has to repeat it
    for kill in range(kills):
        path = tmp_path / f"{kill}.samskab.jsonl"
        kind = kill % len(BEGINNINGS)
        beginning = BEGINNINGS[kind]
        acknowledged = killed_workshop(path, beginning, seed + kill, rng.randint(1, 250), rng.uniform(0, 0.005))
        made[kind] += acknowledged
        with Journal.resume(path, AskedSet.of(READINESS)) as journal:
            left = left_with(journal.session)
        assert left in possible(beginning, seed + kill, acknowledged), (
            f"seed {seed}, kill {kill}, after {acknowledged} moves"
        )
    assert min(made.values()) > kills * 5, "the rooms hardly moved: the test would find nothing"


def killed_workshop(path: Path, beginning: Beginning, seed: int, after: int, wait: float) -> int:
    """A workshop that dies some time after so many moves; how many were acknowledged."""
    Journal.create(path, beginning.first, beginning.known).close()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with Journal.resume(path, AskedSet.of(READINESS)) as journal:
            for _ in moves(Interview(READINESS, journal, lambda: NOON), seed):
                os.write(write, b".")
        os._exit(0)
    os.close(write)
    told = b""
    while len(told) < after and select.select([read], [], [], 10)[0]:
        told += os.read(read, after - len(told))
    time.sleep(wait)
    os.kill(child, 9)
    os.waitpid(child, 0)
    while chunk := os.read(read, 4096):
        told += chunk
    os.close(read)
    return len(told)
