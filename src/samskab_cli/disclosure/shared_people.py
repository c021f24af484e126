"""Answer sets that share people: where they differ by a few, subtracting one from the other gives these away."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import polars as pl

from samskab_cli.model.answers import NOT_RELEVANT, ROLE, Answers, Responses
from samskab_cli.model.comparison import ComparisonRefused, NoComparison
from samskab_cli.scoring.item_tables import Group

_ROW, _PEOPLE, _OTHER, _SHARED = "row", "people", "people_other", "shared"
Parts = Mapping[str | None, Collection[str | None]]
"""Shown side → its roles; under None the roles of everybody who is in none."""


class Published(NamedTuple):
    """One answer set, and the crowds whose tables are published or can be had by subtraction."""

    name: str
    answers: Answers
    parts: Parts


def refuse_few_differences(published: Sequence[Published], items: Sequence[str], min_group: int) -> None:
    """Raises ComparisonRefused where two answer sets have rows in common, and 1 … min_group − 1 rows that only one has.

    Somebody joined, left, was replaced or changed their answers. It is looked at of everybody, of each side and of
    those in none: five who left are a few where two of them were politicians. A row is its role and its answers to
    these items; people who changed places leave the tables as they were, so ids needn't be looked at. Counted votes
    have no rows.
    """
    if min_group == 1:
        return
    rows = [(one, _rows(one.answers.cells, items, ())) for one in published if isinstance(one.answers.cells, Responses)]
    for (one, ours), (other, theirs) in combinations(rows, 2):
        both = _both(ours, theirs, [ROLE, _ROW])
        if not _difference(both).shared:
            continue  # nobody is in both
        _refuse(both, one.name, other.name, min_group)
        for part in one.parts.keys() | other.parts.keys():
            roles = {*one.parts.get(part, ()), *other.parts.get(part, ())}
            _refuse(_of_roles(both, roles), one.name, other.name, min_group)


def _refuse(both: pl.DataFrame, name: str, other_name: str, min_group: int) -> None:
    """Raises ComparisonRefused for a few rows that only one has."""
    difference = _difference(both)
    if difference.is_small(min_group):
        raise ComparisonRefused(
            NoComparison.FEW_DIFFER,
            f"{name} and {other_name} have rows in common and differ by {difference.only[0]} and {difference.only[1]}, "
            f"in all or in one side: comparing them would say what fewer than {min_group} people answered",
        )


class Difference(NamedTuple):
    """How much two answer sets, or a part of them, have in common."""

    shared: int
    """Rows that both have."""
    only: tuple[int, int]
    """Rows that only the one has, and only the other."""

    def is_small(self, min_group: int) -> bool:
        """Whether the rows that one alone has are a few."""
        return any(0 < people < min_group for people in self.only)


class SharedRows:
    """The rows of several answer sets by group: where two of them differ by a few (see `refuse_few_differences`)."""

    def __init__(self, answers: Sequence[Answers], items: Sequence[str], columns: Sequence[str]) -> None:
        """Group columns as in the coded frame. Counted votes have no rows."""
        self._columns = list(columns)
        self._rows = [_rows(one.cells, items, columns) for one in answers if isinstance(one.cells, Responses)]

    def of_each(self, min_group: int) -> dict[Group, list[dict[str | None, Difference]]]:
        """Group → by two of the answer sets: role → its difference. Groups without a row in common aren't in it."""
        found: dict[Group, list[dict[str | None, Difference]]] = {}
        if min_group == 1:
            return found
        keys = list(dict.fromkeys([*self._columns, ROLE]))
        for ours, theirs in combinations(self._rows, 2):
            both = _both(ours, theirs, [*keys, _ROW]).with_columns(pl.min_horizontal(_PEOPLE, _OTHER).alias(_SHARED))
            by_role: dict[Group, dict[str | None, Difference]] = {}
            for row in both.group_by(keys).agg(pl.col(_SHARED, _PEOPLE, _OTHER).sum()).iter_rows(named=True):
                shared = row[_SHARED]
                only = row[_PEOPLE] - shared, row[_OTHER] - shared
                by_role.setdefault(tuple(row[name] for name in self._columns), {})[row[ROLE]] = Difference(shared, only)
            for group, roles in by_role.items():
                if any(one.shared for one in roles.values()):
                    found.setdefault(group, []).append(roles)
        return found

    def is_small_without(
        self, groups: Collection[Group], min_group: int, roles: Collection[str | None] | None = None
    ) -> bool:
        """Whether all people but those of these groups, as one, share rows in two of the answer sets but for a few.

        roles: of people with one of these alone; None: of everybody.
        """
        if min_group == 1:
            return False
        known = [dict(zip(self._columns, group, strict=True)) for group in groups]
        shown = pl.DataFrame(known, schema=dict.fromkeys(self._columns, pl.String))
        rest = [
            rows.join(shown, on=self._columns, how="anti", nulls_equal=True)
            .group_by(ROLE, _ROW)
            .agg(pl.col(_PEOPLE).sum())
            for rows in (self._rows if roles is None else [_of_roles(rows, roles) for rows in self._rows])
        ]
        differences = [_difference(_both(*two, [ROLE, _ROW])) for two in combinations(rest, 2)]
        return any(one.shared and one.is_small(min_group) for one in differences)


def _both(ours: pl.DataFrame, theirs: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    both = ours.join(theirs, on=keys, how="full", coalesce=True, nulls_equal=True, suffix="_other")
    return both.with_columns(pl.col(_PEOPLE, _OTHER).fill_null(0))


def _difference(both: pl.DataFrame) -> Difference:
    shared = both.select(pl.min_horizontal(_PEOPLE, _OTHER).sum()).item()
    return Difference(shared, (both[_PEOPLE].sum() - shared, both[_OTHER].sum() - shared))


def _of_roles(both: pl.DataFrame, roles: Collection[str | None]) -> pl.DataFrame:
    """The rows of people with one of these roles."""
    named = pl.col(ROLE).is_in([role for role in roles if role is not None])
    return both.filter(named | pl.col(ROLE).is_null() if None in roles else named)


def _rows(cells: Responses, items: Sequence[str], columns: Sequence[str]) -> pl.DataFrame:
    """How often each row stands there: its group, its role, and a hash of its answers."""
    row = pl.struct(pl.col(item) for item in items).hash().alias(_ROW)
    takes_part = pl.any_horizontal([pl.col(item) >= NOT_RELEVANT for item in items])
    keys = [pl.col(name).cast(pl.String) for name in dict.fromkeys([*columns, ROLE])]
    grouped = cells.frame.filter(takes_part).group_by(*keys, row)
    return grouped.agg(pl.len().cast(pl.Int64).alias(_PEOPLE)).collect(engine="streaming")
