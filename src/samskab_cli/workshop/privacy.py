"""Small sides, and what the room decided about them. Numbers of people alone: no answer is looked at.

In a room of one politician and eleven others, figures of sides are that politician's answers. So the room is asked,
once, before anything is shown, and again when other people sit there; what it says is a line of its session.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import Session

FEW: Final = 5
"""Below this, answers of a side can be traced to a person."""
EVERYBODY: Final = "*"
"""Stands for the whole room where that is small."""


def small_sides(session: Session, question_set: QuestionSet, *, all_have_answered: bool) -> dict[str, int]:
    """Side → people, of the sides with one to four; the whole room as `EVERYBODY` where it is no larger.

    Known from who is said to be present; else, once all have answered, from who has had a turn.
    """
    if session.header.mode is Mode.CONSENSUS:  # one answer of all: there are no sides in it
        return {}
    people: Counter[str] = Counter()
    for role, count in session.present.items():
        people[question_set.side_of.get(role, role)] += count
    total = sum(people.values())
    if not total and all_have_answered:
        people.update(question_set.side_of.get(role, role) for role in session.roles.values() if role)
        total = len(session.roles)
    small = {side.id: people[side.id] for side in question_set.all_sides if 0 < people[side.id] < FEW}
    return ({EVERYBODY: total} if 0 < total < FEW else {}) | small


def is_undecided(session: Session, question_set: QuestionSet, *, all_have_answered: bool = False) -> bool:
    """Whether the room has to be asked: a side is small, and nothing was decided for these numbers."""
    if session.header.min_group is not None:  # decided before the first question
        return False
    small = small_sides(session, question_set, all_have_answered=all_have_answered)
    return bool(small) and (session.sides is None or dict(session.sides.small) != small)
