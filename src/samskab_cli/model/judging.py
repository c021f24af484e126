"""Parts of a question set: gates and their parts, indicators and caps, levels, cut-offs, rules of the verdict."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from samskab_cli.model.content import MANY, Content, ItemId, LocalText, Name, Points
from samskab_cli.model.statement_source import AnySource


class Level(StrEnum):
    """A verdict, worst to best; `undecided` stands apart."""

    NOT_NOW = "not_now"
    PREPARE = "prepare"
    ATTENTION = "attention"
    READY = "ready"
    UNDECIDED = "undecided"

    @property
    def rank(self) -> int:
        """0 (`not_now`) … 3 (`ready`); `undecided` has none."""
        return LEVELS.index(self)


LEVELS = (Level.NOT_NOW, Level.PREPARE, Level.ATTENTION, Level.READY)


class GateState(StrEnum):
    """What a knock-out condition says."""

    PASSED = "passed"
    UNDECIDED = "undecided"
    FAILED = "failed"
    CONTESTED = "contested"


class Part(Content):
    """Items of a gate or an indicator that are scored together."""

    id: Name
    """Unique in its gate or indicator."""
    title: LocalText
    """One line."""
    items: Annotated[tuple[ItemId, ...], MANY, Field(min_length=1)]
    """Ids of items, of any dimension."""
    source: AnySource | None = None
    """Where it comes from that these items count together; one text, or keys."""


class GateTexts(Content):
    """What each state of a gate says to the room."""

    passed: LocalText
    """At `pass_at` or above, whatever the unknown answers would have been."""
    undecided: LocalText
    """Between the cut-offs, or too much is unknown."""
    failed: LocalText
    """Below `fail_below`: the verdict is "not now"."""
    contested: LocalText
    """The room is split: it can't pass, whatever its average."""

    def of(self, state: GateState) -> LocalText:
        """The text of one state."""
        return {
            GateState.PASSED: self.passed,
            GateState.UNDECIDED: self.undecided,
            GateState.FAILED: self.failed,
            GateState.CONTESTED: self.contested,
        }[state]


class Gate(Content):
    """A knock-out condition: its weakest part decides."""

    id: Name
    """Its column in tables of scores."""
    title: LocalText
    """One line: the question it answers."""
    parts: Annotated[tuple[Part, ...], MANY, Field(min_length=1)]
    """Scored one by one; the lowest is the gate's score."""
    pass_at: Points = 60.0
    """0 to 100: passed from here on."""
    fail_below: Points = 40.0
    """0 to 100: failed below; at most `pass_at`."""
    contested_gap: Points = 35.0
    """Points between two sides, on either side of the middle, that make it contested."""
    states: GateTexts
    """What each state says to the room."""

    @property
    def middle(self) -> float:
        """The middle of the two cut-offs, 0…100."""
        return (self.pass_at + self.fail_below) / 2


class IndicatorLevel(Content):
    """What an indicator says from a score upwards."""

    at_least: Points
    """0 to 100; levels go from the highest down."""
    text: LocalText
    """What is said from this score on."""


class Caps(Content):
    """How high the verdict can get where an indicator is low."""

    below: Points
    """0 to 100: the lowest part below this holds the verdict down."""
    level: Literal[Level.PREPARE, Level.ATTENTION]
    """`prepare` or `attention`: the highest level that is left then."""


class Indicator(Content):
    """Parts side by side; they inform, and decide only where `caps` says so."""

    id: Name
    """Unique among the indicators."""
    title: LocalText
    """One line."""
    parts: Annotated[tuple[Part, ...], MANY, Field(min_length=1)]
    """Shown beside each other; the lowest is named."""
    levels: Annotated[tuple[IndicatorLevel, ...], MANY] = ()
    """What is said at which score; without any, the parts speak for themselves."""
    caps: Caps | None = None
    """How far its lowest part can hold the verdict down; a part that wasn't asked or has no score never does."""


class LevelCutoffs(Content):
    """What the lowest dimension and the overall must both reach."""

    dimension: Points
    """What the lowest dimension must reach, 0 to 100."""
    overall: Points
    """What the overall must reach, 0 to 100."""


class Cutoffs(Content):
    """The cut-offs of the two upper levels."""

    ready: LevelCutoffs
    """At least those of `attention`."""
    attention: LevelCutoffs
    """What lies below is "prepare"."""


class LevelTexts(Content):
    """What a level is called and says."""

    label: LocalText
    """One line: the verdict in large letters."""
    text: LocalText
    """What it means, and what to do now."""


class VerdictLevels(Content):
    """The texts of the five levels."""

    not_now: LevelTexts
    """A gate has failed."""
    prepare: LevelTexts
    """Below the cut-offs of `attention`, or a gate hasn't passed."""
    attention: LevelTexts
    """At the cut-offs of `attention`, with every gate passed."""
    ready: LevelTexts
    """At the cut-offs of `ready`, with every gate passed."""
    undecided: LevelTexts
    """Too many answers are missing for a verdict."""

    def of(self, level: Level) -> LevelTexts:
        """The texts of one level."""
        return {
            Level.NOT_NOW: self.not_now,
            Level.PREPARE: self.prepare,
            Level.ATTENTION: self.attention,
            Level.READY: self.ready,
            Level.UNDECIDED: self.undecided,
        }[level]


class VerdictRules(Content):
    """Cut-offs and texts of the verdict."""

    cutoffs: Cutoffs
    """What the two upper levels demand."""
    levels: VerdictLevels
    """What each level is called and says."""
