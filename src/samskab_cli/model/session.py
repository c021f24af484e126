"""A workshop's session: the lines of its journal, and the state that they add up to. No I/O here.

The file holds one JSON object a line: the header, then entries in the order they were noted. Nothing is changed or
taken out; a later line about the same thing wins.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from samskab_cli.errors import Problem, SessionRefused
from samskab_cli.model.answers import Action, Mode, Note, Room, Votes

_K = TypeVar("_K")
_V = TypeVar("_V")
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
SessionMode = Literal[Mode.VOTES, Mode.CONSENSUS, Mode.INDIVIDUAL]
"""How a workshop answers."""
State = Literal["unsure", "not_relevant"]
Given = int | State | None
"""One answer: the raw value, or its state; None takes an earlier answer back."""
SidesChoice = Literal["show", "room", "merge", "withhold"]
"""What a room with a small side decides about figures of sides: shown here and in the report, shown here only, shown
of sides put together, or shown nowhere."""
FORMATS = ("session/1", "session/2")
"""What a first line begins with; 2 has `revote` and `sides`, and is otherwise 1."""


SUFFIX = ".samskab.jsonl"
"""How the names of session files end."""


class Trouble(StrEnum):
    """What can be wrong with a session's file, so that a room can be told in its own language."""

    NO_SESSION = "no_session"
    NEWER = "newer"
    DAMAGED = "damaged"
    OTHER_SET = "other_set"
    MISSING = "missing"
    EXISTS = "exists"
    LOCKED = "locked"
    FULL = "full"
    READ_ONLY = "read_only"
    NO_FOLDER = "no_folder"
    GONE = "gone"
    DISK = "disk"


class SessionTrouble(SessionRefused):
    """A session file that can't be read or written; `trouble` is its kind, `said` what is known of it."""

    def __init__(self, trouble: Trouble, file: str, message: str, *, line: int | None = None, said: str = "") -> None:
        super().__init__(Problem(message, file, line))
        self.trouble, self.file, self.line, self.said = trouble, file, line, said


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class AskedSet(_Line):
    """Which question set is asked."""

    id: str
    version: str
    sha256: str


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


class _Entry(_Line):
    at: dt.datetime | None = None
    """When it was noted, with its offset from UTC; never on an answer in `individual`."""


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
    | RemarkNoted
    | ActionNoted
    | NextDateSet
    | Resumed
    | Finished,
    Field(discriminator="kind"),
]
ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry, config=ConfigDict(defer_build=True))


@dataclass(frozen=True)
class Session:
    """What all lines of a journal add up to."""

    header: Header
    question_set: AskedSet
    """The version asked last."""
    since: dt.datetime
    """When it was begun, or last gone on with."""
    present: Mapping[str, int]
    answers: Mapping[str | None, Mapping[str, int | State]] = field(default_factory=dict)
    """Respondent (None: the room) → item → answer; an answer taken back isn't there."""
    roles: Mapping[str, str | None] = field(default_factory=dict)
    """Respondent → role, in the order of their turns."""
    votes: Mapping[str, Mapping[str, Votes]] = field(default_factory=dict)
    """Item → role (or side) → votes."""
    agreed: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[int, RemarkNoted] = field(default_factory=dict)
    actions: Mapping[int, ActionNoted] = field(default_factory=dict)
    next_date: dt.date | None = None
    is_finished: bool = False
    last_item: str | None = None
    """The item that was answered last."""
    revote: str | None = None
    """The item that is voted on again."""
    sides: SidesNoted | None = None
    """What was decided about small sides."""

    @classmethod
    def begun(cls, header: Header) -> Session:
        """The session of a header alone."""
        return cls(header, header.question_set, header.begun, dict(header.present))

    def after(self, entry: Entry) -> Session:  # noqa: C901, PLR0911  # one case a kind of line
        """The session with one more line."""
        match entry:
            case AnswerNoted():
                answers = _put(self.answers, entry.respondent, entry.item, entry.given)
                return self._with(answers=answers, last_item=entry.item)
            case VotesNoted():
                revote = self.revote if self.revote == entry.item else None
                votes = _put(self.votes, entry.item, entry.role, entry.votes)
                return self._with(votes=votes, last_item=entry.item, revote=revote)
            case RevoteNoted():
                return self._with(revote=entry.item, last_item=entry.item or self.last_item)
            case SidesNoted():
                return self._with(sides=entry)
            case AgreedNoted():
                return self._with(agreed=_set(self.agreed, entry.item, entry.value))
            case PresentChanged():
                return self._with(present=dict(entry.present))
            case RespondentBegan():
                return self._with(roles={**self.roles, entry.respondent: entry.role}, last_item=None)
            case RemarkNoted():
                return self._with(remarks=_set(self.remarks, entry.number, entry if entry.text else None))
            case ActionNoted():
                return self._with(actions=_set(self.actions, entry.number, entry if entry.what else None))
            case NextDateSet():
                return self._with(next_date=entry.date)
            case Resumed():
                return self._with(question_set=entry.question_set, since=entry.at or self.since, is_finished=False)
            case Finished():
                return self._with(is_finished=True)

    def room(self) -> Room:
        """What the room left besides its answers, in the order it was first noted."""
        said = sorted(self.remarks.values(), key=lambda remark: remark.number)
        notes = {
            kind: tuple(Note(text=remark.text, item=remark.item) for remark in said if remark.kind == kind)
            for kind in ("note", "evidence", "dilemma")
        }
        promised = sorted(self.actions.values(), key=lambda action: action.number)
        return Room(
            notes=notes["note"],
            evidence=notes["evidence"],
            dilemmas=notes["dilemma"],
            actions=tuple(Action(what=a.what, who=a.who, when=a.when, item=a.item) for a in promised),
            agreed=dict(self.agreed),
            next_date=self.next_date,
        )

    def _with(self, **changed: object) -> Session:
        return dataclasses.replace(self, **changed)  # type: ignore[arg-type]  # each call above names a field of ours


def _set(kept: Mapping[_K, _V], key: _K, value: _V | None) -> dict[_K, _V]:
    """A copy with this value; without the key where it is None. A key that was there keeps its place."""
    changed = {**kept, key: value}
    return {name: one for name, one in changed.items() if one is not None}


def _put(kept: Mapping[_K, Mapping[str, _V]], outer: _K, inner: str, value: _V | None) -> dict[_K, Mapping[str, _V]]:
    return {**kept, outer: _set(kept.get(outer, {}), inner, value)}
