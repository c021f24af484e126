"""The example workshops as they look, and what every screen keeps to."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader
from rich.cells import cell_len

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import as_html, as_markdown, as_pdf, terminal
from samskab_cli.reporting.report_document import report_document
from tests.conftest import Golden
from tests.reporting.cases import CASES, case
from tests.reporting.looks import pdf_text, workbook_text


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", CASES)
def test_first_screen(name: str, width: int, readiness: QuestionSet, golden: Golden) -> None:
    shown = report_document(case(name), readiness, "da")
    screen = terminal.first_screen(shown.figures, width=width, encoding="utf-8", colour=False)
    golden(f"reporting/{name}-{width}.txt", screen)
    assert len(screen.splitlines()) <= 21


@pytest.mark.parametrize(
    ("name", "width", "how"),
    [("havneby", 80, ("utf-8", "da")), ("havneby", 120, ("utf-8", "en")), ("ensomhed", 60, ("ascii", "da"))],
)
def test_whole_report(name: str, width: int, how: tuple[str, str], readiness: QuestionSet, golden: Golden) -> None:
    encoding, language = how
    report = terminal.render(
        report_document(case(name), readiness, language), width=width, encoding=encoding, colour=False
    )
    golden(f"reporting/{name}-whole-{width}-{language}.txt", report)


def test_withheld_sides_are_said_with_their_reason(readiness: QuestionSet, golden: Golden) -> None:
    report = terminal.render(
        report_document(case("integration", 5), readiness, "da"), width=80, encoding="utf-8", colour=False
    )
    golden("reporting/integration-withheld-sides.txt", report)
    assert "holdt tilbage: færre end 5" in report
    assert "holdt tilbage: beskytter en mindre gruppe" in report


def test_sides_put_together_are_said_to_be(readiness: QuestionSet, golden: Golden) -> None:
    report = terminal.render(
        report_document(case("havneby", 5), readiness, "da"), width=80, encoding="utf-8", colour=False
    )
    golden("reporting/havneby-sides-together.txt", report)
    assert "så siderne er lagt sammen" in report


def test_a_quick_report_is_provisional_before_anything_else(readiness: QuestionSet, golden: Golden) -> None:
    shown = report_document(case("ensomhed", quick=True), readiness, "da")
    screen = terminal.first_screen(shown.figures, width=80, encoding="utf-8", colour=False)
    golden("reporting/ensomhed-quick.txt", screen)
    assert " FORELØBIG: KLAR" in screen
    assert "Står fast" not in screen


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850", "ascii", "no-such-encoding"])
@pytest.mark.parametrize("width", [40, 69, 70, 80, 109, 110, 120, 200])
def test_no_line_is_wider_than_the_screen_and_every_encoding_can_say_it(
    width: int, encoding: str, readiness: QuestionSet
) -> None:
    report = terminal.render(
        report_document(case("havneby"), readiness, "da"), width=width, encoding=encoding, colour=False
    )
    assert max(cell_len(line) for line in report.splitlines()) <= width
    report.encode("ascii" if encoding == "no-such-encoding" else encoding)


def test_only_wgl4_signs_stand_beside_the_words(readiness: QuestionSet) -> None:
    report = terminal.render(
        report_document(case("havneby"), readiness, "da"), width=120, encoding="utf-8", colour=False
    )
    assert {char for char in report if not char.isalnum() and not char.isascii()} <= set("·▄│√×≠●□▲…–−")


@pytest.mark.parametrize("width", [69, 70])
def test_below_70_columns_the_bars_go_and_the_numbers_stay(width: int, readiness: QuestionSet) -> None:
    shown = report_document(case("havneby"), readiness, "da")
    screen = terminal.first_screen(shown.figures, width=width, encoding="utf-8", colour=False)
    assert ("▄" in screen) == (width >= 70)
    assert all(dimension.figure.text in screen for dimension in shown.figures.dimensions)


def test_plain_text_has_no_escape_codes_and_colour_stands_only_in_bars(readiness: QuestionSet) -> None:
    shown = report_document(case("havneby"), readiness, "da")
    plain = terminal.render(shown, width=80, encoding="utf-8", colour=False)
    coloured = terminal.render(shown, width=80, encoding="utf-8", colour=True)
    assert "\x1b" not in plain
    assert {part.split("m", 1)[0] for part in coloured.split("\x1b[")[1:]} == {"0", "1", "36"}
    assert all(set(part.split("\x1b")[0]) == {"▄"} for part in coloured.split("\x1b[36m")[1:])


def test_assess_can_ask_for_fewer_lines(readiness: QuestionSet) -> None:
    shown = report_document(case("havneby"), readiness, "da")
    for height in range(5, 21):
        screen = terminal.first_screen(shown.figures, width=80, encoding="utf-8", colour=False, height=height)
        assert len(screen.splitlines()) <= height
        assert "FORBEREDELSE FØRST" in screen


@pytest.mark.parametrize("name", CASES)
def test_every_other_look_of_a_case(name: str, readiness: QuestionSet, golden: Golden) -> None:
    shown = report_document(case(name), readiness, "da")
    # the style is read in its own files, and would be one long line here
    page = re.sub(r"(?<=<style>).*(?=</style>)", "…", as_html.render(shown))
    golden(f"reporting/looks/{name}.html", re.sub(r"sha256-[^']+", "sha256-…", page))
    golden(f"reporting/looks/{name}.md", as_markdown.render(shown))
    golden(f"reporting/looks/{name}.xlsx.txt", workbook_text(shown))
    # where its pages end is the typesetter's affair
    text = re.sub(r"Forbehold\. " + re.escape(shown.caveat) + r" \d / \d ?", "", pdf_text(shown))
    golden(f"reporting/looks/{name}.pdf.txt", re.sub(r"(?<=[.?!]) (?=[A-ZÆØÅ])", "\n", text) + "\n")


def test_withheld_sides_on_a_page(readiness: QuestionSet, golden: Golden) -> None:
    golden(
        "reporting/looks/ensomhed-small-sides.md",
        as_markdown.render(report_document(case("ensomhed", 5), readiness, "da")),
    )
    golden("reporting/looks/havneby-en.md", as_markdown.render(report_document(case("havneby"), readiness, "en")))


@pytest.mark.parametrize("name", CASES)
def test_a_short_report_takes_three_pages_of_a_pdf(name: str, readiness: QuestionSet) -> None:
    """What is looked up (how it was computed, what wasn't asked) stands smaller, and begins no page of its own."""
    document = report_document(case(name, quick=True), readiness, "da")

    assert len(PdfReader(io.BytesIO(as_pdf.render(document))).pages) == 3
