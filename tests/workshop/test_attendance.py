"""Who is here, in the words that people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.attendance import Attendance, UnknownRole, bad_present, read_present
from samskab_cli.workshop.wording import RoomWords


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("borger 3", {"borger": 3}),
        ("borgere=5", {"borger": 5}),
        ("medarbejdere: 4", {"medarb": 4, "borger": 2}),
        ("borger +1", {"borger": 3}),
        ("borger -1", {"borger": 1}),
        ("3 borgere og 1 direktør", {"borger": 3, "ledelse": 1}),
        ("Citizens 4; COUNCIL 2", {"borger": 4, "byraad": 2}),
        ("pårørende 2", {"borger": 2}),
        ("Medarbejder=5, outside=0, borger=0", {"medarb": 5, "outside": 0, "borger": 0}),
        ("borger 0", {"borger": 0}),
    ],
)
def test_roles_are_named_as_people_name_them(readiness: QuestionSet, text: str, present: dict[str, int]) -> None:
    assert read_present(text, readiness, {"borger": 2}) == {"borger": 2} | present


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("bogrer 3", "Borger / pårørende"), ("mdarbejder=2", "Medarbejder"), ("qqq 3", ""), ("3", ""), ("-", "")],
)
def test_what_is_not_understood_names_the_nearest_title(readiness: QuestionSet, text: str, nearest: str) -> None:
    with pytest.raises(UnknownRole) as unknown:
        read_present(text, readiness)
    assert unknown.value.nearest == nearest
    assert text in bad_present(unknown.value, readiness, RoomWords("da"))


@pytest.mark.parametrize(
    "text",
    ["byraad=2, byraad=3", "politics=2, byraad=1", "byraad=1, politics=2", "borger=1000", "borger -3", "for 3"],
)
def test_nobody_is_counted_twice_or_guessed_at(readiness: QuestionSet, text: str) -> None:
    with pytest.raises(UnknownRole):
        read_present(text, readiness)


def test_a_side_that_is_counted_as_its_only_role_stays_that_role(readiness: QuestionSet) -> None:
    assert read_present("politikere 3", readiness, {"byraad": 2}) == {"byraad": 3}


def test_the_list_counts_up_and_down_and_never_below_nobody(readiness: QuestionSet) -> None:
    here = Attendance(readiness, "da", {"byraad": 1})
    assert here.rows[0] == ("Byråd / politiker", 1)
    assert here.more(1).more(1).rows[0][1] == 3
    assert here.more(-1).more(-1).rows[0][1] == 0
    assert here.moved(1).more(1).in_words == "Byråd / politiker 1, Direktion / ledelse 1"
    assert here.moved(99).place == len(here.rows) - 1
    assert here.with_words("12").rows[0][1] == 12
    assert here.with_words("2 politikere").rows[0] == ("Byråd / politiker", 2)


def test_people_counted_by_side_are_listed_by_side(readiness: QuestionSet) -> None:
    titles = [title for title, _ in Attendance(readiness, "da", {"outside": 4}).rows]
    assert titles[0] == "Parter uden for kommunen"
    assert "Borger / pårørende" not in titles
    assert "Medarbejder" in titles


@given(st.text(max_size=30))
def test_any_text_is_people_or_refused(readiness: QuestionSet, text: str) -> None:
    try:
        present = read_present(text, readiness)
    except UnknownRole:
        return
    assert all(0 <= people <= 999 for people in present.values())
