"""Excel workbooks made in memory: the same content gives the same bytes, and no text becomes a formula or a link."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from collections.abc import Iterator

import xlsxwriter

_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@contextlib.contextmanager
def workbook(out: io.BytesIO) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written to `out` when the block ends."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _LONG_AGO})
        yield book
