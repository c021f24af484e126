"""What changed in each group: what its own reports say, and nothing about the few who joined, left or answered anew."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.comparison import Occasion
from samskab_cli.disclosure.comparison_by_group import GroupComparisons, compare_groups
from samskab_cli.disclosure.per_group import results_by_group
from samskab_cli.disclosure.tidy_table import long_changes
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.comparison import Comparison, NotCompared
from samskab_cli.model.result import Result
from tests.answers_as_written import frame, question_set, responses
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

SET = question_set({"d": [{"id": "d1"}, {"id": "d2"}], "e": [{"id": "e1"}]}, roles={"citizen": None, "clerk": None})
Person = tuple[str, str, int, int, int]
"""Town, role, and an answer to each item."""


def town(name: str, people: int, shift: int = 0, role: str = "citizen") -> list[Person]:
    """People who all answer otherwise."""
    return [(name, role, (n + shift) % 5 + 1, (n // 5 + shift) % 5 + 1, (2 * n + shift) % 5 + 1) for n in range(people)]


def occasion(*people: Person) -> Occasion:
    table = frame(["d1", "d2", "e1"], [p[1] for p in people], [p[2:] for p in people], {"town": [p[0] for p in people]})
    return Occasion("t", SET, responses(table))


def compared(before: Sequence[Person], after: Sequence[Person], min_group: int = 5) -> GroupComparisons:
    return compare_groups([occasion(*before), occasion(*after)], ["town"], min_group)


def withheld(groups: GroupComparisons) -> dict[str | None, NotCompared]:
    return {group: one for (group,), one in groups if isinstance(one, NotCompared)}


def test_each_figure_is_the_one_of_the_groups_own_report_and_the_change_is_last_minus_first() -> None:
    times = [occasion(*town("Ask", 9), *town("Elm", 12)), occasion(*town("Ask", 8, 3), *town("Elm", 10, 2))]
    reports = [dict(results_by_group(SET, one.answers, "town", 5)) for one in times]

    for (name,), comparison in compare_groups(times, ["town"], 5):
        assert isinstance(comparison, Comparison)
        own = [each[name] for each in reports]
        assert all(isinstance(one, Result) for one in own)
        for at, report in enumerate(own):
            assert isinstance(report, Result)
            assert [one.scores[at] for one in comparison.dimensions] == [one.score for one in report.dimensions]
            assert [one.scores[at] for one in comparison.items] == [one.score for one in report.items]
            assert comparison.verdict
            assert report.verdict
            assert comparison.verdict.levels[at] is report.verdict.level
            assert comparison.times[at].respondents == report.answers.respondents
        for one in comparison.items:
            assert one.change == pytest.approx(float(str(one.scores[1])) - float(str(one.scores[0])))


def test_a_group_too_small_at_one_time_isnt_compared_nor_one_that_came_once() -> None:
    before = [*town("Ask", 9), *town("Birk", 9), *town("Elm", 9), *town("Fyr", 9)]
    after = [*town("Ask", 9, 1), *town("Birk", 4, 2), *town("Elm", 7, 3), *town("Gran", 9, 2)]

    found = withheld(compared(before, after))

    assert found == {
        "Birk": NotCompared.MIN_GROUP,
        "Elm": NotCompared.PROTECTS_ANOTHER,  # the smallest that is shown beside the four of Birk
        "Fyr": NotCompared.ABSENT,
        "Gran": NotCompared.ABSENT,
    }


@pytest.mark.parametrize("few", [1, 4])
def test_a_group_that_shares_people_and_differs_by_a_few_isnt_compared(few: int) -> None:
    # given the same people in Ask but for a few, and others in Elm; so Elm's tables give Ask's away, and go as well
    before = [*town("Ask", 10), *town("Elm", 10), *town("Fyr", 12)]
    after = [*town("Ask", 10 - few), *town("Elm", 10, 7), *town("Fyr", 12, 9)]

    found = withheld(compared(before, after))

    assert found["Ask"] is NotCompared.FEW_DIFFER
    # everybody who isn't compared, as one, shares people and differs by enough
    assert found == {"Ask": NotCompared.FEW_DIFFER, "Elm": NotCompared.PROTECTS_ANOTHER}


def test_five_who_differ_are_enough() -> None:
    before, after = [*town("Ask", 12), *town("Elm", 10)], [*town("Ask", 7), *town("Elm", 10, 7)]

    assert withheld(compared(before, after)) == {}


def test_who_moved_from_one_group_to_another_is_seen_in_both_and_not_in_their_sum() -> None:
    ask, elm, fyr = town("Ask", 10), town("Elm", 10, 7), town("Fyr", 12, 9)
    moved = [("Elm", *ask[0][1:]), *ask[1:]]

    found = withheld(compared([*ask, *elm, *fyr], [*moved, *elm, *town("Fyr", 12, 13)]))

    assert found == {"Ask": NotCompared.FEW_DIFFER, "Elm": NotCompared.FEW_DIFFER}


def test_roles_are_looked_at_within_the_sides_that_everybody_shows() -> None:
    """A role that differs by a few could be had from its side, whose other roles are compared."""
    people = {"r1": "one", "r2": "one", "s1": "two", "s2": "two"}
    questions = question_set({"d": [{"id": "d1"}, {"id": "d2"}]}, roles=people)

    def time(shifts: Mapping[str, int], sizes: Mapping[str, int]) -> Occasion:
        rows = [(role, n, shifts[role]) for role in people for n in range(sizes[role])]
        cells = [((n + shift) % 5 + 1, (n // 5 + shift) % 5 + 1) for _, n, shift in rows]
        return Occasion("t", questions, responses(frame(["d1", "d2"], [role for role, *_ in rows], cells)))

    # given the same people in r1 but for one, others in r2 and s2, and s1 once only
    first = time({"r1": 0, "r2": 1, "s1": 0, "s2": 1}, {"r1": 10, "r2": 8, "s1": 9, "s2": 9})
    last = time({"r1": 0, "r2": 3, "s1": 0, "s2": 3}, {"r1": 9, "r2": 8, "s1": 0, "s2": 9})

    found = {role: one for (role,), one in compare_groups([first, last], ["role"], 5) if isinstance(one, NotCompared)}

    # then r2 goes too: side one minus r2 would be r1
    assert found["r1"] is NotCompared.FEW_DIFFER
    assert found["r2"] is NotCompared.PROTECTS_ANOTHER
    assert found["s1"] is NotCompared.ABSENT


def test_a_group_of_a_new_name_that_differs_by_a_few_is_not_had_as_what_is_left() -> None:
    # given the people of Ask under another name but for two, and others in Elm and Fyr
    ask = town("Ask", 10)
    renamed = [("Aske", *person[1:]) for person in ask[2:]]

    found = withheld(
        compared([*ask, *town("Elm", 10), *town("Fyr", 12)], [*renamed, *town("Elm", 9, 7), *town("Fyr", 12, 9)])
    )

    # then Elm goes with it: everybody minus Elm and Fyr would be Ask at both times
    assert found == {
        "Ask": NotCompared.ABSENT,
        "Aske": NotCompared.ABSENT,
        "Elm": NotCompared.PROTECTS_ANOTHER,
    }


def test_where_everybody_differs_by_a_few_nothing_is_compared() -> None:
    before = [*town("Ask", 10), *town("Elm", 10, 7)]

    with pytest.raises(AnswersRefused, match="fewer than 5 people"):
        compared(before, before[1:])
    assert withheld(compared(before, before[1:], min_group=1)) == {}


def test_the_tidy_table_has_every_change_as_a_number_and_the_reason_where_there_is_none() -> None:
    before = [*town("Ask", 9), *town("Birk", 9), *town("Elm", 9)]
    after = [*town("Ask", 9, 1), *town("Birk", 9, 2)]

    table = long_changes(compared(before, after))

    assert table.columns == [
        *("town", "kind", "id", "value_1", "value_2", "n_1", "n_2", "change", "few_answers", "withheld")
    ]
    assert {str(table[name].dtype) for name in ("value_1", "value_2", "change")} == {"Float64"}
    elm = table.filter(table["town"] == "Elm")
    assert set(elm["withheld"]) == {"absent"}
    assert elm.select("value_1", "value_2", "n_1", "n_2", "change").null_count().row(0) == (elm.height,) * 5
    shown = table.filter(table["town"] == "Ask")
    assert shown["id"].to_list() == elm["id"].to_list()
    items = shown.filter(shown["kind"] == "item")
    assert (items["value_2"] - items["value_1"] - items["change"]).abs().max() == pytest.approx(0)


class TwoRounds(NamedTuple):
    """The same towns twice: `last` has other people, the same, or the same but for some."""

    first: AttackedRoom
    last: AttackedRoom
    kept: tuple[int, ...] = ()
    """Who of the first round are the first people of the last."""

    def exchanged(self, exchanges: Sequence[Exchange]) -> TwoRounds:
        """The rounds in which people of the first had each other's answer, whoever was there again both times."""
        first = self.first.exchanged(exchanges)
        cells = [list(row) for row in self.last.cells]
        for at, person in enumerate(self.kept):
            for one, other, item in exchanges:
                if person in {one, other}:
                    cells[at][item] = first.cells[person][item]
        return self._replace(first=first, last=replace(self.last, cells=tuple(map(tuple, cells))))

    @property
    def occasions(self) -> list[Occasion]:
        return [Occasion("t", QUESTIONS, one.answers) for one in (self.first, self.last)]

    def published(self, min_group: int = MIN_GROUP) -> object:
        """All that `compare --each town` writes; a refusal says why."""
        occasions = self.occasions
        try:
            groups = compare_groups(occasions, ["town"], min_group)
            return [(name, one if isinstance(one, NotCompared) else one.model_dump_json()) for name, one in groups]
        except AnswersRefused as refusal:
            return str(refusal)


