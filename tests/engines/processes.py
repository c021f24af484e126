"""Servers on 127.0.0.1 that a test starts and ends by their own process ids."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_WAIT = 60
"""Seconds that a server may take to say that it is there."""


@contextlib.contextmanager
def server(command: Sequence[str], log: Path, ready: str, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A process that has said `ready` (a pattern) in its log; ended with all that it started."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **(env or {})}, start_new_session=True
        )
    started = Server(process, log)
    try:
        started.said(ready)
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # its own session: itself and its children
        process.wait()


class Server:
    """A process of a test."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process, self._log = process, log

    def said(self, pattern: str) -> re.Match[str]:
        """What its log says, waited for."""
        pause, text = threading.Event(), ""
        for _ in range(_WAIT * 20):
            text = self._log.read_text(encoding="utf-8", errors="replace")
            found = re.search(pattern, text)
            if found:
                return found
            assert self.process.poll() is None, text
            pause.wait(0.05)
        raise AssertionError(f"{pattern} wasn't said in {_WAIT} seconds:\n{text}")

    def kill(self) -> None:
        """-9, with everything that it started."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def beside(program: str) -> str:
    """A program of this environment."""
    return str(Path(sys.executable).with_name(program))
