"""What must hold for every question set and every answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samskab_cli.scoring.visibility import widened

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE, Answers, Mode, Tallies, Votes
from samskab_cli.model.findings import Figure, Findings
from samskab_cli.model.judging import Level
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.scoring.engine import find, find_by, respondent_rows
from tests.strategies import ROLES, Ballot, Sheet, ballots, question_sets, sheets

frugal = settings(max_examples=40, deadline=None)
LEVELS = [Level.NOT_NOW, Level.PREPARE, Level.ATTENTION, Level.READY]


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
    gates = {g: (gate.state, gate.reason, gate.range) for g, gate in found.gates.items()}
    return {"level": found.level, "range": found.range, **gates}


def numbers(found: Findings) -> dict[str, Any]:
    """Every number that must be the same, whichever way the same answers came; None where there is none."""
    flat = {
        f"{name} {field}": getattr(figure, field)
        for name, figure in figures(found).items()
        for field in ("score", "low", "high", "n", "members")
    }
    items = {f"item {item}": figure.score for item, figure in found.items.items()}
    moves = {f"move {m.item} {f}": getattr(m, f) for m in found.moves for f in ("dimension_gain", "gate_gain")}
    return {**flat, **items, **moves, "coverage": found.coverage, "people": found.respondents}


def same(numbers: dict[str, Any]) -> dict[str, Any]:
    """Equal to 1e-9 (relative to 100)."""
    return {name: value if value is None else pytest.approx(value, abs=1e-7) for name, value in numbers.items()}


def is_same(one: Findings, other: Findings) -> None:
    assert judged(one) == judged(other)
    assert numbers(one) == same(numbers(other))


@frugal
@given(sheets() | ballots())
def test_every_figure_is_ordered_within_0_and_100_once_widened(sheet: Sheet | Ballot) -> None:
    found = find(sheet.question_set, sheet.answers)
    for name, figure in figures(found).items():
        low, high = widened(figure)
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
@given(sheets(most=8))
def test_a_row_is_the_whole_result_of_that_respondent_alone(sheet: Sheet) -> None:
    # when everybody is scored as a row, and as an answer set of one
    rows = {
        row["respondent"]: row
        for row in respondent_rows(sheet.question_set, sheet.answers, ranges=True).collect().to_dicts()
    }
    alone = find_by(sheet.question_set, sheet.answers, ["who"])
    # then
    assert {(name,) for name in rows} == set(alone)
    for (name,), found in alone.items():
        row = rows[name or ""]
        named = {"overall": found.overall, **found.dimensions, **{g: gate.figure for g, gate in found.gates.items()}}
        if not found.respondents:
            assert row["verdict"] is None
            assert all(row[f"{figure}{end}"] is None for figure in named for end in ("", "_low", "_high"))
            continue
        for figure, of in named.items():
            expected = same({"score": of.score, "low": of.low, "high": of.high})
            assert {"score": row[figure], "low": row[f"{figure}_low"], "high": row[f"{figure}_high"]} == expected
            if of.score is not None and of.low is not None and of.high is not None:
                assert of.low <= of.score + 1e-9
                assert of.score <= of.high + 1e-9
        assert row["verdict"] == found.level.value
        assert {g: row[f"{g}_state"] for g in found.gates} == {g: gate.state.value for g, gate in found.gates.items()}
        counted = {
            "answered": sum(item.n for item in found.items.values()),
            **{
                state: sum(getattr(item, state) for item in found.items.values())
                for state in ("unsure", "not_relevant", "blank", "invalid")
            },
        }
        assert {name: row[name] for name in counted} == counted


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
@given(sheets(least=2))
def test_one_respondent_more_changes_nobody_elses_scores(sheet: Sheet) -> None:
    fewer = Sheet(sheet.question_set, sheet.roles[:-1], sheet.cells[:-1])
    rows = respondent_rows(sheet.question_set, sheet.answers).collect().sort("respondent").to_dicts()
    without = respondent_rows(sheet.question_set, fewer.answers).collect().sort("respondent").to_dicts()
    assert rows[:-1] == without


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
    for dimension in before.dimensions:
        if dimension != first:
            assert before.dimensions[dimension] == after.dimensions[dimension]  # to the last bit


@frugal
@given(sheets(least=1, most=1), st.integers(0, 30))
def test_raising_one_persons_answer_lowers_no_score_and_no_level(sheet: Sheet, which: int) -> None:
    # given one answer that is a step higher
    which %= len(sheet.items)
    item, cell = sheet.items[which], sheet.cells[0][which]
    raised = cell - 1 if item.reverse else cell + 1
    if cell < 0 or raised not in sheet.question_set.scale.values:
        return
    higher = sheet.mapped(lambda _, row: [*row[:which], raised, *row[which + 1 :]])
    before, after = find(sheet.question_set, sheet.answers), find(sheet.question_set, higher.answers)
    # then
    for name, figure in figures(before).items():
        for end in ("score", "low", "high"):
            value = getattr(figure, end)
            assert value is None or getattr(figures(after)[name], end) >= value - 1e-9
    if Level.UNDECIDED not in (before.level, after.level):
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


def _is_one_end(before: Findings, after: Findings, *, top: bool) -> None:
    """The figures, gate states and verdict of the filled answers are the end of the range that was said."""
    end = "high" if top else "low"
    reached_by_somebody = all(figure.members or not figure.applicable for figure in figures(before).values())
    if not reached_by_somebody:
        return
    expected = {name: getattr(figure, end) for name, figure in figures(before).items()}
    assert {name: figure.score for name, figure in figures(after).items()} == same(expected)
    assert {g: gate.state for g, gate in after.gates.items()} == {
        g: gate.range[int(top)] for g, gate in before.gates.items()
    }
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
    by_role = {role: found for (role,), found in find_by(questions, ballot.answers, ["role"]).items() if role}
    filled: dict[str, dict[str, Votes]] = {}
    for item in questions.items:
        place = questions.scale.values.index(_end(questions, item, top=top))
        for role, found in by_role.items():
            if item.id not in found.items or not found.respondents:
                continue
            cells = found.items[item.id]
            counts = list(cells.counts)
            counts[place] += cells.unsure + cells.blank
            said = tallies.votes.get(item.id, {}).get(role)
            there = said.present if said else tallies.present[role]
            if said or any(counts) or cells.not_relevant:
                filled.setdefault(item.id, {})[role] = Votes(
                    counts=tuple(counts), not_relevant=cells.not_relevant, present=there
                )
    after = Ballot(questions, Tallies(present=tallies.present, votes=filled))
    # then
    _is_one_end(find(questions, ballot.answers), find(questions, after.answers), top=top)


@frugal
@given(sheets(question_sets(skipping=False)), st.integers(0, 2**16))
def test_where_everybody_votes_on_everything_both_ways_give_the_same(sheet: Sheet, seed: int) -> None:
    # given a value, with a role, in every cell
    values = sheet.question_set.scale.values
    named = [*ROLES]
    roles = tuple(named[(seed + i) % len(named)] for i in range(len(sheet.roles)))
    full = Sheet(sheet.question_set, roles, sheet.cells).mapped(
        lambda _, row: [cell if cell >= 0 else values[(seed >> k % 16) % len(values)] for k, cell in enumerate(row)]
    )
    # when the same is counted by hand
    present = {role: roles.count(role) for role in dict.fromkeys(roles)}
    votes = {
        item.id: {
            role: Votes(
                counts=tuple(
                    sum(row[k] == value for r, row in zip(roles, full.cells, strict=True) if r == role)
                    for value in values
                ),
                present=present[role],
            )
            for role in present
        }
        for k, item in enumerate(full.items)
    }
    counted = Answers(cells=Tallies(present=present, votes=votes), mode=Mode.VOTES)
    # then every figure is the same; only `spread` is looked for in another place
    linked, tallied = find(full.question_set, full.answers), find(full.question_set, counted)
    assert numbers(tallied).keys() == numbers(linked).keys()
    scores = {name: value for name, value in numbers(linked).items() if not name.startswith("move")}
    assert {name: numbers(tallied)[name] for name in scores} == same(scores)


@frugal
@given(sheets())
def test_a_group_is_scored_as_if_it_were_the_file(sheet: Sheet) -> None:
    # when all are scored by role in one pass
    found = find_by(sheet.question_set, sheet.answers, ["role"])
    # then each is what a file of its own gives, and none is lost
    assert set(found) == {(role,) for role in sheet.roles}
    for (role,), findings in found.items():
        of_role = [i for i, own in enumerate(sheet.roles) if own == role]
        own = Sheet(sheet.question_set, (role,) * len(of_role), tuple(sheet.cells[i] for i in of_role))
        is_same(findings, dataclasses.replace(find(sheet.question_set, own.answers), answers=findings.answers))
