"""What a session is before its first question."""

from __future__ import annotations

import dataclasses

import pytest

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.settings import Settings, UnknownRole, read_present
from tests.workshop.notes import NOON


def test_roles_and_sides_are_named_by_id_or_label(readiness: QuestionSet) -> None:
    assert read_present("byraad=2, Medarbejder=5; outside: 3", readiness) == {"byraad": 2, "medarb": 5, "outside": 3}


@pytest.mark.parametrize("text", ["byraad", "byraad=x", "nobody=2", "byraad=2,byraad=3", "politics=2,byraad=1"])
def test_what_is_no_role_is_refused_and_nobody_is_counted_twice(readiness: QuestionSet, text: str) -> None:
    with pytest.raises(UnknownRole):
        read_present(text, readiness)


def test_the_short_version_is_proposed_where_voting_would_eat_the_hour(readiness: QuestionSet) -> None:
    six = dict.fromkeys(readiness.role_by_id, 2)
    settings = Settings(readiness, NOON.date(), "da", mode=Mode.VOTES, present=six)
    assert settings.proposes_quick
    assert not dataclasses.replace(settings, quick=True).proposes_quick
    assert not dataclasses.replace(settings, mode=Mode.CONSENSUS).proposes_quick
