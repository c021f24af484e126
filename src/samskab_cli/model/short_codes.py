"""Ids cut to what a survey system allows: the form that goes out and the file that comes back must cut alike."""

from __future__ import annotations

from collections.abc import Sequence


def short_codes(names: Sequence[str], most: int) -> dict[str, str]:
    """Name → a code of at most `most` letters and digits, all different; names that are short enough stay.

    >>> short_codes(("borger", "borgerraad", "byraad", "chef"), 5)
    {'borger': 'borge', 'borgerraad': 'borg2', 'byraad': 'byraa', 'chef': 'chef'}
    """
    plain = {name: "".join(sign for sign in name if sign.isalnum()) for name in names}
    codes = {name: name for name, bare in plain.items() if bare == name and len(name) <= most}
    for name in names:
        number = 1
        while name not in codes:
            tail = "" if number == 1 else str(number)
            code = f"{plain[name][: most - len(tail)]}{tail}"
            if code not in codes.values():
                codes[name] = code
            number += 1
    return {name: codes[name] for name in names}
