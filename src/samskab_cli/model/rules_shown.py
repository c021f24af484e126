"""Part of a `Result`: what the set says of shown items, dimensions, parts, gates and caps."""

from __future__ import annotations

from samskab_cli.model.content import Points
from samskab_cli.model.judging import Cutoffs, Level
from samskab_cli.model.published import Published
from samskab_cli.model.question_set import RawFigure


class ItemRule(Published):
    """What the set says of an item."""

    id: str
    dimension: str
    weight: float
    reverse: bool
    partly_asked: bool
    """Some roles aren't asked: it compares no sides."""
    values: tuple[int, ...] | None = None
    """Its response scale, lowest first; null where it is the set's."""


class DimensionRule(Published):
    """What the set says of a dimension."""

    id: str
    items: tuple[str, ...]
    """The items that were asked and count in it, of other dimensions too."""
    min_answered: float
    raw: RawFigure | None
    """Its figure on the items' own scale."""


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
    """Of a part, and of a dimension that says no other."""
    items: tuple[ItemRule, ...]
    dimensions: tuple[DimensionRule, ...]
    gates: tuple[GateRule, ...]
    caps: tuple[CapRule, ...]
    """Indicators that can cap the verdict."""
    cutoffs: Cutoffs | None
    """Null where the set has no verdict."""
