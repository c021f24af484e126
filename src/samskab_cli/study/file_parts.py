"""A large frame in parts of 250,000 rows, so that no copy of it all lies in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

AT_ONCE: Final = 250_000
"""Rows."""


def parts_of(frame: pl.LazyFrame) -> Iterator[pl.LazyFrame]:
    """The rows of a frame that lies in memory, in parts of at most AT_ONCE."""
    rows = frame.select(pl.len()).collect().item()
    return (frame.slice(start, AT_ONCE) for start in range(0, rows, AT_ONCE))
