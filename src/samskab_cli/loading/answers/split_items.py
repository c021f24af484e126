"""Several columns for one item, of which each row fills one: a survey with branches asks the same in each of them."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from samskab_cli.loading.answers.cells import key_of
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn, Spellings
from samskab_cli.loading.answers.record_reader import Body


def merge_branches(body: Body, columns: Sequence[Column]) -> None:
    """Put what the columns say into the first of them; where two of them differ, both texts, which nothing can read."""
    first, *others = (body.columns[column.position] for column in columns)
    for other in others:
        first = _merged(first, other)
    body.columns[columns[0].position] = first


def _merged(one: CodedColumn, other: CodedColumn) -> CodedColumn:
    """Decided once for each pair of spellings."""
    mine, theirs = _by_number(one), _by_number(other)
    pairs = pl.DataFrame({"one": one.numbers, "other": other.numbers})
    distinct = pairs.unique(maintain_order=True)
    spellings = Spellings()
    numbers = [spellings[_either(mine[a], theirs[b])] for a, b in distinct.iter_rows()]
    coded = pairs.join(
        distinct.with_columns(pl.Series("n", numbers, dtype=pl.UInt32)),
        on=["one", "other"],
        how="left",
        maintain_order="left",
    )
    return CodedColumn(spellings, coded["n"])


def _by_number(column: CodedColumn) -> dict[int, str]:
    return {number: text for text, number in column.spellings.items()}


def _either(one: str, other: str) -> str:
    if not one.strip() or not other.strip():
        return one if one.strip() else other
    return one if key_of(one) == key_of(other) else f"{one} | {other}"
