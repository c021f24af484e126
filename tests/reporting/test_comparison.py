"""Comparisons as they look."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest
from rich.cells import cell_len

from samskab_cli.disclosure.comparison import Occasion, compare
from samskab_cli.model.answers import Context
from samskab_cli.model.comparison import Comparison
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import terminal
from samskab_cli.reporting.comparison_document import comparison_document
from samskab_cli.reporting.document import Table, cell_text
from samskab_cli.reporting.report_view import FigureView
from tests.conftest import Golden
from tests.reporting.cases import answers_of

TIMES = ("ensomhed-tidligt", "ensomhed")


def compared(*names: str, question_set: QuestionSet, min_group: int = 1) -> Comparison:
    return compare([Occasion(f"{name}.csv", question_set, answers_of(name)) for name in names], min_group)


@pytest.mark.parametrize(("min_group", "language"), [(1, "da"), (5, "en")])
def test_a_comparison_looks_like_this(min_group: int, language: str, readiness: QuestionSet, golden: Golden) -> None:
    comparison = compared(*TIMES, question_set=readiness, min_group=min_group)
    text = terminal.render(comparison_document(comparison, readiness, language), width=80)
    golden(f"comparing/ensomhed-{min_group}-{language}.txt", text)


def test_three_times_and_all_held_back_look_like_this(readiness: QuestionSet, golden: Golden) -> None:
    comparison = compared("integration", "havneby", "ensomhed", question_set=readiness, min_group=10)
    text = terminal.render(comparison_document(comparison, readiness, "da"), width=80)
    golden("comparing/three-10-da.txt", text)
    assert "holdt tilbage: færre end 10" in text


def test_every_figure_that_is_shown_is_the_comparisons_own(readiness: QuestionSet) -> None:
    comparison = compared(*TIMES, question_set=readiness)
    table = comparison_document(comparison, readiness, "da").section("dimensions")
    assert table is not None
    assert isinstance(table.blocks[0], Table)
    for row, figure in zip(table.blocks[0].rows, comparison.dimensions, strict=False):
        _, *cells, last = row.cells
        for cell, score in zip(cells, figure.scores, strict=True):
            assert isinstance(cell, FigureView)
            assert float(cell.text.replace(",", ".")) == pytest.approx(score, abs=0.051)
        assert isinstance(figure.change, float)
        change = cell_text(last)
        shown = 0.0 if change == "uændret" else float(change.replace(",", ".").replace("−", "-"))
        assert shown == pytest.approx(figure.change, abs=0.1)


def test_times_are_called_by_their_dates_where_each_has_its_own(readiness: QuestionSet) -> None:
    times = []
    for month, name in enumerate(TIMES, start=1):
        answers = answers_of(name)
        context = Context(matter="Havn", date=dt.date(2026, month, 3))
        times.append(Occasion(f"{name}.csv", readiness, dataclasses.replace(answers, context=context)))

    facts = comparison_document(compare(times, 1), readiness, "da").facts

    assert facts == ("1: 3. januar 2026, 12 svar", "2: 3. februar 2026, 12 svar")


def test_few_people_and_unmatched_people_are_said_in_words(readiness: QuestionSet) -> None:
    comparison = compared("integration", "ensomhed", question_set=readiness)
    notes = terminal.part(comparison_document(comparison, readiness, "da"), "care", width=400)

    assert "integration.csv: Kun 9 har svaret" in notes
    assert "ensomhed.csv: Kun" not in notes
    assert "ikke nødvendigvis de samme personer" in notes


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "ascii"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int, encoding: str, readiness: QuestionSet) -> None:
    for min_group in (1, 10):
        comparison = compared(*TIMES, "havneby", question_set=readiness, min_group=min_group)
        text = terminal.render(comparison_document(comparison, readiness, "da"), width=width, encoding=encoding)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        text.encode(encoding)


def test_what_a_session_or_a_file_name_says_is_harmless(readiness: QuestionSet) -> None:
    foul = "\x1b[31m[/b]<script>\u202e=1+1"
    answers = dataclasses.replace(answers_of("ensomhed"), context=Context(matter=foul, municipality=foul))
    comparison = compare([Occasion(foul, readiness, answers)] * 2, 1)

    text = terminal.render(comparison_document(comparison, readiness, "da"))

    assert "[31m[/b]<script>=1+1" in text
    assert not re.search("[\x1b\u202e]", text)
