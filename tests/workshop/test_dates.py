"""Dates as a room writes them: understood by one rule each, or refused; never guessed."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.reporting.dates import long_date
from samskab_cli.workshop.date_dialog import Left, ask_date, ask_when
from samskab_cli.workshop.dates import DateFault, DateRefused, read_date
from samskab_cli.workshop.wording import RoomWords

MONDAY = dt.date(2026, 11, 23)


def fault_of(text: str, today: dt.date = MONDAY) -> DateFault:
    with pytest.raises(DateRefused) as refusal:
        read_date(text, today)
    return refusal.value.fault


@pytest.mark.parametrize(
    ("danish", "english", "date"),
    [
        ("26/2", "26/2", "2027-02-26"),
        ("26.2.", "26-2", "2027-02-26"),
        ("26/2-27", "26/2 2027", "2027-02-26"),
        ("26.2.2027", "26.02.2027", "2027-02-26"),
        ("2027-02-26", "2027-2-26", "2027-02-26"),
        ("26. februar", "26 February", "2027-02-26"),
        ("d. 26. feb.", "the 26th of Feb", "2027-02-26"),
        ("fredag den 26. februar 2027", "Friday, February 26, 2027", "2027-02-26"),
        ("24/12", "December 24th", "2026-12-24"),
        ("i dag", "today", "2026-11-23"),
        ("I morgen", "Tomorrow", "2026-11-24"),
        ("overmorgen", "the day after tomorrow", "2026-11-25"),
        ("på fredag", "on Friday", "2026-11-27"),
        ("mandag", "Monday", "2026-11-30"),
        ("om 14 dage", "in 14 days", "2026-12-07"),
        ("om en uge", "in a week", "2026-11-30"),
        ("om tre måneder", "in three months", "2027-02-23"),
        ("om et år", "in one year", "2027-11-23"),
    ],
)
def test_a_date_is_read_as_it_is_written_in_either_language(danish: str, english: str, date: str) -> None:
    assert read_date(danish, MONDAY) == read_date(english, MONDAY) == dt.date.fromisoformat(date)


def test_a_day_without_a_year_is_the_next_one_and_today_counts() -> None:
    assert read_date("23/11", MONDAY) == MONDAY
    assert read_date("22/11", MONDAY) == dt.date(2027, 11, 22)
    assert read_date("29/2", MONDAY) == dt.date(2028, 2, 29)


def test_of_what_may_be_over_a_day_without_a_year_is_the_nearest_one() -> None:
    assert read_date("22/11", MONDAY, ahead=False) == dt.date(2026, 11, 22)
    assert read_date("1/1", MONDAY, ahead=False) == dt.date(2027, 1, 1)
    assert read_date("2025-03-01", MONDAY, ahead=False) == dt.date(2025, 3, 1)


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert read_date("om en måned", dt.date(2027, 1, 31)) == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    "text", ["31/2", "31.2.2027", "31. april", "0/1", "1/13", "2027-13-01", "torsdag den 26. februar 2027"]
)
def test_a_day_that_the_calendar_does_not_have_is_impossible(text: str) -> None:
    assert fault_of(text) is DateFault.IMPOSSIBLE


@pytest.mark.parametrize("text", ["om 999999 uger", "om 999999 måneder", "om 999999 år"])
def test_a_day_after_the_last_one_of_the_calendar_is_impossible(text: str) -> None:
    assert fault_of(text) is DateFault.IMPOSSIBLE


def test_a_day_that_is_over_is_refused_with_the_day() -> None:
    with pytest.raises(DateRefused) as refusal:
        read_date("22.11.2026", MONDAY)

    assert (refusal.value.fault, refusal.value.date) == (DateFault.PAST, dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "efter sommerferien",
        "næste fredag",
        "uge 9",
        "26",
        "26/2/",
        "ma 3",
        "ju 3",
        "om lidt",
        "om 3 møder",
        "fredag om en uge",
    ],
)
def test_what_has_no_form_of_a_date_or_could_be_two_days_is_none(text: str) -> None:
    assert fault_of(text) is DateFault.UNREADABLE


@given(date=st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)), language=st.sampled_from(["da", "en"]))
def test_every_date_that_a_report_writes_can_be_typed_again(date: dt.date, language: str) -> None:
    assert read_date(long_date(date, language), MONDAY, ahead=False) == date


@given(
    text=st.text(alphabet="0123456789/.- omindagefruarMTS", max_size=14) | st.text(max_size=20),
    today=st.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31)),
)
def test_any_text_is_a_day_to_come_or_refused(text: str, today: dt.date) -> None:
    with contextlib.suppress(DateRefused):
        assert read_date(text, today) >= today


class Typing:
    """A room that types these lines, and what it was asked."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.asked = list(lines), list[tuple[str, str]]()

    def ask(self, prompt: str, text: str = "") -> str | None:
        self.asked.append((prompt, text))
        return self.lines.pop(0) if self.lines else None


def test_a_line_that_is_no_day_stays_there_to_be_mended_with_the_reason_before_the_question() -> None:
    room = Typing("31/2", "1/11/2026", "om lidt", "1/12")

    date = ask_date(room, "Hvornår? ", RoomWords("da"), MONDAY)

    assert date == dt.date(2026, 12, 1)
    assert room.asked == [
        ("Hvornår? ", ""),
        ("Den dag findes ikke. Hvornår? ", "31/2"),
        ("1. november 2026 er gået. Hvornår? ", "1/11/2026"),
        (
            "Det kan ikke læses som en dag. Skriv for eksempel 26/2, på fredag eller om 14 dage. Hvornår? ",
            "om lidt",
        ),
    ]


@pytest.mark.parametrize("lines", [(), ("31/2",)])
def test_escape_leaves_what_the_day_was_about(lines: tuple[str, ...]) -> None:
    with pytest.raises(Left):
        ask_date(Typing(*lines), "Hvornår? ", RoomWords("da"), MONDAY)
    with pytest.raises(Left):
        ask_when(Typing(*lines), RoomWords("da"), MONDAY, None)


@pytest.mark.parametrize("lines", [("",), ("31/2", " ")])
def test_an_empty_line_leaves_the_day_open(lines: tuple[str, ...]) -> None:
    assert ask_date(Typing(*lines), "Hvornår? ", RoomWords("da"), MONDAY) is None
    assert ask_when(Typing(*lines), RoomWords("da"), MONDAY, None) is None


def test_a_promise_is_kept_by_a_day_or_in_words_and_a_day_is_there_to_be_changed() -> None:
    assert ask_when(Typing("fredag"), RoomWords("da"), MONDAY, None) == "2026-11-27"
    assert ask_when(Typing("efter påske"), RoomWords("da"), MONDAY, None) == "efter påske"
    room = Typing("31. november", "1. december")
    assert ask_when(room, RoomWords("da"), MONDAY, "2026-11-27") == "2026-12-01"
    assert room.asked[0] == ("Hvornår? ", "27. november 2026")
