"""How many of each role are here: `4 borgere, 2 ansatte` read from words, counted up and down.

`borger 3`, `borgere=5`, `medarbejdere: 4`, `3 borgere`, `borger +1`: a role or a side by its id, its title in any
language of the set, another word for it, or the unique beginning of one of these; a longer word, as a plural, may begin
with one.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import clean, fold
from samskab_cli.workshop.wording import RoomWords

MOST: Final = 999
"""People of one role; more are a slip of the finger."""
_SHORTEST: Final = 3
"""Letters that a name must have to be the beginning of a longer word."""
_PARTS: Final = re.compile(r"[,;\n]|\bog\b|\band\b")
_NAME_FIRST: Final = re.compile(r"(.*?[^\s\d=:+-])\s*[=:]?\s*([+-]?)\s*(\d{1,3})")
_NUMBER_FIRST: Final = re.compile(r"()(\d{1,3})\s*(\D+)")


class UnknownRole(ValueError):
    """What can't be read as people of a role; carries the text, and the nearest title where there is one."""

    def __init__(self, text: str, nearest: str = "") -> None:
        super().__init__(text)
        self.text, self.nearest = text, nearest


@dataclass(frozen=True)
class Attendance:
    """People by role (or side), and which line is counted."""

    question_set: QuestionSet
    language: str
    present: Mapping[str, int]
    place: int = 0
    typed: str = ""
    """Digits of this line's number while it is typed: `1`, then `12`; whatever moves on counts it."""

    @property
    def listed(self) -> tuple[str, ...]:
        """The roles, and the sides that people were counted by or that have no roles, in the set's order."""
        qs = self.question_set
        with_roles = {qs.side_of[role] for role in qs.role_by_id}
        sides = [side.id for side in qs.sides if side.id in self.present or side.id not in with_roles]
        return (*sides, *(role for role in qs.role_by_id if qs.side_of[role] not in sides))

    @property
    def rows(self) -> list[tuple[str, int]]:
        """Title and people of each."""
        present = self.counted(int(self.typed)).present if self.typed else self.present
        return [(role_label(role, self.question_set, self.language), present.get(role, 0)) for role in self.listed]

    @property
    def in_words(self) -> str:
        """How many of each are here; who isn't is named too, so that people see what can be written."""
        return ", ".join(f"{label} {people}" for label, people in self.rows)

    def moved(self, step: int) -> Self:
        """Another line."""
        place = max(0, min(self.place + step, len(self.listed) - 1))
        return dataclasses.replace(self.entered(), place=place)

    def counted(self, people: int) -> Self:
        """So many on this line."""
        here = {role: max(0, min(people, MOST)) for role in self.listed[self.place : self.place + 1]}
        return dataclasses.replace(self, present={**self.present, **here}, typed="")

    def more(self, step: int) -> Self:
        """Some more, or fewer, on this line."""
        return self.counted(self._people + step)

    def digit(self, digit: str) -> Self:
        """A digit typed: the first one replaces this line's number; one that would be too many changes nothing."""
        number = int(self.typed + digit)
        return dataclasses.replace(self, typed=str(number)) if number <= MOST and self.listed else self

    def rubbed_out(self) -> Self:
        """Without the last digit of this line's number."""
        rest = str(self._people)[:-1]
        return dataclasses.replace(self, typed=rest) if rest else self.counted(0)

    def entered(self) -> Self:
        """With the typed number counted."""
        return self.counted(self._people) if self.typed else self

    def with_words(self, text: str) -> Self:
        """After a line of words, which the typed digits belong to. Raises UnknownRole."""
        now = {**dict.fromkeys(self.listed, 0), **self.present}
        changed = read_present(text, self.question_set, now, self.language)
        return dataclasses.replace(self, present=changed, typed="").moved(0)

    @property
    def _people(self) -> int:
        """The number on this line as it is shown."""
        return self.rows[self.place][1] if self.listed else 0


