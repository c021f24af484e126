"""Knock-out conditions: their states at the cut-offs, and when they are contested."""

from __future__ import annotations

import pytest
from samskab_cli.scoring.people import End

from samskab_cli.model.answers import Answers
from samskab_cli.model.findings import Figure, GateFindings
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.engine import find
from samskab_cli.scoring.gates import weakest_part
from tests.answers_as_written import alone, part, question_set, voted, written

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
    return find(questions, answers).gates["g"]


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
    nearly = {"p": Figure(50 + 1e-12, 50, 50, 1, 1), "q": Figure(50, 50, 50, 1, 1)}
    assert weakest_part(nearly, End.SCORE) == "p"


def test_a_part_that_was_not_asked_is_left_out_and_a_gate_without_parts_was_not_asked() -> None:
    # given only the first item asked, and then a set in which only the other is a gate's
    own = question_set({"d": [{"id": "d1"}]})
    only_d1 = Answers(cells=written(own, "r1 citizen 5").cells, missing_items=frozenset({"d2"}))
    left = gate(TWO, only_d1)
    assert (list(left.parts), said(left)) == (["p"], "passed")
    other = question_set({"d": [{"id": "d1"}, {"id": "d2"}]}, gates=[{"id": "g", "parts": [part("q", "d2")]}])
    found = find(other, only_d1)
    assert said(found.gates["g"]) == "undecided not_asked"
    assert found.gates["g"].range == ("undecided", "undecided")
    # then it caps the verdict, but doesn't leave it open
    assert found.level == "prepare"


@pytest.mark.parametrize(
    ("citizens", "clerks", "expected"),
    [
        (["3", "1"], ["5", "5"], "contested sides"),  # 25 and 100
        (["2", "2"], ["3", "5"], "contested sides"),  # 25 and 75: across 50
        (["3", "3"], ["5", "5"], "passed"),  # 50 isn't below the middle
        (["2", "3"], ["4", "3"], "undecided between"),  # 37.5 and 62.5: 25 apart
        (["2", "3"], ["4", "4"], "contested sides"),  # 37.5 and 75
        (["1"], ["5", "5"], "passed"),  # one person is no side
        (["1", "dk"], ["5", "5"], "passed"),  # nor are two of whom one has an answer
    ],
)
def test_two_sides_far_apart_contest_a_gate(citizens: list[str], clerks: list[str], expected: str) -> None:
    questions = one_part(1)
    lines = [f"r citizen {cell}" for cell in citizens] + [f"r clerk {cell}" for cell in clerks]
    assert said(gate(questions, written(questions, "\n".join(lines)))) == expected


def test_sides_contest_at_exactly_the_gap() -> None:
    # given ten items of five options: means in steps of 2.5
    questions = one_part(10)
    lines = ["r citizen " + "2 " * 8 + "4 2", "r citizen " + "2 " * 8 + "4 2"]  # 30
    near = ["r clerk " + "4 " * 5 + "3 3 3 3 3"] * 2  # 62.5
    far = ["r clerk " + "4 " * 6 + "3 3 3 3"] * 2  # 65
    assert said(gate(questions, written(questions, "\n".join(lines + near)))) == "undecided between"
    assert said(gate(questions, written(questions, "\n".join(lines + far)))) == "contested sides"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1 1 5 5 3 3", "contested spread"),
        ("1 1 5 5 3", "contested spread"),
        ("1 1 5 5", "undecided between"),  # four are too few
        ("1 1 5 5 3 3 3", "undecided between"),  # two of seven are no third
        ("1 1 5 5 3 na na", "contested spread"),  # who it doesn't apply to doesn't count
        ("1 1 5 5 3 3 dk", "contested spread"),  # nor who has no score
    ],
)
def test_a_third_that_passes_and_a_third_that_fails_contest_a_gate(cells: str, expected: str) -> None:
    questions = one_part(1)
    lines = "\n".join(f"r citizen {cell}" for cell in cells.split())
    assert said(gate(questions, written(questions, lines))) == expected


def test_a_respondent_without_one_part_has_no_gate_score_to_spread() -> None:
    # given five whose second part wasn't answered by one, and then doesn't apply to them
    lines = "r citizen 1 5\nr citizen 1 5\nr citizen 5 5\nr citizen 5 5\nr citizen 3 {}"
    assert said(gate(TWO, written(TWO, lines.format("dk")))) == "undecided between"
    assert said(gate(TWO, written(TWO, lines.format("na")))) == "contested spread"


def test_one_person_contests_nothing() -> None:
    assert said(gate(TWO, alone(TWO, "1 5"))) == "failed below"


def test_the_range_says_what_the_unknown_could_make_of_it() -> None:
    questions = one_part(1)
    assert gate(questions, written(questions, "r citizen 5\nr citizen dk")).range == ("undecided", "passed")
    # given two sides that would lie apart if the unknown were at the bottom
    lines = "r citizen 5\nr citizen 5\nr clerk dk\nr clerk 4\nr clerk 4"
    found = gate(questions, written(questions, lines))
    assert (said(found), found.range) == ("passed", ("passed", "passed"))
    found = gate(questions, written(questions, lines.replace("clerk 4", "clerk 3")))
    assert (said(found), found.range) == ("passed", ("contested", "passed"))


def test_votes_on_one_item_of_the_weakest_part_spread() -> None:
    # given two parts; on one of the second's items a third pass and a third fail
    questions = question_set(
        {"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}]},
        gates=[{"id": "g", "parts": [part("p", "d1"), part("q", "d2", "d3")]}],
        roles={"citizen": None},
    )

    def votes(d1: str, d2: str) -> GateFindings:
        return gate(questions, voted(questions, {"citizen": 6}, f"d1 citizen {d1}\nd2 citizen {d2}\nd3 citizen 3×6"))

    assert said(votes("4×6", "1×2 3×2 5×2")) == "contested spread"
    assert said(votes("4×6", "1×1 3×4 5×1")) == "undecided between"
    # then on an item of the other part it says nothing
    assert said(votes("1×2 5×4", "3×6")) == "undecided between"
