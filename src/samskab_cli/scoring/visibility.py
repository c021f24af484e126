"""Who may be seen in one answer set: sides and figures, each withheld or not (scoring §7)."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.findings import Figure, Findings, SideFindings
from samskab_cli.model.judging import Part
from samskab_cli.model.result import Reason, Shown, SideFigure, Sides, Withheld
from samskab_cli.scoring.withholding import withhold

Key = tuple[str, str]
"""A figure of the set: `dimension`, `part` (by its items), `gate` or `item`, and its id."""
SideCounts = dict[str | None, tuple[int, ...]]
"""Side → people behind its figure, then behind what that is made of."""


@dataclass(frozen=True)
class Across:
    """What is withheld in one answer set for the sake of the others that are published with it."""

    totals: Mapping[Key, Reason]
    """Figures of everybody."""
    sides: Mapping[str | None, Reason]
    """Sides withheld as a whole."""
    cells: Mapping[Key, Mapping[str | None, Reason]]
    """Sides withheld in one figure."""


@dataclass(frozen=True)
class Visibility:
    """One answer set and the smallest group (people, at least 1) that is shown of it."""

    findings: Findings
    min_group: int
    across: Across | None = None
    """None: it is published alone."""

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
        if self.across is not None:
            return dict(self.across.sides)
        return self._hidden(self.people, {})

    @cached_property
    def people(self) -> SideCounts:
        """How many people each side has, those without a role under None."""
        return {side: (found.respondents,) for side, found in self._everybody.items()}

    def dimension(self, dimension: str) -> Reason | None:
        """Why a dimension of everybody is withheld, if so."""
        qs = self.findings.question_set
        items = [item.id for item in qs.items if qs.dimension_of[item.id].id == dimension]
        return self._figure(self.findings.dimensions[dimension], items, ("dimension", dimension))

    def part(self, part: Part, figure: Figure) -> Shown:
        """The score of everybody on a part of a gate or an indicator, or why it is withheld."""
        reason = self._figure(figure, part.items, part_key(part))
        return Withheld(withheld=reason) if reason else figure.score

    def _figure(self, figure: Figure, items: Iterable[str], key: Key) -> Reason | None:
        """A figure that nobody has gives nobody away; one of withheld items alone says what they would."""
        if self.total or (figure.members > 0 and figure.n < self.min_group and self.min_group > 1):
            return Reason.MIN_GROUP
        asked = [self.item(item) for item in items if item in self.findings.items]
        if asked and all(reason is Reason.PROTECTS_ANOTHER for reason in asked):
            return Reason.PROTECTS_ANOTHER
        return self.across.totals.get(key) if self.across else None

    def item(self, item: str) -> Reason | None:
        """Why an item's distribution is withheld, if so.

        Those who aren't asked an item because of their role are its hidden rest: where they are few, the dimension
        less its items would be their own figure.
        """
        figure = self.findings.items[item]
        if self.total or (figure.applicable > 0 and figure.n < self.min_group and self.min_group > 1):
            return Reason.MIN_GROUP
        if 0 < figure.not_asked < self.min_group:
            return Reason.PROTECTS_ANOTHER
        return self.across.totals.get(("item", item)) if self.across else None

    def dimension_sides(self, dimension: str) -> Sides:
        """The sides of a dimension."""
        return self._sides(("dimension", dimension))

    def gate_sides(self, gate: str) -> Sides:
        """The sides of a gate."""
        return self._sides(("gate", gate))

    def item_sides(self, item: str) -> Sides:
        """The sides of an item: those that were asked."""
        sides = self._sides(("item", item))
        if self.item(item) is not Reason.PROTECTS_ANOTHER:
            return sides
        gone = Withheld(withheld=Reason.PROTECTS_ANOTHER)
        return {side: figure if isinstance(figure, Withheld) else gone for side, figure in sides.items()}

    def side_counts(self, key: Key) -> SideCounts:
        """The sides that have the figure, those without a role under None.

        A gate's n is the smallest of its parts', so the counts behind each part are minded too.
        """
        return {side: figure[1] for side, found in self._everybody.items() if (figure := _compared(found, key))}

    def hidden_sides(self, key: Key) -> dict[str | None, Reason]:
        """The sides whose figure is withheld, by its own counts."""
        if self.across is not None:
            return dict(self.across.cells.get(key, {}))
        asked = [asked for dimension in self.dimensions_of(key) for asked in self.asked.get(dimension, {}).values()]
        return self._hidden(self.side_counts(key), self.sides, asked)

    def dimensions_of(self, key: Key) -> set[str]:
        """The dimensions that the items of a figure are from."""
        qs, (kind, id_) = self.findings.question_set, key
        if kind == "dimension":
            return {id_}
        parts = next((gate.parts for gate in qs.gates if gate.id == id_), ()) if kind == "gate" else ()
        items = [item for part in parts for item in part.items] or [id_]
        return {qs.dimension_of[item].id for item in items}

    @cached_property
    def _everybody(self) -> dict[str | None, SideFindings]:
        """The sides, and under None those without a role."""
        roleless = self.findings.roleless
        everybody: dict[str | None, SideFindings] = dict(self.findings.sides.items())
        return everybody | ({None: roleless} if roleless else {})

    def _sides(self, key: Key) -> Sides:
        """A figure's sides: score with n, or why withheld. Those without a role aren't listed, but count as hidden."""
        hidden = self.hidden_sides(key)
        figures = {side: figure for side, found in self._everybody.items() if (figure := _compared(found, key))}
        return {
            side: Withheld(withheld=hidden[side]) if side in hidden else SideFigure(score=score, n=counts[0])
            for side, (score, counts) in figures.items()
            if side is not None
        }

    @cached_property
    def asked(self) -> dict[str, dict[str, set[str | None]]]:
        """Dimension → each of its items that not all are asked → the sides that are.

        All of such a dimension less its items is the figure of those who aren't asked, so they are known as a sum, and
        the others with them.
        """
        qs, found = self.findings.question_set, self._everybody
        asked: dict[str, dict[str, set[str | None]]] = {}
        for item in qs.items:
            if item.skip_roles and item.id in self.findings.items:
                sides = {side for side, findings in found.items() if findings.items[item.id].asked}
                asked.setdefault(qs.dimension_of[item.id].id, {})[item.id] = sides
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


def part_key(part: Part) -> Key:
    """A part's figure is that of its items, whatever it is a part of."""
    return "part", " ".join(part.items)


def _compared(side: SideFindings, key: Key) -> tuple[float | None, tuple[int, ...]] | None:
    """One side's figure: its score, and the people behind it and behind what it is made of. None: it has none."""
    kind, id_ = key
    if kind == "item":
        item = side.items[id_]
        return (item.score, (item.n,)) if item.asked else None
    figure = side.gates.get(id_) if kind == "gate" else side.dimensions.get(id_)
    if figure is None:
        return None
    return figure.score, (figure.n, *(side.part_counts.get(id_, ()) if kind == "gate" else ()))


def gap(sides: Sides) -> float | None:
    """Highest minus lowest shown score, in points; None with fewer than two."""
    scores = [side.score for side in sides.values() if isinstance(side, SideFigure) and side.score is not None]
    return max(scores) - min(scores) if len(scores) > 1 else None


def widened(figure: Figure) -> tuple[float | None, float | None]:
    """Low and high as they are published: widened to hold the score."""
    if figure.score is None or figure.low is None or figure.high is None:
        return figure.low, figure.high
    return min(figure.low, figure.score), max(figure.high, figure.score)
