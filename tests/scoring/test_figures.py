"""The one rule, for a crowd of any size: from item tables to figures."""

from __future__ import annotations

from typing import Any

import pytest

from samskab_cli.model.findings import Figure
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.tables import ItemTable
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.figures import ItemScore, figure, item_score
from tests.answers_as_written import alone, part, question_set, written
from tests.scored import findings

approx = pytest.approx
PAIR = question_set({"d": [{"id": "d1"}, {"id": "d2"}]}, roles={"mayor": "power", "clerk": "power", "citizen": None})


def five(**change: Any) -> QuestionSet:
    """One dimension of five items."""
    return question_set({"d": [{"id": f"d{i}"} for i in range(1, 6)]}, **change)


def of_dimension(questions: QuestionSet, cells: str) -> Figure:
    return findings(questions, alone(questions, cells)).dimensions["d"]


def test_three_of_five_answered_is_enough_for_a_score() -> None:
    assert of_dimension(five(), "5 5 5 . dk").score == 100


def test_two_of_five_answered_is_not() -> None:
    assert of_dimension(five(), "5 5 dk . !") == Figure(None, 40, 100, 0)


def test_two_of_three_is_enough_where_two_thirds_are_asked_for() -> None:
    assert of_dimension(five(min_answered=2 / 3), "5 5 dk na na").score == 100


def test_what_is_not_relevant_needs_no_answer() -> None:
    assert of_dimension(five(), "1 na na na na") == Figure(0, 0, 0, 1)


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
    assert of_dimension(questions, "5 5 5 5") == Figure(100, 100, 100, 1)


def test_what_was_not_reached_has_no_score_and_everything_between_0_and_100_is_possible() -> None:
    questions = question_set({"c": [{"id": "c1"}], "d": [{"id": "d1"}]})
    assert of_dimension(questions, "4 .") == Figure(None, 0, 100, 0)


def test_what_applies_to_nobody_has_nothing() -> None:
    questions = question_set({"c": [{"id": "c1"}], "d": [{"id": "d1"}]})
    assert of_dimension(questions, "4 na") == Figure(None, None, None, 0)


def test_a_statement_counts_the_same_however_many_could_answer_it() -> None:
    # given 5 and 1 to the first, and 5 from the one whom the second concerns; by people it would be (100 + 0) / 2
    found = findings(PAIR, written(PAIR, "r1 - 5 5\nr2 - 1 na"))
    assert (found.items["d1"].score, found.items["d2"].score) == (50, 100)
    assert found.dimensions["d"] == Figure(75, 75, 75, 1)


@pytest.mark.parametrize(("unsure", "expected"), [(3, (100, 50, 100, 3)), (4, (None, 300 / 7, 100, 3))])
def test_an_item_has_a_score_where_half_of_those_it_applies_to_answered(unsure: int, expected: Any) -> None:
    # given three at the top, some who don't know, and one whom it doesn't concern
    table = ItemTable((0, 0, 0, 0, 3), unsure=unsure - 2, blank=1, invalid=1, not_relevant=1)
    assert item_score(Asked(PAIR, PAIR.items), "d1", table)[:4] == approx(expected)


@pytest.mark.parametrize(("answers", "score"), [(2, 100), (1, None)])
def test_items_with_a_score_must_carry_six_tenths_of_the_weight(answers: int, score: float | None) -> None:
    # given 3 items, of which some were answered by most of four people and the others by one of them
    questions = question_set({"d": [{"id": f"d{i}"} for i in range(3)]})
    rows = [" ".join("5" if i < answers or person == 0 else "dk" for i in range(3)) for person in range(4)]
    found = findings(questions, written(questions, "\n".join(f"r - {row}" for row in rows)))
    assert found.dimensions["d"].score == score


def test_the_answers_of_a_figure_are_the_fewest_of_its_scored_items() -> None:
    # given 5, 4 and 2 answers of five people, so that the third item has no score
    questions = question_set({"d": [{"id": f"d{i}"} for i in range(3)]})
    lines = "r - 5 5 5\nr - 5 5 5\nr - 5 5 dk\nr - 5 5 dk\nr - 5 dk dk"
    assert findings(questions, written(questions, lines)).dimensions["d"].n == 4


SKIPPED = question_set(
    {"d": [{"id": "d1", "skip_roles": ["citizen"]}, {"id": "d2"}]}, roles={"citizen": None, "clerk": None}
)


def test_an_item_asked_of_half_the_room_counts_half() -> None:
    # given two clerks at the top of what citizens aren't asked, and all at the bottom of the other
    found = findings(SKIPPED, written(SKIPPED, "r clerk 5 1\nr clerk 5 1\nr citizen . 1\nr citizen . 1"))
    # then (½ · 100 + 0) / 1½
    assert found.items["d1"].weight == 0.5
    assert found.dimensions["d"].score == approx(100 / 3)


def test_of_a_role_that_answered_though_it_is_not_asked_the_answer_counts() -> None:
    found = findings(SKIPPED, written(SKIPPED, "r clerk 5 1\nr citizen 5 1"))
    assert (found.items["d1"].n, found.items["d1"].weight) == (2, 1)


def test_an_item_that_concerns_nobody_weighs_nothing_and_one_nobody_reached_keeps_the_rest() -> None:
    asked = Asked(PAIR, PAIR.items)
    scores = {"d1": ItemScore(50, 40, 60, 4, 1.0, unreached=False)}
    nobody = ItemScore(None, None, None, 0, 1.0, unreached=False)
    assert figure(asked, scores | {"d2": nobody}, ("d1", "d2")) == Figure(50, 40, 60, 4)
    assert figure(asked, scores | {"d2": nobody._replace(unreached=True)}, ("d1", "d2")) == Figure(50, 40, 60, 4)


def test_roles_stand_together_as_sides_in_the_order_of_the_set() -> None:
    # given a role, its side in its place, and somebody without a readable role
    found = findings(PAIR, written(PAIR, "r1 citizen 1 1\nr2 mayor 5 5\nr3 power 3 3\nr4 - 1 1"))
    # then
    assert list(found.sides) == ["power", "citizen"]
    assert found.sides["power"].dimensions["d"] == Figure(75, 75, 75, 2)


def test_sides_are_compared_on_items_that_every_role_is_asked() -> None:
    # given an item that citizens aren't asked, a dimension and a gate part of nothing else
    skipped = {"skip_roles": ["citizen"]}
    questions = question_set(
        {"d": [{"id": "d1", **skipped}, {"id": "d2"}], "e": [{"id": "e1", **skipped}]},
        gates=[
            {"id": "g", "parts": [part("p", "d1", "d2"), part("q", "e1")]},
            {"id": "h", "parts": [part("hp", "e1")]},
        ],
        roles={"clerk": None, "citizen": None},
    )
    clerk = findings(questions, written(questions, "r1 clerk 1 5 1\nr2 citizen . 3 .")).sides["clerk"]
    # then
    assert clerk.dimensions == {"d": Figure(100, 100, 100, 1)}
    assert {gate: figure.score for gate, figure in clerk.gates.items()} == {"g": 100}
    # and without a figure in a dimension that applies, no overall
    assert clerk.overall is None
