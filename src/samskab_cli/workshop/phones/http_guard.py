"""ASGI guard of both servers: security headers, no forms of other sites, bodies of at most so many bytes."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY: Final = 500
"""Bytes of a form; ours have fewer than half."""
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    # not `no-referrer`: with it browsers send `Origin: null` with a form, and every real phone would be refused
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class TooLong(Exception):  # what happened
    """A body that no form of ours has."""


class Guard:
    """Around an app: its policy with every answer; a POST from anywhere else is refused before anything is read."""

    def __init__(self, app: ASGIApp, policy: str, origin: str) -> None:
        self._app, self._policy, self._origin = app, policy, origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", self._policy)
            await send(message)

        app = self._app if self._is_ours(scope) else PlainTextResponse("403", 403)
        await app(scope, receive, send_guarded)

    def _is_ours(self, scope: Scope) -> bool:
        if scope["method"] != "POST":
            return True
        headers = Headers(scope=scope)
        is_same_site = headers.get("sec-fetch-site", "same-origin") == "same-origin"
        return headers.get("origin") == self._origin and is_same_site


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a short form. Raises TooLong."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            raise TooLong
    return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=10))


def too_long() -> Response:
    """The answer to a body that no form of ours has."""
    return PlainTextResponse("413", 413, {"Connection": "close"})
