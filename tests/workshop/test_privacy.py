"""A room with a small side is asked, once, before anything is shown."""

from __future__ import annotations

import pytest

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session_lines import SidesNoted
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import Notebook, gone_on, interview

LONE = {"byraad": 1, "medarb": 6, "borger": 5}


def stage(room: Interview) -> Stage:
    return room.stage


def asked(readiness: QuestionSet, present: dict[str, int]) -> tuple[Interview, Notebook]:
    return interview(readiness, Mode.VOTES, present, min_group=None)


def test_a_room_with_a_small_side_is_asked_before_the_first_question(readiness: QuestionSet) -> None:
    room, _ = asked(readiness, LONE)
    assert (stage(room), room.sides.small) == (Stage.SIDES, {"politics": 1})
    room.decide("show")
    assert stage(room) is Stage.QUESTION


@pytest.mark.parametrize(
    ("present", "small"),
    [
        ({"byraad": 5, "medarb": 6, "borger": 5}, {}),
        ({"byraad": 4, "medarb": 6, "borger": 5}, {"politics": 4}),
        ({"byraad": 1, "ledelse": 1, "medarb": 1}, {"*": 3, "politics": 1, "administration": 2}),
        ({"ledelse": 1, "medarb": 4}, {}),
    ],
)
def test_a_side_is_small_up_to_four_people_and_so_is_a_room(
    readiness: QuestionSet, present: dict[str, int], small: dict[str, int]
) -> None:
    room, _ = asked(readiness, present)
    assert room.sides.small == small


def test_it_is_asked_again_when_other_people_sit_there(readiness: QuestionSet) -> None:
    room, notebook = asked(readiness, LONE)
    room.decide("show")
    room.change_present({**LONE, "borger": 7})
    assert stage(room) is Stage.QUESTION  # the small side is the same
    room.change_present({**LONE, "byraad": 2})
    assert stage(room) is Stage.SIDES
    room.decide("withhold")
    room.change_present({"byraad": 5, "medarb": 6})
    assert stage(room) is Stage.QUESTION
    assert gone_on(readiness, notebook).stage is Stage.QUESTION


def test_a_decision_outlives_a_power_cut(readiness: QuestionSet) -> None:
    room, notebook = asked(readiness, LONE)
    assert gone_on(readiness, notebook).stage is Stage.SIDES
    room.decide("room")
    again = gone_on(readiness, notebook)
    assert again.stage is Stage.QUESTION
    assert again.session.sides is not None
    assert again.session.sides.choice == "room"


def test_a_room_that_decided_beforehand_is_not_asked(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, LONE, min_group=3)
    assert room.stage is Stage.QUESTION
    assert room.session.min_group == 3


def test_a_room_may_decide_otherwise_later_on(readiness: QuestionSet) -> None:
    room, _ = asked(readiness, LONE)
    room.decide("show")
    assert room.reconsider()
    assert stage(room) is Stage.SIDES
    room.decide("withhold")
    assert (stage(room), room.session.min_group) == (Stage.QUESTION, 5)


def test_a_room_without_small_sides_has_nothing_to_reconsider(readiness: QuestionSet) -> None:
    room, _ = asked(readiness, {"byraad": 5, "medarb": 6})
    assert not room.reconsider()
    assert stage(room) is Stage.QUESTION


def test_a_consensus_has_no_sides_to_ask_about(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.CONSENSUS, LONE, min_group=None)
    assert room.stage is Stage.QUESTION


def test_one_at_a_time_is_asked_when_all_have_answered(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.INDIVIDUAL, min_group=None)
    for role in ("byraad", "borger", None):
        room.begin_turn(role)
        assert room.stage is Stage.QUESTION
        room.end_turn()
    room.finish()
    assert (room.stage, room.sides.small) == (Stage.SIDES, {"*": 3, "politics": 1, "outside": 1})
    room.decide("show")
    assert room.stage is Stage.TALK


@pytest.mark.parametrize(
    ("present", "choice", "smallest"),
    [
        (LONE, "show", 1),
        (LONE, "room", 5),  # what is shown in the room only never reaches a file
        (LONE, "withhold", 5),
        (LONE, "merge", 5),  # 7 of the municipality, 5 outside
        ({"byraad": 1, "medarb": 3, "borger": 3}, "merge", 3),  # 4 and 3: as small as that, and no smaller
    ],
)
def test_what_is_decided_is_the_smallest_group_of_the_files(
    readiness: QuestionSet, present: dict[str, int], choice: str, smallest: int
) -> None:
    room, notebook = asked(readiness, present)
    room.decide(choice)  # type: ignore[arg-type]  # one of the four
    assert isinstance(notebook.entries[-1], SidesNoted)
    assert room.session.min_group == smallest


def test_putting_together_is_offered_where_it_makes_the_smallest_side_larger(readiness: QuestionSet) -> None:
    assert set(asked(readiness, LONE)[0].sides.choices) == {"v", "r", "s", "5"}
    # nobody can be put together with the two outside
    assert set(asked(readiness, {"byraad": 6, "medarb": 6, "borger": 2})[0].sides.choices) == {"v", "r", "5"}
