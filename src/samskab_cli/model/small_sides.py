"""Sides of one to four people in a room: which they are, and the smallest group that files of its session show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import FEW
from samskab_cli.model.session import Session

EVERYBODY: Final = "*"
"""Stands for the whole room where that is small."""


def people_of_sides(session: Session, question_set: QuestionSet) -> Counter[str | None]:
    """Side (None: of none) → people: those said to be present, else those who have had a turn.

    One answer of all has no sides in it.
    """
    people: Counter[str | None] = Counter()
    if session.header.mode is Mode.CONSENSUS:
        return people
    side_of = question_set.side_of
    for role, count in session.present.items():
        people[side_of.get(role, role)] += count
    if not people.total():
        people.update(side_of.get(role, role) if role else None for role in session.roles.values())
    return +people


def small_sides(people: Mapping[str | None, int], question_set: QuestionSet) -> dict[str, int]:
    """Side → people, of those with one to four; the whole room as `EVERYBODY` where it is no larger."""
    total = sum(people.values())
    small = {side.id: people[side.id] for side in question_set.all_sides if 0 < people.get(side.id, 0) < FEW}
    return ({EVERYBODY: total} if 0 < total < FEW else {}) | small


def min_group_of(session: Session, question_set: QuestionSet) -> int | None:
    """The smallest group that files of a session show; None: the default of its mode.

    What a room decided holds for the numbers of people that it was asked about. Where others are here since, and where
    it was never asked, its small sides are withheld until it is. Somebody alone has nobody to ask.
    """
    decided, people = session.sides, people_of_sides(session, question_set)
    small = small_sides(people, question_set)
    is_open = small and (people.total() > 1 if decided is None else dict(decided.small) != small)
    return FEW if session.header.min_group is None and is_open else session.min_group