def read_present(
    text: str, question_set: QuestionSet, now: Mapping[str, int] | None = None, language: str = "da"
) -> dict[str, int]:
    """Role or side → people, after a line of words; who isn't named stays as `now`.

    Raises UnknownRole for what can't be read, for the same role twice, and for a side beside one of its roles: both
    together would count people twice.
    """
    before, counted = dict(now or {}), dict[str, int]()
    for word in filter(None, (part.strip() for part in _PARTS.split(text))):
        role, people = _read(word, question_set, before, language)
        if role in counted:
            raise UnknownRole(word)
        counted[role] = people
    present = before | counted
    sides = question_set.side_of
    for role in counted:
        inside = [one for one, people in present.items() if people and one != role and sides.get(one) == role]
        outside = sides.get(role, role) != role and present.get(sides[role], 0)
        if counted[role] and (inside or outside):
            raise UnknownRole(role_label(role, question_set, language))
    return present


def _read(word: str, question_set: QuestionSet, before: Mapping[str, int], language: str) -> tuple[str, int]:
    if match := _NAME_FIRST.fullmatch(word):
        name, sign, number = match[1], match[2], int(match[3])
    elif match := _NUMBER_FIRST.fullmatch(word):
        name, sign, number = match[3], "", int(match[2])
    else:
        raise UnknownRole(word, _nearest(word, question_set, language))
    role = _role(name, question_set)
    if role is None:
        raise UnknownRole(word, _nearest(name, question_set, language))
    inside = [one for one, side in question_set.side_of.items() if side == role != one]
    if len(inside) == 1 and inside[0] in before:  # "politikere 3", where they are counted as their only role
        role = inside[0]
    people = before.get(role, 0) + (number if sign == "+" else -number) if sign else number
    if not 0 <= people <= MOST:
        raise UnknownRole(word)
    return role, people


def _role(name: str, question_set: QuestionSet) -> str | None:
    """The one role or side that a name stands for."""
    known, name = names_of_roles(question_set), fold(name)
    if name in known:
        return known[name]
    begun = {role for one, role in known.items() if _begins(one, name)}
    longer = {role for one, role in known.items() if any(map(name.startswith, _parts(one)))}
    return next((next(iter(roles)) for roles in (begun, longer) if len(roles) == 1), None)


def _begins(known: str, name: str) -> bool:
    """Whether a name is the beginning of a title, or of a part of it: "pårørende" of "Borger / pårørende"."""
    return any(part.startswith(name) for part in (known, *_parts(known)))


def _parts(known: str) -> list[str]:
    """A title's parts that are long enough to be told from each other: "citizen" and "relative"."""
    return [part.strip() for part in known.split("/") if len(part.strip()) >= _SHORTEST]


def _nearest(name: str, question_set: QuestionSet, language: str) -> str:
    known = names_of_roles(question_set)
    near = difflib.get_close_matches(fold(re.sub(r"[\d=:+-]", " ", name)).strip(), known, n=1, cutoff=0.5)
    return role_label(known[near[0]], question_set, language) if near else ""


def bad_present(unknown: UnknownRole, question_set: QuestionSet, words: RoomWords) -> str:
    """What to say of words that aren't understood, with the nearest title where there is one."""
    word = clean(unknown.text)
    if unknown.nearest:
        return words.votes.bad_present_near.format(word=word, nearest=unknown.nearest)
    return words.votes.bad_present.format(word=word, example=example_of_present(question_set, words.language))


def names_of_roles(question_set: QuestionSet) -> dict[str, str]:
    """Everything that a role or a side may be called, folded → its id."""
    sides = {fold(text): side.id for side in question_set.all_sides for text in (side.id, *side.label.all)}
    roles = {
        fold(text): role.id
        for role in question_set.role_by_id.values()
        for text in (role.id, *role.label.all, *role.aliases)
    }
    return {**sides, **roles}


def example_of_present(question_set: QuestionSet, language: str) -> str:
    """People of a role of this set, in words that are understood: "byråd 3" of "Byråd / politiker"."""
    role = next(iter((*question_set.role_by_id, *question_set.side_of)), "")
    label = role_label(role, question_set, language)
    short = label.split("/")[0].strip()
    return f"{short if _role(short, question_set) == role else label} 3"


def role_label(role: str, question_set: QuestionSet, language: str) -> str:
    """What a role or a side is called."""
    if role in question_set.role_by_id:
        return clean(question_set.role_by_id[role].label.text(language))
    known = (*question_set.all_sides, *question_set.coarse_sides)
    side = next((one for one in known if one.id == role), None)
    return clean(side.label.text(language)) if side else role
