"""uvicorn in a thread for both apps: sockets, started before the lobby, stopped within two seconds; open files."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
import threading
from dataclasses import dataclass, field
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from samskab_cli.workshop.phones.addresses import Place
from samskab_cli.workshop.phones.live import Live
from samskab_cli.workshop.phones.request_timeout import ImpatientProtocol

_FILES: Final = 4096
"""Open files: macOS allows 256, and every phone holds one."""
_JOIN: Final = 4.0


@dataclass
class Server:
    """The servers of one workshop."""

    live: Live
    apps: list[tuple[Place, ASGIApp]]
    _servers: list[uvicorn.Server] = field(default_factory=list)
    _thread: threading.Thread | None = None
    _loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Answer from now on: the sockets listen already."""
        _allow_files()
        logging.getLogger("uvicorn.error").addHandler(logging.NullHandler())
        logging.getLogger("uvicorn.error").propagate = False  # else its warnings are drawn over the screen
        self._servers = [uvicorn.Server(_config(app)) for _, app in self.apps]
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="phones", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Streams are ended by ourselves, since uvicorn would wait for them for ever; then the servers go."""
        if self._loop is None or self._thread is None:
            return
        with contextlib.suppress(RuntimeError):  # it has ended by itself
            self._loop.call_soon_threadsafe(self._end)
        self._thread.join(_JOIN)

    def _end(self) -> None:
        self.live.end()
        for server in self._servers:
            server.should_exit = True

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.live.begin(self._loop)
        await asyncio.gather(
            *(server.serve([place.socket]) for server, (place, _) in zip(self._servers, self.apps, strict=True))
        )


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=ImpatientProtocol,
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )


def _allow_files() -> None:
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
