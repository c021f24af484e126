"""`Keyboard`: waits for keys with a timeout, puts events back, notices sizes; `read_line` edits one line."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from samskab_cli.workshop.terminal.graphemes import graphemes
from samskab_cli.workshop.terminal.keys import Character, Key, KeySplitter, NamedKey, Pasted
from samskab_cli.workshop.terminal.signals import Redraw, Signalled, Source
from samskab_cli.workshop.terminal.this_terminal import this_terminal

POLL = 0.25
"""Seconds between two looks at the terminal's size; SIGWINCH doesn't come everywhere."""
DOT = "•"


@dataclass(frozen=True)
class Resized:
    """The terminal has another size."""

    columns: int
    lines: int


@dataclass(frozen=True)
class EndOfInput:
    """Nothing will be typed any more: the terminal is gone."""


Event = Key | Resized | Redraw | Signalled | EndOfInput


class Keyboard:
    """The keys of a terminal, while it is entered; type-ahead is kept, in order, each key by itself."""

    def __init__(self, source: Source | None = None) -> None:
        self._source = this_terminal() if source is None else source
        self._splitter = KeySplitter()
        self._waiting: deque[Event] = deque()
        self._size: tuple[int, int] | None = None
        self._read_at = 0.0
        self._is_over = False

    def __enter__(self) -> Self:
        self._source.open()
        self._size = self._source.size()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._source.close()

    @property
    def size(self) -> tuple[int, int] | None:
        """Columns and lines, as the terminal said last; None where it doesn't say."""
        return self._size

    def read_key(self, timeout: float | None = None) -> Event | None:
        """The next event; None when `timeout` seconds went by without one (None: waits for ever).

        Signals and a new size come before keys that wait. After `EndOfInput` nothing else comes.
        """
        until = math.inf if timeout is None else time.monotonic() + timeout
        while True:
            if event := self._source.happened() or self._resized():
                return event
            if self._waiting:
                return self._waiting.popleft()
            if self._is_over:
                return EndOfInput()
            now = time.monotonic()
            patience = self._read_at + self._splitter.patience
            if self._source.wait(max(0.0, min(POLL, patience - now, until - now))):
                self._read()
            elif time.monotonic() >= patience:
                self._waiting.extend(self._splitter.give_up())
            elif time.monotonic() >= until:
                return None

    def put_back(self, event: Event) -> None:
        """`event` is the next that `read_key` gives."""
        self._waiting.appendleft(event)

    def _read(self) -> None:
        data = self._source.read()
        if data is None:
            self._is_over = True
            self._waiting.extend(self._splitter.give_up())
        else:
            self._waiting.extend(self._splitter.feed(data))
            self._read_at = time.monotonic()

    def _resized(self) -> Resized | None:
        size = self._source.size()
        if size is None or size == self._size:
            return None
        self._size = size
        return Resized(*size)


def read_line(
    keyboard: Keyboard,
    on_change: Callable[[str], None],
    *,
    text: str = "",
    hidden: bool = False,
    on_redraw: Callable[[], None] | None = None,
) -> str | None:
    """One line, ended by Enter; None when it was left (Esc, Ctrl-D on an empty line, a signal, the end of input).

    `on_change` gets what is to be shown: at the start, after each change, and after `on_redraw`, which is called when
    the screen around it must be drawn again. `text` is there from the start, to be changed. A pasted text becomes one
    line. A `hidden` line (votes) shows a dot a character, and takes no pasted text. What ended it other than Esc is
    the next event of the keyboard, for whoever asked.
    """
    line = graphemes(text)
    on_change(_shown(line, hidden=hidden))
    while True:
        event = keyboard.read_key()
        match event:
            case NamedKey.ENTER:
                return "".join(line)
            case NamedKey.ESCAPE:
                return None
            case Signalled() | EndOfInput():
                keyboard.put_back(event)
                return None
            case NamedKey.CTRL_D if not line:
                keyboard.put_back(event)
                return None
            case Redraw() | Resized():
                if on_redraw:
                    on_redraw()
            case _:
                if not _changed(line, event, hidden=hidden):
                    continue
        on_change(_shown(line, hidden=hidden))


def _changed(line: list[str], event: Event | None, *, hidden: bool) -> bool:
    match event:
        case Character(text):
            line[-1:] = graphemes("".join([*line[-1:], text]))
        case Pasted(text) if not hidden:
            line[-1:] = graphemes("".join([*line[-1:], *text.replace("\n", " ").replace("\t", " ")]))
        case NamedKey.BACKSPACE if line:
            line.pop()
        case _:
            return False
    return True


def _shown(line: list[str], *, hidden: bool) -> str:
    return DOT * len(line) if hidden else "".join(line)
