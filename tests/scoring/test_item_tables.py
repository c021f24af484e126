"""From answers one by one to item tables: what a cell can be, groups, and counts that add up."""

from __future__ import annotations

import polars as pl
import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import BLANK, ROLE, Answers, Responses
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import SideLevel
from samskab_cli.model.tables import ItemTable, Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.engine import collect, crowd, crowds_by, people_by
from samskab_cli.scoring.item_tables import crowds, merged, state_counts
from tests.answers_as_written import alone, frame, question_set, responses, written
from tests.scored import findings, tables

PAIR = question_set({"d": [{"id": "d1"}, {"id": "d2"}]}, roles={"mayor": "power", "clerk": "power", "citizen": None})
TEN = question_set({"d": [{"id": f"d{i}"} for i in range(11)]})


def test_each_person_stands_in_one_cell_of_each_table() -> None:
    lines = "r1 - 1 5\nr2 - 5 dk\nr3 - 5 na\nr4 - dk .\nr5 - ! 3\nr6 - . ."
    found = tables(PAIR, written(PAIR, lines))
    assert found == {
        "d1": ItemTable((1, 0, 0, 0, 2), unsure=1, invalid=1),
        "d2": ItemTable((0, 0, 1, 0, 1), unsure=1, not_relevant=1, blank=1),
    }
    assert [table.people for table in found.values()] == [5, 5]


@pytest.mark.parametrize(
    ("cells", "reached", "blank"),
    [(". . . . .", 0, 0), (". . ! . .", 1, 4), (". . dk . .", 1, 4), (". . na . .", 1, 4), ("4 . . . .", 1, 4)],
)
def test_a_dimension_left_blank_was_not_reached_and_an_unreadable_cell_is_not_blank(
    cells: str, reached: int, blank: int
) -> None:
    # given somebody who answered the dimension before
    questions = question_set({"c": [{"id": "c1"}], "d": [{"id": f"d{i}"} for i in range(1, 6)]})
    found = [table for item, table in tables(questions, alone(questions, f"4 {cells}")).items() if item != "c1"]
    # then
    assert sum(table.blank for table in found) == blank
    assert sum(table.not_reached for table in found) == (0 if reached else 5)


SKIPPING = question_set(
    {"d": [{"id": "d1", "skip_roles": ["citizen"]}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}]},
    roles={"citizen": None, "clerk": None},
    gates=[{"id": "g", "parts": [{"id": "p", "title": "p", "items": ["e1"]}]}],
)


@pytest.mark.parametrize(
    ("role", "cells", "expected"),
    [
        ("citizen", ". 3 .", (1, 0, 0)),  # not asked
        ("citizen", ". . 5", (1, 0, 0)),  # nor where nothing of the dimension was reached
        ("clerk", ". 3 .", (0, 0, 1)),
        ("clerk", ". . 5", (0, 1, 0)),
        ("-", ". 3 .", (0, 0, 1)),  # without a readable role nobody is skipped
    ],
)
def test_what_a_role_is_not_asked_is_neither_blank_nor_unreached(
    role: str, cells: str, expected: tuple[int, int, int]
) -> None:
    item = tables(SKIPPING, written(SKIPPING, f"r1 {role} {cells}"))["d1"]
    assert (item.not_asked, item.not_reached, item.blank) == expected


def test_an_answer_counts_though_its_role_is_not_asked() -> None:
    found = findings(SKIPPING, written(SKIPPING, "r1 citizen 5 1 3"))
    assert (found.items["d1"].n, found.dimensions["d"].score, found.dimensions["e"].score) == (1, 50, 50)


def test_a_part_that_all_present_skip_applies_to_nobody_but_was_asked() -> None:
    found = findings(SKIPPING, written(SKIPPING, "r1 citizen . 4 .\nr2 citizen . 4 ."))
    assert found.gates["g"].parts["p"] == (None, None, None, 0)
    assert (found.gates["g"].state, found.gates["g"].reason) == ("undecided", "no_score")
    assert found.overall.score == 75


