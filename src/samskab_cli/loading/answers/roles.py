"""Roles of respondents: by code of a mapping file, id, label in any language, or alias; others count as none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.cells import key_of, whole_number
from samskab_cli.loading.answers.columns import Column
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import fold, nearest, shown

_TEXTS_NAMED: Final = 8


class RoleReader:
    """Knows what the roles of a question set are called."""

    def __init__(
        self,
        question_set: QuestionSet,
        values: Mapping[str, str | None] | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        """values: key of a spelling → role id, as a mapping file says. labels: key of a spelling → its label."""
        self._values, self._labels = values or {}, labels or {}
        self._roles = {
            fold(name): role.id
            for role in reversed(question_set.roles)  # of two with one name the first has it
            for name in (*role.aliases, *role.label.all, role.id)
        }
        self._ids = tuple(role.id for role in question_set.roles)

    def read(self, counts: Mapping[str, int]) -> dict[str, str | None]:
        """Every spelling → a role id, or none. counts: every spelling → how many cells have it."""
        return {text: self._role(text) for text in counts}

    def unreadable(self, counts: Mapping[str, int]) -> Counter[str]:
        """The spellings that are neither a role nor blank, and how many cells have each."""
        return Counter({text: n for text, n in counts.items() if fold(text) and self._role(text) is None})

    def _role(self, text: str) -> str | None:
        key = key_of(text) if self._values or self._labels else ""
        if key in self._values:
            return self._values[key]
        return self._roles.get(fold(self._labels.get(key, text)))

    def problem(self, counts: Mapping[str, int], column: Column, file: str, line: int) -> Problem | None:
        """Where more than half of the roles given can't be read, nobody can be compared."""
        bad = self.unreadable(counts)
        given = sum(count for text, count in counts.items() if fold(text))
        if bad.total() * 2 <= given:
            return None
        some = bad.most_common(_TEXTS_NAMED)
        named = ", ".join(self._with_nearest(text) for text, _ in some)
        more = f" and {len(bad) - len(some)} more" if len(bad) > len(some) else ""
        message = (
            f"{column}: {bad.total():,} of {given:,} roles can't be read: {named}{more}; "
            f"expected {', '.join(self._ids) or 'none, since the question set has no roles'}"
        )
        if self._ids and any(whole_number(text) is not None for text in bad):
            message += "; which role a number stands for is for a mapping file to say (--map)"
        return Problem(message, file, line)

    def _with_nearest(self, text: str) -> str:
        near = nearest(fold(text), self._roles)
        return f"{shown(text)} (nearest: {self._roles[near]})" if near else shown(text)
