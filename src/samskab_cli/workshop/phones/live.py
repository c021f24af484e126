"""`Live`: shared between threads, the terminal publishes a snapshot, the pages wait for it and post answers.

    terminal ── show(Shown) ──►  Live  ── events ──► phones (when the room moves), projector (at every vote too)
    terminal ◄─── cast, joined ──┘ └───── put(answer) ◄── phones

The server never touches the journal, and the terminal never waits for a phone.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from samskab_cli.workshop.phones.ballot_box import Box, PhoneAnswer
from samskab_cli.workshop.phones.pages import Lobby
from samskab_cli.workshop.phones.seats import Seats
from samskab_cli.workshop.phones.snapshot import Shown

_STREAMS_A_SEAT: Final = 2
"""Streams that one seat may hold open; a third closes the first."""


class Stream:
    """One page that is told when to look again."""

    def __init__(self) -> None:
        self._moved = asyncio.Event()
        self._moved.set()
        self.is_over = False

    def wake(self) -> None:
        """There is something to look at."""
        self._moved.set()

    def end(self) -> None:
        """Nothing will come any more."""
        self.is_over = True
        self._moved.set()

    async def moved(self, patience: float) -> bool:
        """Wait until there is; False where nothing came for so many seconds."""
        try:
            async with asyncio.timeout(patience):
                await self._moved.wait()
        except TimeoutError:
            return False
        self._moved.clear()
        return True


@dataclass
class Live:
    """The room as others see it."""

    box: Box
    seats: Seats
    shown: Shown
    lobby: Lobby | None = None
    """How phones join; None where none may."""
    shows_code: bool = False
    """Whether the wall shows how to join while phones go on with what is open: for those who come late."""
    trouble: str = ""
    """Why answers can't be saved; empty while they can."""
    _loop: asyncio.AbstractEventLoop | None = None
    _start: str = field(default_factory=lambda: secrets.token_hex(3))
    """Of this start of the program: a page from before another one is old."""
    _version: int = 0
    _votes: int = 0
    _projectors: set[Stream] = field(default_factory=set)
    _phones: dict[str, list[Stream]] = field(default_factory=dict)
    _waiting: list[tuple[PhoneAnswer, asyncio.Future[bool]]] = field(default_factory=list)
    _saving: asyncio.Task[None] | None = None
    _is_over: bool = False

    # The terminal's thread

    def show(self, shown: Shown) -> None:
        """The room is somewhere else; the same again moves nobody."""
        if shown == self.shown:
            return
        is_count_only = _without_count(shown) == _without_count(self.shown)
        self.shown = shown
        self._version += not is_count_only
        if shown.kind == "over":  # the wall keeps what it shows: the result
            self._later(self._wake_phones)
        else:
            self._later(self._wake_projectors if is_count_only else self._wake_all)

    def notify(self) -> None:
        """Who joined or how to join is otherwise; or the box was changed at the keys."""
        self._later(self._wake_projectors)

    def wait_for_goodbyes(self, patience: float) -> None:
        """Until no phone listens any more: all have heard that it is over; at most so many seconds."""
        until = time.monotonic() + patience
        while self._loop is not None and any(list(self._phones.values())) and time.monotonic() < until:
            time.sleep(0.02)

    @property
    def cast(self) -> int:
        """How many have answered, on phones and with cards."""
        if not self.box.item:
            return self.shown.cast
        return sum(len(cards) for role, cards in self.box.counted().items() if role in self.shown.asked)

    @property
    def joined(self) -> Counter[str]:
        """Role → phones that have joined."""
        return self.seats.by_role

    # The server's thread

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """The server is up."""
        self._loop = loop

    def end(self) -> None:
        """The server goes: streams end by themselves, since the server would wait for them for ever."""
        self._is_over = True
        for stream in [*self._projectors, *(one for streams in self._phones.values() for one in streams)]:
            stream.end()

    @property
    def is_finished(self) -> bool:
        """Whether the workshop has come to its end: nobody need look for it again."""
        return self.shown.kind == "over"

    @property
    def version(self) -> str:
        """Tells a page whether it is old."""
        return f"{self._start}{self._version}"

    @property
    def projector_version(self) -> str:
        """The same for the projector, which votes move too."""
        return f"{self.version}.{self._votes}"

    async def put(self, answer: PhoneAnswer) -> bool:
        """Whether the answer is noted: on disk. Those that come meanwhile are saved together. Raises OSError."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((answer, done))
        if self._saving is None:
            self._saving = asyncio.create_task(self._save())
        return await done

    async def _save(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                try:
                    taken = await asyncio.to_thread(self.box.put, [answer for answer, _ in batch])
                except OSError as error:
                    self.trouble = error.strerror or str(error)
                    for _, done in batch:
                        _settle(done, error)
                else:
                    self.trouble = ""
                    for (_, done), was_taken in zip(batch, taken, strict=True):
                        _settle(done, was_taken)
                self._wake_projectors()
        finally:
            self._saving = None

    def projector_stream(self) -> Stream:
        """A projector's page listens."""
        stream = Stream()
        self._projectors.add(stream)
        if self._is_over:
            stream.end()
        return stream

    def phone_stream(self, seat: str) -> Stream:
        """A phone listens."""
        stream, of_seat = Stream(), self._phones.setdefault(seat, [])
        of_seat.append(stream)
        while len(of_seat) > _STREAMS_A_SEAT:
            of_seat.pop(0).end()
        if self._is_over:
            stream.end()
        self._wake_projectors()
        return stream

    def gone(self, stream: Stream, seat: str = "") -> None:
        """A page listens no longer."""
        self._projectors.discard(stream)
        with contextlib.suppress(ValueError):
            self._phones.get(seat, []).remove(stream)

    def _wake_all(self) -> None:
        self._wake_phones()
        self._wake_projectors()

    def _wake_phones(self) -> None:
        for streams in self._phones.values():
            for stream in streams:
                stream.wake()

    def _wake_projectors(self) -> None:
        if self.is_finished:
            return
        self._votes += 1
        for stream in self._projectors:
            stream.wake()

    def _later(self, move: Callable[[], None]) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the server has just gone
                self._loop.call_soon_threadsafe(move)


def _settle(done: asyncio.Future[bool], outcome: bool | OSError) -> None:  # noqa: FBT001  # one of two outcomes
    if done.done():  # the phone has gone meanwhile
        return
    if isinstance(outcome, OSError):
        done.set_exception(outcome)
    else:
        done.set_result(outcome)


def _without_count(shown: Shown) -> Shown:
    return replace(shown, cast=0)
