"""Events for pages: a line when there is something to look at, and a sign of life while there isn't."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Final

from starlette.responses import StreamingResponse

from samskab_cli.workshop.phones.live import Stream

_SIGN_OF_LIFE: Final = 15.0
"""Seconds; routers and phones drop what is silent for much longer."""


def events(stream: Stream, version: Callable[[], str], gone: Callable[[], None]) -> StreamingResponse:
    """A stream of versions, the present one first, until the page or the server goes."""

    async def lines() -> AsyncIterator[str]:
        try:
            while not stream.is_over:
                if await stream.moved(_SIGN_OF_LIFE):
                    if not stream.is_over:
                        yield f"data: {version()}\n\n"
                else:
                    yield ":\n\n"
        finally:
            gone()

    return StreamingResponse(lines(), media_type="text/event-stream")
