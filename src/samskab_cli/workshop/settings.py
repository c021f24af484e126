"""`Settings` of a session before it begins: set, mode, quick, matter, who is present; the header they become."""

from __future__ import annotations

import dataclasses
import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session_lines import AnswersTaken, AskedSet, Entry, Header, PreviousMeeting, SessionMode
from samskab_cli.model.text import clean
from samskab_cli.workshop.duration import Duration

AN_HOUR: Final = 60
"""Minutes; above this the short version is proposed."""


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
    answers: tuple[AnswersTaken, ...] = ()
    """Given before the room meets."""
    previous: PreviousMeeting | None = None
    phones: bool = False
    """Whether votes are given on phones, with cards beside them."""

    @property
    def has_phones(self) -> bool:
        """Whether there are votes that phones can give."""
        return self.phones and self.mode is Mode.VOTES

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the session knows before it begins."""
        return (*((self.previous,) if self.previous else ()), *self.answers)

    @property
    def duration(self) -> Duration:
        """How long the workshop takes, as far as can be said."""
        return Duration.of(self.mode, self.items)

    @property
    def quick_duration(self) -> Duration:
        """How long it takes with the short version."""
        return Duration.of(self.mode, len(self.question_set.items_asked(quick=True)))

    @property
    def proposes_quick(self) -> bool:
        """Whether the whole set doesn't go into an hour, and a short one does."""
        has_quick = not self.quick and any(item.quick for item in self.question_set.items)
        return has_quick and not self.answers and self.duration.whole > AN_HOUR >= self.quick_duration.whole

    @property
    def items(self) -> int:
        """How many items are asked."""
        return len(self.question_set.items_asked(quick=self.quick))

    def header(self, begun: dt.datetime) -> Header:
        """The first line of the session's file."""
        return Header(
            session=secrets.token_hex(8),
            begun=begun,
            question_set=AskedSet.of(self.question_set),
            matter=self.matter,
            municipality=self.municipality,
            date=self.date,
            mode=self.mode,
            quick=self.quick,
            present={role: n for role, n in self.present.items() if n > 0},
            min_group=self.min_group,
            language=self.language,
            collected="before" if self.answers else "phones" if self.has_phones else "room",
        )

    def with_text(self, name: str, text: str) -> Settings:
        """With another matter or municipality."""
        return dataclasses.replace(self, **{name: clean(text).strip() or None})  # type: ignore[arg-type]  # both texts
