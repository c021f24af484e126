"""Starlette routes of the projector: one page and its events, by a key in its address, on the loopback only."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from samskab_cli.workshop.phones.event_stream import events
from samskab_cli.workshop.phones.http_guard import Guard
from samskab_cli.workshop.phones.live import Live
from samskab_cli.workshop.phones.pages import ProjectorPage, policy, projector_page

_REPORT_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'"
"""Beside the report's own, which allows its one style by its hash: both hold."""


def projector_app(live: Live, origin: str, key: str) -> Starlette:
    """The app; `key`: what its address begins with."""
    page = Projector(live, key)
    host = origin.removeprefix("http://").rpartition(":")[0]
    return Starlette(
        routes=[
            Route("/{key}", page.page, methods=["GET"]),
            Route("/{key}/nu", page.now, methods=["GET"]),
            Route("/{key}/haendelser", page.events, methods=["GET"]),
            Route("/{key}/rapport", page.report, methods=["GET"]),
        ],
        middleware=[
            Middleware(Guard, policy=policy("projector"), origin=origin),
            Middleware(TrustedHostMiddleware, allowed_hosts=[host], www_redirect=False),
        ],
    )


@dataclass(frozen=True)
class Projector:
    """What each path shows; without the key, nothing is there."""

    live: Live
    key: str

    async def page(self, request: Request) -> Response:
        """The whole page."""
        return self._html(request, whole=True)

    async def now(self, request: Request) -> Response:
        """What is put in place of the old."""
        return self._html(request, whole=False)

    async def events(self, request: Request) -> Response:
        """Told when the room moves, and at every vote."""
        if not self._has_key(request):
            return _nothing()
        return events(self.live, self.live.projector_stream(), lambda: self.live.projector_version)

    async def report(self, request: Request) -> Response:
        """The finished report, with its own policy."""
        if not self._has_key(request) or not self.live.shown.report:
            return _nothing()
        return HTMLResponse(self.live.shown.report, headers={"Content-Security-Policy": _REPORT_POLICY})

    def _html(self, request: Request, *, whole: bool) -> Response:
        if not self._has_key(request):
            return _nothing()
        live = self.live
        report = hashlib.sha256(live.shown.report.encode()).hexdigest()[:12] if live.shown.report else ""
        page = ProjectorPage(live.projector_version, live.cast, live.joined, report)
        shown = replace(live.shown, kind="lobby", dimension="", number=0) if live.shows_code else live.shown
        return HTMLResponse(projector_page(page, shown, f"/{self.key}", live.lobby, whole=whole))

    def _has_key(self, request: Request) -> bool:
        return hmac.compare_digest(str(request.path_params["key"]).encode(), self.key.encode())


def _nothing() -> Response:
    return PlainTextResponse("404", 404)
