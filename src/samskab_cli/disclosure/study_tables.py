"""The tables of a study: what is shown of each item, each dimension and each pair of dimensions, and what isn't."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.rules import LEAST_PEOPLE
from samskab_cli.model.study import (
    DimensionPair,
    DimensionStudy,
    Estimate,
    Finding,
    GroupsStudied,
    ItemStudy,
    NotLookedAt,
    OtherDimension,
    Unlooked,
)
from samskab_cli.model.tables import ItemTable
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.consistency import MANY, Consistency
from samskab_cli.study.group_reliability import WANTED, Reliability, answers_needed
from samskab_cli.study.group_scores import GroupScores
from samskab_cli.study.intervals import SHOWN, SURE
from samskab_cli.study.rounding import estimate, points, round_correlation, share
from samskab_cli.study.unused_ends import LEAST_VALUES

_JUDGED_ITEMS = 3
_SD_DIGITS = 2


@dataclass(frozen=True)
class StudyTables:
    """All that was computed of one answer set."""

    disclosed: Disclosed
    consistency: Consistency | None
    """None: too few people."""
    scores: GroupScores | None
    """None: too few groups."""
    findings: Sequence[Finding]
    groups: GroupsStudied | None

    @property
    def asked(self) -> Asked:
        """The set without the items that are left out."""
        return self.disclosed.asked.without(self.disclosed.left_out)

    def items(self) -> Iterator[ItemStudy]:
        """Every item that may be shown."""
        if self.disclosed.tables is not None:
            for item in self.asked.items:
                yield self._item(item.id, self.disclosed.tables.everybody[item.id])

    def _item(self, item: str, table: ItemTable) -> ItemStudy:
        tables = self.disclosed.tables
        findings = self.disclosed.findings
        if tables is None or findings is None:
            raise AssertionError("items are shown of tables only")
        sides = {side: of_side[item] for side, of_side in tables.sides.items() if item in of_side}
        rest, other, backwards, without = self._correlations(item)
        return ItemStudy(
            id=item,
            dimension=self.asked.question_set.dimension_of[item].id,
            n=table.n,
            unsure=share(table.unsure, table.applicable),
            unsure_by_side={side: share(of_side.unsure, of_side.applicable) for side, of_side in sides.items()},
            blank=share(table.blank, table.applicable),
            mean=findings.items[item].score,
            sd=_spread(table.counts),
            end=share(max(table.counts[0], table.counts[-1]), table.n),
            rest=rest,
            other=other,
            backwards=backwards,
            alpha_without=without,
        )

    def _correlations(self, item: str) -> tuple[Estimate | None, OtherDimension | None, Estimate | None, float | None]:
        consistency = self.consistency
        if consistency is None or item in consistency.few:
            return None, None, None, None
        place = consistency.place[item]
        dimension = consistency.dimensions[consistency.dimension_of(place)]
        n = consistency.n((place, *consistency.others(place)))
        other = consistency.other_dimension(place)
        without = tuple(one for one in dimension if one != place)
        r = None if other is None else round_correlation(other[1], consistency.n((place, *consistency.clean(other[0]))))
        return (
            estimate(consistency.rests[place], n),
            None if other is None or r is None else OtherDimension(dimension=other[0], r=r),
            estimate(consistency.backwards(place), n),
            round_correlation(consistency.alpha(without).value, consistency.n(without)),
        )

    def dimensions(self) -> Iterator[DimensionStudy]:
        """Every dimension of which something was asked."""
        findings = self.disclosed.findings
        for dimension, items in self.asked.dimensions.items() if findings else ():
            scores = self.scores
            groups = None if scores is None else scores.reliabilities.get(dimension)
            people = self.groups.people if self.groups else 0
            alpha, omega, mean_r, error = self._consistency(dimension)
            yield DimensionStudy(
                id=dimension,
                items=len(items),
                n=findings.dimensions[dimension].n if findings else 0,
                alpha=alpha,
                omega=omega,
                mean_r=mean_r,
                error=error,
                icc1=None if groups is None else round_correlation(max(0.0, groups.icc1), people),
                icc2=None if groups is None else _icc2(groups, people),
                needed=None if groups is None else answers_needed(groups.needed),
                rwg=None if scores is None else round_correlation(scores.agreement(dimension), people),
            )

    def _consistency(self, dimension: str) -> tuple[Estimate | None, float | None, float | None, float | None]:
        """Alpha, omega, the mean correlation, and the standard error of one person's score."""
        consistency = self.consistency
        if consistency is None:
            return None, None, None, None
        items = consistency.dimensions[dimension]
        n, alpha = consistency.n(items), consistency.alpha(items)
        error = consistency.spread(items) * sqrt(max(0.0, 1 - alpha.value))
        mean_r = consistency.sample.everybody.mean_r(items)
        return (
            estimate(alpha, n),
            round_correlation(consistency.omega(items), n),
            round_correlation(mean_r, n),
            points(error, n),
        )

    def pairs(self) -> Iterator[DimensionPair]:
        """Every pair of dimensions."""
        if self.consistency is None:
            return
        for one, other in combinations(self.consistency.dimensions, 2):
            n = self.consistency.n((*self.consistency.clean(one), *self.consistency.clean(other)))
            yield DimensionPair(dimensions=(one, other), htmt=estimate(self.consistency.htmt(one, other), n))

    def not_looked_at(self) -> Iterator[NotLookedAt]:
        """What couldn't be looked at, and why."""
        people = self.disclosed.people.most
        if self.disclosed.left_out:
            yield NotLookedAt(reason=Unlooked.LEFT_OUT, items=self.disclosed.left_out)
        if self.consistency is None:
            yield NotLookedAt(reason=Unlooked.FEW_PEOPLE, n=people)
        else:
            yield from self._correlations_missing(self.consistency)
        tables = self.disclosed.tables
        values = sum(table.n for table in tables.everybody.values()) if tables else 0
        if values < LEAST_VALUES:
            yield NotLookedAt(reason=Unlooked.FEW_VALUES, n=values)
        if LEAST_PEOPLE <= people < MANY:
            yield NotLookedAt(reason=Unlooked.UNDER_HUNDRED, n=people)
        if self.groups is not None and self.disclosed.sides.hidden and not self.disclosed.sides.shown:
            yield NotLookedAt(reason=Unlooked.NO_SIDES)
        if self.groups is None:
            yield NotLookedAt(reason=Unlooked.NO_GROUPS)
        elif self.scores is None:
            yield NotLookedAt(reason=Unlooked.FEW_GROUPS, n=self.groups.shown)
        else:
            yield from self._groups_uncertain(self.scores)

    def _groups_uncertain(self, scores: GroupScores) -> Iterator[NotLookedAt]:
        """Below 0.70, yet not surely, which would be a finding: silence would look like leave to compare."""
        uncertain = tuple(
            dimension for dimension, one in scores.reliabilities.items() if one.icc2 < WANTED <= one.interval(SURE)[1]
        )
        if uncertain:
            yield NotLookedAt(reason=Unlooked.UNCERTAIN_GROUPS, dimensions=uncertain)

    def _correlations_missing(self, consistency: Consistency) -> Iterator[NotLookedAt]:
        if consistency.few:
            yield NotLookedAt(reason=Unlooked.FEW_ANSWERS, items=consistency.few)
        small = tuple(one for one, items in consistency.dimensions.items() if 0 < len(items) < _JUDGED_ITEMS)
        if small:
            yield NotLookedAt(reason=Unlooked.TWO_ITEMS, dimensions=small)
        judged = {consistency.dimension_of(item) for item in consistency.judged}
        apart = tuple(
            one for one, items in consistency.dimensions.items() if len(items) >= _JUDGED_ITEMS and one not in judged
        )
        if apart:
            yield NotLookedAt(reason=Unlooked.APART, dimensions=apart)


def _icc2(groups: Reliability, people: int) -> Estimate | None:
    low, high = (max(0.0, end) for end in groups.interval(SHOWN))
    value, low_, high_ = (round_correlation(one, people) for one in (max(0.0, groups.icc2), low, high))
    return None if value is None else Estimate(value=value, low=low_, high=high_)


def _spread(counts: Sequence[int]) -> float | None:
    """Standard deviation in steps, n − 1 below."""
    n = sum(counts)
    if n < 2:
        return None
    total = sum(at * count for at, count in enumerate(counts))
    squares = sum(at * at * count for at, count in enumerate(counts))
    return round(sqrt((n * squares - total * total) / (n * (n - 1))), _SD_DIGITS)
