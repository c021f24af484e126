"""Groups of respondents: means, sides, straight-lining, and sums that add up."""

from __future__ import annotations

import polars as pl
import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.findings import Figure
from samskab_cli.scoring.engine import collect, find, find_by, find_from_partials, partials, respondent_rows
from tests.answers_as_written import frame, part, question_set, responses, written

PAIR = question_set({"d": [{"id": "d1"}, {"id": "d2"}]}, roles={"mayor": "power", "clerk": "power", "citizen": None})
TEN = question_set({"d": [{"id": f"d{i}"} for i in range(11)]})


def test_each_respondent_counts_the_same_however_much_they_answered() -> None:
    found = find(question_set({"d": [{"id": "d1"}, {"id": "d2"}]}), written(PAIR, "r1 - 5 5\nr2 - 1 na"))
    assert found.dimensions["d"].score == 50


@pytest.mark.parametrize(("unsure", "score"), [(2, 75), (3, None)])
def test_a_total_needs_six_of_ten_who_came_to_it_and_a_side_does_not(unsure: int, score: float | None) -> None:
    # given three who answered, and some who came to it but didn't know
    lines = ["r citizen 4 4"] * 3 + ["r citizen dk dk"] * unsure
    found = find(PAIR, written(PAIR, "\n".join(lines)))
    # then
    assert found.dimensions["d"].score == score
    assert (found.dimensions["d"].n, found.dimensions["d"].members) == (3, 3 + unsure)
    assert found.sides["citizen"].dimensions["d"].score == 75


def test_roles_stand_together_as_sides_in_the_order_of_the_set() -> None:
    # given a role, its side in its place, and somebody without a readable role
    found = find(PAIR, written(PAIR, "r1 citizen 1 1\nr2 mayor 5 5\nr3 power 3 3\nr4 - 1 1"))
    # then
    assert {side: people.respondents for side, people in found.sides.items()} == {"power": 2, "citizen": 1}
    assert list(found.sides) == ["power", "citizen"]
    assert found.sides["power"].dimensions["d"].score == 75
    assert found.without_role == 1
    assert found.roleless is not None
    assert found.roleless.dimensions["d"].score == 0


def test_sides_are_compared_on_items_that_every_role_is_asked() -> None:
    # given an item that citizens aren't asked, a dimension and a gate part of nothing else
    skipped = {"skip_roles": ["citizen"]}
    questions = question_set(
        {"d": [{"id": "d1", **skipped}, {"id": "d2"}], "e": [{"id": "e1", **skipped}]},
        gates=[
            {"id": "g", "parts": [part("p", "d1", "d2"), part("q", "e1")]},
            {"id": "h", "parts": [part("hp", "e1")]},
        ],
        roles={"clerk": None, "citizen": None},
    )
    clerk = find(questions, written(questions, "r1 clerk 1 5 1\nr2 citizen . 3 .")).sides["clerk"]
    # then
    assert clerk.dimensions == {"d": Figure(100, 100, 100, 1, 1)}
    assert {gate: figure.score for gate, figure in clerk.gates.items()} == {"g": 100}
    assert clerk.part_counts == {"g": (1,)}
    assert clerk.items["e1"].score == 0


@pytest.mark.parametrize(
    ("cells", "straight"),
    [
        ("3 3 3 3 3 3 3 3 3 3 na", True),
        ("3 3 3 3 3 3 3 3 3 5 na", True),
        ("3 3 3 3 3 3 3 3 3 5 1", False),
        ("3 3 3 3 3 3 3 3 3 3 5", True),
        ("3 3 3 3 3 3 3 3 3 na na", False),
        ("dk dk dk dk dk dk dk dk dk dk dk", False),
    ],
)
def test_nine_of_ten_same_answers_are_a_straight_line(cells: str, straight: bool) -> None:
    assert find(TEN, written(TEN, f"r1 - {cells}")).straight_lining == int(straight)


