"""Roles of respondents: by code of a mapping file, id, label in any language, or alias; others count as none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.blank_words import EMPTY_WORDS, NA_WORDS
from samskab_cli.loading.answers.cells import key_of, whole_number
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.damaged_letters import damaged, unescaped
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.short_codes import short_codes
from samskab_cli.model.text import fold, listing, nearest, shown

_TEXTS_NAMED: Final = 8
_SHORT: Final = 5
"""Letters of an answer's code in LimeSurvey, as `fielding/limesurvey.py` cuts them."""
_SLASH: Final = re.compile(r"\s*/\s*")
_NUMBERED: Final = re.compile(r"[\[(]?\d{1,2}[\])]?\s*[-–—:.)=,]?\s*(\D.*)")


class RoleReader:
    """Knows what the roles of a question set are called."""

    def __init__(
        self,
        question_set: QuestionSet,
        values: Mapping[str, str | None] | None = None,
        labels: Mapping[str, str] | None = None,
        none: Sequence[str] = (),
    ) -> None:
        """values: key of a spelling → role id, as a mapping file says. labels: key of a spelling → its label.

        none: spellings that stand for no role, as a mapping file says.
        """
        self._values, self._labels = dict(values or {}), labels or {}
        self._values.update(dict.fromkeys(map(key_of, none)))
        self._roles = {
            _as_compared(name): role.id
            for role in reversed(question_set.roles)  # of two with one name the first has it
            for name in (*role.aliases, *role.label.all, role.id)
        }
        self._ids = tuple(role.id for role in question_set.roles)
        for role, code in short_codes(self._ids, _SHORT).items():
            self._roles.setdefault(code, role)
        self._damaged = damaged(self._roles)

    def read(self, counts: Mapping[str, int]) -> dict[str, str | None]:
        """Every spelling → a role id, or none. counts: every spelling → how many cells have it."""
        return {text: self._role(text) for text in counts}

    def unreadable(self, counts: Mapping[str, int]) -> Counter[str]:
        """The spellings that are neither a role nor blank, and how many cells have each."""
        return Counter({text: n for text, n in counts.items() if not self.is_blank(text) and self._is_unread(text)})

    def is_blank(self, text: str) -> bool:
        """Whether a cell holds nothing, or what programs write for it."""
        if not fold(text):
            return True
        empty = fold(text) in EMPTY_WORDS or text.strip() in NA_WORDS
        return empty and self._role(text) is None and not self._is_declared(text)

    def _is_declared(self, text: str) -> bool:
        return bool(self._values) and key_of(text) in self._values

    def _is_unread(self, text: str) -> bool:
        return self._role(text) is None and not self._is_declared(text)

    def _role(self, text: str) -> str | None:
        key = key_of(text) if self._values or self._labels else ""
        if key in self._values:
            return self._values[key]
        return self._named(self._labels.get(key, text))

    def _named(self, text: str) -> str | None:
        """The role with this name, also with a number before it, or with letters lost."""
        name = _as_compared(text)
        numbered = _NUMBERED.fullmatch(name)
        names = (name, unescaped(name), *((numbered[1],) if numbered else ()))
        return next(
            (known[each] for known in (self._roles, self._damaged) for each in names if each in known),
            None,
        )

    def problem(self, counts: Mapping[str, int], column: Column, file: str, line: int) -> Problem | None:
        """Where more than half of the roles given can't be read, nobody can be compared."""
        bad = self.unreadable(counts)
        given = sum(count for text, count in counts.items() if not self.is_blank(text))
        if bad.total() * 2 <= given:
            return None
        named = listing((self._with_nearest(text) for text, _ in bad.most_common()), len(bad), _TEXTS_NAMED)
        message = (
            f"{column}: {bad.total():,} of {given:,} roles can't be read: {named}; "
            f"expected {', '.join(self._ids) or 'none, since the question set has no roles'}"
        )
        if self._ids and any(whole_number(text) is not None for text in bad):
            message += "; which role a number stands for is for a mapping file to say (--map)"
        return Problem(message, file, line)

    def _with_nearest(self, text: str) -> str:
        near = nearest(_as_compared(text), self._roles)
        return f"{shown(text)} (nearest: {self._roles[near]})" if near else shown(text)


def _as_compared(text: str) -> str:
    """A role's name without case, blanks folded, and none around `/`."""
    return _SLASH.sub("/", fold(text))
