"""`Answers`: responses a row a person, tallies, votes, context (matter, date), notes, actions, rejected cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from samskab_cli.model.doubts import Doubt

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.model.question_set import QuestionSet

# A cell of the coded frame is the raw value (-90…99) or one of these (Int8). "Not asked" and "not reached" follow from
# BLANK, the item's skip_roles and the rest of the dimension.
LEAST_VALUE = -90
"""No value of any scale is lower, and every code is."""
UNSURE = -101
NOT_RELEVANT = -102
BLANK = -103
INVALID = -104

RESPONDENT = "respondent"
"""Column of the coded frame: the respondent's id (text)."""
ROLE = "role"
"""Column of the coded frame: role or side id, null where none could be read."""


class Mode(StrEnum):
    """How the answers came about."""

    ANSWERS = "answers"
    CONSENSUS = "consensus"
    VOTES = "votes"
    INDIVIDUAL = "individual"


SidesChoice = Literal["show", "room", "merge", "withhold"]
"""What a room with a small side decides about figures of sides: shown here and in the report, shown here only, shown
of sides put together, or shown nowhere."""


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Context(_Fact):
    """What the answers are about."""

    matter: str | None = None
    municipality: str | None = None
    date: dt.date | None = None
    language: str = "da"
    where: str | None = None
    """`column=value` where only these rows of the files count."""


class Note(_Fact):
    """Something said in the room, about an item or in general."""

    text: str
    item: str | None = None


class Action(_Fact):
    """What somebody promised in the room."""

    what: str
    who: str | None = None
    when: str | None = None
    item: str | None = None


StepState = Literal["done", "under_way", "not_done"]
"""What has become of a step that was promised."""


class Followed(_Fact):
    """A step that was promised at the previous meeting, and what became of it."""

    step: Action
    state: StepState | None = None
    """None: the room hasn't said."""
    remark: str | None = None


class Room(_Fact):
    """What the room left besides its answers."""

    notes: tuple[Note, ...] = ()
    evidence: tuple[Note, ...] = ()
    """Examples behind an answer."""
    dilemmas: tuple[Note, ...] = ()
    actions: tuple[Action, ...] = ()
    agreed: dict[str, int] = {}
    """Item id → the value the room agreed on after its votes; recorded, never scored."""
    next_date: dt.date | None = None
    followed: tuple[Followed, ...] = ()
    """Steps of the previous meeting."""


class Votes(_Fact):
    """The votes of one role (or side) on one item."""

    counts: tuple[int, ...]
    """Votes a value, lowest option first."""
    unsure: int = 0
    not_relevant: int = 0
    present: int
    """People of the role in the room when the item was last answered."""

    @property
    def cast(self) -> int:
        """All votes."""
        return sum(self.counts) + self.unsure + self.not_relevant


class Tallies(_Fact):
    """CountTable votes: nobody's answers belong together."""

    present: dict[str, int]
    """Role (or side) id → people now in the room."""
    votes: dict[str, dict[str, Votes]]
    """Item id → role (or side) id → votes. A role without an entry didn't vote on the item."""


@dataclass(frozen=True)
class Responses:
    """One row a respondent: the coded frame."""

    frame: pl.LazyFrame
    """Columns `respondent` (String), `role` (String or null), the group columns (String or null), and one Int8 column
    an asked item: the raw value or one of the codes above."""
    groups: tuple[str, ...] = ()
    """Names of the group columns. In the frame they are `group:<name>`, so that none can be taken for an item."""


@dataclass(frozen=True)
class CountTable:
    """People counted elsewhere, where their answers stay: the item tables that a cluster's tasks gave, added up."""

    table: pl.DataFrame
    """As `scoring.item_tables.counted` gives it by all group columns, with the role as what tells tables apart."""
    groups: tuple[str, ...] = ()
    """Names of the group columns; in the table they are `group:<name>`."""


class RejectedCell(NamedTuple):
    """One cell that couldn't be read. Its text is for stderr and `--rejected` only."""

    file: str
    line: int | None
    """Line in the file, from 1; None where only the record is known."""
    record: int
    """Record under the header, from 1."""
    heading: str
    item: str | None
    """None for a role."""
    text: str


class Rejected(_Fact):
    """How many cells couldn't be read."""

    count: int = 0
    by_item: dict[str, int] = {}


@dataclass(frozen=True)
class Answers:
    """Everything that one result is made from."""

    cells: Responses | CountTable | Tallies
    mode: Mode = Mode.ANSWERS
    context: Context = field(default_factory=Context)
    room: Room | None = None
    """Only sessions have one."""
    quick: bool = False
    """The quick version was asked."""
    missing_items: frozenset[str] = frozenset()
    """Items without a column, let through by `--allow-missing`."""
    incomplete: int = 0
    """Respondents that the survey system marks as not finished."""
    rejected: Rejected = field(default_factory=Rejected)
    doubts: tuple[Doubt, ...] = ()
    """What may have been meant otherwise than it was read."""
    min_group: int | None = None
    """What the session agreed on; None: the default of its mode."""
    sides_choice: SidesChoice | None = None
    """What the session's room decided about small sides; None: it wasn't asked."""
    phones: bool = False
    """Whether votes were given on phones, with cards beside them."""
    finished: bool = True
    """False for a session that is still going on."""
    previous: Previous | None = None
    """The meeting before it, which a session may keep."""


class Previous(NamedTuple):
    """The answers of the meeting before, in the version of the set that was asked then."""

    question_set: QuestionSet
    answers: Answers


def group_column(name: str) -> str:
    """The name of a group column in the coded frame."""
    return f"group:{name}"
