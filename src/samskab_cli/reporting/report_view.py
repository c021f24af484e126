"""`ReportView` and its parts: every figure of page 1, first screen and workshop as a finished text.

Positions (0…100) and counts are the result's own figures, for bars and columns only. Headings come from the wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samskab_cli.model.judging import GateState, Level


@dataclass(frozen=True, kw_only=True)
class FigureView:
    """A figure, or the words that stand in its place."""

    kind: Literal["number", "too_few", "not_applicable", "withheld"]
    text: str
    position: float | None = None
    """0…100, for a bar or a mark."""
    reason: str | None = None
    """Why it is withheld."""
    people: str = ""
    """How many stand behind it; empty where that isn't said."""


@dataclass(frozen=True, kw_only=True)
class SideView:
    """One side that is shown."""

    id: str
    mark: int
    """0, 1, 2 …: each side has its own sign, the same all through the report."""
    label: str
    """"Politikere", or "1 politiker"."""
    people: str
    """How many."""


@dataclass(frozen=True, kw_only=True)
class SideFigureView:
    """One side's figure in a row."""

    side: SideView
    figure: FigureView | None
    """None where the side isn't compared or wasn't asked."""


@dataclass(frozen=True, kw_only=True)
class LadderStep:
    """One level, best first; for a ladder of levels."""

    level: Level
    label: str
    here: bool
    in_range: bool


@dataclass(frozen=True, kw_only=True)
class VerdictView:
    """What it comes to, how sure that is, and why."""

    level: Level | None
    """None where withheld."""
    label: str
    provisional: str | None
    """The word that stands first, where the set wasn't asked whole."""
    text: str
    """What the level says to the room."""
    remarks: tuple[str, ...]
    """What must be known before the verdict is read: not finished, not asked whole."""
    firm: bool
    sure: str
    """In how many of ten other rooms it would be the same, or why that can't be said; empty where withheld."""
    range: str
    """Its range in words; empty where withheld or undecided about everything."""
    near: tuple[str, ...]
    """Figures so close to a cut-off that a few other answers would move them across."""
    why: str
    who: tuple[str, ...]
    """Who wasn't there."""
    stands_out: tuple[str, ...]
    """Which sides answer otherwise than all others: what weighs most first."""
    differs: str
    """What is to be said of that in any case: `stands_out`, or that nobody does, or why nobody can tell."""
    held_back: tuple[str, ...]
    ladder: tuple[LadderStep, ...]
    not_asked: tuple[str, ...]
    """Texts of the statements that weren't asked, and titles of dimensions left out whole."""

    @property
    def title(self) -> str:
        """The label, after the word that stands first."""
        return f"{self.provisional}: {self.label}" if self.provisional else self.label

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the label, a line each."""
        return tuple(filter(None, (*self.remarks, self.text, self.sure, self.range, *self.near)))


@dataclass(frozen=True, kw_only=True)
class PartView:
    """A part of a gate or an indicator."""

    title: str
    figure: FigureView
    weakest: bool


@dataclass(frozen=True, kw_only=True)
class GateView:
    """A knock-out condition."""

    id: str
    title: str
    state: GateState | None
    """None where withheld."""
    word: str
    figure: FigureView
    span: str
    """Low–high where the unknown matters; else empty."""
    text: str
    """What its state says to the room."""
    reason: str
    range: str
    """Its states at both ends, where they differ from its state; else empty."""
    cutoffs: tuple[tuple[float, str], ...]
    """Not in place below the first, in place from the second: position and text."""
    parts: tuple[PartView, ...]
    sides: tuple[SideFigureView, ...]
    gap: str


@dataclass(frozen=True, kw_only=True)
class DimensionView:
    """One dimension."""

    id: str
    title: str
    question: str
    figure: FigureView
    level: Level | None
    word: str
    """What the level of its score is called, or why there is none."""
    span: str
    """Low–high where the unknown matters; else empty."""
    low: float | None
    high: float | None
    sides: tuple[SideFigureView, ...]
    gap: str
    raw: str = ""
    """Its figure on the items' own scale, in words; empty where the set doesn't ask for it."""


@dataclass(frozen=True, kw_only=True)
class ComparisonRow:
    """A gate or a dimension with its sides."""

    title: str
    sides: tuple[SideFigureView, ...]
    gap: str


@dataclass(frozen=True, kw_only=True)
class ComparisonView:
    """The sides beside each other, largest gap first."""

    sides: tuple[SideView, ...]
    rows: tuple[ComparisonRow, ...]
    overall: tuple[SideFigureView, ...]
    """Each side's own mean of its dimensions."""
    note: str
    """Why there is nothing to compare, or what is held back; else empty."""


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """One statement and its distribution."""

    id: str
    text: str
    dimension: str
    reverse: bool
    figure: FigureView
    options: tuple[tuple[str, str], ...]
    """What can be answered to it: value and label, lowest first."""
    counts: tuple[int, ...]
    """A value, lowest option first."""
    unsure: int
    not_relevant: int
    not_asked: int
    not_reached: int
    blank: int
    invalid: int
    agreement: str
    sides: tuple[SideFigureView, ...]
    gap: str


@dataclass(frozen=True, kw_only=True)
class DiscussView:
    """A statement to talk about first."""

    item: ItemView
    short: str
    """The reason in two or three words."""
    reason: str
    dilemma: str


@dataclass(frozen=True, kw_only=True)
class MoveView:
    """A statement that would move the result most, and what to do about it."""

    id: str
    text: str
    short: str
    """What it moves, in two or three words."""
    gain: str
    what: str
    who: str
    within: str
    """Within how many days."""
    until: str
    """The date that they end at; empty where the report has no date."""


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """What a report's designed pages are drawn from."""

    language: str
    title: str
    heading: str
    """Matter and municipality."""
    matter: str
    """The matter alone; where there is none, the title of the question set."""
    municipality: str
    facts: str
    """Date, people, coverage."""
    people: str
    """How many took part."""
    verdict: VerdictView
    gates: tuple[GateView, ...]
    dimensions: tuple[DimensionView, ...]
    overall: DimensionView
    """The mean of the dimensions, set like one."""
    cutoffs: tuple[tuple[float, str], ...]
    """The cut-offs of a dimension, lowest first: position and text."""
    comparison: ComparisonView
    discuss: tuple[DiscussView, ...]
    no_discuss: str
    """Why there is nothing to discuss first; else empty."""
    moves: tuple[MoveView, ...]
    no_moves: str
    """Why nothing moves it; else empty."""
    options: tuple[tuple[str, str], ...]
    """Value and label of each option, lowest first."""
    unsure: str
    not_relevant: str
    items: tuple[ItemView, ...]
    caveat: str
