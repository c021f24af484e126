"""Starlette routes of phones: join by code, choose a role, answer, leave; cookies and tries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from samskab_cli.workshop.board import Card
from samskab_cli.workshop.phones.ballot_box import PhoneAnswer
from samskab_cli.workshop.phones.event_stream import events
from samskab_cli.workshop.phones.http_guard import Guard, TooLong, form_of, too_long
from samskab_cli.workshop.phones.live import Live
from samskab_cli.workshop.phones.pages import Name, PhonePage, phone_page, policy
from samskab_cli.workshop.phones.seats import Seat
from samskab_cli.workshop.wording.phones import ElsewhereWords

COOKIE: Final = "plads"
_ASKING: Final = frozenset({"question", "trial"})


def phone_app(live: Live, origin: str) -> Starlette:
    """The app; `origin`: its address as browsers say it."""
    phones = Phones(live)
    host = origin.removeprefix("http://").rpartition(":")[0]
    return Starlette(
        routes=[
            Route("/", phones.page, methods=["GET"]),
            Route("/nu", phones.now, methods=["GET"]),
            Route("/haendelser", phones.events, methods=["GET"]),
            Route("/med", phones.join, methods=["POST"]),
            Route("/rejs", phones.leave, methods=["POST"]),
            Route("/svar", phones.answer, methods=["POST"]),
            Route("/{code:str}", phones.enter, methods=["GET"]),
        ],
        middleware=[
            Middleware(Guard, policy=policy("phone"), origin=origin),
            Middleware(TrustedHostMiddleware, allowed_hosts=[host], www_redirect=False),
        ],
    )


@dataclass(frozen=True)
class Phones:
    """What each path does."""

    live: Live

    async def page(self, request: Request) -> Response:
        """Where this phone is now; without a seat, the way in."""
        if code := request.query_params.get("kode"):
            return RedirectResponse(f"/{_code(code) or '-'}", 303)
        seat = self._seat(request)
        return self._shown(request, self._at(seat) if seat else self._page("code"))

    async def now(self, request: Request) -> Response:
        """The same, to be put in place of what is shown."""
        seat = self._seat(request)
        page = self._at(seat) if seat else self._page("code")
        return self._part(page, 200 if seat else 403)

    async def enter(self, request: Request) -> Response:
        """The address of the code: the choice of a role."""
        if self._seat(request):
            return RedirectResponse("/", 303)
        code, address = _code(request.path_params["code"]), _address(request)
        if refused := self._refused(code, address):
            return self._shown(request, *refused)
        return self._shown(request, self._page("seat", code=code))

    async def join(self, request: Request) -> Response:
        """Somebody sits down."""
        try:
            form = await form_of(request)
        except TooLong:
            return too_long()
        code, address = _code(form.get("kode", "")), _address(request)
        if refused := self._refused(code, address):
            return self._answered(request, *refused)
        role = form.get("rolle", "")
        if role not in {one.id for one in self.live.shown.roles}:
            return self._answered(request, self._page("refused"), 409)
        if before := self._seat(request):  # a second choice from an old page: one phone, one seat
            self.live.seats.left(before)
            self.live.box.leave(before.id)
        cookie = self.live.seats.taken(role, address)
        self.live.notify()
        seat = self.live.seats.of(cookie)
        response = self._answered(request, self._at(seat) if seat else self._page("refused"))
        response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
        return response

    async def leave(self, request: Request) -> Response:
        """Somebody gets up; an answer that isn't counted yet goes with them."""
        seat = self._seat(request)
        if seat is None:
            return self._answered(request, self._page("refused"), 403)
        self.live.seats.left(seat)
        self.live.box.leave(seat.id)
        self.live.notify()
        response = self._answered(request, self._page("seat", code=self.live.box.code), to=f"/{self.live.box.code}")
        response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return response

    async def answer(self, request: Request) -> Response:
        """One answer to the item that is open; noted before the phone is told so."""
        seat = self._seat(request)
        if seat is None:
            return self._answered(request, self._page("refused"), 403)
        try:
            form = await form_of(request)
        except TooLong:
            return too_long()
        texts = ElsewhereWords(self.live.shown.language).page
        given = self._given(form.get("svar", ""))
        if given is None or seat.role not in self.live.shown.asked or self.live.shown.kind not in _ASKING:
            return self._answered(request, replace(self._at(seat), trouble=texts.too_late), 409)
        answer = PhoneAnswer(seat.id, seat.role, given, form.get("runde", ""))
        try:
            is_noted = await self.live.put(answer)
        except OSError:
            return self._answered(request, replace(self._at(seat), trouble=texts.not_noted_note), 503)
        if not is_noted:
            return self._answered(request, replace(self._at(seat), trouble=texts.too_late), 409)
        return self._answered(request, self._at(seat))

    async def events(self, request: Request) -> Response:
        """Told when the room moves on."""
        seat = self._seat(request)
        if seat is None:
            return PlainTextResponse("403", 403)
        stream = self.live.phone_stream(seat.id)
        return events(self.live, stream, lambda: self.live.version, seat.id)

    # What a phone sees

    def _at(self, seat: Seat) -> PhonePage:
        """What a seat sees where the room is."""
        live, shown = self.live, self.live.shown
        version, round_, answer = live.version, live.box.round, live.box.of(seat.id)
        label = next((role.label for role in shown.roles if role.id == seat.role), seat.role)
        name: Name
        if shown.kind == "over":
            name = "over"
        elif shown.kind in _ASKING:
            name = self._at_question(seat, answer)
        elif shown.kind in {"distribution", "talk"} and shown.chart is not None:
            name = "distribution"
        else:
            name = "wait" if shown.kind in {"title", "lobby"} else "look_up"
        is_alone = seat.role in shown.alone
        return PhonePage(name, shown.language, version, round_, label, is_alone=is_alone, answer=answer)

    def _at_question(self, seat: Seat, answer: Card | None) -> Name:
        shown = self.live.shown
        if seat.role in shown.asked:
            return "question" if answer is None else "noted"
        return "counted" if not shown.note or answer is not None else "out"

    def _page(self, name: Name, *, code: str = "", trouble: str = "") -> PhonePage:
        return PhonePage(name, self.live.shown.language, self.live.version, code=code, trouble=trouble)

    def _given(self, text: str) -> Card | None:
        """An answer on the scale; None for anything else."""
        shown = self.live.shown
        return next((one.value for one in (*shown.options, *shown.others) if str(one.value) == text), None)

    def _refused(self, code: str, address: str) -> tuple[PhonePage, int] | None:
        """Why nobody is let in by this code; None where it is the one."""
        seats, texts = self.live.seats, ElsewhereWords(self.live.shown.language).page
        if not seats.may_try(address):
            return self._page("refused", trouble=texts.tries), 429
        if code != self.live.box.code:
            if len(code) == len(self.live.box.code):  # what browsers ask for by themselves is no try
                seats.tried_wrong(address)
            return self._page("code", trouble=texts.code_wrong), 404
        return None

    def _seat(self, request: Request) -> Seat | None:
        return self.live.seats.of(request.cookies.get(COOKIE, ""))

    # How it is answered

    def _shown(self, request: Request, page: PhonePage, status: int = 200) -> Response:
        response = HTMLResponse(phone_page(page, self.live.shown), status)
        if page.name == "over" or (COOKIE in request.cookies and self._seat(request) is None):
            response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return response

    def _part(self, page: PhonePage, status: int = 200) -> Response:
        response = HTMLResponse(phone_page(page, self.live.shown, whole=False), status)
        if page.name == "over":
            response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return response

    def _answered(self, request: Request, page: PhonePage, status: int = 200, to: str = "/") -> Response:
        """After a form: the page's own script gets what to put in place; without it, a page that isn't sent again."""
        if request.headers.get("x-part"):
            return self._part(page, status)
        return RedirectResponse(to, 303) if status == 200 else self._shown(request, page, status)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _code(text: str) -> str:
    return text.strip().upper()[:10] if text.strip().isascii() and text.strip().isalnum() else ""
