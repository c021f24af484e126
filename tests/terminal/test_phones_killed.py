"""Phones vote, the program is killed at any moment: no answer that a phone was told is noted is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest

from samskab_cli.workshop.board import Card
from samskab_cli.workshop.phones.ballot_box import Box
from tests.terminal.phones import Phone, free_port

PHONES = 20


@dataclass
class Voter:
    """A phone that answers again and again until nobody is there any more."""

    phone: Phone
    noted: Card | None = None
    """The last answer that was acknowledged."""
    sent: set[Card] = field(default_factory=set)
    """What may have arrived after it without a word."""
    acknowledged: int = 0

    def vote(self, round_: str, until: threading.Event, seed: int) -> None:
        """Until the line is cut."""
        rng = random.Random(seed)
        while not until.is_set():
            answer = rng.randint(1, 5)
            self.sent.add(answer)
            try:
                status = self.phone.answer(answer, round_)
            except httpx2.HTTPError:
                return
            assert status == 200, status
            self.noted, self.sent = answer, set()
            self.acknowledged += 1

    @property
    def seat(self) -> str:
        """What its cookie calls it."""
        return str(self.phone.client.cookies["plads"]).strip('"').split(".")[0]


def started(folder: Path, port: int, *, is_new: bool) -> subprocess.Popen[bytes]:
    """The program line by line, past its lobby and at the statement."""
    new = ("--quick", "--roles", "medarb=10,borger=10", "--matter", "x", "--municipality", "y", "--min-group", "1")
    session = str(folder / "sag.samskab.jsonl")
    program = subprocess.Popen(
        [sys.executable, "-m", "samskab_cli", "assess", "--phones", "--address", f"127.0.0.1:{port}", "--session",
         session, "--plain", *(new if is_new else ())],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder, bufsize=0,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert program.stdin is not None
    program.stdin.write(b"\n")
    read_until(program, b"har svaret")
    return program


def read_until(program: subprocess.Popen[bytes], words: bytes) -> bytes:
    assert program.stdout is not None
    text = b""
    while words not in text:
        part = os.read(program.stdout.fileno(), 4096)
        assert part, f"it ended after:\n{text.decode()}"
        text += part
    return text


def killed_while_voting(folder: Path, port: int, voters: list[Voter], seed: int, *, is_new: bool) -> int:
    """One life of the program; how many answers it acknowledged."""
    program, rng, cut = started(folder, port, is_new=is_new), random.Random(seed), threading.Event()
    try:
        code = Box(lambda: folder / "sag.samskab.box").code
        if not voters:
            voters += [Voter(Phone(port, code, ("medarb", "borger")[place % 2])) for place in range(PHONES)]
        round_, before = voters[0].phone.round, sum(one.acknowledged for one in voters)
        threads = [
            threading.Thread(target=one.vote, args=(round_, cut, seed + place)) for place, one in enumerate(voters)
        ]
        for one in threads:
            one.start()
        time.sleep(rng.uniform(0.01, 0.4))
        program.send_signal(signal.SIGKILL)
        program.wait()
        cut.set()
        for one in threads:
            one.join()
        return sum(one.acknowledged for one in voters) - before
    finally:
        program.kill()
        program.wait()
        for stream in (program.stdin, program.stdout):
            if stream:
                stream.close()


def lost(folder: Path, voters: list[Voter]) -> list[tuple[Card | None, Card | None]]:
    """Acknowledged answers that aren't in the box, nor replaced by one that was under way."""
    box = Box(lambda: folder / "sag.samskab.box")
    there = [(one.noted, box.of(one.seat), one.sent) for one in voters if one.noted is not None]
    return [(noted, kept) for noted, kept, sent in there if kept != noted and kept not in sent]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
@pytest.mark.parametrize("kills", [5, pytest.param(200, marks=pytest.mark.slow)])
def test_no_answer_that_was_acknowledged_is_lost(tmp_path: Path, kills: int) -> None:
    seed, port, voters, acknowledged = random.randrange(2**32), free_port(), list[Voter](), 0
    print(f"seed {seed}, {kills} kills")  # noqa: T201  # for whoever has to repeat it
    for kill in range(kills):
        acknowledged += killed_while_voting(tmp_path, port, voters, seed + kill, is_new=kill == 0)
        assert lost(tmp_path, voters) == [], f"seed {seed}, kill {kill}"
    print(f"{acknowledged} answers were acknowledged")  # noqa: T201  # as above
    assert acknowledged > kills, "hardly anybody voted: the test would find nothing"
