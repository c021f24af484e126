"""What a catalogue has to say about how a figure came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samskab_cli.model.explanation import Rule


@dataclass(frozen=True, kw_only=True)
class Explaining:
    """Every word of `samskab explain` that the report doesn't have."""

    heading: str
    verdict: str
    exactly: str
    section: str
    """Where the rule is written."""
    reached: str
    not_reached: str
    lowest: str
    highest: str
    comes_to: str
    """What a step without a calculation ends in."""
    at_both_ends: str
    layer: str
    unknown: str
    people: str
    low: str
    high: str
    tension_gap: str
    tension_disagreement: str
    tension_unsure: str
    no_score: str
    rules: Mapping[Rule, str]
    """What each step says. {about}: the part, side or dimension it is about."""
