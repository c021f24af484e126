"""Parquet and Arrow: read column by column, the same answers as record by record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from samskab_cli.loading.answers import answer_file
from samskab_cli.loading.answers.load import LoadOptions
from tests.loading.test_polars_reader import HEADER, IDS, ITEMS, ROLES, Seen, what_is_read

if TYPE_CHECKING:
    from tests.loading.conftest import Refusal

COLUMNS: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (pl.Int8, st.sampled_from([1, 5, 4, None, -128, 127])),
    (pl.Int64, st.sampled_from([1, 2, None, 99, 10**15])),
    (pl.UInt64, st.sampled_from([1, 2, 2**64 - 1])),
    (pl.Float64, st.sampled_from([4.0, None, 1.0, 3.5])),
    (pl.Float64, st.sampled_from([4.0, None, 1.0, float("nan")])),
    (pl.Float64, st.sampled_from([4.0, 1.0, None])),
    (pl.String, st.sampled_from(["4", "dk", None, "", " ", "abc", "4,0"])),
    (pl.Categorical, st.sampled_from(["4", "dk", None, ""])),
    (pl.Boolean, st.sampled_from([True, False, None])),
    (pl.Date, st.sampled_from([dt.date(1900, 1, 4), None])),
    (pl.Null, st.none()),
]


@st.composite
def tables(draw: st.DrawFn) -> pl.DataFrame:
    """A table with a column of any kind for each item, and some rows with nothing in them."""
    count = draw(st.integers(1, 8))
    kinds = [draw(st.sampled_from(COLUMNS)) for _ in ITEMS]
    blank = [draw(st.booleans()) and draw(st.booleans()) for _ in range(count)]

    def column(kind: Any, cells: st.SearchStrategy[Any], nothing: Any) -> pl.Series:
        return pl.Series([nothing if empty else draw(cells) for empty in blank], dtype=kind)

    table = {
        "respondent": column(pl.String, st.sampled_from(IDS), draw(st.sampled_from([None, " "]))),
        "role": column(pl.String, st.sampled_from(ROLES), None),
        "kommune": column(pl.String, st.sampled_from(["Sol", " sol", "Å", None]), draw(st.sampled_from([None, "  "]))),
        **{item: column(kind, cells, None) for item, (kind, cells) in zip(ITEMS, kinds, strict=True)},
    }
    return pl.DataFrame(table)


def assert_as_record_by_record(path: Path, options: LoadOptions) -> None:
    found = what_is_read(path, options)
    with patch.object(answer_file, "scan_body", lambda *_: None):
        expected = what_is_read(path, options)
    assert_same(found, expected)


def assert_same(found: Seen, expected: Seen) -> None:
    if isinstance(found[0], pl.DataFrame) and isinstance(expected[0], pl.DataFrame):
        assert_frame_equal(found[0], expected[0])
        assert found[1:] == expected[1:]
    else:
        assert found == expected


@settings(max_examples=80, deadline=None)
@given(tables(), st.sampled_from(["parquet", "feather"]), st.booleans())
def test_by_columns_and_by_records_give_the_same_answers_rejections_and_refusals(
    tmp_path_factory: pytest.TempPathFactory, table: pl.DataFrame, kind: str, latest: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / f"svar.{kind}"
    table.write_parquet(path) if kind == "parquet" else table.write_ipc(path, compression="zstd")

    assert_as_record_by_record(path, LoadOptions(allow_missing=True, latest=latest, groups=("kommune",)))


def test_rows_that_a_survey_system_marks_are_counted_the_same(tmp_path: Path) -> None:
    answers = {item: [4, 5, 3, 2] for item in ITEMS}
    marks = {"session": ["a", "b", "c", "d"], "created": [1, 2, 3, 4], "ended": ["2026", None, "NA", "2026"]}
    pl.DataFrame({**marks, **answers}).write_parquet(tmp_path / "svar.parquet")

    for complete_only in (False, True):
        options = LoadOptions(allow_missing=True, complete_only=complete_only)
        assert_as_record_by_record(tmp_path / "svar.parquet", options)


def test_a_second_row_of_headings_is_no_respondent(tmp_path: Path) -> None:
    texts = pl.DataFrame([HEADER, ["r1", "planner", "Sol", *["2"] * len(ITEMS)]], orient="row")
    texts.write_parquet(tmp_path / "svar.parquet")

    found = what_is_read(tmp_path / "svar.parquet", LoadOptions(allow_missing=True))
    assert isinstance(found[0], pl.DataFrame)
    assert len(found[0]) == 1


def test_more_spellings_than_a_byte_can_number_are_read_the_same(tmp_path: Path) -> None:
    count = 700
    table = pl.DataFrame(
        {"respondent": [f"r{n}" for n in range(count)], "role": ["borger"] * count}
        | {"kommune": [f"By {n}" for n in range(count)]}
        | {item: [n % 5 + 1 for n in range(count)] for item in ITEMS}
    )
    table.write_parquet(tmp_path / "svar.parquet")

    assert_as_record_by_record(tmp_path / "svar.parquet", LoadOptions(allow_missing=True, groups=("kommune",)))


def test_a_column_of_lists_is_named_not_called_damage(tmp_path: Path, refusal: Refusal) -> None:
    pl.DataFrame({"respondent": ["a"], "valg": [[1, 2]]}).write_parquet(tmp_path / "svar.parquet")

    message = "a parquet file whose column 'valg' holds more than numbers and texts; leave it out"
    assert message in refusal(tmp_path / "svar.parquet")


@pytest.mark.parametrize("kind", ["parquet", "feather"])
def test_a_file_cut_off_is_refused_whether_it_shows_early_or_late(kind: str, tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / f"svar.{kind}"
    table = pl.DataFrame({name: [str(n) for n in range(2_000)] for name in HEADER})
    table.write_parquet(path) if kind == "parquet" else table.write_ipc(path)
    whole = path.read_bytes()
    for content in (whole[:-9], whole[: len(whole) // 2], whole[:300] + b"\xff" * 2_000 + whole[2_300:]):
        path.write_bytes(content)

        assert "file that is damaged" in refusal(path)
