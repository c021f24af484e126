"""A room whose phones are test clients: the whole of it but the terminal, the network and the browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.phones.ballot_box import Box
from samskab_cli.workshop.phones.counting import Counting
from samskab_cli.workshop.phones.live import Live
from samskab_cli.workshop.phones.pages import Lobby
from samskab_cli.workshop.phones.phone_app import phone_app
from samskab_cli.workshop.phones.projector_app import projector_app
from samskab_cli.workshop.phones.seats import Seats
from samskab_cli.workshop.phones.snapshot import Snapshot
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.wording import RoomWords
from tests.workshop.notes import NOON, Notebook, header

ORIGIN = "http://192.168.8.2:8765"
WALL = "http://127.0.0.1:4711"
KEY = "wall-key"
HERE = {"byraad": 2, "ledelse": 1, "medarb": 4, "borger": 5}


class Front:
    """Lines that a facilitator types, and sentences that are said."""

    def __init__(self) -> None:
        self.lines: list[str | None] = []
        self.said: list[str] = []

    def ask(self, _prompt: str, _text: str = "", above: Any = ()) -> str | None:
        self.said += above
        return self.lines.pop(0) if self.lines else None

    def ask_present(self, *_: object) -> Mapping[str, int] | None:
        return None

    def say(self, text: str) -> None:
        self.said.append(text)


class JournalNotebook(Notebook):
    """A journal in memory, with a path for what is said of files."""

    path = Path("sag.samskab.jsonl")


@dataclass
class PhoneRoom:
    """A session of votes, its box and its two apps."""

    question_set: QuestionSet
    box_file: Path | None = None
    present: Mapping[str, int] = field(default_factory=lambda: dict(HERE))
    language: str = "da"
    changes: Mapping[str, Any] = field(default_factory=lambda: {"min_group": 1})

    def __post_init__(self) -> None:
        first = header(self.question_set, Mode.VOTES, quick=True, present=dict(self.present), collected="phones",
                       matter="Ensomhed blandt ældre <b>", **self.changes)  # fmt: skip
        self.notebook = JournalNotebook(first)
        self.front = Front()
        self.start()

    def start(self) -> None:
        """The program is started, for the first time or again: only the journal and the box are left of before."""
        box_file = self.box_file
        self.room = Interview(self.question_set, self.notebook, lambda: NOON)
        self.facilitator = Facilitator(self.room, self.notebook, RoomWords(self.language), self.front)  # type: ignore[arg-type]  # no file
        box = Box((lambda: box_file) if box_file else None)
        lobby = Lobby(f"192.168.8.2:8765/{box.code}", f"{ORIGIN}/{box.code}")
        self.live = Live(box, Seats(box.secret), Snapshot(self.facilitator).base("lobby"), lobby)
        self.counting = Counting(self.facilitator, self.live)
        self.phones = phone_app(self.live, ORIGIN)
        self.wall_app = projector_app(self.live, WALL, KEY)

    def ask(self) -> None:
        """The item is before the room: the box is open."""
        self.counting.begin()
        self.show()

    def show(self, *, shows_numbers: bool = False) -> None:
        """Phones and wall follow."""
        stage = self.room.stage
        picture = self.facilitator.picture() if stage not in {Stage.QUESTION, Stage.SIDES, Stage.OVERVIEW} else None
        self.live.show(Snapshot(self.facilitator, picture, shows_numbers).taken())

    def reveal(self) -> None:
        """Enter, as often as it takes."""
        for _ in range(3):
            if not self.counting.reveal():
                break
        self.show()

    def client(self, address: str = "192.168.8.31") -> TestClient:
        """A browser on the room's network."""
        return TestClient(
            self.phones, base_url=ORIGIN, headers={"Origin": ORIGIN}, client=(address, 40000), follow_redirects=True
        )

    def phone(self, role: str, address: str = "192.168.8.31") -> Phone:
        """A phone that has sat down."""
        client = self.client(address)
        answer = client.post("/med", data={"kode": self.live.box.code, "rolle": role})
        assert answer.status_code == 200, answer.text
        return Phone(client)

    def wall(self) -> TestClient:
        """The projector's browser."""
        return TestClient(self.wall_app, base_url=WALL)

    def on_the_wall(self) -> str:
        """What the projector shows."""
        return self.wall().get(f"/{KEY}/nu").text


@dataclass
class Phone:
    """One that takes part."""

    client: TestClient

    @property
    def page(self) -> str:
        """What it shows."""
        return self.client.get("/nu").text

    @property
    def name(self) -> str:
        """Which page that is."""
        found = re.search(r'data-page="([a-z_]+)-', self.page)
        assert found is not None
        return found[1]

    @property
    def round(self) -> str:
        """Which asking its form belongs to."""
        found = re.search(r'name="runde" value="(\w*)"', self.page)
        return found[1] if found else ""

    def answer(self, given: object, round_: str | None = None) -> int:
        """Press an answer; the status."""
        answer = self.client.post("/svar", data={"svar": str(given), "runde": self.round if round_ is None else round_})
        return answer.status_code
