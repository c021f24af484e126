"""How a room is asked for a day: what is typed stays in the line until it is one, and the day understood is shown."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from samskab_cli.model.text import clean
from samskab_cli.workshop.dates import DateFault, DateRefused, read_date
from samskab_cli.workshop.wording import RoomWords


class Left(Exception):  # no error: Esc
    """The room left a line, and with it what it was about."""


class LineReader(Protocol):
    """Where lines are read."""

    def ask(self, prompt: str, text: str = "") -> str | None:
        """One line, `text` there to be changed; None where the room left it, or nothing comes any more."""


def ask_date(front: LineReader, prompt: str, words: RoomWords, today: dt.date, *, ahead: bool = True) -> dt.date | None:
    """A day; None for an empty line. ahead: no day before today. Raises Left."""
    question, text = prompt, ""
    while text := _line(front, question, text):
        try:
            return read_date(text, today, ahead=ahead)
        except DateRefused as refusal:
            question = f"{refusal_text(refusal, words)} {prompt}"
    return None


def ask_when(front: LineReader, words: RoomWords, today: dt.date, before: str | None) -> str | None:
    """By when something is done: a day as `2026-11-23`, or words that are none (`efter påske`) as they are.

    Raises Left.
    """
    question, text = words.remarks.when, date_in_words(before or "", words)
    while text := _line(front, question, text):
        try:
            return read_date(text, today).isoformat()
        except DateRefused as refusal:
            if refusal.fault is DateFault.UNREADABLE:
                return text
            question = f"{refusal_text(refusal, words)} {words.remarks.when}"
    return None


def _line(front: LineReader, prompt: str, text: str) -> str:
    line = front.ask(prompt, text)
    if line is None:
        raise Left
    return clean(line).strip()


def refusal_text(refusal: DateRefused, words: RoomWords) -> str:
    """What to say of a text that is no day to agree on."""
    if refusal.fault is DateFault.PAST and refusal.date is not None:
        return words.start.past_date.format(date=date_in_words(refusal.date.isoformat(), words))
    return words.start.bad_date if refusal.fault is DateFault.UNREADABLE else words.start.impossible_date


def date_in_words(when: str, words: RoomWords) -> str:
    """A day as the room writes it; other words stay."""
    from samskab_cli.reporting.dates import day_in_words  # not before somebody sets a date

    return day_in_words(when, words.language)
