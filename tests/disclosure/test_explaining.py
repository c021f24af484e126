"""Every explanation can be computed again from the numbers it gives, and says nothing that the result doesn't."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from operator import mul
from pathlib import Path

import pytest
from hypothesis import given, settings
from samskab_cli.scoring.explaining import What, explain, explainable, find_what

from samskab_cli.model.explanation import Explanation, Operation, Rule, Step, Subject, TermKind
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Reason, Result, Withheld
from samskab_cli.scoring.engine import score
from tests.answers_as_written import WORKED_ANSWERS, alone, voted, worked_example, written
from tests.reporting.cases import CASES, case
from tests.strategies import Ballot, Sheet, ballots, sheets

WORKED = worked_example()
DOCS = Path(__file__).parents[2] / "docs" / "scoring.md"


OPERATIONS: dict[Operation, Callable[[list[float], list[float]], float]] = {
    Operation.MEAN: lambda values, _: sum(values) / len(values),
    Operation.WEIGHTED_MEAN: lambda values, weights: sum(map(mul, values, weights)) / sum(weights),
    Operation.LOWEST: lambda values, _: min(values),
    Operation.HIGHEST: lambda values, _: max(values),
    Operation.SPAN: lambda values, _: max(values) - min(values),
    Operation.DIFFERENCE: lambda values, _: values[0] - values[1],
    Operation.RATIO: lambda values, _: values[0] / values[1] if values[1] else 0.0,
    Operation.SHARE: lambda values, _: values[0] * values[1] / values[2],
    Operation.REACHES: lambda values, _: values[0] >= values[1] - 1e-9,
}


def computed(step: Step) -> float:
    """What the step's terms come to."""
    assert step.operation is not None
    terms = [(float(term.value), term.weight or 0.0) for term in step.terms if isinstance(term.value, int | float)]
    return OPERATIONS[step.operation]([value for value, _ in terms], [weight for _, weight in terms])


def all_of(result: Result, question_set: QuestionSet) -> list[Explanation]:
    return [explain(result, question_set, what) for what in explainable(question_set)]


def check(explanation: Explanation) -> None:
    """Every computed step comes out as it says."""
    for step in explanation.steps:
        if step.operation is not None:
            assert isinstance(step.result, int | float)
            assert math.isclose(computed(step), step.result, abs_tol=1e-6), (explanation.id, step)


@pytest.mark.parametrize("min_group", [1, 5])
@pytest.mark.parametrize("name", CASES)
def test_every_step_of_the_examples_can_be_computed_again(name: str, min_group: int, readiness: QuestionSet) -> None:
    for explanation in all_of(case(name, min_group), readiness):
        check(explanation)


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_every_step_of_any_answers_can_be_computed_again(sheet: Sheet) -> None:
    for min_group in (1, 3):
        for explanation in all_of(score(sheet.question_set, sheet.answers, min_group), sheet.question_set):
            check(explanation)


@settings(max_examples=25, deadline=None)
@given(ballots())
def test_every_step_of_any_votes_can_be_computed_again_down_to_the_counts(ballot: Ballot) -> None:
    result = score(ballot.question_set, ballot.answers)
    for explanation in all_of(result, ballot.question_set):
        check(explanation)
    for dimension in result.dimensions:
        explanation = explain(result, ballot.question_set, What(Subject.DIMENSION, dimension.id))
        pooled = [step.result for step in explanation.steps if step.rule is Rule.VOTES_TOGETHER]
        assert pooled == ([pytest.approx(dimension.score)] if dimension.score is not None else [])


LEVELS_RANK = {Level.NOT_NOW: 0, Level.PREPARE: 1, Level.ATTENTION: 2, Level.READY: 3}


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_is_the_lower_of_what_the_gates_and_the_cut_offs_allow(name: str, readiness: QuestionSet) -> None:
    steps = {step.rule: step.result for step in explain(case(name), readiness, What(Subject.VERDICT, "verdict")).steps}
    allowed = [steps[Rule.GATES_CAP], steps[Rule.LEVEL_BY_CUTOFFS]]
    assert steps[Rule.LEVEL] == min(allowed, key=lambda level: LEVELS_RANK[level])  # type: ignore[index]  # a level


@settings(max_examples=30, deadline=None)
@given(sheets())
def test_a_gates_state_follows_from_its_four_comparisons(sheet: Sheet) -> None:
    result = score(sheet.question_set, sheet.answers, 1)
    for gate in result.gates:
        found = {s.rule: s.result for s in explain(result, sheet.question_set, What(Subject.GATE, gate.id)).steps}
        if Rule.PASSES not in found:
            assert gate.state in {GateState.UNDECIDED, GateState.CONTESTED}
        elif found[Rule.PASSES] and found[Rule.KEEPS_FROM_FAILING]:
            assert gate.state is GateState.PASSED
        elif not found[Rule.ABOVE_FAILING] and not found[Rule.MAY_REACH]:
            assert gate.state is GateState.FAILED
        else:
            assert gate.state is GateState.UNDECIDED


