"""Readers: a file becomes a table of text cells, by what is in it, never by its name. One file a format."""

from __future__ import annotations

import re
from typing import Final

from samskab_cli.loading.readers.columnar import read_parquet
from samskab_cli.loading.readers.delimited import read_delimited
from samskab_cli.loading.readers.encodings import ENCODINGS
from samskab_cli.loading.readers.facts import EncodingGuess, SheetFacts
from samskab_cli.loading.readers.foreign import ZIP, refuse_foreign
from samskab_cli.loading.readers.gzipped import SIGNATURE, unpacked
from samskab_cli.loading.readers.json_list import read_json
from samskab_cli.loading.readers.sheet import Record, Sheet
from samskab_cli.loading.readers.source import Source, source_of
from samskab_cli.loading.readers.spss import read_spss
from samskab_cli.loading.readers.workbook import read_workbook

_SPSS: Final = (b"$FL2", b"$FL3")
_PARQUET: Final = b"PAR1"
_JSON: Final = re.compile(rb'\{\s*["}]|\[\s*[{\[\]]')

__all__ = [
    "ENCODINGS",
    "EncodingGuess",
    "Record",
    "Sheet",
    "SheetFacts",
    "Source",
    "read_sheets",
    "source_of",
    "unpack",
]


def unpack(source: Source) -> list[Source]:
    """What is inside, where files are packed once; else the source itself. Raises AnswersRefused for an empty file."""
    if source.head.startswith(SIGNATURE):
        source = unpacked(source)
        if source.head.startswith(SIGNATURE):
            raise source.refused("a gzip file in a gzip file; unpack it")
    if not source.head:
        raise source.refused("the file is empty (0 bytes)")
    return [source]


def read_sheets(source: Source, sheet: str | None = None, encoding: str | None = None) -> list[Sheet]:
    """The tables of a source: one, but where `all` sheets of a workbook are to be read.

    sheet: of a workbook, by name, or `all`. encoding: of a text, as a mapping file names it; else it is found out.
    Raises AnswersRefused with a sentence for what is no table.
    """
    refuse_foreign(source)
    head = source.head
    if head.startswith(ZIP):
        return [read_workbook(source, sheet)]
    if head.startswith(_SPSS):
        return [read_spss(source)]
    if head.startswith(_PARQUET):
        return [read_parquet(source)]
    if _JSON.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()):
        return [read_json(source)]
    return [read_delimited(source, encoding)]
