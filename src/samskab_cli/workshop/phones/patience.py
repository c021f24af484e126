"""uvicorn waits for ever for a request that was half sent; in a room of phones that locks everybody out."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import ClassVar, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE: Final = 8.0
"""Seconds that a request may take to arrive whole."""
MOST_WAITING: Final = 12
"""Connections of one address that haven't sent a whole request yet; those that have don't count."""


class ImpatientProtocol(H11Protocol):
    """Hangs up on requests that don't come, and on an address that opens many of them."""

    _waiting: ClassVar[Counter[str]] = Counter()
    """Address → connections that it is waited for; in memory only, and of one loop."""
    _timer: asyncio.TimerHandle | None = None
    _counted_as: str = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Somebody has come."""
        super().connection_made(transport)
        self._counted_as = self.client[0] if self.client else "?"
        self._waiting[self._counted_as] += 1
        if self._waiting[self._counted_as] > MOST_WAITING:
            transport.close()
            return
        self._wait()

    def data_received(self, data: bytes) -> None:
        """A part of a request, or all of it."""
        super().data_received(data)
        if self._is_whole:
            self._stop_waiting()
        elif self._timer is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    @property
    def _is_whole(self) -> bool:
        """Whether a request has come in and nothing of it is missing."""
        return self.conn.their_state is h11.DONE

    def _wait(self) -> None:
        self._timer = self.loop.call_later(PATIENCE, self._hang_up)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._counted_as:
            self._waiting[self._counted_as] -= 1
            if self._waiting[self._counted_as] <= 0:
                del self._waiting[self._counted_as]
            self._counted_as = ""

    def _hang_up(self) -> None:
        self._timer = None
        self.transport.close()
