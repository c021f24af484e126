"""What LimeSurvey 6.4.2 really exported of our own form: the fictional answers of Havneby as its first 13 rows.

Two people finished in a browser, two didn't. And what SurveyJS gives of the same form.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl
import pytest

from samskab_cli.loading.answers.load import Loaded, LoadOptions, load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK, ROLE, Responses

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Refusal, Write

TESTS: Final = Path(__file__).parents[1]
EXPORTS: Final = sorted((TESTS / "limesurvey-6.4.2").iterdir())
IN_BROWSER: Final = [path for path in EXPORTS if not path.name.startswith("remotecontrol")]


@pytest.fixture(scope="module")
def asked() -> QuestionSet:
    return load_question_set(str(TESTS / "question_sets" / "frozen" / "readiness-1.0.0"))


def answers_of(loaded: Loaded, asked: QuestionSet) -> pl.DataFrame:
    assert isinstance(loaded.answers.cells, Responses)
    return loaded.answers.cells.frame.collect().select(ROLE, *(item.id for item in asked.items))


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_every_export_gives_the_same_answers(path: Path, asked: QuestionSet) -> None:
    """Codes, texts, both with a point or nothing between them, English; roles as the five letters we wrote."""
    loaded = load([path], asked)

    expected = answers_of(load([TESTS.parent / "examples" / "havneby.csv"], asked), asked)
    assert answers_of(loaded, asked).head(13).equals(expected)
    assert loaded.doubts == ()


@pytest.mark.parametrize("path", IN_BROWSER, ids=lambda path: path.name)
def test_whoever_did_not_finish_is_left_out_with_complete_only(path: Path, asked: QuestionSet) -> None:
    assert len(answers_of(load([path], asked, LoadOptions(complete_only=True)), asked)) == 15


def test_where_nothing_marks_unfinished_rows_complete_only_says_so(asked: QuestionSet) -> None:
    loaded = load([TESTS.parent / "examples" / "havneby.csv"], asked, LoadOptions(complete_only=True))

    assert any("no column marks unfinished rows; --complete-only leaves nothing out" in line for line in loaded.remarks)


def test_headings_that_limesurvey_cut_too_short_say_what_to_export_instead(write: Write, refusal: Refusal) -> None:
    header = ["Besvarelse-ID", "Dato for indsendelse", "Sidste side", *["I hvilken grad .. "] * 29]
    rows = [[str(row), "2026-11-03 09:12:44", "5", *["4"] * 29] for row in range(5)]

    assert "export again with question codes as headings" in refusal(write([header, *rows]))


def test_a_form_that_leaves_out_what_nobody_was_asked_has_blanks_and_no_missing_item(asked: QuestionSet) -> None:
    """SurveyJS writes no key for what wasn't answered; these are citizens and associations only."""
    loaded = load([TESTS / "surveyjs" / "citizens-only.json"], asked)

    frame = answers_of(loaded, asked)
    assert set(frame["frirum"].to_list()) == {BLANK}
    assert set(frame[ROLE].to_list()) <= {"borger", "forening", "anden"}
    assert loaded.answers.missing_items == frozenset()
    assert loaded.doubts == ()
