"""CSV and its like as records: the delimiter that fits best or that `sep=` names, quotes, uneven lines, row names."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, NamedTuple

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.readers.dialect import (
    DELIMITERS,
    Dialect,
    comments,
    first_cells,
    has_row_names,
    is_spaced,
    quote_of,
    unwrapped,
    wrapping,
)
from samskab_cli.loading.readers.encodings import Decoding, Encoding, decoding_of
from samskab_cli.loading.readers.sheet import HEAD, MOST_COLUMNS, DelimitedText, Record, Sheet
from samskab_cli.loading.readers.sheet_facts import SheetFacts
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.utf8_file import utf8_file
from samskab_cli.model.text import shown

_MOST_IN_A_LINE: Final = 1 << 20
_MOST_IN_A_RECORD: Final = 4 << 20
_EVEN: Final = 0.5
_SEP: Final = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


def read_delimited(source: Source, encoding_named: str | None = None) -> Sheet:
    """The table in a text file. encoding_named: one of ENCODINGS. Raises AnswersRefused where there is none."""
    decoding = decoding_of(source, encoding_named)
    text = _Text(decoding.source, decoding.encoding, _declared(decoding) or Dialect(""))
    if not text.dialect.delimiter:
        text = _with_best_dialect(text)
    head = list(itertools.islice((record for record in text.records() if not record.is_blank), HEAD))
    widths, firsts = [len(record.cells) for record in head], [record.cells[0] for record in head]
    if has_row_names(widths, firsts):
        text = replace(text, row_names=head[0].line)
        head[0].cells.insert(0, "")
    delimiter = text.dialect.delimiter
    described = f"{text.encoding.name}, delimiter {DELIMITERS.get(delimiter, shown(delimiter))}"
    utf8 = partial(utf8_file, text.source, text.encoding)
    plain = DelimitedText(delimiter, len(text.source.head), utf8, source.check) if text.dialect.is_plain else None
    return Sheet(source.file, described, head, text.records, plain, facts=SheetFacts(encoding=decoding.guess))


def _declared(decoding: Decoding) -> Dialect | None:
    """What Excel's `sep=` line says."""
    source = decoding.source
    for line in _Text(source, decoding.encoding, Dialect(",")).lines():
        match = _SEP.fullmatch(line)
        if match and match[1] in DELIMITERS:
            return Dialect(match[1], skipped=1)
        if match:
            raise source.refused(f"the first line names {shown(match[1])} as delimiter; expected , ; tab or |", 1)
        break
    return None


@dataclass(frozen=True)
class _Text:
    """A text file, read in one dialect."""

    source: Source
    encoding: Encoding
    dialect: Dialect
    row_names: int | None = None
    """Where R's names of rows have no heading: the line of the headings."""

    def lines(self) -> Iterator[str]:
        """The lines with their ends, whichever they are; none without bound."""
        with self.source.opened() as stream:
            stream.read(self.encoding.mark)
            # The wrapper must not close a stream that is lent.
            wrapped = io.TextIOWrapper(stream, encoding=self.encoding.codec, newline="")
            try:
                number = 0
                while line := wrapped.readline(_MOST_IN_A_LINE):
                    number += 1
                    if len(line) == _MOST_IN_A_LINE:
                        raise self.source.refused(f"a line of more than {_MOST_IN_A_LINE:,} characters", number)
                    yield line
            finally:
                wrapped.detach()

    def records(self) -> Iterator[Record]:
        """All records. Raises AnswersRefused for quotation marks that don't pair up, and for what has no bound."""
        lines = _Counted(self.lines(), self.source)
        dialect = self.dialect
        for _ in range(dialect.skipped):
            next(lines, None)
        inner = unwrapped(lines, dialect.wrapped) if dialect.wrapped else lines
        reader = csv.reader(
            inner,
            delimiter=dialect.delimiter,
            quotechar=dialect.quote,
            skipinitialspace=dialect.spaced,
            strict=True,
        )
        while True:
            begins = lines.number + 1
            lines.length = 0
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                raise self._refused(str(error), begins) from None
            if len(cells) > MOST_COLUMNS:
                raise self.source.refused(f"more than {MOST_COLUMNS:,} columns, the limit", begins)
            if begins == self.row_names:
                cells.insert(0, "")
            yield Record(begins, cells)
        self.source.check()

    def _refused(self, reason: str, line: int) -> AnswersRefused:
        if "expected after" in reason:
            return self.source.refused(
                "a quotation mark closes a cell, yet text follows it; inside a cell it is written twice", line
            )
        if "field larger" in reason:
            most = f"{csv.field_size_limit():,}"
            return self.source.refused(f"a cell of more than {most} characters, or a quotation mark never closed", line)
        return self.source.refused("a quotation mark is opened here and never closed", line)


class _Counted:
    """Counts the lines that a record takes, and stops one that takes too much."""

    def __init__(self, lines: Iterator[str], source: Source) -> None:
        self._lines, self._source = lines, source
        self.number = 0
        self.length = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self.length += len(line)
        if self.length > _MOST_IN_A_RECORD:
            raise self._source.refused(f"more than {_MOST_IN_A_RECORD:,} characters in one record", self.number)
        return line


def _with_best_dialect(text: _Text) -> _Text:
    """The dialect that gives the most even table: tried on the first records, since sniffers guess wrong."""
    skipped = comments(text.lines())
    lines = list(itertools.islice(text.lines(), skipped, skipped + HEAD))
    wrapped = wrapping(lines)
    if wrapped is not None:
        lines = first_cells(lines, wrapped)

    def dialect(delimiter: str) -> Dialect:
        quote = quote_of(lines, delimiter)
        return Dialect(delimiter, skipped, quote, is_spaced(lines, delimiter), wrapped)

    trials = [_Trial.of(replace(text, dialect=dialect(delimiter))) for delimiter in DELIMITERS]
    even = [trial for trial in trials if trial.width >= 2 and trial.share >= _EVEN]
    if even:
        return max(even, key=lambda trial: (trial.failure is None, trial.share, trial.width)).text
    uneven = [trial for trial in trials if trial.narrowest >= 2]  # few and ragged rows, refused one by one
    if len(uneven) == 1:
        return uneven[0].text
    likeliest = max(trials, key=lambda trial: trial.occurs)
    raise likeliest.failure or text.source.refused("not a table: neither , ; tab nor | gives two columns or more")


class _Trial(NamedTuple):
    """The first records as one delimiter parts them."""

    text: _Text
    width: int
    """The commonest number of cells; of equally common ones the largest."""
    share: float
    """Of the records, those with this width."""
    narrowest: int
    failure: AnswersRefused | None
    """What stopped the trial."""

    @classmethod
    def of(cls, text: _Text) -> _Trial:
        """Try one."""
        widths: list[int] = []
        failure = None
        try:
            for record in text.records():
                if not record.is_blank:
                    widths.append(len(record.cells))
                if len(widths) == HEAD:
                    break
        except AnswersRefused as error:
            failure = error
        width, count = max(Counter(widths).items(), key=lambda found: (found[1], found[0]), default=(0, 0))
        return cls(text, width, count / max(1, len(widths)), min(widths, default=0), failure)

    @property
    def occurs(self) -> int:
        """How often the delimiter stands in the first bytes."""
        return self.text.source.head.count(self.text.dialect.delimiter.encode("ascii"))
