"""A comparison as already formatted strings: what every layout sets. Positions (0…100) are for bars only."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TimeView(_View):
    """One of the times."""

    number: str
    name: str
    people: str
    level: str
    range: str


class CellView(_View):
    """One figure or state, at one time."""

    text: str
    people: str
    """How many stand behind it; empty where that isn't counted."""
    position: float | None = None
    """None: there is no figure, or it is withheld."""


class ChangeRow(_View):
    """A gate, a dimension or a statement at every time."""

    title: str
    cells: tuple[CellView, ...]
    change: str
    note: str
    """What is to be known of the change; else empty."""


class ComparisonView(_View):
    """What changed, in the order of the report."""

    language: str
    title: str
    heading: str
    what: str
    """Matter and municipality, or the set's title."""
    times: tuple[TimeView, ...]
    verdict: str
    gates: tuple[ChangeRow, ...]
    dimensions: tuple[ChangeRow, ...]
    """The last is the mean."""
    moved: tuple[ChangeRow, ...]
    no_moves: str
    items: tuple[ChangeRow, ...]
    notes: tuple[str, ...]
    left_out: tuple[str, ...]
    cutoffs: tuple[tuple[float, str], ...]
    """The cut-offs of a dimension, lowest first: position and text."""
    gate_cutoffs: tuple[tuple[tuple[float, str], ...], ...]
    """Those of each gate."""
    caveat: str
