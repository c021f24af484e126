"""What a session is before its first question."""

from __future__ import annotations

import dataclasses

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.settings import Settings
from tests.workshop.notes import NOON


def test_the_short_version_is_proposed_where_voting_would_eat_the_hour(readiness: QuestionSet) -> None:
    six = dict.fromkeys(readiness.role_by_id, 2)
    settings = Settings(readiness, NOON.date(), "da", mode=Mode.VOTES, present=six)
    assert settings.proposes_quick
    assert not dataclasses.replace(settings, quick=True).proposes_quick
    assert not dataclasses.replace(settings, mode=Mode.CONSENSUS).proposes_quick
