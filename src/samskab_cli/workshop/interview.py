"""The state machine of a workshop: where the room is, and what each move does. No input or output here.

Plain mode and the screen drive the same moves; every answer goes into the journal before the next question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Literal, Protocol

from samskab_cli.model.answers import Mode, Votes
from samskab_cli.model.question_set import Dimension, Item, QuestionSet
from samskab_cli.model.session import (
    ActionNoted,
    AgreedNoted,
    AnswerNoted,
    Entry,
    Finished,
    Given,
    NextDateSet,
    PresentChanged,
    RemarkNoted,
    RespondentBegan,
    Session,
    SessionMode,
    State,
    VotesNoted,
)

RemarkKind = Literal["note", "evidence", "dilemma"]


class Noting(Protocol):
    """Where entries go: a journal, or a test's list."""

    @property
    def session(self) -> Session:
        """What all entries add up to."""

    def append(self, entry: Entry) -> None:
        """Note one thing. Raises SessionTrouble where it can't be saved; then nothing has changed."""


class Stage(StrEnum):
    """What is before the room."""

    TURN = "turn"
    """Individual: between two people."""
    QUESTION = "question"
    DISTRIBUTION = "distribution"
    """Votes: every role has voted on the item."""
    DIMENSION = "dimension"
    """A dimension is done."""
    OVERVIEW = "overview"


