"""`OtherScreens`: what the facilitator's screens tell phones and projector; address, box, servers, lobby."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from starlette.types import ASGIApp

from samskab_cli.model.text import clean
from samskab_cli.reporting import as_html
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.line_dialog import Lines
from samskab_cli.workshop.other_screens import Wanted, box_name
from samskab_cli.workshop.phones.addresses import NoPlace, Place, loopback_place, place_for
from samskab_cli.workshop.phones.ballot_box import Box, new_code
from samskab_cli.workshop.phones.counting import Counting
from samskab_cli.workshop.phones.live import Live
from samskab_cli.workshop.phones.lobby import LobbyRoom
from samskab_cli.workshop.phones.pages import Lobby
from samskab_cli.workshop.phones.phone_app import phone_app
from samskab_cli.workshop.phones.projector_app import projector_app
from samskab_cli.workshop.phones.seats import Seats
from samskab_cli.workshop.phones.server import Server
from samskab_cli.workshop.phones.snapshot import Shown, Snapshot
from samskab_cli.workshop.phones.vote_dialogs import PlainVoting, ScreenVoting
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.wording import RoomWords
from samskab_cli.workshop.wording.phones import CountWords

_GOODBYE: Final = 1.5
"""Seconds that phones have to hear that it is over."""


@dataclass
class OtherScreens:
    """What the room at the keys knows as `Elsewhere`."""

    wanted: Wanted
    live: Live
    place: Place | None
    """Where phones come to; None where they can't."""
    projector: str = ""
    """The address of the projector's page; empty where there is none."""
    remarks: list[str] = field(default_factory=list)
    """Where the projector's page is, or why something isn't there, in the room's language."""

    @property
    def has_phones(self) -> bool:
        """Whether phones can come."""
        return self.place is not None

    @property
    def takes_votes(self) -> bool:
        """Whether votes are counted here: phones can come, or have answered before they couldn't."""
        return self.has_phones or self.live.box.cast > 0

    def show(self, facilitator: Facilitator, picture: Picture | None, *, shows_numbers: bool) -> None:
        """The room is here now."""
        is_result = facilitator.interview.stage is Stage.RESULT
        report = as_html.render(picture.document) if is_result and picture and self.projector else ""
        self.live.show(Snapshot(facilitator, picture, shows_numbers, report).taken())

    def lobby(self, facilitator: Facilitator, display: Display, *, again: bool = False) -> None:
        """How phones join, or why they can't. Raises PauseAsked, SystemExit."""
        if self.has_phones:
            LobbyRoom(self, facilitator, display, again).hold()
        if not again:
            self._begin(facilitator)
        if not again or not self.has_phones:
            display.say(" ".join(self.remarks))

    def lobby_lines(self, facilitator: Facilitator, lines: Lines) -> None:
        """The same line by line."""
        words = facilitator.words.elsewhere.lobby
        for remark in self.remarks:
            lines.say(remark)
        self.show_lobby(facilitator)
        if self.live.lobby is not None:
            lines.say(words.is_open.format(address=self.live.lobby.link))
            lines.ask(facilitator.words.start.begin)
        self._begin(facilitator)

    def show_lobby(self, facilitator: Facilitator, *, shows_network: bool = False, again: bool = False) -> None:
        """How phones join stands on the wall; without phones, what it is about. again: phones go on meanwhile."""
        if self.live.lobby is not None:
            self.live.lobby = replace(self.live.lobby, shows_network=shows_network)
        self.live.shows_code = again
        if not again:
            self.live.show(Snapshot(facilitator).base("lobby" if self.live.lobby else "title"))
        self.live.notify()

    def hide_code(self) -> None:
        """The wall shows again where the room is."""
        self.live.shows_code = False
        self.live.notify()

    def another_code(self, facilitator: Facilitator) -> str:
        """The code of the QR from now on; who has joined stays."""
        code = new_code()
        facilitator.save(lambda: self.live.box.let_in_by(code))
        if self.place:
            self.live.lobby = _lobby(self.wanted, self.place, code)
        self.live.notify()
        return code

    def voting(
        self, facilitator: Facilitator, display: Display, command: Callable[[Event], None]
    ) -> ScreenVoting | None:
        """Votes at the screen; None where phones can't come."""
        if not self.takes_votes:
            return None
        return ScreenVoting(facilitator, display, Counting(facilitator, self.live), command)

    def line_voting(self, facilitator: Facilitator, lines: Lines, command: Callable[[str], None]) -> PlainVoting | None:
        """The same line by line."""
        if not self.takes_votes:
            return None
        return PlainVoting(facilitator, lines, Counting(facilitator, self.live), command)

    def _begin(self, facilitator: Facilitator) -> None:
        Counting(facilitator, self.live).take_up()


@contextmanager
def opened(wanted: Wanted, interview: Interview, journal: Journal, words: RoomWords) -> Iterator[OtherScreens]:
    """The servers, until the block is left; the box stays where the session goes on another time.

    Where phones or the projector can't be had, the room is told why, and goes on without. Raises SessionTrouble for
    a box that can't be read.
    """
    box = Box((lambda: journal.path.with_name(box_name(journal.path.name))) if wanted.phones else None)
    if wanted.phones:
        box.keep()
    header, title = interview.session.header, interview.question_set.title.text(words.language)
    live = Live(box, Seats(box.secret), Shown("title", words.language, clean(header.matter or title)))
    screens = OtherScreens(wanted, live, None)
    server = Server(live, [*_phones(screens, words.elsewhere.count), *_projector(screens, words.elsewhere.count)])
    server.start()
    try:
        if screens.projector:
            _open(screens.projector)
        yield screens
    finally:
        if interview.session.is_finished and not box.cast:
            live.show(Shown("over", words.language, live.shown.matter))
            live.wait_for_goodbyes(_GOODBYE)
            box.remove()
        server.stop()


def _phones(screens: OtherScreens, texts: CountWords) -> Iterator[tuple[Place, ASGIApp]]:
    """Where phones come to, and what they see there; nothing where they aren't wanted or can't come."""
    if not screens.wanted.phones:
        return
    try:
        place = place_for(screens.wanted.address, texts)
    except NoPlace as none:
        screens.remarks.append(texts.no_server.format(reason=none))
        return
    if place.is_out_of_reach:
        screens.remarks.append(texts.out_of_reach.format(address=place.host))
    screens.place = place
    screens.live.lobby = _lobby(screens.wanted, place, screens.live.box.code)
    yield place, phone_app(screens.live, place.origin)


def _projector(screens: OtherScreens, texts: CountWords) -> Iterator[tuple[Place, ASGIApp]]:
    """Where the projector's page is; nothing where it can't be."""
    try:
        place, key = loopback_place(texts), secrets.token_urlsafe(18)
    except NoPlace as none:
        screens.remarks.append(texts.no_screen.format(reason=none))
        return
    screens.projector = f"{place.origin}/{key}"
    screens.remarks.append(texts.projector.format(address=screens.projector))
    yield place, projector_app(screens.live, place.origin, key)


def _lobby(wanted: Wanted, place: Place, code: str) -> Lobby:
    address = f"{place.host}:{place.port}/{code}"
    return Lobby(address, f"http://{address}", wanted.network, wanted.password)


def _open(address: str) -> None:
    """In a browser with a window of its own, where there is one; the address is said too."""
    has_windows = os.name == "nt" or sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    if has_windows:  # else it would be one in this terminal
        with contextlib.suppress(webbrowser.Error, OSError):
            webbrowser.open(address)
