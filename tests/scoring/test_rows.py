"""One row a respondent: the scoring of a crowd of one, which never changes."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings

from samskab_cli.model.answers import UNSURE
from samskab_cli.model.suppression import SideLevel
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.engine import crowds_by, respondent_rows
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import frame, part, question_set, responses, written
from tests.strategies import Sheet, sheets
from tests.workshops import UNEVEN, WORKSHOPS, answers_of, frozen_set

GOLDEN = Path(__file__).parents[1] / "golden" / "rows"


@pytest.mark.parametrize(
    ("name", "kind"), [(UNEVEN, "codes"), *((name, kind) for name in WORKSHOPS for kind in ("codes", "labels"))]
)
def test_rows_are_those_of_version_0_1_0_to_the_last_digit(name: str, kind: str) -> None:
    # given files that the program of 0.1.0 scored, so these are never written anew
    expected = (GOLDEN / f"{name}.csv").read_bytes()
    # when
    made = io.BytesIO()
    respondent_rows(frozen_set(), answers_of(name, kind), ranges=True).collect().write_csv(made)
    # then
    assert made.getvalue() == expected


@settings(max_examples=40, deadline=None)
@given(sheets(most=8))
def test_a_row_is_the_rule_of_a_crowd_for_that_respondent_alone(sheet: Sheet) -> None:
    # when everybody is scored as a row, and as a crowd of one
    rows = {
        row["respondent"]: row
        for row in respondent_rows(sheet.question_set, sheet.answers, ranges=True).collect().to_dicts()
    }
    alone = crowds_by(sheet.question_set, sheet.answers, ["who"], SideLevel.NONE)
    # then
    assert {name for (name,), _ in alone} == set(rows)
    for (name,), crowd in alone:
        row = rows[name or ""]
        if not crowd.roles:
            figures = [key for key in row if key.startswith(("d", "g", "overall", "verdict"))]
            assert all(row[figure] is None for figure in figures)
            continue
        found = Findings(alone.asked, ShownTables(1, crowd.tables, {}))
        named = {"overall": found.overall, **found.dimensions, **{g: gate.figure for g, gate in found.gates.items()}}
        for figure, of in named.items():
            expected = [value if value is None else pytest.approx(value, abs=1e-9) for value in of[:3]]
            assert [row[f"{figure}{end}"] for end in ("", "_low", "_high")] == expected
        assert row["verdict"] == found.level.value
        assert {g: row[f"{g}_state"] for g in found.gates} == {g: gate.state.value for g, gate in found.gates.items()}
        tables = crowd.tables.values()
        assert row["answered"] == sum(table.n for table in tables)
        for state in ("unsure", "not_relevant", "blank", "invalid"):
            assert row[state] == sum(getattr(table, state) for table in tables)


@settings(max_examples=40, deadline=None)
@given(sheets(least=2))
def test_one_respondent_more_changes_nobody_elses_scores(sheet: Sheet) -> None:
    fewer = Sheet(sheet.question_set, sheet.roles[:-1], sheet.cells[:-1])
    rows = respondent_rows(sheet.question_set, sheet.answers).collect().sort("respondent").to_dicts()
    without = respondent_rows(sheet.question_set, fewer.answers).collect().sort("respondent").to_dicts()
    assert rows[:-1] == without


SKIPPING = question_set(
    {"d": [{"id": "d1", "skip_roles": ["citizen"]}, {"id": "d2"}], "e": [{"id": "e1", "skip_roles": ["citizen"]}]},
    roles={"citizen": None, "clerk": None},
)


def test_what_a_role_skips_has_no_range_in_its_row_and_what_it_broke_off_has_the_widest() -> None:
    lines = "r1 citizen . 4 .\nr2 clerk . 4 ."
    rows = respondent_rows(SKIPPING, written(SKIPPING, lines), ranges=True).collect().sort("respondent").to_dicts()
    assert [(row["e"], row["e_low"], row["e_high"]) for row in rows] == [(None, None, None), (None, 0, 100)]
    assert [(row["overall"], row["overall_low"]) for row in rows] == [(75, 75), (None, 18.75)]


def test_rows_have_their_columns_in_order() -> None:
    questions = question_set(
        {"time": [{"id": "t1"}], "trust": [{"id": "u1"}]}, gates=[{"id": "g", "parts": [part("p", "t1")]}]
    )
    answers = responses(frame(["t1", "u1"], ["x"], [[3, UNSURE]], {"town": ["Ask"]}))
    plain = respondent_rows(questions, answers).collect_schema().names()
    assert plain == [
        *("respondent", "role", "town", "time", "trust", "overall", "g", "g_state", "verdict"),
        *("answered", "unsure", "not_relevant", "blank", "invalid"),
    ]
    ranges = respondent_rows(questions, answers, ranges=True).collect_schema().names()
    assert ranges[3:] == [
        *("time", "time_low", "time_high", "trust", "trust_low", "trust_high"),
        *("overall", "overall_low", "overall_high", "g", "g_low", "g_high", "g_state", "verdict"),
        *("answered", "unsure", "not_relevant", "blank", "invalid"),
    ]


def test_a_group_column_that_is_called_like_a_dimension_keeps_its_prefix() -> None:
    questions = question_set({"time": [{"id": "t1"}]})
    answers = responses(frame(["t1"], ["x"], [[3]], {"time": ["morning"]}))
    row = respondent_rows(questions, answers).collect().to_dicts()[0]
    assert (row["group:time"], row["time"]) == ("morning", 50)


def test_items_may_be_called_as_columns_are_on_their_way() -> None:
    lines = "r1 citizen 4 2 5 1\nr2 clerk 1 . dk 3"
    figures: list[object] = []
    for names in (("zero", "people", "row", "line"), ("a1", "a2", "b1", "b2")):
        one, other, *more = ({"id": name} for name in names)
        questions = question_set({"d": [one, other], "e": more})
        figures.append(respondent_rows(questions, written(questions, lines)).collect().rows())
        figures.append(next(iter(crowds_by(questions, written(questions, lines), [], SideLevel.NONE)))[1].unanswered)
    assert figures[:2] == figures[2:]


def test_a_divisor_that_all_share_gives_the_same_last_digit_as_one_of_many() -> None:
    # given one who answered three of three with two thirds, alone and beside somebody with another divisor
    questions = question_set({"d": [{"id": "a1"}, {"id": "a2"}, {"id": "a3"}]})
    alone, beside = (written(questions, lines) for lines in ("r1 citizen 5 3 3", "r1 citizen 5 3 3\nr2 clerk 4 . ."))
    # then it is the quotient, not a product with a reciprocal
    assert [respondent_rows(questions, answers).collect()["d"][0] for answers in (alone, beside)] == [800 / 12] * 2


def test_figures_have_their_types_also_where_there_are_none() -> None:
    schema = respondent_rows(SKIPPING, written(SKIPPING, "")).collect_schema()
    found: tuple[object, ...] = (schema["d"], schema["overall"], schema["verdict"], schema["answered"])
    assert found == (
        pl.Float64,
        pl.Float64,
        pl.String,
        pl.UInt32,
    )
