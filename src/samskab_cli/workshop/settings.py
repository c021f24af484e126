"""What a session is before its first question: defaults, what the room changes, and the header they become."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import AskedSet, Header, SessionMode
from samskab_cli.model.text import clean

MANY_MINUTES: Final = 60
"""Above this the short version is proposed."""
_SECONDS: Final = {Mode.VOTES: 45, Mode.CONSENSUS: 60, Mode.INDIVIDUAL: 20}
_SECONDS_A_ROLE: Final = 15


@dataclass(frozen=True)
class Settings:
    """What the start screen shows and lets change."""

    question_set: QuestionSet
    date: dt.date
    language: str
    matter: str | None = None
    municipality: str | None = None
    mode: SessionMode = Mode.CONSENSUS
    quick: bool = False
    present: Mapping[str, int] = field(default_factory=dict)
    min_group: int | None = None
    """None: the default of the mode."""

    @property
    def minutes(self) -> int:
        """How long answering takes, as far as can be said."""
        return self._minutes(quick=self.quick)

    @property
    def quick_minutes(self) -> int:
        """How long the short version takes."""
        return self._minutes(quick=True)

    @property
    def proposes_quick(self) -> bool:
        """Whether the whole set would eat the hour."""
        return not self.quick and self.minutes > MANY_MINUTES and any(i.quick for i in self.question_set.items)

    @property
    def items(self) -> int:
        """How many items are asked."""
        return len(self.question_set.items_asked(quick=self.quick))

    def header(self, begun: dt.datetime) -> Header:
        """The first line of the session's file."""
        return Header(
            session=secrets.token_hex(8),
            begun=begun,
            question_set=asked(self.question_set),
            matter=self.matter,
            municipality=self.municipality,
            date=self.date,
            mode=self.mode,
            quick=self.quick,
            present={role: n for role, n in self.present.items() if n > 0},
            min_group=self.min_group,
            language=self.language,
        )

    def with_text(self, name: str, text: str) -> Settings:
        """With another matter or municipality."""
        return dataclasses.replace(self, **{name: clean(text).strip() or None})  # type: ignore[arg-type]  # both texts

    def _minutes(self, *, quick: bool) -> int:
        items = len(self.question_set.items_asked(quick=quick))
        seconds = _SECONDS[self.mode] + (_SECONDS_A_ROLE * len(self.present) if self.mode is Mode.VOTES else 0)
        return math.ceil(items * seconds / 60)


def asked(question_set: QuestionSet) -> AskedSet:
    """Which set this is, as a session notes it."""
    return AskedSet(id=question_set.id, version=question_set.version, sha256=question_set.sha256)
