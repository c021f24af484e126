"""Parquet and Arrow (`.feather`): tables by columns, which Polars scans as they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from samskab_cli.loading.readers.sheet import HEAD, MOST_COLUMNS, ColumnarTable, Sheet
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.table import table
from samskab_cli.model.text import shown

if TYPE_CHECKING:
    import polars as pl

PARQUET: Final = b"PAR1"
ARROW: Final = b"ARROW1"
_A: Final = {"parquet": "a parquet file", "Arrow": "an Arrow file"}
_ROWS_AT_ONCE: Final = 50_000


def read_columnar(source: Source) -> Sheet:
    """The table of a parquet or Arrow file, every cell as text. Raises AnswersRefused."""
    import polars as pl  # noqa: PLC0415  # as heavy as it is quick

    kind = "parquet" if source.head.startswith(PARQUET) else "Arrow"
    scan = pl.scan_parquet if kind == "parquet" else pl.scan_ipc

    @contextmanager
    def opened() -> Iterator[pl.LazyFrame]:
        with source.as_file(f".{kind.lower()}") as path:
            try:
                yield _plain(source, kind, scan(path, glob=False) if kind == "parquet" else scan(path))
            except (pl.exceptions.PolarsError, OSError, ValueError) as error:
                raise source.refused(f"{_A[kind]} that is damaged, or written in a way that isn't known") from error

    with opened() as stored:
        headings = stored.collect_schema().names()

    def rows() -> Iterable[tuple[int, list[str]]]:
        yield 1, headings
        begin, count = 0, HEAD
        with opened() as stored:
            texts = stored.select(pl.all().cast(pl.String).fill_null(""))
            while len(batch := texts.slice(begin, count).collect()):
                yield from ((begin + number, list(row)) for number, row in enumerate(batch.iter_rows(), start=1))
                begin, count = begin + count, _ROWS_AT_ONCE

    sheet = table(source, kind, rows, has_lines=False)
    return replace(sheet, columnar=ColumnarTable(opened, source.check))


def _plain(source: Source, kind: str, stored: pl.LazyFrame) -> pl.LazyFrame:
    """The columns as the file has them. Raises AnswersRefused for columns of columns, and far too many."""
    import polars as pl  # noqa: PLC0415  # as above

    schema = stored.collect_schema()
    nested = next((name for name, kept in schema.items() if kept.is_nested() or kept in {pl.Object, pl.Binary}), None)
    if nested is not None:
        raise source.refused(f"{_A[kind]} whose column {shown(nested)} holds more than numbers and texts; leave it out")
    if len(schema) > MOST_COLUMNS:
        raise source.refused(f"more than {MOST_COLUMNS:,} columns, the limit")
    return stored
