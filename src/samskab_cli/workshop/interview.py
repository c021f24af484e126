"""The state machine: stage, item and turn, and the move that each answer or command is. No input or output.

Plain mode and the screen drive the same moves; what is answered goes into the journal before anything else changes.

    SIDES?  →  QUESTION  →  DISTRIBUTION  →  …  →  DIMENSION  →  …  →  OVERVIEW  →  TALK  →  RESULT
               (a board, in votes)                                       ▲           │ vote again
                                                                         └───────────┴─ QUESTION, and back to it
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from samskab_cli.model.answers import Mode, SidesChoice, Votes
from samskab_cli.model.question_set import Dimension, Item, QuestionSet
from samskab_cli.model.session import Session
from samskab_cli.model.session_lines import (
    AnswerNoted,
    Finished,
    Given,
    PresentChanged,
    SessionMode,
    SidesNoted,
    State,
)
from samskab_cli.workshop.ballot import Ballot
from samskab_cli.workshop.board import Board, Card
from samskab_cli.workshop.follow_up import FollowUp
from samskab_cli.workshop.items_by_role import ItemsByRole
from samskab_cli.workshop.minutes import Minutes
from samskab_cli.workshop.note_target import Noting
from samskab_cli.workshop.privacy import Sides
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.turns import Turns


class Interview:
    """One session of one question set, from where it stopped."""

    def __init__(self, question_set: QuestionSet, noting: Noting, clock: Callable[[], dt.datetime]) -> None:
        self.question_set = question_set
        self._noting, self._clock = noting, clock
        self.turns = Turns(question_set, noting)
        """Whose turn it is, in `individual`."""
        self.items: tuple[Item, ...] = self.items_by_role.items
        self.ballot = Ballot(question_set, noting, clock)
        """The votes on the item, as they are typed."""
        self.minutes = Minutes(noting, clock)
        """What the room writes beside its answers."""
        self.follow_up = FollowUp(noting, clock)
        """The steps of the previous meeting."""
        self.topics: tuple[str, ...] | None = None
        """Ids of the items to talk about at the end; None until `talk` says them."""
        self._place = 0
        self._stage = Stage.QUESTION
        self._back_to: Stage | None = None
        self._all_have_answered = False
        self._reconsiders = False
        self.leafs = False
        """Whether the topics are all the statements, to be leafed through."""
        self._go_on()

    # Where the room is

    @property
    def session(self) -> Session:
        """What has been noted so far."""
        return self._noting.session

    @property
    def mode(self) -> SessionMode:
        """How this session is answered."""
        return self.session.header.mode

    @property
    def stage(self) -> Stage:
        """What is before the room; a small side is asked about before anything else."""
        if self.follow_up.step is not None:
            return Stage.FOLLOW_UP
        return Stage.SIDES if self._reconsiders or self.sides.is_undecided else self._stage

    @property
    def items_by_role(self) -> ItemsByRole:
        """Who is asked what."""
        return self.turns.items_by_role

    @property
    def item(self) -> Item:
        """The item that is asked, was asked last, or is talked about."""
        return self.items[self._place]

    @property
    def numbered(self) -> tuple[Item, ...]:
        """The items as they are numbered for whoever answers, from 1; in `individual` what the person is asked."""
        return self.items_by_role.numbered

    @property
    def number(self) -> int:
        """Which one the item is."""
        return self.numbered.index(self.item) + 1

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
        return self.turns.given(self.item)

    @property
    def board(self) -> Board:
        """The votes on the item, as they are typed."""
        return self.ballot.board

    @property
    def votes(self) -> Mapping[str, Votes]:
        """Role (or side) → its votes on the item."""
        return self.session.votes.get(self.item.id, {})

    @property
    def unanswered(self) -> list[int]:
        """Numbers of the items that are asked and have no answer."""
        return self.items_by_role.unanswered

    @property
    def is_complete(self) -> bool:
        """Whether every item that is asked has an answer; in `individual`, whether somebody has had a whole turn."""
        if self.mode is Mode.INDIVIDUAL and self.turns.respondent is None:
            return bool(self.session.roles)
        return not self.unanswered

    @property
    def sides(self) -> Sides:
        """How many people the sides are, and what the room may decide about small ones."""
        return Sides(self.session, self.question_set, self._all_have_answered)

    # Answers and votes

    def answer(self, given: Given) -> None:
        """The room, or the person whose turn it is, answers the item; on to the next."""
        at = None if self.mode is Mode.INDIVIDUAL else self._clock()
        self._noting.append(AnswerNoted(at=at, item=self.item.id, given=given, respondent=self.turns.respondent))
        self.turns.answered(self.item)
        self._forward()

    def fill(self, cards: Sequence[Card]) -> bool:
        """All cards of the row at the cursor; False, and nothing changed, where these are more than its people."""
        took = self.ballot.fill(cards)
        self._show_when_closed()
        return took

    def card(self, card: Card) -> bool:
        """One card more in the row at the cursor; False, and nothing changed, where everybody of it has voted."""
        return self.fill((*self.board.row.cards, card))

    def close_row(self) -> None:
        """The open boxes of the row at the cursor stay open: they count as unanswered."""
        self.ballot.close_row()
        self._show_when_closed()

    def close_board(self) -> None:
        """All open boxes stay open; then the distribution is shown."""
        self.ballot.close()
        self._stage = Stage.DISTRIBUTION

    def vote_again(self) -> None:
        """Back to the board as it was filled; it is a line of the journal, so that a room that is cut off is there."""
        self.ballot.reopen(self.item)
        self._back_to = self._stage if self._stage is Stage.TALK else self._back_to
        self._stage = Stage.QUESTION

    def decide(self, choice: SidesChoice) -> None:
        """What becomes of figures of small sides."""
        sides = self.sides
        decided = SidesNoted(at=self._clock(), choice=choice, small=sides.small, min_group=sides.min_group(choice))
        self._noting.append(decided)
        self._reconsiders = False

    def reconsider(self) -> bool:
        """Ask the room about its small sides once more; False where it has none."""
        self._reconsiders = bool(self.sides.small)
        return self._reconsiders

    def change_present(self, present: Mapping[str, int]) -> None:
        """Somebody came or left; those who came vote on the item that is asked."""
        self._noting.append(PresentChanged(at=self._clock(), present=dict(present)))
        if self._stage is Stage.QUESTION and self.mode is Mode.VOTES:
            self.ballot.seat(self.item)
            self._show_when_closed()

    # Where to

    def skip(self) -> None:
        """Leave the item as it is; on to the next."""
        self._forward()

    def proceed(self) -> None:
        """Go on from a distribution, a dimension, the overview, or a topic."""
        match self._stage:
            case Stage.DISTRIBUTION:
                self._forward()
            case Stage.DIMENSION:
                self._next()
            case Stage.OVERVIEW if self.unanswered:
                self.jump(self.unanswered[0])
            case Stage.TALK:
                self.turn_topic(1)
            case _:
                pass

    def back(self) -> None:
        """One step back: the item before; out of a summary or the overview; from the result to the last topic."""
        if self._stage is Stage.RESULT:
            self._enter_topic(-1)
        elif self._stage is Stage.QUESTION:
            before = self.items_by_role.before(self._place)
            self._enter(self._place if before is None else before)
        else:
            self._enter(self._place)

    def jump(self, number: int) -> None:
        """Go to an item by its number; where nothing is missing, what it came from is next."""
        from_talk = self._stage is Stage.TALK
        self._back_to = Stage.TALK if from_talk else None if self.unanswered else Stage.OVERVIEW
        self._enter(self.items.index(self.numbered[number - 1]))

    def overview(self) -> None:
        """Show what is answered and what isn't."""
        self._stage = Stage.OVERVIEW

    def list_items(self) -> None:
        """Show all the statements; nobody answers any more."""
        self.turns.end()
        self._all_have_answered = True
        self._stage = Stage.LIST

    def leaf(self, items: Sequence[str], place: int) -> None:
        """One of the statements, among all of them in this order."""
        self.leafs, self.topics = True, tuple(items)
        self._enter_topic(place)

    def talk(self, topics: Sequence[str]) -> None:
        """What to talk about first, one item a page; without any, the page says why."""
        asked = {item.id for item in self.items}
        self.leafs, self.topics = False, tuple(topic for topic in topics if topic in asked)
        self._enter_topic(0)

    @property
    def topic(self) -> int:
        """Which of the topics is talked about, from 0."""
        topics = self.topics or ()
        return topics.index(self.item.id) if self.item.id in topics else 0

    def turn_topic(self, step: int) -> None:
        """Another topic; after the last one comes the result."""
        place = self.topic + step
        if place >= len(self.topics or ()):
            self._stage = Stage.LIST if self.leafs else Stage.RESULT
        else:
            self._enter_topic(max(place, 0))

    @property
    def about(self) -> str | None:
        """The item that the room talks about; none in the overview and at the end."""
        at_item = self.stage in {Stage.QUESTION, Stage.DISTRIBUTION, Stage.DIMENSION}
        return self.item.id if at_item or (self.stage is Stage.TALK and self.topics) else None

    def begin_turn(self, role: str | None) -> None:
        """The next person sits down."""
        self.turns.begin(role)
        self._all_have_answered = False
        self._enter(self.items_by_role.first())

    def go_on_with_turn(self) -> None:
        """The person whose turn was broken off goes on; what was answered before is seen by nobody."""
        self.turns.go_on()
        self._all_have_answered = False
        self._enter(self.items_by_role.place_to_go_on())

    def end_turn(self) -> None:
        """The person is done; nothing of the answers is shown to the next."""
        self.turns.end()
        self._stage = Stage.TURN

    def finish(self) -> None:
        """The room has answered what it wants to answer."""
        if not self.session.is_finished:
            self._noting.append(Finished(at=self._clock()))
        self._all_have_answered, self.leafs, self.topics = True, False, None
        self._stage = Stage.TALK

    # Where that leads

    def _go_on(self) -> None:
        """Take up a session where it stopped."""
        session = self.session
        if session.header.collected == "before":
            self.list_items()
            return
        if self.mode is Mode.INDIVIDUAL:
            self._stage = Stage.TURN
            if len(session.roles) != 1:  # somebody alone goes on; of several, nobody sees another's answers
                return
            self.turns.alone(next(iter(session.roles)))
        self._enter(self.items_by_role.place_to_go_on())
        if not self.unanswered and session.last_item and not self.board.is_revote:
            self._stage = Stage.OVERVIEW

    def _enter(self, place: int) -> None:
        self._place = place
        self._stage = Stage.QUESTION
        if self.mode is Mode.VOTES:
            self.ballot.open(self.item)
            self._show_when_closed()

    def _show_when_closed(self) -> None:
        if self.ballot.is_closed:
            self._stage = Stage.DISTRIBUTION

    def _enter_topic(self, topic: int) -> None:
        if self.topics:
            self._place = next(place for place, item in enumerate(self.items) if item.id == self.topics[topic])
        self._stage = Stage.TALK

    def _forward(self) -> None:
        """On from the item: back to where it was jumped from; after its dimension the summary; else the next."""
        if self._back_to is not None:
            self._stage, self._back_to = self._back_to, None
        elif self.mode is not Mode.INDIVIDUAL and self.items_by_role.ends_dimension(self._place):
            self._stage = Stage.DIMENSION
        else:
            self._next()

    def _next(self) -> None:
        place = self.items_by_role.after(self._place)
        if place is None:
            self._stage = Stage.OVERVIEW
        else:
            self._enter(place)
