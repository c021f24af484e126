"""`clean`, `shown`, `fold`, `listing`, `nearest`: foreign text made harmless, quoted, compared, near names found."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

_ZWJ = "\u200d"
_VARIATION_AND_SKIN = "\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SUBDIVISION_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)) + "]"
)
_OUT = frozenset({"Cc", "Cf", "Cs"})


def clean(text: str, *, lines: bool = False) -> str:
    r"""Text from outside as it may be shown: NFC, without control and format characters.

    Out go C0, DEL, C1, ESC, NUL, bidi marks and overrides, zero-width blanks, soft hyphens, lone surrogates and
    noncharacters. Line breaks and tabs become one blank each; with `lines`, line breaks stay, as `\n`. Emoji (their
    joined sequences and flags included) and letters of every script stay. Cleaning twice changes nothing.

    >>> clean("Tak\x1b[31m\u202e for\tkaffe")
    'Tak[31m for kaffe'
    """
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    if not lines:
        text = _LINE_BREAK.sub(" ", text)
    return "\n".join(_clean_line(line) for line in _LINE_BREAK.split(text))


def shown(value: object) -> str:
    """Foreign text in a message: cleaned, at most 40 characters, in quotes."""
    text = clean(str(value)[:400])
    return f"'{text if len(text) <= 40 else text[:39] + '…'}'"


def amount(count: int, noun: str) -> str:
    """How many of something, in a message.

    >>> amount(1, "row"), amount(2000, "row")
    ('1 row', '2,000 rows')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listing(texts: Iterable[str], total: int, most: int) -> str:
    """The first few of `total` texts in a message, and how many more there are; the others are never made.

    >>> listing("abc", 3, most=2)
    'a, b and 1 more'
    """
    some = ", ".join(islice(texts, most))
    return f"{some} and {total - most} more" if total > most else some


def control_character(text: str) -> str | None:
    """The first control character that no text file has by accident (not a tab, not a line break), as `U+001B`."""
    if text.isprintable():
        return None
    found = next((c for c in text if unicodedata.category(c) == "Cc" and c not in "\t\n\r\x85"), None)
    return None if found is None else f"U+{ord(found):04X}"


def fold(text: str) -> str:
    """Text as it is compared, never shown: cleaned, without case, blanks folded to one and trimmed."""
    return " ".join(clean(text).casefold().split())


def nearest(word: object, names: Iterable[str]) -> str | None:
    """The valid name that a wrong one was probably meant to be, where one is near."""
    close = difflib.get_close_matches(str(word)[:64], sorted(names), n=1, cutoff=0.7)
    return close[0] if close else None


def _clean_line(line: str) -> str:
    line = _NONCHARACTER.sub("", line.replace("\t", " "))
    flags = {i for found in _SUBDIVISION_FLAG.finditer(line) for i in range(*found.span())}
    kept = "".join(
        char
        for i, char in enumerate(line)
        if unicodedata.category(char) not in _OUT or i in flags or (char == _ZWJ and _joins(line, i))
    )
    return unicodedata.normalize("NFC", kept)


def _joins(line: str, i: int) -> bool:
    """Whether the joiner at `i` stands between two emoji: anywhere else it only hides differences."""
    before = line[max(0, i - 3) : i].rstrip(_VARIATION_AND_SKIN)[-1:]
    after = line[i + 1 : i + 2]
    return all(char and unicodedata.category(char) in {"So", "Cn"} for char in (before, after))
