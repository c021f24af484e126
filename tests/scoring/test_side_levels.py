"""At which level the sides of a crowd are shown, and which of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.model.answers import Answers
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.scoring.engine import crowd
from samskab_cli.scoring.side_levels import Sides, choose_sides
from tests.answers_as_written import question_set, voted, written

ROLES = {"mayor": "politics", "clerk": "administration", "nurse": "administration", "citizen": None, "club": None}
ITEMS = {"d": [{"id": "d1"}, {"id": "d2"}]}
FINE = question_set(ITEMS, roles=ROLES)
COARSE = question_set(
    ITEMS, roles=ROLES, coarse={"inside": ["politics", "administration"], "outside": ["citizen", "club"]}
)
SMALL, PROTECTS = Reason.MIN_GROUP, Reason.PROTECTS_ANOTHER


def people(numbers: Mapping[str, int]) -> Answers:
    """So many people of each role; `-`: of none that can be read."""
    return written(COARSE, "\n".join(f"r {role} 3 4" for role, n in numbers.items() for _ in range(n)))


def sides(min_group: int = 5, *, coarse: bool = True, **numbers: int) -> Sides:
    named = {"-" if role == "nobody" else role: n for role, n in numbers.items()}
    questions = COARSE if coarse else FINE
    return choose_sides(questions, crowd(questions, people(named)), min_group)


def test_a_room_whose_sides_are_all_large_enough_shows_them_as_they_are() -> None:
    found = sides(mayor=5, clerk=3, nurse=3, citizen=5)
    assert (found.level, found.shown, found.hidden) == (
        SideLevel.FINE,
        ("politics", "administration", "citizen"),
        {},
    )
    assert found.roles["administration"] == {"clerk", "nurse"}


def test_thirteen_people_of_three_five_and_five_are_shown_as_two_coarse_sides() -> None:
    found = sides(mayor=3, clerk=5, citizen=5)
    assert (found.level, found.shown, found.hidden) == (SideLevel.COARSE, ("inside", "outside"), {})


def test_one_six_and_five_are_seven_and_five() -> None:
    questions = COARSE
    everybody = crowd(questions, people({"mayor": 1, "clerk": 6, "citizen": 5}))
    found = choose_sides(questions, everybody, 5)
    sizes = {side: everybody.people_of(everybody.tables_of(found.roles[side])).most for side in found.shown}
    assert sizes == {"inside": 7, "outside": 5}


def test_eight_people_have_no_sides_at_five_however_they_are_spread() -> None:
    found = sides(mayor=2, clerk=3, citizen=3)
    assert (found.level, found.shown) == (SideLevel.NONE, ())
    assert found.hidden == {"politics": SMALL, "administration": SMALL, "citizen": SMALL}


def test_without_coarse_sides_the_fine_ones_are_shown_where_two_remain() -> None:
    assert sides(mayor=2, clerk=6, citizen=7, club=8, coarse=False).hidden == {
        "politics": SMALL,
        "administration": PROTECTS,
    }
    found = sides(mayor=3, clerk=5, citizen=5, coarse=False)
    assert (found.level, found.shown) == (SideLevel.NONE, ())
    assert found.hidden == {"politics": SMALL, "administration": PROTECTS, "citizen": PROTECTS}


def test_a_coarse_level_that_hides_nobody_comes_before_a_fine_one_that_does() -> None:
    assert sides(mayor=2, clerk=6, citizen=7, club=8).level is SideLevel.COARSE


def test_a_fine_level_that_shows_two_comes_before_a_coarse_one_that_hides_too() -> None:
    # given one without a readable role, so that both levels have to hide a side
    found = sides(nobody=1, mayor=5, clerk=6, citizen=7)
    assert (found.level, found.shown, found.hidden) == (
        SideLevel.FINE,
        ("administration", "citizen"),
        {"politics": PROTECTS},
    )


def test_one_side_alone_is_shown_and_so_is_the_one_person_of_a_smallest_group_of_one() -> None:
    assert sides(citizen=9).shown == ("citizen",)
    assert sides(1, mayor=1, citizen=1, nobody=1).shown == ("politics", "citizen")


def test_of_votes_the_fewest_present_at_an_item_decide() -> None:
    # given four citizens at the second item, of six at the first
    answers = voted(
        FINE,
        {"mayor": 6, "clerk": 6, "citizen": 6},
        "\n".join(
            f"{item} {role}={4 if (item, role) == ('d2', 'citizen') else 6} 3×4"
            for item in ("d1", "d2")
            for role in ("mayor", "clerk", "citizen")
        ),
    )
    found = choose_sides(FINE, crowd(FINE, answers), 5)
    assert (found.level, found.shown) == (SideLevel.NONE, ())
    assert choose_sides(FINE, crowd(FINE, answers), 4).shown == ("politics", "administration", "citizen")


def test_with_a_smallest_group_of_one_a_side_is_shown_though_it_left_early() -> None:
    answers = voted(FINE, {"mayor": 2, "citizen": 0}, "d1 mayor 3×2\nd1 citizen=3 3×3\nd2 mayor 3×2")
    assert choose_sides(FINE, crowd(FINE, answers), 1).shown == ("politics", "citizen")


@settings(max_examples=200, deadline=None)
@given(
    numbers=st.dictionaries(st.sampled_from([*ROLES, "-"]), st.integers(1, 9), min_size=1),
    min_group=st.integers(2, 6),
    coarse=st.booleans(),
)
def test_shown_sides_are_enough_people_and_the_hidden_ones_together_nobody_or_enough(
    numbers: dict[str, int], min_group: int, coarse: bool
) -> None:
    questions = COARSE if coarse else FINE
    everybody = crowd(questions, people(numbers))
    found = choose_sides(questions, everybody, min_group)
    for side in found.shown:
        assert everybody.people_of(everybody.tables_of(found.roles[side])).fewest >= min_group
    rest = everybody.people_of(everybody.tables_of(found.rest)).most
    assert not found.shown or rest == 0 or rest >= min_group
    assert (found.level is SideLevel.NONE) == (not found.shown)


@pytest.mark.parametrize("role", ["politics", "mayor"])
def test_a_side_in_the_place_of_a_role_stands_in_the_same_coarse_side(role: str) -> None:
    answers = written(COARSE, f"r {role} 3 4\n" * 2 + "r clerk 3 4\n" * 3 + "r citizen 3 4\n" * 5)
    assert choose_sides(COARSE, crowd(COARSE, answers), 5).roles["inside"] == {role, "clerk"}
