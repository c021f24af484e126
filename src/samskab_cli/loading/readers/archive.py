"""zip: a workbook, or an archive whose members are read as files of their own; damaged or too large ones refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO, Final, cast

from samskab_cli.loading.readers.gzipped import MOST_BYTES
from samskab_cli.loading.readers.source import CHUNK, Source
from samskab_cli.loading.readers.zip_size import DAMAGED, ENCRYPTED, PROTECTED
from samskab_cli.model.text import clean

ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_MOST_MEMBERS: Final = 500
_OF_SYSTEMS: Final = ("__macosx/", "thumbs.db", "desktop.ini")
_OFFICE: Final = ("xl/", "word/", "ppt/", "content.xml", "META-INF/", "Index/")


def members_of(packed: Source) -> list[Source]:
    """The files in an archive, each a source of its own; the source itself where it is a document of an office.

    Raises AnswersRefused for an archive that is damaged, locked, empty or too large.
    """
    try:
        with packed.opened() as stream, zipfile.ZipFile(stream) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise packed.refused(DAMAGED) from error
    if any(part.filename.startswith(_OFFICE) for part in parts):
        return [packed]
    parts = [part for part in parts if not _of_a_system(part.filename)]
    if not parts:
        raise packed.refused("a zip archive without a file in it")
    if len(parts) > _MOST_MEMBERS:
        raise packed.refused(f"a zip archive of {len(parts):,} files, more than {_MOST_MEMBERS:,}; name them by parts")
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise packed.refused(PROTECTED)
    return [_member(packed, part.filename) for part in parts]


def _of_a_system(name: str) -> bool:
    """What computers add by themselves."""
    return name.casefold().startswith(_OF_SYSTEMS) or name.rpartition("/")[2].startswith(".")


def _member(packed: Source, name: str) -> Source:
    member = Source(f"{packed.file}/{clean(name)}", partial(_opened, packed, name), packed.check)
    head = member.head
    if head.startswith(ZIP) and members_of(member) != [member]:
        raise member.refused("an archive in an archive; unpack it")
    return member


@contextmanager
def _opened(packed: Source, name: str) -> Iterator[IO[bytes]]:
    with packed.opened() as stream, zipfile.ZipFile(stream) as archive:
        try:
            inside = archive.open(name)
        except zipfile.BadZipFile as error:
            raise packed.refused(DAMAGED) from error
        with inside:
            yield cast("IO[bytes]", io.BufferedReader(_Bounded(packed, inside), CHUNK))


class _Bounded(io.RawIOBase):
    """Refuses what is damaged or too large in the words of the archive."""

    def __init__(self, packed: Source, inside: IO[bytes]) -> None:
        super().__init__()
        self._packed, self._inside = packed, inside
        self.seek, self.tell = inside.seek, inside.tell  # type: ignore[method-assign]  # as the inside does it

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a memoryview is what BufferedReader gives
        try:
            content = self._inside.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise self._packed.refused(DAMAGED) from error
        if self.tell() > MOST_BYTES:
            raise self._packed.refused(f"a file of more than {MOST_BYTES >> 30} GB in the archive, the limit")
        buffer[: len(content)] = content
        return len(content)
