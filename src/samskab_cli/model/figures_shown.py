"""Parts of a `Result`: overall, dimensions, gates, parts, items with their tables, indicators, sides of each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Count, Points, Published, Shown, Withheld
from samskab_cli.model.tables import ItemTable


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
