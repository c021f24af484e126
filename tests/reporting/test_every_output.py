"""Whatever is said has every output, and every output says the same figures."""

from __future__ import annotations

import re

import pytest

from samskab_cli.disclosure.comparison import Occasion, compare
from samskab_cli.disclosure.explaining.explain import What, explain
from samskab_cli.model.explanation import Subject
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason
from samskab_cli.reporting import as_markdown
from samskab_cli.reporting.comparison_document import comparison_document
from samskab_cli.reporting.document import Document
from samskab_cli.reporting.explanation_document import explanation_document
from samskab_cli.reporting.formats import SUFFIXES, Format, by_suffix, render
from samskab_cli.reporting.index_document import GroupReport, Reports, index_document
from samskab_cli.reporting.report_document import report_document
from tests.conftest import Golden
from tests.reporting.cases import CASES, answers_of, case
from tests.reporting.looks import LOOKS, html_text, pdf_text, workbook_text

DECIMAL = re.compile(r"(?<![\d.,])\d+,\d+")
STARTS = {Format.HTML: b"<!doctype html>", Format.PDF: b"%PDF", Format.XLSX: b"PK", Format.MARKDOWN: b"# "}


def comparison(name: str, question_set: QuestionSet, min_group: int = 1) -> Document:
    """A case, and the one that follows it, as if they were two times."""
    following = CASES[(CASES.index(name) + 1) % len(CASES)]
    times = [Occasion(f"{one}.csv", question_set, answers_of(one)) for one in (name, following)]
    return comparison_document(compare(times, min_group), question_set, "da")


def explanation(name: str, question_set: QuestionSet, min_group: int = 1) -> Document:
    result = case(name, min_group)
    return explanation_document(
        explain(result, question_set, What(Subject.VERDICT, "verdict")), result, question_set, "da"
    )


def index(name: str, question_set: QuestionSet, min_group: int = 1) -> Document:
    report = report_document(case(name, min_group), question_set, "da")
    shown = [GroupReport(name, f"{name}.html", report.figures)]
    return index_document(Reports("kommune", "Havn", 5, shown, [("Ålum", Reason.PROTECTS_ANOTHER)]), question_set, "da")


MADE = {"comparing": comparison, "explaining": explanation, "indexing": index}


@pytest.mark.parametrize("kind", ["comparing", "explaining"])
@pytest.mark.parametrize("name", CASES)
def test_each_output_looks_like_this(kind: str, name: str, readiness: QuestionSet, golden: Golden) -> None:
    document = MADE[kind](name, readiness)
    golden(f"{kind}/looks/{name}.md", as_markdown.render(document))
    for look, text in (("html", html_text), ("pdf", pdf_text), ("xlsx", workbook_text)):
        shown = re.sub(r" \d / \d(?= |$)", "", text(document)) if look == "pdf" else text(document)
        golden(f"{kind}/looks/{name}.{look}.txt", re.sub(r"(?<=[.?!]) (?=[A-ZÆØÅ])", "\n", shown).strip() + "\n")


@pytest.mark.parametrize("min_group", [1, 5])
@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("name", CASES)
def test_every_output_says_the_same_figures(kind: str, name: str, min_group: int, readiness: QuestionSet) -> None:
    document = MADE[kind](name, readiness, min_group)
    seen = {look: set(DECIMAL.findall(text(document))) for look, text in LOOKS.items()}
    assert seen == dict.fromkeys(seen, seen["markdown"])


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("chosen", STARTS)
def test_every_document_can_be_any_file(kind: str, chosen: Format, readiness: QuestionSet) -> None:
    assert render(MADE[kind]("havneby", readiness), chosen).startswith(STARTS[chosen])


def test_every_format_has_a_suffix_of_its_own() -> None:
    assert [by_suffix(suffix) for suffix in SUFFIXES.values()] == list(Format)
    assert (by_suffix(""), by_suffix(".htm"), by_suffix(".ods")) == (Format.TEXT, Format.HTML, None)
