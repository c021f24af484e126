"""uvicorn's protocol with patience: half-sent requests are hung up on, and few may wait from one address."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import ClassVar, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE: Final = 8.0
"""Seconds that a request may take to arrive whole."""
FEW_WAITING: Final = 12
"""Connections of one address that may all be waited for so long; of more, each has `_HURRY` seconds."""
_HURRY: Final = 1.0
MOST_WAITING: Final = 64
"""Connections of one address that are waited for at all: a roomful of phones behind one router that come at once.
Those that have sent a whole request, as every open stream has, don't count."""


class ImpatientProtocol(H11Protocol):
    """Hangs up on requests that don't come, and on an address that opens many of them."""

    _waiting: ClassVar[dict[str, list[ImpatientProtocol]]] = defaultdict(list)
    """Address → connections that it is waited for, the oldest first; in memory only."""
    _timer: asyncio.TimerHandle | None = None
    _since: float = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Somebody has come."""
        super().connection_made(transport)
        self._wait()
        of_address = self._waiting[self._address]
        if len(of_address) > FEW_WAITING:
            for one in [one for one in of_address if self._since - one._since > _HURRY]:  # noqa: SLF001  # our own
                one.hang_up()
        if len(of_address) > MOST_WAITING:
            self.hang_up()

    def data_received(self, data: bytes) -> None:
        """A part of a request, or all of it."""
        super().data_received(data)
        if self.conn.their_state is h11.DONE:
            self._stop_waiting()
        elif self._timer is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def hang_up(self) -> None:
        """Nobody waits for it any longer."""
        self._stop_waiting()
        self.transport.close()

    @property
    def _address(self) -> str:
        return self.client[0] if self.client else ""

    def _wait(self) -> None:
        self._since = self.loop.time()
        self._timer = self.loop.call_later(PATIENCE, self.hang_up)
        self._waiting[self._address].append(self)

    def _stop_waiting(self) -> None:
        if self._timer is None:
            return
        self._timer.cancel()
        self._timer = None
        self._waiting[self._address].remove(self)
        if not self._waiting[self._address]:
            del self._waiting[self._address]
