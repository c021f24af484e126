"""Every file that nobody should score as it stands: refused in a sentence, or read with every bad cell listed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
import yaml

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import LoadOptions, load
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE, Responses

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet

BROKEN = Path(__file__).parents[1] / "exports" / "broken"
FILES = sorted(path.name.removesuffix(".expect.yaml") for path in BROKEN.glob("*.expect.yaml"))
STATES = {UNSURE: "unsure", NOT_RELEVANT: "not_relevant", BLANK: "blank", INVALID: "invalid"}


def expected(name: str) -> dict[str, Any]:
    expect: dict[str, Any] = yaml.safe_load((BROKEN / f"{name}.expect.yaml").read_text(encoding="utf-8"))
    return expect


def states(frame: pl.DataFrame, question_set: QuestionSet) -> dict[str, int]:
    """How many cells are in each state; a blank of somebody who isn't asked is not asked."""
    count: Counter[str] = Counter()
    for row in frame.iter_rows(named=True):
        for item in question_set.items:
            code = row.get(item.id)
            if code is not None:
                skipped = code == BLANK and row["role"] in item.skip_roles
                count["not_asked" if skipped else STATES.get(code, "value")] += 1
    return {state: count[state] for state in ("value", "unsure", "not_relevant", "blank", "not_asked", "invalid")}


@pytest.mark.parametrize("name", [name for name in FILES if expected(name)["kind"] == "refuse"])
def test_a_broken_file_is_refused_in_a_sentence_that_says_what_is_wrong(name: str, readiness: QuestionSet) -> None:
    with pytest.raises(AnswersRefused) as refused:
        load([BROKEN / name], readiness)

    for fragment in expected(name)["message"]:
        assert fragment in str(refused.value)
    assert all(problem.file == str(BROKEN / name) for problem in refused.value.problems)


@pytest.mark.parametrize("name", [name for name in FILES if expected(name)["kind"] == "report"])
def test_what_can_be_read_is_read_and_every_bad_cell_is_listed(name: str, readiness: QuestionSet) -> None:
    loaded = load([BROKEN / name], readiness)

    assert isinstance(loaded.answers.cells, Responses)
    assert states(loaded.answers.cells.frame.collect(), readiness) == expected(name)["cells"]
    assert [f"{cell.line} {cell.item} {cell.text}" for cell in loaded.rejected] == expected(name)["rejected"]
    assert loaded.answers.rejected.count == expected(name)["cells"]["invalid"]


def test_strict_stops_at_any_cell_that_cant_be_read(readiness: QuestionSet) -> None:
    with pytest.raises(AnswersRefused) as refused:
        load([BROKEN / "uden_for_skalaen.csv"], readiness, LoadOptions(strict=True))

    assert [problem.line for problem in refused.value.problems] == [3, 6, 9]


def test_a_missing_item_can_be_let_through_and_is_named(readiness: QuestionSet) -> None:
    loaded = load([BROKEN / "punkt_mangler.csv"], readiness, LoadOptions(allow_missing=True))

    assert isinstance(loaded.answers.cells, Responses)
    found = states(loaded.answers.cells.frame.collect(), readiness)
    assert found == {"value": 308, "unsure": 12, "not_relevant": 0, "blank": 1, "not_asked": 15, "invalid": 0}
    assert loaded.answers.missing_items == {"slip"}
    assert "no column for slip; the result is provisional" in loaded.remarks


def test_problems_of_several_files_come_in_one_go(readiness: QuestionSet) -> None:
    names = ("billede.csv", "flossede_raekker.csv", "punkt_mangler.csv", "no_such_file.csv")

    with pytest.raises(AnswersRefused) as refused:
        load([BROKEN / name for name in names], readiness)

    assert {Path(problem.file or "").name for problem in refused.value.problems} == set(names)
