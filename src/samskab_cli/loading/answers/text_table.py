"""A text file in UTF-8 as Polars scans it: which columns become categories, which stay texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import polars as pl

from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.record_reader import TAIL, Selection
from samskab_cli.loading.readers import Record

Read = TypeVar("Read")
IDS: Final = "ids"
BLANK: Final = r"[\s\x1c-\x1f]*"  # what str.isspace says
MOST_IN_A_LINE: Final = 100_000
"""Bytes."""
_SIMPLE: Final = r"^(?:[!-~]+(?: [!-~]+)*)?$"  # folded by making its letters small
_TAIL_BYTES: Final = 256 * 1024


class Cells(NamedTuple):
    """What a scan gives."""

    columns: Mapping[int, CodedColumn]
    """Position → each coded column."""
    frame: pl.DataFrame
    """What `wanted` says beside them."""
    blank: pl.Series
    """The rows without anything, from 0."""


class TextTable(NamedTuple):
    """A text file in UTF-8."""

    path: Path
    delimiter: str
    width: int
    first: int
    """The line of the first respondent, from 1."""

    def tail(self, rows: int) -> list[Record]:
        """The last records, whole. rows: how many there are in all, a line each."""
        with self.path.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(max(0, size - _TAIL_BYTES))
            text = file.read().decode("utf-8", errors="replace")
        lines = text.removesuffix("\n").replace("\r\n", "\n").split("\n")[1:][-TAIL:]
        first = self.first + rows - len(lines)
        cells = csv.reader(lines, delimiter=self.delimiter)
        return [record for number, row in enumerate(cells, start=first) if not (record := Record(number, row)).is_blank]

    def scan(self, types: Mapping[int, pl.DataType], quote: str | None) -> pl.LazyFrame:
        """All cells, columns named by their position. types: position → what isn't read as text."""
        return pl.scan_csv(
            self.path,
            has_header=False,
            separator=self.delimiter,
            quote_char=quote,
            schema={str(position): types.get(position, pl.String()) for position in range(self.width)},
            skip_lines=self.first - 1,
            glob=False,
        )


def in_numbers(read: Callable[[pl.DataType], Read | None]) -> Read | None:
    """What is read with numbers of a byte for spellings, else with wide ones; None where Polars can't read it."""
    for number in (pl.UInt8(), pl.UInt32()):
        try:
            return read(number)
        except pl.exceptions.PolarsError:  # more spellings than that, or no table at all
            continue
    return None


def categories_of(selection: Selection, number: pl.DataType) -> dict[int, pl.DataType]:
    """Position → categories of its own: 98 places and a few unreadable answers fit in a byte, but not together.

    number: what a spelling becomes.
    """
    return {position: pl.Categorical(pl.Categories.random(physical=number)) for position in selection.positions}


def never_text(coded: Mapping[int, pl.DataType], selection: Selection) -> dict[int, pl.DataType]:
    """Those of the coded columns that nothing but their categories is asked of: they never become text on their way."""
    as_text = {selection.ids, *selection.texts}
    return {position: type_ for position, type_ in coded.items() if position not in as_text}


def wanted(selection: Selection, coded: Mapping[int, pl.DataType]) -> Iterator[pl.Expr]:
    """The wanted columns of a scan. coded: position → the categories of each coded column."""
    for position in selection.positions:
        yield pl.col(str(position)).cast(coded[position])
    if selection.ids is not None:
        yield pl.col(str(selection.ids)).alias(IDS)
    for position in selection.texts:
        yield pl.col(str(position)).fill_null("").alias(f"text:{position}")
    for position in sorted(selection.rules.positions.difference(coded)):
        text = pl.col(str(position)).fill_null("")
        yield pl.when(~text.str.contains(_SIMPLE)).then(text).alias(f"odd:{position}")
    for number, condition in enumerate(selection.rules.conditions):
        if condition.position in coded:
            continue  # asked of its spellings
        text = pl.col(str(condition.position)).fill_null("")
        holds = text.str.to_lowercase().is_in(sorted(condition.texts)) == condition.among
        yield pl.when(text.str.contains(_SIMPLE)).then(holds).alias(f"holds:{number}")
