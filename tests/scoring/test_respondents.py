"""What a cell can be, and one respondent's scores."""

from __future__ import annotations

from typing import Any

import pytest

from samskab_cli.model.findings import Figure
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.engine import find, respondent_rows
from tests.answers_as_written import alone, question_set, written

approx = pytest.approx


def five(**change: Any) -> QuestionSet:
    """One dimension of five items."""
    return question_set({"d": [{"id": f"d{i}"} for i in range(1, 6)]}, **change)


def of_dimension(questions: QuestionSet, cells: str) -> Figure:
    return find(questions, alone(questions, cells)).dimensions["d"]


def test_three_of_five_answered_is_enough_for_a_score() -> None:
    assert of_dimension(five(), "5 5 5 . dk").score == 100


def test_two_of_five_answered_is_not() -> None:
    figure = of_dimension(five(), "5 5 dk . !")
    assert (figure.score, figure.low, figure.high, figure.n, figure.members) == (None, 40, 100, 0, 1)


def test_two_of_three_is_enough_where_two_thirds_are_asked_for() -> None:
    assert of_dimension(five(min_answered=2 / 3), "5 5 dk na na").score == 100


def test_what_is_not_relevant_needs_no_answer() -> None:
    assert of_dimension(five(), "1 na na na na") == Figure(0, 0, 0, 1, 1)


def test_weight_counts_in_the_score_and_in_what_is_enough() -> None:
    # given an item that weighs as much as the two others
    questions = question_set({"d": [{"id": "d1", "weight": 2.0}, {"id": "d2"}, {"id": "d3"}]})
    # then it is half of the score, and not enough alone
    assert of_dimension(questions, "5 1 1").score == 50
    assert of_dimension(questions, "5 dk dk").score is None
    assert of_dimension(questions, "5 3 dk").score == approx(250 / 3)


def test_a_reverse_item_is_turned_round_on_a_scale_that_begins_anywhere() -> None:
    questions = question_set({"d": [{"id": "d1", "reverse": True}, {"id": "d2"}]}, values=range(90, 93))
    assert of_dimension(questions, "90 92").score == 100
    assert of_dimension(questions, "92 91").score == 25


def test_weights_that_do_not_add_up_exactly_still_end_at_100() -> None:
    questions = question_set({"d": [{"id": f"d{i}", "weight": w} for i, w in enumerate((0.1, 0.2, 0.3, 0.7))]})
    assert of_dimension(questions, "5 5 5 5") == Figure(100, 100, 100, 1, 1)


@pytest.mark.parametrize(
    ("cells", "reached", "blank"),
    [(". . . . .", 0, 0), (". . ! . .", 1, 4), (". . dk . .", 1, 4), (". . na . .", 1, 4), ("4 . . . .", 1, 4)],
)
def test_a_dimension_left_blank_was_not_reached_and_an_unreadable_cell_is_not_blank(
    cells: str, reached: int, blank: int
) -> None:
    # given somebody who answered the dimension before
    questions = question_set({"c": [{"id": "c1"}], "d": [{"id": f"d{i}"} for i in range(1, 6)]})
    found = find(questions, alone(questions, f"4 {cells}"))
    # then
    assert found.dimensions["d"].members == reached
    assert sum(found.items[f"d{i}"].blank for i in range(1, 6)) == blank
    assert sum(found.items[f"d{i}"].not_reached for i in range(1, 6)) == (0 if reached else 5)


def test_what_was_not_reached_has_no_score_and_everything_between_0_and_100_is_possible() -> None:
    questions = question_set({"c": [{"id": "c1"}], "d": [{"id": "d1"}]})
    assert find(questions, alone(questions, "4 .")).dimensions["d"] == Figure(None, 0, 100, 0, 0)


def test_what_applies_to_nobody_has_nothing() -> None:
    questions = question_set({"c": [{"id": "c1"}], "d": [{"id": "d1"}]})
    assert find(questions, alone(questions, "4 na")).dimensions["d"] == Figure(None, None, None, 0, 0)


SKIPPING = question_set(
    {"d": [{"id": "d1", "skip_roles": ["citizen"]}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}]},
    gates=[{"id": "g", "parts": [{"id": "p", "title": "p", "items": ["e1"]}]}],
    roles={"citizen": "outside", "club": "outside", "clerk": None},
)


@pytest.mark.parametrize(
    ("role", "cells", "not_asked", "not_reached", "blank"),
    [
        ("citizen", ". 4 .", 1, 0, 0),
        ("clerk", ". 4 .", 0, 0, 1),
        ("-", ". 4 .", 0, 0, 1),
        ("outside", ". 4 .", 0, 0, 1),  # a side isn't a role that is skipped
        ("citizen", ". . 4", 1, 0, 0),
        ("clerk", ". . 4", 0, 1, 0),
    ],
)
def test_a_blank_cell_is_not_asked_not_reached_or_blank(
    role: str, cells: str, not_asked: int, not_reached: int, blank: int
) -> None:
    item = find(SKIPPING, written(SKIPPING, f"r1 {role} {cells}")).items["d1"]
    assert (item.not_asked, item.not_reached, item.blank) == (not_asked, not_reached, blank)


def test_an_answer_counts_though_its_role_is_not_asked() -> None:
    found = find(SKIPPING, written(SKIPPING, "r1 citizen 5 1 3"))
    assert (found.items["d1"].n, found.dimensions["d"].score, found.dimensions["e"].score) == (1, 50, 50)


def test_what_a_role_skips_has_no_range_in_its_row_and_what_it_broke_off_has_the_widest() -> None:
    lines = "r1 citizen . 4 .\nr2 clerk . 4 ."
    rows = respondent_rows(SKIPPING, written(SKIPPING, lines), ranges=True).collect().sort("respondent").to_dicts()
    assert [(row["e"], row["e_low"], row["e_high"]) for row in rows] == [(None, None, None), (None, 0, 100)]
    assert [(row["overall"], row["overall_low"]) for row in rows] == [(75, 75), (None, 18.75)]


def test_a_part_that_all_present_skip_applies_to_nobody_but_was_asked() -> None:
    found = find(SKIPPING, written(SKIPPING, "r1 citizen . 4 .\nr2 citizen . 4 ."))
    assert found.gates["g"].parts["p"] == Figure(None, None, None)
    assert (found.gates["g"].state, found.gates["g"].reason) == ("undecided", "no_score")
    assert found.overall.score == 75


@pytest.mark.parametrize(
    ("cells", "takes_part"), [("! . !", False), ("! dk .", True), ("na . .", True), ("1 . .", True)]
)
def test_one_readable_answer_takes_part(cells: str, takes_part: bool) -> None:
    questions = question_set({"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}]})
    found = find(questions, written(questions, f"r1 - {cells}\nr2 - 3 3 3"))
    assert (found.respondents, found.unanswered) == ((2, 0) if takes_part else (1, 1))
    assert found.items["d1"].invalid == (1 if takes_part and cells.startswith("!") else 0)


def test_nobody_at_all_gives_no_figure_and_every_verdict_is_possible() -> None:
    questions = question_set({"d": [{"id": "d1"}]})
    for lines in ("r1 - .", ""):
        found = find(questions, written(questions, lines))
        assert (found.respondents, found.overall.score, found.coverage) == (0, None, None)
        assert (found.level, *found.range) == ("undecided", "not_now", "ready")