@pytest.mark.parametrize(
    ("cells", "takes_part"), [("! . !", False), ("! dk .", True), ("na . .", True), ("1 . .", True)]
)
def test_one_readable_answer_takes_part(cells: str, takes_part: bool) -> None:
    questions = question_set({"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}]})
    found = crowd(questions, written(questions, f"r1 - {cells}\nr2 - 3 3 3"))
    assert (found.people.most, found.unanswered) == ((2, 0) if takes_part else (1, 1))
    assert found.tables["d1"].invalid == (1 if takes_part and cells.startswith("!") else 0)


@pytest.mark.parametrize("lines", ["r1 - .", ""])
def test_nobody_at_all_has_no_table(lines: str) -> None:
    questions = question_set({"d": [{"id": "d1"}]})
    found = crowd(questions, written(questions, lines))
    assert (found.tables, found.people, found.unanswered) == ({}, (0, 0), len(lines.splitlines()))


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
    assert crowd(TEN, written(TEN, f"r1 - {cells}")).straight_lining == int(straight)


def test_a_short_set_has_no_straight_lines() -> None:
    assert crowd(PAIR, written(PAIR, "r1 - 3 3")).straight_lining == 0


def of_groups(questions: QuestionSet, answers: Answers, *columns: str) -> dict[tuple[str | None, ...], Tables]:
    return {group: found.tables for group, found in crowds_by(questions, answers, columns, SideLevel.NONE)}


def table(groups: list[str | None], roles: list[str | None]) -> Answers:
    return responses(frame(["d1", "d2"], roles, [[3, 3]] * len(roles), {"town": groups}))


def test_groups_come_by_name_and_those_without_one_last() -> None:
    answers = table(["Vig", None, "Ask"], ["citizen"] * 3)
    assert list(of_groups(PAIR, answers, "town")) == list(people_by(PAIR, answers, ["town"]))
    assert list(of_groups(PAIR, answers, "town")) == [("Ask",), ("Vig",), (None,)]


def test_roles_come_in_the_order_of_the_set() -> None:
    answers = table(["Vig", "Vig", "Ask", "Ask"], ["citizen", None, "clerk", "mayor"])
    assert list(of_groups(PAIR, answers, ROLE)) == [("mayor",), ("clerk",), ("citizen",), (None,)]
    by_both = [("Ask", "mayor"), ("Ask", "clerk"), ("Vig", "citizen"), ("Vig", None)]
    assert list(of_groups(PAIR, answers, "town", ROLE)) == by_both
    assert list(people_by(PAIR, answers, ["town", ROLE])) == by_both


def test_a_group_is_told_apart_by_its_sides_at_the_level_that_is_asked_for() -> None:
    questions = question_set(
        {"d": [{"id": "d1"}, {"id": "d2"}]},
        roles={"mayor": "politics", "clerk": "offices", "citizen": None},
        coarse={"inside": ["politics", "offices"], "citizen": ["citizen"]},
    )
    answers = table(["Ask"] * 4, ["mayor", "clerk", "citizen", None])

    def sides(level: SideLevel) -> set[str | None]:
        return {side for _, found in crowds_by(questions, answers, ["town"], level) for side in found.roles}

    assert sides(SideLevel.FINE) == {"politics", "offices", "citizen", None}
    assert sides(SideLevel.COARSE) == {"inside", "citizen", None}
    assert sides(SideLevel.NONE) == {None}


def test_a_group_in_which_nobody_answered_is_not_lost() -> None:
    answers = responses(frame(["d1", "d2"], [None, None], [[3, 3], [BLANK, BLANK]], {"town": ["Ask", "Vig"]}))
    found = [crowd for _, crowd in crowds_by(PAIR, answers, ["town"], SideLevel.NONE)]
    assert [(one.people.most, one.unanswered) for one in found] == [(1, 0), (0, 1)]
    assert people_by(PAIR, answers, ["town"]) == {("Ask",): {None: 1}, ("Vig",): {}}


def test_another_column_is_refused_by_name() -> None:
    answers = table(["Ask"], ["citizen"])
    with pytest.raises(AnswersRefused, match="'region'"):
        people_by(PAIR, answers, ["region"])
    with pytest.raises(AnswersRefused, match="'region'"):
        crowds_by(PAIR, answers, ["region"], SideLevel.FINE)


def counts(answers: Answers, side: pl.Expr | None = None) -> pl.DataFrame:
    assert isinstance(answers.cells, Responses)
    return collect(
        state_counts(Asked(PAIR, PAIR.items), answers.cells.frame, (), pl.col(ROLE) if side is None else side)
    )


def test_the_counts_of_two_files_add_up_to_those_of_one() -> None:
    # given the answers in one file, and in two
    whole = written(PAIR, "r1 mayor 5 4\nr2 citizen 2 dk\nr3 citizen 1 1\nr4 - 2 .\nr5 - . .")
    halves = [written(PAIR, "r1 mayor 5 4\nr2 citizen 2 dk"), written(PAIR, "r3 citizen 1 1\nr4 - 2 .\nr5 - . .")]
    # when their counts are put one below the other
    ((_, found),) = crowds(Asked(PAIR, PAIR.items), merged([counts(half) for half in halves], ()), ())
    # then
    assert found == crowd(PAIR, whole)


@pytest.mark.parametrize("dtype", [pl.Float64, pl.Decimal(38, 0)])
def test_counts_that_are_no_whole_numbers_are_refused(dtype: pl.DataType) -> None:
    # given sums as a database may hand them back
    table = counts(written(PAIR, "r1 mayor 5 4\nr2 citizen 2 dk"))
    of_item = next(name for name in table.columns if name.startswith("cells:d1"))
    with pytest.raises(TypeError, match="whole numbers"):
        list(crowds(Asked(PAIR, PAIR.items), table.with_columns(pl.col(of_item).cast(dtype)), ()))


def test_eleven_million_people_at_the_best_answer_of_half_a_weight_are_at_100() -> None:
    # given more people than fit in what 32 bits count of hundredths
    questions = question_set(
        {"d": [{"id": "d1", "weight": 0.5}]}, gates=[{"id": "g", "parts": [{"id": "p", "title": "p", "items": ["d1"]}]}]
    )
    thousand = pl.LazyFrame({"d1": [5] * 1_000}, schema={"d1": pl.Int8})
    rows = thousand.join(pl.LazyFrame({ROLE: [None] * 11_000}, schema={ROLE: pl.String}), how="cross")
    # when
    found = findings(questions, Answers(cells=Responses(rows)))
    # then
    assert found.tables.everybody["d1"].counts == (0, 0, 0, 0, 11_000_000)
    assert tuple(found.dimensions["d"]) == (100, 100, 100, 11_000_000)
    assert (found.level, found.gates["g"].state) == ("ready", "passed")


def test_tables_of_other_scales_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="one scale"):
        ItemTable((1, 2, 3)).plus(ItemTable((1, 2)))
