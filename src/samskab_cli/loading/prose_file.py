"""A text that a facilitator wrote for a report: an ordinary file in UTF-8, and not a long one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from samskab_cli.errors import Problem, TextRefused

MOST_BYTES: Final = 32 * 1024


def read_prose(path: Path) -> str:
    """The whole text; a byte order mark is left out. Raises TextRefused for what can't be read or is too long."""
    try:
        if not path.is_file():
            raise _refused(path, "it is no ordinary file" if path.exists() else "there is no such file")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path, f"it can't be read: {error.strerror or error}") from error
    if len(content) > MOST_BYTES:
        raise _refused(path, f"it is longer than {MOST_BYTES // 1024} KiB, and a report's text should be read")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TextRefused(Problem("it is no UTF-8; save it as UTF-8", str(path), line)) from error


def _refused(path: Path, message: str) -> TextRefused:
    return TextRefused(Problem(message, str(path)))
