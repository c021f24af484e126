"""What a question set says of the items that are shown, as a result repeats it."""

from __future__ import annotations

from samskab_cli.model.content import Points
from samskab_cli.model.judging import Cutoffs, Level
from samskab_cli.model.published import Published


class ItemRule(Published):
    """What the set says of an item."""

    id: str
    dimension: str
    weight: float
    reverse: bool
    partly_asked: bool
    """Some roles aren't asked: it compares no sides."""


class PartRule(Published):
    """A part of a gate: its items that were asked."""

    id: str
    items: tuple[str, ...]


class GateRule(Published):
    """What the set says of a gate."""

    id: str
    pass_at: Points
    fail_below: Points
    contested_gap: Points
    parts: tuple[PartRule, ...]


class CapRule(Published):
    """What the set says of an indicator that can cap the verdict."""

    id: str
    below: Points
    level: Level
    parts: tuple[PartRule, ...]


class RulesShown(Published):
    """What the set says of the shown items: with their tables, all it takes to compute every figure again."""

    values: tuple[int, ...]
    """The response scale, lowest first."""
    min_answered: float
    items: tuple[ItemRule, ...]
    gates: tuple[GateRule, ...]
    caps: tuple[CapRule, ...]
    """Indicators that can cap the verdict."""
    cutoffs: Cutoffs | None
    """Null where the set has no verdict."""
