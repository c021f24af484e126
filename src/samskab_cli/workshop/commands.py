"""The one table of commands: which key does what, where. The screen and plain mode both read it, and so do their hints.

Digits, `v` and `i` are answers; every other key that does something stands here. A command is one key on the screen
and one line in plain mode, and what a hint offers is taken, since both come from this table.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from samskab_cli.model.answers import Mode
from samskab_cli.model.session_lines import SessionMode
from samskab_cli.workshop.stage import Stage


class Do(StrEnum):
    """What a command does."""

    BACK = "back"
    CHANGE_VOTES = "change_votes"
    ANSWER_AGAIN = "answer_again"
    SKIP = "skip"
    NOTE = "note"
    EVIDENCE = "evidence"
    DILEMMA = "dilemma"
    ACTION = "action"
    AGREED = "agreed"
    PRESENT = "present"
    COUNTS = "counts"
    OVERVIEW = "overview"
    CARDS = "cards"
    LOBBY = "lobby"
    STEP_DONE = "step_done"
    STEP_UNDER_WAY = "step_under_way"
    STEP_NOT_DONE = "step_not_done"
    LIST = "list"
    TURNS = "turns"
    FINISH = "finish"
    TOPICS = "topics"
    NUMBERS = "numbers"
    DIGITS = "digits"
    CLOCK = "clock"
    HELP = "help"
    TABLE = "table"
    SIDES = "sides"
    DISTRIBUTIONS = "distributions"
    SINCE = "since"
    ORDER = "order"
    SAVE = "save"
    NEXT_MEETING = "next_meeting"
    SMALL_SIDES = "small_sides"
    PAUSE = "pause"
    END = "end"


OF_THE_BOARD: Final = frozenset({Do.COUNTS, Do.DIGITS})
"""Commands of votes that are typed: none where phones give them."""

Origin = Literal["answers", "meeting", "phones"]
"""What a meeting may build on: answers that were given before it, an earlier meeting, phones in the room."""


@dataclass(frozen=True)
class Command:
    """One key, where it holds."""

    key: str
    do: Do
    stages: frozenset[Stage]
    modes: frozenset[SessionMode]
    only_with: Origin | None = None
    """What the meeting must build on for it to hold."""


_EVERY: Final[frozenset[SessionMode]] = frozenset({Mode.VOTES, Mode.CONSENSUS, Mode.INDIVIDUAL})
_VOTES: Final[frozenset[SessionMode]] = frozenset({Mode.VOTES})
_TOGETHER: Final[frozenset[SessionMode]] = frozenset({Mode.VOTES, Mode.CONSENSUS})
_AT_ITEM: Final = frozenset({Stage.QUESTION, Stage.DISTRIBUTION, Stage.TALK})
_OPEN: Final = _AT_ITEM | {Stage.DIMENSION}
_SHARED: Final = _OPEN | {Stage.OVERVIEW, Stage.LIST, Stage.RESULT}
_INDIVIDUAL: Final[frozenset[SessionMode]] = frozenset({Mode.INDIVIDUAL})


def _command(
    key: str, do: Do, stages: frozenset[Stage] | set[Stage], modes: frozenset[SessionMode] = _EVERY
) -> Command:
    return Command(key, do, frozenset(stages), modes)


def _of_answers_before(key: str, do: Do, stages: set[Stage]) -> Command:
    return Command(key, do, frozenset(stages), _INDIVIDUAL, "answers")


TABLE: Final = (
    _command("b", Do.BACK, {Stage.QUESTION, Stage.DIMENSION}),
    _command("b", Do.CHANGE_VOTES, {Stage.DISTRIBUTION, Stage.TALK}, _VOTES),
    _command("b", Do.ANSWER_AGAIN, {Stage.TALK}, frozenset({Mode.CONSENSUS})),
    _command("b", Do.TOPICS, {Stage.RESULT}),
    _command("s", Do.SKIP, {Stage.QUESTION}),
    _command("k", Do.AGREED, _AT_ITEM, _VOTES),
    _command("k", Do.AGREED, {Stage.TALK}, _INDIVIDUAL),
    _command("n", Do.NOTE, _SHARED),
    _command("e", Do.EVIDENCE, _SHARED),
    _command("d", Do.DILEMMA, _SHARED),
    _command("a", Do.ACTION, _SHARED),
    _command("=", Do.COUNTS, {Stage.QUESTION}, _VOTES),
    _command("p", Do.PRESENT, _OPEN | {Stage.OVERVIEW, Stage.SIDES}, _VOTES),
    Command("t", Do.CARDS, frozenset({Stage.QUESTION}), _VOTES, "phones"),
    Command("w", Do.LOBBY, _OPEN | {Stage.OVERVIEW, Stage.SIDES}, _VOTES, "phones"),
    _command("o", Do.OVERVIEW, _OPEN | {Stage.RESULT}, _TOGETHER),
    _command("o", Do.OVERVIEW, {Stage.QUESTION}, _INDIVIDUAL),
    _of_answers_before("o", Do.LIST, {Stage.TALK, Stage.RESULT}),
    _of_answers_before("l", Do.TURNS, {Stage.LIST}),
    _of_answers_before("f", Do.FINISH, {Stage.LIST}),
    _command("f", Do.FINISH, {Stage.OVERVIEW}, _TOGETHER),
    _command("j", Do.STEP_DONE, {Stage.FOLLOW_UP}),
    _command("u", Do.STEP_UNDER_WAY, {Stage.FOLLOW_UP}),
    _command("n", Do.STEP_NOT_DONE, {Stage.FOLLOW_UP}),
    _command("h", Do.DIGITS, {Stage.QUESTION}, _VOTES),
    _command("h", Do.NUMBERS, {Stage.DISTRIBUTION, Stage.TALK}, frozenset({Mode.VOTES, Mode.INDIVIDUAL})),
    _command("h", Do.NUMBERS, {Stage.DIMENSION}),
    _command("u", Do.CLOCK, {Stage.TALK}),
    _command("t", Do.TABLE, {Stage.RESULT}),
    _command("s", Do.SIDES, {Stage.RESULT}),
    _command("f", Do.DISTRIBUTIONS, {Stage.RESULT}),
    Command("c", Do.SINCE, frozenset({Stage.RESULT}), _EVERY, "meeting"),
    _command("r", Do.ORDER, {Stage.RESULT}),
    _command("g", Do.SAVE, {Stage.RESULT}),
    _command("m", Do.NEXT_MEETING, {Stage.RESULT}),
    _command("l", Do.SMALL_SIDES, {Stage.OVERVIEW, Stage.RESULT}, _VOTES),
    _command("l", Do.SMALL_SIDES, {Stage.RESULT}, _INDIVIDUAL),
    _command("?", Do.HELP, {Stage.QUESTION}),
    _command("q", Do.PAUSE, _OPEN | {Stage.OVERVIEW, Stage.LIST, Stage.TURN, Stage.SIDES, Stage.FOLLOW_UP}),
    _command("q", Do.END, {Stage.RESULT}),
)


def commands(stage: Stage, mode: SessionMode, origins: Collection[Origin] = ()) -> dict[str, Do]:
    """Key → what it does, at a stage of a session that builds on these."""
    return {
        one.key: one.do
        for one in TABLE
        if stage in one.stages and mode in one.modes and (one.only_with is None or one.only_with in origins)
    }
