"""Data frames in memory: Polars, pandas, pyarrow, and whatever else hands its columns over as Arrow does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.readers.columnar import check_plain, columnar
from samskab_cli.loading.readers.sheet import Sheet
from samskab_cli.model.text import shown

if TYPE_CHECKING:
    import polars as pl

NAME: Final = "frame"
"""What a frame is called where a file has its name."""


class ArrowStream(Protocol):
    """A frame of polars, pandas, pyarrow, duckdb …: a table that says its columns as Arrow does."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """As the Arrow PyCapsule interface has it."""


@dataclass(frozen=True)
class _Memory:
    """The origin of a table that no file holds."""

    file: str = NAME

    @property
    def check(self) -> Any:  # noqa: ANN401  # nothing can change it meanwhile
        return lambda: None

    def refused(self, message: str, line: int | None = None) -> AnswersRefused:
        return AnswersRefused(Problem(message, self.file, line))


def read_frame(frame: ArrowStream | pl.LazyFrame) -> Sheet:
    """The table of a data frame, its column names as headings. Raises AnswersRefused for what is no plain table."""
    import polars as pl  # noqa: PLC0415  # as heavy as it is quick

    origin = _Memory()
    if isinstance(frame, pl.LazyFrame):
        table = frame.collect()
    elif isinstance(frame, pl.DataFrame):
        table = frame
    elif type(frame).__module__.partition(".")[0] == "pandas":
        table = _of_pandas(frame)
    elif hasattr(frame, "__arrow_c_stream__"):
        table = pl.DataFrame(frame)
    else:
        raise origin.refused(f"a {type(frame).__name__} is no frame of polars, pandas or pyarrow, and no path either")
    check_plain(table.lazy(), "a frame", origin)

    @contextmanager
    def opened() -> Iterator[pl.LazyFrame]:
        yield table.lazy()

    return columnar(origin, "a frame", opened)


def _of_pandas(frame: Any) -> pl.DataFrame:  # noqa: ANN401  # pandas needn't be there
    """Column by column, and without pyarrow, which pandas needn't have. Raises AnswersRefused for a name twice."""
    import polars as pl  # noqa: PLC0415  # as above

    names = [str(name) for name in frame.columns]
    again = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if again is not None:
        raise AnswersRefused(Problem(f"two columns are called {shown(again)}; rename one", NAME))
    return pl.DataFrame([_column(name, frame.iloc[:, at]) for at, name in enumerate(names)])


def _column(name: str, cells: Any) -> pl.Series:  # noqa: ANN401  # a pandas.Series
    """Numbers as such; else the text of each cell, for a column of objects may hold 4 beside "ved ikke"."""
    import polars as pl  # noqa: PLC0415  # as above

    if type(cells.dtype).__module__.partition(".")[0] == "numpy" and cells.dtype.kind in "iufb":
        return pl.Series(name, cells.to_numpy(), nan_to_null=True)
    given = cells.astype(object)
    values = given.where(cells.notna(), None).tolist()
    return pl.Series(name, [None if value is None else str(value) for value in values], dtype=pl.String)
