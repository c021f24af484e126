"""What may be shown: the one object that every output formats. Its JSON is `samskab.result/2`; keys are only added."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer

from samskab_cli.model.answers import Action, Followed, Mode, Note, Rejected, SidesChoice
from samskab_cli.model.conclusions import Direction, DiscussReason, Sure, SureReason
from samskab_cli.model.doubts import DoubtKind
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import Cutoffs, GateState, Level
from samskab_cli.model.suppression import Reason, SideLevel


class _Shown(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Withheld(_Shown):
    """Stands in a figure's place."""

    withheld: Reason


Points = Annotated[float, Field(ge=0, le=100)]
Shown = Points | Withheld | None
"""A figure 0…100, the reason it is withheld, or null where there is none."""
Count = Annotated[int, Field(ge=0)]


class QuestionSetRef(_Shown):
    """Which question set was asked."""

    id: str
    version: str
    sha256: str


class ContextShown(_Shown):
    """What the answers are about."""

    matter: str | None
    municipality: str | None
    date: dt.date | None
    language: str
    where: str | None = None
    """`column=value` where only these rows of the files were counted: all of them minus these are a group too."""


class Provisional(_Shown):
    """The result isn't about the whole set."""

    reason: Literal["quick", "missing_items", "few_asked"]
    """`few_asked`: all was asked, but an item of too few people to be shown."""
    items_not_asked: tuple[str, ...]
    """Ids of items that nobody was asked, or that are left out."""


class SidePeople(_Shown):
    """How many of a side took part."""

    id: str
    n: Count | None = None
    withheld: Reason | None = None

    @model_serializer
    def _one_of(self) -> dict[str, object]:
        """`n` or `withheld`, never both."""
        return {"id": self.id, "n": self.n} if self.withheld is None else {"id": self.id, "withheld": self.withheld}


class Cells(_Shown):
    """Cells of those who take part, over the asked items."""

    value: Count
    unsure: Count
    not_relevant: Count
    not_asked: Count
    not_reached: Count
    blank: Count
    invalid: Count


class SurplusShown(_Shown):
    """More cards than people: they count as people of that item, and of no other."""

    item: str
    role: str
    cards: Count
    people: Count
    """Present when the item was last answered."""


class DoubtShown(_Shown):
    """Something in the files that may have been meant otherwise than it was read."""

    kind: DoubtKind
    count: Count
    """How many cells, rows or columns it is about."""
    where: str
    """File, line, column, as far as it has a place."""
    text: str
    """A sentence in English; no cell is quoted that somebody wrote."""


class AnswersShown(_Shown):
    """Who answered, and how much."""

    respondents: Count
    """Who take part: with at least one value, unsure or not relevant; of votes the largest number at one item."""
    unanswered: Count
    """Rows, or people of a session, without any answer; never scored."""
    incomplete: Count
    """Rows that the survey system marks as not finished."""
    straight_lining: Count | None
    """Respondents with the same value on at least 90 % of ten or more items; never removed. Null for fewer than
    `min_group`."""
    coverage: Annotated[float, Field(ge=0, le=1)] | None
    """Value cells / applicable cells of those who take part; 0 to 1. Null where too few people take part."""
    side_level: SideLevel
    """How finely sides are told apart."""
    sides: tuple[SidePeople, ...]
    """How many took part from each side of that level; which of them are withheld."""
    sides_choice: SidesChoice | None = None
    """What the room of a session decided about its small sides; null where it wasn't asked."""
    phones: bool = Field(default=False, exclude_if=lambda phones: not phones)
    """Whether votes were given on phones, with cards beside them; the key stands only where they were."""
    missing_sides: tuple[str, ...]
    """Sides of the set that nobody came from."""
    without_role: Count
    """Respondents whose role couldn't be read, or wasn't asked."""
    items_left_out: tuple[str, ...]
    """Items that fewer than `min_group` people were asked: left out of everything, as if they hadn't been asked."""
    items_without_sides: tuple[str, ...]
    """Items of which no side is shown, since those who aren't in a shown side nearly all answered alike."""
    surplus: tuple[SurplusShown, ...]
    """Counted votes of more people than were there."""
    cells: Cells | None
    """Null where too few people take part."""
    rejected: Rejected
    """Every cell of the files that couldn't be read."""
    doubts: tuple[DoubtShown, ...] = ()
    """What may have been meant otherwise than it was read."""


