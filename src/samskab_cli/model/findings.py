"""What was computed, before anybody decides what may be shown. Never rendered: only a `Result` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(frozen=True)
class Figure:
    """A dimension, a part, a gate or the overall of one group of people (scoring §3). Scores are 0…100, not rounded."""

    score: float | None
    low: float | None
    """All unknown at the bottom; not widened. None: applies to nobody."""
    high: float | None
    """All unknown at the top; not widened. None: applies to nobody."""
    n: int = 0
    """People with a score; of a tally the most value votes on one of its items."""
    members: int = 0
    """People who have the figure, with or without a score; of a tally the most applicable votes on one item."""
    deviation: float | None = None
    """Standard deviation (n − 1) of people's scores on a dimension; None with fewer than two, and of a tally. Never
    published: a comparison says only whether a change is larger than it explains."""

    @property
    def applicable(self) -> bool:
        """Whether it applies to anybody."""
        return self.low is not None


@dataclass(frozen=True)
class ItemFigure:
    """The cells of one item in one group of people who take part."""

    counts: tuple[int, ...]
    """A value, lowest option first."""
    unsure: int
    not_relevant: int
    not_asked: int
    not_reached: int
    blank: int
    invalid: int
    score: float | None
    """Mean item score, keyed, 0…100."""

    @property
    def n(self) -> int:
        """Value cells."""
        return sum(self.counts)

    @property
    def applicable(self) -> int:
        """Cells that apply and were reached: value, unsure, blank, invalid."""
        return self.n + self.unsure + self.blank + self.invalid

    @property
    def asked(self) -> bool:
        """Whether anybody of the group was asked (blank, not reached and not relevant count as asked)."""
        return self.applicable + self.not_relevant + self.not_reached > 0


@dataclass(frozen=True)
class SideFindings:
    """One side alone; dimensions, parts and gates over items without `skip_roles` only (scoring §6)."""

    respondents: int
    """People who take part; of a tally the largest number present."""
    dimensions: Mapping[str, Figure]
    """Dimension id → figure; without dimensions that have no comparable item."""
    gates: Mapping[str, Figure]
    """Gate id → figure; without gates that have no comparable part."""
    items: Mapping[str, ItemFigure]
    """Asked items."""
    part_counts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Gate id → people with a score on each of its comparable parts: a gate's own n is only the smallest of them."""


@dataclass(frozen=True)
class GateFindings:
    """One gate of everybody."""

    figure: Figure
    parts: Mapping[str, Figure]
    """Part id → figure; parts none of whose items was asked are left out."""
    weakest: str | None
    """The part that decides; None where a part has no score."""
    state: GateState
    reason: GateReason | None
    range: tuple[GateState, GateState]
    """If every unknown answer were at the bottom, at the top."""


@dataclass(frozen=True)
class Move:
    """What one more certain step on an item would give (scoring §5), in points 0…100."""

    item: str
    dimension_gain: float
    gate_gain: float


@dataclass(frozen=True)
class Findings:
    """One answer set, scored: scoring §1–§6 but for what depends on what may be shown."""

    question_set: QuestionSet
    answers: Answers
    respondents: int
    """People who take part."""
    unanswered: int
    without_role: int
    """Of `respondents`, those without a readable role."""
    straight_lining: int
    coverage: float | None
    """Value cells / applicable cells, 0…1."""
    sides: Mapping[str, SideFindings]
    """Side id → findings, in the set's order; only sides that somebody of takes part."""
    dimensions: Mapping[str, Figure]
    """Dimension id → figure of everybody; dimensions none of whose items was asked are left out."""
    gates: Mapping[str, GateFindings]
    indicators: Mapping[str, Mapping[str, Figure]]
    """Indicator id → part id → figure; parts none of whose items was asked are left out."""
    items: Mapping[str, ItemFigure]
    """Asked items."""
    overall: Figure
    level: Level
    range: tuple[Level, Level]
    """Worst, best; ordered and widened to hold the level."""
    moves: tuple[Move, ...]
    """All items with a score below 75, ranked."""
    roleless: SideFindings | None = None
    """Those who take part without a readable role, as if they were a side: never shown, but they count as hidden."""
