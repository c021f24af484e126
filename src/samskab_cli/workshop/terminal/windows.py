"""The Windows console, read through msvcrt and told in the words of a terminal, so that one splitter reads both."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Protocol

from samskab_cli.workshop.terminal.signals import NotedSignals, Redraw, Signalled

_ENDING = [signal.SIGINT, signal.SIGTERM]
if sys.platform == "win32":
    _ENDING.append(signal.SIGBREAK)  # Ctrl-Break, and the window closed
_TICK = 0.01
"""Seconds between two looks at the keyboard; the console can't be waited for."""
_PREFIXES = ("\x00", "\xe0")
_SPECIAL = {
    "H": b"\x1b[A",
    "P": b"\x1b[B",
    "M": b"\x1b[C",
    "K": b"\x1b[D",
    "G": b"\x1b[H",
    "O": b"\x1b[F",
    "S": b"\x1b[3~",
    "I": b"\x1b[5~",
    "Q": b"\x1b[6~",
}
_OTHER_SPECIAL = "Rstuvw\x84\x85\x86\x8d\x91\x92\x93"
"""Second halves after \\xe0 that mean nothing here: Insert, F11, F12, and arrows and their like with Ctrl."""


class Console(Protocol):
    """The two functions of msvcrt that are used."""

    def kbhit(self) -> bool:
        """Say whether a key waits."""

    def getwch(self) -> str:
        """One UTF-16 unit of what was typed, or the prefix of a special key."""


class WindowsConsole:
    """`Source` of a Windows console. Pasted text can't be told from typed there."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._signals = NotedSignals(*_ENDING)
        self._high = ""

    def open(self) -> None:
        """Signals are noted; getwch shows nothing and needs no mode."""
        self._signals.start()

    def close(self) -> None:
        """Signals do what they did before."""
        self._signals.stop()

    def wait(self, seconds: float) -> bool:
        """Is there something to read? Waits at most `seconds`."""
        until = time.monotonic() + seconds
        while not self._console.kbhit():
            left = until - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(_TICK, left))
        return True

    def read(self) -> bytes | None:
        """The next key."""
        unit = self._console.getwch()
        if unit not in _PREFIXES:
            return self._typed(unit)
        # Always at once: kbhit doesn't know of the second half that getwch keeps.
        second = self._console.getwch()
        if second in _SPECIAL:
            return _SPECIAL[second]
        if unit == "\x00" or second in _OTHER_SPECIAL:
            return b""
        return self._typed(unit) + self._typed(second)  # \xe0 is the letter à, too

    def happened(self) -> Signalled | Redraw | None:
        """What signals asked for since the last call."""
        number = self._signals.take(*_ENDING)
        return Signalled(number) if number else None

    def size(self) -> tuple[int, int] | None:
        """Columns and lines; None when the console doesn't say."""
        try:
            columns, lines = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
        except OSError:
            return None
        return columns, lines

    def _typed(self, unit: str) -> bytes:
        high, self._high = self._high, ""
        if unit == "\x03":  # Ctrl-C while getwch had the console
            self._signals.note(signal.SIGINT)
            return b""
        if unit == "\x1b":
            return b"\x1b[27u"  # a key by itself, never the beginning of another
        if "\ud800" <= unit <= "\udbff":
            self._high = unit
            return b""
        return (high + unit).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore").encode()
