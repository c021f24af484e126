"""Covariance matrix of items pair by pair: alpha, mean r, HTMT, correlations with sums; a `Sample` with its blocks.

A figure that can't be computed (nobody, or everybody alike) is nan, which is never beyond any threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import nan, sqrt
from operator import mul, sub

from samskab_cli.study.pair_tables import Pair, PairTables, Table

Sums = tuple[int, int, int, int, int, int]
"""Of one pair over the people who answered both: n, Σx, Σy, Σx², Σy², Σxy."""
Places = Sequence[int]
"""Places of items."""


@dataclass(frozen=True)
class Matrix:
    """What the pairs of items sum up to, of everybody or without one block."""

    sums: dict[Pair, Sums]

    def n(self, one: int, other: int) -> int:
        """People who answered both."""
        return self.sums[_ordered(one, other)][0]

    def covariance(self, one: int, other: int) -> float:
        """Of the people who answered both; of an item with itself its variance."""
        return self._covariances[_ordered(one, other)]

    def correlation(self, one: int, other: int) -> float:
        """Pearson's r of the people who answered both."""
        n, x, y, xx, yy, xy = self.sums[_ordered(one, other)]
        spread = (n * xx - x * x) * (n * yy - y * y)
        return (n * xy - x * y) / sqrt(spread) if spread > 0 else nan

    @cached_property
    def _covariances(self) -> dict[Pair, float]:
        return {
            pair: (n * xy - x * y) / (n * (n - 1)) if n > 1 else nan for pair, (n, x, y, _, _, xy) in self.sums.items()
        }

    def added(self, ones: Places, others: Places) -> float:
        """The covariance of two sums of items."""
        return sum(self.covariance(one, other) for one in ones for other in others)

    def alpha(self, items: Places) -> float:
        """Cronbach's alpha: k/(k−1) · (1 − Σ variances / variance of the sum)."""
        k, whole = len(items), self.added(items, items)
        if k < 2 or not whole > 0:
            return nan
        return k / (k - 1) * (1 - sum(self.covariance(item, item) for item in items) / whole)

    def with_sum(self, item: int, others: Places) -> float:
        """The correlation of an item with the sum of others, held to −1…1."""
        spread = self.covariance(item, item) * self.added(others, others)
        if not others or not spread > 0:
            return nan
        return max(-1.0, min(1.0, self.added([item], others) / sqrt(spread)))

    def mean_r(self, items: Places) -> float:
        """The mean correlation among items."""
        return mean([self.correlation(one, other) for one, other in combinations(items, 2)])

    def htmt(self, ones: Places, others: Places) -> float:
        """Mean correlation between two dimensions, over the geometric mean of those within (Henseler and others)."""
        within = self.mean_r(ones) * self.mean_r(others)
        between = mean([self.correlation(one, other) for one in ones for other in others])
        return between / sqrt(within) if self.mean_r(ones) > 0 and within > 0 else nan

    def backwards(self, item: int, regular: Places, pairs: Sequence[Pair]) -> float:
        """The share of people who would have to read an item backwards to make it go with the others as it does.

        pairs: of the regular items, what it is held against.
        """
        among = mean([self.correlation(*pair) for pair in pairs])
        if not among > 0:
            return nan
        return (1 - mean([self.correlation(item, other) for other in regular]) / among) / 2


def mean(values: Sequence[float]) -> float:
    """The mean; nan of nothing."""
    return sum(values) / len(values) if values else nan


@dataclass(frozen=True)
class Sample:
    """Everybody, and everybody without each block: what figures and their intervals are computed from."""

    tables: PairTables
    everybody: Matrix

    @classmethod
    def of(cls, tables: PairTables) -> Sample:
        """The sums of these tables."""
        pairs = tables.blocks[0] if tables.blocks else ()
        return cls(tables, Matrix({pair: _sums(pair, tables.whole(pair), tables) for pair in pairs}))

    @cached_property
    def without(self) -> tuple[Matrix, ...]:
        """Everybody without each block. Made when an interval is asked for: most files give no reason to."""
        blocks = ({pair: _sums(pair, table, self.tables) for pair, table in one.items()} for one in self.tables.blocks)
        whole = self.everybody.sums
        return tuple(Matrix({pair: _each(sub, whole[pair], sums) for pair, sums in block.items()}) for block in blocks)


def _each(operation: Callable[[int, int], int], ones: Sums, others: Sums) -> Sums:
    n, x, y, xx, yy, xy = map(operation, ones, others)
    return n, x, y, xx, yy, xy


def _sums(pair: Pair, table: Table, tables: PairTables) -> Sums:
    one, other = (range(0, tables.values[item] * tables.units[item], tables.units[item]) for item in pair)
    if pair[0] == pair[1]:
        x = sum(map(mul, table, one))
        xx = sum(point * point * count for point, count in zip(one, table, strict=True))
        return sum(table), x, x, xx, xx, xx
    wide = len(other)
    rows = [table[start : start + wide] for start in range(0, len(table), wide)]
    by_x, by_y = [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)]
    return (
        sum(by_x),
        sum(map(mul, by_x, one)),
        sum(map(mul, by_y, other)),
        sum(point * point * count for point, count in zip(one, by_x, strict=True)),
        sum(point * point * count for point, count in zip(other, by_y, strict=True)),
        sum(point * sum(map(mul, row, other)) for point, row in zip(one, rows, strict=True)),
    )


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one <= other else (other, one)
