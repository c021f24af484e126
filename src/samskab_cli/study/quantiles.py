"""Quantiles of F and t, exact to about 12 digits: the regularised incomplete beta function, turned round by bisection.

The continued fraction is that of Abramowitz and Stegun 26.5.8, evaluated after Lentz.
"""

from __future__ import annotations

from math import exp, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist

_TINY = 1e-300
_PRECISE = 1e-15
_MOST_TERMS = 10_000
_HALVINGS = 200


def incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), 0…1, for a, b > 0 and 0 ≤ x ≤ 1."""
    if x <= 0 or x >= 1:
        return min(1.0, max(0.0, x))
    if x > (a + 1) / (a + b + 2):  # where the other tail's fraction is the one that converges fast
        return 1 - incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)), term by term until another one changes nothing."""
    value, c, d = 1.0, 1.0, 0.0
    for term in range(1, _MOST_TERMS):
        m = term // 2
        if term % 2:
            part = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            part = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / (1 + part * d or _TINY)
        c = 1 + part / c or _TINY
        value *= c * d
        if abs(c * d - 1) < _PRECISE:
            break
    return value


def f_quantile(p: float, df1: float, df2: float) -> float:
    """The value that F with these degrees of freedom lies below with probability p (0 < p < 1)."""
    low, high = 0.0, 1.0  # of x = df1·F / (df1·F + df2)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        if incomplete_beta(df1 / 2, df2 / 2, middle) < p:
            low = middle
        else:
            high = middle
    x = (low + high) / 2
    return inf if x >= 1 else df2 * x / (df1 * (1 - x))


def t_quantile(p: float, df: float) -> float:
    """The value that Student's t lies below with probability p (0.5 < p < 1): t² is F with 1 and df."""
    return sqrt(f_quantile(2 * p - 1, 1, df))


def wilson(count: int, of: int, level: float) -> tuple[float, float]:
    """The interval of a share, 0…1 (Wilson 1927). of: at least 1."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, around = count / of, z * z / of
    half = z * sqrt(share * (1 - share) / of + around / (4 * of))
    return max(0.0, (share + around / 2 - half) / (1 + around)), min(1.0, (share + around / 2 + half) / (1 + around))
