"""Every explanation can be computed again from the numbers it gives, and says nothing that the result doesn't."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from operator import mul
from pathlib import Path

import pytest
from hypothesis import given, settings

from samskab_cli.disclosure.explaining.explain import What, explain, explainable, find_what
from samskab_cli.disclosure.result import score
from samskab_cli.errors import Misused
from samskab_cli.model.explanation import Explanation, Operation, Rule, Step, Subject
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason
from tests.answers_as_written import WORKED_ANSWERS, alone, part, question_set, voted, worked_example, written
from tests.scored import verdict_of
from tests.strategies import Ballot, Sheet, ballots, sheets
from tests.workshops import WORKSHOPS, answers_of, frozen_set

WORKED = worked_example()
DOCS = Path(__file__).parents[2] / "docs" / "scoring.md"


OPERATIONS: dict[Operation, Callable[[list[float], list[float]], float]] = {
    Operation.MEAN: lambda values, _: sum(values) / len(values),
    Operation.WEIGHTED_MEAN: lambda values, weights: sum(map(mul, values, weights)) / sum(weights),
    Operation.LOWEST: lambda values, _: min(values),
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


def case(workshop: str, min_group: int = 1, *, quick: bool = False) -> Result:
    return score(frozen_set(), answers_of(workshop, quick=quick), min_group)


@pytest.mark.parametrize("min_group", [1, 5])
@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_every_step_of_the_workshops_can_be_computed_again(workshop: str, min_group: int) -> None:
    for explanation in all_of(case(workshop, min_group), frozen_set()):
        check(explanation)


@settings(max_examples=25, deadline=None)
@given(sheets() | ballots())
def test_every_step_of_any_answers_and_votes_can_be_computed_again(sheet: Sheet | Ballot) -> None:
    for min_group in (1, 3):
        for explanation in all_of(score(sheet.question_set, sheet.answers, min_group), sheet.question_set):
            check(explanation)


@settings(max_examples=25, deadline=None)
@given(sheets() | ballots())
def test_a_score_is_what_the_step_of_its_items_comes_to(sheet: Sheet | Ballot) -> None:
    result = score(sheet.question_set, sheet.answers, 1)
    for dimension in () if isinstance(result.overall.score, Withheld) else result.dimensions:
        explanation = explain(result, sheet.question_set, What(Subject.DIMENSION, dimension.id))
        together = [step.result for step in explanation.steps if step.rule is Rule.ITEMS_TOGETHER]
        assert together == ([] if dimension.score is None else [pytest.approx(dimension.score)])
    for item in result.items:
        explanation = explain(result, sheet.question_set, What(Subject.ITEM, item.id))
        scores = [s.result for s in explanation.steps if s.rule in {Rule.ITEM_SCORE, Rule.ITEM_SCORE_REVERSED}]
        assert scores == ([] if item.score is None else [pytest.approx(item.score)])


LEVELS_RANK = {Level.NOT_NOW: 0, Level.PREPARE: 1, Level.ATTENTION: 2, Level.READY: 3}


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_the_verdict_is_the_lower_of_what_the_gates_and_the_cut_offs_allow(workshop: str) -> None:
    explanation = explain(case(workshop), frozen_set(), What(Subject.VERDICT, "verdict"))
    steps = {step.rule: step.result for step in explanation.steps}
    allowed = [steps[Rule.GATES_CAP], steps[Rule.LEVEL_BY_CUTOFFS]]
    assert steps[Rule.LEVEL] == min(allowed, key=lambda level: LEVELS_RANK[level])  # type: ignore[index]  # a level


@settings(max_examples=30, deadline=None)
@given(sheets())
def test_a_gates_state_follows_from_its_four_comparisons(sheet: Sheet) -> None:
    result = score(sheet.question_set, sheet.answers, 1)
    for gate in () if isinstance(verdict_of(result).level, Withheld) else result.gates:
        found = {s.rule: s.result for s in explain(result, sheet.question_set, What(Subject.GATE, gate.id)).steps}
        if Rule.PASSES not in found:
            assert gate.state in {GateState.UNDECIDED, GateState.CONTESTED}
        elif found[Rule.PASSES] and found[Rule.KEEPS_FROM_FAILING]:
            assert gate.state is GateState.PASSED
        elif not found[Rule.ABOVE_FAILING] and not found[Rule.MAY_REACH]:
            assert gate.state is GateState.FAILED
        else:
            assert gate.state is GateState.UNDECIDED


def steps_of(result: Result, subject: Subject, id_: str, questions: QuestionSet = WORKED) -> dict[Rule, Step]:
    return {step.rule: step for step in explain(result, questions, What(subject, id_)).steps}


def test_a_dimension_is_the_mean_of_its_items_by_their_weights() -> None:
    step = steps_of(score(WORKED, written(WORKED, WORKED_ANSWERS), 1), Subject.DIMENSION, "a")[Rule.ITEMS_TOGETHER]

    assert {term.id: term.weight for term in step.terms} == {"a1": 1, "a2": 1, "a3": 2}
    assert [term.value for term in step.terms] == pytest.approx([70.8333, 68.1818, 77.2727], abs=1e-4)
    assert step.result == pytest.approx(73.3902, abs=1e-4)


def test_an_item_asked_of_half_the_room_is_explained_by_half_its_weight() -> None:
    questions = question_set(
        {"d": [{"id": "d1", "skip_roles": ["citizen"]}, {"id": "d2"}]}, roles={"citizen": None, "clerk": None}
    )
    result = score(questions, written(questions, "r clerk 5 1\nr citizen . 1"), 1)

    step = steps_of(result, Subject.DIMENSION, "d", questions)[Rule.ITEMS_TOGETHER]

    assert [term.weight for term in step.terms] == [0.5, 1]
    assert step.result == pytest.approx(100 / 3)


def test_one_answer_set_is_explained_down_to_its_answers() -> None:
    steps = steps_of(score(WORKED, alone(WORKED, "4 2 4 4 dk 4")), Subject.DIMENSION, "b")

    assert [term.value for term in steps[Rule.SHARE_ANSWERED].terms] == [2, 3]
    assert (steps[Rule.ITEMS_TOGETHER].result, steps[Rule.LOW].result) == (75, 50)
    assert steps[Rule.HIGH].result == pytest.approx(83.3333, abs=1e-4)


def test_an_item_too_few_answered_says_how_few() -> None:
    lines = "r1 citizen 5 1 5 5 5 5\nr2 citizen dk 1 5 5 5 5\nr3 citizen dk 1 5 5 5 5"

    steps = steps_of(score(WORKED, written(WORKED, lines), 1), Subject.ITEM, "a1")

    assert [term.value for term in steps[Rule.HALF_ANSWERED].terms] == [1, 3]
    assert Rule.NO_ITEM_SCORE in steps
    assert Rule.ITEM_SCORE not in steps


def test_a_gate_names_its_weakest_part_and_how_far_its_answers_lie_apart() -> None:
    result = score(WORKED, written(WORKED, WORKED_ANSWERS), 1)
    steps = steps_of(result, Subject.GATE, "g")

    assert steps[Rule.WEAKEST_PART].decides == "q"
    assert [term.value for term in steps[Rule.SPLIT].terms] == [result.gates[0].split, result.gates[0].split_limit]
    assert steps[Rule.SPLIT].result is False
    assert Rule.NOT_CONTESTED in steps


def test_a_gate_that_sides_contest_names_them() -> None:
    questions = question_set(
        {"d": [{"id": "d1"}]}, gates=[{"id": "g", "parts": [part("p", "d1")]}], roles={"citizen": None, "clerk": None}
    )
    result = score(questions, written(questions, "r citizen 1\n" * 5 + "r clerk 5\n" * 5), 5)

    steps = steps_of(result, Subject.GATE, "g", questions)

    assert [(term.id, term.value) for term in steps[Rule.CONTESTED_BY_SIDES].terms] == [("citizen", 0), ("clerk", 100)]
    assert Rule.PASSES not in steps


def test_what_is_withheld_is_explained_by_its_reason_alone() -> None:
    result = score(WORKED, written(WORKED, "\n".join(f"r{n} citizen 4 4 4 4 4 4" for n in range(4))), 5)

    for what in explainable(WORKED):
        explanation = explain(result, WORKED, what)
        if what.subject in {Subject.ITEM, Subject.INDICATOR}:
            assert explanation.result is None
        else:
            assert explanation.withheld is Reason.MIN_GROUP
            assert [step.rule for step in explanation.steps] == [Rule.WITHHELD_MIN_GROUP]
        assert not any(step.terms for step in explanation.steps)


def test_votes_are_weighed_by_their_number() -> None:
    result = score(WORKED, voted(WORKED, {"citizen": 3, "staff": 1}, "a1 citizen 5×3\na1 staff 1×1"))

    step = steps_of(result, Subject.ITEM, "a1")[Rule.ITEM_SCORE]

    assert (step.result, [term.weight for term in step.terms]) == (75, [1, 0, 0, 0, 3])


def test_what_was_not_asked_says_so() -> None:
    quick = case("sag3_havneby", quick=True)
    assert quick.provisional is not None

    explanation = explain(quick, frozen_set(), What(Subject.ITEM, quick.provisional.items_not_asked[0]))

    assert [step.rule for step in explanation.steps] == [Rule.NOT_ASKED]


def test_names_are_found_whatever_their_case_and_by_their_kind(readiness: QuestionSet) -> None:
    assert find_what(readiness, "Openness") == What(Subject.DIMENSION, "openness")
    assert find_what(readiness, "indicator:hotair") == find_what(readiness, "hotair")
    with pytest.raises(Misused, match="did you mean 'openness'"):
        find_what(readiness, "opennes")


def test_every_section_that_is_named_stands_in_the_docs() -> None:
    headings = re.findall(r"^## (.+)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
    named = {
        step.section.removeprefix("docs/scoring.md#")
        for min_group in (1, 5, 50)
        for explanation in all_of(case("sag1_ensomhed", min_group), frozen_set())
        for step in explanation.steps
    }
    assert named <= anchors