class Interview:
    """One session of one question set, from where it stopped."""

    def __init__(self, question_set: QuestionSet, noting: Noting, clock: Callable[[], dt.datetime]) -> None:
        self.question_set = question_set
        self._noting, self._clock = noting, clock
        self.items: tuple[Item, ...] = question_set.items_asked(quick=self.session.header.quick)
        self.respondent: str | None = None
        """Whose turn it is, in `individual`."""
        self._to_vote: list[str] = []
        self._place = 0
        self.stage = Stage.QUESTION
        self._go_on()

    @property
    def session(self) -> Session:
        """What has been noted so far."""
        return self._noting.session

    @property
    def mode(self) -> SessionMode:
        """How this session is answered."""
        return self.session.header.mode

    @property
    def item(self) -> Item:
        """The item that is asked, or was asked last."""
        return self.items[self._place]

    @property
    def number(self) -> int:
        """Of the items asked, which one it is, from 1."""
        return self._place + 1

    @property
    def dimension(self) -> Dimension:
        """The dimension of the item."""
        return self.question_set.dimension_of[self.item.id]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that something is asked of."""
        asked = {self.question_set.dimension_of[item.id].id for item in self.items}
        return tuple(dimension for dimension in self.question_set.dimensions if dimension.id in asked)

    @property
    def given(self) -> int | State | None:
        """What was answered to the item before, by the room or by the person whose turn it is."""
        return self.session.answers.get(self.respondent, {}).get(self.item.id)

    @property
    def votes(self) -> Mapping[str, Votes]:
        """Role (or side) → its votes on the item."""
        return self.session.votes.get(self.item.id, {})

    @property
    def voting(self) -> tuple[str, ...]:
        """The roles (or sides) that are here and asked the item, in the set's order."""
        return tuple(role for role in self._roles_here() if not self._skips(role, self.item))

    @property
    def to_vote(self) -> tuple[str, ...]:
        """The roles (or sides) whose votes are still to be typed, the next one first."""
        return tuple(self._to_vote)

    @property
    def role(self) -> str:
        """The role (or side) whose votes are typed now; only while a question is voted on."""
        return self._to_vote[0]

    def is_answered(self, item: Item) -> bool:
        """Whether the item has an answer: of the room, of anybody's vote, of the person whose turn it is."""
        if self.mode is Mode.VOTES:
            return any(votes.cast for votes in self.session.votes.get(item.id, {}).values())
        return item.id in self.session.answers.get(self.respondent, {})

    def is_asked(self, item: Item) -> bool:
        """Whether anybody is there whom the item is asked of."""
        if self.mode is Mode.VOTES:
            return any(not self._skips(role, item) for role in self._roles_here())
        role = self.session.roles.get(self.respondent or "")
        return role is None or not self._skips(role, item)

    @property
    def unanswered(self) -> list[int]:
        """Numbers (from 1) of the items that are asked and have no answer."""
        return [n for n, item in enumerate(self.items, 1) if self.is_asked(item) and not self.is_answered(item)]

    @property
    def is_complete(self) -> bool:
        """Whether every item that is asked has an answer; in `individual`, whether somebody has had a whole turn."""
        if self.mode is Mode.INDIVIDUAL and self.respondent is None:
            return bool(self.session.roles)
        return not self.unanswered

    # What the room does

    def answer(self, given: Given) -> None:
        """The room, or the person whose turn it is, answers the item; on to the next."""
        at = None if self.mode is Mode.INDIVIDUAL else self._clock()
        self._noting.append(AnswerNoted(at=at, item=self.item.id, given=given, respondent=self.respondent))
        self._forward()

    def vote(self, votes: Votes) -> None:
        """The role whose turn it is has voted; after the last one the distribution is shown."""
        self._noting.append(VotesNoted(at=self._clock(), item=self.item.id, role=self.role, votes=votes))
        del self._to_vote[0]
        if not self._to_vote:
            self.stage = Stage.DISTRIBUTION

    def vote_again(self) -> None:
        """All roles vote on the item once more; what they voted stays until they do."""
        self._to_vote = list(self.voting)
        self.stage = Stage.QUESTION

    def agree(self, value: int | None) -> None:
        """The value that the room agrees on beside its votes."""
        self._noting.append(AgreedNoted(at=self._clock(), item=self.item.id, value=value))

    def skip(self) -> None:
        """Leave the item as it is; on to the next."""
        self._forward()

    def proceed(self) -> None:
        """Go on from a distribution, a dimension, or the overview."""
        match self.stage:
            case Stage.DISTRIBUTION:
                self._forward()
            case Stage.DIMENSION:
                self._next()
            case Stage.OVERVIEW if self.unanswered:
                self.jump(self.unanswered[0])

    def back(self) -> None:
        """One step back: the role before, the item before, or out of a dimension's summary."""
        voted = len(self.voting) - len(self._to_vote)
        if self.stage is Stage.QUESTION and self.mode is Mode.VOTES and 0 < voted < len(self.voting):
            self._to_vote.insert(0, self.voting[voted - 1])
        elif self.stage is Stage.QUESTION:
            asked = [place for place in range(self._place) if self.is_asked(self.items[place])]
            self._enter(asked[-1] if asked else self._place)
        else:
            self._enter(self._place)

    def jump(self, number: int) -> None:
        """Go to an item by its number, from 1."""
        self._enter(number - 1)

    def overview(self) -> None:
        """Show what is answered and what isn't."""
        self.stage = Stage.OVERVIEW

    def leave_overview(self) -> None:
        """Back to the item that was asked before."""
        self._enter(self._place)

    @property
    def _about(self) -> str | None:
        """The item that the room talks about; none in the overview and at the end."""
        return None if self.stage is Stage.OVERVIEW or self.session.is_finished else self.item.id

    def remark(self, kind: RemarkKind, text: str, number: int | None = None) -> None:
        """A note, an example or a dilemma about the item; `number`: in another's place, an empty text takes it out."""
        number = number or max(self.session.remarks, default=0) + 1
        old = self.session.remarks.get(number)
        item = old.item if old else self._about
        self._noting.append(RemarkNoted(at=self._clock(), kind=kind, number=number, text=text, item=item))

    def act(self, what: str, who: str | None, when: str | None, number: int | None = None) -> None:
        """Somebody promises something; `number`: in another's place, an empty `what` takes it out."""
        number = number or max(self.session.actions, default=0) + 1
        old = self.session.actions.get(number)
        item = old.item if old else self._about
        self._noting.append(ActionNoted(at=self._clock(), number=number, what=what, who=who, when=when, item=item))

    def change_present(self, present: Mapping[str, int]) -> None:
        """Somebody came or left; those who came vote on the item that is asked."""
        self._noting.append(PresentChanged(at=self._clock(), present=dict(present)))
        if self.stage is Stage.QUESTION:
            self._to_vote = [role for role in self.voting if role not in self.votes]

    def meet_again(self, date: dt.date | None) -> None:
        """When the room meets next."""
        self._noting.append(NextDateSet(at=self._clock(), date=date))

    def begin_turn(self, role: str | None) -> None:
        """The next person sits down."""
        respondent = f"r{len(self.session.roles) + 1:02d}"
        self._noting.append(RespondentBegan(respondent=respondent, role=role))
        self.respondent = respondent
        self._enter(next((n for n, item in enumerate(self.items) if self.is_asked(item)), 0))

    def end_turn(self) -> None:
        """The person is done; nothing of the answers is shown to the next."""
        self.respondent = None
        self.stage = Stage.TURN

    def finish(self) -> None:
        """The room has come to its end."""
        self._noting.append(Finished(at=self._clock()))

    # Where that leads

    def _go_on(self) -> None:
        """Take up a session where it stopped: at the first item without an answer after the last one that has one."""
        if self.mode is Mode.INDIVIDUAL:
            self.stage = Stage.TURN
            if len(self.session.roles) == 1:  # somebody alone goes on; of several, nobody sees another's answers
                self.respondent = next(iter(self.session.roles))
            else:
                return
        places = {item.id: number for number, item in enumerate(self.items, start=1)}
        last = places.get(self.session.last_item or "", 0)
        unanswered = self.unanswered
        if not unanswered and self.session.last_item:
            self._place = max(last - 1, 0)
            self.stage = Stage.OVERVIEW
            return
        half_voted = last and self.mode is Mode.VOTES and set(self._voting_on(last)) - set(self._votes_on(last))
        going_on = last if half_voted else next((n for n in unanswered if n > last), None)
        self._enter((going_on or next(iter(unanswered), 1)) - 1)

    def _voting_on(self, number: int) -> tuple[str, ...]:
        return tuple(role for role in self._roles_here() if not self._skips(role, self.items[number - 1]))

    def _votes_on(self, number: int) -> Mapping[str, Votes]:
        return self.session.votes.get(self.items[number - 1].id, {})

    def _enter(self, place: int) -> None:
        self._place = place
        self.stage = Stage.QUESTION
        if self.mode is Mode.VOTES:
            self._to_vote = [role for role in self.voting if role not in self.votes]
            if not self._to_vote:
                self.stage = Stage.DISTRIBUTION

    def _forward(self) -> None:
        """On from the item: to its dimension's summary after the last one of it, else to the next."""
        of_dimension = {item.id for item in self.dimension.items}
        rest = [item for item in self.items[self.number :] if item.id in of_dimension and self.is_asked(item)]
        some = any(self.is_answered(item) for item in self.items if item.id in of_dimension)
        if not rest and some and self.mode is not Mode.INDIVIDUAL:
            self.stage = Stage.DIMENSION
        else:
            self._next()

    def _next(self) -> None:
        places = range(self.number, len(self.items))
        place = next((place for place in places if self.is_asked(self.items[place])), None)
        if place is None:
            self.stage = Stage.OVERVIEW
        else:
            self._enter(place)

    def _roles_here(self) -> tuple[str, ...]:
        """Roles (or sides) with people in the room, in the set's order."""
        order = [*self.question_set.role_by_id, *(side.id for side in self.question_set.all_sides)]
        present = self.session.present
        return tuple(role for role in dict.fromkeys(order) if present.get(role, 0) > 0)

    def _skips(self, role: str, item: Item) -> bool:
        """Whether nobody of the role is asked the item; of a side, where all of its roles are skipped."""
        qs = self.question_set
        of_side = [one for one, side in qs.side_of.items() if side == role and one != role]
        return role in item.skip_roles or (bool(of_side) and all(one in item.skip_roles for one in of_side))
