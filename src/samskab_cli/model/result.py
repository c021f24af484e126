"""What may be shown: the one object that every output formats. Its JSON is `samskab.result/1`; keys are only added."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer

from samskab_cli.model.answers import Action, Mode, Note, Rejected, SidesChoice
from samskab_cli.model.doubts import DoubtKind
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level


class _Shown(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Reason(StrEnum):
    """Why something is withheld."""

    MIN_GROUP = "min_group"
    """It is about fewer people than the smallest group that is shown."""
    PROTECTS_ANOTHER = "protects_another"
    """It is large enough itself, but a smaller group could be computed from it."""


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
    """The set wasn't asked whole."""

    reason: Literal["quick", "missing_items"]
    items_not_asked: tuple[str, ...]
    """Ids of items that nobody was asked."""


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
    """Who take part: with at least one value, unsure or not relevant."""
    unanswered: Count
    """Rows, or people of a session, without any answer; never scored."""
    incomplete: Count
    """Rows that the survey system marks as not finished."""
    straight_lining: Count
    """Respondents with the same value on at least 90 % of ten or more items; counted, never removed."""
    coverage: Annotated[float, Field(ge=0, le=1)] | None
    """Value cells / applicable cells of those who take part; 0 to 1."""
    sides: tuple[SidePeople, ...]
    """How many took part from each side."""
    sides_choice: SidesChoice | None = None
    """What the room of a session decided about its small sides; null where it wasn't asked."""
    missing_sides: tuple[str, ...]
    """Sides of the set that nobody came from."""
    without_role: Count
    """Respondents whose role couldn't be read, or wasn't asked."""
    cells: Cells
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


class DiscussReason(StrEnum):
    """What makes an item worth talking about."""

    GAP = "gap"
    DISAGREEMENT = "disagreement"
    UNSURE = "unsure"


class Discuss(_Shown):
    """An item to talk about; tension 0…1."""

    item: str
    tension: Annotated[float, Field(ge=0, le=1)]
    """The largest of gap / 100, (1 - agreement) / 2, and unsure / applicable."""
    reason: DiscussReason


class VerdictShown(_Shown):
    """The verdict, how sure it is, what holds it back and what to do."""

    level: Level | Withheld
    range: tuple[Level, Level] | Withheld
    """Worst, best: all unknown at the bottom, at the top."""
    firm: bool | Withheld
    """The level equals both ends and the result isn't provisional."""
    held_back_by: tuple[HeldByGate | HeldByDimension | HeldByOverall, ...] | Withheld
    """What stands between this level and the next; empty at the highest."""
    moves_most: tuple[MoveShown, ...] | Withheld
    """At most five items, those that gain most in gates first."""
    discuss_first: tuple[Discuss, ...]
    """Every item with a tension, the largest first."""


class SideFigure(_Shown):
    """One side's figure."""

    score: Points | None
    n: Count
    """People with a score."""


class SideOverall(_Shown):
    """One side's own overall and the level it would reach by the cut-offs alone."""

    score: Points | None
    level: Level | None


Sides = dict[str, SideFigure | Withheld]


class OverallShown(_Shown):
    """Mean of the dimensions."""

    score: Shown
    low: Shown
    """With every unknown answer at the bottom."""
    high: Shown
    """With every unknown answer at the top."""
    sides: dict[str, SideOverall | Withheld]
    """Side id → its overall."""
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
    """People with a score."""
    level: Level | Withheld | None
    """What the score alone reaches."""
    sides: Sides
    """Side id → its figure, on the items that are asked of everybody."""
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
    """The smallest number of people with a score on one of its parts."""
    parts: tuple[PartShown, ...]
    weakest: str | Withheld | None
    """Id of the part that decides."""
    sides: Sides
    gap: float | None


class ItemShown(_Shown):
    """One item and its distribution."""

    id: str
    dimension: str
    counts: tuple[Count, ...] | Withheld
    """A value, lowest option first."""
    unsure: Count
    not_relevant: Count
    not_asked: Count
    """Blank, and not asked of that role, or not at all."""
    not_reached: Count
    """Blank, and so is all of the respondent's dimension."""
    blank: Count
    invalid: Count
    """Given, but not readable."""
    score: Shown
    """Mean of the values, 0 to 100; reversed items are turned round."""
    agreement: Annotated[float, Field(ge=-1, le=1)] | Withheld | None
    """Van der Eijk's A: -1 two camps, 0 spread evenly, 1 all alike."""
    sides: Sides
    gap: float | None
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


class RoomShown(_Shown):
    """What a session left besides its answers."""

    notes: tuple[Note, ...]
    evidence: tuple[Note, ...]
    dilemmas: tuple[Note, ...]
    actions: tuple[Action, ...]
    next_date: dt.date | None
    """When the room meets again."""
    highs: Count
    """Items with a score of 75 or more."""
    highs_with_evidence: Count
    """Those of them with an example behind them."""


class Result(_Shown):
    """One answer set, as it may be shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, serialize_by_alias=True)

    schema_id: Annotated[Literal["samskab.result/1"], Field(alias="schema")] = "samskab.result/1"
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
    min_group: Annotated[int, Field(ge=1)]
    """Groups of fewer people are withheld."""
    verdict: VerdictShown
    overall: OverallShown
    dimensions: tuple[DimensionShown, ...]
    gates: tuple[GateShown, ...]
    items: tuple[ItemShown, ...]
    indicators: tuple[IndicatorShown, ...]
    room: RoomShown | None
    """Null where the answers are no session."""
