"""No mess gives a wrong cell without a word: good files, made messy by seed, are read right, or said, or stopped."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl
import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import NOT_RELEVANT, ROLE, Responses
from tests.loading.mutations import Table, messy

if TYPE_CHECKING:
    from samskab_cli.loading.answers.load import Loaded
    from samskab_cli.model.question_set import QuestionSet

TESTS: Final = Path(__file__).parents[1]
BASES: Final = ("base", "eight", "firm", "small", "nul", "vv")


@pytest.fixture(scope="module")
def asked() -> QuestionSet:
    return load_question_set(str(TESTS / "question_sets" / "frozen" / "readiness-1.0.0"))


def answers_of(loaded: Loaded, asked: QuestionSet) -> pl.DataFrame:
    """Roles and answers of those who answered, in an order of their own."""
    assert isinstance(loaded.answers.cells, Responses)
    items = [item.id for item in asked.items]
    frame = loaded.answers.cells.frame.collect().select(ROLE, *items)
    return frame.filter(pl.any_horizontal(pl.col(items) >= NOT_RELEVANT)).sort([ROLE, *items])


def check(seed: int, asked: QuestionSet, folder: Path) -> None:
    """Raise AssertionError for a file that is read otherwise than it was, and nothing is said."""
    base = TESTS / "mess" / "clean" / f"{BASES[seed % len(BASES)]}.csv"
    rows = list(csv.reader(base.read_text(encoding="utf-8").splitlines()))
    what, table = messy(Table(rows, asked), seed)
    name, content = table.content()
    path = folder / name
    path.write_bytes(content)
    try:
        loaded = load([path], asked)
    except AnswersRefused:
        return
    if not answers_of(loaded, asked).equals(answers_of(load([base], asked), asked)):
        assert loaded.doubts or loaded.rejected, f"seed {seed} ({what}) of {base.name}: other answers, and no word"


@pytest.mark.parametrize("seed", range(60))
def test_no_mess_gives_other_answers_without_a_word(seed: int, asked: QuestionSet, tmp_path: Path) -> None:
    check(seed, asked, tmp_path)


@pytest.mark.many
def test_nor_do_five_hundred(asked: QuestionSet, tmp_path: Path) -> None:
    """`pytest -m many`: the same for more seeds."""
    for seed in range(60, 560):
        check(seed, asked, tmp_path)
