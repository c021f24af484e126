"""Which item tables of one crowd may be shown, and what a result says of those that may not."""

from __future__ import annotations

import pytest

from samskab_cli.disclosure.min_group import default_min_group
from samskab_cli.disclosure.result import score
from samskab_cli.disclosure.shown_tables import has_side_figures
from samskab_cli.model.answers import Answers, Mode
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.model.tables import ItemTable
from tests.answers_as_written import alone, part, question_set, voted, written
from tests.scored import disclosed, findings, verdict_of

ROLES = {"mayor": None, "clerk": None, "citizen": None}
SET = question_set(
    {"d": [{"id": "d1"}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}, {"id": "e2"}]},
    gates=[{"id": "g", "parts": [part("p", "d1"), part("q", "e1", "e2")]}],
    roles=ROLES,
)
GONE = Withheld(withheld=Reason.MIN_GROUP)


def people(*rows: str, questions: QuestionSet = SET) -> Answers:
    """`3 clerk 4 4 4 4`: so many who answer so."""
    split = [row.split(maxsplit=1) for row in rows]
    return written(questions, "\n".join(f"r {rest}" for n, rest in split for _ in range(int(n))))


def test_of_fewer_people_than_the_smallest_group_nothing_is_shown() -> None:
    result = score(SET, people("4 clerk 4 4 4 4"), 5)
    assert result.answers.respondents == 4
    assert (result.items, result.indicators, result.answers.cells, result.answers.coverage) == ((), (), None, None)
    assert (verdict_of(result).level, verdict_of(result).range, verdict_of(result).sure) == (GONE, GONE, None)
    assert {one.score for one in result.dimensions} | {one.score for one in result.gates} == {GONE}
    assert result.overall.score == GONE
    assert verdict_of(score(SET, people("5 clerk 4 4 4 4"), 5)).level is Level.READY


@pytest.mark.parametrize("min_group", [1, 5])
def test_nobody_at_all_gives_nobody_away_and_has_no_verdict(min_group: int) -> None:
    for lines in ("r clerk . . . .", ""):
        result = score(SET, written(SET, lines), min_group)
        assert (verdict_of(result).level, result.answers.respondents) == (Level.UNDECIDED, 0)


def test_who_does_not_know_is_somebody() -> None:
    result = score(SET, people("1 clerk 4 4 4 4", "4 clerk dk dk dk dk"), 5)
    assert [item.unsure for item in result.items] == [4, 4, 4, 4]


def test_an_item_asked_of_too_few_is_left_out_as_if_it_had_not_been_asked() -> None:
    # given six citizens, who aren't asked e1, and four clerks at the bottom of it
    answers = people("4 clerk 4 4 1 4", "6 citizen 4 4 . 4")
    result = score(SET, answers, 5)
    # then
    assert result.answers.items_left_out == ("e1",)
    assert [item.id for item in result.items] == ["d1", "d2", "e2"]
    assert [rule.id for rule in result.rules.items] == ["d1", "d2", "e2"]
    assert [one.score for one in result.dimensions] == [75, 75]
    assert result.provisional is not None
    assert (result.provisional.reason, result.provisional.items_not_asked) == ("few_asked", ("e1",))
    assert (verdict_of(result).level, verdict_of(result).firm) == (Level.READY, False)
    # and where one more is asked, it counts
    whole = score(SET, people("5 clerk 4 4 1 4", "6 citizen 4 4 . 4"), 5)
    assert (whole.provisional, whole.answers.items_left_out) == (None, ())
    assert whole.gates[0].state is GateState.UNDECIDED


def test_an_item_asked_of_nobody_is_not_left_out() -> None:
    result = score(SET, people("6 citizen 4 4 . 4"), 5)
    assert (result.answers.items_left_out, result.provisional) == ((), None)


def test_where_nothing_is_left_all_is_withheld() -> None:
    questions = question_set({"d": [{"id": "d1", "skip_roles": ["citizen"]}]}, roles=ROLES)
    result = score(questions, people("2 clerk 4", "9 citizen 4", questions=questions), 12)
    assert verdict_of(result).level == GONE


# The rest: those in no shown side, whose table can be subtracted from everybody's.
FIVE = (0, 2, 0, 0, 3)


