"""Characters as a person sees them: what one press of Backspace takes away."""

from __future__ import annotations

import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"


def graphemes(text: str) -> list[str]:
    """`text` in characters as a person sees them: a letter with its marks, an emoji with its joined parts, a flag."""
    found: list[str] = []
    for point in text:
        if found and joins(found[-1], point):
            found[-1] += point
        else:
            found.append(point)
    return found


def joins(cluster: str, point: str) -> bool:
    """Say whether the code point `point` belongs to the character before it."""
    if cluster[-1] == _ZERO_WIDTH_JOINER or _is_joiner(point):
        return True
    return len(cluster) == 1 and _is_flag_letter(cluster) and _is_flag_letter(point)


def _is_joiner(point: str) -> bool:
    is_skin_tone = "\U0001f3fb" <= point <= "\U0001f3ff"
    is_tag = "\U000e0020" <= point <= "\U000e007f"
    return point in "\u200c\u200d" or is_skin_tone or is_tag or unicodedata.category(point) in {"Mn", "Me", "Mc"}


def _is_flag_letter(point: str) -> bool:
    return "\U0001f1e6" <= point <= "\U0001f1ff"


def is_seen(point: str) -> bool:
    """Not so control characters and marks that turn the line round: they never reach the screen or the session."""
    return _is_joiner(point) or unicodedata.category(point) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
