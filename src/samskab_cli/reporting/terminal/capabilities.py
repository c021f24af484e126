"""What a stream can show: its width, its signs, and whether colour is welcome."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

_USUAL_WIDTH = 80


@dataclass(frozen=True)
class Capabilities:
    """Where a report is set for; width in cells."""

    width: int = _USUAL_WIDTH
    encoding: str = "utf-8"
    colour: bool = False


def capabilities_of(stream: TextIO, environ: Mapping[str, str]) -> Capabilities:
    """What the stream can show.

    `COLUMNS` says the width where it is set, else the terminal, else it is 80. Only a terminal gets colour, and
    not with `NO_COLOR` or `TERM=dumb`.
    """
    terminal = stream.isatty()
    colour = terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb" and not _is_old_windows()
    return Capabilities(_width(stream, environ, terminal=terminal), stream.encoding or "ascii", colour)


def _is_old_windows() -> bool:
    from rich.console import detect_legacy_windows  # noqa: PLC0415  # what goes into a file or a pipe doesn't wait for it

    return detect_legacy_windows()


def _width(stream: TextIO, environ: Mapping[str, str], *, terminal: bool) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return min(int(columns), 1000)
    if terminal:
        try:
            return os.get_terminal_size(stream.fileno()).columns or _USUAL_WIDTH
        except (OSError, ValueError):  # a terminal that doesn't tell, or a stream without a number
            return _USUAL_WIDTH
    return _USUAL_WIDTH
