"""Jackknife over blocks: `Measured`, a figure with its interval, on a scale where it is even (Fisher's z).

se² = (B − 1)/B · Σ (figure without block − figure of all)²,   interval: figure ± t(B − 1) · se
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from math import atanh, exp, inf, isfinite, log, nan, sqrt, tanh

from samskab_cli.study.matrix import Matrix, Sample
from samskab_cli.study.quantiles import t_quantile

SHOWN, SURE, SURER = 0.95, 0.99, 0.999
"""What an interval holds: those that are shown, those that a finding must lie beyond, and of many comparisons."""
_END = 1 - 1e-9


class Scale(Enum):
    """The scale that a figure's interval is even on."""

    RAW = "raw"
    CORRELATION = "correlation"
    RELIABILITY = "reliability"

    def to(self, value: float) -> float:
        """The figure on the scale; at its very end just before it, for where all agree without exception, they do."""
        if self is Scale.CORRELATION:
            return atanh(max(-_END, min(_END, value)))
        return -log(1 - min(_END, value)) if self is Scale.RELIABILITY else value

    def back(self, value: float) -> float:
        """The figure itself."""
        if self is Scale.CORRELATION:
            return tanh(value)
        return 1 - exp(-value) if self is Scale.RELIABILITY else value


@dataclass(frozen=True)
class Measured:
    """A figure, with how far it would move."""

    value: float
    scale: Scale = Scale.RAW
    error: float = nan
    """Its standard error on the scale; nan where there is none."""
    blocks: int = 0

    def interval(self, level: float) -> tuple[float, float]:
        """The interval at a level; (nan, nan) where there is none."""
        if not isfinite(self.error):
            return nan, nan
        middle, half = self.scale.to(self.value), _t(level, self.blocks - 1) * self.error
        return self.scale.back(middle - half), self.scale.back(middle + half)

    def low(self, level: float = SURE) -> float:
        """The lower end; −∞ where there is none, so that nothing is above a threshold."""
        low = self.interval(level)[0]
        return low if isfinite(low) else -inf

    def high(self, level: float = SURE) -> float:
        """The upper end; ∞ where there is none."""
        high = self.interval(level)[1]
        return high if isfinite(high) else inf


NOTHING = Measured(nan)


def jackknife(value: float, without: Sequence[float], scale: Scale = Scale.RAW) -> Measured:
    """A figure of everybody, with the same figure without each block."""
    middle, blocks = scale.to(value), len(without)
    moved = [scale.to(one) - middle for one in without]
    if blocks < 2 or not all(map(isfinite, moved)):
        return Measured(value)
    return Measured(value, scale, sqrt((blocks - 1) / blocks * sum(one * one for one in moved)), blocks)


def measure(sample: Sample, figure: Callable[[Matrix], float], scale: Scale = Scale.RAW) -> Measured:
    """A figure of the covariances, with how far it would move."""
    value = figure(sample.everybody)
    return jackknife(value, [figure(one) for one in sample.without], scale) if isfinite(value) else NOTHING


@cache
def _t(level: float, df: int) -> float:
    return t_quantile((1 + level) / 2, df)
