"""The report as already formatted strings: what every layout sets, and nothing that a layout would have to work out.

Positions (0…100) and counts are the result's own figures, for bars and columns only. Headings come from the wording.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from samskab_cli.model.judging import GateState, Level


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class FigureView(_View):
    """A figure, or the words that stand in its place."""

    kind: Literal["number", "too_few", "not_applicable", "withheld"]
    text: str
    position: float | None = None
    """0…100, for a bar or a mark."""
    reason: str | None = None
    """Why it is withheld."""


class SideView(_View):
    """One side that is shown."""

    id: str
    mark: int
    """0, 1, 2 …: each side has its own sign, the same all through the report."""
    label: str
    """"Politikere", or "1 politiker"."""
    people: str
    """How many."""


class SideFigureView(_View):
    """One side's figure in a row."""

    side: SideView
    figure: FigureView | None
    """None where the side isn't compared or wasn't asked."""


class LadderStep(_View):
    """One level, best first; for a ladder of levels."""

    level: Level
    label: str
    here: bool
    in_range: bool


class VerdictView(_View):
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


class PartView(_View):
    """A part of a gate or an indicator."""

    title: str
    figure: FigureView
    weakest: bool


class GateView(_View):
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


class DimensionView(_View):
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


class ComparisonRow(_View):
    """A gate or a dimension with its sides."""

    title: str
    sides: tuple[SideFigureView, ...]
    gap: str


class ComparisonView(_View):
    """The sides beside each other, largest gap first."""

    sides: tuple[SideView, ...]
    rows: tuple[ComparisonRow, ...]
    overall: tuple[SideFigureView, ...]
    """Each side's own mean of its dimensions."""
    note: str
    """Why there is nothing to compare, or what is held back; else empty."""


class ItemView(_View):
    """One statement and its distribution."""

    id: str
    text: str
    dimension: str
    reverse: bool
    figure: FigureView
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
    agreed: str
    """The option that the room agreed on; else empty."""


class DiscussView(_View):
    """A statement to talk about first."""

    item: ItemView
    short: str
    """The reason in two or three words."""
    reason: str
    dilemma: str


class MoveView(_View):
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


class ActionView(_View):
    """What somebody promised in the room."""

    what: str
    by: str
    """Who and when."""
    about: str
    """The statement it is about; else empty."""


class NoteView(_View):
    """Something said in the room."""

    text: str
    about: str


class NextStepsView(_View):
    """What moves it most, and what the room decided."""

    moves: tuple[MoveView, ...]
    no_moves: str
    """Why there are none; else empty."""
    actions: tuple[ActionView, ...]
    dilemmas: tuple[NoteView, ...]
    notes: tuple[NoteView, ...]
    agreed: tuple[NoteView, ...]
    next_date: str


class IndicatorView(_View):
    """Parts side by side; informs, never decides."""

    title: str
    parts: tuple[PartView, ...]
    text: str


class EvidenceView(_View):
    """How many high answers have an example behind them."""

    sentence: str
    examples: tuple[NoteView, ...]


class AnswersView(_View):
    """How many took part, and what they gave."""

    people: str
    sides: tuple[tuple[str, str], ...]
    """Every side somebody came from, and how many or why withheld."""
    cells: tuple[tuple[str, str], ...]
    """State, and how many cells; states that don't occur are left out."""
    remarks: tuple[str, ...]


class BlockKind(StrEnum):
    """What a block of a facilitator's text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"


class RunView(_View):
    """Words set alike."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False


class BlockView(_View):
    """A paragraph, a heading, an entry of a list or a quotation."""

    kind: BlockKind
    depth: int
    """How many lists and quotations it stands in, at most 3."""
    marker: str
    """What stands before an entry of a list ("–", "1."); else empty."""
    runs: tuple[RunView, ...]

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs)


class ReportView(_View):
    """The whole report, in its order."""

    language: str
    title: str
    heading: str
    """Matter and municipality."""
    matter: str
    """The matter alone; where there is none, the title of the question set."""
    municipality: str
    intro: tuple[BlockView, ...]
    """What the facilitator says first; empty where nothing was written."""
    conclusion: tuple[BlockView, ...]
    facts: str
    """Date, people, coverage."""
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
    next_steps: NextStepsView
    indicators: tuple[IndicatorView, ...]
    evidence: EvidenceView
    answers: AnswersView
    options: tuple[tuple[str, str], ...]
    """Value and label of each option, lowest first."""
    stem: str
    """What stands before every statement; empty where the set has none."""
    unsure: str
    not_relevant: str
    items: tuple[ItemView, ...]
    method: tuple[str, ...]
    caveat: str
