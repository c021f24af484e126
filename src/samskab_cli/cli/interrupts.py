"""Ctrl-C (SIGINT), SIGTERM and SIGHUP while a command works."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from samskab_cli.errors import ExitCode

_SIGNALS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HANGUP}


def interrupt_once() -> None:
    """Let Ctrl-C interrupt once, and what cleans up after it come to its end.

    Polars raises KeyboardInterrupt by itself when the key is pressed; Python then raises another for the same key,
    which would leave the blocks that are just being left by the first one with their work undone.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    if not isinstance(sys.exception(), KeyboardInterrupt):
        raise KeyboardInterrupt


@contextmanager
def stopping() -> Iterator[None]:
    """SIGTERM and SIGHUP end what is done inside as Ctrl-C does: everything that cleans up comes to its end."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(_SIGNALS[signal.Signals(number).name])

    before = {name: signal.signal(getattr(signal, name), stop) for name in _SIGNALS if hasattr(signal, name)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
