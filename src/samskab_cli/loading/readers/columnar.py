"""Parquet files: every cell as text."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from samskab_cli.loading.readers.sheet import Sheet
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.table import table


def read_parquet(source: Source) -> Sheet:
    """The table of a parquet file. Raises AnswersRefused."""
    with source.opened() as stream:
        try:
            frame = pl.read_parquet(stream.read())
            texts = frame.select(pl.all().cast(pl.String).fill_null(""))
        except (pl.exceptions.PolarsError, OSError, ValueError) as error:
            raise source.refused("a parquet file that is damaged, or holds more than plain columns") from error

    def rows() -> Iterable[tuple[int, list[str]]]:
        yield 1, frame.columns
        yield from ((number, list(row)) for number, row in enumerate(texts.iter_rows(), start=1))

    return table(source, "parquet", rows, has_lines=False)
