"""ICC(1), ICC(2), rwg, answers needed: whether groups can be told apart (Bliese 2000)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf, nan
from typing import NamedTuple

from samskab_cli.study.quantiles import f_quantile

WANTED = 0.70
"""The ICC(2) from which on groups are compared (Nunnally and Bernstein 1994)."""
_MOST_NEEDED = 10_000


class GroupSums(NamedTuple):
    """The scores of a group's people: how many, their sum, the sum of their squares."""

    n: int
    total: float
    squares: float


class Reliability(NamedTuple):
    """How much of the differences between groups is more than chance."""

    f: float
    between: int
    """Degrees of freedom: groups less one."""
    within: int
    """Degrees of freedom: people less groups."""
    n0: float
    """People a group, as groups of one size would have."""
    needed: float
    """Answers a group that would do for an ICC(2) of 0.70; inf where groups don't differ."""

    @property
    def icc1(self) -> float:
        """Of one person's difference from another, the part that is their groups'."""
        return (self.f - 1) / (self.f + self.n0 - 1) if self.f < inf else 1.0

    @property
    def icc2(self) -> float:
        """Of the differences between groups' means, the part that is more than chance; below 0 is none."""
        return 1 - 1 / self.f if self.f else -inf

    def interval(self, level: float) -> tuple[float, float]:
        """The interval of ICC(2), by F."""
        p = (1 + level) / 2
        low = self.f / f_quantile(p, self.between, self.within)
        high = self.f * f_quantile(p, self.within, self.between)
        return 1 - 1 / low if low else -inf, 1 - 1 / high if high else -inf


def reliability(groups: Sequence[GroupSums]) -> Reliability | None:
    """Of two groups at least, with more people than groups; None else, and where nobody differs from anybody."""
    groups = [group for group in groups if group.n]
    people, count = sum(group.n for group in groups), len(groups)
    if count < 2 or people <= count:
        return None
    middle = sum(group.total for group in groups) / people
    between = sum(group.n * (group.total / group.n - middle) ** 2 for group in groups) / (count - 1)
    inside = sum(group.squares - group.total**2 / group.n for group in groups) / (people - count)
    inside = max(inside, 0.0)
    if not between + inside > 0:
        return None
    n0 = (people - sum(group.n**2 for group in groups) / people) / (count - 1)
    f = between / inside if inside > 0 else inf
    needed = WANTED / (1 - WANTED) * inside / ((between - inside) / n0) if between > inside else inf
    return Reliability(f, count - 1, people - count, n0, needed)


def answers_needed(needed: float) -> int | None:
    """Whole answers a group; None where so many would be needed that it says nothing."""
    return max(1, ceil(needed)) if needed < _MOST_NEEDED else None


def rwg(variances: Sequence[float], values: int) -> float:
    """Agreement within one group over several items, 0…1 (James and others 1984), against answers by chance alone.

    variances: of each item in steps, n − 1 below. values: answers on the scale.
    """
    if not variances:
        return nan
    ratio = sum(variances) / len(variances) / ((values**2 - 1) / 12)
    if ratio >= 1:
        return 0.0
    agreeing = len(variances) * (1 - ratio)
    return agreeing / (agreeing + ratio)
