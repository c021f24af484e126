"""Texts of `explain` around the steps: heading, reached or not, the lowest, at both ends."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.explanation import Rule
from samskab_cli.reporting.wording.explanation_rules import RULES


class ExplanationWords(Catalogue):
    """Every text of `samskab explain` that the report doesn't have."""

    heading = Text(da="Sådan er det regnet ud: {what}", en="How it was computed: {what}")
    verdict = Text(da="Vurderingen", en="The outcome")
    exactly = Text(da="{figure} (med flere decimaler {exact})", en="{figure} (with more decimals {exact})")
    section = Text(da="Reglen: {page}, afsnit {number}", en="The rule: {page}, section {number}")
    """Where the rule is written."""
    reached = Text(da="{first} er mindst {second}: ja", en="{first} is at least {second}: yes")
    not_reached = Text(da="{first} er mindst {second}: nej", en="{first} is at least {second}: no")
    lowest = Text(da="Det laveste: {result} ({which})", en="The lowest: {result} ({which})")
    comes_to = Text(da="Det giver: {result}", en="That gives: {result}")
    """What a step without a calculation ends in."""
    at_both_ends = Text(da="I bund: {worst}. I top: {best}.", en="At the bottom: {worst}. At the top: {best}.")
    layer = Text(da="Lag {number}", en="Layer {number}")
    figures = TextOf(
        {
            "unknown": Text(da="Ubesvarede", en="Unanswered"),
            "people": Text(da="Personer med et tal", en="People with a score"),
            "low": Text(da="Ubesvarede i bund", en="Unanswered at the bottom"),
            "high": Text(da="Ubesvarede i top", en="Unanswered at the top"),
            "tension_gap": Text(da="Afstand", en="Gap"),
            "tension_disagreement": Text(da="Uenighed", en="Disagreement"),
            "tension_unsure": Text(da='Andel "{unsure}"', en='Share of "{unsure}"'),
        }
    )
    """Figures that have a line of their own; the others stand in the calculation only."""
    no_score = Text(da="intet tal", en="no score")
    rules = TextOf(RULES, every=Rule)
    """What each step says."""
