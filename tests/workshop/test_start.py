"""What a session is before its first question."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.settings import Settings
from tests.workshop.notes import NOON


def test_the_short_version_is_proposed_where_the_whole_set_takes_more_than_an_hour(readiness: QuestionSet) -> None:
    settings = Settings(readiness, NOON.date(), "da", mode=Mode.VOTES, present={"byraad": 2})
    assert settings.proposes_quick
    assert not dataclasses.replace(settings, quick=True).proposes_quick
    assert not dataclasses.replace(settings, mode=Mode.INDIVIDUAL, quick=True).proposes_quick


def test_the_screen_says_the_minutes_that_the_guide_plans_with_and_the_readme_the_hours(readiness: QuestionSet) -> None:
    root = Path(__file__).parents[2]
    guide = (root / "docs" / "facilitatorguide.md").read_text(encoding="utf-8")
    planned = [int(minutes) for minutes in re.findall(r"^## Drejebog: (\d+) minutter$", guide, re.MULTILINE)]

    settings = Settings(readiness, NOON.date(), "da", mode=Mode.VOTES)

    assert [settings.quick_duration.whole, settings.duration.whole] == planned == [60, 120]
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "in one hour (13 statements) or two (32)" in readme


def test_somebody_alone_at_the_keys_needs_a_third_of_a_minute_a_statement(readiness: QuestionSet) -> None:
    settings = Settings(readiness, NOON.date(), "da", mode=Mode.INDIVIDUAL)
    assert (settings.duration.answering, settings.duration.talking) == (10, 55)