class HeldByGate(_Shown):
    """A gate that isn't passed."""

    gate: str
    state: GateState
    reason: GateReason


class HeldByDimension(_Shown):
    """A dimension below the next level's cut-off."""

    dimension: str
    score: Shown
    needed: Points
    """The cut-off of the next level."""
    missing: Shown
    """Points up to it."""


class HeldByOverall(_Shown):
    """The overall below the next level's cut-off."""

    overall: Literal[True] = True
    score: Shown
    needed: Points
    """The cut-off of the next level."""
    missing: Shown
    """Points up to it."""


class MoveShown(_Shown):
    """An item that would move the result most if it were at 75; gains in points."""

    item: str
    dimension_gain: float
    """What its dimension would gain."""
    gate_gain: float
    """What the weakest part of a gate that isn't passed would gain."""


class Discuss(_Shown):
    """An item to talk about."""

    item: str
    tension: Annotated[float, Field(ge=0)]
    """The largest of gap, disagreement and unsure, each as a share of what chance alone gives a room of this size."""
    reason: DiscussReason
    by_chance: bool
    """Whether a gap or disagreement of this size may come about by chance (tension below 1)."""
    side: str | None
    """The side that doesn't know, where it is one side that doesn't."""


class Near(_Shown):
    """A figure so close to a cut-off that a few other answers would move it across."""

    figure: str
    """Id of a dimension, or `<gate>.<part>`."""
    cutoff: Points
    distance: float
    """Points between them, without a sign."""


class StandsOut(_Shown):
    """A side that answers otherwise than all others together, by more than chance gives."""

    side: str
    dimensions: tuple[str, ...]
    direction: Direction


class VerdictShown(_Shown):
    """The verdict, how sure it is, what holds it back and what to do."""

    level: Level | Withheld
    range: tuple[Level, Level] | Withheld
    """Worst, best: all unknown at the bottom, at the top."""
    firm: bool | Withheld
    """The level equals both ends and the result isn't provisional."""
    held_back_by: tuple[HeldByGate | HeldByDimension | HeldByOverall, ...] | Withheld
    """What stands between this level and the next; empty at the highest."""
    sure: Sure | None
    """How sure the level is, given the people; null where that can't be said."""
    sure_reason: SureReason | None
    near: tuple[Near, ...]
    """At most three figures that lie close to a cut-off."""
    stands_out: tuple[StandsOut, ...]
    """Sides that see some dimensions otherwise than all others."""
    moves_most: tuple[MoveShown, ...] | Withheld
    """At most five items, those that gain most in gates first."""
    discuss_first: tuple[Discuss, ...]
    """Every item with a tension, the largest first."""


class SideFigure(_Shown):
    """One side's figure."""

    score: Points | None
    n: Count
    """The smallest number of answers to one of its scored items."""


class SideOverall(_Shown):
    """One side's own overall; a side alone reaches no level."""

    score: Points | None


Sides = dict[str, SideFigure]
"""Shown side id → its figure, in the set's order; all at one level."""


class OverallShown(_Shown):
    """Mean of the dimensions."""

    score: Shown
    low: Shown
    """With every unknown answer at the bottom."""
    high: Shown
    """With every unknown answer at the top."""
    sides: dict[str, SideOverall]
    """Shown side id → its overall."""
    gap: float | None
    """The highest shown side minus the lowest."""


class DimensionShown(_Shown):
    """One dimension."""

    id: str
    score: Shown
    low: Shown
    """With every unknown answer at the bottom."""
    high: Shown
    """With every unknown answer at the top."""
    n: Count | Withheld
    """The smallest number of answers to one of its scored items."""
    level: Level | Withheld | None
    """What the score alone reaches."""
    sides: Sides
    """On the items that are asked of everybody."""
    gap: float | None
    """The highest shown side minus the lowest."""


class PartShown(_Shown):
    """A part of a gate or an indicator."""

    id: str
    score: Shown


