"""From answers one by one to item tables, in one pass: a count a group, item and state, and nothing else (scoring §1).

The frame has one Int8 column an item. Each state is a sum of a comparison, so that Polars adds up bytes; what a blank
means follows from the role (in the expressions) and from the rest of the dimension. Blanks are what is left:

    people of the group  −  values, unsure, not relevant, invalid  −  not asked  −  not reached
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import polars as pl
import polars.selectors as cs

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, ROLE, UNSURE
from samskab_cli.model.question_set import Item
from samskab_cli.model.tables import ItemTable, Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.states import STRAIGHT, TAKES_PART, is_reached, is_skipped, straight_lining, takes_part

SIDE: Final = "role_or_side"
"""Column of the counted frame: what the tables of a group are told apart by."""
PEOPLE: Final = "people"
"""Column of the counted frame: how many people."""
_BYTE: Final = 255
Group = tuple[str | None, ...]
"""The values of the group columns."""
Row = tuple[Any, ...]
"""A row of the counted frame: keys, then counts."""


def state_counts(asked: Asked, frame: pl.LazyFrame, columns: Sequence[str], side: pl.Expr) -> pl.LazyFrame:
    """The people of each group and side by state: one row a combination of `takes_part`, the columns and `side`.

    frame: as `Responses` says. columns: names of group columns in it. side: what tells a group's tables apart (String),
    made of `role`. The rows of several frames add up, all but the keys.
    """
    # Of groups by role the side follows: it needn't be made of each row.
    sides = [] if ROLE in columns else [side.alias(SIDE)]
    skipped = {item.id: is_skipped(item) for item in asked.items if item.skip_roles}
    counted = (
        frame.with_columns(
            takes_part(asked).alias(TAKES_PART),
            straight_lining(asked).alias(STRAIGHT),
            *sides,
            *(is_reached(items).not_().alias(_unreached(dimension)) for dimension, items in asked.asked_in.items()),
        )
        .group_by(TAKES_PART, *columns, *(SIDE for _ in sides))
        .agg(
            pl.len().alias(PEOPLE),
            pl.col(STRAIGHT).sum(),
            *(
                (pl.col(item.id) == code).sum().alias(_cell(item.id, code))
                for item in asked.items
                for code in _codes(asked, item)
            ),
            *(pl.col(_unreached(dimension)).sum() for dimension in asked.asked_in),
            *(expr for item in asked.items if item.id in skipped for expr in _partly(asked, item, skipped[item.id])),
        )
    )
    return counted if sides else counted.with_columns(side.alias(SIDE))


def in_order(table: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    """The counted frame with the rows of a group one after the other, in the order of their values, empty last.

    Counts take a byte each where none is over 255: of a hundred thousand groups none is.
    """
    keys = [*columns, TAKES_PART, SIDE]
    counts = [name for name in table.columns if name not in keys]
    largest = table.select(counts).max().row(0) if table.height else [0] * len(counts)
    small = [name for name, most in zip(counts, largest, strict=True) if most <= _BYTE]
    return table.with_columns(pl.col(small).cast(pl.UInt8)).sort(keys, nulls_last=True)


def crowds(asked: Asked, table: pl.DataFrame, columns: Sequence[str]) -> Iterator[tuple[Group, Crowd]]:
    """The crowd of each group, group by group, so that few of many groups are in memory. table: what `in_order` gives.

    Crowds tell apart what `side` told apart, under its values.
    Raises TypeError for counts that aren't whole numbers: those of a float or decimal would be rounded unseen.
    """
    keys = {TAKES_PART, *columns, SIDE}
    if wrong := [name for name, dtype in table.schema.items() if name not in keys and not dtype.is_integer()]:
        raise TypeError(f"counts are whole numbers; {wrong[0]} isn't")
    decode = _Decoder(asked, table.columns)
    places = [table.columns.index(column) for column in columns]
    group: Group | None = None
    rows: list[Row] = []
    for row in table.iter_rows(buffer_size=512):
        of_row = tuple(_text(row[place]) for place in places)
        if rows and of_row != group:
            yield group or (), decode.crowd(rows)
            rows = []
        group = of_row
        rows.append(row)
    if rows:
        yield group or (), decode.crowd(rows)


def _codes(asked: Asked, item: Item) -> tuple[int, ...]:
    """The codes that are counted; blanks are what is left."""
    return (*asked.scales[item.id].values, UNSURE, NOT_RELEVANT, INVALID)


def _cell(item: str, code: int) -> str:
    return f"cells:{item}:{code}"


def _unreached(name: str) -> str:
    return f"not_reached:{name}"


def _not_asked(item: str) -> str:
    return f"not_asked:{item}"


def _partly(asked: Asked, item: Item, skipped: pl.Expr) -> list[pl.Expr]:
    """An item that some roles aren't asked: a blank of theirs is "not asked", also where they reached nothing."""
    unreached = pl.col(_unreached(asked.question_set.dimension_of[item.id].id))
    return [
        ((pl.col(item.id) == BLANK) & skipped).sum().alias(_not_asked(item.id)),
        (unreached & skipped.not_()).sum().alias(f"{_unreached(item.id)}:item"),
    ]


