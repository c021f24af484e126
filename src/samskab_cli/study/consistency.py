"""`Consistency` of a dimension: item–rest correlations, alpha, omega, opposite items, items closer to another.

Bad items hide each other: beside an item that was turned round, all others look weak. So items are judged in two
passes. The first finds those that run against the rest; in the second each is judged by the others without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import isfinite, nan, sqrt
from operator import mul, sub

from samskab_cli.model.rules import LEAST_PEOPLE
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.intervals import NOTHING, Measured, Scale, jackknife, measure
from samskab_cli.study.matrix import Sample, mean
from samskab_cli.study.omega import omega
from samskab_cli.study.pair_tables import PairTables

MANY = 100
"""People, from which on finer things are looked at, and figures have a second decimal."""
ASK_THE_SAME = 0.80
"""The correlation from which on two items ask for the same."""
_HANG_TOGETHER = 0.20
_LEAST_OTHERS = 2
_LEAST_OPTION = 20
"""Answers of an option that is compared with the next."""

Place = int
Places = tuple[int, ...]


@dataclass(frozen=True)
class Consistency:
    """The figures about how items go together. Items are places in `asked.items`."""

    asked: Asked
    sample: Sample

    @classmethod
    def of(cls, asked: Asked, tables: PairTables) -> Consistency:
        """What these tables say."""
        return cls(asked, Sample.of(tables))

    @cached_property
    def place(self) -> dict[str, Place]:
        """Item id → its place."""
        return {item: at for at, item in enumerate(self.sample.tables.items)}

    @cached_property
    def dimensions(self) -> dict[str, Places]:
        """Dimension id → its items that enough people answered, alone and with each of the others."""
        return {
            dimension: self._enough([self.place[item] for item in items])
            for dimension, items in self.asked.dimensions.items()
        }

    @cached_property
    def few(self) -> tuple[str, ...]:
        """The items that too few people answered."""
        kept = {place for items in self.dimensions.values() for place in items}
        return tuple(item for item, place in self.place.items() if place not in kept)

    def n(self, items: Sequence[Place]) -> int:
        """The fewest people who answered two of the items."""
        everybody = self.sample.everybody
        return min((everybody.n(one, other) for one in items for other in items), default=0)

    @cached_property
    def opposite(self) -> frozenset[Place]:
        """The items that run against the others of their dimension."""
        return frozenset(item for items in self.dimensions.values() for item in self._against(items))

    def clean(self, dimension: str) -> Places:
        """The items of a dimension that don't run against it."""
        return tuple(item for item in self.dimensions[dimension] if item not in self.opposite)

    def others(self, item: Place) -> Places:
        """What an item is judged by: the clean ones of its dimension, but itself."""
        return tuple(other for other in self.clean(self.dimension_of(item)) if other != item)

    def dimension_of(self, item: Place) -> str:
        """The dimension of an item."""
        return self.asked.question_set.dimension_of[self.asked.items[item].id].id

    def hang_together(self, items: Places) -> bool:
        """Whether two or more items surely go together at all."""
        return len(items) >= _LEAST_OTHERS and self.alpha(items).low() > _HANG_TOGETHER

    @cached_property
    def judged(self) -> tuple[Place, ...]:
        """The items that can be judged by the others of their dimension."""
        return tuple(
            item for items in self.dimensions.values() for item in items if self.hang_together(self.others(item))
        )

    def alpha(self, items: Places) -> Measured:
        """Cronbach's alpha of some items."""
        return measure(self.sample, lambda matrix: matrix.alpha(items), Scale.RELIABILITY)

    def omega(self, items: Places) -> float:
        """McDonald's omega of some items; nan below 100 people."""
        if self.n(items) < MANY:
            return nan
        covariance = self.sample.everybody.covariance
        return omega([[covariance(one, other) for other in items] for one in items])

    def spread(self, items: Places) -> float:
        """Standard deviation of people's scores on these items, in points of 100."""
        whole = self.sample.everybody.added(items, items)
        return 100 / self.asked.common_steps * sqrt(whole) / len(items) if items and whole > 0 else nan

    @cached_property
    def rests(self) -> dict[Place, Measured]:
        """Item → its correlation with the others of its dimension."""
        return {item: self._with_sum(item, self.others(item)) for items in self.dimensions.values() for item in items}

    def other_dimension(self, item: Place) -> tuple[str, float] | None:
        """The dimension that an item goes with best besides its own, and the correlation."""
        found = [
            (dimension, self.sample.everybody.with_sum(item, self.clean(dimension)))
            for dimension in self.dimensions
            if dimension != self.dimension_of(item) and self.n((item, *self.clean(dimension))) >= LEAST_PEOPLE
        ]
        return max((one for one in found if isfinite(one[1])), key=lambda one: one[1], default=None)

    def farther_from_own(self, item: Place, dimension: str) -> Measured:
        """How much better an item goes with another dimension than with its own."""
        own, other = self.others(item), self.clean(dimension)
        return measure(self.sample, lambda matrix: matrix.with_sum(item, other) - matrix.with_sum(item, own))

    def correlation(self, one: Place, other: Place) -> Measured:
        """Of two items."""
        return measure(self.sample, lambda matrix: matrix.correlation(one, other), Scale.CORRELATION)

    def htmt(self, one: str, other: str) -> Measured:
        """Of two dimensions of two items or more."""
        ones, others = self.clean(one), self.clean(other)
        if min(len(ones), len(others)) < _LEAST_OTHERS or self.n((*ones, *others)) < LEAST_PEOPLE:
            return NOTHING
        return measure(self.sample, lambda matrix: matrix.htmt(ones, others))

    def regular(self, item: Place) -> Places:
        """The others of its dimension that aren't reversed: what a reversed item is read against."""
        return tuple(other for other in self.others(item) if not self.asked.items[other].reverse)

    def backwards(self, item: Place) -> Measured:
        """As if this share of people read a reversed item backwards."""
        regular = self.regular(item)
        if not self.asked.items[item].reverse or len(regular) < _LEAST_OTHERS:
            return NOTHING
        pairs = self._regular_pairs(regular)
        return measure(self.sample, lambda matrix: matrix.backwards(item, regular, pairs)) if pairs else NOTHING

    def backwards_by_sides(self, item: Place) -> float:
        """The same from the sides of the middle alone: how often answers lie on different ones.

        With a share m reading backwards, pairs on different sides are (1 − m)·d + m·(1 − d), where d are those among
        the regular items.
        """
        regular = self.regular(item)
        among = mean([self._on_different_sides(*pair) for pair in self._regular_pairs(regular)])
        seen = mean([self._on_different_sides(item, other) for other in regular])
        return (seen - among) / (1 - 2 * among) if among < 1 / 2 else nan

    def _regular_pairs(self, regular: Places) -> list[tuple[Place, Place]]:
        """The pairs that a reversed item is held against; two that ask for the same would make it look misread."""
        return [pair for pair in combinations(regular, 2) if self.sample.everybody.correlation(*pair) < ASK_THE_SAME]

    def _on_different_sides(self, one: Place, other: Place) -> float:
        pair = (min(one, other), max(one, other))
        high, wide = (self.sample.tables.values[item] for item in pair)
        same = different = 0
        for at, count in enumerate(self.sample.tables.whole(pair)):
            sides = (2 * (at // wide) - high + 1) * (2 * (at % wide) - wide + 1)
            same += count if sides > 0 else 0
            different += count if sides < 0 else 0
        return different / (same + different) if same + different else nan

    def falls(self, item: Place) -> tuple[tuple[int, Measured], ...]:
        """Option by option: how much the mean of the others falls from it to the next one, in steps; keyed points."""
        sums = [self._by_option(block, item) for block in self.sample.tables.blocks]
        whole = [tuple(map(sum, zip(*options, strict=True))) for options in zip(*sums, strict=True)]
        own = self.sample.tables.whole((item, item))
        found = []
        for points in range(self.sample.tables.values[item] - 1):
            if min(own[points : points + 2]) < _LEAST_OPTION:
                continue
            fall = _fall(whole[points], whole[points + 1])
            if fall > 0:
                without = [
                    _fall(_less(whole[points], block[points]), _less(whole[points + 1], block[points + 1]))
                    for block in sums
                ]
                found.append((points, jackknife(fall, without)))
        return tuple(found)

    def _by_option(self, block: dict[tuple[int, int], tuple[int, ...]], item: Place) -> list[tuple[int, int]]:
        """Of each answer to an item: what the others were given together, and how many answers that were."""
        values, units = self.sample.tables.values, self.sample.tables.units
        own = values[item]
        found = [(0, 0)] * own
        for other in self.others(item):
            table = block[min(item, other), max(item, other)]
            points = range(0, values[other] * units[other], units[other])
            for at in range(own):
                row = table[at * values[other] : (at + 1) * values[other]] if item < other else table[at::own]
                total, count = found[at]
                found[at] = total + sum(map(mul, row, points)), count + sum(row)
        return found

    def _with_sum(self, item: Place, others: Places) -> Measured:
        return measure(self.sample, lambda matrix: matrix.with_sum(item, others), Scale.CORRELATION)

    def _enough(self, items: Sequence[Place]) -> Places:
        """Without the item of fewest answers, again and again, until every two were answered by enough people."""
        kept = [item for item in items if self.n([item]) >= LEAST_PEOPLE]
        while kept and self.n(kept) < LEAST_PEOPLE:
            kept.remove(min(kept, key=lambda item: self.n([item])))
        return tuple(kept)

    def _against(self, items: Places) -> Places:
        """The items that surely run against the others; none where they are half of them: either half could.

        The one that does most is set apart first, and the others are looked at again: beside it they looked worse.
        """
        clean, gone = items, list[Place]()
        while len(clean) > _LEAST_OTHERS:
            rests = {item: self.sample.everybody.with_sum(item, _but(clean, [item])) for item in clean}
            # An interval holds its figure: only of negative ones it takes the trouble to make it.
            below = (item for item in clean if rests[item] < 0 and self._is_surely_negative(item, clean))
            worst = min(below, key=rests.__getitem__, default=None)
            if worst is None:
                break
            gone.append(worst)
            clean = _but(items, gone)
        if not gone or len(gone) * 2 >= len(items) or not self.hang_together(clean):
            return ()
        return tuple(item for item in gone if self._is_surely_negative(item, clean))

    def _is_surely_negative(self, item: Place, others: Places) -> bool:
        """Whether an item goes against others, itself not counted."""
        return self._with_sum(item, _but(others, [item])).high() < 0


def _but(items: Places, gone: Sequence[Place]) -> Places:
    return tuple(item for item in items if item not in gone)


def _fall(here: Sequence[int], there: Sequence[int]) -> float:
    return here[0] / here[1] - there[0] / there[1] if here[1] and there[1] else nan


def _less(whole: Sequence[int], block: Sequence[int]) -> tuple[int, ...]:
    return tuple(map(sub, whole, block))