@st.composite
def two_rounds(draw: st.DrawFn) -> TwoRounds:
    """Two rooms, of which the second keeps some people of the first as they were."""
    first, other = (draw(attacked_rooms(towns=3, least=12, most=40)) for _ in range(2))
    assume(first.cells[:5] != other.cells[:5])  # the same people twice in one round are no second people
    rng = random.Random(draw(st.integers(0, 2**32)))
    kept = [i for i in range(len(first.roles)) if rng.random() < rng.choice([0, 0.5, 0.9, 1])]
    extra = range(rng.choice([0, 0, 3, len(other.roles)]))
    last = AttackedRoom(
        (*(first.roles[i] for i in kept), *(other.roles[i] for i in extra)),
        (*(first.cells[i] for i in kept), *(other.cells[i] for i in extra)),
        (*(first.towns[i] for i in kept), *(other.towns[i] for i in extra)),
    )
    return TwoRounds(first, last, tuple(kept)) if last.roles else TwoRounds(first, other)


def rows_of(room: AttackedRoom, towns: Sequence[str | None]) -> list[tuple[object, ...]]:
    return sorted(((str(room.roles[i]), room.cells[i]) for i in room.of_towns(towns)), key=str)


def in_one_only(first: list[tuple[object, ...]], last: list[tuple[object, ...]]) -> tuple[int, int, int]:
    """How many rows are shared, and how many only the one and only the other has."""
    rest = list(last)
    shared = 0
    for row in first:
        if row in rest:
            rest.remove(row)
            shared += 1
    return shared, len(first) - shared, len(rest)


