"""Ctrl-C."""

from __future__ import annotations

import signal
import sys
from types import FrameType


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
