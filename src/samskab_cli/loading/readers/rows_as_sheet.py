"""`table`: any rows of text cells as a `Sheet`, with its head read ahead and its file checked for change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from samskab_cli.loading.readers.sheet import HEAD, Record, Sheet
from samskab_cli.loading.readers.source import Origin


def table(
    origin: Origin,
    described: str,
    rows: Callable[[], Iterable[tuple[int, list[str]]]],
    *,
    headings: int = 1,
    has_lines: bool = True,
) -> Sheet:
    """The sheet of these rows, each with its number in the file.

    headings: how many of the first records name the columns. has_lines: whether the numbers are seen in the file too.
    """

    def records() -> Iterator[Record]:
        origin.check()
        return (Record(number, cells) for number, cells in rows())

    head = list(islice((record for record in records() if not record.is_blank), HEAD))
    return Sheet(origin.file, described, head, records, headings=headings, has_lines=has_lines)
