"""However a table is torn into tasks and batches, in whatever order they come: its figures are those of the whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samskab_cli.api as samskab
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE
from tests.spark.without_engine import Torn, stand_in
from tests.strategies import Sheet, sheets

TORN = st.builds(Torn, st.integers(1, 5), st.integers(1, 9), st.integers(0, 2**32))


@pytest.fixture(scope="module")
def driver() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patched:
        yield stand_in(patched)


def table(sheet: Sheet, places: list[str]) -> pl.DataFrame:
    """As somebody would store it: a row a person, ids, roles, a place, and the cells as they are written."""
    scale = sheet.question_set.scale
    unsure, not_relevant = scale.others
    codes = {UNSURE: unsure.code, NOT_RELEVANT: not_relevant.code, BLANK: None}

    def written(cell: int, row: int) -> str | None:
        return f"gætter {row}" if cell == INVALID else codes[cell] if cell in codes else str(cell)

    columns: dict[str, Any] = {
        "respondent": [f"r{row:02}" for row in range(len(sheet.cells))],
        "role": sheet.roles,
        "place": [places[row % len(places)] for row in range(len(sheet.cells))],
    }
    for at, item in enumerate(sheet.items):
        columns[item.id] = [written(cells[at], row) for row, cells in enumerate(sheet.cells)]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def plain(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows in the order of their ids, with the numbers that Spark has."""
    return rows.with_columns(pl.selectors.unsigned_integer().cast(pl.Int32)).sort("respondent")


def result(report: Any) -> Any:
    """All of it, but for the lines of doubts: rows of a table have none."""
    made = json.loads(report.to_json())
    for doubt in made["answers"]["doubts"]:
        del doubt["where"]
    return made


@given(sheets(most=40), TORN, st.lists(st.sampled_from(["Nord", "nord ", "Syd", ""]), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_any_split_in_any_order_equals_the_whole(
    driver: ModuleType, sheet: Sheet, torn: Torn, places: list[str]
) -> None:
    frame = table(sheet, places)
    try:
        whole = samskab.read(frame, sheet.question_set, groups=["place"])
    except samskab.AnswersRefused:
        with pytest.raises(samskab.AnswersRefused):
            driver.read(torn.table(frame), sheet.question_set, groups=["place"])
        return

    spread = driver.read(torn.table(frame), sheet.question_set, groups=["place"])

    for min_group in (1, 3):
        assert result(spread.report(min_group)) == result(whole.report(min_group))
        for columns in (["place"], ["role"], ["place", "role"]):
            assert spread.groups(columns, min_group, ranges=True).equals(whole.groups(columns, min_group, ranges=True))
    assert plain(spread.rows(ranges=True).whole).equals(plain(whole.rows(ranges=True)))
    cells = ["heading", "item", "text"]
    assert spread.rejected().whole.select(cells).sort(cells).equals(whole.rejected.select(cells).sort(cells))
    assert [(doubt.kind, doubt.text) for doubt in spread.doubts] == [(d.kind, d.text) for d in whole.doubts]


@given(sheets(least=6, most=30), TORN)
@settings(deadline=None, max_examples=15)
def test_tables_added_up_by_the_engine_are_those_added_up_by_the_driver(
    driver: ModuleType, sheet: Sheet, torn: Torn
) -> None:
    frame = table(sheet, ["Nord", "Syd"])
    try:
        at_driver = driver.read(torn.table(frame), sheet.question_set, groups="place").groups("place", 1)
    except samskab.AnswersRefused:
        return

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(driver, "MOST_LISTS", 0)
        by_engine = driver.read(torn.table(frame), sheet.question_set, groups="place").groups("place", 1)

    assert by_engine.equals(at_driver)
