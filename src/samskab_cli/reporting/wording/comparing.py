"""What a catalogue has to say about what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samskab_cli.model.comparison import FewAnswers


@dataclass(frozen=True, kw_only=True)
class Comparing:
    """Every word of `samskab compare` that the report doesn't have."""

    title: str
    heading: str
    occasion: str
    """One of the times: its number, name and people."""
    verdict: str
    from_to: str
    same_verdict: str
    verdict_withheld: str
    change: str
    """Head of a column."""
    unchanged: str
    moved_most: str
    nothing_moved: str
    all_items: str
    few_answers: Mapping[FewAnswers, str]
    few_answers_explained: str
    read_with_care: str
    not_matched: str
    few_people: str
    versions: str
    left_out: str
    left_out_heading: str
    asked_at: str
    people_behind: str
    """What the number in brackets is."""
