"""Dates as people write them (`26/2`, `26. februar`, `i morgen`, `om 14 dage`, `2027-02-26`), and their English twins.

Nothing is guessed: a text is one of these forms or no date, and whoever asks shows the date that was understood.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Final

from samskab_cli.model.text import fold

_LANGUAGES: Final = ("da", "en")
_YEARS: Final = 8
"""A day without a year is looked for this many years around: 29 February once in them (1900 and 2100 apart)."""
_TODAY_AND_ON: Final = {
    **dict.fromkeys(("i dag", "idag", "today"), 0),
    **dict.fromkeys(("i morgen", "imorgen", "tomorrow"), 1),
    **dict.fromkeys(("i overmorgen", "overmorgen", "the day after tomorrow"), 2),
}
_NUMBERS: Final = (
    {"en", "et", "én", "ét", "a", "an", "one"},
    {"to", "two"},
    {"tre", "three"},
    {"fire", "four"},
    {"fem", "five"},
    {"seks", "six"},
    {"syv", "seven"},
    {"otte", "eight"},
    {"ni", "nine"},
    {"ti", "ten"},
    {"elleve", "eleven"},
    {"tolv", "twelve"},
)
_DAYS: Final = {
    **dict.fromkeys(("dag", "dage", "day", "days"), 1),
    **dict.fromkeys(("uge", "uger", "week", "weeks"), 7),
}
_MONTHS: Final = {
    **dict.fromkeys(("måned", "måneder", "month", "months"), 1),
    **dict.fromkeys(("år", "year", "years"), 12),
}
_BEFORE: Final = re.compile(r"(?:(?:på|on|den|d\.|the) )+")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC: Final = re.compile(r"(\d{1,2})\.? ?[./-] ?(\d{1,2})(?:(?:\.? ?[./-] ?| )(\d{4}|\d{2}))?\.?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?([^\W\d_]{3,})\.?(?: (\d{4}))?")
_MONTH_FIRST: Final = re.compile(r"([^\W\d_]{3,}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_IN: Final = re.compile(r"(?:om|in) (\d{1,6}|[^\W\d_]+) ([^\W\d_]+)")


class DateFault(StrEnum):
    """Why a text is no date to agree on."""

    UNREADABLE = "unreadable"
    """It has none of the forms."""
    IMPOSSIBLE = "impossible"
    """It has the form of a date, and the calendar no such day."""
    PAST = "past"
    """The day is over."""


class DateRefused(ValueError):
    """A text that is no date to agree on; carries the fault, and the day where there is one."""

    def __init__(self, fault: DateFault, date: dt.date | None = None) -> None:
        super().__init__(fault)
        self.fault, self.date = fault, date


def read_date(text: str, today: dt.date, *, ahead: bool = True) -> dt.date:
    """The day that a text names. ahead: of something to come, so that no earlier day is meant than today.

    A day without a year is the first one from today on, else the nearest one. Raises DateRefused.

    >>> read_date("26/2", dt.date(2026, 11, 23))
    datetime.date(2027, 2, 26)
    """
    words = fold(text.replace(",", " ")).rstrip(" .")
    try:
        date = _relative(words, today) or _named(words, today, ahead=ahead)
    except (ValueError, OverflowError) as error:
        if isinstance(error, DateRefused):
            raise
        raise DateRefused(DateFault.IMPOSSIBLE) from error
    if ahead and date < today:
        raise DateRefused(DateFault.PAST, date)
    return date


def _relative(words: str, today: dt.date) -> dt.date | None:
    """Counted from today: `i morgen`, `på fredag`, `om 14 dage`."""
    if words in _TODAY_AND_ON:
        return today + dt.timedelta(days=_TODAY_AND_ON[words])
    weekday = _weekdays().get(_BEFORE.sub("", words, count=1))
    if weekday is not None:
        return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    match = _IN.fullmatch(words)
    number = _number(match[1]) if match else None
    if match is None or number is None:
        return None
    if match[2] in _DAYS:
        return today + dt.timedelta(days=number * _DAYS[match[2]])
    return _months_on(today, number * _MONTHS[match[2]]) if match[2] in _MONTHS else None


def _named(words: str, today: dt.date, *, ahead: bool) -> dt.date:
    """By day and month, maybe with year and weekday. Raises DateRefused, and ValueError for no day of the calendar."""
    first, _, rest = words.partition(" ")
    weekday = _weekdays().get(first.rstrip("."))
    words = _BEFORE.sub("", words if weekday is None else rest, count=1)
    day, month, year = _parts(words)
    if year is None:
        days = list(_days(day, month, today.year))
        # ValueError where the calendar never has it
        date = min((one for one in days if one >= today or not ahead), key=lambda one: abs(one - today))
    else:
        date = dt.date(year, month, day)
    if weekday is not None and date.weekday() != weekday:
        raise DateRefused(DateFault.IMPOSSIBLE, date)
    return date


def _parts(words: str) -> tuple[int, int, int | None]:
    """Day, month, and the year where it is said. Raises DateRefused for what has no such form."""
    if match := _ISO.fullmatch(words):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _NUMERIC.fullmatch(words):
        year = f"20{match[3]}"[-4:] if match[3] else None
        return int(match[1]), int(match[2]), int(year) if year else None
    if match := _DAY_FIRST.fullmatch(words):
        day, name, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.fullmatch(words):
        day, name, year = match[2], match[1], match[3]
    else:
        raise DateRefused(DateFault.UNREADABLE)
    months = {number for full, number in _months().items() if full.startswith(name)}
    if len(months) != 1:
        raise DateRefused(DateFault.UNREADABLE)
    return int(day), months.pop(), int(year) if year else None


def _days(day: int, month: int, year: int) -> Iterator[dt.date]:
    """That day in the years around; none where the calendar has none."""
    for one in range(max(year - _YEARS, dt.MINYEAR), min(year + _YEARS, dt.MAXYEAR) + 1):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(one, month)[1]:
            yield dt.date(one, month, day)


def _months_on(today: dt.date, months: int) -> dt.date:
    """The same day some months later; the last one of a month that is too short."""
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    if year > dt.MAXYEAR:
        raise OverflowError
    return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word)
    return next((number for number, words in enumerate(_NUMBERS, start=1) if word in words), None)


@cache
def _weekdays() -> dict[str, int]:
    """The names of the weekdays, from 0 for Monday."""
    from babel.dates import get_day_names

    return {name.casefold(): day for lang in _LANGUAGES for day, name in get_day_names("wide", locale=lang).items()}


@cache
def _months() -> dict[str, int]:
    """The names of the months, from 1."""
    from babel.dates import get_month_names

    return {name.casefold(): n for lang in _LANGUAGES for n, name in get_month_names("wide", locale=lang).items()}
