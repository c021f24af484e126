"""Groups of respondents: one pass over the answers gives sums and counts that add up, and these give every figure.

The partials of files, batches and machines can be added before figures are made of them (scoring §3).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, ROLE, UNSURE
from samskab_cli.model.findings import Figure, ItemFigure
from samskab_cli.model.judging import Gate
from samskab_cli.scoring.asked import Asked, Grain, Items
from samskab_cli.scoring.people import End, a_third_each
from samskab_cli.scoring.respondents import STRAIGHT, TAKES_PART, gate_named, named, reached, straight_lining
from samskab_cli.scoring.tolerance import TOLERANCE, at_least

Partial = Mapping[str, str | bool | int | float | None]
"""Sums and counts of the respondents with one role, in one group."""
_PEOPLE = "people"
SQUARE_STEPS = 2.0**20


def partials(asked: Asked, scored: pl.LazyFrame, columns: Sequence[str] = ()) -> pl.LazyFrame:
    """Sums and counts a role and group: one row a combination of `takes_part`, `role` and the group columns.

    scored: what `respondents.scored` gives. columns: names of group columns in the frame. Every other column adds up.
    """
    return scored.group_by(TAKES_PART, ROLE, *columns).agg(
        pl.len().alias(_PEOPLE),
        straight_lining(asked).sum().alias(STRAIGHT),
        *(pl.col(reached(dimension)).not_().sum().alias(f"not_reached:{dimension}") for dimension in asked.dimensions),
        *_of_items(asked),
        *(column for figure in asked.figures for column in _of_figure(figure, asked.grains[figure])),
        *(_squares(items) for items in dict.fromkeys(asked.dimensions.values())),
        *(column for gate in asked.question_set.gates if asked.gates[gate.id] for column in _of_gate(gate)),
    )


def _of_items(asked: Asked) -> Iterator[pl.Expr]:
    codes = (*asked.question_set.scale.values, UNSURE, NOT_RELEVANT, BLANK, INVALID)
    return ((pl.col(item.id) == code).sum().alias(_cells(item.id, code)) for item in asked.items for code in codes)


def _cells(item: str, code: int) -> str:
    return f"cells:{item}:{code}"


def _of_figure(figure: Items, grain: Grain) -> list[pl.Expr]:
    """Three sums in steps of the grain, those with a score, and those who have the figure."""

    def steps(end: End) -> pl.Expr:
        whole = (pl.col(named(end, figure)) * (grain.steps / 100)).round()
        return whole if grain.whole else whole.cast(pl.Int64)

    return [
        *(steps(end).sum().alias(named(f"total_{end}", figure)) for end in End),
        pl.col(named(End.SCORE, figure)).count().alias(named("n", figure)),
        pl.col(named(End.LOW, figure)).count().alias(named("members", figure)),
    ]


def _squares(dimension: Items) -> pl.Expr:
    """Sum of squared scores, in steps of 2⁻²⁰: a standard deviation can be made of it."""
    squares = pl.col(named(End.SCORE, dimension)) ** 2 * SQUARE_STEPS
    return squares.round().cast(pl.Int64).sum().alias(named("squares", dimension))


def _of_gate(gate: Gate) -> Iterator[pl.Expr]:
    for end in End:
        score = pl.col(gate_named(end, gate.id))
        yield score.count().alias(_spread("n", end, gate))
        yield (score >= gate.pass_at - TOLERANCE).sum().alias(_spread("passing", end, gate))
        yield (score < gate.fail_below - TOLERANCE).sum().alias(_spread("failing", end, gate))


def _spread(kind: str, end: End, gate: Gate) -> str:
    return f"{kind}_{end}:{gate.id}"


@dataclass(frozen=True)
class SomeRespondents:
    """Some of those who take part, as rows of partials."""

    asked: Asked
    rows: Sequence[Partial]

    @property
    def respondents(self) -> int:
        """How many they are."""
        return self._count(_PEOPLE)

    @cached_property
    def items(self) -> dict[str, ItemFigure]:
        """The cells of each asked item. A blank one says by its role and dimension whether it was asked and reached."""
        return {item.id: self._item(item.id) for item in self.asked.items}

    def figure(self, items: Items, *, total: bool) -> Figure:
        """Means over those who have the figure, each respondent equal (scoring §3)."""
        n, members = self._count(named("n", items)), self._count(named("members", items))
        if members == 0:
            not_reached = any(self.items[item].not_reached for item in items)
            return Figure(None, 0.0, 100.0) if not_reached else Figure(None, None, None)
        share = self.asked.question_set.min_answered if total else 0.0
        grain = self.asked.grains[items]
        score, low, high = (self._count(named(f"total_{end}", items)) for end in End)
        return Figure(
            score=grain.mean(score, n) if n and at_least(n / members, share) else None,
            low=grain.mean(low, members),
            high=grain.mean(high, members),
            n=n,
            members=members,
            deviation=self._deviation(items, grain.mean(score, n), n) if n > 1 else None,
        )

    def _deviation(self, items: Items, mean: float, n: int) -> float | None:
        """Standard deviation of the scores, of dimensions only."""
        if items not in self.asked.dimensions.values():
            return None
        squares = self._count(named("squares", items)) / SQUARE_STEPS
        return math.sqrt(max(squares - n * mean**2, 0.0) / (n - 1))

    def spread(self, gate: Gate, weakest: Items, end: End) -> bool:  # noqa: ARG002  # tallies need the weakest part
        """Whether a third of at least five respondents' gate scores pass and a third fail."""
        count, passing, failing = (self._count(_spread(kind, end, gate)) for kind in ("n", "passing", "failing"))
        return a_third_each(count, passing, failing)

    def _item(self, item: str) -> ItemFigure:
        question_set = self.asked.question_set
        dimension = question_set.dimension_of[item].id
        skipped = question_set.item_by_id[item].skip_roles
        blank = self._count(_cells(item, BLANK))
        not_asked = sum(_int(row[_cells(item, BLANK)]) for row in self.rows if row[ROLE] in skipped)
        # Where a dimension wasn't reached, each of its cells is blank.
        not_reached = sum(_int(row[f"not_reached:{dimension}"]) for row in self.rows if row[ROLE] not in skipped)
        counts = tuple(self._count(_cells(item, value)) for value in question_set.scale.values)
        return ItemFigure(
            counts=counts,
            unsure=self._count(_cells(item, UNSURE)),
            not_relevant=self._count(_cells(item, NOT_RELEVANT)),
            not_asked=not_asked,
            not_reached=not_reached,
            blank=blank - not_asked - not_reached,
            invalid=self._count(_cells(item, INVALID)),
            score=self.asked.mean_score(item, counts),
        )

    def _count(self, column: str) -> int:
        return self._totals.get(column, 0)

    @cached_property
    def _totals(self) -> dict[str, int]:
        """All columns added up; what a text or a flag would add up to is never asked for."""
        totals: dict[str, int] = dict.fromkeys(self.rows[0], 0) if self.rows else {}
        for row in self.rows:
            for column, value in row.items():
                totals[column] += _int(value)
        return totals


