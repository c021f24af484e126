"""The page keeps to what a page may be: whole in itself, harmless, readable by everybody, small enough to send."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from xml.etree.ElementTree import Element

import pytest

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import as_html
from samskab_cli.reporting.document import Document
from samskab_cli.reporting.report_document import report_document
from tests.reporting.cases import CASES, case
from tests.reporting.looks import html_text, page
from tests.reporting.states import STATES

MOST_BYTES = 68 * 1024
PALETTES = {"light": ("screen.css", "#fcfbf8"), "dark": ("dark.css", "#12191d")}
TEXT = ("ink", "muted", "accent", "warn")
MARKS = ("bar", "line", "side0", "side2")


@pytest.fixture(scope="module", params=[*CASES, *STATES])
def shown(request: pytest.FixtureRequest, readiness: QuestionSet) -> Document:
    """The four cases with withheld sides, and every state."""
    name = request.param
    result = STATES[name](readiness) if name in STATES else case(name, 5)
    return report_document(result, readiness, "da", intro="**Vi** mødtes.\n\n- a\n- b", conclusion="# Og så\n\n> Ja.")


def name_of(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def test_a_browser_finds_no_error_in_it_and_nothing_in_it_leads_away(shown: Document) -> None:
    elements = list(page(shown).iter())

    assert not {name_of(one) for one in elements} & {"script", "link", "img", "iframe", "object", "base", "form", "a"}
    attributes = [(name.rpartition("}")[2], value) for one in elements for name, value in one.attrib.items()]
    assert not [name for name, _ in attributes if name in {"style", "src", "srcset"} or name.startswith("on")]
    assert all(value.startswith("#") for name, value in attributes if name == "href")
    assert not re.search(r"url\(|@import", as_html.render(shown))


def test_the_policy_allows_the_one_style_and_nothing_else(shown: Document) -> None:
    root = page(shown)
    (policy,) = (one.get("content", "") for one in root.iter("meta") if one.get("http-equiv"))
    (style,) = root.iter("style")
    digest = base64.b64encode(hashlib.sha256("".join(style.itertext()).encode()).digest()).decode()

    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_headings_go_down_one_level_at_a_time_and_sections_are_named(shown: Document) -> None:
    root = page(shown)
    levels = [int(name_of(one)[1]) for one in root.iter() if name_of(one) in {"h1", "h2", "h3"}]
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    named = [one.get("aria-labelledby") for one in root.iter() if one.get("aria-labelledby")]

    assert (root.get("lang"), levels[0], levels.count(1)) == ("da", 1, 1)
    assert all(later <= before + 1 for before, later in itertools.pairwise(levels))
    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)


def test_every_chart_is_told_in_words_or_stands_beside_its_words(shown: Document) -> None:
    for chart in page(shown).iter():
        if name_of(chart) != "svg" or chart.get("overflow"):
            continue
        if chart.get("role") == "img":
            assert name_of(chart[0]) == "title"
            assert "".join(chart[0].itertext()).strip()
        else:
            assert chart.get("aria-hidden") == "true"


def test_colours_in_charts_are_attributes_so_that_other_programs_show_them(shown: Document) -> None:
    for chart in (one for one in page(shown).iter() if name_of(one) == "svg"):
        assert all("class" not in one.attrib for one in chart.iter() if one is not chart)


def test_tables_have_heads(shown: Document) -> None:
    for table in page(shown).iter("table"):
        rows = list(table.iter("tr"))
        assert all(one.get("scope") for one in table.iter("th"))
        assert all(row.find("th") is not None or row.find("td") is not None for row in rows)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_case_is_small_enough_to_send(name: str, language: str, readiness: QuestionSet) -> None:
    assert len(as_html.render(report_document(case(name), readiness, language)).encode("utf-8")) <= MOST_BYTES


def test_what_is_provisional_says_so_before_the_verdict(readiness: QuestionSet) -> None:
    text = html_text(report_document(STATES["quick"](readiness), readiness, "da"))

    assert "Foreløbig Forberedelse først" in text
    assert "Kun den korte udgave er brugt: 13 af 32 udsagn." in text
    assert "Står fast" not in text


def test_what_is_withheld_says_why_and_has_no_chart(readiness: QuestionSet) -> None:
    shown = report_document(STATES["withheld"](readiness), readiness, "da")
    text = html_text(shown)

    assert "Holdt tilbage Her bliver ingen vurdering vist, så ingen kan blive genkendt." in text
    assert text.count("holdt tilbage: færre end 13") >= len(shown.figures.dimensions)
    assert not [one for one in page(shown).iter() if one.get("role") == "img"]


def test_what_the_room_left_stands_on_the_page(readiness: QuestionSet) -> None:
    text = html_text(report_document(STATES["session"](readiness), readiness, "da"))

    for said in (
        "Handling: Vi turde sige nej til direktøren i marts. (Centerchefen, 1. februar)",
        "Dilemma: Vi turde",
        "Eksempel: Vi turde",
        "Husk at spørge ældrerådet.",
        "I mødes igen 1. februar 2027.",
        "I høj grad",
        "1 af 12 høje svar har et eksempel bag sig.",
    ):
        assert said in text


def test_a_side_of_one_is_called_so_and_one_answer_has_no_sides(readiness: QuestionSet) -> None:
    one_side = html_text(report_document(STATES["one-of-a-side"](readiness), readiness, "da"))
    alone = html_text(report_document(STATES["alone"](readiness), readiness, "da"))

    assert "1 politiker" in one_side
    assert "Ingen svar fra Forvaltning." in one_side
    assert "Med ét svar er der ingen uenighed at vise." in alone
    assert "Svarene er ikke delt på sider" in alone


def test_a_range_of_verdicts_and_unreadable_cells_are_said(readiness: QuestionSet) -> None:
    text = html_text(report_document(STATES["ranging"](readiness), readiness, "da"))

    assert "Tæller de ubesvarede lavest, bliver det Forberedelse først; tæller de højest, bliver det Klar." in text
    assert "2 felter kunne ikke læses" in text
    assert "64,9 44,0–81,0" in text


@pytest.mark.parametrize("palette", PALETTES)
def test_text_and_marks_stand_out_from_the_paper(palette: str) -> None:
    file, paper = PALETTES[palette]
    style = as_html._style()
    block = style.split("prefers-color-scheme:dark")[1] if palette == "dark" else style
    colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})\b", block.split("}")[0]))

    assert colours["paper"] == paper, file
    assert {
        name: round(contrast(colours[name], paper), 1) for name in TEXT if contrast(colours[name], paper) < 4.5
    } == {}
    assert {
        name: round(contrast(colours[name], paper), 1) for name in MARKS if contrast(colours[name], paper) < 3
    } == {}
    for shade, digits in (("d0", "paper"), ("d1", "ink"), ("d2", "ink"), ("d3", "ink"), ("d4", "paper")):
        assert contrast(colours[shade], colours[digits]) >= 4.5, shade


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
