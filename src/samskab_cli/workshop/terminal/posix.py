"""A terminal of Linux, macOS and their like: cbreak, bracketed paste, Ctrl-Z, and all of it undone."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from contextlib import ExitStack, suppress
from typing import Any

from samskab_cli.workshop.terminal.signals import NotedSignals, Redraw, Signalled

assert sys.platform != "win32"  # noqa: S101 -- tells mypy that this file is not for Windows

PASTE_ON = b"\x1b[?2004h"
PASTE_OFF = b"\x1b[?2004l"
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_GONE = (OSError, termios.error)


class PosixTerminal:
    """`Source` of two file descriptors of one terminal."""

    def __init__(self, input_fd: int, output_fd: int) -> None:
        self._input, self._output = input_fd, output_fd
        self._signals = NotedSignals(*_ENDING, signal.SIGTSTP, signal.SIGCONT)
        self._before: list[Any] = []
        self._is_cbreak = False
        self._cleanup = ExitStack()
        self._woken = -1

    def open(self) -> None:
        """Keys come one by one, unseen; signals are noted."""
        with ExitStack() as cleanup:
            self._before = termios.tcgetattr(self._input)
            cleanup.callback(self._signals.stop)
            self._signals.start()
            self._wake_on_signals(cleanup)
            cleanup.callback(self._leave)
            self._enter()
            self._cleanup = cleanup.pop_all()

    def close(self) -> None:
        """Everything is as it was before `open`."""
        self._cleanup.close()

    def wait(self, seconds: float) -> bool:
        """Is there something to read? Waits at most `seconds`, less if a signal comes."""
        ready, _, _ = select.select([self._input, self._woken], [], [], seconds)
        if self._woken in ready:
            os.read(self._woken, 512)
        return self._input in ready

    def read(self) -> bytes | None:
        """What was typed and not yet read; None when the terminal is gone."""
        try:
            return os.read(self._input, 4096) or None
        except BlockingIOError:  # another program left the terminal non-blocking
            return b""
        except OSError:  # the window was closed
            return None

    def happened(self) -> Signalled | Redraw | None:
        """What signals asked for; Ctrl-Z is obeyed here."""
        if number := self._signals.take(*_ENDING):
            return Signalled(number)
        if self._signals.take(signal.SIGTSTP):
            self._stop()
            return self.happened()
        if self._signals.take(signal.SIGCONT):
            with suppress(*_GONE):  # continued in the background: the next SIGCONT tries again
                self._enter()
            return Redraw()
        return None

    def size(self) -> tuple[int, int] | None:
        """Columns and lines; None when the terminal doesn't say."""
        with suppress(OSError):
            columns, lines = os.get_terminal_size(self._output)
            if columns and lines:
                return columns, lines
        return None

    def _wake_on_signals(self, cleanup: ExitStack) -> None:
        # Python goes on waiting after a signal; a byte in a pipe makes the wait end at once.
        self._woken, wake = os.pipe()
        cleanup.callback(os.close, self._woken)
        cleanup.callback(os.close, wake)
        os.set_blocking(wake, False)
        cleanup.callback(signal.set_wakeup_fd, signal.set_wakeup_fd(wake, warn_on_full_buffer=False))

    def _enter(self) -> None:
        mode = [*self._before[:6], list(self._before[6])]
        mode[0] &= ~(termios.IXON | termios.ISTRIP | termios.INLCR | termios.IGNCR)  # Ctrl-S doesn't freeze the screen
        mode[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
        mode[3] |= termios.ISIG
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        # Ctrl-\ would end the program without any restoring.
        mode[6][termios.VQUIT] = bytes([os.fpathconf(self._input, "PC_VDISABLE") & 0xFF])
        self._is_cbreak = True
        termios.tcsetattr(self._input, termios.TCSANOW, mode)  # not TCSAFLUSH: it throws type-ahead away
        os.write(self._output, PASTE_ON)

    def _leave(self) -> None:
        if not self._is_cbreak or self._is_in_background():
            return
        self._is_cbreak = False
        with suppress(*_GONE):
            termios.tcsetattr(self._input, termios.TCSANOW, self._before)
            os.write(self._output, PASTE_OFF)

    def _is_in_background(self) -> bool:
        # Then the terminal is the shell's, and setting it would stop us instead of letting us end.
        try:
            return os.tcgetpgrp(self._input) != os.getpgrp()
        except OSError:  # not our controlling terminal: nobody stops us
            return False

    def _stop(self) -> None:
        self._leave()
        noting = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)  # here the program stands still until `fg`
        signal.signal(signal.SIGTSTP, noting)
        self._signals.note(signal.SIGCONT)  # also where nobody could stop us
