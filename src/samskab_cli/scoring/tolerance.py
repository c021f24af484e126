"""Comparisons of figures: every cut-off is met within 1e-9, so that the order of additions never decides."""

from __future__ import annotations

TOLERANCE = 1e-9


def at_least(figure: float, bound: float) -> bool:
    """Whether a figure reaches a bound."""
    return figure >= bound - TOLERANCE


def below(figure: float, bound: float) -> bool:
    """Whether a figure lies below a bound."""
    return not at_least(figure, bound)
