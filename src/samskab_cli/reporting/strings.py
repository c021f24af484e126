"""One change made to every text of a thing: at the end of the view, and where an encoding lacks a sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar, cast

from pydantic import BaseModel

from samskab_cli.model.catalogue import Catalogue
from samskab_cli.model.text import clean

_Thing = TypeVar("_Thing")


def cleaned(thing: _Thing) -> _Thing:
    """The thing with every text made harmless, whichever way it came in."""
    return changed(thing, clean)


def changed(thing: _Thing, change: Callable[[str], str]) -> _Thing:
    """A copy of a model, a catalogue or a tuple with `change` made to every text in it, nested ones too."""
    return cast("_Thing", _changed(thing, change))


def _changed(value: object, change: Callable[[str], str]) -> object:
    match value:
        case str() if not isinstance(value, Enum):  # a level or a state is no text
            return change(value)
        case tuple():
            return tuple(_changed(part, change) for part in value)
        case Mapping():
            return {key: _changed(part, change) for key, part in value.items()}
        case Catalogue():
            return value.spelt(change)
        case BaseModel():
            return value.model_copy(
                update={name: _changed(getattr(value, name), change) for name in type(value).model_fields}
            )
        case _:
            return value
