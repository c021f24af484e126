"""A real terminal for tests: a pseudo-terminal whose screen can be read, by pyte."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte

SAMSKAB = (sys.executable, ["-m", "samskab_cli"])
ASKED = ("--questions", "readiness@1.1.0")
"""A version that never changes: what is typed here doesn't follow the statements of the day."""
NAMED = (
    *ASKED,
    "--matter",
    "Ensomhed blandt ældre",
    "--municipality",
    "Østerby Kommune (opdigtet)",
    "--date",
    "2026-11-23",
)
AGREEING = (*NAMED, "--mode", "consensus")


class Terminal:
    """A program at a terminal of so many columns and lines."""

    def __init__(self, child: pexpect.spawn[Any], columns: int, lines: int) -> None:
        self.child, self.columns = child, columns
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""

    def type(self, keys: str) -> None:
        """Press keys; they may come faster than the program reads."""
        self.child.send(keys)

    def enter(self, *texts: str) -> None:
        """Lines, each ended by Enter."""
        self.type("".join(f"{text}\r" for text in texts))

    def wait_for(self, *words: str, within: float = 15) -> str:
        """The screen once it shows these words, or one of several."""
        ends = time.monotonic() + within
        while not any(one in self.text() for one in words):
            self._take(ends)
            assert time.monotonic() < ends, f"{words!r} never came; the screen is:\n{self.text()}"
        return self.settled()

    def wait_until_gone(self, words: str, within: float = 15) -> str:
        """The screen once it no longer shows these words."""
        ends = time.monotonic() + within
        while words in self.text():
            self._take(ends)
            assert time.monotonic() < ends, f"{words!r} never went; the screen is:\n{self.text()}"
        return self.settled()

    def wait_for_all(self, *words: str, within: float = 15) -> str:
        """The screen once it shows every one of these: after a resize it is drawn piece by piece."""
        ends = time.monotonic() + within
        while not all(one in self.text() for one in words):
            self._take(ends)
            assert time.monotonic() < ends, f"{words!r} never came; the screen is:\n{self.text()}"
        return self.settled()

    def settled(self) -> str:
        """The screen when nothing has come for a moment, and the program waits: on a busy machine it may be slow."""
        ends = time.monotonic() + 15
        while self._take(time.monotonic() + 0.08) or (self._at_work() and time.monotonic() < ends):
            pass
        return self.text()

    def _at_work(self) -> bool:
        """Whether the program runs, or would if it were its turn; False where the system doesn't say."""
        try:
            state = Path(f"/proc/{self.child.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return False
        return state in {"R", "D"}

    def text(self) -> str:
        """What stands on the screen, without blanks at the ends."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip() + "\n"

    def resize(self, columns: int, lines: int) -> None:
        """The window gets another size."""
        self.settled()
        self._screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def ended(self) -> int:
        """Wait for the end; the exit code, or 128 + the signal."""
        ends = time.monotonic() + 15
        while self.child.isalive() and time.monotonic() < ends:
            self._take(time.monotonic() + 0.05)
        self.settled()
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else 128 + (self.child.signalstatus or 0)

    def _take(self, until: float) -> bool:
        try:
            data: bytes = self.child.read_nonblocking(65536, timeout=max(0.01, min(0.08, until - time.monotonic())))
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True


@contextmanager
def terminal(folder: Path, *arguments: str, columns: int = 80, lines: int = 24, **environ: str) -> Iterator[Terminal]:
    """`samskab` with these arguments at a terminal of its own."""
    environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "NO_COLOR"}}
    environment |= {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **environ}
    program, options = SAMSKAB
    child = pexpect.spawn(
        program, [*options, *arguments], cwd=str(folder), dimensions=(lines, columns), timeout=15, env=environment
    )
    child.delaybeforesend = None
    try:
        yield Terminal(child, columns, lines)
    finally:
        child.close(force=True)
