"""Each kind of finding, in answers whose fault is known; and what isn't said."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from samskab_cli.disclosure.study import study
from samskab_cli.model.answers import BLANK
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.study import Finding, FindingKind, Study, Unlooked
from tests.answers_as_written import question_set
from tests.study.people import (
    Cells,
    Change,
    Crowd,
    answers_of,
    backwards,
    cells_of,
    double,
    noise,
    turned,
    unknown,
)

ITEMS = 5


@pytest.fixture(scope="module")
def asked() -> QuestionSet:
    """Three dimensions of five items, the last one of each reversed; two sides."""
    dimensions = {
        name: [{"id": f"{name}{n}", "reverse": n == ITEMS} for n in range(1, ITEMS + 1)] for name in ("aa", "bb", "cc")
    }
    return question_set(dimensions, roles={"clerk": "inside", "citizen": "outside"})


def studied(
    asked: QuestionSet, people: int = 200, *changes: Change, seed: int = 1, roles: Sequence[str] = ("clerk", "citizen")
) -> Study:
    def change(rng: random.Random, person: int, row: Cells) -> None:
        for one in changes:
            one(rng, person, row)

    return study(asked, answers_of(asked, cells_of(asked, Crowd(people), seed, change), roles=roles))


def at(asked: QuestionSet, item: str) -> int:
    return [one.id for one in asked.items].index(item)


def kinds(found: Study) -> list[tuple[FindingKind, tuple[str, ...]]]:
    return [(one.kind, one.items) for one in found.findings]


def only(found: Study) -> Finding:
    (finding,) = found.findings
    return finding


def test_questions_that_work_have_no_finding(asked: QuestionSet) -> None:
    assert kinds(studied(asked)) == []


@pytest.mark.parametrize("item", ["aa1", "aa5"])
def test_an_item_that_was_turned_round_before_points_the_other_way(asked: QuestionSet, item: str) -> None:
    found = only(studied(asked, 200, turned(asked, item)))

    assert (found.kind, found.rank, found.items, found.dimensions) == (FindingKind.OPPOSITE, 1, (item,), ("aa",))
    assert found.high is not None
    assert found.high < 0


def test_two_items_that_were_turned_round_dont_hide_each_other_nor_make_the_others_look_weak(
    asked: QuestionSet,
) -> None:
    found = studied(asked, 200, turned(asked, "aa1"), turned(asked, "aa4"))
    assert kinds(found) == [(FindingKind.OPPOSITE, ("aa1",)), (FindingKind.OPPOSITE, ("aa4",))]


def test_an_end_that_nobody_uses_is_missed_from_500_answers_on(asked: QuestionSet) -> None:
    def never_five(_: random.Random, __: int, row: Cells) -> None:
        row[:] = [min(cell, 4) for cell in row]

    assert (FindingKind.NEVER, ()) not in kinds(studied(asked, 33, never_five))  # 495 answers
    found = studied(asked, 34, never_five).findings[0]
    assert (found.kind, found.rank, found.options, found.n) == (FindingKind.NEVER, 1, (5,), 510)


def test_an_item_that_one_side_cant_answer_is_said_of_that_side(asked: QuestionSet) -> None:
    found = only(studied(asked, 100, unknown(asked, "bb2", every=2)))
    assert (found.kind, found.items, found.side) == (FindingKind.UNSURE, ("bb2",), "inside")


def test_an_item_that_hardly_anybody_can_answer_is_said_of_all(asked: QuestionSet) -> None:
    found = studied(asked, 100, unknown(asked, "bb2", every=1)).findings[0]
    assert (found.kind, found.items, found.side) == (FindingKind.UNSURE, ("bb2",), None)


def test_an_item_that_many_leave_blank(asked: QuestionSet) -> None:
    def leave(rng: random.Random, _: int, row: Cells) -> None:
        row[at(asked, "cc3")] = BLANK if rng.random() < 0.3 else row[at(asked, "cc3")]

    assert kinds(studied(asked, 200, leave)) == [(FindingKind.BLANK, ("cc3",))]


def test_an_item_that_is_answered_by_chance_is_weak(asked: QuestionSet) -> None:
    found = studied(asked, 300, noise(asked, "aa2"))
    assert kinds(found)[0] == (FindingKind.WEAK, ("aa2",))


def test_a_reversed_item_that_a_quarter_reads_backwards(asked: QuestionSet) -> None:
    found = only(studied(asked, 1000, backwards(asked, "bb5", 0.25)))
    assert (found.kind, found.items) == (FindingKind.MISREAD, ("bb5",))
    assert found.value == pytest.approx(0.25, abs=0.06)


def test_two_items_that_ask_for_the_same(asked: QuestionSet) -> None:
    assert kinds(studied(asked, 100, double(asked, "aa1", "aa2"))) == [(FindingKind.SAME, ("aa1", "aa2"))]


def test_an_item_that_follows_another_dimension(asked: QuestionSet) -> None:
    def move(_: random.Random, __: int, row: Cells) -> None:
        row[at(asked, "aa1")] = round((row[at(asked, "bb1")] + row[at(asked, "bb2")] + 0.5) / 2)

    found = studied(asked, 300, move).findings[0]
    assert (found.kind, found.items, found.dimensions) == (FindingKind.ELSEWHERE, ("aa1",), ("bb",))


def test_two_dimensions_that_measure_the_same(asked: QuestionSet) -> None:
    def copy(rng: random.Random, _: int, row: Cells) -> None:
        for n in range(1, ITEMS + 1):
            row[at(asked, f"bb{n}")] = min(5, max(1, row[at(asked, f"aa{n}")] + rng.choice((-1, 0, 0, 1))))

    merged = [one.dimensions for one in studied(asked, 300, copy).findings if one.kind is FindingKind.MERGED]
    assert merged == [("aa", "bb")]


def test_answers_that_dont_work_in_their_order(asked: QuestionSet) -> None:
    def swap(_: random.Random, __: int, row: Cells) -> None:
        row[at(asked, "cc1")] = {2: 3, 3: 2}.get(row[at(asked, "cc1")], row[at(asked, "cc1")])

    found = only(studied(asked, 1000, swap))
    assert (found.kind, found.items, found.options) == (FindingKind.DISORDER, ("cc1",), (2, 3))


def test_an_item_to_which_nearly_everybody_says_the_same(asked: QuestionSet) -> None:
    def agree(rng: random.Random, _: int, row: Cells) -> None:
        row[at(asked, "bb1")] = 5 if rng.random() < 0.8 else row[at(asked, "bb1")]

    found = [one for one in studied(asked, 200, agree).findings if one.kind is FindingKind.ENDS]
    assert [(one.items, one.options, one.rank) for one in found] == [(("bb1",), (5,), 6)]


def in_towns(asked: QuestionSet, crowd: Crowd) -> Study:
    return study(asked, answers_of(asked, cells_of(asked, crowd, 3), crowd.groups), by="town")


def test_towns_that_differ_by_chance_alone_are_noise(asked: QuestionSet) -> None:
    found = only(in_towns(asked, Crowd(1000, groups=100)))

    assert (found.kind, found.dimensions) == (FindingKind.NOISE, ("aa", "bb", "cc"))


def test_towns_that_differ_a_little_are_partly_noise_and_it_is_said_how_many_answers_would_do(
    asked: QuestionSet,
) -> None:
    found = in_towns(asked, Crowd(6000, groups=300, between=0.2)).findings

    partly = [one for one in found if one.kind is FindingKind.PARTLY_NOISE]
    assert partly
    assert partly[0].needed is not None
    assert 20 < partly[0].needed < 200


def test_towns_that_differ_clearly_are_no_finding(asked: QuestionSet) -> None:
    assert in_towns(asked, Crowd(800, groups=40, between=0.8)).findings == ()


def test_a_room_that_agrees_is_told_that_it_cant_be_told(asked: QuestionSet) -> None:
    found = study(asked, answers_of(asked, cells_of(asked, Crowd(100, inside=0.15), 1)))

    assert {one.kind for one in found.findings} == {FindingKind.ONE_ROOM}
    assert Unlooked.APART in {one.reason for one in found.not_looked_at}


def test_below_thirty_people_counts_and_shares_only(asked: QuestionSet) -> None:
    few = studied(asked, 29, turned(asked, "aa1"))

    assert kinds(few) == []
    assert {one.reason for one in few.not_looked_at} >= {Unlooked.FEW_PEOPLE}
    assert all(one.rest is None and one.other is None and one.alpha_without is None for one in few.items)
    assert all(one.alpha is None and one.mean_r is None and one.error is None for one in few.dimensions)
    assert few.pairs == ()


def test_an_item_that_too_few_answered_is_left_out_of_the_correlations_and_named(asked: QuestionSet) -> None:
    found = studied(asked, 60, unknown(asked, "bb2", every=1))

    named = [one.items for one in found.not_looked_at if one.reason is Unlooked.FEW_ANSWERS]
    assert named == [("bb2",)]


@pytest.mark.parametrize("values", [(1, 2), (0, 1, 2, 3), tuple(range(1, 11))])
def test_a_scale_may_have_two_to_ten_answers(values: tuple[int, ...]) -> None:
    other = question_set({"aa": [{"id": f"aa{n}", "reverse": n == 4} for n in range(1, 5)]}, values=values)
    found = study(other, answers_of(other, cells_of(other, Crowd(200), 1, turned(other, "aa1"))))
    assert (FindingKind.OPPOSITE, ("aa1",)) in kinds(found)
