"""Random slips of the fingers at the screen: what is stored is what the room last saw on its board."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.screen import ScreenRoom
from samskab_cli.workshop.screens.canvas import Canvas
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.terminal.keyboard import Keyboard
from samskab_cli.workshop.wording import RoomWords
from tests.workshop.notes import NOON, Notebook, header

SET = load_question_set()
VALUES = SET.scale.values
HERE = {"byraad": 2, "medarb": 3}
UP, DOWN, LEFT, DELETE, BACKSPACE, ENTER = b"\x1b[A", b"\x1b[B", b"\x1b[D", b"\x1b[3~", b"\x7f", b"\r"
CARDS = st.sampled_from([b"1", b"2", b"3", b"4", b"5", b"v", b"i"])
SLIPS = st.sampled_from([ENTER, ENTER, b"b", LEFT, BACKSPACE, DELETE, UP, DOWN, b"?", b"h", b"x", b"9", b"s"])
KEYS = st.lists(st.one_of(CARDS, CARDS, CARDS, SLIPS), max_size=80)


class Typed:
    """A terminal at which these keys are typed, and which is closed then."""

    def __init__(self, keys: bytes) -> None:
        self._keys: bytes | None = keys

    def open(self) -> None:
        """Nothing to change."""

    def close(self) -> None:
        """Nothing to restore."""

    def wait(self, _seconds: float) -> bool:
        return True

    def read(self) -> bytes | None:
        keys, self._keys = self._keys, None
        return keys

    def happened(self) -> None:
        return None

    def size(self) -> tuple[int, int]:
        return 80, 24


class Watched(Display):
    """A display that remembers the closed rows of each board as they were shown last."""

    def __init__(self, room: Interview, keyboard: Keyboard) -> None:
        super().__init__(io.StringIO(), Canvas(80, 24), keyboard)
        self._room = room
        self.boards: dict[str, dict[str, tuple[int, ...]]] = {}

    def show(self, lines: Callable[[], list[Text]]) -> None:
        super().show(lines)
        board = self._room.board
        if self._room.stage in {Stage.QUESTION, Stage.DISTRIBUTION}:
            closed = {row.role: row.votes(VALUES).counts for row in board.rows if row.is_settled}
            self.boards.setdefault(self._room.item.id, {}).update(closed)
        assert all(len(row.cards) <= row.people for row in board.rows)


class Journal(Notebook):
    """A notebook that says where it would lie."""

    path = Path("sag.samskab.jsonl")


@given(keys=KEYS)
@settings(max_examples=40, deadline=None)
def test_the_votes_are_those_that_were_last_on_the_board(keys: list[bytes]) -> None:
    notebook = Journal(header(SET, Mode.VOTES, quick=True, present=HERE, min_group=1))
    room = Interview(SET, notebook, lambda: NOON)
    with Keyboard(Typed(b"".join(keys))) as keyboard:
        display = Watched(room, keyboard)
        facilitator = Facilitator(room, notebook, RoomWords("da"), display)  # type: ignore[arg-type]  # no file
        screen = ScreenRoom(facilitator, display, lambda _: "")
        with contextlib.suppress(SystemExit):
            screen.hold()
    for item, board in display.boards.items():
        stored = {role: votes.counts for role, votes in notebook.session.votes.get(item, {}).items()}
        assert stored == board, item
    for votes in notebook.session.votes.values():
        assert all(one.cast <= one.present for one in votes.values())
