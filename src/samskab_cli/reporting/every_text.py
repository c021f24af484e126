"""A change made to every text inside a dataclass, catalogue or tuple: cleaned, or signs replaced."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Hashable
from enum import Enum
from operator import is_
from typing import Any, TypeVar, cast

from samskab_cli.model.catalogue import Catalogue
from samskab_cli.model.text import clean

_Thing = TypeVar("_Thing")


def clean_texts(thing: _Thing) -> _Thing:
    """The thing with every text made harmless, whichever way it came in."""
    return change_texts(thing, clean)


def change_texts(thing: _Thing, change: Callable[[str], str]) -> _Thing:
    """A dataclass, a catalogue or a tuple with `change` made to every text in it, nested ones too; else itself."""
    return cast("_Thing", _change(thing, change))


def _change(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else change(value)  # a level or a state is no text
    if isinstance(value, tuple):
        parts = [_change(part, change) for part in value]
        return value if all(map(is_, parts, value)) else tuple(parts)
    kind: Any = type(value)
    if names := _fields(kind):
        fields = [(name, getattr(value, name)) for name in names]
        changed = {name: new for name, field in fields if (new := _change(field, change)) is not field}
        return dataclasses.replace(cast("Any", value), **changed) if changed else value
    return value.spelt(change) if isinstance(value, Catalogue) else value


@functools.cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """Of a dataclass; a report has thousands of them, of few kinds."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()
