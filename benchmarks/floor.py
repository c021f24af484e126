"""The floor: Polars scans all columns and writes a table of the shape of `samskab score`, with no rule in between."""

from __future__ import annotations

import sys

import polars as pl

frame = pl.scan_csv(sys.argv[1], infer_schema=False)
names = frame.collect_schema().names()
texts, items = names[:3], names[3:]
numbers = {name: pl.col(name).cast(pl.Int8, strict=False) for name in items}
frame.select(
    *texts,
    *(numbers[name] / 3.0 for name in items[:8]),  # thirds: as long as scores are
    *items[8:11],
    pl.sum_horizontal([numbers[name] for name in items[11:]]).alias("answered"),
    *(numbers[name] for name in items[11:15]),
).sink_csv(sys.argv[2])
