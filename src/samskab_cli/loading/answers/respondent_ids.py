"""Respondent ids: whether they name somebody (CPR numbers, mail addresses), how they are kept, which stand twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.model.text import clean, listing, shown

_MAIL: Final = re.compile(r"\S+@\S+\.\S+")
_CPR: Final = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}( ?- ?|)\d{4}")
_SUSPICIOUS: Final = r"@|^[\s\x1c-\x1f]*[0-3]\d[01]\d{3} ?-? ?\d{4}[\s\x1c-\x1f]*$"
"""What every mail address and every CPR number has, and no other text need be looked at."""
_PLAIN: Final = r"^[ -~]*$"
_TRIMMED: Final = r"^(?:[!-~](?:[ -~]*[!-~])?)?$"
_PROBLEMS_NAMED: Final = 1_000
_LINES_NAMED: Final = 5


def name_somebody(ids: pl.Series) -> bool:
    """Whether ids (String) look like mail addresses or CPR numbers.

    One mail address or one CPR number with its hyphen is enough; ten digits alone could be the survey's own numbers,
    unless most of them begin with a date.
    """
    suspicious = ids.filter(ids.str.contains(_SUSPICIOUS))
    found = [text.strip() for text in suspicious.unique().to_list()]
    cpr = [_CPR.fullmatch(text) for text in found]
    if any(_MAIL.search(text) for text in found) or any(match and match[1] for match in cpr):
        return True
    count = sum(map(bool, cpr))
    return count > 0 and count * 2 > sum(bool(text.strip()) for text in ids.unique().to_list())


def as_ids(texts: pl.Series) -> pl.Series:
    """Ids as they are kept (String): harmless and trimmed; empty where there is none."""
    if texts.str.contains(_TRIMMED).all():
        return texts
    plain = texts.str.contains(_PLAIN)
    if plain.all():
        return texts.str.strip_chars(" ")
    odd = texts.filter(~plain).unique().to_list()
    known = {text: clean(text).strip() for text in odd}
    return texts.replace(list(known), list(known.values())).str.strip_chars(" ")


def stand_twice(texts: pl.Series, given: pl.Series) -> bool:
    """Whether one of the texts (String) stands twice. given: which of them hold anything (Boolean).

    Seen in sorted hashes, which take less room than the texts, or than a set of them.
    """
    hashes = texts.hash().filter(given).sort()
    return bool((hashes == hashes.shift()).any())


def repeated(ids: Sequence[tuple[str, str, int]], *, anonymous: bool, advise: bool = True) -> list[Problem]:
    """A problem for each id that stands twice or more. ids: (id, file, line) of those that aren't blank.

    advise: whether keeping one row of each could be what is wanted.
    """
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, file, line in ids:
        places[name].append((file, line))
    problems: list[Problem] = []
    for name, found in places.items():
        if len(found) > 1 and len(problems) < _PROBLEMS_NAMED:
            file, line = found[0]
            others = (f"line {at}" if where == file else f"{where} line {at}" for where, at in found[1:])
            who = "one respondent" if anonymous else f"respondent {shown(name)}"
            advice = "; --latest keeps the last complete one" if advise else ""
            message = f"{who} stands again in {listing(others, len(found) - 1, _LINES_NAMED)}{advice}"
            problems.append(Problem(message, file, line))
    return problems
