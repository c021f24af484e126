"""Session files as answers."""

from __future__ import annotations

from pathlib import Path

from samskab_cli.errors import Problem, SessionRefused
from samskab_cli.model.answers import Answers
from samskab_cli.model.question_set import QuestionSet


def is_session(first_bytes: bytes) -> bool:
    """Whether a file that begins with these bytes is a session."""
    return first_bytes.startswith(b"{") and b'"samskab.session' in first_bytes[:200]


def load_session(path: Path, question_set: QuestionSet) -> Answers:
    """The answers of a session file. Raises SessionRefused."""
    raise SessionRefused(Problem(f"sessions of {question_set.id} can't be read yet", str(path)))
