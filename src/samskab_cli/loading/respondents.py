"""Who answered: ids as the file has them, unless they would name somebody; nobody counts twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.model.text import clean, shown

_MAIL: Final = re.compile(r"\S+@\S+\.\S+")
_CPR: Final = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}( ?- ?|)\d{4}")
_PROBLEMS_NAMED: Final = 1_000


def name_somebody(spellings: Iterable[str]) -> bool:
    """Whether ids look like mail addresses or CPR numbers.

    One mail address or one CPR number with its hyphen is enough; ten digits alone could be the survey's own numbers,
    unless most of them begin with a date.
    """
    ids = [text.strip() for text in spellings if text.strip()]
    cpr = [_CPR.fullmatch(text) for text in ids]
    if any(_MAIL.search(text) for text in ids) or any(found and found[1] for found in cpr):
        return True
    return sum(map(bool, cpr)) * 2 > len(ids)


def as_id(text: str) -> str:
    """An id as it is kept: harmless and trimmed; empty where there is none."""
    return clean(text).strip()


def repeated(ids: Sequence[tuple[str, str, int]], *, anonymous: bool) -> list[Problem]:
    """A problem for each id that stands twice or more. ids: (id, file, line) of those that aren't blank."""
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, file, line in ids:
        places[name].append((file, line))
    problems: list[Problem] = []
    for name, found in places.items():
        if len(found) > 1 and len(problems) < _PROBLEMS_NAMED:
            file, line = found[0]
            others = ", ".join(f"line {at}" if where == file else f"{where} line {at}" for where, at in found[1:6])
            more = f" and {len(found) - 6} more" if len(found) > 6 else ""
            who = "one respondent" if anonymous else f"respondent {shown(name)}"
            message = f"{who} stands again in {others}{more}; --latest keeps the last complete one"
            problems.append(Problem(message, file, line))
    return problems
