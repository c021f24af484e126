"""Rooms with gaps, and what an attacker does who knows who came, the rules, and everything that was published.

A side that isn't shown is safe where somebody of it could have answered otherwise: another room, in which only the
answers of some people to some items are exchanged, that publishes the very same things. Such a room is looked for item
by item; whoever holds the publications can't tell the two rooms apart, however they solve.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hypothesis import strategies as st

from samskab_cli.model.answers import BLANK, UNSURE, Answers
from samskab_cli.model.question_set import QuestionSet
from tests.answers_as_written import frame, part, question_set, responses

MIN_GROUP = 5
ROLES = {"mayor": "politics", "clerk": "offices", "nurse": "offices", "citizen": None, "club": None}
COARSE = {"inside": ["politics", "offices"], "outside": ["citizen", "club"]}
QUESTIONS: QuestionSet = question_set(
    {
        "aaa": [{"id": "a1"}, {"id": "a2", "reverse": True}, {"id": "a3", "weight": 2.0}],
        "bbb": [{"id": "b1"}, {"id": "b2"}, {"id": "b3", "skip_roles": ["citizen", "club"]}],
    },
    gates=[{"id": "gate", "parts": [part("p", "a1", "a3"), part("q", "b1", "b2"), part("r", "b3")]}],
    indicators=[{"id": "ind", "parts": [part("x", "a2"), part("y", "b1")]}],
    roles=ROLES,
    coarse=COARSE,
)
ITEMS = tuple(item.id for item in QUESTIONS.items)
SKIPPED = {item.id: set(item.skip_roles) for item in QUESTIONS.items}
Role = str | None


@dataclass(frozen=True)
class AttackedRoom:
    """People: a role (None where it can't be read), a town, and a cell an item."""

    roles: tuple[Role, ...]
    cells: tuple[tuple[int, ...], ...]
    towns: tuple[str | None, ...]

    @cached_property
    def answers(self) -> Answers:
        """As a file."""
        return responses(frame(ITEMS, self.roles, self.cells, {"town": self.towns}))

    def of_towns(self, towns: Collection[str | None]) -> list[int]:
        """The people of these towns."""
        return [i for i, town in enumerate(self.towns) if town in towns]

    def cells_of(self, people: Sequence[int], item: int) -> list[int]:
        """What they answered to one item, in no order: their table."""
        return sorted(self.cells[i][item] for i in people)

    def exchanged(self, pairs: Sequence[tuple[int, int, int]]) -> AttackedRoom:
        """The room in which two people had each other's answer to one item. pairs: person, person, item."""
        cells = [list(row) for row in self.cells]
        for one, other, item in pairs:
            cells[one][item], cells[other][item] = cells[other][item], cells[one][item]
        return replace(self, cells=tuple(map(tuple, cells)))

    def others(self, hidden: Sequence[int], among: Sequence[int], item: int) -> Iterator[tuple[int, int, int]]:
        """Exchanges that give the hidden another table of the item. among: those they may exchange answers with."""
        for one in hidden:
            for other in among:
                differ = self.cells[one][item] != self.cells[other][item]
                if differ and other not in hidden and self._asked(one, item) and self._asked(other, item):
                    yield one, other, item

    def _asked(self, person: int, item: int) -> bool:
        return self.roles[person] not in SKIPPED[ITEMS[item]]


def attacked_rooms(*, towns: int = 0, least: int = 6, most: int = 30) -> st.SearchStrategy[AttackedRoom]:
    """Rooms of `least` to `most` people with 0–10 % unsure and a few blanks, alike or not; in so many towns."""

    def build(seed: int, size: int) -> AttackedRoom:
        rng = random.Random(seed)
        unsure = rng.choice([0.0, 0.02, 0.05, 0.1])
        weights = [rng.choice([1, 2, 4, 8]) for _ in ROLES] + [rng.choice([0, 0, 1])]
        roles: tuple[Role, ...] = tuple(rng.choices([*ROLES, None], weights=weights, k=size))
        alike = rng.choice([1, 2, 5, 12])  # how many of twelve answer what they like
        usual = [rng.randint(1, 5) for _ in ITEMS]
        lean = rng.choices([0, 1], weights=[2, 1], k=len(ITEMS))

        def cell(role: Role, item: int) -> int:
            if role in SKIPPED[ITEMS[item]]:
                return BLANK
            if rng.random() < unsure:
                return UNSURE if rng.random() < 0.8 else BLANK
            own = usual[item] if not lean[item] or role in {"citizen", "club"} else 6 - usual[item]
            return rng.randint(1, 5) if rng.randrange(12) < alike else own

        def row(role: Role) -> tuple[int, ...]:
            cells = [cell(role, item) for item in range(len(ITEMS))]
            # everybody takes part and came to both dimensions: a blank alone would say that they didn't
            return tuple(3 if item in {0, 3} and of == BLANK else of for item, of in enumerate(cells))

        names = ["ask", "birk", "elm", "fyr"][:towns] or ["ask"]
        of_towns = rng.choices(names, weights=[rng.choice([1, 2, 4]) for _ in names], k=size)
        return AttackedRoom(roles, tuple(row(role) for role in roles), tuple(of_towns))

    return st.builds(build, st.integers(0, 2**32), st.integers(least, most))


def stands_in_one_cell(cells: Sequence[int]) -> bool:
    """Whether all give the same answer: then a published table says what each of them gave (docs/privacy.md)."""
    return len(set(cells)) <= 1


@dataclass(frozen=True)
class Secret:
    """A few people who aren't shown, and what is known of them: they stand in a table of these."""

    name: str
    people: Sequence[int]
    known_as: Callable[[str], Sequence[int]]
    """Item id → the smallest crowd that holds them and whose table is published, or can be had by subtraction."""
    is_shown: Callable[[str], bool]
    """Whether that table is published itself."""


Exchange = tuple[int, int, int]
"""Two people who had each other's answer to an item, by its place."""
Worlds = Callable[[Sequence[Exchange]], Iterable[object]]
"""All that is published, of the rooms that there are with some exchanges; without any, of the room itself."""


def known(room: AttackedRoom, secrets: Sequence[Secret], items: Sequence[str], worlds: Worlds) -> list[str]:
    """The secrets of which an item's table can be known: no other room publishes the same."""
    (published,) = worlds([])
    found = []
    for secret in secrets:
        exchanges = {item: list(_exchanges(room, secret, item)) for item in items if _is_secret(room, secret, item)}
        # First all items at once; mostly that is such a room already.
        if all(exchanges.values()) and published in worlds([of[0] for of in exchanges.values()]):
            continue
        found += [
            f"{secret.name}: {item}"
            for item, of in exchanges.items()
            if not any(published in worlds([one]) for one in of)
        ]
    return found


def _exchanges(room: AttackedRoom, secret: Secret, item: str) -> Iterator[Exchange]:
    return room.others(secret.people, secret.known_as(item), ITEMS.index(item))


def _is_secret(room: AttackedRoom, secret: Secret, item: str) -> bool:
    """Whether somebody of them was asked, and no shown table that holds them stands in one cell."""
    at = ITEMS.index(item)
    asked = [i for i in secret.known_as(item) if room.roles[i] not in SKIPPED[item]]
    if not any(i in asked for i in secret.people):
        return False
    return not (secret.is_shown(item) and stands_in_one_cell(room.cells_of(asked, at)))
