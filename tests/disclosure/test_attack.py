"""An attacker has one result, with its tables, and tries to learn what a few hidden people answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.comparison import Occasion, compare
from samskab_cli.disclosure.explaining.explain import explain, explainable
from samskab_cli.disclosure.result import score
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import UNSURE
from samskab_cli.model.published import Withheld
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import SideLevel
from samskab_cli.scoring.side_levels import side_of
from tests.disclosure.attacked_rooms import (
    MIN_GROUP,
    QUESTIONS,
    AttackedRoom,
    Exchange,
    Secret,
    attacked_rooms,
    known,
)

thorough = settings(max_examples=100, deadline=None)


def few(room: AttackedRoom, among: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """The roles, and the sides at both levels, of one to four people."""
    seen: set[tuple[int, ...]] = set()
    for level in (SideLevel.FINE, SideLevel.COARSE, None):
        sides = {i: room.roles[i] if level is None else side_of(QUESTIONS, room.roles[i], level) for i in among}
        for side in dict.fromkeys(sides.values()):
            people = [i for i in among if sides[i] == side]
            if 0 < len(people) < MIN_GROUP and tuple(people) not in seen:
                seen.add(tuple(people))
                yield f"{side}", people


def secrets(room: AttackedRoom, result: Result, among: Sequence[int]) -> Iterator[Secret]:
    """A few people each, and the table of the result that holds them. among: the people the result is of."""
    level = result.answers.side_level
    shown = {one.id for one in result.answers.sides if one.withheld is None}
    side = {i: side_of(QUESTIONS, room.roles[i], level) if level is not SideLevel.NONE else None for i in among}
    with_sides = {
        item.id
        for item in result.items
        if item.sides and not any(isinstance(of, Withheld) for of in item.sides.values())
    }
    for name, people in few(room, among):
        own = {side[i] if side[i] in shown else None for i in people}
        (container,) = own if len(own) == 1 else (None,)
        if len(own) > 1:
            continue  # of a side that is shown in parts: each part is shown, so nothing is hidden
        around = [i for i in among if (side[i] if side[i] in shown else None) == container]

        def known_as(item: str, around: Sequence[int] = around) -> Sequence[int]:
            return around if item in with_sides else among

        def is_shown(item: str, container: str | None = container) -> bool:
            return item not in with_sides or container is not None or not shown

        yield Secret(name, people, known_as, is_shown)


def publish(room: AttackedRoom, min_group: int = MIN_GROUP) -> tuple[str, ...]:
    """The result, and everything that explains it."""
    result = score(QUESTIONS, room.answers, min_group)
    return (
        result.model_dump_json(),
        *(explain(result, QUESTIONS, what).model_dump_json() for what in explainable(QUESTIONS)),
    )


def of_one_result(room: AttackedRoom, min_group: int = MIN_GROUP) -> list[str]:
    """What can be known from one result."""
    result = score(QUESTIONS, room.answers, min_group)
    hidden = list(secrets(room, result, range(len(room.roles))))
    items = [item.id for item in result.items]
    return known(room, hidden, items, lambda exchanges: [publish(room.exchanged(exchanges), min_group)])


@thorough
@given(attacked_rooms())
def test_no_few_people_are_known_from_one_result_and_its_explanations(room: AttackedRoom) -> None:
    assert of_one_result(room) == []


@dataclass(frozen=True)
class Times:
    """The same questions, asked of two rooms that share nobody."""

    first: AttackedRoom
    last: AttackedRoom

    @cached_property
    def published(self) -> tuple[str, ...] | None:
        """Both results, and what changed; None where comparing is refused."""
        times = (self.first, self.last)
        try:
            change = compare([Occasion(str(n), QUESTIONS, room.answers) for n, room in enumerate(times)], MIN_GROUP)
        except AnswersRefused:
            return None
        results = [score(QUESTIONS, room.answers, MIN_GROUP) for room in times]
        return (change.model_dump_json(), *(one.model_dump_json() for one in results))

    def worlds(self, exchanges: Sequence[Exchange]) -> Iterator[tuple[str, ...] | None]:
        """With exchanges of the first time."""
        yield Times(self.first.exchanged(exchanges), self.last).published


@thorough
@given(st.builds(Times, attacked_rooms(), attacked_rooms()))
def test_no_few_people_are_known_from_two_results_and_what_changed_between_them(pair: Times) -> None:
    if pair.published is None or pair.first == pair.last:
        return
    result = score(QUESTIONS, pair.first.answers, MIN_GROUP)
    hidden = list(secrets(pair.first, result, range(len(pair.first.roles))))
    assert known(pair.first, hidden, [item.id for item in result.items], pair.worlds) == []


def test_five_who_left_are_a_few_where_two_of_them_were_of_one_side() -> None:
    # given seven of the municipality and twelve others; then two and three of them leave
    rows = tuple((own % 5 + 1, 3, 4, own % 4 + 1, 2, 3) for own in range(19))
    first = AttackedRoom(("clerk",) * 7 + ("citizen",) * 12, rows, ("ask",) * 19)
    last = AttackedRoom(("clerk",) * 5 + ("citizen",) * 9, rows[2:7] + rows[10:], ("ask",) * 14)
    # then
    assert Times(first, last).published is None


def test_the_attack_finds_what_is_not_protected() -> None:
    # given three politicians who are shown, as without any rule; then the tests above can fail
    cells = tuple((own, 3, 4, own, 2, 3) for own in (1, 2, 4, 5, 5, 3, 4, 2, 1, 1, 3, 5, 4))
    room = AttackedRoom(("mayor",) * 3 + ("clerk",) * 10, cells, ("ask",) * 13)
    assert of_one_result(room, min_group=1) == ["politics: a1", "politics: b1"]
    assert of_one_result(room) == []


def test_who_holds_the_json_can_explain_it_all_so_explanations_say_nothing_more() -> None:
    cells = tuple((own, 3, UNSURE, own, 2, 3) for own in (1, 2, 4, 5, 5, 3, 4, 2, 1, 1, 3, 5, 4))
    result = score(QUESTIONS, AttackedRoom(("mayor",) * 3 + ("clerk",) * 10, cells, ("ask",) * 13).answers, MIN_GROUP)
    read_back = Result.model_validate_json(result.model_dump_json(exclude={"schema_id"}))
    for what in explainable(QUESTIONS):
        assert explain(read_back, QUESTIONS, what) == explain(result, QUESTIONS, what)
