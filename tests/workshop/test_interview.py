"""The state machine of a workshop, move by move."""

from __future__ import annotations

import pytest

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session_lines import PresentChanged, VotesNoted
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.minutes import RemarkKind
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import gone_on, interview

HERE = {"byraad": 3, "medarb": 2}


def answer_all(room: Interview, given: int = 4) -> None:
    while room.stage is not Stage.OVERVIEW:
        if room.stage is Stage.QUESTION:
            room.answer(given)
        else:
            room.proceed()


def test_an_answer_leads_to_the_next_question(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness)
    room.answer(4)
    assert (room.item.id, room.number, room.dimension.id) == ("flere", 2, "suitability")
    assert notebook.session.answers == {None: {"aktie": 4}}


def test_after_a_dimension_comes_its_summary_and_after_the_last_an_overview(readiness: QuestionSet) -> None:
    room, _ = interview(readiness)
    stages = []
    while room.stage is not Stage.OVERVIEW:
        if room.stage is Stage.QUESTION:
            room.answer(3)
        else:
            stages.append((room.stage, room.dimension.id))
            room.proceed()
    assert stages == [(Stage.DIMENSION, one.id) for one in readiness.dimensions]
    assert room.is_complete
    assert not room.session.is_finished  # never an automatic end


def test_skipping_leaves_no_trace_and_an_empty_dimension_has_no_summary(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness)
    for _ in range(6):
        room.skip()
    assert (room.stage, room.number, notebook.entries) == (Stage.QUESTION, 7, [])


def test_back_from_the_first_question_stays_there(readiness: QuestionSet) -> None:
    room, _ = interview(readiness)
    room.back()
    assert room.number == 1


def test_back_from_a_summary_is_the_last_question_of_its_dimension(readiness: QuestionSet) -> None:
    room, _ = interview(readiness)
    for _ in range(6):
        room.answer(2)
    room.back()
    assert (room.stage, room.number, room.given) == (Stage.QUESTION, 6, 2)


def test_it_goes_on_behind_the_last_answer_not_at_what_was_skipped(readiness: QuestionSet) -> None:
    # given a room that skipped the second question on purpose, and stopped after the third
    room, notebook = interview(readiness)
    room.answer(4)
    room.skip()
    room.answer(4)
    # then it goes on with the fourth; the second is among the unanswered
    again = gone_on(readiness, notebook)
    assert again.number == 4
    assert again.unanswered[0] == 2


def test_a_session_without_a_question_left_goes_on_at_the_overview(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness)
    answer_all(room)
    assert gone_on(readiness, notebook).stage is Stage.OVERVIEW


def test_an_answer_taken_back_is_asked_again(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness)
    answer_all(room)
    room.jump(5)
    room.answer(None)
    assert room.unanswered == [5]
    assert gone_on(readiness, notebook).number == 5


def row(room: Interview) -> str:
    return room.board.row.role


def test_every_role_votes_before_the_distribution(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    assert row(room) == "byraad"
    room.fill((5, 4, 5))
    assert (room.stage, row(room)) == (Stage.QUESTION, "medarb")
    room.fill((1, 1))
    assert room.stage is Stage.DISTRIBUTION
    assert [entry.role for entry in notebook.entries if isinstance(entry, VotesNoted)] == ["byraad", "medarb"]


def test_half_a_vote_is_gone_on_with_at_the_role_that_is_missing(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 4, 5))
    again = gone_on(readiness, notebook)
    assert (again.number, row(again)) == (1, "medarb")


def test_voting_again_keeps_the_old_votes_until_there_are_new_ones(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 5, 5))
    room.fill((5, 5))
    room.vote_again()
    room.ballot.to_top()
    room.fill((1, 1, 1))
    assert notebook.session.votes["aktie"]["byraad"].counts == (3, 0, 0, 0, 0)
    assert notebook.session.votes["aktie"]["medarb"].counts == (0, 0, 0, 0, 2)
    # a room that changes its mind sees its board, not the distribution, until it closes it
    before = room.stage
    room.close_board()
    assert (before, room.stage) == (Stage.QUESTION, Stage.DISTRIBUTION)


def test_a_room_that_is_cut_off_while_it_votes_again_goes_on_with_that(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 5, 5))
    room.fill((5, 5))
    room.vote_again()
    again = gone_on(readiness, notebook)
    assert (again.stage, again.number, again.board.is_revote) == (Stage.QUESTION, 1, True)
    # and once the board is closed, with the next
    room.close_board()
    assert gone_on(readiness, notebook).number == 2


def test_whoever_comes_late_votes_from_the_question_that_is_asked(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 4, 5))
    room.change_present({**HERE, "borger": 1})
    assert isinstance(notebook.entries[-1], PresentChanged)
    assert [one.role for one in room.board.open_rows] == ["medarb", "borger"]


def test_a_late_colleague_of_those_who_have_voted_has_a_box_too(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 4, 5))
    room.change_present({"byraad": 4, "medarb": 2})
    room.ballot.choose_row(-1)
    assert (row(room), room.board.row.cards, room.board.row.missing) == ("byraad", (5, 4, 5), 1)
    room.card(1)
    assert notebook.session.votes["aktie"]["byraad"].counts == (1, 0, 0, 1, 2)


