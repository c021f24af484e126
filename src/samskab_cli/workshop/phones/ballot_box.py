"""`Box`: answers of phones to the open item, kept in a file until Enter makes votes of them; codes to join.

What a phone is told is noted is in this file. It holds one item and one round, sorted by names that are new with
each of them, so that it has no order, no time, and nothing that ties two answers of a phone together.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from samskab_cli.model.session import SessionTrouble, Trouble
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.durable_write import replace_whole, trouble_of

CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are read as another."""
_CODE_LENGTH: Final = 5


class _Ballot(BaseModel):
    """One phone's answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    role: str
    answer: Card


class _Content(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    samskab: str = Field("box/1", pattern="^box/1$")
    secret: str
    """Signs seats, so that phones keep theirs when the program is started again."""
    code: str
    """What lets a phone in."""
    item: str = ""
    """The item that is open; empty where none is."""
    key: str = ""
    """Makes names of this item's ballots out of seats, and is gone with them."""
    ballots: dict[str, _Ballot] = {}
    """Name of the ballot → its answer."""
    cards: dict[str, tuple[Card, ...]] = {}
    """Role → cards that were typed beside the phones."""


@dataclass(frozen=True)
class PhoneAnswer:
    """What a phone answers; `round` says to which asking of which item, as its page was made."""

    seat: str
    role: str
    answer: Card
    round: str


