"""Columns that run against the rest of their dimension: perhaps they were turned round before they came here.

The figure is the correlation of an item with the mean of the others of its dimension, each as the set reads it
(reversed items turned). It is taken of at most 100,000 rows, chosen by what they hold, so that their order changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.file_doubts import named
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import Dimension, QuestionSet

_AGAINST: Final = -0.3
_LEAST: Final = 30
_LEAST_ITEMS: Final = 3
_MOST_ROWS: Final = 100_000
_MIXED_COLUMNS: Final = 6


def against(files: Sequence[FileAnswers], question_set: QuestionSet) -> Iterator[Doubt]:
    """One doubt for all such columns; none where half of a dimension's items are."""
    items = [item.id for item in question_set.items if any(item.id in file.items for file in files)]
    rows = sum(file.body.rows for file in files)
    if rows < _LEAST or not items:
        return
    frame = pl.concat([file.values(items) for file in files])
    if rows > _MOST_ROWS:
        frame = _chosen(frame)
    ends = question_set.scale.minimum + question_set.scale.maximum
    turned = {item for dimension in question_set.dimensions for item in _against(frame, dimension, ends)}
    if not turned:
        return
    columns = [file.mapping.items[item] for file in files for item in file.mapping.items if item in turned]
    text = (
        f"{'runs' if len(turned) == 1 else 'run'} against the rest of the dimension ({', '.join(sorted(turned))}): "
        "turned round already?"
    )
    yield Doubt(DoubtKind.AGAINST, text, len(turned), files[0].file, column=named(columns))


def _against(frame: pl.DataFrame, dimension: Dimension, ends: int) -> list[str]:
    """The items that run against the others, at most half of those that have answers. ends: lowest plus highest."""
    items = [item for item in dimension.items if item.id in frame.columns]
    if len(items) < _LEAST_ITEMS:
        return []
    names = [item.id for item in items]
    as_read = {item.id: ends - pl.col(item.id) if item.reverse else pl.col(item.id) for item in items}
    values = frame.lazy().select(
        pl.when(pl.col(name) >= 0).then(value.cast(pl.Float64)).alias(name) for name, value in as_read.items()
    )
    figures: list[pl.Expr] = []
    for name in names:
        rest = pl.mean_horizontal(other for other in names if other != name)
        both = pl.col(name).is_not_null() & rest.is_not_null()
        figures.append(pl.corr(pl.col(name).filter(both), rest.filter(both)).alias(name))
        figures.append(both.sum().alias(f"{name} n"))
    found = values.select(figures).collect().row(0, named=True)
    low = [name for name in names if found[f"{name} n"] >= _LEAST and (found[name] or 0.0) < _AGAINST]
    return low if len(low) * 2 <= len(names) else []


def _chosen(frame: pl.DataFrame) -> pl.DataFrame:
    """About 100,000 rows, by a hash of some of their cells (the whole row for few columns)."""
    mixed = frame.select(frame.columns[:: max(1, frame.width // _MIXED_COLUMNS)]).hash_rows(seed=0)
    return frame.filter(mixed % 1024 < _MOST_ROWS * 1024 // len(frame))
