"""Answer files made on the spot, and the coded frame as it looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import polars as pl
import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import Loaded, LoadOptions, load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Responses
from samskab_cli.model.question_set import QuestionSet
from tests.pinned import PINNED


class Read(Protocol):
    """`read(path, …, quick=True)`: what `load` gives."""

    def __call__(self, *paths: str | Path, **options: Any) -> Loaded: ...


class Refusal(Protocol):
    """`refusal(path, …)`: every problem that `load` refuses with, a line each."""

    def __call__(self, *paths: str | Path, **options: Any) -> str: ...


class Write(Protocol):
    """`write(rows)`: a CSV file of these rows."""

    def __call__(
        self,
        rows: Sequence[Sequence[str]],
        name: str = "svar.csv",
        *,
        delimiter: str = ";",
        encoding: str = "utf-8",
        end: str = "\n",
    ) -> Path: ...


@pytest.fixture(scope="session")
def readiness() -> QuestionSet:
    """The version that the exports here were asked with."""
    return load_question_set(PINNED)


@pytest.fixture(scope="session")
def read(readiness: QuestionSet) -> Read:
    def run(*paths: str | Path, **options: Any) -> Loaded:
        return load(paths, readiness, LoadOptions(**options))

    return run


@pytest.fixture(scope="session")
def refusal(read: Read) -> Refusal:
    def run(*paths: str | Path, **options: Any) -> str:
        with pytest.raises(AnswersRefused) as refused:
            read(*paths, **options)
        return str(refused.value)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def run(
        rows: Sequence[Sequence[str]],
        name: str = "svar.csv",
        *,
        delimiter: str = ";",
        encoding: str = "utf-8",
        end: str = "\n",
    ) -> Path:
        path = tmp_path / name
        path.write_bytes("".join(delimiter.join(row) + end for row in rows).encode(encoding))
        return path

    return run


@pytest.fixture(scope="session")
def frame_of() -> Callable[[Loaded], pl.DataFrame]:
    def run(loaded: Loaded) -> pl.DataFrame:
        assert isinstance(loaded.answers.cells, Responses)
        return loaded.answers.cells.frame.collect()

    return run


@pytest.fixture(scope="session")
def header(readiness: QuestionSet) -> list[str]:
    """The header of our own files."""
    return ["respondent", "role", *(item.id for item in readiness.items)]


@pytest.fixture(scope="session")
def row(readiness: QuestionSet) -> Callable[..., list[str]]:
    """`row("R1", "borger", "4", aktie="5")`: one respondent who answers 4 to all but aktie."""

    def run(respondent: str, role: str, answer: str = "4", **cells: str) -> list[str]:
        return [respondent, role, *(cells.get(item.id, answer) for item in readiness.items)]

    return run
