"""What a catalogue has to say on the page that leads to one report a group."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Indexing:
    """Every word of the index that the reports don't have."""

    title: str
    by: str
    """What the groups are. {column}: the name of the column."""
    group: str
    empty: str
    """The group where the column is empty."""
    verdict: str
    people: str
    order: str
    withheld: str
    withheld_explained: str
    nobody_shown: str
