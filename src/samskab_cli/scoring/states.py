"""The states of a respondent's cells (scoring §1), as Polars expressions: what rows and item tables both need."""

from __future__ import annotations

from typing import Final

import polars as pl

from samskab_cli.model.answers import BLANK, LEAST_VALUE, NOT_RELEVANT, ROLE
from samskab_cli.model.question_set import Item
from samskab_cli.scoring.asked_items import Asked, Items

TAKES_PART: Final = "takes_part"
STRAIGHT: Final = "straight_lining"
_BYTE: Final = 255
_STRAIGHT_ANSWERS, _STRAIGHT_TENTHS = 10, 9


def takes_part(asked: Asked) -> pl.Expr:
    """Whether there is at least one value, unsure or not relevant: the codes of the other states lie below."""
    return pl.any_horizontal(pl.col(_ids(asked)) >= NOT_RELEVANT)


def is_reached(dimension: Items) -> pl.Expr:
    """Whether anything of a dimension was given."""
    return pl.any_horizontal(pl.col(dimension) != BLANK)


def is_skipped(item: Item) -> pl.Expr:
    """Whether the item isn't asked of the respondent's role; without a readable role nobody is skipped."""
    return pl.col(ROLE).is_in(list(item.skip_roles)).fill_null(value=False)


def answered(asked: Asked) -> pl.Expr:
    """How many items have a value."""
    return how_many(asked, pl.col(_ids(asked)) >= LEAST_VALUE)


def given_as(asked: Asked, code: int) -> pl.Expr:
    """How many items have this value or code."""
    return how_many(asked, pl.col(_ids(asked)) == code)


def how_many(asked: Asked, *conditions: pl.Expr) -> pl.Expr:
    """Of how many items a condition (Boolean, never null) holds in each row, in the smallest type that holds them all.

    conditions: one of all items' columns, or one an item. Ones chosen by a condition and added up take a third of the
    time of conditions turned into numbers.
    """
    number = pl.UInt8 if len(asked.items) <= _BYTE else pl.UInt32
    return pl.sum_horizontal([when_so(condition, 1, number) for condition in conditions])


def when_so(condition: pl.Expr, value: pl.Expr | float, number: type[pl.DataType]) -> pl.Expr:
    """A value where a condition (Boolean, never null) holds, else 0. number: the type of both."""
    given = value if isinstance(value, pl.Expr) else pl.lit(value, dtype=number)
    return pl.when(condition).then(given).otherwise(pl.lit(0, dtype=number))


def straight_lining(asked: Asked) -> pl.Expr:
    """Whether at least 90 % of ten or more answers have the same raw value (scoring §6)."""
    if len(asked.items) < _STRAIGHT_ANSWERS:
        return pl.lit(value=False)
    most = pl.max_horizontal([given_as(asked, value) for value in asked.values])
    answers = answered(asked)
    return (answers >= _STRAIGHT_ANSWERS) & (10 * most.cast(pl.UInt32) >= _STRAIGHT_TENTHS * answers.cast(pl.UInt32))


def _ids(asked: Asked) -> list[str]:
    return [item.id for item in asked.items]
