"""Answer sets that share people: where they differ by a few, subtracting one from the other gives these away."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import polars as pl

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import NOT_RELEVANT, ROLE, Answers, Responses

_ROW, _PEOPLE = "row", "people"


def refuse_few_differences(named: Sequence[tuple[str, Answers]], items: Sequence[str], min_group: int) -> None:
    """Raises AnswersRefused where two answer sets have rows in common, and 1 … min_group − 1 rows that only one has.

    Somebody joined, left, was replaced or changed their answers. A row is its role and its answers to these items;
    people who changed places leave the tables as they were, so ids needn't be looked at. Counted votes have no rows.
    """
    if min_group == 1:
        return
    rows = [(name, _rows(answers.cells, items)) for name, answers in named if isinstance(answers.cells, Responses)]
    for (name, one), (other_name, other) in combinations(rows, 2):
        both = one.join(other, on=_ROW, how="full", coalesce=True, suffix="_other").fill_null(0)
        shared = both.select(pl.min_horizontal(_PEOPLE, f"{_PEOPLE}_other").sum()).item()
        only = (one[_PEOPLE].sum() - shared, other[_PEOPLE].sum() - shared)
        if shared and any(0 < people < min_group for people in only):
            raise AnswersRefused(
                f"{name} and {other_name} have {shared} rows in common and differ by {only[0]} and {only[1]}: "
                f"comparing them would say what fewer than {min_group} people answered"
            )


def _rows(cells: Responses, items: Sequence[str]) -> pl.DataFrame:
    """How often each row stands there, as a hash of role and answers."""
    row = pl.struct(pl.col(ROLE).cast(pl.String), *(pl.col(item) for item in items)).hash().alias(_ROW)
    takes_part = pl.any_horizontal([pl.col(item) >= NOT_RELEVANT for item in items])
    return cells.frame.filter(takes_part).group_by(row).agg(pl.len().alias(_PEOPLE)).collect(engine="streaming")
