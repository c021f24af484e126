"""One respondent's states and scores (scoring §1, §2), as Polars expressions for all columns at once.

Figures are named by their items: `score:a1+a3`. A stage reads only the columns of the stages before it. It is the one
rule of scoring for a crowd of one: `figures.figure` of a single respondent's tables gives the same.
"""

from __future__ import annotations

import polars as pl

from samskab_cli.model.answers import BLANK, INVALID, LEAST_VALUE, NOT_RELEVANT, RESPONDENT, UNSURE
from samskab_cli.model.findings import End
from samskab_cli.model.question_set import Item
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.scoring.asked_items import Asked, Items
from samskab_cli.scoring.states import (
    TAKES_PART,
    answered,
    given_as,
    how_many,
    is_reached,
    is_skipped,
    takes_part,
    when_so,
)

_ZERO = "zero:"  # no item is called so
_INT16_MAX, _INT32_MAX = 2**15 - 1, 2**31 - 1


def named(kind: str, items: Items) -> str:
    """The column of a figure: `score`, `low`, `high` (Float64, null where there is none) or `applies` (Boolean)."""
    return f"{kind}:{'+'.join(items)}"


def score_of(dimension: str) -> str:
    """The column of a dimension's score (Float64): it may ask for another share of answers than a part of its items."""
    return f"score of:{dimension}"


def reached(dimension: str) -> str:
    """The Boolean column that says whether anything of a dimension was given."""
    return f"reached:{dimension}"


def score_respondents(asked: Asked, frame: pl.LazyFrame) -> pl.LazyFrame:
    """The coded frame with a column for each figure of each respondent; those who don't take part stay, without scores.

    frame: `respondent`, `role`, group columns (String) and one Int8 column an asked item, as `Responses` says.
    """
    parts = [items for gate in asked.gates.values() for items in gate.values()]
    capping = [asked.indicators[one.id] for one in asked.question_set.indicators if one.caps]
    parts += [items for of in capping for items in of.values()]
    figures = tuple(dict.fromkeys([*asked.dimensions.values(), *parts]))
    return (
        frame.with_columns(
            takes_part(asked).alias(TAKES_PART),
            pl.col(RESPONDENT).is_null().cast(pl.Int32).alias(_ZERO),
            *(is_reached(items).alias(reached(dimension)) for dimension, items in asked.asked_in.items()),
        )
        .with_columns([column for item in asked.items for column in _weighted(asked, item)])
        .with_columns([column for figure in figures for column in _sums(asked, figure)])
        .with_columns([column for figure in figures for column in _scores(asked, figure)])
        .with_columns(
            [
                _score(asked, items, asked.min_answered[dimension]).alias(score_of(dimension))
                for dimension, items in asked.dimensions.items()
            ]
        )
    )


def cells(asked: Asked) -> dict[str, pl.Expr]:
    """A respondent's cells, counted by their state; not asked and not reached ones are in none of them."""
    return {
        "answered": answered(asked),
        "unsure": given_as(asked, UNSURE),
        "not_relevant": given_as(asked, NOT_RELEVANT),
        "blank": how_many(asked, *((pl.col(item.id) == BLANK) & _open(asked, item) for item in asked.items)),
        "invalid": given_as(asked, INVALID),
    }


def _not_skipped(item: Item) -> pl.Expr:
    """Without a readable role nobody is skipped."""
    if not item.skip_roles:
        return pl.lit(value=True)
    return is_skipped(item).not_()


def _open(asked: Asked, item: Item) -> pl.Expr:
    """Whether a blank cell of the item could have been answered: the dimension was reached, the role isn't skipped."""
    was_reached = pl.col(reached(asked.question_set.dimension_of[item.id].id))
    return was_reached & _not_skipped(item) if item.skip_roles else was_reached


