"""A change made to every text inside a dataclass, catalogue or tuple: cleaned, or signs replaced."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import TypeVar, cast

from samskab_cli.model.catalogue import Catalogue
from samskab_cli.model.text import clean

_Thing = TypeVar("_Thing")


def clean_texts(thing: _Thing) -> _Thing:
    """The thing with every text made harmless, whichever way it came in."""
    return change_texts(thing, clean)


def change_texts(thing: _Thing, change: Callable[[str], str]) -> _Thing:
    """A copy of a dataclass, a catalogue or a tuple with `change` made to every text in it, nested ones too."""
    return cast("_Thing", _change(thing, change))


def _change(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else change(value)  # a level or a state is no text
    if isinstance(value, tuple):
        return tuple(_change(part, change) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _change(getattr(value, field.name), change) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value.spelt(change) if isinstance(value, Catalogue) else value