class _Decoder:
    """Rows of the counted frame as tables."""

    def __init__(self, asked: Asked, columns: Sequence[str]) -> None:
        place = {name: at for at, name in enumerate(columns)}
        self._people, self._straight, self._takes_part = place[PEOPLE], place[STRAIGHT], place[TAKES_PART]
        self._side = place[SIDE]
        # Of each item: where its counts begin and end (unsure, not relevant and invalid follow), and the columns of
        # not reached and, where some roles aren't asked, of not asked.
        self._items: list[tuple[str, int, int, int, int | None]] = []
        for item in asked.items:
            first = place[_cell(item.id, asked.scales[item.id].minimum)]
            dimension = asked.question_set.dimension_of[item.id].id
            unreached = f"{_unreached(item.id)}:item" if item.skip_roles else _unreached(dimension)
            self._items.append(
                (
                    item.id,
                    first,
                    first + len(asked.scales[item.id].values),
                    place[unreached],
                    place[_not_asked(item.id)] if item.skip_roles else None,
                )
            )

    def crowd(self, rows: Sequence[Row]) -> Crowd:
        """The crowd of one group's rows."""
        taking_part = [row for row in rows if row[self._takes_part]]
        return Crowd(
            roles={_text(row[self._side]): self._tables(row) for row in taking_part},
            unanswered=sum(row[self._people] for row in rows if not row[self._takes_part]),
            straight_lining=sum(row[self._straight] for row in taking_part),
        )

    def _tables(self, row: Row) -> Tables:
        tables = {}
        for item, first, end, unreached, not_asked in self._items:
            counts = row[first:end]
            unsure, not_relevant, invalid = row[end : end + 3]
            absent = row[not_asked] if not_asked is not None else 0
            given = sum(counts) + unsure + not_relevant + invalid
            blank = row[self._people] - given - absent - row[unreached]
            tables[item] = ItemTable(counts, unsure, not_relevant, blank, invalid, row[unreached], absent)
        return tables


def merged(tables: Iterable[pl.DataFrame], columns: Sequence[str]) -> pl.DataFrame:
    """Counted frames of several files, batches or machines as one."""
    keys = [TAKES_PART, *columns, SIDE]
    return pl.concat(tables).group_by(keys).agg(pl.all().exclude(keys).sum())


def regrouped(table: pl.DataFrame, columns: Sequence[str], side: pl.Expr) -> pl.DataFrame:
    """A counted frame by fewer columns, or by other sides. side: made of `role`, which the frame tells apart."""
    keys = [TAKES_PART, *columns, SIDE]
    by_role = by_roles(table).with_columns(side.alias(SIDE))
    return merged([by_role.select(*keys, cs.integer())], columns)


def by_roles(table: pl.DataFrame) -> pl.DataFrame:
    """A counted frame with the role, which it tells apart, under its name."""
    return table.with_columns(pl.col(SIDE).alias(ROLE))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
