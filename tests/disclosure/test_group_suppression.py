"""Groups and sides as a table of people: what is shown of it, and that nothing about a few people can be solved for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.group_suppression import MOST_SIDES, Grouping, group_people
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.scoring.side_levels import Headcount, Sides, by_side, choose_sides, side_of
from samskab_cli.scoring.suppression import suppressed
from tests.answers_as_written import question_set

MIN_GROUP = 5
SMALL, PROTECTS = Reason.MIN_GROUP, Reason.PROTECTS_ANOTHER
FINE = question_set({"d": [{"id": "d1"}]}, roles={"x": None, "y": None, "z": None})
COARSE = question_set(
    {"d": [{"id": "d1"}]}, roles={"x": None, "y": None, "z": None}, coarse={"xy": ["x", "y"], "only": ["z"]}
)
People = Mapping[str, Mapping[str | None, int]]
Cell = tuple[str, str | None]
C = TypeVar("C", bound=Hashable)


def shown(found: Grouping) -> list[tuple[str | None, ...]]:
    return [group for group in found.people if group not in found.hidden]


def grouped(people: People, min_group: int = MIN_GROUP, *, coarse: bool = False) -> Grouping:
    """Towns by role; roles are sides."""
    towns: dict[tuple[str | None, ...], dict[str | None, int]] = {
        (town,): {role: n for role, n in roles.items() if n} for town, roles in people.items()
    }
    return group_people(COARSE if coarse else FINE, towns, ["town"], min_group)


def town(x: int, y: int, z: int = 0, none: int = 0) -> dict[str | None, int]:
    return {"x": x, "y": y, "z": z, None: none}


def towns_with_sides(found: Grouping) -> set[str | None]:
    return {name for (name,) in found.with_sides}


def test_large_groups_with_large_sides_show_everything() -> None:
    found = grouped({"a": town(9, 9, 9), "b": town(5, 6, 7)})
    assert (dict(found.hidden), found.level, towns_with_sides(found)) == ({}, SideLevel.FINE, {"a", "b"})


def test_a_small_group_is_hidden_and_with_it_the_smallest_other() -> None:
    found = grouped({"a": town(9, 9, 9), "b": town(1, 1, 1), "c": town(6, 6, 6)})
    assert found.hidden == {("b",): SMALL, ("c",): PROTECTS}


def test_a_group_with_a_small_side_shows_no_sides_and_others_follow_until_each_split_holds_enough() -> None:
    # given one citizen in north and two of the staff in south: together three of a split could be subtracted
    found = grouped({"north": town(9, 1), "south": town(2, 8), "west": town(7, 7), "east": town(8, 8)})
    # then west, the smaller, loses its sides too; east keeps them: 1 + 2 + 7 people
    assert (found.hidden, towns_with_sides(found), found.beside) == ({}, {"east"}, SideLevel.FINE)


def test_the_least_cut_takes_the_smaller_half_of_each_group() -> None:
    found = grouped({"north": town(9, 1), "south": town(2, 8), "west": town(7, 7)})
    ((*cut,),) = found.cuts()
    assert {name: half for (name,), half in cut} == {"north": {"y"}, "south": {"x"}, "west": {"x"}}


def test_where_no_group_with_sides_is_left_everybody_has_none() -> None:
    found = grouped({"north": town(9, 1), "south": town(2, 8)})
    assert (towns_with_sides(found), found.level, found.beside) == (set(), SideLevel.NONE, SideLevel.NONE)


def test_a_side_of_too_few_people_in_all_shows_no_sides_in_any_group() -> None:
    assert not grouped({"a": town(9, 9, 2), "b": town(9, 9, 2)}).with_sides
    assert grouped({"a": town(9, 9, 5), "b": town(9, 9)}).with_sides


def test_those_of_no_side_count_as_one() -> None:
    assert towns_with_sides(grouped({"a": town(9, 9, none=4), "b": town(9, 9, none=5), "c": town(9, 9)})) <= {"b", "c"}


def test_a_group_within_one_side_has_no_sides() -> None:
    found = grouped({"a": town(9, 0), "b": town(9, 9)})
    assert towns_with_sides(found) == {"b"}


@pytest.mark.parametrize(("c", "level"), [((3, 3, 9), SideLevel.COARSE), ((6, 6, 9), SideLevel.FINE)])
def test_the_level_is_the_one_at_which_most_groups_show_their_sides_the_finer_where_equal(
    c: tuple[int, int, int], level: SideLevel
) -> None:
    found = grouped({"a": town(9, 9, 9), "b": town(9, 9, 9), "c": town(*c)}, coarse=True)
    assert (found.level, towns_with_sides(found)) == (level, {"a", "b", "c"})


def test_with_a_smallest_group_of_one_everything_is_shown() -> None:
    found = grouped({"a": town(1, 1), "b": town(1, 2)}, 1)
    assert (found.hidden, towns_with_sides(found)) == ({}, {"a", "b"})


def test_with_more_sides_than_can_be_looked_at_no_group_shows_them() -> None:
    def of(sides: int) -> Grouping:
        roles = [f"r{n}" for n in range(sides)]
        wide = question_set({"d": [{"id": "d1"}]}, roles=dict.fromkeys(roles))
        rows: dict[tuple[str | None, ...], dict[str | None, int]] = {(name,): dict.fromkeys(roles, 9) for name in "ab"}
        return group_people(wide, rows, ["town"], MIN_GROUP)

    assert of(MOST_SIDES).with_sides
    assert not of(MOST_SIDES + 1).with_sides


def test_groups_by_role_are_hidden_within_each_side() -> None:
    # given a side of mayor 2 and clerks 6, and one of citizens 7 and clubs 8
    questions = question_set(
        {"d": [{"id": "d1"}]}, roles={"mayor": "in", "clerk": "in", "citizen": "out", "club": "out"}
    )
    numbers = {"mayor": 2, "clerk": 6, "citizen": 7, "club": 8}
    sides = Sides(SideLevel.FINE, by_side(questions, numbers, SideLevel.FINE), {})
    people: dict[tuple[str | None, ...], dict[str | None, int]] = {(role,): {role: n} for role, n in numbers.items()}
    assert group_people(questions, people, ["role"], MIN_GROUP, everybody=sides).hidden == {
        ("mayor",): SMALL,
        ("clerk",): PROTECTS,
    }


def test_those_without_a_role_are_no_group_by_role_however_many() -> None:
    people: dict[tuple[str | None, ...], dict[str | None, int]] = {("x",): {"x": 9}, (None,): {None: 9}}
    sides = Sides(SideLevel.FINE, by_side(FINE, ["x", None], SideLevel.FINE), {})
    assert group_people(FINE, people, ["role"], MIN_GROUP, everybody=sides).hidden == {(None,): SMALL}


# The attacker: every published sum of people is a row of 0 and 1 over the cells (a side of a group). What can be
# computed of them is a combination of these rows; one in which only few people are left says something about these.


def rank(rows: list[list[int]]) -> int:
    """Of a matrix, exactly."""
    rest, found = [[Fraction(one) for one in row] for row in rows], 0
    for column in range(len(rest[0]) if rest else 0):
        at = next((k for k, row in enumerate(rest) if row[column]), None)
        if at is None:
            continue
        found, lead = found + 1, rest.pop(at)
        rest = [
            [one - row[column] / lead[column] * other for one, other in zip(row, lead, strict=True)]
            if row[column]
            else row
            for row in rest
        ]
    return found


def published(people: People, found: Grouping, *, coarse: bool) -> tuple[list[Cell], list[set[Cell]]]:
    """The cells (town and role) that have people, and the sums that are published, as sets of cells."""
    questions = COARSE if coarse else FINE
    cells = [(name, role) for name, roles in people.items() for role, n in roles.items() if n]

    def side(role: str | None) -> str | None:
        return side_of(questions, role, found.beside)

    sums = [set(cells)]  # everybody
    if found.beside is not SideLevel.NONE:
        sums += [{cell for cell in cells if side(cell[1]) == own} for own in {side(role) for _, role in cells}]
    for (name,) in shown(found):
        own = {cell for cell in cells if cell[0] == name}
        sums.append(own)
        if (name,) in found.with_sides:
            at_level = {cell: side_of(questions, cell[1], found.level) for cell in own}
            sums += [{cell for cell in own if at_level[cell] == of} for of in set(at_level.values())]
    return cells, sums


def few_people_known(people: People, found: Grouping, *, coarse: bool = False) -> list[set[Cell]]:
    """Every set of cells of one to four people in all that something can be computed of, from whatever is published."""
    cells, sums = published(people, found, coarse=coarse)
    return solvable({cell: people[cell[0]][cell[1]] for cell in cells}, sums)


def solvable(size: Mapping[C, int], sums: list[set[C]]) -> list[set[C]]:
    """The sets of cells of one to four people in all that something can be computed of. size: people a cell."""
    few = [cell for cell, n in size.items() if n < MIN_GROUP]
    whole = rank([[cell in one for cell in size] for one in sums])
    return [
        set(some)
        for number in range(1, MIN_GROUP)
        for some in combinations(few, number)
        if sum(size[cell] for cell in some) < MIN_GROUP
        # a combination that vanishes on all others: there is one where leaving these out lowers the rank
        and whole > rank([[cell in one for cell in size if cell not in some] for one in sums])
    ]


NUMBERS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 9])
TOWNS = st.dictionaries(
    st.sampled_from("abcd"), st.builds(town, NUMBERS, NUMBERS, NUMBERS, st.sampled_from([0, 0, 1, 5])), min_size=1
)


@settings(max_examples=300, deadline=None)
@given(TOWNS, st.booleans())
def test_no_sum_of_one_to_four_people_can_be_solved_for(people: People, coarse: bool) -> None:
    if 0 < sum(n for roles in people.values() for n in roles.values()) < MIN_GROUP:
        return  # nothing is shown of them at all
    assert few_people_known(people, grouped(people, coarse=coarse), coarse=coarse) == []


BY_ROLE = question_set(
    {"d": [{"id": "d1"}]},
    roles={"mayor": "in", "clerk": "in", "nurse": "in", "citizen": "out", "kin": "out", "club": None},
    coarse={"inside": ["in"], "outside": ["out", "club"]},
)
ROLES = st.dictionaries(st.sampled_from([*BY_ROLE.role_by_id, None]), st.integers(1, 9), min_size=1)


@settings(max_examples=300, deadline=None)
@given(ROLES)
def test_no_sum_of_one_to_four_people_can_be_solved_for_of_groups_by_role(numbers: dict[str | None, int]) -> None:
    # given the sides that a report of everybody shows beside them
    if sum(numbers.values()) < MIN_GROUP:
        return  # nothing is shown of them at all
    sides = choose_sides(BY_ROLE, Headcount(numbers), MIN_GROUP)
    people: dict[tuple[str | None, ...], dict[str | None, int]] = {(role,): {role: n} for role, n in numbers.items()}
    found = group_people(BY_ROLE, people, ["role"], MIN_GROUP, everybody=sides)
    # then
    sums = [set(numbers), *({*sides.roles[side]} for side in sides.shown), *({role} for (role,) in shown(found))]
    assert solvable(numbers, sums) == []


@settings(max_examples=100, deadline=None)
@given(TOWNS, st.booleans())
def test_every_cut_is_nobody_or_enough_people(people: People, coarse: bool) -> None:
    found = grouped(people, coarse=coarse)
    if found.beside is not SideLevel.NONE and any(shown(found)):
        for cut in found.cuts():
            in_cut = sum(n for group, half in cut for side, n in found.cells[group].items() if side in half)
            assert in_cut == 0 or in_cut >= MIN_GROUP


def test_the_attack_finds_what_is_not_protected() -> None:
    # given everything shown, and then groups hidden by their own size and each side in its row and column alone
    people = {"a": town(9, 9), "b": town(9, 2)}
    assert few_people_known(people, grouped(people, 1)) == [{("b", "y")}]
    people = {"a": town(9, 9), "b": town(2, 6), "c": town(6, 2)}
    open_ = grouped(people, 1)
    hiding = Grouping(
        open_.people,
        suppressed(open_.people, MIN_GROUP),
        SideLevel.FINE,
        frozenset({("a",)}),
        beside=SideLevel.FINE,
        cells=open_.cells,
    )
    assert {("b", "x"), ("c", "y")} in few_people_known(people, hiding)
