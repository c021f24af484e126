"""gzip: unpacked as it is read, never beyond a bound, so that a small file can't fill a machine."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Final, cast

from samskab_cli.loading.readers.source import Source

SIGNATURE: Final = b"\x1f\x8b"
MOST_BYTES: Final = 2 << 30
"""Unpacked. Six million respondents with labels come to 1.5 GB."""


def unpacked(packed: Source) -> Source:
    """What is in a gzip file, as a source of its own."""

    @contextmanager
    def opened() -> Iterator[IO[bytes]]:
        with packed.opened() as stream, _Bounded(packed, stream) as inside:
            yield cast("IO[bytes]", inside)

    return Source(packed.file, opened, packed.check)


class _Bounded(gzip.GzipFile):
    """Refuses what is damaged, cut off or too large in the words of the file it comes from."""

    def __init__(self, packed: Source, stream: IO[bytes]) -> None:
        super().__init__(fileobj=stream, mode="rb")
        self._packed = packed

    def read(self, size: int | None = -1) -> bytes:
        return self._in_words(lambda: gzip.GzipFile.read(self, size))

    def read1(self, size: int = -1) -> bytes:
        return self._in_words(lambda: gzip.GzipFile.read1(self, size))

    def _in_words(self, read: Callable[[], bytes]) -> bytes:
        try:
            content = read()
        except EOFError:
            raise self._packed.refused("a gzip file that is cut off; fetch it again") from None
        except (gzip.BadGzipFile, zlib.error):
            raise self._packed.refused("a damaged gzip file; fetch it again") from None
        if self.tell() > MOST_BYTES:
            raise self._packed.refused(f"a gzip file of more than {MOST_BYTES >> 30} GB when unpacked, the limit")
        return content
