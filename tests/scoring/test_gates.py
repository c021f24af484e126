"""Knock-out conditions: their states at the cut-offs, and when they are contested."""

from __future__ import annotations

import pytest

from samskab_cli.model.answers import Answers
from samskab_cli.model.findings import End, Figure, GateFindings
from samskab_cli.model.judging import GateState
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.gates import weakest_part
from tests.answers_as_written import alone, part, question_set, voted, written
from tests.scored import findings

ROLES = {"citizen": None, "clerk": None, "mayor": None}


def one_part(items: int, *, min_answered: float = 0.6, options: int = 5) -> QuestionSet:
    """One gate over one part of so many items."""
    names = [f"d{i}" for i in range(items)]
    return question_set(
        {"d": [{"id": name} for name in names]},
        gates=[{"id": "g", "parts": [part("p", *names)]}],
        roles=ROLES,
        values=range(1, options + 1),
        min_answered=min_answered,
    )


TWO = question_set(
    {"d": [{"id": "d1"}, {"id": "d2"}]}, gates=[{"id": "g", "parts": [part("p", "d1"), part("q", "d2")]}], roles=ROLES
)


def gate(questions: QuestionSet, answers: Answers) -> GateFindings:
    return findings(questions, answers).gates["g"]


def gate_range(questions: QuestionSet, answers: Answers) -> tuple[GateState, GateState]:
    return findings(questions, answers).gate_ranges["g"]


def said(found: GateFindings) -> str:
    return f"{found.state} {found.reason}" if found.reason else found.state.value


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("4 3 3 3 3", "undecided between"),  # 55
        ("4 4 3 4 3", "passed"),  # 65
        ("4 4 3 3 3", "passed"),  # 60
        ("3 3 2 2 3", "undecided between"),  # 40
        ("3 2 2 2 3", "failed below"),  # 35
        ("3 3 1 dk .", "undecided unknown"),  # 33.3, at the top 60
        ("3 2 1 dk .", "failed below"),  # 25, at the top 55
        ("5 5 dk dk dk", "undecided no_score"),
        ("na na na na na", "undecided no_score"),
    ],
)
def test_states_at_the_cut_offs(cells: str, expected: str) -> None:
    questions = one_part(5)
    assert said(gate(questions, alone(questions, cells))) == expected


@pytest.mark.parametrize(
    ("cells", "expected"), [("5 2 dk dk", "undecided unknown"), ("5 3 dk dk", "undecided unknown")]
)
def test_what_is_unknown_may_fail_a_gate_that_would_pass(cells: str, expected: str) -> None:
    questions = one_part(4, min_answered=0.5)  # 62.5 and 75, at the bottom 31.25 and 37.5
    assert said(gate(questions, alone(questions, cells))) == expected


def test_what_is_unknown_could_not_fail_it_at_exactly_the_cut_off() -> None:
    questions = one_part(5)
    assert said(gate(questions, alone(questions, "4 4 3 dk dk"))) == "passed"  # 66.7, at the bottom 40


def test_the_weakest_part_decides_and_of_equal_ones_the_first() -> None:
    assert gate(TWO, alone(TWO, "5 4")).weakest == "q"
    assert gate(TWO, alone(TWO, "4 4")).weakest == "p"
    assert gate(TWO, alone(TWO, "4 dk")).weakest is None
    nearly = {"p": Figure(50 + 1e-12, 50, 50, 1), "q": Figure(50, 50, 50, 1)}
    assert weakest_part(nearly, End.SCORE) == "p"


def test_a_part_that_was_not_asked_is_left_out_and_a_gate_without_parts_was_not_asked() -> None:
    # given only the first item asked, and then a set in which only the other is a gate's
    own = question_set({"d": [{"id": "d1"}]})
    only_d1 = Answers(cells=written(own, "r1 citizen 5").cells, missing_items=frozenset({"d2"}))
    left = gate(TWO, only_d1)
    assert (list(left.parts), said(left)) == (["p"], "passed")
    other = question_set({"d": [{"id": "d1"}, {"id": "d2"}]}, gates=[{"id": "g", "parts": [part("q", "d2")]}])
    found = findings(other, only_d1)
    assert said(found.gates["g"]) == "undecided not_asked"
    assert found.gate_ranges["g"] == ("undecided", "undecided")
    # then it caps the verdict, but doesn't leave it open
    assert found.level == "prepare"


