"""Dates as a language writes them: `23. november 2026`; words that are no date stay."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date


def long_date(date: dt.date, language: str) -> str:
    """A date in words.

    >>> long_date(dt.date(2026, 11, 23), "da")
    '23. november 2026'
    """
    # the British order in English: these are reports of Danish municipalities
    return format_date(date, "long", locale="en_GB" if language == "en" else language)


def day_in_words(text: str, language: str) -> str:
    """A promised day, kept as `2026-11-23`, as a language writes it; other words stay."""
    try:
        return long_date(dt.date.fromisoformat(text), language)
    except ValueError:
        return text
