"""A Polars scan turned into a `Body`: text and categorical columns, line numbers, blank rows left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import polars as pl

from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.layouts.rows import INCOMPLETE, Condition
from samskab_cli.loading.answers.record_reader import Body, Selection
from samskab_cli.loading.readers import Record

_MOST_SPELLINGS = 254


@dataclass(frozen=True)
class Scan:
    """All rows of a table under its header."""

    columns: Mapping[int, CodedColumn]
    """Position → column; the wanted ones are among them."""
    ids: pl.Series | None
    """What the column with respondents' ids holds (String)."""
    holds: Mapping[Condition, pl.Series]
    """Whether each row fulfils each condition of the rules (Boolean)."""
    lines: pl.Series
    """The line of each row."""
    blank: pl.Series
    """Rows without anything, from 0."""
    texts: Mapping[int, pl.Series] = field(default_factory=dict)
    """Position → what a column holds that is kept as it is (String)."""
    tail: Sequence[Record] = ()
    """The last records, whole."""


def body_of(scan: Scan, selection: Selection) -> Body:
    """The rows that count: the first rule that fits a row does."""
    columns, holds, lines, ids = scan.columns, scan.holds, scan.lines, scan.ids
    rows = len(lines)
    names = [str(position) for position in selection.positions]
    frame = pl.DataFrame([columns[position].numbers.alias(str(position)) for position in selection.positions])
    out = _none(rows).scatter(scan.blank, values=True)
    incomplete = _none(rows)
    for rule in selection.rules.incomplete:
        incomplete |= _all_hold(rule.conditions, holds, rows)
    left_out: Counter[str] = Counter()
    drops = [(rule.why, _all_hold(rule.conditions, holds, rows)) for rule in selection.rules.drops]
    for why, fits in [*drops, *([(INCOMPLETE, incomplete)] if selection.rules.complete_only else [])]:
        count = int((fits & ~out).sum())
        if count:
            left_out[why] += count
        out |= fits
    if out.any():
        frame, lines, incomplete = frame.filter(~out), lines.filter(~out), incomplete.filter(~out)
        ids = ids.filter(~out) if ids is not None else None
    coded = {
        position: CodedColumn(columns[position].spellings, frame[name]).met()
        for position, name in zip(selection.positions, names, strict=True)
    }
    texts = {position: cells.filter(~out) for position, cells in scan.texts.items()}
    return Body(coded, ids, lines, incomplete, left_out, texts=texts, tail=scan.tail)


def text_column(cells: pl.Series) -> CodedColumn:
    """A column of texts (String)."""
    try:
        return categorical_column(cells.cast(pl.Categorical(pl.Categories.random(physical=pl.UInt8))))
    except pl.exceptions.PolarsError:  # more spellings than a byte can number
        return categorical_column(cells.cast(pl.Categorical(pl.Categories.random())))


def categorical_column(cells: pl.Series) -> CodedColumn:
    """A column of texts that Polars has numbered (Categorical); a cell with nothing is the empty text."""
    categories = cast("pl.Categorical", cells.dtype).categories.to_series()  # in the order of their numbers
    return with_empty({text: number for number, text in enumerate(categories)}, cells.to_physical())


def with_empty(spellings: Mapping[str, int], numbers: pl.Series) -> CodedColumn:
    """A column whose cells with nothing (null) become the empty text."""
    spellings = dict(spellings)
    if numbers.null_count():
        empty = spellings.setdefault("", max(spellings.values(), default=-1) + 1)
        wide = numbers if empty <= _MOST_SPELLINGS else numbers.cast(pl.UInt32)
        numbers = wide.fill_null(empty)
    return CodedColumn(spellings, numbers)


def lines_from(first: int, rows: int) -> pl.Series:
    """The lines of rows that take one each."""
    return pl.int_range(first, first + rows, dtype=pl.UInt32, eager=True)


def _none(rows: int) -> pl.Series:
    return pl.repeat(value=False, n=rows, dtype=pl.Boolean, eager=True)


def _all_hold(conditions: Sequence[Condition], holds: Mapping[Condition, pl.Series], rows: int) -> pl.Series:
    everything = pl.repeat(value=True, n=rows, dtype=pl.Boolean, eager=True)
    for condition in conditions:
        everything &= holds[condition]
    return everything
