"""Part of a `Result`: the verdict, how sure it is, what holds it back, what moves it most, what to discuss first."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from samskab_cli.model.conclusions import Direction, DiscussReason, Sure, SureReason
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Points, Published, Shown, Withheld


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
