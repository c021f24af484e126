"""`Seats`: a random number with a role in a signed cookie, wrong codes counted; nothing on disk.

The limits look at network addresses; these are in memory only, and go with the program.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from itsdangerous import BadSignature, Signer

TRIES: Final = 20
"""Wrong codes from one address within `_WINDOW`; after that no code is looked at."""
_WINDOW: Final = 60.0
FEW_SEATS: Final = 4
"""Seats from one address that nobody wonders about."""


@dataclass(frozen=True)
class Seat:
    """A phone that takes part."""

    id: str
    role: str


@dataclass
class Seats:
    """The seats of one session."""

    secret: str
    clock: Callable[[], float] = time.monotonic
    _here: dict[str, str] = field(default_factory=dict)
    """Seat → role, of those that have been seen since the program was started."""
    _from: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _wrong: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def taken(self, role: str, address: str) -> str:
        """A new seat; what the cookie says of it."""
        seat = Seat(secrets.token_hex(16), role)
        self._here[seat.id] = role
        self._from[address].add(seat.id)
        return self._signer.sign(f"{seat.id}.{role}").decode()

    def of(self, cookie: str) -> Seat | None:
        """The seat of a cookie; None where we didn't sign it just so."""
        try:
            identity, _, role = self._signer.unsign(cookie).decode().partition(".")
        except (BadSignature, UnicodeDecodeError):
            return None
        self._here[identity] = role
        return Seat(identity, role)

    def left(self, seat: Seat) -> None:
        """Somebody got up."""
        self._here.pop(seat.id, None)
        for seats in self._from.values():
            seats.discard(seat.id)

    @property
    def by_role(self) -> Counter[str]:
        """Role → seats."""
        return Counter(self._here.values())

    @property
    def most_from_one_address(self) -> int:
        """How many seats one address has taken."""
        return max(map(len, list(self._from.values())), default=0)

    def may_try(self, address: str) -> bool:
        """Whether a code from this address is looked at: one joker must not lock the others out."""
        wrong, now = self._wrong[address], self.clock()
        while wrong and wrong[0] <= now - _WINDOW:
            wrong.popleft()
        return len(wrong) < TRIES

    def tried_wrong(self, address: str) -> None:
        """A code was wrong."""
        self._wrong[address].append(self.clock())

    @property
    def _signer(self) -> Signer:
        return Signer(self.secret, salt="seat")
