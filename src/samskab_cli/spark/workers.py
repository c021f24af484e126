"""What tasks run on batches of Arrow: count spellings, states and groups, respondent rows, rejected cells.

Batches are put together to 50,000 rows: those of an engine are small, and each has its price.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import polars as pl
import polars.selectors as cs
import pyarrow as pa

from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.nobody_rows import summaries
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.loading.answers.respondent_ids import name_somebody
from samskab_cli.model.answers import ROLE
from samskab_cli.scoring import item_tables, respondents, rows
from samskab_cli.scoring.item_tables import SIDE
from samskab_cli.scoring.states import TAKES_PART
from samskab_cli.spark.decoder import REJECTED, Columns, Decoder, named

AT_ONCE: Final = 50_000
"""Rows."""
MOST_SPELLINGS: Final = 10_000
"""Of a column."""
Batches = Iterable[pa.RecordBatch]

FACT, TOO_MANY = -1, -2
SOMEBODY, SUMMARIES, CROWDS, LEFT_OUT = "somebody", "summaries", "crowds", "left out: "
SPELLINGS: Final = pa.schema([("column", pa.int32()), ("text", pa.string()), ("n", pa.int64())])
"""Of the first pass: position, spelling, cells; or FACT, what it is, how many; or TOO_MANY, position, 1."""
NUMBERS: Final = "counts"
"""Of the item tables: the numbers of one group, in the order of `count_names`."""


def spellings(columns: Columns, grouped: tuple[int, ...], batches: Batches) -> Iterator[pa.RecordBatch]:
    """How often each spelling stands in each column; rows of nobody; and how many crowds there will be.

    grouped: positions of what people are grouped by.
    """
    found: dict[int, Counter[str]] = {position: Counter() for position in columns.selection.positions}
    too_many: set[int] = set()
    facts: Counter[str] = Counter()
    crowds: set[tuple[str, ...]] = set()
    for table in _chunks(batches):
        body = columns.body(table)
        for position, coded in body.columns.items():
            if position not in too_many:
                found[position].update(coded.counts)
                if len(found[position]) > MOST_SPELLINGS:
                    too_many.add(position)
                    del found[position]
        facts.update({f"{LEFT_OUT}{why}": count for why, count in body.left_out.items()})
        if body.ids is not None:
            facts[SOMEBODY] |= name_somebody(body.ids)
            facts[SUMMARIES] += summaries(body.ids)
        if not too_many.intersection(grouped):
            texts = {str(position): _plain(body.columns[position]) for position in grouped}
            crowds.update(pl.DataFrame(texts).unique().rows())
    facts[CROWDS] = 2 * max(1, len(crowds))  # those who take part, and those who don't
    lines = [(position, text, n) for position, texts in found.items() for text, n in texts.items()]
    lines += [(FACT, text, n) for text, n in facts.items()]
    lines += [(TOO_MANY, str(position), 1) for position in too_many]
    yield from pa.table(list(map(list, zip(*lines, strict=True))), schema=SPELLINGS).to_batches()


def tables(decoder: Decoder, batches: Batches) -> Iterator[pa.RecordBatch]:
    """The item tables of the task's rows, a row a crowd: its keys, and all numbers as one list.

    One more row has no keys, and the number of unfinished rows with an answer in the place of its first number.
    """
    columns = decoder.group_columns
    added, incomplete = _state_counts(decoder, decoder.frame(nobody(decoder))), 0
    for table in _chunks(batches):
        body = decoder.body(table)
        frame = decoder.frame(body)
        incomplete += decoder.incomplete(body, frame)
        added = item_tables.merged([added, _state_counts(decoder, frame)], columns)
    names = count_names(decoder)
    whole = added.select(TAKES_PART, *columns, SIDE, pl.concat_list(names).alias(NUMBERS))
    unfinished = {name: [None] for name in whole.columns} | {NUMBERS: [[incomplete] + [0] * (len(names) - 1)]}
    yield from _batches(pl.concat([whole, pl.DataFrame(unfinished, schema=whole.schema)]), tables_schema(decoder))


def respondent_rows(decoder: Decoder, ranges: bool, batches: Batches) -> Iterator[pa.RecordBatch]:  # noqa: FBT001  # as it is sent
    """A row a respondent, as `samskab score` gives it."""
    schema = rows_schema(decoder, ranges=ranges)
    for table in _chunks(batches):
        yield from _batches(_rows(decoder, decoder.frame(decoder.body(table)), ranges=ranges), schema)


def rejected_cells(decoder: Decoder, batches: Batches) -> Iterator[pa.RecordBatch]:
    """Every cell that couldn't be read."""
    for table in _chunks(batches):
        body = decoder.body(table)
        yield from _batches(decoder.rejected(body, decoder.frame(body)), rejected_schema())


