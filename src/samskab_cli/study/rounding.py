"""Digits that a study shows: correlations, shares and points rounded so that nobody can be subtracted."""

from __future__ import annotations

from math import isfinite

from samskab_cli.model.study import Estimate
from samskab_cli.study.consistency import MANY
from samskab_cli.study.intervals import SHOWN, Measured

SHARES = 4


def round_correlation(value: float, n: int) -> float | None:
    """A correlation, or what is made of some: one decimal below 100 people, then two; None where there is none."""
    return round(value, 2 if n >= MANY else 1) + 0.0 if isfinite(value) else None


def points(value: float, n: int) -> float | None:
    """Points of 100 that follow from a correlation: whole ones below 100 people, then one decimal."""
    return round(value, 1 if n >= MANY else 0) if isfinite(value) else None


def share(count: int, of: int) -> float | None:
    """A share of counts that are shown themselves; None of nobody."""
    return round(count / of, SHARES) if of else None


def estimate(figure: Measured, n: int) -> Estimate | None:
    """A figure with its 95 % interval; None where there is none."""
    value = round_correlation(figure.value, n)
    low, high = (round_correlation(end, n) for end in figure.interval(SHOWN))
    return None if value is None else Estimate(value=value, low=low, high=high)
