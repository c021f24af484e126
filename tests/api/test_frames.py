"""A data frame in memory is read as the file it was read from."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import samskab_cli.api as samskab

EXAMPLES = Path(__file__).parents[2] / "examples"
HAVNEBY = EXAMPLES / "havneby.csv"


class ByArrow:
    """A frame of some other library: it only says its columns as Arrow does."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def texts(path: Path) -> pl.DataFrame:
    return pl.read_csv(path, infer_schema=False)


def numbers(path: Path) -> pl.DataFrame:
    """As most people have it: items that hold codes beside numbers stay texts."""
    return pl.read_csv(path)


def lazy(path: Path) -> pl.LazyFrame:
    return texts(path).lazy()


def by_arrow(path: Path) -> ByArrow:
    return ByArrow(texts(path))


def pyarrow(path: Path) -> Any:
    return pytest.importorskip("pyarrow.csv").read_csv(path)


def pandas(path: Path) -> Any:
    return pytest.importorskip("pandas").read_csv(path)


def pandas_of_objects(path: Path) -> Any:
    """As `read_excel` gives it: 4 beside "dk" in one column, nothing as NaN."""
    frame = pytest.importorskip("pandas").read_csv(path, dtype=str).astype(object)
    return frame.map(lambda cell: int(cell) if isinstance(cell, str) and cell.isdecimal() else cell)


def nullable_pandas(path: Path) -> Any:
    return pytest.importorskip("pandas").read_csv(path).convert_dtypes()


FRAMES: list[Callable[[Path], Any]] = [
    texts,
    numbers,
    lazy,
    by_arrow,
    pyarrow,
    pandas,
    pandas_of_objects,
    nullable_pandas,
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", ["havneby", "ensomhed"])
def test_a_frame_gives_what_its_file_gives(frame: Callable[[Path], Any], name: str) -> None:
    path = EXAMPLES / f"{name}.csv"

    of_frame, of_file = samskab.read(frame(path)), samskab.read(path)

    assert of_frame.report().to_json() == of_file.report().to_json()
    assert of_frame.rows(ranges=True).equals(of_file.rows(ranges=True))


@pytest.mark.parametrize("library", ["pandas", "pyarrow"])
def test_the_libraries_are_there_so_that_nothing_is_skipped(library: str) -> None:
    assert importlib.util.find_spec(library) is not None


def test_a_cell_that_cannot_be_read_is_rejected_with_its_record() -> None:
    frame = texts(HAVNEBY).with_columns(
        pl.when(pl.int_range(pl.len()) == 2).then(pl.lit("tja")).otherwise("aktie").alias("aktie")
    )

    rejected = samskab.read(frame).rejected

    assert rejected.columns == ["file", "line", "record", "heading", "item", "text"]
    assert rejected.rows() == [("frame", None, 3, "aktie", "aktie", "tja")]


def test_a_frame_is_refused_with_the_problems_of_its_file(tmp_path: Path) -> None:
    frame = texts(HAVNEBY).with_columns(aktie=pl.lit("kanel")).drop("flere")
    frame.write_csv(tmp_path / "answers.csv")

    with pytest.raises(samskab.AnswersRefused) as of_frame:
        samskab.read(frame)
    with pytest.raises(samskab.AnswersRefused) as of_file:
        samskab.read(tmp_path / "answers.csv")

    assert {problem.file for problem in of_frame.value.problems} == {"frame"}
    of_both = [[problem.message for problem in one.value.problems] for one in (of_frame, of_file)]
    assert of_both[0] == of_both[1]


def test_a_column_of_lists_is_no_column_of_answers() -> None:
    with pytest.raises(samskab.AnswersRefused, match="holds more than numbers and texts"):
        samskab.read(texts(HAVNEBY).with_columns(several=pl.lit([1, 2])))


def test_what_is_no_frame_is_refused_by_its_kind() -> None:
    with pytest.raises(samskab.AnswersRefused, match="a dict is no frame"):
        samskab.read({"aktie": [1]})  # type: ignore[arg-type]  # what somebody may try


def test_two_columns_of_pandas_with_one_name_are_named() -> None:
    frame = pandas(HAVNEBY)
    frame.columns = ["aktie" if name == "flere" else name for name in frame.columns]

    with pytest.raises(samskab.AnswersRefused, match="two columns are called 'aktie'"):
        samskab.read(frame)
