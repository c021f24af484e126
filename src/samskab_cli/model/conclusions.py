"""Conclusions from tables that may be shown: contested, how sure, near a cut-off, who stands out, what to discuss."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from samskab_cli.model.findings import GateReason


class Contest(NamedTuple):
    """Whether a gate is contested, and by what (scoring §4)."""

    reason: GateReason | None
    """`sides` or `spread`; None: not contested."""
    apart: tuple[str, ...]
    """Ids of the sides that stand apart, in the set's order."""
    split: float | None
    """Points; of the look that finds the room split, else of the whole gate. None: nobody answered."""
    split_limit: float | None
    """What it must reach."""


class Sure(StrEnum):
    """In how many of ten other rooms the level would be the same (scoring §5)."""

    NINE = "nine"
    SEVEN = "seven"
    FIVE = "five"
    FEWER = "fewer"


class SureReason(StrEnum):
    """Why that isn't said."""

    TOO_FEW = "too_few"
    UNDECIDED = "undecided"


class Certainty(NamedTuple):
    """One of the two."""

    sure: Sure | None
    reason: SureReason | None


class Near(NamedTuple):
    """A figure, and a cut-off that it lies near (scoring §5); 0…100."""

    figure: str
    """Id of a dimension, or `gate.part`."""
    cutoff: float
    distance: float
    """Points between them, without a sign."""


class Direction(StrEnum):
    """Where a side lies."""

    LOWER = "lower"
    HIGHER = "higher"


class StandsOut(NamedTuple):
    """A side, and where it answers lower or higher than all others together, beyond what chance gives (scoring §6)."""

    side: str
    dimensions: tuple[str, ...]
    """Ids, in the set's order."""
    direction: Direction


class DiscussReason(StrEnum):
    """What makes an item worth talking about."""

    GAP = "gap"
    DISAGREEMENT = "disagreement"
    UNSURE = "unsure"


class Topic(NamedTuple):
    """An item to talk about (scoring §6)."""

    item: str
    tension: float
    """The largest of gap, disagreement and unsure; up to 1, chance alone may have made a gap or a disagreement."""
    reason: DiscussReason
    by_chance: bool
    """Whether it may."""
    side: str | None
    """The shown side that doesn't know; None: everybody, or another reason."""
