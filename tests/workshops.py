"""Four fictional workshops and a room of uneven answers, as files; asked the readiness set as it was in 1.0.0.

The set has coarse sides besides, and lies under `question_sets/frozen`: another version never changes these figures.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from samskab_cli.loading.answers.load import LoadOptions, load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Answers
from samskab_cli.model.question_set import QuestionSet

_TESTS = Path(__file__).parent
WORKSHOPS = ("sag1_ensomhed", "sag2_integration", "sag3_havneby", "sag4_ensomhed_tidlig")
UNEVEN = "uneven"
"""Thirty people who leave gaps of every kind."""


@cache
def frozen_set() -> QuestionSet:
    """The readiness set 1.0.0 with coarse sides."""
    return load_question_set(str(_TESTS / "question_sets" / "frozen" / "readiness-1.0.0"))


def answers_of(workshop: str, kind: str = "codes", *, quick: bool = False) -> Answers:
    """Its answers. kind: `codes`, or `labels` (semicolon, byte order mark, Danish labels; not of UNEVEN)."""
    file = _TESTS / "cases" / f"{workshop}_{kind}.csv"
    return load([file], frozen_set(), LoadOptions(quick=quick)).answers
