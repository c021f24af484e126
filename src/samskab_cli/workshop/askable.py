"""Refuses question sets that a room can't be asked: too many options for keys, several scales."""

from __future__ import annotations

from typing import Final

from samskab_cli.errors import Problem, QuestionSetRefused
from samskab_cli.model.question_set import QuestionSet

_MOST: Final = 10


def refuse_for_room(question_set: QuestionSet) -> None:
    """Raises QuestionSetRefused for a set whose answers have no keys of their own; files of answers it scores."""
    if len(question_set.scales) > 1:
        why = f"it asks on {len(question_set.scales)} scales"
    elif len(question_set.scales[0].options) > _MOST:
        why = f"its scale has {len(question_set.scales[0].options)} answers"
    elif len(question_set.scales[0].others) < 2:
        why = 'it has no answer for "don\'t know" or "not relevant"'
    else:
        return
    message = f"{question_set.id} can't be asked in a room, where each answer is one key of one scale: {why}"
    raise QuestionSetRefused(Problem(message))