def _weighted(asked: Asked, item: Item) -> list[pl.Expr]:
    """An item's weight where it is answered and where it applies, its keyed points times weight, and `applies`."""
    cell, scale = pl.col(item.id), asked.scales[item.id]
    points = scale.maximum - cell if item.reverse else cell - scale.minimum
    if (times := asked.common_steps // asked.steps[item.id]) > 1:
        points = points.cast(pl.Int32) * times
    number, weight = _small(asked), item.weight
    weighted = points.cast(number) * pl.lit(weight, dtype=number) if weight != 1 else points.cast(number)
    relevant = cell != NOT_RELEVANT
    applicable = relevant & ((cell != BLANK) | _open(asked, item))
    return [
        when_so(cell >= LEAST_VALUE, weighted, number).alias(f"points:{item.id}"),
        when_so(cell >= LEAST_VALUE, weight, number).alias(f"answered:{item.id}"),
        when_so(applicable, weight, number).alias(f"applicable:{item.id}"),
        (relevant & ((cell != BLANK) | _not_skipped(item))).alias(f"concerns:{item.id}"),
    ]


def _number(asked: Asked) -> type[pl.Int32 | pl.Float64]:
    """Whole numbers where all weights are whole and no figure can overflow: adding them is exact in any order."""
    whole = all(item.weight.is_integer() for item in asked.items)
    return pl.Int32 if whole and 100 * _most(asked) < _INT32_MAX else pl.Float64


def _small(asked: Asked) -> type[pl.Int16 | pl.Int32 | pl.Float64]:
    """The same for sums of points and weights: half as many bytes are added in half the time."""
    number = _number(asked)
    return pl.Int16 if number is pl.Int32 and _most(asked) < _INT16_MAX else number


def _most(asked: Asked) -> float:
    return (asked.common_steps + 1) * sum(asked.weights.values())


def _sums(asked: Asked, figure: Items) -> list[pl.Expr]:
    added = [
        pl.sum_horizontal(pl.col([f"{kind}:{item}" for item in figure]))
        .cast(_number(asked))
        .alias(named(f"sum_{kind}", figure))
        for kind in ("points", "answered", "applicable")
    ]
    concerns = pl.any_horizontal(pl.col([f"concerns:{item}" for item in figure]))
    return [*added, concerns.alias(named("applies", figure))]


def _scores(asked: Asked, figure: Items) -> list[pl.Expr]:
    """Score, low and high of a figure; one division each, so that halves stay halves."""
    steps = asked.common_steps
    points, answers, applicable = _of(figure)
    has = applicable > 0
    top = points + (applicable - answers) * steps
    scores = {
        End.SCORE: _score(asked, figure, asked.question_set.min_answered),
        End.LOW: pl.when(has).then(_divided(points * 100, applicable * steps)),
        End.HIGH: pl.when(has).then(_divided(top * 100, applicable * steps)),
    }
    return [_bounded(asked, score).alias(named(end, figure)) for end, score in scores.items()]


def _score(asked: Asked, figure: Items, min_answered: float) -> pl.Expr:
    points, answers, applicable = _of(figure)
    enough = (answers > 0) & (answers >= (min_answered - TOLERANCE) * applicable)
    return _bounded(asked, pl.when(enough).then(_divided(points * 100, answers * asked.common_steps)))


def _divided(number: pl.Expr, by: pl.Expr) -> pl.Expr:
    """A quotient that is the same whoever else is there.

    Where all have the same divisor, Polars would multiply by its reciprocal: 800 · (1/12) is 66.66666666666666, and
    800 / 12 is 66.66666666666667. Added to a column of zeros it stays a column.
    """
    return number / (by + pl.col(_ZERO))


def _of(figure: Items) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    points, answers, applicable = (
        pl.col(named(f"sum_{kind}", figure)) for kind in ("points", "answered", "applicable")
    )
    return points, answers, applicable


def _bounded(asked: Asked, score: pl.Expr) -> pl.Expr:
    """Weights such as 0.1 don't add up exactly, and 100 is a bound."""
    return score.clip(0, 100) if _number(asked) is pl.Float64 else score
