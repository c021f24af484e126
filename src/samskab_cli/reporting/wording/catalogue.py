"""What a catalogue has to say: a missing sentence is a type error.

Texts in braces are filled by the view; the same names stand in every language (a test sees to it).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.reporting.wording.comparing import Comparing
from samskab_cli.reporting.wording.explaining import Explaining
from samskab_cli.reporting.wording.indexing import Indexing
from samskab_cli.reporting.wording.pages import Pages


@dataclass(frozen=True)
class Plural:
    """A sentence about one and about any other number, as Danish and English have it."""

    one: str
    other: str

    def of(self, number: int, count: Callable[[int], str] = str) -> str:
        """The sentence for a number; `count` writes it. Other names in braces stay for the caller."""
        return (self.one if number == 1 else self.other).replace("{n}", count(number))


@dataclass(frozen=True, kw_only=True)
class Headings:
    """What stands above the parts of a report."""

    meaning: str
    held_back: str
    not_asked: str
    gates: str
    dimensions: str
    sides: str
    discuss: str
    moves: str
    next_steps: str
    actions: str
    agreed: str
    dilemmas: str
    notes: str
    indicators: str
    evidence: str
    answers: str
    items: str
    method: str


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Short heads of columns, and their legend."""

    score: str
    span: str
    agreement: str
    gap: str
    alone: str
    weakest: str
    lowest: str
    reverse: str
    unsure: str
    not_relevant: str
    blank: str
    invalid: str
    not_asked: str
    not_reached: str


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Every word of every report in one language."""

    language: str
    decimal_mark: str
    thousands_mark: str
    numerals: tuple[str, ...]
    """Small numbers in words, from 0."""
    and_: str
    or_: str
    quoted: str
    per_cent: str
    headings: Headings
    columns: Columns
    explaining: Explaining
    comparing: Comparing
    indexing: Indexing
    pages: Pages

    # in a figure's place
    withheld: str
    withheld_min_group: str
    withheld_protects: str
    too_few: str
    not_applicable: str

    # one person of a side
    one_of_side: str
    one_of_label: str

    # the verdict
    provisional: str
    only_quick: str
    items_missing: str
    unfinished: str
    verdict_withheld: str
    verdict_withheld_text: str
    firm: str
    same_at_both_ends: str
    spans: str
    seen_from_one_side: str
    nobody_from: str
    without_role: Plural
    side_alone: str
    sides_alone: str
    dimension_not_asked: str

    # why
    why_withheld: str
    why_nobody: str
    why_undecided: str
    but: str
    both_gates: str
    all_gates: str
    some_gates: str
    gates_in_place: Plural
    no_gate_in_place: str
    gates_contested: str
    gates_failed: Plural
    gates_undecided: Plural
    no_dimension_below: str
    no_dimension_applies: str
    no_dimension_has_figure: str
    dimension_below: str
    dimensions_below: str
    all_dimensions_below: str
    mean_is: str
    mean_reaches: str
    mean_below: str
    too_few_for_figure: str
    no_figure: str
    points_missing: str
    below_but_withheld: str
    without_figure: str

    # gates, dimensions, sides
    gate_words: Mapping[GateState, str]
    gate_reasons: Mapping[GateReason, str]
    gate_range: str
    level_words: Mapping[Level, str]
    mean: str
    no_sides: str
    one_side: str
    sides_withheld: str
    too_few_sides_shown: str
    alone_explained: str
    more_dimensions: str
    more_gates: str

    # what to discuss, what to do
    gap_short: str
    gap_long: str
    disagreement_short: str
    disagreement_long: str
    unsure_share: str
    unsure_count: Plural
    discuss_alone: str
    discuss_nothing: str
    dilemma: str
    moves_explained: str
    gain_short: str
    gain_dimension: str
    gain_gate: str
    within_days: Plural
    moves_withheld: str
    no_moves: str
    no_moves_shown: str
    next_date: str
    about: str

    # indicators and evidence
    indicators_explained: str
    evidence_not_asked: str
    no_highs: str
    highs_with_evidence: Plural

    # answers
    nobody: str
    one_common_answer: str
    voters: Plural
    respondents: Plural
    coverage: str
    cell_value: str
    cell_blank: str
    cell_invalid: str
    cell_not_asked: str
    cell_not_reached: str
    unanswered: Plural
    incomplete: Plural
    straight_lining: Plural
    rejected: Plural
    rejected_by_item: str
    withheld_explained: str
    items_explained: str

    # how it was computed
    method_unknown: str
    method_score: str
    method_votes: str
    method_levels: str
    method_gates: str
    method_sides: str
    method_agreement: str
    min_group: Plural
    method_set: str
