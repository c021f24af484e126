"""The lines of a session's journal: one JSON object each, the header first, then entries in the order they were noted.

Nothing is changed or taken out; a later line about the same thing wins.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from samskab_cli.model.answers import Mode, SidesChoice, StepState, Votes

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet

Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
SessionMode = Literal[Mode.VOTES, Mode.CONSENSUS, Mode.INDIVIDUAL]
"""How a workshop answers."""
State = Literal["unsure", "not_relevant"]
Given = int | State | None
"""One answer: the raw value, or its state; None takes an earlier answer back."""
FORMATS = ("session/1", "session/2")
"""What a first line begins with; 2 has `revote` and `sides`, and is otherwise 1."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class AskedSet(_Line):
    """Which question set is asked."""

    id: str
    version: str
    sha256: str

    @classmethod
    def of(cls, question_set: QuestionSet) -> Self:
        """As a session notes it."""
        return cls(id=question_set.id, version=question_set.version, sha256=question_set.sha256)


class Header(_Line):
    """The first line."""

    samskab: Literal["session/1", "session/2"] = "session/2"
    session: str
    """An id of its own, so that two files of one session are known as such."""
    begun: dt.datetime
    """When the file was made, with its offset from UTC."""
    question_set: AskedSet
    matter: str | None = None
    municipality: str | None = None
    date: dt.date
    mode: SessionMode
    quick: bool = False
    present: dict[str, Positive] = {}
    """Role (or side) id → people in the room at the start; empty where none were given."""
    min_group: Positive | None = None
    """None: the default of the mode."""
    language: str = "da"
    collected: Literal["room", "before", "phones"] = "room"
    """Where the answers were given; `before`: elsewhere, and the room meets to talk about them (`individual`);
    `phones`: in the room, on phones, with cards beside them (`votes`)."""


class _Entry(_Line):
    at: dt.datetime | None = None
    """When it was noted, with its offset from UTC; never on an answer in `individual`."""
    position: Positive | None = None
    """Which of the noted entries it is, so that one taken out is missed; sessions of old have none."""


class AnswerNoted(_Entry):
    """One answer: of the room (consensus), or of one respondent (individual)."""

    kind: Literal["answer"] = "answer"
    item: str
    given: Given = None
    respondent: str | None = None


class VotesNoted(_Entry):
    """The votes of one role (or side) on one item, all at once; None takes them back."""

    kind: Literal["votes"] = "votes"
    item: str
    role: str
    votes: Votes | None = None


class RevoteNoted(_Entry):
    """The room votes on an item again, over what it voted before; without an item, it is done with that."""

    kind: Literal["revote"] = "revote"
    item: str | None = None


class SidesNoted(_Entry):
    """What the room decided about figures of its sides, because one of them is small."""

    kind: Literal["sides"] = "sides"
    choice: SidesChoice
    small: dict[str, Positive]
    """Side id → its people: the sides it was decided for. Others than these, and the room is asked again."""
    min_group: Positive
    """The smallest group that files show from now on."""


class AgreedNoted(_Entry):
    """The value that the room agreed on after its votes."""

    kind: Literal["agreed"] = "agreed"
    item: str
    value: int | None = None


class PresentChanged(_Entry):
    """Who is in the room now: all roles, not the changed ones only."""

    kind: Literal["present"] = "present"
    present: dict[str, Count]


class RespondentBegan(_Entry):
    """A turn at the laptop. The role is known, the name never."""

    kind: Literal["respondent"] = "respondent"
    respondent: str
    role: str | None = None


class AnswersTaken(_Entry):
    """All answers of one person, given before the room met. The role is known; the name and the time never."""

    kind: Literal["answers"] = "answers"
    respondent: str | None = None
    """None: the room itself, in `consensus`."""
    role: str | None = None
    given: dict[str, int | State]


class RemarkNoted(_Entry):
    """A note, an example behind an answer, or a dilemma; one with the same number replaces it, empty takes it out."""

    kind: Literal["note", "evidence", "dilemma"]
    number: Positive
    """Counts the remarks of the session, of all three kinds together."""
    text: str
    item: str | None = None


class ActionNoted(_Entry):
    """What somebody promised; one with the same number replaces it, an empty `what` takes it out."""

    kind: Literal["action"] = "action"
    number: Positive
    what: str
    who: str | None = None
    when: str | None = None
    item: str | None = None


class PreviousMeeting(_Entry):
    """The session that this one comes after, as it ended: this file needs no other."""

    kind: Literal["previous"] = "previous"
    header: Header
    question_set: AskedSet
    """The version asked last."""
    present: dict[str, Count] = {}
    answers: tuple[AnswersTaken, ...] = ()
    votes: dict[str, dict[str, Votes]] = {}
    sides: SidesNoted | None = None
    actions: tuple[ActionNoted, ...] = ()


class StepFollowed(_Entry):
    """What became of a step that was promised last time; an open one is a step of this session too, by its number."""

    kind: Literal["followed"] = "followed"
    number: Positive
    state: StepState
    remark: str | None = None
    when: str | None = None
    """Of an open step: by when now."""


class NextDateSet(_Entry):
    """When the room meets again."""

    kind: Literal["next_date"] = "next_date"
    date: dt.date | None = None


class Resumed(_Entry):
    """The session goes on, maybe with another version of its set."""

    kind: Literal["resumed"] = "resumed"
    question_set: AskedSet


class Finished(_Entry):
    """The room has come to its end; a `resumed` after it opens it again."""

    kind: Literal["finished"] = "finished"


Entry = Annotated[
    AnswerNoted
    | VotesNoted
    | RevoteNoted
    | SidesNoted
    | AgreedNoted
    | PresentChanged
    | RespondentBegan
    | AnswersTaken
    | RemarkNoted
    | ActionNoted
    | PreviousMeeting
    | StepFollowed
    | NextDateSet
    | Resumed
    | Finished,
    Field(discriminator="kind"),
]
ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry, config=ConfigDict(defer_build=True))
