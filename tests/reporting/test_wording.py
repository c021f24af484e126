"""Every catalogue says everything, with the same names in braces."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from string import Formatter

import pytest

from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.reporting.wording import LANGUAGES, Plural, Wording, wording


def texts(thing: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence of a catalogue with its place; both forms of a plural under one."""
    if isinstance(thing, str):
        yield name, thing
    elif isinstance(thing, Plural):
        yield name, thing.one
        yield name, thing.other
    elif isinstance(thing, Mapping):
        for key, part in thing.items():
            yield from texts(part, f"{name}.{key}")
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name), f"{name}.{field.name}")


def names(catalogue: Wording) -> dict[str, set[str]]:
    """Place → names in braces; the number may be left out of "one"."""
    found: dict[str, set[str]] = {}
    for place, text in texts(catalogue):
        found.setdefault(place, set()).update(name for _, name, _, _ in Formatter().parse(text) if name)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_asks_for_the_same_names_as_the_danish_one(language: str) -> None:
    assert names(wording(language)) == names(wording("da"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert all(text.strip() for _, text in texts(wording(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_reason_and_level_has_its_words(language: str) -> None:
    words = wording(language)
    assert set(words.gate_words) == set(GateState)
    assert set(words.gate_reasons) == set(GateReason)
    assert set(words.level_words) == set(Level)


def test_only_one_is_singular() -> None:
    sentence = Plural("1 svar", "{n} svar fra {who}")
    assert [sentence.of(n) for n in (0, 1, 2)] == ["0 svar fra {who}", "1 svar", "2 svar fra {who}"]
