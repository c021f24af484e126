"""Texts in every language side by side: a catalogue is a class, a text one attribute of it.

    class Headings(Catalogue):
        gates = Text(da="Afgørende spørgsmål", en="Decisive questions")

    Headings("da").gates  # "Afgørende spørgsmål"

A language that is missing is a type error, since every language is a required argument. A language more is a field of
`Text` and of `Plural`. Names in braces are filled in by the reader; texts whose languages don't ask for the same names
can't be made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from string import Formatter
from typing import Generic, Self, TypeVar, overload

_Key = TypeVar("_Key")
_Catalogue_co = TypeVar("_Catalogue_co", bound="Catalogue", covariant=True)


class Catalogue:
    """Texts about one subject, read in one language. Raises KeyError for a language without texts."""

    def __init__(self, language: str, spelling: Callable[[str], str] = str) -> None:
        """Texts in `language`, each as `spelling` writes it."""
        if language not in LANGUAGES:
            raise KeyError(language)
        self.language, self.spelling = language, spelling

    def spelt(self, spelling: Callable[[str], str]) -> Self:
        """The same texts, written differently: where a terminal lacks a sign."""
        return type(self)(self.language, spelling)

    def texts(self) -> dict[str, str]:
        """Name → text, for a template that isn't Python."""
        return {
            name: text.__get__(self, type(self)) for name, text in vars(type(self)).items() if isinstance(text, Text)
        }


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text in every language: on the class itself, on a catalogue the `str` of its language."""

    da: str
    en: str

    def __post_init__(self) -> None:
        """Compare what the languages ask for. Raises ValueError."""
        _compare_names({language: (self.of(language),) for language in LANGUAGES})

    def of(self, language: str) -> str:
        """The text in a language."""
        text: str = vars(self)[language]
        return text

    @overload
    def __get__(self, catalogue: None, owner: type[Catalogue]) -> Self: ...
    @overload
    def __get__(self, catalogue: Catalogue, owner: type[Catalogue]) -> str: ...
    def __get__(self, catalogue: Catalogue | None, owner: type[Catalogue]) -> Self | str:
        return self if catalogue is None else catalogue.spelling(self.of(catalogue.language))


LANGUAGES = tuple(field.name for field in fields(Text))
"""The languages that texts are written in, the default first."""


@dataclass(frozen=True)
class Forms:
    """A sentence about one and about any other number, as Danish and English have it."""

    one: str
    other: str

    def of(self, number: int, count: Callable[[int], str] = str) -> str:
        """The sentence for a number; `count` writes it. Other names in braces stay for the caller."""
        return (self.one if number == 1 else self.other).replace("{n}", count(number))


@dataclass(frozen=True, kw_only=True)
class Plural:
    """A sentence about a number of things in every language, each about one and about any other number."""

    da: tuple[str, str]
    en: tuple[str, str]

    def __post_init__(self) -> None:
        """Compare what the languages ask for; "one" may leave its number out. Raises ValueError."""
        _compare_names(vars(self))

    @overload
    def __get__(self, catalogue: None, owner: type[Catalogue]) -> Self: ...
    @overload
    def __get__(self, catalogue: Catalogue, owner: type[Catalogue]) -> Forms: ...
    def __get__(self, catalogue: Catalogue | None, owner: type[Catalogue]) -> Self | Forms:
        return self if catalogue is None else Forms(*map(catalogue.spelling, vars(self)[catalogue.language]))


class TextOf(Generic[_Key]):
    """One text for each of several keys."""

    def __init__(self, texts: Mapping[_Key, Text], *, every: type[Enum] | None = None) -> None:
        """Raises ValueError where a member of `every` has no text."""
        self._texts = texts
        if missing := [str(key) for key in every or () if key not in texts]:
            raise ValueError(f"no text for {', '.join(missing)}")

    def but(self, texts: Mapping[_Key, Text]) -> Self:
        """The same with some other texts."""
        return type(self)({**self._texts, **texts})

    @overload
    def __get__(self, catalogue: None, owner: type[Catalogue]) -> Self: ...
    @overload
    def __get__(self, catalogue: Catalogue, owner: type[Catalogue]) -> Mapping[_Key, str]: ...
    def __get__(self, catalogue: Catalogue | None, owner: type[Catalogue]) -> Self | Mapping[_Key, str]:
        if catalogue is None:
            return self
        return {key: catalogue.spelling(text.of(catalogue.language)) for key, text in self._texts.items()}


class Part(Generic[_Catalogue_co]):
    """A catalogue inside another, in the same language."""

    def __init__(self, kind: type[_Catalogue_co]) -> None:
        self._kind = kind

    @overload
    def __get__(self, catalogue: None, owner: type[Catalogue]) -> Self: ...
    @overload
    def __get__(self, catalogue: Catalogue, owner: type[Catalogue]) -> _Catalogue_co: ...
    def __get__(self, catalogue: Catalogue | None, owner: type[Catalogue]) -> Self | _Catalogue_co:
        return self if catalogue is None else self._kind(catalogue.language, catalogue.spelling)


def _compare_names(texts: Mapping[str, tuple[str, ...]]) -> None:
    """Raise ValueError unless every language has texts and asks for the same names in braces."""
    names = {language: frozenset().union(*map(_names, forms)) for language, forms in texts.items()}
    if len(set(names.values())) > 1 or not all(text.strip() for forms in texts.values() for text in forms):
        raise ValueError(f"a text is empty, or its languages ask for different names: {dict(texts)}")


def _names(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