def sum_of_tasks(decoder: Decoder, lists: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """The state counts of all tasks together, and the unfinished rows. lists: what `tables` gave."""
    keys = [TAKES_PART, *decoder.group_columns, SIDE]
    counts = [pl.col(NUMBERS).list.get(at).alias(name) for at, name in enumerate(count_names(decoder))]
    no_crowd = pl.col(TAKES_PART).is_null()
    unfinished = lists.filter(no_crowd).select(pl.col(NUMBERS).list.first().sum()).item()
    table = lists.filter(~no_crowd).select(*keys, *counts)
    return item_tables.merged([table], decoder.group_columns), unfinished


def count_names(decoder: Decoder) -> list[str]:
    """The numbers of an item table, in their order."""
    keys = {TAKES_PART, *decoder.group_columns, SIDE}
    return [name for name in _state_counts(decoder, decoder.frame(nobody(decoder))).columns if name not in keys]


def tables_schema(decoder: Decoder) -> pa.Schema:
    """What `tables` gives."""
    keys = [pa.field(name, pa.string()) for name in (*decoder.group_columns, SIDE)]
    return pa.schema([pa.field(TAKES_PART, pa.bool_()), *keys, pa.field(NUMBERS, pa.list_(pa.int64()))])


def rows_schema(decoder: Decoder, *, ranges: bool) -> pa.Schema:
    """What `respondent_rows` gives; numbers of cells are whole numbers with a sign, for Spark has no others."""
    kinds = {pl.String(): pa.string(), pl.Float64(): pa.float64(), pl.UInt32(): pa.int32()}
    made = _rows(decoder, decoder.frame(nobody(decoder)), ranges=ranges).schema
    return pa.schema([pa.field(name, kinds[kind]) for name, kind in made.items()])


def rejected_schema() -> pa.Schema:
    """What `rejected_cells` gives."""
    return pa.schema([pa.field(name, pa.string()) for name in REJECTED])


def nobody(decoder: Decoder) -> Body:
    """No rows of the table."""
    return decoder.body(pl.DataFrame(schema={named(at): pl.String for at in decoder.columns.positions}))


def _chunks(batches: Batches) -> Iterator[pl.DataFrame]:
    """The rows of all batches, 50,000 at once."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(one.num_rows for one in held) >= AT_ONCE:
            yield from _frame(held).iter_slices(AT_ONCE)
            held = []
    if held:
        yield from _frame(held).iter_slices(AT_ONCE)


def _frame(batches: list[pa.RecordBatch]) -> pl.DataFrame:
    return pl.DataFrame(pa.Table.from_batches(batches))


def _plain(column: CodedColumn) -> pl.Series:
    return column.texts({text: text for text in column.spellings}).cast(pl.String)


def _state_counts(decoder: Decoder, frame: pl.DataFrame) -> pl.DataFrame:
    """The item tables of some rows; counts of 64 bits, so that no number of people is too large."""
    counted = item_tables.state_counts(decoder.asked, frame.lazy(), decoder.group_columns, pl.col(ROLE)).collect()
    return counted.with_columns(cs.integer().cast(pl.Int64))


def _rows(decoder: Decoder, frame: pl.DataFrame, *, ranges: bool) -> pl.DataFrame:
    scored_ = respondents.score_respondents(decoder.asked, frame.lazy())
    return rows.rows(decoder.asked, scored_, list(decoder.groups), rows.Scores(ranges=ranges)).collect()


def _batches(frame: pl.DataFrame, schema: pa.Schema) -> list[pa.RecordBatch]:
    batches: list[pa.RecordBatch] = frame.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(schema).to_batches()
    return batches
