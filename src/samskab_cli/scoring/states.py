"""The states of a respondent's cells (scoring §1), as Polars expressions: what rows and item tables both need."""

from __future__ import annotations

from typing import Final

import polars as pl

from samskab_cli.model.answers import BLANK, LEAST_VALUE, NOT_RELEVANT, ROLE
from samskab_cli.model.question_set import Item
from samskab_cli.scoring.asked_items import Asked, Items

TAKES_PART: Final = "takes_part"
STRAIGHT: Final = "straight_lining"
_STRAIGHT_ANSWERS, _STRAIGHT_TENTHS = 10, 9


def takes_part(asked: Asked) -> pl.Expr:
    """Whether there is at least one value, unsure or not relevant: the codes of the other states lie below."""
    return pl.any_horizontal([pl.col(item.id) >= NOT_RELEVANT for item in asked.items])


def is_reached(dimension: Items) -> pl.Expr:
    """Whether anything of a dimension was given."""
    return pl.any_horizontal([pl.col(item) != BLANK for item in dimension])


def is_skipped(item: Item) -> pl.Expr:
    """Whether the item isn't asked of the respondent's role; without a readable role nobody is skipped."""
    return pl.col(ROLE).is_in(list(item.skip_roles)).fill_null(value=False)


def answered(asked: Asked) -> pl.Expr:
    """How many items have a value."""
    return pl.sum_horizontal([pl.col(item.id) >= LEAST_VALUE for item in asked.items])


def straight_lining(asked: Asked) -> pl.Expr:
    """Whether at least 90 % of ten or more answers have the same raw value (scoring §6)."""
    if len(asked.items) < _STRAIGHT_ANSWERS:
        return pl.lit(value=False)
    values = asked.values
    most = pl.max_horizontal([pl.sum_horizontal([pl.col(i.id) == value for i in asked.items]) for value in values])
    answers = answered(asked)
    return (answers >= _STRAIGHT_ANSWERS) & (10 * most >= _STRAIGHT_TENTHS * answers)
