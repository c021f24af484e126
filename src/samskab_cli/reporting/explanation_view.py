"""An explanation as already formatted strings: what a layout sets, one step below the other."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TermView(_View):
    """One number put in."""

    label: str
    value: str
    weight: str
    """How often or how heavily it counts; empty where nothing is weighed."""


class StepView(_View):
    """One step."""

    text: str
    terms: tuple[TermView, ...]
    calculation: str
    """The numbers and what comes out; empty where the rule says it all."""
    section: str
    """Where the rule is written."""


class ExplanationView(_View):
    """How one figure came about."""

    heading: str
    question: str
    """The statement or the dimension's question; else empty."""
    result: str
    steps: tuple[StepView, ...]
