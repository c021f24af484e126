"""How names with letters beyond ASCII look after a program lost them: `I hoej grad`, `I h?j grad`, `I h&oslash;j grad`.

A name is known by such a spelling only where no other name looks the same.
"""

from __future__ import annotations

import functools
import html
from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

_LOST: Final = "\ufffd"
_WAYS: Final = (
    {"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae"},
    {"æ": "ae", "ø": "o", "å": "a", "ö": "o", "ä": "a"},
    {"æ": "a", "ø": "o", "å": "a", "ö": "o", "ä": "a"},
    {"æ": "ae", "ø": "o", "å": "aa"},
    dict.fromkeys("æøåöä", "?"),
    dict.fromkeys("æøåöä", "??"),
    dict.fromkeys("æøåöä", "_"),
    dict.fromkeys("æøåöä", ""),
)
_Meaning = TypeVar("_Meaning")


def damaged(names: Mapping[str, _Meaning]) -> dict[str, _Meaning]:
    """Every damaged spelling of these names (folded) → what the name means."""
    found: dict[str, set[_Meaning]] = {}
    for name, meaning in names.items():
        for spelling in _spellings(name):
            found.setdefault(spelling, set()).add(meaning)
    return {text: next(iter(meant)) for text, meant in found.items() if len(meant) == 1 and text not in names}


def unescaped(text: str) -> str:
    """A folded text as it is looked up: without entities, a lost letter as `?`."""
    if "&" in text:
        text = html.unescape(text)
    return text.replace(_LOST, "?")


def _spellings(name: str) -> Iterator[str]:
    if name.isascii():
        return
    for way in _WAYS:
        yield functools.reduce(lambda text, letter: text.replace(*letter), way.items(), name)
