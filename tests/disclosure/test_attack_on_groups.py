"""An attacker has all reports of `--each`, and the rows of `--by`: a few hidden people of a group stay unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given, settings

from samskab_cli.disclosure.group_table import group_rows
from samskab_cli.disclosure.per_group import results_by_group
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason
from tests.disclosure.attacked_rooms import (
    ITEMS,
    MIN_GROUP,
    QUESTIONS,
    AttackedRoom,
    Exchange,
    Secret,
    attacked_rooms,
    known,
)
from tests.disclosure.test_attack import secrets


def publish(room: AttackedRoom, min_group: int) -> tuple[object, ...]:
    """Every town's report, and the table of towns."""
    headings, rows, _ = group_rows(QUESTIONS, room.answers, ["town"], min_group, ranges=True)
    reports = results_by_group(QUESTIONS, room.answers, "town", min_group)
    return (
        headings,
        list(rows),
        *((town, one if isinstance(one, Reason) else one.model_dump_json()) for town, one in reports),
    )


def mirrored(room: AttackedRoom, exchange: Exchange, min_group: int) -> list[Exchange]:
    """The exchange, and its like in every town without sides there: what the two sides gave, the other way round.

    An item can stand without sides in three towns because of how they answer in each; no single exchange keeps
    that, but where inside gave 4 and outside 2, inside may as well have given 2 and outside 4, in all three.
    """
    *pair, item = exchange
    outside = [None if role is None else role in {"citizen", "club"} for role in room.roles]

    def alike(person: int, people: Sequence[int]) -> list[int]:
        """Those of the people who are of the person's side, and gave that answer."""
        others = [i for i in people if i not in pair]
        return [i for i in others if outside[i] == outside[person] and room.cells[i][item] == room.cells[person][item]]

    pairs = [exchange]
    for town, report in results_by_group(QUESTIONS, room.answers, "town", min_group):
        if isinstance(report, Result) and not next(of for of in report.items if of.id == ITEMS[item]).sides:
            one, other = (alike(person, room.of_towns([town])) for person in pair)
            pairs += [(i, j, item) for i, j in zip(one, other, strict=False)]
    return pairs


def of_all_towns(room: AttackedRoom, min_group: int = MIN_GROUP) -> list[str]:
    """What can be known of the few of a side in a town that is shown."""

    def hidden() -> Iterator[Secret]:
        for name, report in results_by_group(QUESTIONS, room.answers, "town", min_group):
            if isinstance(report, Result):
                yield from secrets(room, report, room.of_towns([name]))

    def worlds(exchanges: Sequence[Exchange]) -> Iterator[object]:
        other = room.exchanged(exchanges)
        yield publish(other, min_group)
        if len(exchanges) == 1:  # what leaves an item without sides may be made up for by people elsewhere
            for more in elsewhere(exchanges[0][2]):
                yield publish(other.exchanged([more]), min_group)
            yield publish(room.exchanged(mirrored(room, exchanges[0], min_group)), min_group)

    def elsewhere(item: int) -> Iterator[Exchange]:
        reports = dict(results_by_group(QUESTIONS, room.answers, "town", min_group))
        hidden = [town for town, report in reports.items() if isinstance(report, Reason)]
        for towns in (*([town] for town in reports if town not in hidden), hidden):
            people = room.of_towns(towns)
            for k, one in enumerate(people):
                yield from room.others([one], people[k + 1 :], item)

    left_out = {
        item
        for _, report in results_by_group(QUESTIONS, room.answers, "town", min_group)
        if isinstance(report, Result)
        for item in report.answers.items_left_out
    }
    return known(room, list(hidden()), [item for item in ITEMS if item not in left_out], worlds)


@settings(max_examples=40, deadline=None)
@given(attacked_rooms(towns=4, least=12, most=40))
def test_no_few_people_of_a_side_are_known_from_all_reports_of_towns(room: AttackedRoom) -> None:
    assert of_all_towns(room) == []


def test_the_attack_finds_what_is_not_protected() -> None:
    cells = tuple((own, 3, 4, own, 2, 3) for own in (1, 2, 4, 5, 5, 3, 4, 2, 1, 1, 3, 5, 4))
    room = AttackedRoom(("mayor",) * 3 + ("clerk",) * 10, cells, ("ask",) * 13)
    assert of_all_towns(room, min_group=1) == ["politics: a1", "politics: b1"]
    assert of_all_towns(room) == []
