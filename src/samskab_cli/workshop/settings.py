"""What a session is before its first question: defaults, what the room changes, and the header they become."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import AskedSet, Header, SessionMode
from samskab_cli.model.text import clean, fold
from samskab_cli.workshop.duration import Duration

AN_HOUR: Final = 60
"""Minutes; above this the short version is proposed."""
FEW: Final = 5
"""Below this, individual answers can be traced to a person."""
_ROLE: Final = re.compile(r"([^=:]+)[=:]\s*(\d{1,3})")


class UnknownRole(ValueError):
    """A word that is no `role=number`; carries the word."""


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
        return has_quick and self.duration.whole > AN_HOUR >= self.quick_duration.whole

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


def asked(question_set: QuestionSet) -> AskedSet:
    """Which set this is, as a session notes it."""
    return AskedSet(id=question_set.id, version=question_set.version, sha256=question_set.sha256)


def read_present(text: str, question_set: QuestionSet) -> dict[str, int]:
    """`byraad=2, medarb=5`: role or side → people. Names may be labels or aliases too.

    Raises UnknownRole for what is none, and for the same role twice.
    """
    known = names_of_roles(question_set)
    present: dict[str, int] = {}
    for word in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        found = _ROLE.fullmatch(word)
        role = known.get(fold(found[1])) if found else None
        if found is None or role is None or role in present:
            raise UnknownRole(word)
        present[role] = int(found[2])
    sides = question_set.side_of
    for role in present:  # a side stands for all of its roles: both together would count people twice
        if sides.get(role, role) != role and sides[role] in present:
            raise UnknownRole(role)
    return present


def names_of_roles(question_set: QuestionSet) -> dict[str, str]:
    """Everything that a role or a side may be called, folded → its id."""
    sides = {fold(text): side.id for side in question_set.all_sides for text in (side.id, *side.label.all)}
    roles = {
        fold(text): role.id
        for role in question_set.role_by_id.values()
        for text in (role.id, *role.label.all, *role.aliases)
    }
    return {**sides, **roles}


def example_of_roles(question_set: QuestionSet) -> str:
    """What `--roles` may look like for this set."""
    some = list(question_set.role_by_id)[:2] or ["rolle"]
    return ",".join(f"{role}={n}" for role, n in zip(some, (2, 5), strict=False))


def role_label(role: str, question_set: QuestionSet, language: str) -> str:
    """What a role or a side is called."""
    if role in question_set.role_by_id:
        return clean(question_set.role_by_id[role].label.text(language))
    side = next((one for one in question_set.all_sides if one.id == role), None)
    return clean(side.label.text(language)) if side else role
