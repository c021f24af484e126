"""What a session is before its first question."""

from __future__ import annotations

import dataclasses
import string

import pytest

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.settings import Settings, UnknownRole, read_present
from samskab_cli.workshop.wording import Words, words
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


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def flat(value: object, path: str = "") -> dict[str, str]:
    if isinstance(value, str):
        return {path: value}
    if isinstance(value, dict):
        return {p: v for key, one in value.items() for p, v in flat(one, f"{path}/{key}").items()}
    fields = dataclasses.fields(value)  # type: ignore[arg-type]  # what is left are dataclasses
    return {p: v for field in fields for p, v in flat(getattr(value, field.name), f"{path}/{field.name}").items()}


def test_both_languages_say_the_same_things() -> None:
    danish, english = (flat(words(language)) for language in ("da", "en"))
    assert danish.keys() == english.keys()
    assert {path: names(text) for path, text in danish.items()} == {path: names(text) for path, text in english.items()}
    assert all(text for text in danish.values())
    assert isinstance(words("da"), Words)
