"""One table of keys: what a hint offers is taken, on the screen and line by line."""

from __future__ import annotations

from itertools import product

import pytest

from samskab_cli.model.answers import Mode
from samskab_cli.model.session import SessionMode
from samskab_cli.workshop.commands import TABLE, commands
from samskab_cli.workshop.interview import Stage

MODES: tuple[SessionMode, ...] = (Mode.VOTES, Mode.CONSENSUS, Mode.INDIVIDUAL)


def test_no_key_has_two_meanings_in_one_place() -> None:
    places = [(one.key, stage, mode) for one in TABLE for stage, mode in product(one.stages, one.modes)]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(("stage", "mode"), list(product(Stage, MODES)))
def test_no_command_hides_an_answer(stage: Stage, mode: SessionMode) -> None:
    assert not set(commands(stage, mode)) & {*"0123456789", "v", "i"}


def test_what_the_talk_is_for_has_keys() -> None:
    assert {"d", "n", "a", "k", "b"} <= set(commands(Stage.TALK, Mode.VOTES))
    assert {"d", "n", "a", "b", "o"} <= set(commands(Stage.RESULT, Mode.VOTES))
