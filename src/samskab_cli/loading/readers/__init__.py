"""Readers: a file becomes a table of text cells, by what is in it, never by its name. One file a format."""

from __future__ import annotations

import re
from typing import Final

from samskab_cli.loading.readers.archive import ZIP, members_of
from samskab_cli.loading.readers.columnar import ARROW, PARQUET, read_columnar
from samskab_cli.loading.readers.data_frame import ArrowStream, read_frame
from samskab_cli.loading.readers.delimited import read_delimited
from samskab_cli.loading.readers.encodings import ENCODINGS
from samskab_cli.loading.readers.gzipped import SIGNATURE, unpacked
from samskab_cli.loading.readers.json_list import read_json
from samskab_cli.loading.readers.refused_formats import refuse_binary, refuse_foreign
from samskab_cli.loading.readers.sheet import ColumnarTable, Record, Sheet
from samskab_cli.loading.readers.sheet_facts import EncodingGuess, SheetFacts
from samskab_cli.loading.readers.source import Source, source_of
from samskab_cli.loading.readers.statistics_file import read_statistics, statistics_kind

_JSON: Final = re.compile(rb'\{\s*["}]|\[\s*[{\[\]]')

__all__ = [
    "ENCODINGS",
    "ArrowStream",
    "ColumnarTable",
    "EncodingGuess",
    "Record",
    "Sheet",
    "SheetFacts",
    "Source",
    "read_frame",
    "read_sheets",
    "source_of",
    "unpack",
]


def unpack(source: Source) -> list[Source]:
    """What is inside, where files are packed; else the source itself. Raises AnswersRefused, for empty files too."""
    if source.head.startswith(SIGNATURE):
        source = unpacked(source)
        if source.head.startswith(SIGNATURE):
            raise source.refused("a gzip file in a gzip file; unpack it")
    if not source.head:
        raise source.refused("the file is empty (0 bytes)")
    return members_of(source) if source.head.startswith(ZIP) else [source]


def read_sheets(source: Source, sheet: str | None = None, encoding: str | None = None) -> list[Sheet]:
    """The tables of a source: one, but where `all` sheets of a workbook are to be read.

    sheet: of a workbook, by name, or `all`. encoding: of a text, as a mapping file names it; else it is found out.
    Raises AnswersRefused with a sentence for what is no table.
    """
    refuse_foreign(source)
    head = source.head
    if head.startswith(ZIP):
        from samskab_cli.loading.readers.workbook import read_workbook  # noqa: PLC0415  # with readers of XML

        return read_workbook(source, sheet)
    kind = statistics_kind(head)
    if kind is not None:
        return [read_statistics(source, kind)]
    if head.startswith((PARQUET, ARROW)):
        return [read_columnar(source)]
    if _JSON.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()):
        return [read_json(source)]
    refuse_binary(source)
    return [read_delimited(source, encoding)]
