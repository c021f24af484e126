"""One table of keys: what a hint offers is taken, on the screen and line by line."""

from __future__ import annotations

import io
from itertools import product

import pytest

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session_lines import SessionMode
from samskab_cli.workshop.commands import TABLE, Do, commands
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.line_dialog import Lines
from samskab_cli.workshop.plain import OF_THE_SCREEN
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.wording import RoomWords
from tests.workshop.notes import interview

MODES: tuple[SessionMode, ...] = (Mode.VOTES, Mode.CONSENSUS, Mode.INDIVIDUAL)


def test_no_key_has_two_meanings_in_one_place() -> None:
    places = [(one.key, stage, mode) for one in TABLE for stage, mode in product(one.stages, one.modes)]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(("stage", "mode"), list(product(Stage, MODES)))
def test_no_command_hides_an_answer(stage: Stage, mode: SessionMode) -> None:
    assert not set(commands(stage, mode)) & {*"0123456789", "v", "i"}


def test_line_by_line_whatever_is_offered_is_done(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, {"byraad": 2})
    words = RoomWords("da")
    facilitator = Facilitator(room, notebook, words, Lines(io.StringIO(), io.StringIO()))  # type: ignore[arg-type]  # no file
    of_plain_mode = {Do.HELP, Do.NUMBERS, Do.PAUSE, Do.END, Do.CARDS, Do.LOBBY}
    assert set(Do) - OF_THE_SCREEN == set(facilitator.moves) | of_plain_mode


def test_what_the_talk_is_for_has_keys() -> None:
    assert {"d", "n", "a", "k", "b"} <= set(commands(Stage.TALK, Mode.VOTES))
    assert {"d", "n", "a", "b", "o"} <= set(commands(Stage.RESULT, Mode.VOTES))
