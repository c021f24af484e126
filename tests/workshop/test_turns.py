"""Turns at the laptop: whoever is interrupted goes on, and nobody sees what another answered."""

from __future__ import annotations

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session_lines import AnswersTaken
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import gone_on, interview


def test_a_turn_that_was_broken_off_goes_on_where_it_was_and_hides_what_was_answered(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.INDIVIDUAL)
    for role in ("byraad", "medarb"):
        room.begin_turn(role)
        room.answer(4)
        room.answer(5)
    again = gone_on(readiness, notebook)
    assert (again.stage, again.turns.broken_off) == (Stage.TURN, "r02")

    again.go_on_with_turn()

    assert (again.turns.respondent, again.number) == ("r02", 3)
    again.back()
    assert (again.number, again.given) == (2, None)
    again.answer(1)
    again.back()
    assert (again.number, again.given) == (2, 1)


def test_who_has_answered_everything_was_not_broken_off(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.INDIVIDUAL)
    room.begin_turn("byraad")
    while room.unanswered:
        room.answer(3)
    room.end_turn()

    assert room.turns.broken_off is None
    assert gone_on(readiness, notebook).turns.broken_off is None


def test_who_answered_on_paper_never_sat_there(readiness: QuestionSet) -> None:
    """What a sheet leaves blank stays unanswered."""
    _, notebook = interview(readiness, Mode.INDIVIDUAL, collected="before")
    notebook.append(AnswersTaken(respondent="r01", role="byraad", given={}))

    assert gone_on(readiness, notebook).turns.broken_off is None
