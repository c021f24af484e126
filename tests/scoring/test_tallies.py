"""Votes counted per role."""

from __future__ import annotations

import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers, Mode, Tallies
from samskab_cli.model.findings import Figure
from samskab_cli.scoring.engine import find, find_by, respondent_rows
from tests.answers_as_written import question_set, voted

SET = question_set(
    {"d": [{"id": "d1"}, {"id": "d2", "weight": 3.0}], "e": [{"id": "e1", "skip_roles": ["citizen"]}, {"id": "e2"}]},
    roles={"citizen": "outside", "club": "outside", "clerk": None},
)


def test_figures_pool_the_votes_by_weight() -> None:
    found = find(SET, voted(SET, {"clerk": 3}, "d1 clerk 5×3\nd2 clerk 1×2 na×1"))
    # 3 votes of 100 and weight 1, 2 of 0 and weight 3
    assert found.dimensions["d"] == Figure(300 / 9, 300 / 9, 300 / 9, 3, 3)


@pytest.mark.parametrize(("votes", "score"), [("5×6 dk×4", 100), ("5×5 dk×5", None), ("5×6 dk×3", 100)])
def test_six_of_ten_votes_must_be_values(votes: str, score: float | None) -> None:
    # a hand that is missing is blank
    found = find(SET, voted(SET, {"clerk": 10}, f"e2 clerk {votes}\ne1 clerk na×10"))
    assert found.dimensions["e"].score == score
    assert found.dimensions["e"].members == 10


def test_people_are_the_larger_of_those_present_and_the_most_votes() -> None:
    found = find(SET, voted(SET, {"clerk": 3}, "d1 clerk 5×4\nd2 clerk 5×3"))
    assert (found.respondents, found.items["d1"].blank, found.items["d2"].blank) == (4, 0, 1)


def test_each_item_takes_the_number_present_when_it_was_answered() -> None:
    # given two who left after the first item
    found = find(SET, voted(SET, {"clerk": 3}, "d1 clerk=5 5×4\nd2 clerk 5×3"))
    # then the most count for anonymity, and only the first has a hand missing
    assert (found.respondents, found.items["d1"].blank, found.items["d2"].blank) == (5, 1, 0)


def test_more_votes_count_only_for_items_with_the_same_number_present() -> None:
    found = find(SET, voted(SET, {"clerk": 3}, "d1 clerk=4 5×6\nd2 clerk 5×3\ne1 clerk=4 5×4"))
    assert [found.items[item].blank for item in ("d1", "d2", "e1")] == [0, 0, 2]
    assert found.respondents == 6


def test_an_item_that_a_role_did_not_vote_on_is_blank_for_those_now_present() -> None:
    found = find(SET, voted(SET, {"clerk": 2}, "d1 clerk=4 5×4"))
    assert (found.items["d2"].blank, found.items["d2"].not_reached) == (2, 0)
    assert (found.items["e2"].blank, found.items["e2"].not_reached) == (0, 2)


@pytest.mark.parametrize("role", ["citizen", "outside"])
def test_who_does_not_vote_on_an_item_their_role_skips_was_not_asked(role: str) -> None:
    # given the role itself, or the side that stands for it
    found = find(SET, voted(SET, {role: 4}, f"e1 {role} 5×1\ne2 {role} 5×3"))
    assert (found.items["e1"].n, found.items["e1"].not_asked, found.items["e1"].blank) == (1, 3, 0)
    assert found.items["e2"].blank == 1
    assert found.items["d1"].not_reached == 4


def test_another_role_of_the_side_is_asked() -> None:
    found = find(SET, voted(SET, {"club": 4}, "e2 club 5×4"))
    assert (found.items["e1"].blank, found.items["e1"].not_asked) == (4, 0)


def test_a_role_without_a_single_vote_takes_no_part() -> None:
    found = find(SET, voted(SET, {"clerk": 2, "citizen": 3}, "d1 clerk 5×2"))
    assert (found.respondents, found.unanswered, list(found.sides)) == (2, 3, ["clerk"])


def test_an_empty_room_gives_no_figures() -> None:
    found = find(SET, Answers(cells=Tallies(present={}, votes={}), mode=Mode.VOTES))
    assert (found.respondents, found.level, *found.range) == (0, "undecided", "not_now", "ready")


def test_votes_are_scored_by_role_but_have_no_rows() -> None:
    answers = voted(SET, {"clerk": 2, "citizen": 3}, "d1 clerk 5×2\nd1 citizen 1×3")
    found = find_by(SET, answers, ["role"])
    assert {role: f.items["d1"].score for (role,), f in found.items()} == {"citizen": 0, "clerk": 100}
    with pytest.raises(AnswersRefused, match="nobody's answers belong together"):
        respondent_rows(SET, answers)
