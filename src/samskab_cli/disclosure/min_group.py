"""The smallest group that is shown when nobody says: one in a room and for somebody alone, else five."""

from __future__ import annotations

from samskab_cli.model.answers import Answers, Mode
from samskab_cli.model.rules import FEW

OPEN, USUAL = 1, FEW
"""People: in a room that answers openly; for answer files."""


def default_min_group(answers: Answers, respondents: int) -> int:
    """The smallest group that is shown where nobody said otherwise: 1 in the room, 5 for answer files."""
    if answers.min_group is not None:
        return answers.min_group
    alone = answers.mode is Mode.INDIVIDUAL and respondents <= 1
    return OPEN if alone or answers.mode in (Mode.VOTES, Mode.CONSENSUS) else USUAL
