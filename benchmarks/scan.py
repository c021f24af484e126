"""The scan alone: Polars reads all columns as categories, and writes nothing."""

from __future__ import annotations

import sys

import polars as pl

names = pl.scan_csv(sys.argv[1], infer_schema=False).collect_schema().names()
coded = {name: pl.Categorical(pl.Categories.random(physical=pl.UInt8)) for name in names[1:]}
frame = pl.scan_csv(sys.argv[1], schema={names[0]: pl.String, **coded}).collect(engine="streaming")
print(frame.height)