def test_who_has_left_has_voted_all_the_same(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 4, 5))
    room.change_present({"byraad": 1, "medarb": 2})
    room.fill((2, 2))
    assert room.stage is Stage.DISTRIBUTION
    assert notebook.session.votes["aktie"]["byraad"].cast == 3


def asked(room: Interview) -> tuple[str, ...]:
    return room.items_by_role.roles_asked(room.item)


def test_a_role_that_is_not_asked_does_not_vote(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"medarb": 2, "borger": 3})
    room.jump(8)  # internt: not for those outside
    assert (room.item.id, asked(room)) == ("internt", ("medarb",))
    room.jump(9)
    assert asked(room) == ("medarb", "borger")


def test_a_side_is_asked_unless_none_of_its_roles_is(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"outside": 4, "administration": 3})
    room.jump(8)
    assert asked(room) == ("administration",)


def test_a_question_that_nobody_here_is_asked_is_passed_over(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"borger": 3})
    room.jump(7)
    room.fill((1, 2, 3))
    room.proceed()
    room.proceed()
    assert room.item.id == "politik"
    assert 8 not in room.unanswered


def test_a_person_counts_the_questions_that_they_are_asked(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.INDIVIDUAL)
    room.begin_turn("borger")
    numbers = []
    while room.stage is Stage.QUESTION:
        numbers.append(room.number)
        room.answer(3)
    assert numbers == list(range(1, len(room.numbered) + 1))


def test_nothing_of_an_answer_is_left_for_the_next_person(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.INDIVIDUAL)
    assert room.stage is Stage.TURN
    room.begin_turn("borger")
    room.answer(5)
    room.end_turn()
    room.begin_turn("medarb")
    assert (room.turns.respondent, room.number, room.given) == ("r02", 1, None)
    assert notebook.session.answers == {"r01": {"aktie": 5}}
    # nor for whoever opens the session again
    assert gone_on(readiness, notebook).stage is Stage.TURN


def test_a_person_is_asked_what_their_role_is_asked(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.INDIVIDUAL)
    room.begin_turn("borger")
    asked = []
    while room.stage is Stage.QUESTION:
        asked.append(room.item.id)
        room.answer(3)
    assert len(asked) == 28
    assert not {"internt", "frirum", "bagland", "timer"} & set(asked)


def test_somebody_alone_goes_on_where_they_stopped(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.INDIVIDUAL)
    room.begin_turn(None)
    room.answer(5)
    again = gone_on(readiness, notebook)
    assert (again.stage, again.number) == (Stage.QUESTION, 2)


def test_what_is_promised_in_the_overview_or_at_the_end_is_about_no_item(readiness: QuestionSet) -> None:
    room, _ = interview(readiness)
    about = [room.about]
    room.overview()
    about.append(room.about)
    room.finish()
    room.talk(["loefte"])
    about.append(room.about)
    room.proceed()
    about.append(room.about)
    assert about == ["aktie", None, "loefte", None]


def test_topics_are_leafed_through_and_come_back_from_the_result(readiness: QuestionSet) -> None:
    room, _ = interview(readiness)
    room.finish()
    room.talk(["loefte", "aktie", "slip"])
    seen = [room.item.id]
    for step in (1, 1, -1, -1, -1):
        room.turn_topic(step)
        seen.append(room.item.id)
    assert seen == ["loefte", "aktie", "slip", "aktie", "loefte", "loefte"]
    for _ in range(3):
        room.proceed()
    assert room.about is None
    room.back()
    assert (room.stage, room.item.id) == (Stage.TALK, "slip")


def test_a_vote_from_the_talk_comes_back_to_it(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, HERE)
    room.fill((5, 4, 5))
    room.fill((1, 1))
    room.finish()
    room.talk(["aktie"])
    room.vote_again()
    assert room.board.is_revote
    room.close_board()
    room.proceed()
    assert (room.stage, room.item.id) == (Stage.TALK, "aktie")


def test_from_the_overview_of_a_whole_session_one_question_leads_back_to_it(readiness: QuestionSet) -> None:
    room, _ = interview(readiness)
    answer_all(room)
    room.jump(3)
    room.answer(1)
    assert room.stage is Stage.OVERVIEW


def test_the_end_is_noted_once(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness)
    room.finish()
    room.overview()
    room.finish()
    assert [entry.kind for entry in notebook.entries] == ["finished"]


@pytest.mark.parametrize("kind", ["note", "evidence", "dilemma"])
def test_a_remark_is_about_its_item_and_can_be_replaced(readiness: QuestionSet, kind: RemarkKind) -> None:
    room, notebook = interview(readiness)
    room.minutes.remark(kind, "først", room.about)
    room.skip()
    room.minutes.remark(kind, "så", room.about, number=1)
    (remark,) = notebook.session.remarks.values()
    assert (remark.kind, remark.text, remark.item) == (kind, "så", "aktie")
    room.minutes.remark(kind, "", room.about, number=1)
    assert notebook.session.remarks == {}
