"""How sure: whether another room of the same size and the same sides would reach the same level."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.conclusions import Certainty, Sure, SureReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.tables import ItemTable, ShownTables
from samskab_cli.scoring.conclusions.certainty import certainty, same_level
from samskab_cli.scoring.conclusions.precision import near
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import part, question_set
from tests.scoring.conclusions.rooms import asked_of, counted, found, two_parts, workshop
from tests.strategies import Sheet, sheets

FROZEN = Path(__file__).parents[2] / "question_sets" / "frozen" / "readiness-1.0.0"
FINE = {"politics": "politics", "administration": "administration", "outside": "outside"}
COARSE = {"politics": "inside", "administration": "inside", "outside": "outside"}
NO_SIDES: dict[str, str] = {}
TWO_PARTS = two_parts()


@pytest.fixture(scope="module")
def readiness_1_0_0() -> QuestionSet:
    return load_question_set(str(FROZEN / "set.yaml"))


@pytest.mark.parametrize(
    ("name", "sides", "level", "share", "sure"),
    [
        ("ensomhed", FINE, Level.READY, 0.9025, Sure.NINE),
        ("ensomhed", COARSE, Level.READY, 0.9150, Sure.NINE),
        ("integration", FINE, Level.NOT_NOW, 1, Sure.NINE),
        ("integration", NO_SIDES, Level.NOT_NOW, 1, Sure.NINE),
        ("havneby", FINE, Level.PREPARE, 0.88, Sure.SEVEN),
        ("havneby", COARSE, Level.NOT_NOW, 0.4725, Sure.FEWER),
        ("ensomhed-tidligt", FINE, Level.ATTENTION, 0.755, Sure.SEVEN),
        ("ensomhed-tidligt", COARSE, Level.ATTENTION, 0.76, Sure.SEVEN),
    ],
)
def test_the_four_workshops_with_their_sides_as_they_are_shown(
    readiness_1_0_0: QuestionSet, name: str, sides: dict[str, str], level: Level, share: float, sure: Sure
) -> None:
    # another implementation of the same rule gives the same shares
    one = Findings(asked_of(readiness_1_0_0), workshop(readiness_1_0_0, name, sides))

    assert one.level is level
    assert same_level(one) == share
    assert certainty(one) == Certainty(sure, None)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (5, Certainty(None, SureReason.TOO_FEW)),
        (6, Certainty(Sure.SEVEN, None)),
        (7, Certainty(Sure.SEVEN, None)),
        (8, Certainty(Sure.NINE, None)),
    ],
)
def test_however_alike_they_are_under_six_say_nothing_and_under_eight_at_most_seven(
    people: int, expected: Certainty
) -> None:
    assert certainty(found(TWO_PARTS, "- 5 5 5 5 /" * people)) == expected


def test_a_contested_gate_is_at_most_seven_however_sure() -> None:
    one = found(TWO_PARTS, "- 5 5 5 5 /" * 300 + "- 1 1 1 1 /" * 300)

    assert one.gates["g"].state is GateState.CONTESTED
    assert same_level(one) == 1
    assert certainty(one) == Certainty(Sure.SEVEN, None)


def test_an_undecided_verdict_is_not_said_to_be_sure() -> None:
    one = found(TWO_PARTS, "- dk dk 5 5 /" * 20)

    assert one.level is Level.UNDECIDED
    assert certainty(one) == Certainty(None, SureReason.UNDECIDED)


def test_a_failed_gate_is_sure_beside_a_gate_and_a_dimension_that_have_no_score() -> None:
    questions = question_set(
        {"d": [{"id": "a1"}, {"id": "a2"}], "e": [{"id": "b1"}]},
        gates=[{"id": "g", "parts": [part("p", "a1", "a2")]}, {"id": "h", "parts": [part("p", "b1")]}],
    )
    one = found(questions, "- 1 1 dk /" * 20)

    assert one.level is Level.NOT_NOW
    assert certainty(one) == Certainty(Sure.NINE, None)


def test_more_people_who_answer_alike_are_never_less_sure() -> None:
    # given a room whose figures lie above the cut-offs of `ready`
    rooms = [found(TWO_PARTS, "- 4 4 4 4 / - 5 4 4 4 / - 3 4 4 5 / - 4 3 5 4 /" * times) for times in (2, 4, 16, 64)]
    # then
    assert {one.level for one in rooms} == {Level.READY}
    shares = [same_level(one) for one in rooms]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1] == 1


def test_six_million_people_are_as_sure_as_their_figures_lie_off_the_cut_offs() -> None:
    million = 1_000_000
    table = ItemTable((million, million, million, 2 * million, million))
    tables = dict.fromkeys(("a1", "a2", "b1", "b2"), table)
    one = Findings(asked_of(TWO_PARTS), ShownTables(6 * million, tables, {}))

    assert one.level is Level.PREPARE
    assert certainty(one) == Certainty(Sure.SEVEN if one.gates["g"].state is GateState.CONTESTED else Sure.NINE, None)


@given(sheet=sheets(most=30))
def test_any_room_is_told_something(sheet: Sheet) -> None:
    side_of = sheet.question_set.side_of
    rows = [
        (None if role is None else side_of.get(role), cells)
        for role, cells in zip(sheet.roles, sheet.cells, strict=True)
    ]
    one = Findings(asked_of(sheet.question_set), counted(sheet.question_set, rows))

    sure, reason = certainty(one)

    assert (sure is None) is not (reason is None)
    assert 0 <= same_level(one) <= 1
    assert len(near(one)) <= 3
    if one.level is Level.UNDECIDED:
        assert reason is SureReason.UNDECIDED
