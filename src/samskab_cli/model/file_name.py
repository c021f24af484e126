"""Names of people's things as names of files, on every system."""

from __future__ import annotations

import re
import unicodedata

from pathvalidate import sanitize_filename

from samskab_cli.model.text import clean

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ł": "l", "þ": "th"})
_LONGEST = 60


def file_name(text: str, otherwise: str) -> str:
    """A text as part of a file name: small ASCII letters, digits and hyphens, at most 60; else `otherwise`.

    >>> file_name("Ensomhed blandt ældre på Læsø?", "sag")
    'ensomhed-blandt-aeldre-paa-laesoe'
    """
    folded = unicodedata.normalize("NFKD", clean(text).casefold().translate(_LETTERS))
    words = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode("ascii")).strip("-")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return sanitize_filename(words, platform="universal") or otherwise  # con, nul and their like
