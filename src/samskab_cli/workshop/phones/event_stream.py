"""Server-sent events: a line when a page should look, and a sign of life meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Final

from starlette.responses import StreamingResponse

from samskab_cli.workshop.phones.live import Live, Stream

_SIGN_OF_LIFE: Final = 15.0
"""Seconds; routers and phones drop what is silent for much longer."""


def events(live: Live, stream: Stream, version: Callable[[], str], seat: str = "") -> StreamingResponse:
    """A stream of versions, the present one first, until the page or the server goes; at the end of all, a word of it.

    seat: whose stream it is; none of the projector's.
    """

    async def lines() -> AsyncIterator[str]:
        try:
            while not stream.is_over:
                if await stream.moved(_SIGN_OF_LIFE):
                    if not stream.is_over:
                        yield f"data: {version()}\n\n"
                else:
                    yield ":\n\n"
            if live.is_finished:
                yield "event: slut\ndata: slut\n\n"
        finally:
            live.gone(stream, seat)

    return StreamingResponse(lines(), media_type="text/event-stream")
