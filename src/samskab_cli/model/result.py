"""What may be shown: the one object that every output formats. Its JSON is `samskab.result/2`; keys are only added."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from samskab_cli.model.answers import Mode
from samskab_cli.model.answers_shown import AnswersShown, RoomShown
from samskab_cli.model.conclusions import Direction, DiscussReason, Sure, SureReason
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Count, Published
from samskab_cli.model.rules_shown import RulesShown
from samskab_cli.model.suppression import Reason
from samskab_cli.model.tables import ItemTable


class Withheld(Published):
    """Stands in a figure's place."""

    withheld: Reason


Points = Annotated[float, Field(ge=0, le=100)]
Shown = Points | Withheld | None
"""A figure 0…100, the reason it is withheld, or null where there is none."""


class QuestionSetRef(Published):
    """Which question set was asked."""

    id: str
    version: str
    sha256: str


class ContextShown(Published):
    """What the answers are about."""

    matter: str | None
    municipality: str | None
    date: dt.date | None
    language: str
    where: str | None = None
    """`column=value` where only these rows of the files were counted: all of them minus these are a group too."""


class Provisional(Published):
    """The result isn't about the whole set."""

    reason: Literal["quick", "missing_items", "few_asked"]
    """`few_asked`: all was asked, but an item of too few people to be shown."""
    items_not_asked: tuple[str, ...]
    """Ids of items that nobody was asked, or that are left out."""


class HeldByGate(Published):
    """A gate that isn't passed."""

    gate: str
    state: GateState
    reason: GateReason


class HeldByDimension(Published):
    """A dimension below the next level's cut-off."""

    dimension: str
    score: Shown
    needed: Points
    """The cut-off of the next level."""
    missing: Shown
    """Points up to it."""


class HeldByOverall(Published):
    """The overall below the next level's cut-off."""

    overall: Literal[True] = True
    score: Shown
    needed: Points
    """The cut-off of the next level."""
    missing: Shown
    """Points up to it."""


class HeldByIndicator(Published):
    """An indicator whose lowest part caps the verdict."""

    indicator: str
    part: str
    """Id of the lowest part."""
    score: Shown
    needed: Points
    """From where it caps no more."""
    missing: Shown
    """Points up to it."""


class MoveShown(Published):
    """An item that would move the result most if it were at 75; gains in points."""

    item: str
    dimension_gain: float
    """What its dimension would gain."""
    gate_gain: float
    """What the weakest part of a gate that isn't passed would gain."""


class Discuss(Published):
    """An item to talk about."""

    item: str
    tension: Annotated[float, Field(ge=0)]
    """The largest of gap, disagreement and unsure, each as a share of what chance alone gives a room of this size."""
    reason: DiscussReason
    by_chance: bool
    """Whether a gap or disagreement of this size may come about by chance (tension below 1)."""
    side: str | None
    """The side that doesn't know, where it is one side that doesn't."""


class Near(Published):
    """A figure so close to a cut-off that a few other answers would move it across."""

    figure: str
    """Id of a dimension, or `<gate>.<part>`."""
    cutoff: Points
    distance: float
    """Points between them, without a sign."""


class StandsOut(Published):
    """A side that answers otherwise than all others together, by more than chance gives."""

    side: str
    dimensions: tuple[str, ...]
    direction: Direction


class VerdictShown(Published):
    """The verdict, how sure it is, what holds it back and what to do."""

    level: Level | Withheld
    range: tuple[Level, Level] | Withheld
    """Worst, best: all unknown at the bottom, at the top."""
    firm: bool | Withheld
    """The level equals both ends and the result isn't provisional."""
    held_back_by: tuple[HeldByGate | HeldByDimension | HeldByOverall | HeldByIndicator, ...] | Withheld
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


class WithoutVerdictShown(Published):
    """What a set without a verdict has to say besides figures; fields as those of the verdict."""

    stands_out: tuple[StandsOut, ...]
    moves_most: tuple[MoveShown, ...] | Withheld
    discuss_first: tuple[Discuss, ...]


class SideFigure(Published):
    """One side's figure."""

    score: Points | None
    n: Count
    """The smallest number of answers to one of its scored items."""


class SideOverall(Published):
    """One side's own overall; a side alone reaches no level."""

    score: Points | None


Sides = dict[str, SideFigure]
"""Shown side id → its figure, in the set's order; all at one level."""


class OverallShown(Published):
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


class DimensionShown(Published):
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
    raw: float | Withheld | None = None
    """Mean or sum on the items' own scale, where the set asks for it."""
    sides: Sides
    """On the items that are asked of everybody."""
    gap: float | None
    """The highest shown side minus the lowest."""


class PartShown(Published):
    """A part of a gate or an indicator."""

    id: str
    score: Shown


class GateShown(Published):
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


class TableShown(Published):
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

    @property
    def table(self) -> ItemTable:
        """The same people as scoring counts them."""
        return ItemTable(**{name: getattr(self, name) for name in ItemTable._fields})


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


class IndicatorShown(Published):
    """Parts side by side; informs, and decides only where it caps the verdict."""

    id: str
    parts: tuple[PartShown, ...]
    lowest: str | None
    """Id of the part with the lowest score."""
    level: float | None
    """The `at_least` of the highest level reached."""


class Result(Published):
    """One answer set, as it may be shown."""

    model_config = ConfigDict(serialize_by_alias=True)

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
    verdict: VerdictShown | None
    """Null where the set has none."""
    without_verdict: WithoutVerdictShown | None
    """What to talk about and what moves most, where there is no verdict that has them."""
    overall: OverallShown
    dimensions: tuple[DimensionShown, ...]
    gates: tuple[GateShown, ...]
    items: tuple[ItemShown, ...]
    """Empty where too few people take part."""
    indicators: tuple[IndicatorShown, ...]
    room: RoomShown | None
    """Null where the answers are no session."""

    @property
    def talk(self) -> VerdictShown | WithoutVerdictShown:
        """What to talk about and what moves most, with a verdict or without."""
        talk = self.verdict or self.without_verdict
        if talk is None:
            raise ValueError("a result has a verdict, or what stands in its place")
        return talk
