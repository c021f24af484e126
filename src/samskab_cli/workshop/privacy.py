"""Small sides, and what the room decided about them. Numbers of people alone: no answer is looked at.

In a room of one politician and eleven others, figures of sides are that politician's answers. So the room is asked,
once, before anything is shown, and again when other people sit there; what it says is a line of its session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import Session, SidesChoice

FEW: Final = 5
"""Below this, answers of a side can be traced to a person."""
EVERYBODY: Final = "*"
"""Stands for the whole room where that is small."""


KEYS: Final[dict[str, SidesChoice]] = {"v": "show", "r": "room", "s": "merge", "5": "withhold"}
"""What the room presses for each choice, in the order they are offered."""


def small_sides(session: Session, question_set: QuestionSet, *, all_have_answered: bool) -> dict[str, int]:
    """Side → people, of the sides with one to four; the whole room as `EVERYBODY` where it is no larger."""
    people = _people(session, question_set, all_have_answered=all_have_answered)
    small = {side.id: people[side.id] for side in question_set.all_sides if 0 < people[side.id] < FEW}
    return ({EVERYBODY: people.total()} if 0 < people.total() < FEW else {}) | small


def is_undecided(session: Session, question_set: QuestionSet, *, all_have_answered: bool = False) -> bool:
    """Whether the room has to be asked: a side is small, and nothing was decided for these numbers."""
    if session.header.min_group is not None:  # decided before the first question
        return False
    small = small_sides(session, question_set, all_have_answered=all_have_answered)
    return bool(small) and (session.sides is None or dict(session.sides.small) != small)


def choices(session: Session, question_set: QuestionSet, *, all_have_answered: bool) -> dict[str, SidesChoice]:
    """Key → choice; putting sides together is one only where it makes the smallest one larger."""
    people = _people(session, question_set, all_have_answered=all_have_answered)
    merged = coarse_people(people, question_set)
    smallest = min((n for side, n in people.items() if side is not None), default=0)
    helps = len(merged) > 1 and min(merged.values()) > smallest
    return {key: choice for key, choice in KEYS.items() if choice != "merge" or helps}


def min_group_of(choice: SidesChoice, session: Session, question_set: QuestionSet, *, all_have_answered: bool) -> int:
    """The smallest group that files show after a choice. Sides put together are shown as small as they are then."""
    if choice == "show":
        return 1
    if choice == "merge":
        people = _people(session, question_set, all_have_answered=all_have_answered)
        return min(FEW, *coarse_people(people, question_set).values())
    return FEW


def coarse_people(people: Mapping[str | None, int], question_set: QuestionSet) -> dict[str, int]:
    """Coarse side → people; empty where the set has none."""
    merged: Counter[str] = Counter()
    for side, count in people.items():
        if side in question_set.coarse_of:
            merged[question_set.coarse_of[side]] += count
    return dict(merged)


def _people(session: Session, question_set: QuestionSet, *, all_have_answered: bool) -> Counter[str | None]:
    """Side (None: of none) → people: those said to be present; else, once all have answered, who has had a turn."""
    people: Counter[str | None] = Counter()
    if session.header.mode is Mode.CONSENSUS:  # one answer of all: there are no sides in it
        return people
    for role, count in session.present.items():
        people[question_set.side_of.get(role, role)] += count
    if not people.total() and all_have_answered:
        people.update(question_set.side_of.get(role, role) if role else None for role in session.roles.values())
    return +people
