"""Who may be seen in one answer set: sides and figures, each withheld or not (scoring §7)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.findings import Figure, Findings, ItemFigure, SideFindings
from samskab_cli.model.question_set import Part
from samskab_cli.model.result import Reason, Shown, SideFigure, Sides, Withheld
from samskab_cli.scoring.withholding import withhold


@dataclass(frozen=True)
class Visibility:
    """One answer set and the smallest group (people, at least 1) that is shown of it."""

    findings: Findings
    min_group: int

    @cached_property
    def total(self) -> Reason | None:
        """Why nothing about everybody is shown, if so."""
        return Reason.MIN_GROUP if self.findings.respondents < self.min_group and self.min_group > 1 else None

    @cached_property
    def overall(self) -> Reason | None:
        """Why the overall is withheld, if so: it would give away the one dimension that is."""
        return self.total or next(filter(None, map(self.dimension, self.findings.dimensions)), None)

    @cached_property
    def sides(self) -> dict[str | None, Reason]:
        """Sides that are withheld as a whole, by their number of people."""
        return self._hidden({side: (found.respondents,) for side, found in self._everybody.items()}, {})

    def dimension(self, dimension: str) -> Reason | None:
        """Why a dimension of everybody is withheld, if so."""
        qs = self.findings.question_set
        items = [item.id for item in qs.items if qs.dimension_of[item.id].id == dimension]
        return self._figure(self.findings.dimensions[dimension], items)

    def part(self, part: Part, figure: Figure) -> Shown:
        """The score of everybody on a part of a gate or an indicator, or why it is withheld."""
        reason = self._figure(figure, part.items)
        return Withheld(withheld=reason) if reason else figure.score

    def _figure(self, figure: Figure, items: Iterable[str]) -> Reason | None:
        """A figure that nobody has gives nobody away; one of withheld items alone says what they would."""
        if self.total or (figure.members > 0 and figure.n < self.min_group and self.min_group > 1):
            return Reason.MIN_GROUP
        asked = [self.item(self.findings.items[item]) for item in items if item in self.findings.items]
        return Reason.PROTECTS_ANOTHER if asked and all(r is Reason.PROTECTS_ANOTHER for r in asked) else None

    def item(self, figure: ItemFigure) -> Reason | None:
        """Why an item's distribution is withheld, if so.

        Those who aren't asked an item because of their role are its hidden rest: where they are few, the dimension
        less its items would be their own figure.
        """
        if self.total or (figure.applicable > 0 and figure.n < self.min_group and self.min_group > 1):
            return Reason.MIN_GROUP
        return Reason.PROTECTS_ANOTHER if 0 < figure.not_asked < self.min_group else None

    def dimension_sides(self, dimension: str) -> Sides:
        """The sides of a dimension."""
        return self._sides(lambda side: _comparable(side.dimensions.get(dimension)), {dimension})

    def gate_sides(self, gate: str) -> Sides:
        """The sides of a gate. Its n is the smallest of its parts', so the counts behind each part are minded too."""

        def compared(side: SideFindings) -> tuple[float | None, tuple[int, ...]] | None:
            figure = side.gates.get(gate)
            return None if figure is None else (figure.score, (figure.n, *side.part_counts.get(gate, ())))

        qs = self.findings.question_set
        parts = next(one.parts for one in qs.gates if one.id == gate)
        return self._sides(compared, {qs.dimension_of[item].id for part in parts for item in part.items})

    def item_sides(self, item: str) -> Sides:
        """The sides of an item: those that were asked."""

        def asked(side: SideFindings) -> tuple[float | None, tuple[int, ...]] | None:
            figure = side.items[item]
            return (figure.score, (figure.n,)) if figure.asked else None

        sides = self._sides(asked, {self.findings.question_set.dimension_of[item].id})
        if self.item(self.findings.items[item]) is not Reason.PROTECTS_ANOTHER:
            return sides
        gone = Withheld(withheld=Reason.PROTECTS_ANOTHER)
        return {side: figure if isinstance(figure, Withheld) else gone for side, figure in sides.items()}

    @cached_property
    def _everybody(self) -> dict[str | None, SideFindings]:
        """The sides, and under None those without a role."""
        roleless = self.findings.roleless
        everybody: dict[str | None, SideFindings] = dict(self.findings.sides.items())
        return everybody | ({None: roleless} if roleless else {})

    def _sides(
        self,
        of: Callable[[SideFindings], tuple[float | None, tuple[int, ...]] | None],
        dimensions: Collection[str],
    ) -> Sides:
        """A figure's sides: score with n, or why withheld. Those without a role aren't listed, but count as hidden.

        dimensions: those that its items are from.
        """
        figures = {side: figure for side, found in self._everybody.items() if (figure := of(found)) is not None}
        counts = {side: counts for side, (_, counts) in figures.items()}
        hidden = self._hidden(counts, self.sides, [asked for d in dimensions for asked in self._asked.get(d, ())])
        return {
            side: Withheld(withheld=hidden[side]) if side in hidden else SideFigure(score=score, n=counts[0])
            for side, (score, counts) in figures.items()
            if side is not None
        }

    @cached_property
    def _asked(self) -> dict[str, list[set[str | None]]]:
        """Dimension → for each of its items that not all are asked: the sides that are.

        All of such a dimension less its items is the figure of those who aren't asked, so they are known as a sum, and
        the others with them.
        """
        qs, found = self.findings.question_set, self._everybody
        partial = [item.id for item in qs.items if item.skip_roles and item.id in self.findings.items]
        asked: dict[str, list[set[str | None]]] = {}
        for item in partial:
            sides = {side for side, findings in found.items() if findings.items[item].asked}
            asked.setdefault(qs.dimension_of[item].id, []).append(sides)
        return asked

    def _hidden(
        self,
        counts: Mapping[str | None, tuple[int, ...]],
        start: Mapping[str | None, Reason],
        known: Iterable[Collection[str | None]] = (),
    ) -> dict[str | None, Reason]:
        sums = [(counts.keys() & some, counts.keys() - some) for some in known]
        start = {None: Reason.MIN_GROUP, **start}
        return withhold(counts, [counts.keys(), *itertools.chain(*sums)], self.min_group, start)


def _comparable(figure: Figure | None) -> tuple[float | None, tuple[int, ...]] | None:
    return None if figure is None else (figure.score, (figure.n,))


def gap(sides: Sides) -> float | None:
    """Highest minus lowest shown score, in points; None with fewer than two."""
    scores = [side.score for side in sides.values() if isinstance(side, SideFigure) and side.score is not None]
    return max(scores) - min(scores) if len(scores) > 1 else None


def widened(figure: Figure) -> tuple[float | None, float | None]:
    """Low and high as they are published: widened to hold the score."""
    if figure.score is None or figure.low is None or figure.high is None:
        return figure.low, figure.high
    return min(figure.low, figure.score), max(figure.high, figure.score)
