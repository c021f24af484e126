"""What a study may show: rounded correlations, shown groups only, and nothing that a report withholds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.per_group import results_by_group
from samskab_cli.disclosure.result import score
from samskab_cli.disclosure.study import chance_between_groups, study
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.study import FindingKind, Study, Unlooked
from samskab_cli.model.suppression import Reason
from tests.answers_as_written import frame, question_set, responses, voted
from tests.disclosure.attacked_rooms import QUESTIONS, AttackedRoom, attacked_rooms
from tests.study.people import Cells, Crowd, answers_of, cells_of, turned

CORRELATIONS = {
    "rest",
    "other",
    "backwards",
    "alpha_without",
    "alpha",
    "omega",
    "mean_r",
    "icc1",
    "icc2",
    "rwg",
    "htmt",
}


@pytest.fixture(scope="module")
def asked() -> QuestionSet:
    return question_set({name: [{"id": f"{name}{n}", "reverse": n == 4} for n in range(1, 5)] for name in ("aa", "bb")})


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for one in value.values():
            yield from numbers(one)
    elif isinstance(value, float):
        yield value


def correlations(found: Study) -> Iterator[float]:
    data = found.model_dump()
    for one in (*data["items"], *data["dimensions"], *data["pairs"]):
        yield from numbers({key: value for key, value in one.items() if key in CORRELATIONS})
    for finding in data["findings"]:
        yield from numbers({key: value for key, value in finding.items() if key in {"value", "low", "high"}})


@pytest.mark.parametrize(("people", "digits"), [(30, 1), (99, 1), (100, 2), (400, 2)])
def test_correlations_are_rounded_in_the_result_itself(asked: QuestionSet, people: int, digits: int) -> None:
    rows = cells_of(asked, Crowd(people), 1, turned(asked, "aa1"))
    found = list(correlations(study(asked, answers_of(asked, rows))))

    assert len(found) > 50
    assert all(round(value, digits) == value for value in found)


def in_towns(asked: QuestionSet, small: list[Cells], groups: int = 12) -> Study:
    """`groups` towns of ten people, and two towns of three, which are hidden."""
    rows = [*cells_of(asked, Crowd(groups * 10, groups=groups, between=0.5), 1), *small]
    towns = [f"town {person % groups:02}" for person in range(groups * 10)] + ["few", "few too"] * (len(small) // 2)
    table = frame([item.id for item in asked.items], [None] * len(rows), rows, {"town": towns})
    return study(asked, responses(table), by="town")


def test_hidden_towns_have_no_part_in_any_figure_of_towns(asked: QuestionSet) -> None:
    low, high = ([[value] * 8 for _ in range(6)] for value in (1, 5))
    one, other = in_towns(asked, low), in_towns(asked, high)

    assert one.groups is not None
    assert (one.groups.shown, one.groups.withheld, one.groups.people) == (12, 2, 120)
    of_towns = [[(d.icc1, d.icc2, d.needed, d.rwg) for d in found.dimensions] for found in (one, other)]
    assert of_towns[0] == of_towns[1]
    assert None not in of_towns[0][0]


def test_of_fewer_than_ten_shown_towns_nothing_is_said(asked: QuestionSet) -> None:
    found = in_towns(asked, [], groups=9)

    assert all(d.icc2 is None and d.rwg is None and d.needed is None for d in found.dimensions)
    assert [one.n for one in found.not_looked_at if one.reason is Unlooked.FEW_GROUPS] == [9]


def test_of_towns_that_differ_by_chance_no_dimension_is_passed_over_in_silence(asked: QuestionSet) -> None:
    for seed in range(8):
        rows = cells_of(asked, Crowd(120, groups=12, between=0.0), seed)
        towns = [f"town {person % 12:02}" for person in range(120)]
        table = frame([item.id for item in asked.items], [None] * 120, rows, {"town": towns})

        found = study(asked, responses(table), by="town")

        uncertain = [one for one in found.not_looked_at if one.reason is Unlooked.UNCERTAIN_GROUPS]
        named = {dimension for one in uncertain for dimension in one.dimensions}
        named |= {dimension for one in found.findings for dimension in one.dimensions}
        below = {one.id for one in found.dimensions if one.icc2 is not None and one.icc2.value < 0.7}
        assert below
        assert below <= named


def test_people_without_a_town_are_no_town(asked: QuestionSet) -> None:
    rows = cells_of(asked, Crowd(120), 1)
    towns = [None if person % 12 == 0 else f"town {person % 12}" for person in range(120)]
    table = frame([item.id for item in asked.items], [None] * 120, rows, {"town": towns})

    found = study(asked, responses(table), by="town").groups

    assert found is not None
    assert (found.shown, found.people) == (11, 110)


@settings(max_examples=30, deadline=None)
@given(attacked_rooms(towns=4, least=12, most=60), st.randoms())
def test_who_of_the_hidden_towns_answered_what_is_said_by_nothing_that_is_published(
    room: AttackedRoom, shuffle: random.Random
) -> None:
    """Whole rows change places among people of one role in hidden towns: all that is published is as before."""

    def published(of: AttackedRoom) -> list[str]:
        answers = of.answers
        reports = results_by_group(QUESTIONS, answers, "town", 5)
        return [
            study(QUESTIONS, answers, "town", 5).model_dump_json(),
            study(QUESTIONS, answers, None, 5).model_dump_json(),
            score(QUESTIONS, answers, 5).model_dump_json(),
            *(one if isinstance(one, Reason) else one.model_dump_json() for _, one in reports),
        ]

    hidden = {town for town, one in results_by_group(QUESTIONS, room.answers, "town", 5) if isinstance(one, Reason)}
    cells = list(room.cells)
    for role in set(room.roles):
        places = [i for i in room.of_towns(hidden) if room.roles[i] == role]
        mixed = list(places)
        shuffle.shuffle(mixed)
        for place, other in zip(places, mixed, strict=True):
            cells[place] = room.cells[other]

    assert published(AttackedRoom(room.roles, tuple(cells), room.towns)) == published(room)


@settings(max_examples=30, deadline=None)
@given(attacked_rooms(towns=2, least=1, most=60), st.sampled_from([1, 5, 8]))
def test_counts_and_shares_are_those_of_the_report_and_withheld_as_there(room: AttackedRoom, min_group: int) -> None:
    found, report = study(QUESTIONS, room.answers, None, min_group), score(QUESTIONS, room.answers, min_group)

    assert found.respondents == report.answers.respondents
    assert [one.id for one in found.items] == [one.id for one in report.items]
    for one, reported in zip(found.items, report.items, strict=True):
        assert one.n == reported.n
        assert one.mean == reported.score
        shown = {side for side, of_side in reported.sides.items() if hasattr(of_side, "n")}
        assert set(one.unsure_by_side) == shown


def test_the_order_of_people_changes_nothing(asked: QuestionSet) -> None:
    rows = cells_of(asked, Crowd(150), 4)
    shuffled = random.Random(1).sample(rows, len(rows))
    assert study(asked, answers_of(asked, rows)) == study(asked, answers_of(asked, shuffled))


def test_counted_votes_are_refused() -> None:
    votes = voted(QUESTIONS, {"clerk": 3}, "a1 clerk 4×3")
    with pytest.raises(AnswersRefused, match="nobody's answers belong together"):
        study(QUESTIONS, votes)


def test_a_column_that_isnt_there_is_refused(asked: QuestionSet) -> None:
    with pytest.raises(AnswersRefused, match="no column 'county' to group by"):
        study(asked, answers_of(asked, cells_of(asked, Crowd(40), 1)), by="county")


def test_nobody_is_no_fault(asked: QuestionSet) -> None:
    found = study(asked, answers_of(asked, []))
    assert (found.respondents, found.findings) == (0, ())


def test_that_people_agree_is_said_last_as_what_cant_be_told(asked: QuestionSet) -> None:
    found = study(asked, answers_of(asked, cells_of(asked, Crowd(150, inside=0.1), 1)))
    assert {(one.kind, one.rank) for one in found.findings} == {(FindingKind.ONE_ROOM, 7)}


def test_the_index_is_told_of_shown_groups_that_differ_by_chance(asked: QuestionSet) -> None:
    def told(crowd: Crowd, names: int) -> tuple[str, ...]:
        answers = answers_of(asked, cells_of(asked, crowd, 1), crowd.groups)
        return chance_between_groups(asked, answers, "town", tuple(f"town {n:03}" for n in range(names)))

    assert told(Crowd(400, groups=40), 40) == ("aa", "bb")
    assert told(Crowd(400, groups=40, between=2.0), 40) == ()
    assert told(Crowd(400, groups=40), 9) == (), "fewer than ten are shown"
