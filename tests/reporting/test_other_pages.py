"""The pages beside the report, a comparison and an index of groups, keep to what a page may be."""

from __future__ import annotations

import dataclasses
import re
from xml.etree.ElementTree import Element

import html5lib
import pytest

from samskab_cli.disclosure.comparison import Occasion, compare
from samskab_cli.model.answers import Context
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason
from samskab_cli.reporting import as_html
from samskab_cli.reporting.comparison_document import comparison_document
from samskab_cli.reporting.index_document import GroupReport, Reports, index_document
from samskab_cli.reporting.report_document import report_document
from tests.conftest import Golden
from tests.reporting.cases import CASES, answers_of, case
from tests.reporting.looks import seen
from tests.reporting.states import INJECTIONS

TIMES = ("ensomhed-tidligt", "ensomhed", "integration")


def read(html: str) -> Element:
    """The page as a browser's parser reads it; an error in it is an error here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    return root


def words(html: str) -> str:
    """What stands on the page, a block a line."""
    return "\n".join(
        line.strip() for line in re.sub(r"[ \n]*\n[ \n]*|  +", "\n", seen(read(html))).splitlines() if line
    )


def comparison(question_set: QuestionSet, min_group: int = 1, language: str = "da", text: str | None = None) -> str:
    context = Context(matter=text, municipality=text) if text else Context(matter="Havn")
    times = [
        Occasion(text or f"{name}.csv", question_set, dataclasses.replace(answers_of(name), context=context))
        for name in TIMES
    ]
    return as_html.render(comparison_document(compare(times, min_group), question_set, language))


def index(question_set: QuestionSet, language: str = "da", text: str | None = None) -> str:
    shown = [
        GroupReport(text or name, f"{name}.html", report_document(case(name, 5), question_set, language).figures)
        for name in CASES
    ]
    withheld = [(text or "Lilleby", Reason.MIN_GROUP), (text or "Ålum", Reason.PROTECTS_ANOTHER)]
    reports = Reports(text or "kommune", text or "Havn", 5, shown, withheld)
    return as_html.render(index_document(reports, question_set, language))


@pytest.fixture(params=["comparison", "withheld", "index"])
def html(request: pytest.FixtureRequest, readiness: QuestionSet) -> str:
    if request.param == "index":
        return index(readiness)
    return comparison(readiness, 10 if request.param == "withheld" else 1)


def test_the_page_is_whole_in_itself(html: str) -> None:
    root = read(html)
    tags = {one.tag.rpartition("}")[2] for one in root.iter()}
    attributes = {name.rpartition("}")[2] for one in root.iter() for name in one.attrib}

    assert not tags & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert not {name for name in attributes if name in {"style", "src", "srcset"} or name.startswith("on")}
    assert root.get("lang") == "da"
    assert len(html.encode("utf-8")) < 64_000


def test_headings_and_tables_say_what_they_are(html: str) -> None:
    root = read(html)
    levels = [int(one.tag[1]) for one in root.iter() if re.fullmatch("h[1-6]", one.tag)]
    ids = [one.get("id") for one in root.iter() if one.get("id")]

    assert (levels[0], levels.count(1)) == (1, 1)
    assert len(ids) == len(set(ids))
    for table in root.iter("table"):
        assert table.find("caption") is not None
        assert all(one.get("scope") for one in table.iter("th"))
    for chart in (one for one in root.iter() if one.tag.rpartition("}")[2] == "svg"):
        assert chart.get("aria-hidden") == "true"  # the numbers stand beside it


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pages_read_like_this(language: str, readiness: QuestionSet, golden: Golden) -> None:
    golden(f"comparing/page-5-{language}.txt", words(comparison(readiness, 5, language)) + "\n")
    golden(f"indexing/page-{language}.txt", words(index(readiness, language)) + "\n")


@pytest.mark.parametrize("text", INJECTIONS)
def test_names_and_matters_are_text_whatever_they_would_be_elsewhere(text: str, readiness: QuestionSet) -> None:
    for hostile, harmless in (
        (comparison(readiness, text=text), comparison(readiness, text="x")),
        (index(readiness, text=text), index(readiness, text="x")),
    ):
        assert {one.tag for one in read(hostile).iter()} == {one.tag for one in read(harmless).iter()}
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", hostile)


def test_groups_are_listed_by_name_and_not_by_figures(readiness: QuestionSet) -> None:
    text = words(index(readiness))
    places = [text.index(f"\n{name}") for name in sorted(CASES)]

    assert places == sorted(places)
    assert "ikke en rangliste" in text
    assert "Brug dem ikke til at rangordne kommuner" in text