class GateShown(_Shown):
    """A knock-out condition."""

    id: str
    state: GateState | Withheld
    reason: GateReason | Withheld | None
    """Why it isn't passed; null where it is."""
    range: tuple[GateState, GateState] | Withheld
    """With every unknown answer at the bottom, and at the top."""
    score: Shown
    """The lowest of its parts."""
    low: Shown
    high: Shown
    n: Count | Withheld
    """The smallest number of answers to one of its scored items."""
    parts: tuple[PartShown, ...]
    weakest: str | Withheld | None
    """Id of the part that decides."""
    sides: Sides
    gap: float | None
    apart: tuple[str, ...]
    """Sides that answer so differently from all others that it contests the gate."""
    split: float | None
    """How far apart the answers above the middle and those below lie, in points."""
    split_limit: float | None
    """From where that contests the gate, in a room of this size."""


class TableShown(_Shown):
    """One item of some people: every other figure can be computed from these."""

    counts: tuple[Count, ...]
    """A value, lowest option first."""
    unsure: Count
    not_relevant: Count
    blank: Count
    invalid: Count
    """Given, but not readable."""
    not_reached: Count
    """Blank, and so is all of the respondent's dimension."""
    not_asked: Count
    """Blank, and not asked of that role."""
    n: Count
    """Answers on the scale."""
    score: Points | None
    """Mean of the values, 0 to 100, where at least half of those it applies to answered; reversed items are turned."""


class ItemShown(TableShown):
    """One item and its distribution."""

    id: str
    dimension: str
    agreement: Annotated[float, Field(ge=-1, le=1)] | None
    """Van der Eijk's A: -1 two camps, 0 spread evenly, 1 all alike."""
    sides: dict[str, TableShown | Withheld]
    """Shown side id → its table; all withheld where the rest is unanimous."""
    gap: float | None
    """The highest shown side minus the lowest."""
    agreed: int | None
    """The value that the room agreed on; beside the votes, never scored."""


class IndicatorShown(_Shown):
    """Parts side by side; informs, never decides."""

    id: str
    parts: tuple[PartShown, ...]
    lowest: str | None
    """Id of the part with the lowest score."""
    level: float | None
    """The `at_least` of the highest level reached."""


class ItemRule(_Shown):
    """What the set says of an item."""

    id: str
    dimension: str
    weight: float
    reverse: bool
    partly_asked: bool
    """Some roles aren't asked: it compares no sides."""


class PartRule(_Shown):
    """A part of a gate: its items that were asked."""

    id: str
    items: tuple[str, ...]


class GateRule(_Shown):
    """What the set says of a gate."""

    id: str
    pass_at: Points
    fail_below: Points
    contested_gap: Points
    parts: tuple[PartRule, ...]


class RulesShown(_Shown):
    """What the set says of the shown items: with their tables, all it takes to compute every figure again."""

    values: tuple[int, ...]
    """The response scale, lowest first."""
    min_answered: float
    items: tuple[ItemRule, ...]
    gates: tuple[GateRule, ...]
    cutoffs: Cutoffs


class RoomShown(_Shown):
    """What a session left besides its answers."""

    notes: tuple[Note, ...]
    evidence: tuple[Note, ...]
    dilemmas: tuple[Note, ...]
    actions: tuple[Action, ...]
    followed: tuple[Followed, ...] = ()
    """Steps of the previous meeting, and what became of them."""
    next_date: dt.date | None
    """When the room meets again."""
    highs: Count
    """Items with a score of 75 or more."""
    highs_with_evidence: Count
    """Those of them with an example behind them."""


class Result(_Shown):
    """One answer set, as it may be shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, serialize_by_alias=True)

    schema_id: Annotated[Literal["samskab.result/2"], Field(alias="schema")] = "samskab.result/2"
    generated_by: str
    """Program and version."""
    question_set: QuestionSetRef
    context: ContextShown
    mode: Mode
    finished: bool
    """False for a session that is still going on."""
    provisional: Provisional | None
    """Null where the set was asked whole."""
    answers: AnswersShown
    rules: RulesShown
    min_group: Annotated[int, Field(ge=1)]
    """Groups of fewer people are withheld."""
    verdict: VerdictShown
    overall: OverallShown
    dimensions: tuple[DimensionShown, ...]
    gates: tuple[GateShown, ...]
    items: tuple[ItemShown, ...]
    """Empty where too few people take part."""
    indicators: tuple[IndicatorShown, ...]
    room: RoomShown | None
    """Null where the answers are no session."""
