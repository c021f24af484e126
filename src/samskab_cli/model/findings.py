"""What was computed of the tables that may be shown. Never rendered: only a `Result` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from samskab_cli.model.answers import Answers
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet


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


class End(StrEnum):
    """Which value of a figure: as answered, or with every unknown answer at the bottom or at the top."""

    SCORE = "score"
    LOW = "low"
    HIGH = "high"

    def of(self, figure: Figure) -> float | None:
        """That value, 0…100; None where there is none."""
        return {End.SCORE: figure.score, End.LOW: figure.low, End.HIGH: figure.high}[self]


