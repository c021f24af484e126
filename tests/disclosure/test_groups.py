"""Groups of one file: rows of `score --by`, results of `report --each`, and what of them is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.group_table import Cell, group_rows
from samskab_cli.disclosure.per_group import results_by_group
from samskab_cli.disclosure.result import score
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import BLANK, Answers, Responses
from samskab_cli.model.figures_shown import DimensionShown, GateShown, OverallShown
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason, SideLevel
from tests.answers_as_written import frame, part, question_set, responses, voted
from tests.disclosure.attacked_rooms import QUESTIONS, AttackedRoom, attacked_rooms
from tests.scored import verdict_of
from tests.strategies import Sheet, sheets

SET = question_set(
    {"d": [{"id": "d1"}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}]},
    gates=[{"id": "g", "parts": [part("p", "d1")]}],
    roles={"clerk": None, "citizen": None},
)
SMALL, PROTECTS = Reason.MIN_GROUP, Reason.PROTECTS_ANOTHER
People = dict[str | None, dict[str | None, int]]


def towns(people: People, questions: QuestionSet = SET) -> Answers:
    """So many people of a role in each town, who differ."""
    rows = [(town, role, n) for town, roles in people.items() for role, many in roles.items() for n in range(many)]
    cells = [[n % 5 + 1, (n + 2) % 5 + 1, BLANK if role == "citizen" else (n + 1) % 5 + 1] for _, role, n in rows]
    names = [f"{town}{role}{n}" for town, role, n in rows]
    items = [item.id for item in questions.items]
    groups = {"town": [town for town, _, _ in rows]}
    return responses(frame(items, [role for _, role, _ in rows], cells, groups, names))


def each(answers: Answers, column: str = "town", min_group: int = 5) -> dict[str | None, Result | Reason]:
    return dict(results_by_group(SET, answers, column, min_group))


def by(answers: Answers, *columns: str, min_group: int = 5) -> list[dict[str, Cell]]:
    headings, rows, _ = group_rows(SET, answers, columns, min_group)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def sides(result: Result | Reason | None) -> list[str]:
    """The sides that are shown."""
    assert isinstance(result, Result)
    return [one.id for one in result.answers.sides if one.withheld is None]


def test_a_group_of_its_own_is_what_its_file_alone_would_give() -> None:
    # given towns in which every side is large enough
    answers = towns({"ask": {"clerk": 9, "citizen": 9}, "elm": {"clerk": 8, "citizen": 7}})
    result = each(answers)["ask"]
    assert isinstance(result, Result)
    # when the town's people are the file
    alone = score(SET, towns({"ask": {"clerk": 9, "citizen": 9}}), 5)
    # then but for its name it is the same, and for e1, which some aren't asked and so shows no sides in groups
    assert result.context.municipality == "ask"
    assert result.model_dump(exclude={"context", "items", "answers"}) == alone.model_dump(
        exclude={"context", "items", "answers"}
    )
    assert result.items[:2] == alone.items[:2]
    assert (result.answers.items_without_sides, alone.answers.items_without_sides) == (("e1",), ())


def test_rows_have_the_groups_then_n_then_figures_and_cells() -> None:
    answers = towns({"ask": {"clerk": 9}, None: {"clerk": 9}, "elm": {"clerk": 2}, "fyr": {"clerk": 3}})
    rows = by(answers, "town")
    assert list(rows[0]) == [
        *("town", "n", "d", "e", "overall", "g", "g_state", "verdict"),
        *("answered", "unsure", "not_relevant", "blank", "invalid"),
    ]
    assert [(row["town"], row["n"]) for row in rows] == [("ask", 9), ("elm", SMALL), ("fyr", SMALL), (None, 9)]
    assert set(rows[1].values()) == {"elm", SMALL}
    headings = group_rows(SET, answers, ["town"], 5, ranges=True).headings
    assert headings[2:5] == ["d", "d_low", "d_high"]


def test_hidden_groups_take_the_smallest_other_with_them() -> None:
    answers = towns({"ask": {"clerk": 9}, "elm": {"clerk": 2}, "fyr": {"clerk": 6}})
    assert [row["n"] for row in by(answers, "town")] == [9, SMALL, PROTECTS]
    assert each(answers)["fyr"] is Reason.PROTECTS_ANOTHER


def test_an_item_too_few_of_one_group_were_asked_is_left_out_of_all() -> None:
    # given three clerks in elm, who alone are asked e1
    answers = towns({"ask": {"clerk": 9, "citizen": 9}, "elm": {"clerk": 3, "citizen": 9}})
    for result in each(answers).values():
        assert isinstance(result, Result)
        assert result.answers.items_left_out == ("e1",)
    assert [row["e"] for row in by(answers, "town")] == [None, None]
    # while the report of everybody keeps it by its own count
    assert score(SET, answers, 5).answers.items_left_out == ()


def test_an_item_too_few_of_the_hidden_groups_were_asked_is_left_out_of_all() -> None:
    answers = towns(
        {"ask": {"clerk": 9, "citizen": 9}, "elm": {"clerk": 1, "citizen": 3}, "fyr": {"clerk": 1, "citizen": 3}}
    )
    result = each(answers)["ask"]
    assert isinstance(result, Result)
    assert result.answers.items_left_out == ("e1",)


def test_an_item_of_which_what_can_be_subtracted_is_unanimous_shows_sides_in_no_group() -> None:
    # given north and south, whose sides aren't shown; the least cut is citizens of north and clerks of south, who agree
    people: People = {"north": {"clerk": 9, "citizen": 3}, "south": {"clerk": 3, "citizen": 9}}
    people["east"] = {"clerk": 9, "citizen": 9}
    answers = towns(people)
    assert isinstance(answers.cells, Responses)
    table = answers.cells.frame.collect()
    assert sides(each(answers)["east"]) == ["clerk", "citizen"]
    cut = ((table["group:town"] == "north") & (table["role"] == "citizen")) | (
        (table["group:town"] == "south") & (table["role"] == "clerk")
    )
    agreed = responses(table.with_columns(d2=table["d2"].zip_with(~cut, table["d2"] * 0 + 4)))
    # when
    result = each(agreed)["east"]
    # then
    assert isinstance(result, Result)
    assert (result.answers.items_without_sides, result.answers.items_left_out) == (("d2",), ("e1",))


def test_groups_with_small_sides_show_none_and_the_report_says_why() -> None:
    each_town = each(
        towns({"ask": {"clerk": 9, "citizen": 9}, "elm": {"clerk": 9, "citizen": 6}, "fyr": {"clerk": 3, "citizen": 9}})
    )
    assert {town: sides(result) for town, result in each_town.items()} == {
        "ask": ["clerk", "citizen"],
        "elm": [],
        "fyr": [],
    }
    elm = each_town["elm"]
    assert isinstance(elm, Result)
    assert elm.answers.side_level is SideLevel.NONE


def test_who_is_missing_and_without_a_role_is_said_of_each_group_whatever_its_level() -> None:
    # given towns at the coarse level, some of which show no sides
    questions = question_set(
        {"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}]},
        roles={"mayor": None, "clerk": None, "citizen": None, "club": None},
        coarse={"inside": ["mayor", "clerk"], "outside": ["citizen", "club"]},
    )
    people: People = {
        "ask": {"mayor": 3, "clerk": 4, "citizen": 9},
        "elm": {"clerk": 5, "citizen": 9, None: 6},
        "fyr": {"mayor": 6, "club": 3},
        "holm": {"club": 9},
        "vig": {"clerk": 5, "citizen": 5},
    }
    found = dict(results_by_group(questions, towns(people, questions), "town", 5))
    answers = {town: one.answers for town, one in found.items() if isinstance(one, Result)}
    # then
    assert {town: one.side_level for town, one in answers.items()} == {
        "ask": SideLevel.COARSE,
        "elm": SideLevel.COARSE,
        "fyr": SideLevel.NONE,
        "holm": SideLevel.NONE,
        "vig": SideLevel.NONE,
    }
    assert {town: (one.missing_sides, one.without_role) for town, one in answers.items()} == {
        "ask": (("club",), 0),
        "elm": (("mayor", "club"), 6),
        "fyr": (("clerk", "citizen"), 0),
        "holm": ((), 0),
        "vig": (("mayor", "club"), 0),
    }
    assert [(one.id, one.withheld) for one in answers["fyr"].sides] == [
        ("mayor", Reason.PROTECTS_ANOTHER),
        ("club", Reason.MIN_GROUP),
    ]
    # a town within one side hides none
    assert answers["holm"].sides == ()


@pytest.mark.parametrize("column", ["role", "town"])
def test_votes_are_grouped_by_role_alone(column: str) -> None:
    answers = voted(SET, {"clerk": 6, "citizen": 6}, "d1 clerk 5×6\nd1 citizen 1×6")
    if column == "town":
        with pytest.raises(AnswersRefused, match="'town'"):
            each(answers, column)
    else:
        assert [(row["role"], row["n"], row["g"]) for row in by(answers, "role")] == [
            ("clerk", 6, 100),
            ("citizen", 6, 0),
        ]


def test_by_role_the_hidden_roles_of_a_shown_side_are_nobody_or_enough() -> None:
    questions = question_set(
        {"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}]},
        roles={"mayor": "in", "clerk": "in", "citizen": "out", "club": "out"},
    )
    answers = towns({"ask": {"mayor": 2, "clerk": 6, "citizen": 7, "club": 8}}, questions)
    headings, rows, _ = group_rows(questions, answers, ["role"], 5)
    assert [row[headings.index("n")] for row in rows] == [SMALL, PROTECTS, 7, 8]


def test_those_without_a_role_are_no_group_however_many() -> None:
    answers = towns({"ask": {"clerk": 9, None: 9}})
    assert [(row["role"], row["n"]) for row in by(answers, "role")] == [("clerk", 9), (None, SMALL)]


@settings(max_examples=60, deadline=None)
@given(attacked_rooms(towns=4, least=15, most=50), st.sampled_from(["town", "role"]), st.sampled_from([1, 3, 5]))
def test_a_row_and_a_report_of_a_group_say_the_same(room: AttackedRoom, column: str, min_group: int) -> None:
    headings, rows, _ = group_rows(QUESTIONS, room.answers, [column], min_group, ranges=True)
    results = dict(results_by_group(QUESTIONS, room.answers, column, min_group))
    for row in (dict(zip(headings, cells, strict=True)) for cells in rows):
        result = results[row[column]]  # type: ignore[index]  # a group's name
        if not isinstance(result, Result):
            assert row["n"] is result
            continue
        assert row["n"] == result.answers.respondents
        assert row["verdict"] == verdict_of(result).level
        assert row["gate_state"] == result.gates[0].state
        shown: dict[str, OverallShown | GateShown | DimensionShown] = {one.id: one for one in result.dimensions}
        shown |= {"overall": result.overall, "gate": result.gates[0]}
        for name, of in shown.items():
            assert [row[name], row[f"{name}_low"], row[f"{name}_high"]] == [of.score, of.low, of.high]


@settings(max_examples=30, deadline=None)
@given(sheets(least=4))
def test_any_file_can_be_grouped_with_everything_shown(sheet: Sheet) -> None:
    # given a smallest group of one, and everybody's own name as a group
    rows = group_rows(sheet.question_set, sheet.answers, ["who"], 1).rows
    assert len(list(rows)) == len(sheet.roles)
    for _, result in results_by_group(sheet.question_set, sheet.answers, "role", 1):
        assert isinstance(result, Result | Reason)