@dataclass
class Box:
    """The box of one session. Whatever changes is on disk before it holds; of two threads one waits."""

    path: Callable[[], Path] | None
    """Where it lies now: the journal may move. None: nothing is kept (a trial)."""
    _content: _Content = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)
    _is_closed: bool = field(default=False, init=False)
    _lies_at: Path | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Take up the file where one lies. Raises SessionTrouble for one that can't be read."""
        found = self.path() if self.path else None
        if found is not None and found.exists():
            self._content, self._lies_at = _read(found), found
        else:
            self._content = _Content(secret=secrets.token_hex(32), code=new_code())

    def for_trial(self) -> Box:
        """A box for a statement that has nothing to do with the matter: the same phones, and nothing is kept."""
        trial = Box(None)
        trial._content = _Content(secret=self.secret, code=self.code)
        return trial

    @property
    def secret(self) -> str:
        """Signs seats."""
        return self._content.secret

    @property
    def code(self) -> str:
        """What lets a phone in."""
        return self._content.code

    @property
    def item(self) -> str:
        """The item that is open; empty where none is."""
        return self._content.item

    @property
    def round(self) -> str:
        """Tells this asking of the item from any other; nothing can be computed from it."""
        return _named(self._content.key, "round") if self._content.key else ""

    @property
    def cast(self) -> int:
        """Answers in it, cards too."""
        content = self._content
        return len(content.ballots) + sum(map(len, content.cards.values()))

    @property
    def laid(self) -> int:
        """Cards that were typed beside the phones."""
        return sum(map(len, self._content.cards.values()))

    @property
    def is_closed(self) -> bool:
        """Whether it is being counted: nothing more is taken."""
        return self._is_closed

    def keep(self) -> None:
        """Write it down before somebody sits down: seats are known by its secret. Raises SessionTrouble."""
        with self._lock:
            self._save(self._content)

    def begin(self, item: str) -> None:
        """Open it for an item, with what was answered to it before a kill.

        Raises ValueError where it holds answers to another item: these are never thrown away unseen.
        Raises SessionTrouble where it can't be saved.
        """
        with self._lock:
            if self.cast and self.item != item:
                raise ValueError(f"the box holds {self.cast} answers to {self.item}, not to {item}")
            if self.item != item:
                self._save(replace_content(self._content, item=item, key=secrets.token_hex(32), ballots={}, cards={}))
            self._is_closed = False

    def put(self, answers: Iterable[PhoneAnswer]) -> list[bool]:
        """Answers of several phones, in one write; whether each was taken: one of another round isn't.

        Raises OSError where they can't be saved; then none of them is in it.
        """
        with self._lock:
            now, taken = dict(self._content.ballots), []
            for one in answers:
                is_open = bool(self.item) and not self._is_closed and one.round == self.round
                taken.append(is_open)
                if is_open:
                    now[self._name(one.seat)] = _Ballot(role=one.role, answer=one.answer)
            if any(taken):
                self._write(replace_content(self._content, ballots=now))
            return taken

    def of(self, seat: str) -> Card | None:
        """What a seat has answered to the item that is open."""
        ballot = self._content.ballots.get(self._name(seat)) if self.item else None
        return ballot.answer if ballot else None

    def leave(self, seat: str) -> None:
        """Somebody leaves a seat: its answer goes with it, as long as it isn't counted. Raises OSError."""
        with self._lock:
            name = self._name(seat) if self.item else ""
            if name in self._content.ballots and not self._is_closed:
                rest = {one: ballot for one, ballot in self._content.ballots.items() if one != name}
                self._write(replace_content(self._content, ballots=rest))

    def lay(self, role: str, cards: Sequence[Card]) -> None:
        """All cards of a role that were typed beside the phones; typed again they replace. Raises SessionTrouble."""
        with self._lock:
            rest = {one: laid for one, laid in self._content.cards.items() if one != role}
            self._save(replace_content(self._content, cards=rest | ({role: tuple(cards)} if cards else {})))

    def cards(self, role: str) -> tuple[Card, ...]:
        """The cards of a role that were typed beside the phones."""
        return self._content.cards.get(role, ())

    def close(self) -> None:
        """Nothing more is taken: what is counted now is what counts."""
        with self._lock:
            self._is_closed = True

    def counted(self) -> dict[str, tuple[Card, ...]]:
        """Role → its answers, of phones and cards together, in no order of theirs."""
        content, together = self._content, dict[str, list[Card]]()
        for ballot in content.ballots.values():
            together.setdefault(ballot.role, []).append(ballot.answer)
        for role, cards in content.cards.items():
            together.setdefault(role, []).extend(cards)
        return {role: tuple(sorted(answers, key=str)) for role, answers in together.items()}

    def empty(self) -> None:
        """Its answers are in the journal, or the room doesn't want them; the names go with the key.

        Raises SessionTrouble.
        """
        with self._lock:
            self._save(replace_content(self._content, item="", key="", ballots={}, cards={}))

    def let_in_by(self, code: str) -> None:
        """Another code for those who come; who has a seat keeps it. Raises SessionTrouble."""
        with self._lock:
            self._save(replace_content(self._content, code=code))

    def remove(self) -> None:
        """The session is over: nothing stays."""
        with self._lock:
            self._is_closed = True
            if self._lies_at:
                self._lies_at.unlink(missing_ok=True)

    def _name(self, seat: str) -> str:
        return _named(self._content.key, seat)

    def _save(self, content: _Content) -> None:
        try:
            self._write(content)
        except OSError as error:
            raise trouble_of(error, self.path() if self.path else Path()) from error

    def _write(self, content: _Content) -> None:
        """On disk first, then here. Raises OSError; then nothing has changed."""
        if self.path is not None:
            path = self.path()
            sorted_ballots = dict(sorted(content.ballots.items()))
            replace_whole(path, replace_content(content, ballots=sorted_ballots).model_dump_json().encode())
            if self._lies_at is not None and self._lies_at != path:
                self._lies_at.unlink(missing_ok=True)
            self._lies_at = path
        self._content = content


def replace_content(content: _Content, **changed: object) -> _Content:
    """The content with some of it changed; each change is of a kind that the file knows."""
    return content.model_copy(update=changed)


def new_code() -> str:
    """A code that lets phones in: 28.6 million of them, each as likely."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(_CODE_LENGTH))


def _named(key: str, what: str) -> str:
    return hmac.digest(bytes.fromhex(key), what.encode(), "sha256").hex()[:32]


def _read(path: Path) -> _Content:
    try:
        return _Content.model_validate_json(path.read_bytes())
    except OSError as error:
        raise trouble_of(error, path) from error
    except ValidationError as error:
        message = "the ballot box is damaged; take the file away, and let the phones answer the item again"
        raise SessionTrouble(Trouble.BOX, str(path), message) from error
