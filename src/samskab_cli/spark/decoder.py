"""`Decoder`, sent to tasks: per column which spelling is which code or group; picklable, without any engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import polars as pl

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.cells import cut
from samskab_cli.loading.answers.column_reader import coded_cells, looked_up
from samskab_cli.loading.answers.record_reader import Body, Selection
from samskab_cli.loading.answers.respondent_ids import as_ids
from samskab_cli.loading.answers.scan_result import Scan, body_of, lines_from
from samskab_cli.model.answers import BLANK, INVALID, RESPONDENT, ROLE, group_column
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.states import takes_part

CHANGED: Final = "the table changed while it was read; read a version of it that stays as it is"
REJECTED: Final = dict.fromkeys((RESPONDENT, "heading", "item", "text"), pl.String)
"""Columns of the list of cells that couldn't be read, and their type."""


class Repetitions(NamedTuple):
    """What stands more than once in a column of ids."""

    keys: int
    """Different ones."""
    rows: int | None
    again: int
    """Keys that stand more than once."""
    in_rows: int | None
    one: str | None
    """One of them."""


def named(position: int) -> str:
    """What the column at a position is called on its way: a table may have two columns of one name."""
    return f"c{position}"


@dataclass(frozen=True)
class Columns:
    """The columns that are read."""

    selection: Selection

    @property
    def positions(self) -> list[int]:
        """All that are looked at, from 0, in order."""
        ids = () if self.selection.ids is None else (self.selection.ids,)
        return sorted({*self.selection.positions, *self.selection.rules.positions, *ids})

    def body(self, table: pl.DataFrame) -> Body:
        """The respondents' cells of some rows. table: the columns by their names on the way."""
        at = sorted({*self.selection.positions, *self.selection.rules.positions})
        columns = {position: coded_cells(table[named(position)]) for position in at}
        rules = self.selection.rules
        holds = {condition: looked_up(columns[condition.position], condition.holds) for condition in rules.conditions}
        ids = None if self.selection.ids is None else table[named(self.selection.ids)].cast(pl.String).fill_null("")
        blank = pl.repeat(value=True, n=table.height, dtype=pl.Boolean, eager=True)
        for column in columns.values():
            blank &= looked_up(column, lambda text: not text.strip())
        if ids is not None:
            blank &= ids.str.strip_chars() == ""
        return body_of(Scan(columns, ids, holds, lines_from(1, table.height), blank.arg_true()), self.selection)


@dataclass(frozen=True)
class Column:
    """One column of an item: what its spellings mean."""

    position: int
    heading: str
    meaning: Mapping[str, int]


@dataclass(frozen=True)
class TextColumn:
    """A column of roles or groups: what its spellings mean, null where it is nothing."""

    position: int
    heading: str
    meaning: Mapping[str, str | None]
    unreadable: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Decoder:
    """What each spelling of each column means. Raises AnswersRefused for one that the first pass didn't meet."""

    columns: Columns
    asked: Asked
    items: Mapping[str, Column]
    """Item id → its column."""
    role: TextColumn | None
    groups: Mapping[str, TextColumn]
    """Name → column."""
    has_ids: bool
    """Whether respondents keep the ids of the table."""

    @property
    def group_columns(self) -> list[str]:
        """Names of the group columns in the coded frame."""
        return [group_column(name) for name in self.groups]

    def body(self, table: pl.DataFrame) -> Body:
        """The respondents' cells of some rows."""
        return self.columns.body(table)

    def frame(self, body: Body) -> pl.DataFrame:
        """The coded rows, as `Responses` says; `respondent` is null where the table has no ids to show."""
        texts: dict[str, TextColumn | None] = {ROLE: self.role}
        texts |= {group_column(name): column for name, column in self.groups.items()}
        nothing = pl.Series([None], dtype=pl.String).new_from_index(0, body.rows)
        blank = pl.repeat(BLANK, body.rows, dtype=pl.Int8, eager=True)
        ids = as_ids(body.ids) if self.has_ids and body.ids is not None else nothing
        cells = {RESPONDENT: ids}
        for name, column in texts.items():
            cells[name] = nothing if column is None else self._texts(body, column)
        for item in self.asked.items:
            cells[item.id] = self._codes(body, self.items[item.id]) if item.id in self.items else blank
        return pl.DataFrame(cells)

    def incomplete(self, body: Body, frame: pl.DataFrame) -> int:
        """Rows with an answer that the survey system marks as not finished."""
        return int((frame.select(takes_part(self.asked)).to_series() & body.incomplete).sum())

    def rejected(self, body: Body, frame: pl.DataFrame) -> pl.DataFrame:
        """Every cell that couldn't be read, under the columns of REJECTED."""
        places = [
            (column.position, column.heading, item, {t for t, code in column.meaning.items() if code == INVALID})
            for item, column in self.items.items()
        ]
        if self.role is not None:
            places.append((self.role.position, self.role.heading, ROLE, set(self.role.unreadable)))
        found = []
        for position, heading, item, texts in places:
            coded = body.columns[position]
            for row, text in coded.rows_of([text for text in coded.spellings if text in texts]):
                found.append((frame[RESPONDENT][row], heading, item, cut(text)))
        return pl.DataFrame(found, schema=REJECTED, orient="row")

    def _codes(self, body: Body, column: Column) -> pl.Series:
        coded = body.columns[column.position]
        return _decoded(lambda: coded.decoded(column.meaning))

    def _texts(self, body: Body, column: TextColumn) -> pl.Series:
        coded = body.columns[column.position]
        return _decoded(lambda: coded.texts(column.meaning)).cast(pl.String)


def _decoded(decode: Callable[[], pl.Series]) -> pl.Series:
    try:
        return decode()
    except KeyError:
        raise AnswersRefused(CHANGED) from None
