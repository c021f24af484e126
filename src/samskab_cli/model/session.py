"""A session: what its journal's lines add up to: votes, notes, steps promised and followed up (`Room`). No I/O here."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar, cast

from samskab_cli.errors import Problem, SessionRefused
from samskab_cli.model.answers import Action, Followed, Note, Room, Votes
from samskab_cli.model.session_lines import (
    ActionNoted,
    AgreedNoted,
    AnswerNoted,
    AnswersTaken,
    AskedSet,
    Entry,
    Finished,
    Header,
    NextDateSet,
    PresentChanged,
    PreviousMeeting,
    RemarkNoted,
    RespondentBegan,
    Resumed,
    RevoteNoted,
    SidesNoted,
    State,
    StepFollowed,
    VotesNoted,
)

_K = TypeVar("_K")
_V = TypeVar("_V")
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
    BOX = "box"


class SessionTrouble(SessionRefused):
    """A session file that can't be read or written; `trouble` is its kind, `said` what is known of it."""

    def __init__(self, trouble: Trouble, file: str, message: str, *, line: int | None = None, said: str = "") -> None:
        super().__init__(Problem(message, file, line))
        self.trouble, self.file, self.line, self.said = trouble, file, line, said


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
    turn: str | None = None
    """Who sat down last to answer; those whose answers were taken in never did."""
    votes: Mapping[str, Mapping[str, Votes]] = field(default_factory=dict)
    """Item → role (or side) → votes."""
    agreed: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[int, RemarkNoted] = field(default_factory=dict)
    actions: Mapping[int, ActionNoted] = field(default_factory=dict)
    next_date: dt.date | None = None
    goes_on: bool = False
    """Whether it was left and gone on with, be it within a second."""
    is_finished: bool = False
    last_item: str | None = None
    """The item that was answered last."""
    revote: str | None = None
    """The item that is voted on again."""
    sides: SidesNoted | None = None
    """What was decided about small sides."""
    previous: Session | None = None
    """The session that this one comes after."""
    followed: Mapping[int, StepFollowed] = field(default_factory=dict)
    """Number of a step of the previous session → what became of it."""

    @classmethod
    def begun(cls, header: Header) -> Session:
        """The session of a header alone."""
        return cls(header, header.question_set, header.begun, dict(header.present))

    @classmethod
    def ended(cls, meeting: PreviousMeeting) -> Session:
        """A previous session as another one keeps it."""
        session = cls(
            meeting.header,
            meeting.question_set,
            meeting.header.begun,
            meeting.present,
            votes=meeting.votes,
            actions={action.number: action for action in meeting.actions},
            sides=meeting.sides,
            is_finished=True,
        )
        return session.after(*meeting.answers)

    def as_previous(self) -> PreviousMeeting:
        """What the next session keeps of this one."""
        return PreviousMeeting(
            header=self.header,
            question_set=self.question_set,
            present=dict(self.present),
            answers=tuple(
                AnswersTaken(respondent=person, role=self.roles.get(person or ""), given=dict(given))
                for person, given in self.answers.items()
            ),
            votes={item: dict(votes) for item, votes in self.votes.items()},
            sides=self.sides,
            actions=tuple(self.actions.values()),
        )

    def after(self, *entries: Entry) -> Session:
        """The session with more lines; what they say is copied once, however many they are."""
        draft = self._with(
            answers={person: dict(answers) for person, answers in self.answers.items()},
            votes={item: dict(votes) for item, votes in self.votes.items()},
            roles=dict(self.roles),
            agreed=dict(self.agreed),
            remarks=dict(self.remarks),
            actions=dict(self.actions),
            followed=dict(self.followed),
        )
        for entry in entries:
            draft = draft._noted(entry)  # noqa: SLF001  # a copy of our own
        return draft

    def _noted(self, entry: Entry) -> Session:  # noqa: PLR0911  # one case a kind of line
        """One more line, into a copy of our own."""
        match entry:
            case AnswerNoted() | AnswersTaken() | VotesNoted() | RevoteNoted() | AgreedNoted():
                return self._answered(entry)
            case RemarkNoted() | ActionNoted() | StepFollowed() | NextDateSet():
                return self._minuted(entry)
            case SidesNoted():
                return self._with(sides=entry)
            case PresentChanged():
                return self._with(present=dict(entry.present))
            case RespondentBegan():
                _keep(self.roles, entry.respondent, entry.role)
                return self._with(last_item=None, turn=entry.respondent)
            case PreviousMeeting():
                return self._with(previous=Session.ended(entry))
            case Resumed():
                at = entry.at or self.since
                return self._with(question_set=entry.question_set, since=at, goes_on=True, is_finished=False)
            case Finished():
                return self._with(is_finished=True)

    def _answered(self, entry: AnswerNoted | AnswersTaken | VotesNoted | RevoteNoted | AgreedNoted) -> Session:
        match entry:
            case AnswerNoted():
                _put(self.answers, entry.respondent, entry.item, entry.given)
                return self._with(last_item=entry.item)
            case AnswersTaken():
                _keep(self.answers, entry.respondent, dict(entry.given))
                if entry.respondent is not None:
                    _keep(self.roles, entry.respondent, entry.role)
            case VotesNoted():
                _put(self.votes, entry.item, entry.role, entry.votes)
                return self._with(last_item=entry.item, revote=self.revote if self.revote == entry.item else None)
            case RevoteNoted():
                return self._with(revote=entry.item, last_item=entry.item or self.last_item)
            case AgreedNoted():
                _set(self.agreed, entry.item, entry.value)
        return self

    def _minuted(self, entry: RemarkNoted | ActionNoted | StepFollowed | NextDateSet) -> Session:
        match entry:
            case RemarkNoted():
                _set(self.remarks, entry.number, entry if entry.text else None)
            case ActionNoted():
                _set(self.actions, entry.number, entry if entry.what else None)
            case StepFollowed():
                _keep(self.followed, entry.number, entry)
                _set(self.actions, entry.number, self._moved_on(entry))
            case NextDateSet():
                return self._with(next_date=entry.date)
        return self

    @property
    def min_group(self) -> int | None:
        """The smallest group that files show, as the room decided; None: the default of the mode."""
        return self.header.min_group if self.sides is None else self.sides.min_group

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
            followed=tuple(self._followed()),
        )

    @property
    def next_action(self) -> int:
        """The number of the next step that is promised: none that a previous session has used."""
        before = self.previous.actions if self.previous else {}
        return max((*self.actions, *before), default=0) + 1

    def _followed(self) -> Iterator[Followed]:
        for number, action in sorted(self.previous.actions.items()) if self.previous else ():
            step = self.followed.get(number)
            yield Followed(
                step=Action(what=action.what, who=action.who, when=action.when, item=action.item),
                state=step.state if step else None,
                remark=step.remark if step else None,
            )

    def _moved_on(self, step: StepFollowed) -> ActionNoted | None:
        """An open step of the previous session, as one of this; None where it is done."""
        before = self.previous.actions.get(step.number) if self.previous else None
        if before is None or step.state == "done":
            return None
        return before.model_copy(update={"at": step.at, "position": step.position, "when": step.when})

    def _with(self, **changed: object) -> Session:
        return dataclasses.replace(self, **changed)  # type: ignore[arg-type]  # each call above names a field of ours


def _keep(kept: Mapping[_K, _V], key: _K, value: _V) -> None:
    """Keep this value, in a dict of our own."""
    cast("dict[_K, _V]", kept)[key] = value


def _set(kept: Mapping[_K, _V], key: _K, value: _V | None) -> None:
    """Keep this value, in a dict of our own; nothing where it is None. A key that was there keeps its place."""
    mine = cast("dict[_K, _V]", kept)
    if value is None:
        mine.pop(key, None)
    else:
        mine[key] = value


def _put(kept: Mapping[_K, Mapping[str, _V]], outer: _K, inner: str, value: _V | None) -> None:
    mine = cast("dict[_K, Mapping[str, _V]]", kept)
    _set(mine.setdefault(outer, {}), inner, value)
