"""The scores of groups' people, added up: what is needed to say whether groups can be told apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import nan
from statistics import median
from typing import Any, Final

import polars as pl

from samskab_cli.model.answers import LEAST_VALUE
from samskab_cli.model.findings import End
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.engine import collect
from samskab_cli.scoring.respondents import named, score_respondents
from samskab_cli.scoring.states import TAKES_PART
from samskab_cli.study.file_parts import parts_of
from samskab_cli.study.group_reliability import GroupSums, Reliability, reliability, rwg

_GROUP: Final = "study:group"
_PARTS: Final = 1_000_000  # of a point: sums of whole numbers are the same in any order
_PAIR: Final = 2

Row = dict[str, Any]


@dataclass(frozen=True)
class GroupScores:
    """One row a group: people, sums and squares of their scores by dimension, and of their answers by item."""

    asked: Asked
    rows: tuple[Row, ...]

    def reliability(self, dimension: str) -> Reliability | None:
        """Whether the groups can be told apart on a dimension."""
        return reliability([self._sums(row, dimension) for row in self.rows])

    @cached_property
    def reliabilities(self) -> dict[str, Reliability]:
        """Dimension id → whether the groups can be told apart on it, where that can be computed; in question order."""
        found = {dimension: self.reliability(dimension) for dimension in self.asked.dimensions}
        return {dimension: one for dimension, one in found.items() if one is not None}

    def agreement(self, dimension: str) -> float:
        """The median of the groups' rwg(J) on a dimension; nan where scales differ, or none has two answers to each."""
        items = self.asked.dimensions[dimension]
        options = {self.asked.steps[item] + 1 for item in items}
        if len(options) > 1:  # what chance alone would give is known of one scale
            return nan
        known = [variances for row in self.rows if len(variances := list(_variances(row, items))) == len(items)]
        return median(rwg(variances, *options) for variances in known) if known else nan

    def _sums(self, row: Row, dimension: str) -> GroupSums:
        n, total, squares = (row[f"{what}:{dimension}"] for what in ("n", "sum", "squares"))
        return GroupSums(n, total / _PARTS, squares / _PARTS**2)


def group_scores(asked: Asked, frame: pl.LazyFrame, column: str, groups: Collection[str | None]) -> GroupScores:
    """The scores of these groups. frame: as `Responses` says; column: the name in it that tells groups apart."""
    shown = pl.col(column).is_in([group for group in groups if group is not None])
    added: pl.DataFrame | None = None
    for part in parts_of(frame):  # whole numbers add up: of a large file only a part is ever there twice
        sums = collect(
            score_respondents(asked, part.filter(shown).with_columns(pl.col(column).alias(_GROUP)))
            .filter(pl.col(TAKES_PART))
            .group_by(_GROUP)
            .agg(*_of_dimensions(asked), *_of_items(asked))
        )
        added = sums if added is None else pl.concat([added, sums]).group_by(_GROUP).sum()
    return GroupScores(asked, () if added is None else tuple(added.sort(_GROUP).iter_rows(named=True)))


def _of_dimensions(asked: Asked) -> Iterator[pl.Expr]:
    for dimension, items in asked.dimensions.items():
        score = (pl.col(named(End.SCORE, items)) * _PARTS).round().cast(pl.Int64)
        yield score.count().alias(f"n:{dimension}")
        yield score.sum().alias(f"sum:{dimension}")
        yield (score.cast(pl.Int128) * score).sum().alias(f"squares:{dimension}")


def _of_items(asked: Asked) -> Iterator[pl.Expr]:
    for item in asked.items:
        value = pl.col(item.id).cast(pl.Int64)
        given = value.filter(value >= LEAST_VALUE)
        yield given.count().alias(f"answers:{item.id}")
        yield given.sum().alias(f"points:{item.id}")
        yield (given * given).sum().alias(f"points²:{item.id}")


def _variances(row: Row, items: Collection[str]) -> Iterator[float]:
    """Of a group's answers to each item, in steps; items of fewer than two answers are left out."""
    for item in items:
        n, total, squares = (row[f"{what}:{item}"] for what in ("answers", "points", "points²"))
        if n >= _PAIR:
            yield (squares - total * total / n) / (n - 1)
