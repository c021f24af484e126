"""The verdict: levels at the cut-offs, under the caps of the gates, and what would change it."""

from __future__ import annotations

import pytest
from samskab_cli.scoring.held import held_back

from samskab_cli.model.findings import Figure, Findings, GateReason
from samskab_cli.model.judging import GateState
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import HeldByDimension, HeldByGate, HeldByOverall, Reason, Withheld
from samskab_cli.scoring.engine import find
from samskab_cli.scoring.verdict import find_level, find_overall, find_range, level_reached
from tests.answers_as_written import alone, part, question_set, written

CUTOFFS = question_set({"d": [{"id": "d1"}]}).verdict.cutoffs
GATED = question_set(
    {"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}], "e": [{"id": "e1"}, {"id": "e2"}]},
    gates=[{"id": "g", "parts": [part("p", "d1"), part("q", "d2", "d3")]}, {"id": "h", "parts": [part("hp", "e1")]}],
)


@pytest.mark.parametrize(
    ("lowest", "overall", "level"),
    [
        (65, 70, "ready"),
        (65 - 1e-10, 70 - 1e-10, "ready"),
        (64.9, 90, "attention"),
        (65, 69.9, "attention"),
        (50, 60, "attention"),
        (49.9, 90, "prepare"),
        (50, 59.9, "prepare"),
    ],
)
def test_the_lowest_dimension_and_the_overall_must_both_reach_a_level(
    lowest: float, overall: float, level: str
) -> None:
    assert level_reached(lowest, overall, CUTOFFS) == level
    high = 2 * overall - lowest
    figures = [Figure(lowest, lowest, lowest, 1, 1), Figure(high, high, high, 1, 1)]
    assert find_level(figures, [], CUTOFFS) == level
    assert find_range(figures, [], CUTOFFS, find_level(figures, [], CUTOFFS)) == (level, level)


def test_the_overall_is_the_mean_of_the_dimensions_that_apply() -> None:
    some, none = Figure(80, 70, 90, 4, 5), Figure(None, 10, 60, 0, 3)
    assert find_overall([some, Figure(None, None, None), Figure(60, 60, 60, 3, 3)]) == Figure(70, 65, 75, 3, 3)
    assert find_overall([some, none]) == Figure(None, 40, 75, 0, 3)
    assert find_overall([]) == Figure(None, None, None)


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ("5 5 5 5 5", "ready ready ready"),
        ("5 5 5 1 5", "not_now not_now not_now"),  # one failed
        ("5 5 5 3 5", "prepare prepare prepare"),  # one undecided
        ("5 dk dk 5 5", "undecided not_now ready"),  # no score
        ("5 dk dk 1 5", "not_now not_now not_now"),  # no score, but failed elsewhere
        ("5 5 5 dk 5", "undecided not_now ready"),
        ("5 5 5 na 5", "undecided prepare prepare"),  # doesn't apply to anybody: never passed
    ],
)
def test_gates_cap_the_verdict(cells: str, verdict: str) -> None:
    found = find(GATED, alone(GATED, cells))
    assert " ".join((found.level, *found.range)) == verdict


def test_the_range_is_widened_to_hold_the_verdict() -> None:
    # given three at 75, and two without a score who can reach 50: the total could only be 65
    questions = question_set({"d": [{"id": "d1"}, {"id": "d2"}]})
    found = find(questions, written(questions, "r - 4 4\nr - 4 4\nr - 4 4\nr - 1 dk\nr - 1 dk"))
    assert (found.overall.score, found.overall.low, found.overall.high) == (75, 45, 65)
    assert (found.level, found.range) == ("ready", ("prepare", "ready"))


