"""One change made to every text of a model: at the end of the view, and where an encoding lacks a sign."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from pydantic import BaseModel

from samskab_cli.model.text import clean

_Model = TypeVar("_Model", bound=BaseModel)


def cleaned(model: _Model) -> _Model:
    """The model with every text made harmless, whichever way it came in."""
    return changed(model, clean)


def changed(model: _Model, change: Callable[[str], str]) -> _Model:
    """A copy of the model with `change` made to every text in it, nested ones too."""
    fields = type(model).model_fields
    return model.model_copy(update={name: _changed(getattr(model, name), change) for name in fields})


def _changed(value: object, change: Callable[[str], str]) -> object:
    match value:
        case BaseModel():
            return changed(value, change)
        case Enum():  # a level or a state is no text, though it is a str
            return value
        case str():
            return change(value)
        case tuple():
            return tuple(_changed(part, change) for part in value)
        case _:
            return value
