"""Conclusions from the tables of a crowd that hold more than one value; the others stand in the result as they are."""

from __future__ import annotations

from typing import NamedTuple

from samskab_cli.model.findings import GateReason
from samskab_cli.model.result import Sure, SureReason


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


class Certainty(NamedTuple):
    """How sure a verdict is, or why that isn't said (scoring §5)."""

    sure: Sure | None
    reason: SureReason | None