def test_a_contested_gate_caps_at_prepare() -> None:
    questions = question_set(
        {"d": [{"id": "d1"}], "e": [{"id": "e1"}]},
        gates=[{"id": "g", "parts": [part("p", "d1")]}],
        roles={"citizen": None, "clerk": None},
    )
    found = find(questions, written(questions, "r citizen 2 5\nr citizen 2 5\n" + "r clerk 5 5\n" * 9))
    assert (found.gates["g"].state, found.level, found.range) == ("contested", "prepare", ("prepare", "prepare"))


def held(found: Findings, withheld: dict[str, Reason | None] | None = None, overall: Reason | None = None) -> object:
    return held_back(found, withheld or {}, overall)


def of(cells: str, questions: QuestionSet = GATED) -> Findings:
    return find(questions, alone(questions, cells))


def test_nothing_holds_back_what_is_ready() -> None:
    assert held(of("5 5 5 5 5")) == ()


def test_gates_hold_back_first_then_dimensions_then_the_overall() -> None:
    # given d at 50 and e at 25
    found = of("3 3 3 3 1")
    assert found.level == "prepare"
    assert held(found) == (
        HeldByGate(gate="g", state=GateState.UNDECIDED, reason=GateReason.BETWEEN),
        HeldByGate(gate="h", state=GateState.UNDECIDED, reason=GateReason.BETWEEN),
        HeldByDimension(dimension="e", score=25, needed=50, missing=25),
        HeldByOverall(score=37.5, needed=60, missing=22.5),
    )


def test_below_ready_it_is_the_cut_offs_of_ready_that_hold_back() -> None:
    found = of("5 4 3 4 2")  # 75 and 50
    assert found.level == "attention"
    assert [one.needed for one in held(found)] == [65, 70]  # type: ignore[attr-defined]  # dimension and overall


def test_a_withheld_figure_stands_without_its_points() -> None:
    gone = Withheld(withheld=Reason.MIN_GROUP)
    assert held(of("5 4 3 4 2"), {"e": Reason.MIN_GROUP}, Reason.MIN_GROUP) == (
        HeldByDimension(dimension="e", score=gone, needed=65, missing=gone),
        HeldByOverall(score=gone, needed=70, missing=gone),
    )


def test_a_failed_gate_alone_holds_back_what_is_not_now() -> None:
    assert held(of("5 5 5 1 1")) == (HeldByGate(gate="h", state=GateState.FAILED, reason=GateReason.BELOW),)


def test_an_undecided_verdict_names_the_dimension_without_a_score() -> None:
    assert held(of("5 5 5 5 dk")) == (HeldByDimension(dimension="e", score=None, needed=50, missing=None),)


def test_an_item_of_the_weakest_part_moves_more_than_any_other() -> None:
    # given the first gate failed by its second part, and another item that is lower
    found = of("3 3 2 5 1")
    # then in points: half of the part's step, a third of the dimension's
    assert [(m.item, m.dimension_gain, m.gate_gain) for m in found.moves] == [
        ("d3", pytest.approx(50 / 3), 25),
        ("d2", pytest.approx(25 / 3), 12.5),
        ("e2", 37.5, 0),
        ("d1", pytest.approx(25 / 3), 0),
    ]


def test_an_item_at_75_moves_nothing_and_one_without_answers_neither() -> None:
    assert [move.item for move in of("4 4 4 dk 3").moves] == ["e2"]


def test_gains_are_shares_of_the_asked_weight() -> None:
    questions = question_set({"d": [{"id": "d1", "weight": 3.0}, {"id": "d2"}]})
    assert [(m.item, m.dimension_gain) for m in of("3 1", questions).moves] == [("d1", 18.75), ("d2", 18.75)]


def test_an_item_in_two_weak_parts_takes_the_larger_gain() -> None:
    questions = question_set(
        {"d": [{"id": "d1"}, {"id": "d2"}]},
        gates=[{"id": "g", "parts": [part("p", "d1", "d2")]}, {"id": "h", "parts": [part("q", "d1")]}],
    )
    assert [(m.item, m.gate_gain) for m in of("1 1", questions).moves] == [("d1", 75), ("d2", 37.5)]