@settings(max_examples=120, deadline=None)
@given(two_rounds())
def test_no_sum_of_groups_that_can_be_had_differs_by_a_few(rounds: TwoRounds) -> None:
    """Known are everybody and each compared group, twice; so are the others as one, and no other sum of rows."""
    occasions = rounds.occasions
    try:
        groups = compare_groups(occasions, ["town"], MIN_GROUP)
    except AnswersRefused:
        return
    shown = [name for (name,), one in groups if isinstance(one, Comparison)]
    if not shown:  # then nothing of anybody is
        return
    hidden = [name for (name,) in groups.names if name not in shown]
    for names in ([*shown, *hidden], hidden, *([one] for one in shown)):
        shared, *only = in_one_only(*(rows_of(room, names) for room in (rounds.first, rounds.last)))
        assert not shared or not any(0 < few < MIN_GROUP for few in only)
        for room in (rounds.first, rounds.last):
            assert not 0 < len(room.of_towns(names)) < MIN_GROUP


def of_hidden_towns(rounds: TwoRounds, min_group: int = MIN_GROUP) -> list[str]:
    """What can be known of a town's first round that isn't compared: no other round publishes the same."""
    occasions = rounds.occasions
    try:
        groups = compare_groups(occasions, ["town"], min_group)
    except AnswersRefused:
        return []
    shown = [name for (name,), one in groups if isinstance(one, Comparison)]
    hidden = [name for (name,) in groups.names if name not in shown and rounds.first.of_towns([name])]
    rest = rounds.first.of_towns(hidden)
    secrets = [
        Secret(str(name), rounds.first.of_towns([name]), lambda _item: rest, lambda _item: True) for name in hidden
    ]
    if len(hidden) < 2:  # alone it can be had from everybody, and then it is min_group people or more
        return []

    def worlds(exchanges: Sequence[Exchange]) -> Iterator[object]:
        yield rounds.exchanged(exchanges).published(min_group)
        if exchanges:  # or somebody of the last round was another
            yield rounds._replace(first=rounds.first.exchanged(exchanges)).published(min_group)

    return known(rounds.first, [one for one in secrets if len(one.people) < MIN_GROUP], ITEMS, worlds)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(two_rounds())
def test_no_few_people_of_a_hidden_town_are_known_from_the_changes(rounds: TwoRounds) -> None:
    assert of_hidden_towns(rounds) == []


def test_the_attack_finds_what_is_not_protected() -> None:
    cells = tuple((own, 3, 4, own, 2, 3) for own in (1, 2, 4, 5, 5, 3, 4, 2, 1, 1, 3, 5, 4))
    room = AttackedRoom(("clerk",) * 13, cells, ("ask",) * 3 + ("elm",) * 10)
    other = AttackedRoom(("clerk",) * 13, cells[::-1], ("ask",) * 3 + ("elm",) * 10)
    rounds = TwoRounds(room, other)

    open_to_all = compare_groups(rounds.occasions, ["town"], 1)

    assert any(isinstance(one, Comparison) for (name,), one in open_to_all if name == "ask")
    assert withheld(compare_groups(rounds.occasions, ["town"], 5)) == {
        "ask": NotCompared.MIN_GROUP,
        "elm": NotCompared.PROTECTS_ANOTHER,
    }
