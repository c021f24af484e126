"""A workshop that is killed anywhere goes on with everything that was noted, at the row where it was."""

from __future__ import annotations

import os
import random
import select
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode
from samskab_cli.model.session import Session
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.settings import asked
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import NOON, Notebook, header

READINESS = load_question_set()
FIRST = header(READINESS, Mode.VOTES, quick=True, present={"byraad": 2, "medarb": 3, "borger": 2})
TOPICS = ("aktie", "slip", "tryg")


def moves(room: Interview, seed: int) -> Iterator[None]:
    """A workshop with slips: cards, corrections, revotes, remarks, people who come, the talk; a move at a time."""
    rng = random.Random(seed)
    while True:
        match room.stage:
            case Stage.SIDES:
                room.decide(rng.choice(["show", "room", "withhold"]))
            case Stage.QUESTION:
                vote(room, rng)
            case Stage.OVERVIEW:
                room.finish()
            case Stage.TALK if room.topics is None:
                room.talk(TOPICS)
            case Stage.DISTRIBUTION | Stage.TALK if rng.random() < 0.3:
                room.vote_again()
            case Stage.RESULT:
                room.back()
            case _:
                room.proceed()
        yield


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


def left_with(session: Session) -> dict[str, object]:
    """What must be there, and where the room goes on."""
    notebook = Notebook(FIRST)
    notebook.session = session
    again = Interview(READINESS, notebook, lambda: NOON)
    row = again.board.row.role if again.stage is Stage.QUESTION else None
    return {
        "votes": session.votes, "notes": [one.text for one in session.remarks.values()], "revote": session.revote,
        "actions": len(session.actions), "sides": session.sides and session.sides.choice,
        "at": (again.stage, again.item.id, row),
    }  # fmt: skip


def possible(seed: int, acknowledged: int) -> list[dict[str, object]]:
    """What the same workshop may leave: all of the moves that were acknowledged, and lines of the one under way."""
    notebook = Notebook(FIRST)
    room = moves(Interview(READINESS, notebook, lambda: NOON), seed)
    for _ in islice(room, acknowledged):
        pass
    sure = len(notebook.entries)
    next(room)
    sessions = [
        Session.begun(FIRST).after(*notebook.entries[:lines]) for lines in range(sure, len(notebook.entries) + 1)
    ]
    return [left_with(one) for one in sessions]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here, for their number")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_killed_workshop_has_lost_nothing_and_goes_on_at_the_same_row(tmp_path: Path) -> None:
    seed, kills, made = random.randrange(2**32), 100, 0
    rng = random.Random(seed)
    print(f"seed {seed}, {kills} kills")  # noqa: T201  # for whoever has to repeat it
    for kill in range(kills):
        path = tmp_path / f"{kill}.samskab.jsonl"
        acknowledged = killed_workshop(path, seed + kill, rng.randint(1, 250), rng.uniform(0, 0.005))
        made += acknowledged
        with Journal.resume(path, asked(READINESS)) as journal:
            left = left_with(journal.session)
        assert left in possible(seed + kill, acknowledged), f"seed {seed}, kill {kill}, after {acknowledged} moves"
    assert made > kills * 20, "the rooms hardly moved: the test would find nothing"


def killed_workshop(path: Path, seed: int, after: int, wait: float) -> int:
    """A workshop that dies some time after so many moves; how many were acknowledged."""
    Journal.create(path, FIRST).close()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with Journal.resume(path, asked(READINESS)) as journal:
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
