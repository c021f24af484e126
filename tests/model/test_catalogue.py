"""Texts in every language side by side, and what can't be written down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samskab_cli.fielding.wording import FormWords, form_words
from samskab_cli.model.catalogue import LANGUAGES, Catalogue, Forms, Part, Plural, Text, TextOf
from samskab_cli.model.judging import GateState
from samskab_cli.reporting.wording import ReportWords
from samskab_cli.reporting.wording.comparison import ComparisonWords
from samskab_cli.reporting.wording.explanation import ExplanationWords
from samskab_cli.reporting.wording.study import StudyWords
from samskab_cli.workshop.wording import RoomWords


class Greetings(Catalogue):
    """For these tests."""

    hello = Text(da="Hej, {name}", en="Hello, {name}")
    answers = Plural(da=("1 svar", "{n} svar fra {who}"), en=("1 answer", "{n} answers from {who}"))
    words = TextOf({"yes": Text(da="ja", en="yes"), "no": Text(da="nej", en="no")})


class Letters(Catalogue):
    """For these tests."""

    greetings = Part(Greetings)


def test_a_text_is_read_in_the_language_of_its_catalogue() -> None:
    assert (Greetings("da").hello, Greetings("en").hello) == ("Hej, {name}", "Hello, {name}")
    assert Greetings("en").words == {"yes": "yes", "no": "no"}
    assert Letters("da").greetings.words["no"] == "nej"
    assert Greetings.hello == Text(da="Hej, {name}", en="Hello, {name}")


def test_only_one_is_singular() -> None:
    answers = Greetings("da").answers
    assert [answers.of(n) for n in (0, 1, 2)] == ["0 svar fra {who}", "1 svar", "2 svar fra {who}"]
    assert Forms("one", "{n}").of(1234, lambda n: f"{n:,}") == "1,234"


def test_a_spelling_reaches_every_text() -> None:
    loud = Letters("en").spelt(str.upper).greetings
    assert (loud.hello, loud.words["yes"], loud.answers.one) == ("HELLO, {NAME}", "YES", "1 ANSWER")


def test_a_language_without_texts_is_an_error() -> None:
    with pytest.raises(KeyError):
        Greetings("de")
    assert form_words("de").statement == FormWords("en").statement


def test_texts_whose_languages_ask_for_different_names_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="different names"):
        Text(da="Hej, {navn}", en="Hello, {name}")
    with pytest.raises(ValueError, match="different names"):
        Plural(da=("1 svar", "{n} svar"), en=("1 answer", "{n} answers from {who}"))


def test_an_empty_text_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="empty"):
        Text(da="Hej", en=" ")


def test_a_member_of_an_enum_without_a_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="no text for undecided, failed, contested"):
        TextOf({GateState.PASSED: Text(da="På plads", en="In place")}, every=GateState)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [ReportWords, ComparisonWords, ExplanationWords, StudyWords, RoomWords, FormWords])
def test_every_text_of_the_program_can_be_read(kind: type[Catalogue], language: str) -> None:
    assert all(text.strip() for text in texts(kind(language)))


def texts(catalogue: Catalogue) -> Iterator[str]:
    for name, kind in vars(type(catalogue)).items():
        if isinstance(kind, Text):
            yield getattr(catalogue, name)
        elif isinstance(kind, Plural):
            yield from vars(getattr(catalogue, name)).values()
        elif isinstance(kind, TextOf):
            yield from getattr(catalogue, name).values()
        elif isinstance(kind, Part):
            yield from texts(getattr(catalogue, name))