@pytest.mark.parametrize(
    ("rest", "shown"),
    [
        (ItemTable((0, 3, 2, 0, 0)), True),
        (ItemTable((0, 4, 1, 0, 0)), False),  # all but one
        (ItemTable((0, 5, 0, 0, 0)), False),
        (ItemTable((0, 0, 0, 0, 0), unsure=5), False),
        (ItemTable((0, 0, 0, 0, 0), unsure=4, blank=1), False),
        (ItemTable((0, 0, 0, 0, 0), unsure=3, blank=2), True),
        (ItemTable((0, 0, 0, 0, 1), not_reached=5), False),
        (ItemTable((0, 0, 0, 0, 2), not_relevant=4), True),
        (ItemTable((0, 2, 2, 0, 0)), False),  # only four were asked
        (ItemTable((0, 0, 0, 0, 0), not_asked=7), True),  # nobody was
        (None, True),
    ],
)
def test_an_item_has_side_figures_where_the_rest_is_enough_people_who_differ(
    rest: ItemTable | None, shown: bool
) -> None:
    assert has_side_figures([ItemTable(FIVE)], rest, 5) is shown
    assert has_side_figures([ItemTable(FIVE)], rest, 1)


def test_a_shown_side_too_few_of_whom_were_asked_has_no_figures_there_nor_has_another() -> None:
    assert not has_side_figures([ItemTable(FIVE), ItemTable((0, 2, 2, 0, 0), not_asked=3)], None, 5)
    assert has_side_figures([ItemTable(FIVE), ItemTable((0, 0, 0, 0, 0), not_asked=7)], None, 5)


HIDING = ("6 clerk 4 2 4 4", "5 citizen 4 5 . 4", "2 mayor 2 2 4 dk", "1 - 2 2 4 dk", "1 - 2 4 4 4", "1 - 4 4 4 4")


def test_an_item_of_which_the_rest_is_unanimous_has_no_side_figures_for_any_side() -> None:
    # given two politicians and three without a role, who are hidden: of d1 they answer 2 2 2 2 4
    result = score(SET, people(*HIDING), 5)
    # then
    assert [side.id for side in result.answers.sides if side.withheld is None] == ["clerk", "citizen"]
    assert result.answers.items_without_sides == ("d1", "e1")
    sides = {item.id: set(item.sides.values()) for item in result.items}
    assert sides["d1"] == sides["e1"] == {Withheld(withheld=Reason.REST_UNANIMOUS)}
    assert not any(isinstance(side, Withheld) for side in (*sides["d2"], *sides["e2"]))


def test_an_item_without_side_figures_is_left_out_of_the_sides_dimensions_parts_and_gates() -> None:
    result = score(SET, people(*HIDING), 5)
    # d is d2 alone, e is e2 alone; the part P has no item left and is dropped
    assert {side: one.score for side, one in result.dimensions[0].sides.items()} == {"clerk": 25, "citizen": 100}
    assert {side: one.score for side, one in result.gates[0].sides.items()} == {"clerk": 75, "citizen": 75}
    assert {side: one.score for side, one in result.overall.sides.items()} == {"clerk": 50, "citizen": 87.5}
    # and where a dimension has none left, the side has no overall
    lonely = question_set({"d": [{"id": "d1"}], "e": [{"id": "e1"}]}, roles=ROLES)
    rows = ("6 clerk 4 2", "5 citizen 4 5", "5 - 2 2", "1 - 2 5", "1 - 2 5")
    result = score(lonely, people(*rows, questions=lonely), 5)
    assert result.answers.items_without_sides == ("d1",)
    assert [one.sides.keys() for one in result.dimensions] == [set(), {"clerk", "citizen"}]
    assert {one.score for one in result.overall.sides.values()} == {None}


def test_a_gate_is_contested_by_shown_sides_alone() -> None:
    # given three politicians against ten others, and the same with all sides shown
    questions = question_set(
        {"d": [{"id": "d1"}]},
        gates=[{"id": "g", "parts": [part("p", "d1")]}],
        roles=ROLES,
        coarse={"inside": ["mayor", "clerk"], "outside": ["citizen"]},
    )
    answers = people("3 mayor 1", "5 clerk 5", "5 citizen 5", questions=questions)
    shown, merged = score(questions, answers, 1), score(questions, answers, 5)
    assert (shown.gates[0].reason, shown.gates[0].apart) == ("sides", ("mayor",))
    assert merged.answers.side_level is SideLevel.COARSE
    assert (merged.gates[0].apart, merged.gates[0].state) == ((), GateState.PASSED)


