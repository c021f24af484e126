"""Parquet and Arrow (`.feather`): tables by columns, which Polars scans as they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from samskab_cli.loading.readers.rows_as_sheet import table
from samskab_cli.loading.readers.sheet import HEAD, MOST_COLUMNS, ColumnarTable, Sheet
from samskab_cli.loading.readers.source import Origin, Source
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
                stored = scan(path, glob=False) if kind == "parquet" else scan(path)
                check_plain(stored, _A[kind], source)
                yield stored
            except (pl.exceptions.PolarsError, OSError, ValueError) as error:
                raise source.refused(f"{_A[kind]} that is damaged, or written in a way that isn't known") from error

    return columnar(source, kind, opened)


def columnar(origin: Origin, kind: str, opened: Callable[[], AbstractContextManager[pl.LazyFrame]]) -> Sheet:
    """The table of these columns, every cell as text. kind: how it was read, as people are told."""
    import polars as pl  # noqa: PLC0415  # as above

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

    sheet = table(origin, kind, rows, has_lines=False)
    return replace(sheet, columnar=ColumnarTable(opened, origin.check))


def check_plain(stored: pl.LazyFrame, described: str, origin: Origin) -> None:
    """Raises AnswersRefused for columns of columns, and far too many. described: `a parquet file`."""
    import polars as pl  # noqa: PLC0415  # as above

    schema = stored.collect_schema()
    nested = next((name for name, kept in schema.items() if kept.is_nested() or kept in {pl.Object, pl.Binary}), None)
    if nested is not None:
        raise origin.refused(
            f"{described} whose column {shown(nested)} holds more than numbers and texts; leave it out"
        )
    if len(schema) > MOST_COLUMNS:
        raise origin.refused(f"more than {MOST_COLUMNS:,} columns, the limit")
