"""`Source`: what a keyboard needs of any terminal; SIGWINCH, SIGTERM and others noted as events, not obeyed."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any, Protocol


@dataclass(frozen=True)
class Redraw:
    """The program was stopped and goes on: the screen shows something else."""


@dataclass(frozen=True)
class Signalled:
    """Somebody wants the program to end (Ctrl-C, a closed window, kill)."""

    number: int
    """The signal's number; 128 + number is the exit code."""


class Source(Protocol):
    """A terminal whose keys come as bytes, one mode while it is open, the mode it had before after that."""

    def open(self) -> None:
        """Keys come one by one, unseen; signals are noted."""

    def close(self) -> None:
        """Everything is as it was before `open`. Never raises, not even when the terminal is gone."""

    def wait(self, seconds: float) -> bool:
        """Is there something to read? Waits at most `seconds`, less if a signal comes."""

    def read(self) -> bytes | None:
        """What was typed and not yet read, as UTF-8 and escape sequences; None: there will never be more."""

    def happened(self) -> Signalled | Redraw | None:
        """What signals asked for since the last call."""

    def size(self) -> tuple[int, int] | None:
        """Columns and lines; None when the terminal doesn't say."""


class NotedSignals:
    """Signals that only leave a note; a signal that was ignored before stays ignored (nohup)."""

    def __init__(self, *numbers: int) -> None:
        self._numbers = numbers
        self._before: dict[int, Callable[[int, FrameType | None], Any] | int] = {}
        self._noted: list[int] = []

    def start(self) -> None:
        """From now on the signals are noted."""
        for number in self._numbers:
            before = signal.getsignal(number)
            if before != signal.SIG_IGN:
                self._before[number] = signal.SIG_DFL if before is None else before
                signal.signal(number, self._note)

    def stop(self) -> None:
        """The signals do what they did before."""
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()

    def note(self, number: int) -> None:
        """Remember `number` until it is taken."""
        self._noted.append(number)

    def take(self, *numbers: int) -> int | None:
        """The first of `numbers` that was noted; it and its repetitions are forgotten."""
        taken = next((number for number in self._noted if number in numbers), None)
        while taken in self._noted:
            self._noted.remove(taken)
        return taken

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.note(number)
