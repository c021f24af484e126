"""The floor: Polars scans all columns as text and writes `score`'s columns and as many bytes, with no rule in between.

Three figures have as many digits as quotients have, the others few; the texts are as long as states and verdicts are.
`python -m benchmarks` says by how much the bytes differ: at most 3 %.
"""

from __future__ import annotations

import sys

import polars as pl

_LONG = 3
frame = pl.scan_csv(sys.argv[1], infer_schema=False)
names = frame.collect_schema().names()
texts, items = names[:3], names[3:]
numbers = {name: pl.col(name).str.len_bytes() % 10 for name in items}
figures = [
    pl.when(numbers[name] > 0).then(numbers[name] * 100.0 / (7 if at < _LONG else 4)).alias(name)
    for at, name in enumerate(items[:8])
]
words = [
    pl.when(pl.col(name) == "2").then(pl.lit("passed")).otherwise(pl.lit(word)).alias(f"{name}_state")
    for name, word in zip(items[8:11], ("undecided", "undecided", "prepare"), strict=True)
]
frame.select(
    *texts,
    *figures,
    *words,
    pl.sum_horizontal([numbers[name] for name in items[11:]]).alias("answered"),
    *(numbers[name] for name in items[11:15]),
).sink_csv(sys.argv[2])
