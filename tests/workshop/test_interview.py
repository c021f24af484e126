"""The state machine of a workshop, move by move."""

from __future__ import annotations

import pytest

from samskab_cli.model.answers import Mode, Votes
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import PresentChanged, VotesNoted
from samskab_cli.workshop.interview import Interview, Stage
from tests.workshop.notes import gone_on, interview

HERE = {"byraad": 3, "medarb": 2}


def votes(*counts: int, present: int = 3) -> Votes:
    return Votes(counts=counts, present=present)


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


def test_every_role_votes_before_the_distribution(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    assert room.role == "byraad"
    room.vote(votes(0, 0, 0, 1, 2))
    assert (room.stage, room.role) == (Stage.QUESTION, "medarb")
    room.vote(votes(2, 0, 0, 0, 0, present=2))
    assert room.stage is Stage.DISTRIBUTION
    assert [entry.role for entry in notebook.entries if isinstance(entry, VotesNoted)] == ["byraad", "medarb"]


def test_half_a_vote_is_gone_on_with_at_the_role_that_is_missing(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.vote(votes(0, 0, 0, 1, 2))
    again = gone_on(readiness, notebook)
    assert (again.number, again.role) == (1, "medarb")


def test_back_within_a_vote_is_the_role_before(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, HERE)
    room.vote(votes(0, 0, 0, 1, 2))
    room.back()
    assert room.role == "byraad"


def test_voting_again_keeps_the_old_votes_until_there_are_new_ones(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    for _ in HERE:
        room.vote(votes(0, 0, 0, 0, 2))
    room.vote_again()
    room.vote(votes(1, 0, 0, 0, 0))
    assert notebook.session.votes["aktie"]["byraad"].counts == (1, 0, 0, 0, 0)
    assert notebook.session.votes["aktie"]["medarb"].counts == (0, 0, 0, 0, 2)


def test_whoever_comes_late_votes_from_the_question_that_is_asked(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    room.vote(votes(0, 0, 0, 1, 2))
    room.change_present({**HERE, "borger": 1})
    assert isinstance(notebook.entries[-1], PresentChanged)
    assert room.to_vote == ("medarb", "borger")


def test_a_role_that_is_not_asked_does_not_vote(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"medarb": 2, "borger": 3})
    room.jump(7)  # internt: not for those outside
    assert (room.item.id, room.voting) == ("internt", ("medarb",))
    room.jump(8)
    assert room.voting == ("medarb", "borger")


def test_a_side_is_asked_unless_none_of_its_roles_is(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"outside": 4, "administration": 3})
    room.jump(7)
    assert room.voting == ("administration",)


def test_a_question_that_nobody_here_is_asked_is_passed_over(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"borger": 3})
    room.jump(6)
    room.vote(votes(1, 1, 1, 0, 0))
    room.proceed()
    room.proceed()
    assert room.item.id == "politik"
    assert 7 not in room.unanswered


def test_nothing_of_an_answer_is_left_for_the_next_person(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.INDIVIDUAL)
    assert room.stage is Stage.TURN
    room.begin_turn("borger")
    room.answer(5)
    room.end_turn()
    room.begin_turn("medarb")
    assert (room.respondent, room.number, room.given) == ("r02", 1, None)
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
    assert len(asked) == 26
    assert not {"internt", "frirum", "timer"} & set(asked)


def test_somebody_alone_goes_on_where_they_stopped(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.INDIVIDUAL)
    room.begin_turn(None)
    room.answer(5)
    again = gone_on(readiness, notebook)
    assert (again.stage, again.number) == (Stage.QUESTION, 2)


def test_what_is_promised_in_the_overview_or_at_the_end_is_about_no_item(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness)
    room.act("Ring til foreningen", None, None)
    room.overview()
    room.act("Bestil lokale", None, None)
    room.finish()
    room.act("Skriv ud til alle", None, None)

    assert [action.item for action in notebook.session.actions.values()] == ["aktie", None, None]


@pytest.mark.parametrize("kind", ["note", "evidence", "dilemma"])
def test_a_remark_is_about_its_item_and_can_be_replaced(readiness: QuestionSet, kind: str) -> None:
    room, notebook = interview(readiness)
    room.remark(kind, "først")  # type: ignore[arg-type]  # one of the three
    room.skip()
    room.remark(kind, "så", number=1)  # type: ignore[arg-type]  # one of the three
    (remark,) = notebook.session.remarks.values()
    assert (remark.kind, remark.text, remark.item) == (kind, "så", "aktie")
    room.remark(kind, "", number=1)  # type: ignore[arg-type]  # one of the three
    assert notebook.session.remarks == {}
