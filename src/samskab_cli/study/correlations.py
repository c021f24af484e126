"""Findings from correlations: opposite, weak, misread, merged, loose, same statements, disorder of options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from samskab_cli.model.rules import LEAST_PEOPLE
from samskab_cli.model.study import Finding, FindingKind
from samskab_cli.study.consistency import ASK_THE_SAME, MANY, Consistency, Place
from samskab_cli.study.intervals import SURE, SURER, Measured
from samskab_cli.study.rounding import round_correlation

WEAK: Final = 0.30
LOOSE: Final = 0.70
CLOSER: Final = 0.10
SAME_SURE = 0.70
MERGED, MERGED_SURE = 0.90, 0.85
MISREAD, MISREAD_SURE = 0.10, 0.05
_LEVELS: Final = {FindingKind.DISORDER: SURER}
"""Of all options of all items one or two come near by chance."""


def correlation_findings(consistency: Consistency, *, in_groups: bool) -> Iterator[Finding]:
    """Findings about how items go together. in_groups: whether ten groups or more may be shown."""
    judging = _Judging(consistency)
    for item in sorted(consistency.opposite):
        yield judging.finding(FindingKind.OPPOSITE, consistency.rests[item], 0.0, items=(item,))
    for item in consistency.judged:
        if item not in consistency.opposite:
            yield from judging.of_item(item)
    yield from judging.same()
    yield from judging.merged()
    yield from judging.loose(in_groups=in_groups)


@dataclass(frozen=True)
class _Judging:
    """Each item judged by the others of its dimension that don't run against it."""

    consistency: Consistency
    culprits: set[str] = field(default_factory=set)
    """Dimensions with an item that doesn't belong."""

    def of_item(self, item: Place) -> Iterator[Finding]:
        """An item that is read backwards, belongs elsewhere, or has little to do with the others: one of these."""
        consistency = self.consistency
        rest, backwards = consistency.rests[item], consistency.backwards(item)
        many = self._n(item) >= MANY
        other = consistency.other_dimension(item)
        closer = None if other is None else consistency.farther_from_own(item, other[0])
        if (
            many
            and backwards.value >= MISREAD
            and backwards.low() > MISREAD_SURE
            and consistency.backwards_by_sides(item) >= MISREAD_SURE
        ):
            yield self._culprit(self.finding(FindingKind.MISREAD, backwards, MISREAD, items=(item,)), item)
        elif other is not None and closer is not None and closer.low() > CLOSER and self._hangs(other[0]):
            found = self.finding(FindingKind.ELSEWHERE, closer, CLOSER, items=(item,), dimensions=(other[0],))
            yield self._culprit(found, item)
        elif rest.high() < WEAK:
            yield self._culprit(self.finding(FindingKind.WEAK, rest, WEAK, items=(item,)), item)
        elif many:
            yield from self._disorder(item)

    def same(self) -> Iterator[Finding]:
        """Pairs of items that ask for the same, of whatever dimensions."""
        consistency = self.consistency
        everybody = consistency.sample.everybody
        known = [item for items in consistency.dimensions.values() for item in items]
        for pair in combinations(known, 2):
            if everybody.n(*pair) >= LEAST_PEOPLE and everybody.correlation(*pair) >= ASK_THE_SAME:
                r = consistency.correlation(*pair)
                if r.low() > SAME_SURE:
                    yield self.finding(FindingKind.SAME, r, ASK_THE_SAME, items=pair)

    def merged(self) -> Iterator[Finding]:
        """Pairs of dimensions that measure the same."""
        for pair in combinations(self.consistency.dimensions, 2):
            htmt = self.consistency.htmt(*pair)
            if htmt.value >= MERGED and htmt.low() > MERGED_SURE and all(map(self._hangs, pair)):
                yield self.finding(FindingKind.MERGED, htmt, MERGED, dimensions=pair)

    def loose(self, *, in_groups: bool) -> Iterator[Finding]:
        """Dimensions of low alpha: a finding of many issues, or where an item is to blame.

        In one issue people may simply agree; then nothing is left that items could have in common.
        """
        consistency = self.consistency
        turned = {
            consistency.dimension_of(item) for item in consistency.opposite
        }  # until that is put right, alpha is nothing
        alphas = {
            dimension: consistency.alpha(items)
            for dimension, items in consistency.dimensions.items()
            if len(items) > 1 and dimension not in turned
        }
        low = {dimension: alpha for dimension, alpha in alphas.items() if alpha.high() < LOOSE}
        for dimension, alpha in low.items():
            if in_groups or dimension in self.culprits:
                yield self.finding(FindingKind.LOOSE, alpha, LOOSE, dimensions=(dimension,))
        one_room = [dimension for dimension in low if not in_groups and dimension not in self.culprits]
        if one_room:
            n = min(consistency.n(consistency.dimensions[dimension]) for dimension in one_room)
            yield Finding(kind=FindingKind.ONE_ROOM, dimensions=tuple(one_room), threshold=LOOSE, n=n)

    def finding(
        self,
        kind: FindingKind,
        figure: Measured,
        threshold: float,
        *,
        items: Sequence[Place] = (),
        dimensions: Sequence[str] = (),
    ) -> Finding:
        """A finding with its figure as it is shown."""
        consistency = self.consistency
        behind = [other for item in items for other in (item, *consistency.others(item))]
        n = consistency.n(behind or [item for one in dimensions for item in consistency.dimensions[one]])
        low, high = figure.interval(_LEVELS.get(kind, SURE))
        return Finding(
            kind=kind,
            items=tuple(consistency.asked.items[item].id for item in items),
            dimensions=tuple(dimensions) or tuple(dict.fromkeys(map(consistency.dimension_of, items))),
            value=round_correlation(figure.value, n),
            low=round_correlation(low, n),
            high=round_correlation(high, n),
            threshold=threshold,
            n=n,
        )

    def _disorder(self, item: Place) -> Iterator[Finding]:
        for points, fall in self.consistency.falls(item):
            if fall.low(_LEVELS[FindingKind.DISORDER]) > 0:
                found = self.finding(FindingKind.DISORDER, fall, 0.0, items=(item,))
                asked = self.consistency.asked
                id_ = asked.items[item].id
                of = dict(zip(asked.points[id_], asked.scales[id_].values, strict=True))
                options = tuple(sorted((of[points], of[points + 1])))
                yield found.model_copy(update={"options": options})

    def _culprit(self, finding: Finding, item: Place) -> Finding:
        self.culprits.add(self.consistency.dimension_of(item))
        return finding

    def _hangs(self, dimension: str) -> bool:
        return self.consistency.hang_together(self.consistency.clean(dimension))

    def _n(self, item: Place) -> int:
        return self.consistency.n((item, *self.consistency.others(item)))
