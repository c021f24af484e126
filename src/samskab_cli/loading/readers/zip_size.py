"""A zip file before it is unpacked: locked, damaged, too many parts or bytes; its own header may lie."""

from __future__ import annotations

import zipfile
import zlib
from typing import Final

from samskab_cli.loading.readers.source import CHUNK, Source

MOST_BYTES: Final = 100 << 20
MOST_PARTS: Final = 2_000
ENCRYPTED: Final = 0x1
PROTECTED: Final = "protected by a password; open it, save a copy without"
DAMAGED: Final = "a damaged or cut-off zip file or workbook; fetch it again"


def parts_of(source: Source) -> list[str]:
    """The names of its parts. Raises AnswersRefused for too many, a locked one, and more than 100 MiB inside."""
    try:
        with source.opened() as stream, zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise source.refused(f"{len(parts):,} parts inside, more than {MOST_PARTS:,}: no workbook of answers")
            if any(part.flag_bits & ENCRYPTED for part in parts):
                raise source.refused(PROTECTED)
            _count(archive, parts, source)
            return [part.filename for part in parts]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise source.refused(DAMAGED) from error


def _count(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], source: Source) -> None:
    inflated = 0
    for part in parts:
        part.file_size = max(part.file_size, MOST_BYTES + 1)  # read on, whatever the header says it holds
        with archive.open(part) as opened:
            opened._expected_crc = None  # type: ignore[attr-defined]  # noqa: SLF001  # of the size that the header says
            while chunk := opened.read(CHUNK):
                inflated += len(chunk)
                if inflated > MOST_BYTES:
                    raise source.refused(f"more than {MOST_BYTES >> 20} MB inside: no workbook of answers")
