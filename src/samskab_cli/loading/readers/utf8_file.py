"""A text as a UTF-8 file that Polars can scan: the file itself, or a copy that is gone afterwards."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samskab_cli.loading.readers.encodings import Encoding
from samskab_cli.loading.readers.source import Source
from samskab_cli.temporary import temporary_file


@contextmanager
def utf8_file(source: Source, encoding: Encoding) -> Iterator[Path]:
    """Where the text lies in UTF-8, as long as the block lasts. What is packed, sent or in another encoding is copied.

    Raises AnswersRefused where what is packed is damaged, OSError where there is no room for a copy.
    """
    if source.path is not None and encoding.codec == "utf-8":
        yield source.path
        return
    with temporary_file(".csv") as copy:
        with copy.open("wb") as file:
            file.writelines(_pieces(source, encoding))
        yield copy


def _pieces(source: Source, encoding: Encoding) -> Iterator[bytes]:
    """The text in UTF-8, a piece of the source at a time."""
    if encoding.codec == "utf-8":
        yield from source.chunks()
        return
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    mark = encoding.mark
    for chunk in source.chunks():
        yield decoder.decode(chunk[mark:]).encode("utf-8")
        mark = 0
    yield decoder.decode(b"", final=True).encode("utf-8")
