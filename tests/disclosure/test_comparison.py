"""What changed: like with like, nothing withheld comes out, and small numbers are said to be small."""

from __future__ import annotations

import statistics
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.comparison import Occasion, compare
from samskab_cli.disclosure.result import score
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers, Mode
from samskab_cli.model.comparison import Comparison, FewAnswers
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason, SideLevel
from tests.answers_as_written import alone, part, question_set, voted, worked_example, written
from tests.scored import verdict_of

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
        assert comparison.verdict is not None
        assert comparison.verdict.levels[at] is verdict_of(result).level
        assert comparison.overall.scores[at] == result.overall.score
        assert [one.scores[at] for one in comparison.dimensions] == [one.score for one in result.dimensions]
        assert [one.states[at] for one in comparison.gates] == [one.state for one in result.gates]
        assert [one.scores[at] for one in comparison.items] == [one.score for one in result.items]
    for one in (*comparison.dimensions, *comparison.items, comparison.overall):
        assert one.change == pytest.approx(float(str(one.scores[2])) - float(str(one.scores[0])))


def test_items_are_ranked_by_the_size_of_their_change_whichever_way() -> None:
    comparison = compared(answers("3 3 3 5 3 3"), answers("3 3 4 1 2 3"))

    assert comparison.moved_most == ("b1", "a3", "b2")


ONE = question_set({"a": [{"id": "a1"}]}, roles={"citizen": None})
TWO = question_set({"a": [{"id": "a1"}, {"id": "a2", "weight": 3.0}]}, roles={"citizen": None})


def few_answers(questions: QuestionSet, before: str, after: str, min_group: int = 1) -> FewAnswers | None:
    """Of the one dimension. before, after: a word of cells a respondent, as `45 3d`."""
    named = {"d": "dk"}
    times = [
        written(
            questions,
            "\n".join(
                f"{at}{n} citizen {' '.join(named.get(cell, cell) for cell in row)}" for n, row in enumerate(of.split())
            ),
        )
        for at, of in (("x", before), ("y", after))
    ]
    (dimension,) = compare([Occasion("t", questions, each) for each in times], min_group).dimensions
    return dimension.few_answers


def test_the_band_is_two_standard_errors_of_the_difference() -> None:
    # given 25 50 50 50 75 before: s² = 1250/4, SE = √(312.5/5) = 7.906; the same shifted after: the band is 22.36
    assert few_answers(ONE, "2 3 3 3 4", "3 4 4 4 5") is FewAnswers.LARGER  # 25
    # and with 25 50 50 75 75 (mean 55, SE = √(450/5) = 9.487) it is 2 · √(62.5 + 90) = 24.7, the change 5
    assert few_answers(ONE, "2 3 3 3 4", "2 3 3 4 4") is FewAnswers.SMALLER


def test_the_items_of_one_person_are_taken_as_moving_together() -> None:
    # given a1 and a2 of weight 3 at 25 50 50 50 75 and then 0 50 50 50 100 (SE 15.81): (7.906 + 3 · 15.81) / 4 = 13.83
    before = "21 33 33 33 45"
    # then the band is 2 · √(13.83² + SE²), SE after being that of 0 50 100 100 100 twice: √(2000/5) = 20: 48.6
    assert few_answers(TWO, before, "11 33 55 55 55") is FewAnswers.SMALLER  # 20
    # and where all agree after, only that of before is left: 27.7
    assert few_answers(TWO, before, "44 44 44 44 44") is FewAnswers.SMALLER  # 25
    assert few_answers(TWO, before, "45 45 45 45 45") is FewAnswers.LARGER  # 43.75


def test_who_does_not_know_makes_an_item_less_exact_and_one_answer_says_nothing() -> None:
    # given as above, of five only three who answer: 0 50 100, s² = 2500, SE = √(2500/3) = 28.9; the band is 59.9
    assert few_answers(ONE, "2 3 3 3 4", "5 5 5 d d") is FewAnswers.LARGER  # 50 above 2 · 7.9
    assert few_answers(ONE, "1 3 5 d d", "5 5 5 5 5") is FewAnswers.SMALLER  # 50 below 2 · 28.9


def test_nothing_is_said_of_no_change() -> None:
    assert few_answers(ONE, "2 3 3 3 4", "3 3 2 4 3") is None


