"""A text file whose lines are cut at every delimiter: the quick way where no delimiter stands in quotation marks.

The scan takes quotation marks for letters, and what it gives says by itself whether every line was a plain record:

- A cell is as it should be if it has no quotation mark, or is in two whole and has pairs of them inside. That is
  asked of texts cell by cell, of categories once a spelling. Where all cells are so, none began within quotation marks.
- No line is too long, since Polars refuses it, and none too short, since then the bytes don't add up:

      bytes of the file  =  bytes of all cells  +  a delimiter between two cells  +  line ends

      R1,borger,4        2 + 6 + 1  +  2  +  1
      R3,borger          2 + 6      +  2  +  1   one more than there are: the delimiter that is missing
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import polars as pl
from polars import selectors as cs

from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.load_options import Progress
from samskab_cli.loading.answers.record_reader import Selection
from samskab_cli.loading.answers.scan_result import categorical_column
from samskab_cli.loading.answers.text_table import (
    BLANK,
    MOST_IN_A_LINE,
    Cells,
    TextTable,
    categories_of,
    in_numbers,
    never_text,
    wanted,
)
from samskab_cli.loading.readers.source import CHUNK

_QUOTE: Final = '"'
_WELL_QUOTED: Final = r'^(?:"(?:[^"]|"")*"|[^"]*)$'
_BLANK_CELL: Final = f'^(?:"{BLANK}"|{BLANK})$'


def read_split(table: TextTable, selection: Selection, progress: Progress | None) -> Cells | None:
    """All rows; None where they can't be had so, plain or not. Raises OSError as reading does."""
    size = _size(table)
    if size is None:
        return None
    return in_numbers(lambda number: _Split(table, selection, number).read(size, progress))


def _size(table: TextTable) -> int | None:
    """The bytes of respondents' lines, each with one for its end; None where Polars would leave something out unseen.

    That is a CR elsewhere than there, and at the end of the file a cell too many with nothing in it.
    """
    size, last = 0, b"\n"
    with table.path.open("rb") as file:
        for _ in range(table.first - 1):
            file.readline()
        while chunk := file.read(CHUNK):
            if b"\r" in chunk or last == b"\r":
                ends = (last + chunk).count(b"\r\n")
                if (last + chunk[:-1]).count(b"\r") != ends:
                    return None
                size -= ends
            size, last = size + len(chunk), chunk[-1:]
    return None if last in {b"\r", table.delimiter.encode()} else size + (last != b"\n")


def _lines(table: TextTable) -> int:
    """How many lines of respondents there are, to say how far the reading is."""
    with table.path.open("rb") as file:
        return sum(1 for _ in file) - table.first + 1


class _Split:
    """A scan of lines that are cut at every delimiter."""

    def __init__(self, table: TextTable, selection: Selection, number: pl.DataType) -> None:
        """number: what a spelling becomes."""
        self._table, self._selection = table, selection
        self._coded = categories_of(selection, number)
        self._categories = never_text(self._coded, selection)
        self._size = self._rows = 0
        self._longest: Counter[str] = Counter()
        self._blank: list[pl.Series] = []

    def read(self, size: int, progress: Progress | None) -> Cells | None:
        """All rows. size: what `_size` gives."""
        batches: list[pl.DataFrame] = []
        lines = 0 if progress is None else _lines(self._table)
        for batch in self._table.scan(self._categories, quote=None).collect_batches(engine="streaming"):
            unquoted = self._unquoted(batch)
            if unquoted is None:
                return None
            self._blank.append(self._rows + _blank_rows(unquoted, self._selection.ids))
            batches.append(unquoted.select(*wanted(self._selection, self._coded)))
            self._rows += batch.height
            if progress is not None:
                progress(self._rows, lines)
        if not self._rows:
            return None
        frame = pl.concat(batches)
        columns = {position: categorical_column(frame[str(position)]) for position in self._selection.positions}
        for position in self._categories:
            column = columns[position]
            texts = {text: len(text.encode()) for text in column.spellings}
            self._size += sum(texts[text] * count for text, count in column.counts.items())
            self._longest[str(position)] = max(texts.values(), default=0)
            unquoted_column = _without_quotes(column)
            if unquoted_column is None:
                return None
            columns[position] = unquoted_column
        between = self._table.width - 1
        if self._size + (between + 1) * self._rows != size or self._longest.total() + between > MOST_IN_A_LINE:
            return None
        return Cells(columns, frame, pl.concat(self._blank))

    def _unquoted(self, batch: pl.DataFrame) -> pl.DataFrame | None:
        """The batch with its texts as they are meant; None where one isn't as it should be."""
        texts = batch.select(cs.string())
        quoted = []
        for name, cells in zip(texts.columns, texts, strict=True):
            lengths = cells.str.len_bytes()
            self._size += int(lengths.sum())
            self._longest |= Counter({name: lengths.max() or 0})
            if cells.str.contains(_QUOTE, literal=True).any():
                quoted.append(name)
        if not quoted:
            return batch
        if not texts.select(pl.all_horizontal(pl.col(quoted).str.contains(_WELL_QUOTED).all())).item():
            return None
        inner = pl.col(quoted).str.strip_prefix(_QUOTE).str.strip_suffix(_QUOTE)
        return batch.with_columns(inner.str.replace_all(_QUOTE * 2, _QUOTE, literal=True))


def _blank_rows(batch: pl.DataFrame, first: int | None) -> pl.Series:
    """The rows of a batch (from 0) without anything. first: position of a column that is seldom blank."""
    names = sorted(batch.columns, key=lambda name: name != str(first))
    rows = pl.int_range(batch.height, dtype=pl.UInt32, eager=True)
    for name in names:
        cells = batch[name].gather(rows) if len(rows) < batch.height else batch[name]
        rows = rows.filter(cells.cast(pl.String).fill_null("").str.contains(_BLANK_CELL))
        if not len(rows):
            break
    return rows


def _without_quotes(column: CodedColumn) -> CodedColumn | None:
    """The spellings as they are meant; None where one isn't as it should be."""
    if not any(_QUOTE in text for text in column.spellings):
        return column
    if not all(re.fullmatch(_WELL_QUOTED, text) for text in column.spellings):
        return None
    return column.respelled(lambda text: text[1:-1].replace(_QUOTE * 2, _QUOTE) if text.startswith(_QUOTE) else text)
