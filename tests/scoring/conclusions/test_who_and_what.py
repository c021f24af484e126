"""Who sees it differently, and what to talk about first."""

from __future__ import annotations

from typing import Any

import pytest

from samskab_cli.model.conclusions import Direction, DiscussReason, StandsOut, Topic
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.conclusions.discuss_first import discuss_first
from samskab_cli.scoring.contest.sides import stands_out
from tests.answers_as_written import part, question_set
from tests.scoring.conclusions.rooms import asked_of, room, two_parts

TWO_PARTS = two_parts()
FOUR_ITEMS = question_set(
    {"d": [{"id": name} for name in ("a1", "a2", "a3", "a4")]},
    gates=[{"id": "g", "parts": [part("p", "a3")]}],
    roles=dict.fromkeys("abc"),
)


def four(value: float) -> Any:
    return pytest.approx(value, abs=6e-5)


def topics(questions: QuestionSet, lines: str, *, sides: bool = True) -> tuple[Topic, ...]:
    return discuss_first(asked_of(questions), room(questions, lines, sides=sides))


def test_a_side_stands_out_where_it_lies_apart_from_all_others_together() -> None:
    lines = "a 2 2 5 5 /" * 5 + "b 4 4 4 4 /" * 5 + "c 4 4 4 4 /" * 5

    found = stands_out(asked_of(TWO_PARTS), room(TWO_PARTS, lines))

    # given 50 points below in P; 25 above in Q, which chance gives sides of five: 2.4 · 26.7 · √(1/5 + 1/10) = 35
    assert found == (StandsOut(side="a", dimensions=("p",), direction=Direction.LOWER),)


def test_a_side_may_stand_out_both_ways_and_lower_is_said_first() -> None:
    lines = "a 5 5 1 1 /" * 20 + "b 3 3 3 3 /" * 20

    found = stands_out(asked_of(TWO_PARTS), room(TWO_PARTS, lines))

    assert [(one.side, one.direction, one.dimensions) for one in found] == [
        ("a", "lower", ("q",)),
        ("a", "higher", ("p",)),
        ("b", "lower", ("p",)),
        ("b", "higher", ("q",)),
    ]


def test_less_than_fifteen_points_are_nothing_to_name_however_sure() -> None:
    less = "a 4 4 4 4 / a 4 4 4 3 /" * 500 + "b 4 4 4 4 /" * 1000  # 12.5 points apart in b2, 6.25 in Q

    assert stands_out(asked_of(TWO_PARTS), room(TWO_PARTS, less)) == ()


def test_one_person_never_stands_out() -> None:
    assert stands_out(asked_of(TWO_PARTS), room(TWO_PARTS, "a 1 1 1 1 /" + "b 5 5 5 5 /" * 30)) == ()


def test_a_gap_counts_against_what_chance_gives_two_sides_of_that_size() -> None:
    # given a side of four at 75 and one of four at 25, everybody exactly as their side: s is held at 12
    first, *_ = topics(FOUR_ITEMS, "a 4 3 3 3 /" * 4 + "b 2 3 3 3 /" * 4)

    assert (first.item, first.reason, first.by_chance) == ("a1", DiscussReason.GAP, False)
    assert first.tension == four(50 / (3.2 * 12 * 0.5**0.5))


def test_a_gap_below_what_chance_gives_says_so() -> None:
    found = topics(FOUR_ITEMS, "a 4 3 3 3 / a 3 3 3 3 /" * 2 + "b 3 3 3 3 /" * 4)

    # given 12.5 points apart where 3.2 · 12 · √½ = 27.2 may be chance
    assert [(one.item, one.tension, one.by_chance) for one in found] == [
        ("a1", four(12.5 / (3.2 * 12 * 0.5**0.5)), True)
    ]


def test_in_a_large_room_twenty_points_are_a_tension_of_one() -> None:
    found = topics(FOUR_ITEMS, "a 4 3 3 3 /" * 1000 + "b 3 3 3 3 /" * 1000)

    assert [(one.tension, one.by_chance) for one in found] == [(1.25, False)]


def test_the_largest_gap_is_that_of_the_pair_that_chance_explains_least() -> None:
    # given one person far away, and a whole side less far: √(1/1 + 1/9) against √(1/9 + 1/9)
    found = topics(FOUR_ITEMS, "a 1 3 3 3 /" + "b 5 3 3 3 /" * 9 + "c 3 3 3 3 /" * 9)

    assert found[0].tension == four(max(100 / (3.2 * 12 * (10 / 9) ** 0.5), 50 / 20))


def test_two_camps_of_a_room_without_sides_are_a_disagreement() -> None:
    # given halves at the ends in a1, all alike elsewhere: s = √(16 · 50² / (4 · 15)) = 25.8
    first, *others = topics(FOUR_ITEMS, "- 1 3 3 3 /" * 8 + "- 5 3 3 3 /" * 8)

    one_answer = (16 * 50**2 / (4 * 15)) ** 0.5
    assert (first.item, first.reason, first.by_chance) == ("a1", DiscussReason.DISAGREEMENT, False)
    assert first.tension == four(25 / (one_answer * (0.38 + 1.1 / 4)))
    assert others == []


@pytest.mark.parametrize("lines", ["- 1 3 3 3 / - 5 3 3 3 /" * 2, "- 1 3 3 3 /" + "- 5 3 3 3 /" * 6])
def test_four_answers_or_one_person_are_no_disagreement(lines: str) -> None:
    assert topics(FOUR_ITEMS, lines) == ()


def test_a_side_that_doesnt_know_is_named() -> None:
    found = topics(FOUR_ITEMS, "a 3 dk 3 3 /" * 4 + "a 3 3 3 3 /" + "b 3 3 3 3 /" * 7)

    assert found == (Topic(item="a2", tension=2.0, reason=DiscussReason.UNSURE, by_chance=False, side="a"),)


def test_where_no_side_is_shown_it_is_everybody_who_doesnt_know() -> None:
    found = topics(FOUR_ITEMS, "a 3 dk 3 3 /" * 4 + "a 3 3 3 3 /" + "b 3 3 3 3 /" * 7, sides=False)

    assert [(one.item, one.tension, one.side) for one in found] == [("a2", four(4 / 12 / 0.4), None)]


def test_the_doubt_of_one_is_nothing_to_point_at() -> None:
    assert topics(FOUR_ITEMS, "a dk 3 3 3 / b 3 3 3 3") == ()


def test_of_equal_tensions_those_of_a_gate_come_first_then_question_order() -> None:
    found = topics(FOUR_ITEMS, "a 4 4 4 3 /" * 5 + "b 3 3 3 3 /" * 5)

    assert [one.item for one in found] == ["a3", "a1", "a2"]


def test_of_equal_reasons_the_gap_is_said_first() -> None:
    # given a gap of 20 · 0.5 / 0.4 points beside half of everybody unsure: both are 1.25
    found = topics(FOUR_ITEMS, ("a 4 3 3 3 / a dk 3 3 3 /" * 500) + ("b 3 3 3 3 / b dk 3 3 3 /" * 500))

    assert [(one.item, one.reason, one.tension) for one in found] == [("a1", DiscussReason.GAP, 1.25)]
