"""Columns that run against the rest of their dimension: perhaps they were turned round before they came here.

The figure is the correlation of an item with the mean of the others of its dimension, each as the set reads it
(reversed items turned). It is taken of at most 10,000 rows, chosen by what they hold, so that their order changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.file_doubts import column_names
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import QuestionSet

_AGAINST: Final = -0.3
_LEAST: Final = 30
_LEAST_ITEMS: Final = 3
_MOST_ROWS: Final = 10_000
_MIXED_COLUMNS: Final = 6


def reverse_doubts(files: Sequence[FileAnswers], question_set: QuestionSet) -> Iterator[Doubt]:
    """One doubt for all such columns; none where half of a dimension's items are."""
    items = [item.id for item in question_set.items if any(item.id in file.items for file in files)]
    rows = sum(file.body.rows for file in files)
    if rows < _LEAST or not items:
        return
    frame = pl.concat([file.values(items) for file in files])
    if rows > _MOST_ROWS:
        frame = _sample(frame)
    turned = _running_against(frame, question_set)
    if not turned:
        return
    columns = [file.mapping.items[item] for file in files for item in file.mapping.items if item in turned]
    text = (
        f"{'runs' if len(turned) == 1 else 'run'} against the rest of the dimension ({', '.join(sorted(turned))}): "
        "turned round already?"
    )
    yield Doubt(DoubtKind.AGAINST, text, len(turned), files[0].file, column=column_names(columns))


def _running_against(frame: pl.DataFrame, question_set: QuestionSet) -> set[str]:
    """The items that run against the others of their dimension, at most half of those that have answers."""
    ends = question_set.scale.minimum + question_set.scale.maximum
    as_read = {item.id: ends - pl.col(item.id) if item.reverse else pl.col(item.id) for item in question_set.items}
    values = frame.lazy().select(
        pl.when(pl.col(name) >= 0).then(as_read[name].cast(pl.Float32)).alias(name) for name in frame.columns
    )
    dimensions = [[item.id for item in each.items if item.id in frame.columns] for each in question_set.dimensions]
    figures: list[pl.Expr] = []
    for names in (names for names in dimensions if len(names) >= _LEAST_ITEMS):
        total, given = pl.sum_horizontal(names), pl.sum_horizontal(pl.col(names).is_not_null())
        for name in names:
            both = pl.col(name).is_not_null() & (given > 1)
            rest = (total - pl.col(name)) / (given - 1)
            figures.append(pl.corr(pl.col(name).filter(both), rest.filter(both)).alias(name))
            figures.append(both.sum().alias(f"{name} n"))
    if not figures:
        return set()
    found = values.select(figures).collect().row(0, named=True)
    low = {name for name in frame.columns if found.get(f"{name} n", 0) >= _LEAST and (found[name] or 0.0) < _AGAINST}
    return {
        name
        for names in dimensions
        for name in low.intersection(names)
        if len(low.intersection(names)) * 2 <= len(names)
    }


def _sample(frame: pl.DataFrame) -> pl.DataFrame:
    """About 10,000 rows, by a hash of some of their cells (the whole row for few columns)."""
    mixed = frame.select(frame.columns[:: max(1, frame.width // _MIXED_COLUMNS)]).hash_rows(seed=0)
    return frame.filter(mixed < _MOST_ROWS * 2**64 // len(frame))
