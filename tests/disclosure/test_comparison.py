"""What changed: like with like, nothing withheld comes out, and small numbers are said to be small."""

from __future__ import annotations

import statistics
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samskab_cli.scoring.comparison import Occasion, compare

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers, Mode
from samskab_cli.model.comparison import Comparison, FewAnswers
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Reason, Withheld
from samskab_cli.scoring.engine import find, score
from tests.answers_as_written import alone, part, question_set, voted, worked_example, written

WORKED = worked_example()


def answers(*cells: str, role: str = "citizen") -> Answers:
    return written(WORKED, "\n".join(f"r{n} {role} {row}" for n, row in enumerate(cells, start=1)))


def compared(*times: Answers, min_group: int | None = 1) -> Comparison:
    return compare([Occasion(f"{n}.csv", WORKED, each) for n, each in enumerate(times, start=1)], min_group)


def test_each_figure_is_the_one_of_its_own_report_and_the_change_is_last_minus_first() -> None:
    times = [answers("4 2 4 3 3 3", "3 3 3 4 4 4"), answers("1 5 1 3 3 3"), answers("5 1 5 5 5 5", "5 1 5 4 4 4")]
    results = [score(WORKED, each, 1) for each in times]

    comparison = compared(*times)

    for at, result in enumerate(results):
        assert comparison.verdict.levels[at] is result.verdict.level
        assert comparison.overall.scores[at] == result.overall.score
        assert [one.scores[at] for one in comparison.dimensions] == [one.score for one in result.dimensions]
        assert [one.states[at] for one in comparison.gates] == [one.state for one in result.gates]
        assert [one.scores[at] for one in comparison.items] == [one.score for one in result.items]
    for one in (*comparison.dimensions, *comparison.items, comparison.overall):
        assert one.change == pytest.approx(float(str(one.scores[2])) - float(str(one.scores[0])))


def test_items_are_ranked_by_the_size_of_their_change_whichever_way() -> None:
    comparison = compared(answers("3 3 3 5 3 3"), answers("3 3 4 1 2 3"))

    assert comparison.moved_most == ("b1", "a3", "b2")


A_SCORES = ("4 2 4 3 3 3", "5 1 4 3 3 3", "3 3 4 3 3 3", "4 2 3 3 3 3", "2 3 4 3 3 3")
HIGHER = ("5 2 4 3 3 3", "5 1 4 3 3 3", "3 3 4 3 3 3", "4 2 3 3 3 3", "2 3 4 3 3 3")
HIGHEST = ("5 1 5 3 3 3", "5 1 5 3 3 3", "5 1 5 3 3 3", "5 1 5 3 3 3", "5 1 5 3 3 4")


def test_a_change_below_two_standard_errors_is_what_a_few_other_answers_could_give() -> None:
    dimension, other = compared(answers(*A_SCORES), answers(*HIGHER), min_group=5).dimensions

    assert dimension.few_answers is FewAnswers.SMALLER
    assert other.few_answers is None  # no change, nothing to say


def test_a_change_above_two_standard_errors_is_more_than_that() -> None:
    dimension, _ = compared(answers(*A_SCORES), answers(*HIGHEST), min_group=5).dimensions

    assert dimension.few_answers is FewAnswers.LARGER


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=5, max_size=9), st.lists(st.integers(1, 5), min_size=5, max_size=9))
def test_the_bound_is_two_standard_errors_of_the_difference(before: list[int], after: list[int]) -> None:
    asked = question_set({"a": [{"id": "a1"}]})
    times = [written(asked, "\n".join(f"r{i} - {x}" for i, x in enumerate(each))) for each in (before, after)]

    (dimension,) = compare([Occasion("x", asked, each) for each in times], 5).dimensions

    scores = [[25.0 * (x - 1) for x in each] for each in (before, after)]
    change = statistics.mean(scores[1]) - statistics.mean(scores[0])
    bound = 2 * sqrt(sum(statistics.variance(each) / len(each) for each in scores))
    if abs(change) < 1e-9:
        assert dimension.few_answers is None
    elif abs(abs(change) - bound) > 1e-3:
        assert dimension.few_answers is (FewAnswers.SMALLER if abs(change) < bound else FewAnswers.LARGER)


