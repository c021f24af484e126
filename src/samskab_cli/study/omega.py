"""McDonald's omega of one factor, fitted by maximum likelihood with the EM algorithm of Rubin and Thayer (1982)."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, nan, sqrt

_LEAST_ITEMS = 3
_MOST_STEPS = 20_000
_SETTLED = 1e-9
_HEYWOOD = 0.005  # of an item's variance: less than this left over is a fit at its border


def omega(covariances: Sequence[Sequence[float]]) -> float:
    """(Σλ)² / Σc, 0…1; nan for fewer than three items, where the fit doesn't settle, and in a Heywood case.

    That is one where an item has nothing of its own left.
    """
    k = len(covariances)
    if k < _LEAST_ITEMS or not all(isfinite(cell) for row in covariances for cell in row):
        return nan
    variances = [covariances[item][item] for item in range(k)]
    whole = sum(map(sum, covariances))
    if min(variances) <= 0 or whole <= 0:
        return nan
    loadings = [sum(row) / sqrt(whole) for row in covariances]  # of the centroid method
    own = [max(variance - loading**2, variance / 10) for variance, loading in zip(variances, loadings, strict=True)]
    for _ in range(_MOST_STEPS):
        before = loadings
        loadings, own = _step(covariances, loadings, own)
        if any(left < _HEYWOOD * variance for left, variance in zip(own, variances, strict=True)):
            return nan
        if max(abs(one - other) for one, other in zip(before, loadings, strict=True)) < _SETTLED:
            return float(sum(loadings) ** 2 / whole)
    return nan


def _step(
    covariances: Sequence[Sequence[float]], loadings: Sequence[float], own: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Better loadings and own variances.

    β are the weights that guess the factor from the items; Σ⁻¹ of one factor is known (Sherman and Morrison), so
    nothing is inverted.
    """
    weights = [loading / left for loading, left in zip(loadings, own, strict=True)]
    spread = 1 + sum(weight * loading for weight, loading in zip(weights, loadings, strict=True))
    beta = [weight / spread for weight in weights]
    with_factor = [sum(cell * one for cell, one in zip(row, beta, strict=True)) for row in covariances]
    of_factor = 1 / spread + sum(one * other for one, other in zip(beta, with_factor, strict=True))
    better = [one / of_factor for one in with_factor]
    left = [
        covariances[item][item] - loading * one
        for item, (loading, one) in enumerate(zip(better, with_factor, strict=True))
    ]
    return better, left
