"""The respondents' cells of a large, plain text file, scanned by Polars: the same table as record by record, faster.

Polars reads a CSV ten times as fast as Python, but it would rather give a table than say what is wrong: it fills short
rows silently, makes respondents of blank lines, and takes a lone CR for no line end. So a file is scanned only where
every line is a record of as many cells as the header, quoted as it should be. With the header `id,role,aktie`:

    R1,borger,4          plain
    R2,"borger, mor",4   plain: the comma stands in quotation marks
    R3,borger            not plain: one cell short, so the whole file goes to `record_reader`, which names the line
    ,,                   blank: no respondent, and not counted as one

Most files are plain in a way that the scan itself can tell (`line_splitter`). Else a first pass (`_looked_at`) reads
each line as one text and asks that question of it, and a second one parses what can't go wrong any more.

Either way each wanted column becomes categories: `4,5,4,,4` the spellings `{"4": 0, "5": 1, "": 2}` and a byte a cell,
so that what a spelling means is found out once, in Python, and six million rows take a byte for each answer. A column
with more spellings than a byte can number is read once more with wider numbers. What rows mean (previews, unfinished
ones) Polars decides where it folds text as Python does, else Python decides each odd spelling once (`_holds`).
"""

from __future__ import annotations

import re

import polars as pl

from samskab_cli.loading.answers.column_reader import looked_up, read_columns
from samskab_cli.loading.answers.layouts import Layout
from samskab_cli.loading.answers.layouts.rows import Condition
from samskab_cli.loading.answers.load_options import Progress
from samskab_cli.loading.answers.record_reader import Body, Selection
from samskab_cli.loading.answers.scan_result import Scan, body_of, categorical_column, lines_from
from samskab_cli.loading.answers.text_table import (
    BLANK,
    IDS,
    MOST_IN_A_LINE,
    Cells,
    TextTable,
    categories_of,
    in_numbers,
    never_text,
    wanted,
)
from samskab_cli.loading.readers import Sheet

SCANNED_FROM = 64 * 1024
"""Bytes. Smaller files are read before a scan would have started."""
_LINE = "line"


def scan_body(sheet: Sheet, layout: Layout, selection: Selection, progress: Progress | None = None) -> Body | None:
    """As `record_reader.read_body`; None where the file is small, or isn't plain.

    Raises AnswersRefused where what is packed is damaged or the file changed meanwhile, OSError where there is no room.
    """
    if sheet.columnar is not None:
        return read_columns(sheet.columnar, sheet.head[layout.first].line - 1, selection, progress)
    text = sheet.text
    if text is None or text.at_least < SCANNED_FROM or not layout.width:
        return None
    from samskab_cli.loading.answers.line_splitter import read_split  # noqa: PLC0415  # only a large file waits for it

    with text.utf8() as path:
        table = TextTable(path, text.delimiter, layout.width, sheet.head[layout.first].line)
        read = read_split(table, selection, progress) or _read_looked_at(table, selection, progress)
        tail = table.tail(len(read.frame)) if read else ()
    text.check()
    if read is None:
        return None
    conditions = enumerate(selection.rules.conditions)
    holds = {condition: _holds(read, number, condition) for number, condition in conditions}
    ids = read.frame[IDS].fill_null("") if selection.ids is not None else None
    texts = {position: read.frame[f"text:{position}"] for position in selection.texts}
    lines = lines_from(table.first, len(read.frame))
    return body_of(Scan(read.columns, ids, holds, lines, read.blank, texts, tail), selection)


def _read_looked_at(table: TextTable, selection: Selection, progress: Progress | None) -> Cells | None:
    """Look at all lines, then scan what is between quotation marks as it is meant; None where a line isn't plain."""
    try:
        rows, blank = _look(table) or (0, None)
    except pl.exceptions.PolarsError:
        return None
    read = in_numbers(lambda number: _collected(table, selection, number, rows, progress)) if rows else None
    if read is None or blank is None or len(read) != rows:
        return None
    columns = {position: categorical_column(read[str(position)]) for position in selection.positions}
    return Cells(columns, read, blank)


def _look(table: TextTable) -> tuple[int, pl.Series] | None:
    """How many lines there are, and which of them (from 0) are blank; None where one of them isn't plain."""
    between = re.escape(table.delimiter)
    cell = rf'(?:"(?:[^"\r]|"")*"|[^"\r{between}]*)'
    blank_cell = f'(?:"{BLANK}"|{BLANK})'
    line = pl.col(_LINE).fill_null("")
    even = line.str.contains(rf"^{cell}(?:{between}{cell}){{{table.width - 1}}}$")
    blank = line.str.contains(f"^{blank_cell}(?:{between}{blank_cell})*$")
    lines = pl.scan_csv(
        table.path,
        has_header=False,
        separator="\x01",
        quote_char=None,
        schema={_LINE: pl.String},
        skip_lines=table.first - 1,
        glob=False,
    )
    found = lines.select(
        pl.len().alias("rows"),
        (~even & ~blank | (line.str.len_bytes() > MOST_IN_A_LINE)).any().alias("uneven"),
        blank.any().alias("blank"),
    ).collect(engine="streaming")
    if found["uneven"][0] or not found["rows"][0]:
        return None
    if not found["blank"][0]:
        return found["rows"][0], pl.Series(dtype=pl.UInt32)
    # Asked by itself: beside sums it would keep every line in memory.
    places = lines.with_row_index().filter(blank).select("index").collect(engine="streaming")
    return found["rows"][0], places["index"]


def _collected(
    table: TextTable, selection: Selection, number: pl.DataType, rows: int, progress: Progress | None
) -> pl.DataFrame:
    """All rows, batch by batch, so that it can be stopped between two of them. number: what a spelling becomes."""
    batches: list[pl.DataFrame] = []
    done = 0
    coded = categories_of(selection, number)
    scan = table.scan(never_text(coded, selection), quote='"').select(*wanted(selection, coded))
    for batch in scan.collect_batches(engine="streaming"):
        batches.append(batch)
        done += len(batch)
        if progress is not None:
            progress(done, rows)
    return pl.concat(batches)


def _holds(read: Cells, number: int, condition: Condition) -> pl.Series:
    """What Polars can't fold as Python does is folded by Python, each spelling once."""
    column, frame = read.columns.get(condition.position), read.frame
    if column is not None:
        return looked_up(column, condition.holds)
    holds = frame[f"holds:{number}"]
    if not holds.null_count():
        return holds
    odd = frame[f"odd:{condition.position}"]
    texts = odd.drop_nulls().unique().to_list()
    known = pl.DataFrame(
        {"odd": texts, "known": [condition.holds(text) for text in texts]},
        schema={"odd": pl.String, "known": pl.Boolean},
    )
    joined = pl.DataFrame({"odd": odd, "holds": holds}).join(known, on="odd", how="left", maintain_order="left")
    return joined.select(pl.coalesce("holds", "known")).to_series()
