"""Answer sets that share people: where they differ by a few, subtracting one from the other gives these away."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import polars as pl

from samskab_cli.model.answers import NOT_RELEVANT, ROLE, Answers, Responses
from samskab_cli.model.comparison import ComparisonRefused, NoComparison

_ROW, _PEOPLE = "row", "people"
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
    rows = [(one, _rows(one.answers.cells, items)) for one in published if isinstance(one.answers.cells, Responses)]
    for (one, ours), (other, theirs) in combinations(rows, 2):
        both = ours.join(theirs, on=[ROLE, _ROW], how="full", coalesce=True, nulls_equal=True, suffix="_other")
        both = both.with_columns(pl.col(_PEOPLE, f"{_PEOPLE}_other").fill_null(0))
        if not both.select(pl.min_horizontal(_PEOPLE, f"{_PEOPLE}_other").sum()).item():
            continue  # nobody is in both
        _refuse(both, one.name, other.name, min_group)
        for part in one.parts.keys() | other.parts.keys():
            roles = {*one.parts.get(part, ()), *other.parts.get(part, ())}
            _refuse(_of_roles(both, roles), one.name, other.name, min_group)


def _refuse(both: pl.DataFrame, name: str, other_name: str, min_group: int) -> None:
    """Raises ComparisonRefused for a few rows that only one has."""
    shared = both.select(pl.min_horizontal(_PEOPLE, f"{_PEOPLE}_other").sum()).item()
    only = (both[_PEOPLE].sum() - shared, both[f"{_PEOPLE}_other"].sum() - shared)
    if any(0 < people < min_group for people in only):
        raise ComparisonRefused(
            NoComparison.FEW_DIFFER,
            f"{name} and {other_name} have rows in common and differ by {only[0]} and {only[1]}, in all or in one side:"
            f" comparing them would say what fewer than {min_group} people answered",
        )


def _of_roles(both: pl.DataFrame, roles: Collection[str | None]) -> pl.DataFrame:
    """The rows of people with one of these roles."""
    named = pl.col(ROLE).is_in([role for role in roles if role is not None])
    return both.filter(named | pl.col(ROLE).is_null() if None in roles else named)


def _rows(cells: Responses, items: Sequence[str]) -> pl.DataFrame:
    """How often each row stands there: its role, and a hash of its answers."""
    row = pl.struct(pl.col(item) for item in items).hash().alias(_ROW)
    takes_part = pl.any_horizontal([pl.col(item) >= NOT_RELEVANT for item in items])
    role = pl.col(ROLE).cast(pl.String)
    return cells.frame.filter(takes_part).group_by(role, row).agg(pl.len().alias(_PEOPLE)).collect(engine="streaming")
