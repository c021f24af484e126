"""How a figure came about: the rule, the numbers put in, the steps, the result. Its JSON is `samskab.explanation/1`.

Made of a `Result` alone, so that it can't say more than the report does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Published, Withheld
from samskab_cli.model.result import QuestionSetRef
from samskab_cli.model.suppression import Reason


class Subject(StrEnum):
    """What can be explained."""

    VERDICT = "verdict"
    OVERALL = "overall"
    DIMENSION = "dimension"
    GATE = "gate"
    ITEM = "item"
    INDICATOR = "indicator"


class Operation(StrEnum):
    """How a step's result is made of its terms."""

    MEAN = "mean"
    """Σ value / their number."""
    WEIGHTED_MEAN = "weighted_mean"
    """Σ value · weight / Σ weight."""
    LOWEST = "lowest"
    SPAN = "span"
    """The highest minus the lowest."""
    DIFFERENCE = "difference"
    """The first minus the second."""
    RATIO = "ratio"
    """The first / the second."""
    SHARE = "share"
    """The first · the second / the third."""
    REACHES = "reaches"
    """Whether the first is at least the second (within 1e-9)."""


class Rule(StrEnum):
    """What a step says; the catalogues have its words, `docs/scoring.md` the whole rule."""

    ITEM_SCORE = "item_score"
    ITEM_SCORE_REVERSED = "item_score_reversed"
    HALF_ANSWERED = "half_answered"
    NO_ITEM_SCORE = "no_item_score"
    OTHER_CELLS = "other_cells"
    AGREEMENT = "agreement"
    GAP = "gap"
    TENSION = "tension"
    TO_MOVE = "to_move"
    GAIN_OF_DIMENSION = "gain_of_dimension"
    GAIN_OF_GATE = "gain_of_gate"
    SHARE_ANSWERED = "share_answered"
    ENOUGH_ANSWERED = "enough_answered"
    ITEMS_TOGETHER = "items_together"
    LOW = "low"
    HIGH = "high"
    NO_SCORE = "no_score"
    NO_MEAN = "no_mean"
    NOT_APPLICABLE = "not_applicable"
    REACHES_DIMENSION_READY = "reaches_dimension_ready"
    REACHES_DIMENSION_ATTENTION = "reaches_dimension_attention"
    MEAN_OF_DIMENSIONS = "mean_of_dimensions"
    MEAN_OF_LOWS = "mean_of_lows"
    MEAN_OF_HIGHS = "mean_of_highs"
    SIDES_ALONE = "sides_alone"
    WEAKEST_PART = "weakest_part"
    PASSES = "passes"
    KEEPS_FROM_FAILING = "keeps_from_failing"
    ABOVE_FAILING = "above_failing"
    MAY_REACH = "may_reach"
    CONTESTED_BY_SIDES = "contested_by_sides"
    SPLIT = "split"
    CONTESTED_BY_SPREAD = "contested_by_spread"
    NOT_CONTESTED = "not_contested"
    NOT_ASKED = "not_asked"
    STATE = "state"
    STATE_RANGE = "state_range"
    GATES_CAP = "gates_cap"
    LOWEST_DIMENSION = "lowest_dimension"
    LOWEST_REACHES_READY = "lowest_reaches_ready"
    OVERALL_REACHES_READY = "overall_reaches_ready"
    LOWEST_REACHES_ATTENTION = "lowest_reaches_attention"
    OVERALL_REACHES_ATTENTION = "overall_reaches_attention"
    LEVEL_BY_CUTOFFS = "level_by_cutoffs"
    LEVEL = "level"
    UNDECIDED = "undecided"
    RANGE = "range"
    MISSING_POINTS = "missing_points"
    LOWEST_PART = "lowest_part"
    REACHES_LEVEL = "reaches_level"
    INFORMS_ONLY = "informs_only"
    CAPS_AT_PREPARE = "caps_at_prepare"
    CAPS_AT_ATTENTION = "caps_at_attention"
    WITHHELD_MIN_GROUP = "withheld_min_group"


class TermKind(StrEnum):
    """What a number put in is a number of."""

    OPTION = "option"
    ITEM = "item"
    PART = "part"
    DIMENSION = "dimension"
    GATE = "gate"
    SIDE = "side"
    CELLS = "cells"
    LAYER = "layer"
    """Answers of one layer of agreement, as "2 of 5 options"."""
    FIGURE = "figure"


Value = int | float | GateState | Level | Withheld | None


class Term(Published):
    """One number put in."""

    kind: TermKind
    id: str
    """An id of the set; of `cells` a state, of `figure` what it is ("score", "pass_at", "people" …)."""
    value: Value
    weight: float | None = None
    """How often or how heavily it counts, where a step weighs."""


class Step(Published):
    """One step: its terms, and what comes out."""

    rule: Rule
    section: str
    """Where the rule is written: page and heading, as `docs/scoring.md#2-one-rule`."""
    about: str | None = None
    """The part, side or gate that the step is about, where it isn't the whole."""
    terms: tuple[Term, ...] = ()
    operation: Operation | None = None
    """None: nothing is computed, or the numbers behind it aren't published."""
    result: bool | Value | tuple[Level, Level] | tuple[GateState, GateState] = None
    decides: str | None = None
    """The id of the term that decided."""


class Explanation(Published):
    """How one figure of a result came about."""

    model_config = ConfigDict(serialize_by_alias=True)

    schema_id: Annotated[Literal["samskab.explanation/1"], Field(alias="schema")] = "samskab.explanation/1"
    generated_by: str
    question_set: QuestionSetRef
    min_group: Annotated[int, Field(ge=1)]
    subject: Subject
    id: str
    result: Value
    """The score; of the verdict its level."""
    withheld: Reason | None = None
    """Why there is nothing to explain but this."""
    steps: tuple[Step, ...]
