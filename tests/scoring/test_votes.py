"""Votes counted per role."""

from __future__ import annotations

import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers, Mode, Tallies
from samskab_cli.model.findings import Figure
from samskab_cli.model.suppression import SideLevel
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.engine import crowd, crowds_by, respondent_rows
from samskab_cli.scoring.votes import Surplus, surpluses
from tests.answers_as_written import question_set, voted
from tests.scored import findings, tables

SET = question_set(
    {"d": [{"id": "d1"}, {"id": "d2", "weight": 3.0}], "e": [{"id": "e1", "skip_roles": ["citizen"]}, {"id": "e2"}]},
    roles={"citizen": "outside", "club": "outside", "clerk": None},
)


def test_a_figure_is_the_mean_of_its_items_by_weight() -> None:
    found = findings(SET, voted(SET, {"clerk": 3}, "d1 clerk 5×3\nd2 clerk 1×2 na×1"))
    # 100 of weight 1, 0 of weight 3; of those votes that say something
    assert found.dimensions["d"] == Figure(25, 25, 25, 2)


@pytest.mark.parametrize(("votes", "score"), [("5×5 dk×5", 100), ("5×4 dk×5", None), ("5×5 dk×4", 100)])
def test_half_of_the_votes_must_be_values(votes: str, score: float | None) -> None:
    # a hand that is missing is blank
    found = findings(SET, voted(SET, {"clerk": 10}, f"e2 clerk {votes}\ne1 clerk na×10"))
    assert found.dimensions["e"].score == score
    assert found.tables.everybody["e2"].applicable == 10


def test_each_item_takes_the_number_present_when_it_was_answered() -> None:
    # given two who left after the first item
    found = crowd(SET, voted(SET, {"clerk": 3}, "d1 clerk=5 5×4\nd2 clerk 5×3"))
    # then the first has a hand missing; said and printed are the most, and the fewest decide what is shown
    assert (found.tables["d1"].blank, found.tables["d2"].blank) == (1, 0)
    assert found.people == (5, 3)


def test_more_cards_than_people_are_people_of_that_item_alone() -> None:
    # given a card too many on the first item
    answers = voted(SET, {"clerk": 3}, "d1 clerk 5×4\nd2 clerk 5×3\ne1 clerk=4 5×4\ne2 clerk 5×3")
    # then nobody is missing on the others
    assert [table.people for table in tables(SET, answers).values()] == [4, 3, 4, 3]
    assert [table.blank for table in tables(SET, answers).values()] == [0, 0, 0, 0]
    # and it is named
    assert isinstance(answers.cells, Tallies)
    assert surpluses(Asked(SET, SET.items), answers.cells) == (Surplus("d1", "clerk", 4, 3),)


def test_an_item_nobody_answered_says_nothing_of_how_many_they_are() -> None:
    # given one who left before the last item, on which nobody voted
    found = crowd(SET, voted(SET, {"clerk": 2}, "d1 clerk=3 5×3\nd2 clerk=3 5×3\ne1 clerk=3 5×3"))
    assert found.people == (3, 3)


def test_an_item_that_a_role_did_not_vote_on_is_blank_for_those_now_present() -> None:
    found = tables(SET, voted(SET, {"clerk": 2}, "d1 clerk=4 5×4"))
    assert (found["d2"].blank, found["d2"].not_reached) == (2, 0)
    assert (found["e2"].blank, found["e2"].not_reached) == (0, 2)


@pytest.mark.parametrize("role", ["citizen", "outside"])
def test_who_does_not_vote_on_an_item_their_role_skips_was_not_asked(role: str) -> None:
    # given the role itself, or the side that stands for it
    found = tables(SET, voted(SET, {role: 4}, f"e1 {role} 5×1\ne2 {role} 5×3"))
    assert (found["e1"].n, found["e1"].not_asked, found["e1"].blank) == (1, 3, 0)
    assert found["e2"].blank == 1
    assert found["d1"].not_reached == 4


def test_another_role_of_the_side_is_asked() -> None:
    found = tables(SET, voted(SET, {"club": 4}, "e2 club 5×4"))
    assert (found["e1"].blank, found["e1"].not_asked) == (4, 0)


def test_a_role_without_a_single_vote_takes_no_part() -> None:
    found = crowd(SET, voted(SET, {"clerk": 2, "citizen": 3}, "d1 clerk 5×2"))
    assert (found.people.most, found.unanswered, list(found.roles)) == (2, 3, ["clerk"])


def test_an_empty_room_has_no_tables() -> None:
    found = crowd(SET, Answers(cells=Tallies(present={}, votes={}), mode=Mode.VOTES))
    assert (found.tables, found.people) == ({}, (0, 0))


def test_votes_are_scored_by_role_but_have_no_rows() -> None:
    answers = voted(SET, {"clerk": 2, "citizen": 3}, "d1 clerk 5×2\nd1 citizen 1×3")
    found = {role: crowd.tables["d1"].counts for (role,), crowd in crowds_by(SET, answers, ["role"], SideLevel.FINE)}
    assert found == {"citizen": (3, 0, 0, 0, 0), "clerk": (0, 0, 0, 0, 2)}
    with pytest.raises(AnswersRefused, match="nobody's answers belong together"):
        respondent_rows(SET, answers)