def test_low_and_high_are_those_of_the_parts_that_are_lowest_there() -> None:
    # given P at 50 for sure, and Q at 100 of which half of the room knows nothing
    found = gate(TWO, written(TWO, "r citizen 3 5\nr citizen 3 dk"))
    # then P decides, but at the bottom Q would be as low
    assert (found.weakest, found.figure) == ("p", Figure(50, 50, 50, 1))
    found = gate(TWO, written(TWO, "r citizen 4 5\nr citizen 4 5\nr citizen 4 dk\nr citizen 4 dk"))
    assert (found.weakest, found.figure) == ("p", Figure(75, 50, 75, 2))


def test_a_part_without_a_score_or_that_applies_to_nobody_leaves_a_gate_without_one() -> None:
    # given two of three who can't answer, and then all for whom it isn't relevant
    found = gate(TWO, written(TWO, "r citizen 5 5\nr citizen 5 dk\nr citizen 5 dk"))
    assert (said(found), found.figure.score, found.weakest) == ("undecided no_score", None, None)
    found = gate(TWO, written(TWO, "r citizen 5 na\nr citizen 5 na"))
    assert (said(found), found.figure) == ("undecided no_score", Figure(None, None, None, 0))


@pytest.mark.parametrize(
    ("citizens", "clerks", "expected"),
    [
        # two against two on one item must lie 2.4 · √(20² + 25²) · √(1/2 + 1/2) = 76.8 apart
        (["1", "2"], ["5", "5"], "contested sides"),  # 12.5 and 100
        (["2", "2"], ["5", "5"], "passed"),  # 25 and 100
        (["3", "3"], ["5", "5"], "passed"),  # 50 isn't below the middle
        (["1"], ["5", "5"], "passed"),  # one person is no side
        (["1", "dk"], ["5", "5"], "passed"),  # nor are two of whom one has an answer
    ],
)
def test_a_side_far_from_all_others_contests_a_gate(citizens: list[str], clerks: list[str], expected: str) -> None:
    questions = one_part(1)
    lines = [f"r citizen {cell}" for cell in citizens] + [f"r clerk {cell}" for cell in clerks]
    assert said(gate(questions, written(questions, "\n".join(lines)))) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1 1 1 5 5 5", "contested spread"),  # √(25 · 25) ≥ 32.0 · (0.38 + 0.52/√6) = 19.0
        ("1 1 5 5 5 3", "contested spread"),  # √(25 · 16.7) = 20.4
        ("1 1 5 5 3 3", "undecided between"),  # √(16.7 · 16.7) = 16.7
        ("1 1 5 5 3", "contested spread"),  # 20 ≥ 19.6
        ("1 1 5 5", "undecided between"),  # four are too few
        ("1 1 5 5 3 na na", "contested spread"),  # who it doesn't apply to doesn't count
        ("1 5 5 5 5", "passed"),  # one of five is no quarter
    ],
)
def test_a_room_in_two_camps_far_apart_contests_a_gate(cells: str, expected: str) -> None:
    questions = one_part(1)
    lines = "\n".join(f"r citizen {cell}" for cell in cells.split())
    assert said(gate(questions, written(questions, lines))) == expected


def test_one_person_contests_nothing() -> None:
    assert said(gate(TWO, alone(TWO, "1 5"))) == "failed below"


def test_the_range_says_what_the_unknown_could_make_of_it() -> None:
    questions = one_part(1)
    assert gate_range(questions, written(questions, "r citizen 5\nr citizen dk")) == ("undecided", "passed")
    # given clerks who would lie 75 below the citizens if the unknown were at the bottom:
    # 2.4 · 32.0 · √(1/3 + 1/3) = 62.7
    answers = written(questions, "r citizen 5\nr citizen 5\nr citizen 5\nr clerk dk\nr clerk dk\nr clerk 4")
    assert said(gate(questions, answers)) == "passed"
    assert gate_range(questions, answers) == ("contested", "passed")


def test_votes_contest_a_gate_as_answers_one_by_one_do() -> None:
    questions = one_part(1)
    assert said(gate(questions, voted(questions, {"citizen": 6}, "d0 citizen 1×3 5×3"))) == "contested spread"
    assert said(gate(questions, voted(questions, {"citizen": 6}, "d0 citizen 1×2 3×2 5×2"))) == "undecided between"