def test_with_four_people_it_is_said_that_they_are_too_few() -> None:
    assert few_answers(ONE, "2 3 3 3 4", "5 5 5 5") is FewAnswers.TOO_FEW
    assert few_answers(ONE, "2 3 3 3", "5 5 5 5 5") is FewAnswers.TOO_FEW


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=5, max_size=9), st.lists(st.integers(1, 5), min_size=5, max_size=9))
def test_the_bound_is_two_standard_errors_of_the_difference(before: list[int], after: list[int]) -> None:
    asked = question_set({"a": [{"id": "a1"}]})
    times = [written(asked, "\n".join(f"r{i} - {x}" for i, x in enumerate(each))) for each in (before, after)]

    (dimension,) = compare([Occasion("x", asked, each) for each in times], 1).dimensions

    scores = [[25.0 * (x - 1) for x in each] for each in (before, after)]
    change = statistics.mean(scores[1]) - statistics.mean(scores[0])
    bound = 2 * sqrt(sum(statistics.variance(each) / len(each) for each in scores))
    if abs(change) < 1e-9:
        assert dimension.few_answers is None
    elif abs(abs(change) - bound) > 1e-3:
        assert dimension.few_answers is (FewAnswers.SMALLER if abs(change) < bound else FewAnswers.LARGER)


def test_votes_have_the_band_that_answers_one_by_one_have() -> None:
    votes = [voted(ONE, {"citizen": 5}, f"a1 citizen {cast}") for cast in ("2×1 3×3 4×1", "3×1 4×3 5×1", "2×1 3×2 4×2")]
    for after, expected in ((votes[1], FewAnswers.LARGER), (votes[2], FewAnswers.SMALLER)):
        (dimension,) = compare([Occasion("t", ONE, each) for each in (votes[0], after)]).dimensions
        assert dimension.few_answers is expected


SIDES = question_set(
    {"d": [{"id": "d1"}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}, {"id": "e2"}]},
    roles={"mayor": "politics", "clerk": "offices", "citizen": None},
    coarse={"inside": ["politics", "offices"], "outside": ["citizen"]},
)


def room(at: str, *, mayor: int, clerk: int, citizen: int, shift: int = 0) -> Occasion:
    """So many people of each role, who differ; at: what makes their ids, and shift their answers, another time's."""
    numbers = {"mayor": mayor, "clerk": clerk, "citizen": citizen}
    lines = [
        f"{at}{role}{n} {role} {' '.join(str((n + k + shift) % 5 + 1) for k in range(2))} "
        f"{'.' if role == 'citizen' else (n + shift) % 5 + 1} {(2 * n + shift) % 5 + 1}"
        for role, many in numbers.items()
        for n in range(many)
    ]
    return Occasion(at, SIDES, written(SIDES, "\n".join(lines)))


def test_the_sides_that_both_times_show_are_compared() -> None:
    found = compare([room("x", mayor=5, clerk=6, citizen=7), room("y", mayor=6, clerk=6, citizen=6, shift=1)], 5)

    assert found.side_level is SideLevel.FINE
    assert [[side.id for side in one.sides] for one in found.dimensions] == [["politics", "offices", "citizen"]] * 2


def test_where_one_time_shows_coarse_sides_the_others_are_added_up() -> None:
    # given three politicians the last time: Inside / Outside
    times = [room("x", mayor=5, clerk=6, citizen=7), room("y", mayor=3, clerk=6, citizen=6, shift=1)]

    found = compare(times, 5)

    assert found.side_level is SideLevel.COARSE
    assert [side.id for side in found.overall.sides] == ["inside", "outside"]
    # the first time's inside is its politicians and offices together
    own = score(SIDES, times[0].answers, 5)
    d1, inside = own.items[0], next(one for one in found.items if one.id == "d1").sides[0]
    parts = [d1.sides[side] for side in ("politics", "offices")]
    assert not any(isinstance(part, Withheld) for part in parts)
    counts = [sum(cells) for cells in zip(*(part.counts for part in parts), strict=True)]  # type: ignore[union-attr]  # both are shown
    assert inside.scores[0] == pytest.approx(sum(25 * k * n for k, n in enumerate(counts)) / sum(counts))


def test_where_one_time_shows_no_sides_none_are_compared() -> None:
    found = compare([room("x", mayor=5, clerk=6, citizen=7), room("y", mayor=2, clerk=2, citizen=4, shift=1)], 5)

    assert found.side_level is SideLevel.NONE
    assert not any(one.sides for one in (found.overall, *found.dimensions, *found.gates, *found.items))


