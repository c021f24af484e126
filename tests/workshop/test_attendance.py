"""Who is here, in the words that people write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.attendance import Attendance, UnknownRole, bad_present, example_of_present, read_present
from samskab_cli.workshop.wording import RoomWords

SETS = Path(__file__).parents[1] / "question_sets" / "valid"


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
    assert here.moved(1).more(1).in_words.startswith("Byråd / politiker 1, Direktion / ledelse 1, Medarbejder 0,")
    assert here.moved(99).place == len(here.rows) - 1
    assert here.with_words("2 politikere").rows[0] == ("Byråd / politiker", 2)


def typed(here: Attendance, keys: str) -> Attendance:
    """After digits, and < for Backspace."""
    for key in keys:
        here = here.rubbed_out() if key == "<" else here.digit(key)
    return here


@pytest.mark.parametrize(
    ("keys", "people"),
    [("3", 3), ("12", 12), ("12<", 1), ("12<5", 15), ("12<<", 0), ("12<<7", 7), ("<", 0), ("0", 0), ("05", 5),
     ("999", 999), ("1000", 100), ("", 4)],
)  # fmt: skip
def test_digits_are_the_number_of_the_marked_line(readiness: QuestionSet, keys: str, people: int) -> None:
    here = typed(Attendance(readiness, "da", {"byraad": 4}), keys)
    assert here.rows[0][1] == people
    assert here.entered().present["byraad"] == people
    assert here.moved(1).digit("2").rows[:2] == [("Byråd / politiker", people), ("Direktion / ledelse", 2)]


def test_plus_and_minus_count_on_from_a_typed_number(readiness: QuestionSet) -> None:
    here = typed(Attendance(readiness, "da", {}), "12")
    assert here.more(1).rows[0][1] == 13
    assert here.more(-1).digit("4").rows[0][1] == 4, "a number begins anew"


def test_digits_that_go_on_as_words_are_of_whom_the_words_name(readiness: QuestionSet) -> None:
    here = typed(Attendance(readiness, "da", {"byraad": 4}), "3")
    assert here.with_words("3 borgere").entered().present == dict.fromkeys(here.listed, 0) | {"byraad": 4, "borger": 3}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["readiness", "borgere", str(SETS / "en_fil.yaml"), str(SETS / "uden_roller.yaml")])
def test_the_example_of_what_can_be_written_is_understood(name: str, language: str) -> None:
    asked = load_question_set(name)
    example = example_of_present(asked, language)
    assert [*read_present(example, asked).values()] == [3]
    assert example in bad_present(UnknownRole("?"), asked, RoomWords(language))


def test_sides_without_roles_are_listed() -> None:
    here = Attendance(load_question_set(str(SETS / "uden_roller.yaml")), "da", {})
    assert here.rows == [("Os", 0), ("Dem", 0)]
    assert here.digit("3").entered().present == {"os": 3}


def test_where_nobody_can_be_named_no_key_does_anything() -> None:
    nobody = Attendance(load_question_set(str(SETS / "to_muligheder.yaml")), "da", {})
    for here in (nobody.digit("3"), nobody.rubbed_out(), nobody.more(1), nobody.moved(1)):
        assert here.entered().present == {}


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
