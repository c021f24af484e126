"""`Stage`: what is before the room: question, distribution, overview, talk, result and others."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """What is before the room."""

    FOLLOW_UP = "follow_up"
    """What became of a step that was promised at the previous meeting."""
    SIDES = "sides"
    """A side is small: may its figures be shown?"""
    TURN = "turn"
    """Individual: between two people."""
    QUESTION = "question"
    DISTRIBUTION = "distribution"
    """Votes: every role has voted on the item."""
    DIMENSION = "dimension"
    """A dimension is done."""
    OVERVIEW = "overview"
    LIST = "list"
    """Answers given before: every statement, those with most disagreement first."""
    TALK = "talk"
    """One statement to talk about, of a few."""
    RESULT = "result"
