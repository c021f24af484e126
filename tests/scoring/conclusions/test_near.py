"""Near the line: a figure that a few other answers would put across a cut-off."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest

from samskab_cli.model.conclusions import Near
from samskab_cli.model.judging import Level
from samskab_cli.scoring.conclusions.precision import near, readings
from tests.answers_as_written import part, question_set
from tests.scoring.conclusions.rooms import found, two_parts

TWO_PARTS = two_parts()
EIGHT = "- 4 4 4 3 / - 4 4 3 4 / - 3 4 3 4 / - 4 3 4 3 /" * 2


def four(value: float) -> Any:
    return pytest.approx(value, abs=6e-5)


def test_a_standard_error_is_that_of_the_answers_and_of_four_people_more() -> None:
    # given eight people; in a1 and a2 six said 4 and two 3, in b1 and b2 four each
    p, q, *_ = readings(found(TWO_PARTS, EIGHT))
    # then squares about the mean are 6·6.25² + 2·18.75² = 937.5 and 8·12.5² = 1250, of freedom 7
    noise = 4 * (20**2 + 25**2)
    assert p.variance == four((noise + 937.5) / 11 * 0.75)
    assert q.variance == four((noise + 1250) / 11 * 0.75)
    assert p.error == four(sqrt(p.variance / 8) * sqrt(11 / 9))


def test_a_side_that_differs_as_one_makes_no_figure_less_exact() -> None:
    one_side = readings(found(TWO_PARTS, "a 1 1 1 1 /" * 6 + "b 5 5 5 5 /" * 6))
    unseen = readings(found(TWO_PARTS, "a 1 1 1 1 /" * 6 + "b 5 5 5 5 /" * 6, sides=False))

    assert all(known.error < unknown.error for known, unknown in zip(one_side, unseen, strict=True))


def test_the_nearest_come_first_with_the_points_between() -> None:
    # given P 68.75 and Q 62.5 of eight people, near being 4.5 points: the next level asks for 65, the gate for 60
    one = found(TWO_PARTS, EIGHT)

    assert one.level is Level.ATTENTION
    assert near(one) == (
        Near(figure="q", cutoff=65.0, distance=2.5),
        Near(figure="g.q", cutoff=60.0, distance=2.5),
        Near(figure="p", cutoff=65.0, distance=3.75),
    )


def test_only_the_level_given_and_the_next_have_cut_offs_that_matter() -> None:
    questions = question_set({"d": [{"id": "a1"}]}, gates=[{"id": "g", "parts": [part("p", "a1")]}])

    # given 50 of a room that isn't ready by far, and the same of one that isn't relevant by its gate
    prepare = found(questions, "- 3 /" * 12)
    assert prepare.level is Level.PREPARE
    assert near(prepare) == (Near(figure="d", cutoff=50.0, distance=0.0),)
    not_now = found(questions, "- 2 / - 3 /" * 6)
    assert not_now.level is Level.NOT_NOW
    assert [(one.figure, one.cutoff) for one in near(not_now)] == [("g.p", 40.0)]


def test_fewer_than_six_people_lie_near_nothing() -> None:
    assert near(found(TWO_PARTS, "- 4 4 4 3 /" * 5)) == ()


def test_a_cut_off_that_is_both_is_said_once() -> None:
    gate = {"id": "g", "parts": [part("p", "a1")], "pass_at": 50.0, "fail_below": 50.0}
    questions = question_set({"d": [{"id": "a1"}]}, gates=[gate])

    assert [one.figure for one in near(found(questions, "- 3 /" * 12))] == ["d", "g.p"]
