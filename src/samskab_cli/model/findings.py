"""`Figure` (score, n, low, high), gate and side findings, moves: computed of shown tables, never rendered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from samskab_cli.model.judging import GateState


class GateReason(StrEnum):
    """Why a gate isn't passed."""

    SIDES = "sides"
    SPREAD = "spread"
    BELOW = "below"
    NO_SCORE = "no_score"
    BETWEEN = "between"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


class Figure(NamedTuple):
    """A dimension, a part, a gate or the overall of one crowd (scoring §2). Scores are 0…100, not rounded."""

    score: float | None
    low: float | None
    """All unknown at the bottom; not widened. None: applies to nobody."""
    high: float | None
    """All unknown at the top; not widened. None: applies to nobody."""
    n: int = 0
    """The smallest number of answers to one of its scored items."""

    @property
    def applicable(self) -> bool:
        """Whether it applies to anybody."""
        return self.low is not None

    @property
    def widened(self) -> tuple[float | None, float | None]:
        """Low and high as they are published: widened to hold the score."""
        if self.score is None or self.low is None or self.high is None:
            return self.low, self.high
        return min(self.low, self.score), max(self.high, self.score)


class End(StrEnum):
    """Which value of a figure: as answered, or with every unknown answer at the bottom or at the top."""

    SCORE = "score"
    LOW = "low"
    HIGH = "high"

    def of(self, figure: Figure) -> float | None:
        """That value, 0…100; None where there is none."""
        match self:
            case End.SCORE:
                return figure.score
            case End.LOW:
                return figure.low
            case End.HIGH:
                return figure.high


class GateFindings(NamedTuple):
    """One gate of everybody, as answered."""

    figure: Figure
    parts: Mapping[str, Figure]
    """Part id → figure; parts none of whose items was asked are left out."""
    weakest: str | None
    """The part that decides; None where a part has no score."""
    state: GateState
    reason: GateReason | None
    apart: tuple[str, ...]
    """Shown sides that answer so differently from all others that it contests the gate."""
    split: float | None
    """How far apart those above the middle and those below lie, in points; None where nothing was answered."""
    split_limit: float | None
    """From where the split contests the gate."""


class SideFindings(NamedTuple):
    """One shown side: figures over the items that everybody is asked and that have side figures (scoring §6)."""

    dimensions: Mapping[str, Figure]
    """Dimension id → figure; without dimensions that have no such item."""
    gates: Mapping[str, Figure]
    """Gate id → figure; without gates that have no such item."""
    overall: float | None
    """Mean of the dimensions; None without a figure in one that applies to everybody."""


class Move(NamedTuple):
    """What one more certain step on an item would give (scoring §5), in points 0…100."""

    item: str
    dimension_gain: float
    gate_gain: float
