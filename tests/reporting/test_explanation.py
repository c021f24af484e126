"""Explanations as they look: every calculation that is printed comes out with the numbers that are printed."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from samskab_cli.disclosure.explaining.explain import What, explain, explainable
from samskab_cli.model.explanation import Subject
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import terminal
from samskab_cli.reporting.document import Group, Paragraph
from samskab_cli.reporting.explanation_document import explanation_document
from tests.conftest import Golden
from tests.reporting.cases import CASES, case

_CALCULATION = re.compile(r"[-0-9.()+*/ ]+ = -?[0-9.]+")


def shown(name: str, what: str, question_set: QuestionSet, min_group: int = 1, language: str = "da") -> str:
    """One explanation as it stands on a wide screen."""
    found = next(one for one in explainable(question_set) if one.id == what)
    result = case(name, min_group)
    document = explanation_document(explain(result, question_set, found), result, question_set, language)
    return terminal.render(document, width=100)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", CASES)
def test_what_is_printed_can_be_computed_again(name: str, language: str, readiness: QuestionSet) -> None:
    calculations = 0
    for what in explainable(readiness):
        result = case(name, 1)
        document = explanation_document(explain(result, readiness, what), result, readiness, language)
        steps = (step for step in document.sections[0].blocks if isinstance(step, Group))
        for line in (block.text for step in steps for block in step.blocks if isinstance(block, Paragraph)):
            said = line.replace(",", ".").replace("×", "*").replace("−", "-")
            if _CALCULATION.fullmatch(said):
                expression, _, comes = said.partition(" = ")
                assert eval(expression) == pytest.approx(float(comes), abs=1e-3), said  # noqa: S307  # digits and signs
                calculations += 1
    assert calculations > 100


def test_a_comparison_is_printed_as_it_comes_out(readiness: QuestionSet) -> None:
    found = 0
    for name in CASES:
        for what in explainable(readiness):
            text = shown(name, what.id, readiness)
            for first, second, said in re.findall(r"(\d+(?:,\d+)?) er mindst (\d+(?:,\d+)?): (ja|nej)", text):
                held = float(first.replace(",", ".")) >= float(second.replace(",", "."))
                assert held == (said == "ja"), (first, second)
                found += 1
    assert found > 50


@pytest.mark.parametrize(
    ("name", "what", "min_group", "language"),
    [
        ("ensomhed", "verdict", 1, "da"),
        ("ensomhed-tidligt", "overall", 1, "da"),
        ("integration", "suited", 1, "da"),
        ("havneby", "openness", 1, "da"),
        ("havneby", "slip", 1, "da"),
        ("havneby", "letgo", 5, "en"),
        ("ensomhed", "hotair", 1, "en"),
        ("havneby", "verdict", 50, "da"),
    ],
)
def test_an_explanation_looks_like_this(
    name: str, what: str, min_group: int, language: str, readiness: QuestionSet, golden: Golden
) -> None:
    text = shown(name, what, readiness, min_group, language)
    golden(f"explaining/{name}-{what}-{min_group}-{language}.txt", text)


def test_a_withheld_verdict_says_why_and_no_number_of_the_answers(readiness: QuestionSet) -> None:
    text = shown("havneby", "verdict", readiness, min_group=50)

    assert "færre end 50 personer" in text
    assert set(re.findall(r"\d+", text)) <= {"1", "50", "7"}  # the step, the smallest group, the section


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "ascii"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_screen(width: int, encoding: str, readiness: QuestionSet) -> None:
    result = case("havneby", 5)
    for what in explainable(readiness):
        document = explanation_document(explain(result, readiness, what), result, readiness, "da")
        text = terminal.render(document, width=width, encoding=encoding)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        text.encode(encoding)


def test_what_a_set_says_is_harmless(readiness: QuestionSet) -> None:
    foul = "\x1b[31m[/b]<script>\u202e=1+1"
    spoilt = readiness.model_dump()
    spoilt["dimensions"][0]["items"][0]["text"] = foul
    spoilt["dimensions"][0]["title"] = foul
    asked = QuestionSet.model_validate(spoilt)
    result = case("havneby", 1)
    for what in (What(Subject.ITEM, asked.items[0].id), What(Subject.DIMENSION, asked.dimensions[0].id)):
        text = terminal.render(explanation_document(explain(result, asked, what), result, asked, "da"))
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[31m[/b]<script>=1+1" in text