def test_the_deviation_is_that_of_the_sample() -> None:
    asked = question_set({"a": [{"id": "a1"}]})
    found = find(asked, written(asked, "r1 - 1\nr2 - 2\nr3 - 5\nr4 - dk"))

    assert found.dimensions["a"].deviation == pytest.approx(statistics.stdev([0, 25, 100]), abs=1e-4)


def test_with_four_people_it_is_said_that_they_are_too_few() -> None:
    dimension, _ = compared(answers(*A_SCORES), answers(*HIGHEST[:4])).dimensions

    assert dimension.few_answers is FewAnswers.TOO_FEW


def test_votes_and_a_common_answer_have_no_single_responses_to_go_by() -> None:
    votes = voted(WORKED, {"citizen": 6}, "a1 citizen 5×6\na2 citizen 1×6\na3 citizen 5×6\nb1 citizen 4×6")
    common = alone(WORKED, "1 5 1 3 3 3")

    assert compared(answers(*A_SCORES), votes).dimensions[0].few_answers is FewAnswers.NOT_LINKED
    assert compared(common, votes).dimensions[0].few_answers is FewAnswers.NOT_LINKED


def test_what_is_withheld_in_either_stays_withheld_and_has_no_change() -> None:
    # given five people, and then four of six with a score on B
    before = answers(*["4 2 4 4 4 4"] * 5)
    after = answers(*["4 2 4 4 4 4"] * 4, *["4 2 4 dk dk dk"] * 2)
    # when
    comparison = compared(before, after, min_group=5)
    # then
    gone = Withheld(withheld=Reason.MIN_GROUP)
    b = comparison.dimensions[1]
    assert (b.scores, b.n, b.change, b.few_answers) == ((75.0, gone), (5, gone), gone, None)
    assert comparison.overall.change == gone
    assert {item.id for item in comparison.items if item.change == gone} == {"b1", "b2", "b3"}


def test_only_items_asked_every_time_count_and_the_others_are_named() -> None:
    # given an older version without b3, in which a2 isn't asked
    older = question_set(
        {"a": [{"id": "a1"}, {"id": "a3", "weight": 2.0}, {"id": "a9"}], "b": [{"id": "b1"}, {"id": "b2"}]},
        gates=[{"id": "g", "parts": [part("p", "a1", "a3"), part("q", "b1", "b2")]}],
    )
    before = Occasion("old", older, written(older, "r1 - 4 4 1 2 2"))
    after = Occasion("new", WORKED, written(WORKED, "r1 citizen 4 5 4 2 2 5"))
    # when
    comparison = compare([before, after], 1)
    # then the figures are those of a1, a3, b1, b2, each time
    assert {one.item: one.asked for one in comparison.left_out} == {"a9": (1,), "a2": (2,), "b3": (2,)}
    assert [one.id for one in comparison.items] == ["a1", "a3", "b1", "b2"]
    assert [one.scores for one in comparison.dimensions] == [(75.0, 75.0), (25.0, 25.0)]
    assert comparison.times[0].question_set.sha256 != comparison.times[1].question_set.sha256


def test_a_quick_time_is_compared_on_what_was_asked_then(readiness: QuestionSet) -> None:
    quick = {item.id for item in readiness.items if item.quick}
    whole = alone(readiness, " ".join("4" if item.id in quick else "1" for item in readiness.items))
    short = Answers(whole.cells, mode=Mode.CONSENSUS, quick=True)

    comparison = compare([Occasion("x", readiness, short), Occasion("y", readiness, whole)])

    assert {one.id for one in comparison.items} == quick
    assert all(one.change == 0 for one in comparison.dimensions)


def test_another_question_set_is_refused() -> None:
    other = WORKED.model_copy(update={"id": "other"})

    with pytest.raises(AnswersRefused, match="example, other"):
        compare([Occasion("x", WORKED, answers("4 2 4 4 4 4")), Occasion("y", other, answers("4 2 4 4 4 4"))])


def test_sets_without_a_common_item_are_refused() -> None:
    other = question_set({"a": [{"id": "x1"}]})

    with pytest.raises(AnswersRefused, match="nothing to compare"):
        compare([Occasion("x", WORKED, answers("4 2 4 4 4 4")), Occasion("y", other, written(other, "r1 - 3"))])


def test_nobodys_deviation_is_published() -> None:
    comparison = compared(answers(*A_SCORES), answers(*HIGHER))

    assert "deviation" not in comparison.model_dump_json()