def test_a_short_set_has_no_straight_lines() -> None:
    assert find(PAIR, written(PAIR, "r1 - 3 3")).straight_lining == 0


def test_coverage_is_values_of_what_applies() -> None:
    assert find(PAIR, written(PAIR, "r1 - 3 na\nr2 - 3 dk\nr3 - ! 2\nr4 - . .")).coverage == pytest.approx(3 / 5)


def table(groups: list[str | None], roles: list[str | None]) -> pl.DataFrame:
    return frame(["d1", "d2"], roles, [[3, 3]] * len(roles), {"town": groups})


def test_groups_come_by_name_and_those_without_one_last() -> None:
    found = find_by(PAIR, responses(table(["Vig", None, "Ask"], ["citizen"] * 3)), ["town"])
    assert list(found) == [("Ask",), ("Vig",), (None,)]


def test_roles_come_in_the_order_of_the_set() -> None:
    answers = responses(table(["Vig", "Vig", "Ask", "Ask"], ["citizen", None, "clerk", "mayor"]))
    assert list(find_by(PAIR, answers, ["role"])) == [("mayor",), ("clerk",), ("citizen",), (None,)]
    assert list(find_by(PAIR, answers, ["town", "role"])) == [
        ("Ask", "mayor"),
        ("Ask", "clerk"),
        ("Vig", "citizen"),
        ("Vig", None),
    ]


def test_a_group_in_which_nobody_answered_is_not_lost() -> None:
    answers = responses(frame(["d1", "d2"], [None, None], [[3, 3], [-3, -3]], {"town": ["Ask", "Vig"]}))
    found = find_by(PAIR, answers, ["town"])
    assert [(f.respondents, f.unanswered) for f in found.values()] == [(1, 0), (0, 1)]


def test_another_column_is_refused_by_name() -> None:
    with pytest.raises(AnswersRefused, match="'region'"):
        find_by(PAIR, responses(table(["Ask"], ["citizen"])), ["region"])


def test_the_sums_of_two_files_add_up_to_those_of_one() -> None:
    # given the answers in one file, and in two
    whole = written(PAIR, "r1 mayor 5 4\nr2 citizen 2 dk\nr3 citizen 1 1\nr4 - 2 .")
    halves = [written(PAIR, "r1 mayor 5 4\nr2 citizen 2 dk"), written(PAIR, "r3 citizen 1 1\nr4 - 2 .")]
    # when their sums are put one below the other
    summed = pl.concat(collect(partials(PAIR, half)) for half in halves)
    found, expected = find_from_partials(PAIR, whole, summed)[()], find(PAIR, whole)
    # then
    assert found == expected


def test_rows_have_their_columns_in_order() -> None:
    questions = question_set(
        {"time": [{"id": "t1"}], "trust": [{"id": "u1"}]}, gates=[{"id": "g", "parts": [part("p", "t1")]}]
    )
    answers = responses(frame(["t1", "u1"], ["x"], [[3, -1]], {"town": ["Ask"]}))
    plain = respondent_rows(questions, answers).collect_schema().names()
    assert plain == [
        *("respondent", "role", "town", "time", "trust", "overall", "g", "g_state", "verdict"),
        *("answered", "unsure", "not_relevant", "blank", "invalid"),
    ]
    ranges = respondent_rows(questions, answers, ranges=True).collect_schema().names()
    assert ranges[3:] == [
        *("time", "time_low", "time_high", "trust", "trust_low", "trust_high"),
        *("overall", "overall_low", "overall_high", "g", "g_low", "g_high", "g_state", "verdict"),
        *("answered", "unsure", "not_relevant", "blank", "invalid"),
    ]


def test_a_group_column_that_is_called_like_a_dimension_keeps_its_prefix() -> None:
    questions = question_set({"time": [{"id": "t1"}]})
    answers = responses(frame(["t1"], ["x"], [[3]], {"time": ["morning"]}))
    row = respondent_rows(questions, answers).collect().to_dicts()[0]
    assert (row["group:time"], row["time"]) == ("morning", 50)
