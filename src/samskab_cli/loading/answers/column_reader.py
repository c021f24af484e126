"""The respondents' cells of a table that lies column by column (parquet, Arrow), read one column after the other.

What a value looks like as text is found out once a distinct value, never once a cell; no more than one column is in
memory as the file has it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import polars as pl

from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.load_options import Progress
from samskab_cli.loading.answers.record_reader import TAIL, Body, Selection
from samskab_cli.loading.answers.scan_result import Scan, body_of, lines_from, text_column, with_empty
from samskab_cli.loading.readers import ColumnarTable, Record

_BLANK = r"^[\s\x1c-\x1f]*$"  # what str.isspace says
_FEW = 254


def read_columns(table: ColumnarTable, above: int, selection: Selection, progress: Progress | None = None) -> Body:
    """As `record_reader.read_body`. above: rows that are part of the header, though the file takes them for cells.

    Raises AnswersRefused where the file is damaged or changed meanwhile.
    """
    positions = sorted({*selection.positions, *selection.rules.positions})
    with table.scan() as stored:
        rows = stored.select(pl.len()).collect().item() - above
        columns: dict[int, CodedColumn] = {}
        for done, position in enumerate(positions, start=1):
            columns[position] = coded_cells(stored.select(pl.nth(position)).slice(above).collect().to_series())
            if progress is not None:
                progress(rows * done // len(positions), rows)
        ids = None if selection.ids is None else _texts(stored, selection.ids, above)
        texts = {position: _texts(stored, position, above) for position in selection.texts}
        last = stored.slice(above).select(pl.all().cast(pl.String).fill_null("")).tail(TAIL).collect().rows()
        blank = _blank_rows(stored.slice(above), rows, [columns[position] for position in selection.positions])
    table.check()
    holds = {
        condition: looked_up(columns[condition.position], condition.holds) for condition in selection.rules.conditions
    }
    tail = [Record(line, list(cells)) for line, cells in enumerate(last, start=above + 1 + rows - len(last))]
    return body_of(Scan(columns, ids, holds, lines_from(above + 1, rows), blank, texts, tail), selection)


def _texts(stored: pl.LazyFrame, position: int, above: int) -> pl.Series:
    """A column as it is (String), empty where there is nothing."""
    return stored.select(pl.nth(position).cast(pl.String).fill_null("")).slice(above).collect().to_series()


def coded_cells(cells: pl.Series) -> CodedColumn:
    """The distinct values as texts, and their numbers."""
    whole = _whole(cells)
    if whole is not None:
        low, high = whole.min(), whole.max()
        if isinstance(low, int) and isinstance(high, int) and high - low < _FEW:
            return _near(whole, low, cells.dtype)
    return text_column(cells.cast(pl.String))


def _whole(cells: pl.Series) -> pl.Series | None:
    """Whole numbers as such, those that are kept as fractions since some are missing, too; None for anything else."""
    if not cells.dtype.is_numeric():
        return None
    whole = cells.cast(pl.Int64, strict=False)
    if whole.null_count() != cells.null_count() or (not cells.dtype.is_integer() and not (whole == cells).all()):
        return None
    return whole


def _near(whole: pl.Series, low: int, dtype: pl.DataType) -> CodedColumn:
    """Numbers that lie close together, as answers do, number themselves. dtype: that they are written in as text."""
    numbers = (whole - low).cast(pl.UInt8)
    met = numbers.unique().drop_nulls()
    texts = (met.cast(pl.Int64) + low).cast(dtype).cast(pl.String)
    return with_empty(dict(zip(texts.to_list(), met.to_list(), strict=True)), numbers)


def looked_up(column: CodedColumn, holds: Callable[[str], bool]) -> pl.Series:
    """Every cell of a column, asked once a spelling."""
    fitting = [number for text, number in column.spellings.items() if holds(text)]
    return column.numbers.is_in(fitting)


def _blank_rows(stored: pl.LazyFrame, rows: int, columns: Sequence[CodedColumn]) -> pl.Series:
    """Rows (from 0) without anything: where the columns read hold nothing, the others are looked at."""
    maybe = pl.repeat(value=True, n=rows, dtype=pl.Boolean, eager=True)
    for column in columns:
        maybe &= looked_up(column, lambda text: not text.strip())
        if not maybe.any():
            return pl.Series(dtype=pl.UInt32)
    places = pl.Series("index", maybe.arg_true(), dtype=pl.UInt32).to_frame().lazy()
    nothing = pl.all_horizontal(pl.exclude("index").cast(pl.String).fill_null("").str.contains(_BLANK))
    looked_at = stored.with_row_index().join(places, on="index", how="semi", maintain_order="left")
    return looked_at.filter(nothing).select("index").collect().to_series()
