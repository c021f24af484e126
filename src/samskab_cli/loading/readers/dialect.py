"""Dialects of delimited text: comment lines, quote marks, blanks after commas, whole lines in quotes, row names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "|"}
_MOST_COMMENTS: Final = 200
_LINES: Final = 50


class Dialect(NamedTuple):
    """How records are written."""

    delimiter: str
    skipped: int = 0
    """Lines before the first record."""
    quote: str = '"'
    spaced: bool = False
    """Whether blanks may stand between a delimiter and a quotation mark: `4, "a"`."""
    wrapped: str | None = None
    """Where each record is one quoted cell, the delimiter of these: `"R1;byraad;4",,`."""

    @property
    def is_plain(self) -> bool:
        """Whether others read it without being told, the skipped lines aside."""
        return self.quote == '"' and not self.spaced and self.wrapped is None


def comments(lines: Iterable[str]) -> int:
    """Lines that begin with `#` above the table; they have fewer delimiters than the table has."""
    above = []
    for line in islice(lines, _MOST_COMMENTS):
        if line.startswith("#"):
            above.append(_most(line))
        elif line.strip():
            return len(above) if above and max(above) < _most(line) else 0
    return 0


def quote_of(lines: Sequence[str], delimiter: str) -> str:
    """A single quotation mark where all headings stand in such, else the double one."""
    first = next((line.strip() for line in lines if line.strip()), "")
    between = re.escape(delimiter)
    return "'" if re.fullmatch(rf"'[^']*'(?:{between}'[^']*')+", first) else '"'


def is_spaced(lines: Sequence[str], delimiter: str) -> bool:
    """Whether quoted cells stand after a blank, and none without."""
    between = re.escape(delimiter)
    sample = lines[:_LINES]
    after_blank = re.compile(rf'{between} +"[^"]*" *(?={between}|$)')
    return any(map(after_blank.search, sample)) and not any(f'{delimiter}"' in line for line in sample)


def wrapping(lines: Sequence[str]) -> str | None:
    """The delimiter of one-celled records: the first cell of each is quoted and holds a table's line."""
    sample = [line for line in lines[:_LINES] if line.strip()]
    if len(sample) < 2 or not all(line.startswith('"') for line in sample):
        return None
    for delimiter in DELIMITERS:
        rows = list(_cells(sample, delimiter))
        alone = all(row and not any(cell.strip() for cell in row[1:]) for row in rows)
        if len(rows) > 1 and alone and all(_most(row[0]) > 0 for row in rows):
            return delimiter
    return None


def first_cells(lines: Sequence[str], delimiter: str) -> list[str]:
    """Of each record the first cell, as far as they can be read."""
    return [row[0] for row in _cells(lines, delimiter) if row]


def unwrapped(lines: Iterator[str], delimiter: str) -> Iterator[str]:
    """What the one cell of each record holds. Raises csv.Error as its reader does."""
    for row in csv.reader(lines, delimiter=delimiter, strict=True):
        yield f"{row[0] if row else ''}\n"


def has_row_names(widths: Sequence[int], firsts: Sequence[str]) -> bool:
    """Whether the records under the first are one cell wider, and are numbered in it: R's names of rows.

    widths, firsts: how many cells each record has, and the first of them.
    """
    rows = range(1, len(widths))
    numbered = [first.strip() for first in firsts[1:]] == [str(number) for number in rows]
    return len(widths) > 1 and numbered and all(widths[row] == widths[0] + 1 for row in rows)


def _cells(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter, strict=True)
    except csv.Error:
        return


def _most(line: str) -> int:
    """How often the delimiter stands in a line that stands in it most."""
    return max(map(line.count, DELIMITERS))
