"""A comparison as already formatted strings: what every layout sets. Positions (0…100) are for bars only."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


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
    caveat: str
