"""The unformatted figures, and texts that spreadsheets leave alone."""

from __future__ import annotations

import json

import pytest

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting.as_json import dumps
from samskab_cli.reporting.report_document import report_document
from samskab_cli.reporting.spreadsheet_cell import safe_cell
from tests.reporting.cases import CASES, case
from tests.reporting.results import result


@pytest.mark.parametrize("name", CASES)
def test_the_view_shows_the_figures_of_the_json(name: str, readiness: QuestionSet) -> None:
    data, shown = json.loads(dumps(case(name))), report_document(case(name), readiness, "en").figures
    for part, said in (("dimensions", shown.dimensions), ("gates", shown.gates), ("items", shown.items)):
        figures = [one["score"] for one in data[part]]
        assert [float(one.figure.text) for one in said] == pytest.approx(figures, abs=0.1)


def test_json_keeps_letters_and_full_figures() -> None:
    text = dumps(case("havneby"))
    assert '"schema": "samskab.result/2"' in text
    assert "Højvande i havnebyen" in text
    assert "51.92307692307692" in text
    assert text.endswith("}\n")


def test_json_has_no_private_names(readiness: QuestionSet) -> None:
    data = json.loads(dumps(result(readiness)))
    assert "schema_id" not in data
    assert data["answers"]["sides"][0] == {"id": "politics", "n": 4}


@pytest.mark.parametrize("text", ["=1+1", "+45 12 34", "-1", "@SUM(A1)", "\t=1", " =1", "＝1+1", "＠x", "\x00=1"])
def test_what_could_be_a_formula_is_made_text(text: str) -> None:
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Østerby", "a=b", "3-4", "", "'quoted"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
