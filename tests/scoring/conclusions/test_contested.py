"""Contested: a split or a side that chance hardly gives people who agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.model.conclusions import Contest
from samskab_cli.model.findings import End, GateReason
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.tables import ItemTable, ShownTables
from samskab_cli.scoring.contest.contested import contest, looks_at
from samskab_cli.scoring.contest.spread import SIGMA_ONE, items_that_count, sigma
from tests.answers_as_written import part, question_set
from tests.scoring.conclusions.rooms import asked_of, counted, room, two_parts
from tests.strategies import Sheet, sheets

TWO_PARTS = two_parts()
WORKED = """
politics 5 4 5 5 / politics 4 5 5 4
administration 5 5 4 5 / administration 4 4 dk 5 / administration 5 4 4 2
outside 2 1 1 1 / outside 1 2 1 dk / outside 2 2 2 1
"""
ONE_ITEM = question_set(
    {"d": [{"id": "a1"}]}, gates=[{"id": "g", "parts": [part("p", "a1")]}], roles=dict.fromkeys("abcde")
)


def four(value: float) -> Any:
    return pytest.approx(value, abs=6e-5)


def of(questions: QuestionSet, shown: ShownTables, weakest: str | None = None, end: End = End.SCORE) -> Contest:
    return contest(asked_of(questions), questions.gates[0], shown, weakest, end)


def one_item(counts: tuple[int, ...], **sides: tuple[int, ...]) -> ShownTables:
    """A room of one item by its counts, of everybody and of each side."""
    return ShownTables(
        sum(counts), {"a1": ItemTable(counts)}, {side: {"a1": ItemTable(of)} for side, of in sides.items()}
    )


def test_people_who_agree_lie_the_closer_the_more_items_are_looked_at() -> None:
    assert [round(sigma(items), 1) for items in (1, 2, 3, 4)] == [32.0, 26.7, 24.7, 23.6]


def test_items_of_unequal_weight_count_as_fewer() -> None:
    assert items_that_count([1, 1, 1]) == 3
    assert items_that_count([2, 1, 1]) == four(16 / 6)


def test_the_worked_example_is_split_and_its_outside_stands_apart() -> None:
    shown = room(TWO_PARTS, WORKED)

    found = of(TWO_PARTS, shown, "q")

    assert found == (GateReason.SIDES, ("outside",), four(18.7260), four(15.4393))
    whole, weakest = looks_at(asked_of(TWO_PARTS), TWO_PARTS.gates[0], shown, "q")
    assert {view.side: (view.distance, limit) for view, limit in whole.across} == {
        "politics": (four(44.0341), four(46.7391)),
        "administration": (four(37.0813), four(42.8908)),
        "outside": (four(74.1627), four(42.8908)),
    }
    assert (weakest.camps.split, weakest.split_limit) == (four(20.3452), four(16.7642))
    (view, limit), *_ = [one for one in weakest.across if one[0].side == "outside"]
    assert (view.score, view.others, view.distance, limit) == (four(5), four(83.3333), four(78.3333), four(58.9554))


@pytest.mark.parametrize("end", End)
def test_the_worked_example_stays_contested_whatever_the_unsure_would_have_said(end: End) -> None:
    assert of(TWO_PARTS, room(TWO_PARTS, WORKED), "q", end).reason is GateReason.SIDES


def test_without_shown_sides_it_is_contested_by_its_spread() -> None:
    found = of(TWO_PARTS, room(TWO_PARTS, WORKED, sides=False), "q")

    assert found == (GateReason.SPREAD, (), four(18.7260), four(15.4393))


@pytest.mark.parametrize(
    ("counts", "contested"),
    [
        ((5, 0, 0, 0, 5), True),
        ((0, 5, 0, 5, 0), False),  # √(12.5 · 12.5) = 12.5 doesn't reach 17.4
        ((2, 0, 0, 0, 2), False),  # four answers
        ((2, 0, 0, 0, 3), True),
        ((1, 0, 0, 0, 4), False),  # one person is no camp
        ((2, 0, 0, 0, 7), False),  # two of nine are less than a quarter
        ((2, 0, 0, 0, 6), True),  # two of eight are a quarter: √(37.5 · 12.5) = 21.7 reaches 18.1
        ((0, 0, 50, 0, 50), False),  # all in the middle or above it
    ],
)
def test_a_split_needs_five_answers_two_camps_of_a_quarter_and_distance(
    counts: tuple[int, ...], contested: bool
) -> None:
    assert (of(ONE_ITEM, one_item(counts)).reason is GateReason.SPREAD) is contested


def test_an_answer_exactly_at_the_middle_is_in_neither_camp() -> None:
    # given 3 of 12 above, 3 below, 6 at the middle: each camp has its quarter, and loses it with one more there
    just, too_few = one_item((3, 0, 6, 0, 3)), one_item((3, 0, 7, 0, 3))
    # then
    looks = [next(looks_at(asked_of(ONE_ITEM), ONE_ITEM.gates[0], shown, None)) for shown in (just, too_few)]
    assert [look.camps.share for look in looks] == [0.25, four(3 / 13)]
    assert [look.camps.split for look in looks] == [12.5, four(150 / 13)]


def test_one_item_must_be_split_further_than_two_since_one_says_less() -> None:
    one = next(looks_at(asked_of(ONE_ITEM), ONE_ITEM.gates[0], one_item((5, 0, 0, 0, 4)), None))
    two = next(
        looks_at(asked_of(TWO_PARTS), TWO_PARTS.gates[0], room(TWO_PARTS, "- 1 1 dk dk / " * 8 + "- 5 5 dk dk"), None)
    )

    assert one.split_limit == four(SIGMA_ONE * (0.38 + 0.52 / 3))
    assert two.split_limit == four(SIGMA_ONE * (0.38 + 0.28 / 3))


def test_the_part_that_decides_may_contest_a_gate_whose_whole_isnt() -> None:
    # given P where all are content, and Q of two camps
    shown = room(TWO_PARTS, "- 4 4 5 5 /" * 7 + "- 4 4 1 1 /" * 5)
    # then
    assert of(TWO_PARTS, shown, None).reason is None
    assert of(TWO_PARTS, shown, "q").reason is GateReason.SPREAD
    assert of(TWO_PARTS, shown, "p").reason is None
    assert of(TWO_PARTS, shown, "q").split == four(50 * (7 * 5) ** 0.5 / 12)


def test_a_side_stands_apart_only_across_the_middle() -> None:
    # given two sides 50 points from each other: the lower one below the middle, and exactly there
    assert of(ONE_ITEM, one_item((0, 20, 0, 20, 0), a=(0, 20, 0, 0, 0), b=(0, 0, 0, 20, 0))).apart == ("a", "b")
    assert of(ONE_ITEM, one_item((0, 0, 20, 0, 20), a=(0, 0, 20, 0, 0), b=(0, 0, 0, 0, 20))).apart == ()


def test_one_person_is_no_side() -> None:
    assert of(ONE_ITEM, one_item((1, 0, 0, 0, 30), a=(1, 0, 0, 0, 0))).reason is None
    assert of(ONE_ITEM, one_item((2, 0, 0, 0, 30), a=(2, 0, 0, 0, 0))).apart == ("a",)
    assert of(ONE_ITEM, one_item((30, 0, 0, 0, 1), a=(30, 0, 0, 0, 0))).apart == ()  # nor are all others


def test_large_sides_need_the_gap_of_the_set_however_sure_their_difference_is() -> None:
    # given 1,000 at 25 against 1,000 at 50: 25 points, surely no chance, and less than contested_gap 35
    shown = one_item((0, 1000, 1000, 0, 0), a=(0, 1000, 0, 0, 0), b=(0, 0, 1000, 0, 0))
    assert of(ONE_ITEM, shown).apart == ()
    gate = ONE_ITEM.gates[0].model_copy(update={"contested_gap": 25.0})
    assert contest(asked_of(ONE_ITEM), gate, shown, None).apart == ("a", "b")


def test_more_than_three_sides_must_stand_further_apart() -> None:
    alike = (0, 0, 0, 2, 0)
    apart = {"a": (0, 2, 0, 0, 0)}
    limits = []
    for others in ("bc", "bcd", "bcde"):
        sides = apart | dict.fromkeys(others, alike)
        look = next(looks_at(asked_of(ONE_ITEM), ONE_ITEM.gates[0], one_item((0, 2, 0, 8, 0), **sides), None))
        limits.append(
            next(limit for view, limit in look.across if view.side == "a") / SIGMA_ONE / (1 / 2 + 1 / 8) ** 0.5
        )
    assert limits == [four(2.4), four(2.5), four(2.6)]


def test_items_that_some_arent_asked_or_that_have_no_side_figures_dont_compare_sides() -> None:
    # given two items on which the sides are worlds apart
    questions = question_set(
        {"d": [{"id": "a1"}, {"id": "a2", "skip_roles": ["c"]}]},
        gates=[{"id": "g", "parts": [part("p", "a1", "a2")]}],
        roles=dict.fromkeys("abc"),
    )
    shown = room(questions, "a 5 5 /" * 6 + "b 5 1 /" * 5 + "b 5 1")
    # when a2 isn't asked of everybody, the sides agree on what is left
    assert of(questions, shown).reason is None
    # and without a table of a1 nothing compares them, however they answered
    apart = room(questions, "a 5 5 /" * 6 + "b 1 1 /" * 5 + "b 1 1")
    assert of(questions, apart).apart == ("a", "b")
    untold = {
        side: {item: table for item, table in tables.items() if item != "a1"} for side, tables in apart.sides.items()
    }
    assert of(questions, replace(apart, sides=untold)) == (
        GateReason.SPREAD,
        (),
        four(25),
        four(SIGMA_ONE * (0.38 + 0.28 / 12**0.5)),
    )


def test_an_item_asked_of_half_the_room_counts_half_in_the_split() -> None:
    questions = question_set({"d": [{"id": "a1"}, {"id": "a2"}]}, gates=[{"id": "g", "parts": [part("p", "a1", "a2")]}])
    tables = {"a1": ItemTable((3, 0, 0, 0, 3)), "a2": ItemTable((0, 0, 0, 0, 3), not_asked=3)}
    look = next(looks_at(asked_of(questions), questions.gates[0], ShownTables(6, tables, {}), None))
    assert look.camps.split == four((1 * 25 + 0.5 * 0) / 1.5)


def test_a_gate_that_nobody_answered_isnt_contested() -> None:
    assert of(ONE_ITEM, ShownTables(6, {"a1": ItemTable((0,) * 5, unsure=6)}, {})) == (None, (), None, None)


COUNTS = st.lists(st.integers(0, 5), min_size=5, max_size=5).map(tuple)
ROOMS = st.tuples(COUNTS, COUNTS, COUNTS, COUNTS)


def everybody(counts: tuple[tuple[int, ...], ...]) -> ShownTables:
    return ShownTables(20, dict(zip(("a1", "a2", "b1", "b2"), map(ItemTable, counts), strict=True)), {})


@given(counts=ROOMS, item=st.integers(0, 3), answer=st.sampled_from([(0, 1), (0, 2), (1, 2), (4, 3), (4, 2), (3, 2)]))
def test_moving_an_answer_toward_the_middle_never_makes_a_spread_contested(
    counts: tuple[tuple[int, ...], ...], item: int, answer: tuple[int, int]
) -> None:
    # given an answer, and one nearer to the middle on the same side of it
    outer, inner = answer
    if not counts[item][outer]:
        return
    nearer = list(counts[item])
    nearer[outer] -= 1
    nearer[inner] += 1
    moved = (*counts[:item], tuple(nearer), *counts[item + 1 :])
    # then, by the same part
    for weakest in ("p", "q", None):
        if of(TWO_PARTS, everybody(counts), weakest).reason is None:
            assert of(TWO_PARTS, everybody(moved), weakest).reason is None


def tables_of(sheet: Sheet) -> ShownTables:
    return counted(
        sheet.question_set,
        [
            (None if role is None else sheet.question_set.side_of.get(role), cells)
            for role, cells in zip(sheet.roles, sheet.cells, strict=True)
        ],
    )


def filled(table: ItemTable, at: int) -> ItemTable:
    """The table with every unknown as this answer."""
    counts = list(table.counts)
    counts[at] += table.unsure + table.blank + table.invalid
    return table._replace(counts=tuple(counts), unsure=0, blank=0, invalid=0)


@given(sheet=sheets(most=30), end=st.sampled_from([End.LOW, End.HIGH]))
def test_an_end_of_the_range_is_the_room_with_every_unknown_as_an_answer_there(sheet: Sheet, end: End) -> None:
    asked, shown = asked_of(sheet.question_set), tables_of(sheet)

    def at_the_end(tables: Any) -> Any:
        lowest = end is End.LOW
        return {
            item: filled(table, -1 if asked.question_set.item_by_id[item].reverse is lowest else 0)
            for item, table in tables.items()
        }

    answered = replace(
        shown,
        everybody=at_the_end(shown.everybody),
        sides={side: at_the_end(tables) for side, tables in shown.sides.items()},
    )
    for gate in sheet.question_set.gates:
        for weakest in (None, *asked.gates[gate.id]):
            assert contest(asked, gate, shown, weakest, end) == contest(asked, gate, answered, weakest)


@given(sheet=sheets(most=30))
def test_hidden_sides_never_contest_a_gate(sheet: Sheet) -> None:
    asked, shown = asked_of(sheet.question_set), replace(tables_of(sheet), sides={})
    for gate in sheet.question_set.gates:
        found = contest(asked, gate, shown, None)
        assert found.reason in {None, GateReason.SPREAD}
        assert found.apart == ()
