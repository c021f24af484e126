"""The verdict: levels at the cut-offs, under the caps of the gates, and what would change it."""

from __future__ import annotations

import pytest

from samskab_cli.model.findings import Figure
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.figures import overall
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.verdict import level_reached, verdict_level, verdict_range
from tests.answers_as_written import alone, part, question_set, written
from tests.scored import findings

_RULES = question_set({"d": [{"id": "d1"}]}).verdict
assert _RULES is not None
CUTOFFS = _RULES.cutoffs
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
    figures = [Figure(lowest, lowest, lowest, 1), Figure(high, high, high, 1)]
    assert verdict_level(figures, [], CUTOFFS) == level
    assert verdict_range(figures, [], CUTOFFS, verdict_level(figures, [], CUTOFFS)) == (level, level)


def test_the_overall_is_the_mean_of_the_dimensions_that_apply() -> None:
    some, none = Figure(80, 70, 90, 4), Figure(None, 10, 60, 0)
    assert overall([some, Figure(None, None, None), Figure(60, 60, 60, 3)])[:3] == (70, 65, 75)
    assert overall([some, none]) == Figure(None, 40, 75, 0)
    assert overall([]) == Figure(None, None, None)


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
    found = findings(GATED, alone(GATED, cells))
    assert " ".join((found.level, *found.range)) == verdict


def test_low_and_high_are_widened_to_hold_the_score_where_shown() -> None:
    # given d1 and d2 at 100, and d3 without a score: one at 0, two who don't know
    questions = question_set({"d": [{"id": "d1", "weight": 3.0}, {"id": "d2"}, {"id": "d3"}]})
    found = findings(questions, written(questions, "r - 5 5 1\nr - 5 5 dk\nr - 5 5 dk"))
    # then at the bottom it is (4 · 100 + 0) / 5, at the top (4 · 100 + 66.7) / 5
    figure = found.dimensions["d"]
    assert (figure.score, figure.low) == (100, 80)
    assert figure.high == pytest.approx(93.3333, abs=1e-4)
    assert figure.widened == (80, 100)


def test_the_range_is_widened_to_hold_the_verdict() -> None:
    # given d1 at 75, and d2 without a score: two at 0, three who don't know
    questions = question_set({"d": [{"id": "d1", "weight": 1.5}, {"id": "d2"}]})
    found = findings(questions, written(questions, "r - 4 1\nr - 4 1\nr - 4 dk\nr - 4 dk\nr - 4 dk"))
    # then at the top it could only be (1.5 · 75 + 60) / 2.5
    assert found.overall[:3] == (75, 45, 69)
    assert (found.level, found.range) == ("ready", ("prepare", "ready"))


def test_a_contested_gate_caps_at_prepare() -> None:
    questions = question_set(
        {"d": [{"id": "d1"}], "e": [{"id": "e1"}]},
        gates=[{"id": "g", "parts": [part("p", "d1")]}],
        roles={"citizen": None, "clerk": None},
    )
    found = findings(questions, written(questions, "r citizen 1 5\nr citizen 1 5\n" + "r clerk 5 5\n" * 9))
    assert (found.gates["g"].state, found.level, found.range) == ("contested", "prepare", ("prepare", "prepare"))


def of(cells: str, questions: QuestionSet = GATED) -> Findings:
    return findings(questions, alone(questions, cells))


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