def test_an_item_too_few_were_asked_at_one_time_is_left_out_of_both() -> None:
    # given four who are asked e1 the last time
    times = [room("x", mayor=5, clerk=6, citizen=7), room("y", mayor=2, clerk=2, citizen=7, shift=1)]

    found = compare(times, 5)

    assert [one.id for one in found.items] == ["d1", "d2", "e2"]
    assert [(one.item, one.asked) for one in found.left_out] == [("e1", (1, 2))]
    # so the first time's dimension is e2 alone
    own = {item.id: item.score for item in score(SIDES, times[0].answers, 5).items}
    assert found.dimensions[1].scores[0] == own["e2"]


def test_an_item_that_shows_no_sides_in_one_of_the_results_shows_none_here() -> None:
    # given four clerks and a politician, hidden the last time, who all give d1 the same answer
    one = room("x", mayor=5, clerk=6, citizen=7)
    lines = ["mayor 4 1 2 2", "clerk 4 2 1 3", "clerk 4 5 1 4", "clerk 4 1 4 4", "clerk 4 1 5 1"]
    lines += [f"citizen {n % 5 + 1} {n % 4 + 1} . 3" for n in range(6)] + [f"club {n % 5 + 1} 1 3 3" for n in range(6)]
    questions = question_set(
        {"d": [{"id": "d1"}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}, {"id": "e2"}]},
        roles={"mayor": "politics", "clerk": "offices", "citizen": None, "club": None},
    )
    last = Occasion("y", questions, written(questions, "\n".join(f"r{n} {line}" for n, line in enumerate(lines))))
    alone = score(questions, last.answers, 5)
    assert "d1" in alone.answers.items_without_sides
    before = Occasion("x", questions, one.answers)

    found = compare([before, last], 5)

    shown = {item.id: [side.id for side in item.sides] for item in found.items}
    assert shown["d1"] == []
    assert shown["d2"] == ["citizen"]


def test_of_too_few_people_at_one_time_everything_is_withheld() -> None:
    found = compare([room("x", mayor=5, clerk=6, citizen=7), room("y", mayor=0, clerk=0, citizen=4, shift=1)], 5)
    gone = Withheld(withheld=Reason.MIN_GROUP)
    assert found.verdict is not None
    assert (found.overall.change, found.verdict.levels[1]) == (gone, gone)
    assert not found.items


FILE = [f"r{n} citizen {n % 5 + 1} {n % 3 + 1} . {n % 4 + 1}" for n in range(12)]
OTHER = "citizen 5 5 . 5"


def of(lines: list[str]) -> Occasion:
    return Occasion("file.csv", SIDES, written(SIDES, "\n".join(lines)))


@pytest.mark.parametrize(
    "last",
    [
        [*FILE, f"new {OTHER}"],  # somebody joined
        FILE[1:],  # left
        [*FILE[1:], f"new {OTHER}"],  # was replaced
        [f"r0 {OTHER}", *FILE[1:]],  # changed their answers
        [*FILE, *[f"new{n} {OTHER}" for n in range(4)]],
        [*FILE[4:], *[f"new{n} {OTHER}" for n in range(9)]],  # four left, nine came
    ],
)
def test_files_that_share_people_and_differ_by_a_few_are_refused(last: list[str]) -> None:
    with pytest.raises(AnswersRefused, match="fewer than 5 people"):
        compare([of(FILE), of(last)], 5)
    assert len(compare([of(FILE), of(last)], 1).times) == 2


@pytest.mark.parametrize(
    "last",
    [
        FILE,
        FILE[::-1],
        [*FILE, *[f"new{n} {OTHER}" for n in range(5)]],
        FILE[5:],
        [f"x{n} citizen 5 {n % 5 + 1} . 5" for n in range(12)],  # others altogether
    ],
)
def test_files_of_the_same_people_of_others_or_of_enough_who_differ_are_compared(last: list[str]) -> None:
    assert compare([of(FILE), of(last)], 5).times[1].respondents == len(last)


def test_every_two_of_several_files_are_looked_at() -> None:
    middle = [f"x{n} citizen 5 {n % 5 + 1} . 5" for n in range(12)]
    with pytest.raises(AnswersRefused, match="fewer than 5 people"):
        compare([of(FILE), of(middle), of(FILE[1:])], 5)


def test_votes_have_no_rows_to_be_told_apart_by() -> None:
    votes = [voted(ONE, {"citizen": n}, f"a1 citizen 2×1 4×{n - 1}") for n in (7, 6)]
    assert compare([Occasion("t", ONE, each) for each in votes], 5).times[1].respondents == 6


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