@dataclass(frozen=True)
class Respondents:
    """One answer set of linked answers, as rows of partials."""

    asked: Asked
    rows: Sequence[Partial]

    @cached_property
    def unanswered(self) -> int:
        """Those who don't take part."""
        return sum(_int(row[_PEOPLE]) for row in self.rows if not row[TAKES_PART])

    @cached_property
    def straight_lining(self) -> int:
        """Those who take part and gave nearly the same answer throughout."""
        return sum(_int(row[STRAIGHT]) for row in self._partaking)

    @cached_property
    def roles(self) -> frozenset[str | None]:
        """The roles that somebody who takes part has."""
        return frozenset(_text(row[ROLE]) for row in self._partaking)

    def people(self, roles: Collection[str | None]) -> SomeRespondents:
        """Those who take part and have one of these roles."""
        return SomeRespondents(self.asked, [row for row in self._partaking if row[ROLE] in roles])

    @property
    def _partaking(self) -> list[Partial]:
        return [row for row in self.rows if row[TAKES_PART]]


def by_group(
    asked: Asked, rows: Sequence[Partial], columns: Sequence[str]
) -> dict[tuple[str | None, ...], Respondents]:
    """The answer set of each group. rows: collected partials. columns: names of columns in them; none: everybody."""
    groups: dict[tuple[str | None, ...], list[Partial]] = defaultdict(list)
    if not columns:
        groups[()] = []
    keys = (TAKES_PART, ROLE, *columns)
    for row in sorted(
        rows, key=lambda row: [(row[key] is not None, str(row[key])) for key in keys]
    ):  # any order in, one out
        groups[tuple(_text(row[column]) for column in columns)].append(row)
    return {group: Respondents(asked, members) for group, members in groups.items()}


def _int(value: object) -> int:
    """A sum: whole, though Polars may have added it as floats."""
    return int(value) if isinstance(value, int | float) else 0


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