def test_the_figures_of_everybody_are_the_same_whoever_is_hidden() -> None:
    answers = people(*HIDING)
    open_result, result = score(SET, answers, 1), score(SET, answers, 5)
    assert result.overall.score == open_result.overall.score
    assert [one.score for one in result.dimensions] == [one.score for one in open_result.dimensions]
    assert [item.counts for item in result.items] == [item.counts for item in open_result.items]


def test_straight_lining_is_said_from_the_smallest_group_on() -> None:
    questions = question_set({"d": [{"id": f"d{i}"} for i in range(10)]})

    def lines(n: int) -> Result:
        straight, other = "3 " * 10, "1 2 3 4 5 1 2 3 4 5"
        return score(questions, people(f"{n} - {straight}", f"6 - {other}", questions=questions), 5)

    assert [lines(n).answers.straight_lining for n in (4, 5)] == [None, 5]


def test_more_cards_than_people_are_named() -> None:
    answers = voted(SET, {"clerk": 3}, "d1 clerk 5×4\nd2 clerk 5×3\ne1 clerk 5×3\ne2 clerk 5×3")
    result = score(SET, answers)
    assert [one.model_dump() for one in result.answers.surplus] == [
        {"item": "d1", "role": "clerk", "cards": 4, "people": 3}
    ]
    # and counted at that item only
    assert (result.answers.respondents, [item.n for item in result.items]) == (4, [4, 3, 3, 3])
    assert [item.blank for item in result.items] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (people("9 clerk 4 4 4 4"), 5),
        (people("1 clerk 4 4 4 4"), 5),  # a file of one is still a file
        (alone(SET, "4 4 4 4"), 1),
        (voted(SET, {"clerk": 3}, "d1 clerk 5×3"), 1),
        (Answers(cells=people("1 clerk 4 4 4 4").cells, mode=Mode.INDIVIDUAL), 1),
        (Answers(cells=people("2 clerk 4 4 4 4").cells, mode=Mode.INDIVIDUAL), 5),
        (Answers(cells=people("9 clerk 4 4 4 4").cells, min_group=3), 3),
    ],
)
def test_the_smallest_group_is_five_for_files_and_one_in_the_room_unless_it_agreed_on_another(
    answers: Answers, expected: int
) -> None:
    respondents = disclosed(SET, answers).people.most
    assert default_min_group(answers, respondents) == expected
    assert score(SET, answers).min_group == expected


def test_a_quick_round_says_so_before_it_says_what_too_few_were_asked() -> None:
    questions = question_set(
        {"d": [{"id": "d1", "quick": True}, {"id": "d2", "quick": True, "skip_roles": ["citizen"]}, {"id": "d3"}]},
        roles=ROLES,
    )
    table = people("2 clerk 4 4 4", "6 citizen 4 . 4", questions=questions).cells
    result = score(questions, Answers(cells=table, quick=True), 5)
    assert result.provisional is not None
    assert (result.provisional.reason, result.provisional.items_not_asked) == ("quick", ("d2", "d3"))
    assert result.answers.items_left_out == ("d2",)


def test_sides_are_those_of_the_crowd_whether_hidden_or_not() -> None:
    result = score(SET, people("6 clerk 4 4 4 4", "2 citizen 4 4 . 4"), 5)
    assert [one.model_dump() for one in result.answers.sides] == [
        {"id": "clerk", "withheld": "protects_another"},
        {"id": "citizen", "withheld": "min_group"},
    ]
    assert (result.answers.side_level, result.answers.missing_sides) == (SideLevel.NONE, ("mayor",))


def test_roles_that_cannot_be_read_are_counted() -> None:
    assert score(SET, people("6 clerk 4 4 4 4", "2 - 4 4 4 4"), 1).answers.without_role == 2
    assert findings(SET, people("6 clerk 4 4 4 4")).tables.sides.keys() == {"clerk"}
