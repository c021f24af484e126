"""What must hold for every question set and every answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.result import score
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE, Answers, Mode, Tallies, Votes
from samskab_cli.model.findings import End, Figure
from samskab_cli.model.judging import Level
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import SideLevel
from samskab_cli.model.tables import sum_tables
from samskab_cli.scoring.engine import crowd, crowds_by
from samskab_cli.scoring.findings import Findings
from tests.scored import disclosed, tables
from tests.strategies import Ballot, Room, Sheet, ballots, question_sets, rooms, sheets

frugal = settings(max_examples=40, deadline=None)
LEVELS = [Level.NOT_NOW, Level.PREPARE, Level.ATTENTION, Level.READY]


def find(question_set: QuestionSet, answers: Answers) -> Findings | None:
    """Everything, shown; None where nobody takes part."""
    return disclosed(question_set, answers).findings


def figures(found: Findings) -> dict[str, Figure]:
    """Every figure of everybody and of the sides, by name."""
    everybody = {"overall": found.overall, **found.dimensions}
    parts = {f"{g}/{p}": f for g, gate in found.gates.items() for p, f in gate.parts.items()}
    indicators = {f"{i}/{p}": f for i, parts in found.indicators.items() for p, f in parts.items()}
    sides = {
        f"{side}/{name}": f for side, of in found.sides.items() for name, f in {**of.dimensions, **of.gates}.items()
    }
    return {**everybody, **{g: gate.figure for g, gate in found.gates.items()}, **parts, **indicators, **sides}


def judged(found: Findings) -> dict[str, Any]:
    """What is concluded: states, ranges, level."""
    gates = {g: (gate.state, gate.reason, gate.apart, found.gate_ranges[g]) for g, gate in found.gates.items()}
    return {"level": found.level, "range": found.range, **gates}


def numbers(found: Findings) -> dict[str, Any]:
    """Every number that must be the same, whichever way the same answers came; None where there is none."""
    flat = {
        f"{name} {field}": getattr(figure, field)
        for name, figure in figures(found).items()
        for field in ("score", "low", "high", "n")
    }
    items = {f"item {item}": one.score for item, one in found.items.items()}
    moves = {f"move {m.item} {f}": getattr(m, f) for m in found.moves for f in ("dimension_gain", "gate_gain")}
    return {**flat, **items, **moves, "people": found.tables.people}


def same(numbers: dict[str, Any]) -> dict[str, Any]:
    """Equal to 1e-9 (relative to 100)."""
    return {name: value if value is None else pytest.approx(value, abs=1e-7) for name, value in numbers.items()}


def is_same(one: Findings | None, other: Findings | None) -> None:
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert judged(one) == judged(other)
        assert numbers(one) == same(numbers(other))


@frugal
@given(sheets() | ballots())
def test_every_figure_is_ordered_within_0_and_100_once_widened(sheet: Sheet | Ballot) -> None:
    found = find(sheet.question_set, sheet.answers)
    if found is None:
        return
    for name, figure in figures(found).items():
        low, high = figure.widened
        assert (low is None) == (high is None), name
        if low is not None and high is not None:
            assert 0 <= low <= high <= 100, name
        if figure.score is not None:
            assert low is not None, name
            assert high is not None, name
            assert low <= figure.score <= high, name
    if found.level is not Level.UNDECIDED:
        worst, best = (LEVELS.index(level) for level in found.range)
        assert worst <= LEVELS.index(found.level) <= best


@frugal
@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(sheet: Sheet, rng: Any) -> None:
    order = list(range(len(sheet.roles)))
    rng.shuffle(order)
    shuffled = Sheet(sheet.question_set, tuple(sheet.roles[i] for i in order), tuple(sheet.cells[i] for i in order))
    is_same(find(sheet.question_set, shuffled.answers), find(sheet.question_set, sheet.answers))


@frugal
@given(sheets())
def test_the_order_of_items_and_dimensions_changes_no_figure(sheet: Sheet) -> None:
    turned = sheet.question_set.model_copy(
        update={
            "dimensions": tuple(
                dimension.model_copy(update={"items": dimension.items[::-1]})
                for dimension in sheet.question_set.dimensions[::-1]
            )
        }
    )
    turned = QuestionSet.model_validate(turned.model_dump())
    backwards = Sheet(turned, sheet.roles, tuple(row[::-1] for row in sheet.cells))
    is_same(find(turned, backwards.answers), find(sheet.question_set, sheet.answers))


def _with_items(question_set: QuestionSet, **change: Any) -> QuestionSet:
    """The set with every item changed: `field=function of the item`."""
    content = question_set.model_dump()
    for dimension in content["dimensions"]:
        for item in dimension["items"]:
            item.update({field: of(item) for field, of in change.items()})
    return QuestionSet.model_validate(content)


@frugal
@given(sheets())
def test_reversing_every_item_and_mirroring_its_answers_changes_nothing(sheet: Sheet) -> None:
    turned = _with_items(sheet.question_set, reverse=lambda item: not item["reverse"])
    lowest, highest = turned.scale.minimum, turned.scale.maximum
    mirrored = sheet.mapped(lambda _, row: [lowest + highest - cell if cell >= 0 else cell for cell in row])
    is_same(find(turned, mirrored.answers), find(sheet.question_set, sheet.answers))


@frugal
@given(sheets() | ballots(), st.sampled_from([2.0, 0.1, 7e5, 1e9]))
def test_scaling_all_weights_changes_nothing(sheet: Sheet | Ballot, factor: float) -> None:
    scaled = _with_items(sheet.question_set, weight=lambda item: item["weight"] * factor)
    is_same(find(scaled, sheet.answers), find(sheet.question_set, sheet.answers))


@frugal
@given(sheets(question_sets().filter(lambda questions: len(questions.dimensions) > 1)), st.integers(0, 2**16))
def test_answers_in_one_dimension_never_change_anothers_figures(sheet: Sheet, seed: int) -> None:
    # given other answers in the first dimension, where everybody still gives an answer somewhere
    width = len(sheet.question_set.dimensions[0].items)
    lowest = sheet.question_set.scale.minimum
    rest = [i for i in range(len(sheet.roles)) if any(cell >= NOT_RELEVANT for cell in sheet.cells[i][width:])]
    kept = Sheet(sheet.question_set, tuple(sheet.roles[i] for i in rest), tuple(sheet.cells[i] for i in rest))
    other = kept.mapped(
        lambda _, row: [(lowest, UNSURE, BLANK, INVALID)[(seed >> k) % 4] for k in range(width)] + list(row[width:])
    )
    # then
    first = sheet.question_set.dimensions[0].id
    before, after = find(sheet.question_set, kept.answers), find(sheet.question_set, other.answers)
    if before is None or after is None:
        return
    for dimension in before.dimensions:
        if dimension != first:
            assert before.dimensions[dimension] == after.dimensions[dimension]  # to the last bit


@frugal
@given(sheets(), st.integers(0, 2**16))
def test_raising_an_answer_lowers_no_figure_and_of_one_person_no_level(sheet: Sheet, which: int) -> None:
    # given one answer that is a step higher
    person, at = which % len(sheet.roles), which // len(sheet.roles) % len(sheet.items)
    item, cell = sheet.items[at], sheet.cells[person][at]
    raised = cell - 1 if item.reverse else cell + 1
    if cell < 0 or raised not in sheet.question_set.scale.values:
        return
    rows = [[*row] for row in sheet.cells]
    rows[person][at] = raised
    higher = Sheet(sheet.question_set, sheet.roles, tuple(map(tuple, rows)))
    before, after = find(sheet.question_set, sheet.answers), find(sheet.question_set, higher.answers)
    assert before is not None
    assert after is not None
    # then
    for name, figure in figures(before).items():
        for end in End:
            value, now = end.of(figure), end.of(figures(after)[name])
            assert (value is None) == (now is None)
            assert value is None or now is None or now >= value - 1e-9
    # a step up can split a room, but nobody differs from themselves
    if len(sheet.roles) == 1 and Level.UNDECIDED not in (before.level, after.level):
        assert LEVELS.index(after.level) >= LEVELS.index(before.level)


def _end(questions: QuestionSet, item: Item, *, top: bool) -> int:
    return questions.scale.maximum if top is not item.reverse else questions.scale.minimum


def _filled(sheet: Sheet, *, top: bool) -> Sheet:
    """Every unknown cell of those who take part at the bottom, or at the top."""
    places = {item.id: k for k, item in enumerate(sheet.items)}
    dimension_of = sheet.question_set.dimension_of

    def fill(role: str | None, row: tuple[int, ...]) -> Iterator[int]:
        takes_part = any(cell >= NOT_RELEVANT for cell in row)
        for item, cell in zip(sheet.items, row, strict=True):
            reached = any(row[places[other.id]] != BLANK for other in dimension_of[item.id].items)
            open_blank = cell == BLANK and reached and role not in item.skip_roles
            unknown = cell in (UNSURE, INVALID) or open_blank
            yield _end(sheet.question_set, item, top=top) if takes_part and unknown else cell

    return sheet.mapped(lambda role, row: list(fill(role, row)))


def _is_one_end(before: Findings | None, after: Findings | None, *, top: bool) -> None:
    """The figures, gate states and verdict of the filled answers are the end of the range that was said."""
    if before is None or after is None:
        assert before is after
        return
    end = End.HIGH if top else End.LOW
    filled = figures(after)
    unreached = {name for name, figure in figures(before).items() if figure.applicable and filled[name].score is None}
    for name, figure in figures(before).items():
        if name in unreached:
            # nobody came to it, or to what it is made of: filling what is unknown doesn't answer it
            assert figure.score is None
        else:
            assert {name: filled[name].score} == same({name: end.of(figure)})
    for gate, states in before.gate_ranges.items():
        if gate not in unreached:
            assert after.gates[gate].state == states[int(top)]
    if after.level is not Level.UNDECIDED:
        worst, best = (LEVELS.index(level) for level in before.range)
        assert worst <= LEVELS.index(after.level) <= best


@settings(max_examples=120, deadline=None)
@given(sheets(), st.booleans())
def test_filling_every_unknown_cell_gives_exactly_the_low_and_high_figures(sheet: Sheet, top: bool) -> None:
    before = find(sheet.question_set, sheet.answers)
    _is_one_end(before, find(sheet.question_set, _filled(sheet, top=top).answers), top=top)


@settings(max_examples=120, deadline=None)
@given(ballots(), st.booleans())
def test_filling_every_unknown_vote_gives_exactly_the_low_and_high_figures(ballot: Ballot, top: bool) -> None:
    # given each role's unsure and missing votes at one end
    questions, tallies = ballot.question_set, ballot.tallies
    filled: dict[str, dict[str, Votes]] = {}
    for role, of_items in crowd(questions, ballot.answers).roles.items():
        assert role is not None
        for item in questions.items:
            table, counts = of_items[item.id], list(of_items[item.id].counts)
            counts[questions.scale.values.index(_end(questions, item, top=top))] += table.unsure + table.blank
            said = tallies.votes.get(item.id, {}).get(role)
            there = said.present if said else tallies.present[role]
            if said or any(counts) or table.not_relevant:
                filled.setdefault(item.id, {})[role] = Votes(
                    counts=tuple(counts), not_relevant=table.not_relevant, present=there
                )
    after = Ballot(questions, Tallies(present=tallies.present, votes=filled))
    # then
    _is_one_end(find(questions, ballot.answers), find(questions, after.answers), top=top)


@settings(max_examples=150, deadline=None)
@given(rooms(), st.sampled_from([1, 2, 3, 5]))
def test_a_room_by_cards_gives_the_result_of_the_same_room_on_paper(room: Room, min_group: int) -> None:
    questions = room.sheet.question_set
    on_paper, by_cards = (score(questions, answers, min_group) for answers in (room.as_rows, room.as_cards))
    assert by_cards.mode is Mode.VOTES
    assert _but_for_mode(by_cards) == _but_for_mode(on_paper)


def _but_for_mode(result: Result) -> Result:
    """Straight lines are counted of rows, and cards have none."""
    answers = result.answers.model_copy(update={"straight_lining": None})
    return result.model_copy(update={"mode": Mode.ANSWERS, "answers": answers})


@frugal
@given(sheets())
def test_a_group_is_counted_as_if_it_were_the_file_and_all_groups_add_up(sheet: Sheet) -> None:
    # when all are counted by role in one pass
    found = dict(crowds_by(sheet.question_set, sheet.answers, ["role"], SideLevel.NONE))
    # then each is what a file of its own gives, and none is lost
    assert set(found) == {(role,) for role in sheet.roles}
    for (role,), of_role in found.items():
        people = [i for i, own in enumerate(sheet.roles) if own == role]
        own = Sheet(sheet.question_set, (role,) * len(people), tuple(sheet.cells[i] for i in people))
        alone = crowd(sheet.question_set, own.answers)
        assert (of_role.tables, of_role.people, of_role.unanswered) == (alone.tables, alone.people, alone.unanswered)
        assert of_role.straight_lining == alone.straight_lining
    assert sum_tables(one.tables for one in found.values() if one.roles) == tables(sheet.question_set, sheet.answers)