def test_the_mean_of_people_is_given_as_their_sum_and_their_number() -> None:
    result = score(WORKED, written(WORKED, WORKED_ANSWERS))

    steps = {step.rule: step for step in explain(result, WORKED, What(Subject.DIMENSION, "a")).steps}

    assert [term.value for term in steps[Rule.PEOPLE_TOGETHER].terms] == [pytest.approx(806.25), 11]
    assert steps[Rule.PEOPLE_TOGETHER].result == pytest.approx(73.2955, abs=1e-4)


def test_one_answer_set_is_explained_down_to_its_answers() -> None:
    result = score(WORKED, alone(WORKED, "4 2 4 4 dk 4"))

    steps = {step.rule: step for step in explain(result, WORKED, What(Subject.DIMENSION, "b")).steps}

    assert [term.value for term in steps[Rule.SHARE_ANSWERED].terms] == [2, 3]
    assert (steps[Rule.ONE_ANSWER_SET].result, steps[Rule.LOW].result) == (75, 50)
    assert steps[Rule.HIGH].result == pytest.approx(83.3333, abs=1e-4)


def test_a_withheld_figure_is_explained_by_its_reason_alone() -> None:
    # given four people with a score on B
    lines = "\n".join(f"r{n} citizen 4 4 4 {'4 4 4' if n < 5 else 'dk dk dk'}" for n in range(1, 7))
    result = score(WORKED, written(WORKED, lines), 5)
    assert isinstance(result.dimensions[1].score, Withheld)
    # when
    explanation = explain(result, WORKED, What(Subject.DIMENSION, "b"))
    # then
    assert explanation.withheld is Reason.MIN_GROUP
    assert [step.rule for step in explanation.steps] == [Rule.WITHHELD_MIN_GROUP]
    assert not explanation.steps[0].terms
    overall = explain(result, WORKED, What(Subject.OVERALL, "overall"))
    assert [step.rule for step in overall.steps] == [Rule.WITHHELD_MIN_GROUP, Rule.WITHHELD_BY_ANOTHER]


@settings(max_examples=25, deadline=None)
@given(sheets(most=9))
def test_only_what_the_result_shows_stands_in_an_explanation(sheet: Sheet) -> None:
    # given: figures of withheld things are given as withheld, wherever they would be put in
    result = score(sheet.question_set, sheet.answers, 5)
    withheld = {(TermKind.DIMENSION, one.id) for one in result.dimensions if isinstance(one.score, Withheld)}
    withheld |= {(TermKind.ITEM, one.id) for one in result.items if isinstance(one.score, Withheld)}
    for explanation in all_of(result, sheet.question_set):
        for step in explanation.steps:
            for term in step.terms:
                if (term.kind, term.id) in withheld and step.rule is not Rule.SIDES_ALONE:
                    assert isinstance(term.value, Withheld)
                    assert step.operation is None
        if explanation.withheld:
            assert all(step.operation is None for step in explanation.steps)


def test_votes_are_weighed_by_their_number() -> None:
    result = score(WORKED, voted(WORKED, {"citizen": 3, "staff": 1}, "a1 citizen 5×3\na1 staff 1×1"))

    step = next(s for s in explain(result, WORKED, What(Subject.ITEM, "a1")).steps if s.rule is Rule.ITEM_SCORE)

    assert (step.result, [term.weight for term in step.terms]) == (75, [1, 0, 0, 0, 3])


def test_what_was_not_asked_says_so(readiness: QuestionSet) -> None:
    quick = case("havneby", quick=True)
    assert quick.provisional is not None

    explanation = explain(quick, readiness, What(Subject.ITEM, quick.provisional.items_not_asked[0]))

    assert [step.rule for step in explanation.steps] == [Rule.NOT_ASKED]


def test_names_are_found_whatever_their_case_and_by_their_kind(readiness: QuestionSet) -> None:
    assert find_what(readiness, "Openness") == What(Subject.DIMENSION, "openness")
    assert find_what(readiness, "indicator:hotair") == find_what(readiness, "hotair")
    assert find_what(readiness, "opennes") is None


def test_every_section_that_is_named_stands_in_the_docs(readiness: QuestionSet) -> None:
    headings = re.findall(r"^## (.+)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
    named = {
        step.section.removeprefix("docs/scoring.md#")
        for min_group in (1, 5, 50)
        for explanation in all_of(case("ensomhed", min_group), readiness)
        for step in explanation.steps
    }
    assert named <= anchors
