"""Readers: a file becomes a table of text cells, by what is in it, never by its name. One file a format."""

from __future__ import annotations

from samskab_cli.loading.readers.delimited import read_delimited
from samskab_cli.loading.readers.foreign import refuse_foreign
from samskab_cli.loading.readers.gzipped import SIGNATURE, unpacked
from samskab_cli.loading.readers.sheet import Record, Sheet
from samskab_cli.loading.readers.source import Source, source_of

__all__ = ["Record", "Sheet", "Source", "read_sheet", "source_of", "unpack"]


def unpack(source: Source) -> Source:
    """What is inside, where a file is packed once. Raises AnswersRefused for an empty file."""
    if source.head.startswith(SIGNATURE):
        source = unpacked(source)
        if source.head.startswith(SIGNATURE):
            raise source.refused("a gzip file in a gzip file; unpack it")
    if not source.head:
        raise source.refused("the file is empty (0 bytes)")
    return source


def read_sheet(source: Source) -> Sheet:
    """The table of a source. Raises AnswersRefused with a sentence for what is none."""
    refuse_foreign(source)
    return read_delimited(source)
