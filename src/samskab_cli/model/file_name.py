"""Names of matters and groups as file names: plain letters, cut to length, safe on every system."""

from __future__ import annotations

import re
import unicodedata

from pathvalidate import sanitize_filename

from samskab_cli.model.text import clean

LONGEST = 60
"""Characters of a name."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"})
_OTHERS = re.compile(r"[^a-z0-9]+")


def plain_letters(text: str) -> str:
    """A text in small ASCII letters, digits and hyphens, at most 60; empty where none is left of it.

    >>> plain_letters("Ensomhed blandt ældre på Læsø?")
    'ensomhed-blandt-aeldre-paa-laesoe'
    """
    folded = unicodedata.normalize("NFKD", clean(text).casefold().translate(_LETTERS))
    return _OTHERS.sub("-", folded.encode("ascii", "ignore").decode("ascii")).strip("-")[:LONGEST].rstrip("-")


def file_name(text: str, otherwise: str) -> str:
    """A text as part of a file name, none that an operating system keeps for itself; else `otherwise`.

    >>> file_name("CON", "sag")
    'con_'
    """
    return sanitize_filename(plain_letters(text), platform="universal") or otherwise
