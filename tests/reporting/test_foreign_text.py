"""Text from outside is text in every look, whatever it would be elsewhere."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile

import pytest
from markdown_it import MarkdownIt

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import clean
from samskab_cli.reporting import as_html, as_json, as_markdown, as_xlsx, terminal
from samskab_cli.reporting.document import Document
from samskab_cli.reporting.markdown_text import blocks
from samskab_cli.reporting.report_document import report_document
from tests.reporting.looks import LOOKS, page, pdf_text, seen, workbook_rows
from tests.reporting.states import INJECTIONS, hostile


def with_texts(question_set: QuestionSet, text: str) -> QuestionSet:
    """The set with the text in the place of titles, roles' sides, statements, advice and the caveat."""
    content = json.loads(question_set.model_dump_json())

    def changed(value: object) -> object:
        if isinstance(value, dict):
            if set(value) == {"da", "en"}:
                return {"da": f"{text} {value['da']}", "en": text}
            return {key: changed(part) for key, part in value.items()}
        return [changed(part) for part in value] if isinstance(value, list) else value

    return QuestionSet.model_validate_json(json.dumps(changed(content)))


@pytest.fixture(
    scope="module", params=INJECTIONS, ids=["html", "rich", "markdown", "typst", "escapes", "formula", "jinja"]
)
def text(request: pytest.FixtureRequest) -> str:
    """One text that means harm somewhere."""
    return str(request.param)


@pytest.fixture(scope="module")
def shown(text: str, readiness: QuestionSet) -> Document:
    """A report with the text in every place that takes one."""
    return report_document(hostile(readiness, text), with_texts(readiness, text), "da", intro=text, conclusion=text)


def test_the_page_has_no_element_that_came_with_a_text(shown: Document, text: str, readiness: QuestionSet) -> None:
    harmless = report_document(hostile(readiness, "x"), readiness, "da", intro="x", conclusion="x")

    assert {one.tag for one in page(shown).iter()} <= {one.tag for one in page(harmless).iter()} | {
        "strong",
        "em",
        "code",
        "h3",
    }
    assert " ".join(clean(text).split()) in " ".join(seen(page(shown)).split())
    assert_no_control_character(as_html.render(shown))


def test_markdown_shows_the_text_as_it_was_written(shown: Document, text: str) -> None:
    markdown = as_markdown.render(shown)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]

    assert {token.type for token in [*tokens, *inline]}.isdisjoint({"html_block", "html_inline", "link_open", "image"})
    assert not [token for token in tokens if token.type in {"fence", "code_block", "hr"}]
    title = next(token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in title.children or ()) == clean(text).strip()
    assert not re.search(r"(?<!\\)(?:https?:|www\.)", markdown)
    assert_no_control_character(markdown)


def test_a_workbook_has_no_formula_and_no_link(shown: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx.render(shown))) as archive:
        sheets = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")
        )

    assert "<f>" not in sheets
    assert "hyperlink" not in sheets
    for rows in workbook_rows(shown).values():
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_a_pdf_is_set_and_holds_the_text(shown: Document, text: str) -> None:
    def letters(said: str) -> str:
        return re.sub(r"[\W_]", "", said)  # lines are broken and hyphenated anew

    assert letters(clean(text))[:30] in letters(pdf_text(shown))


def test_a_terminal_gets_no_escape_code(shown: Document) -> None:
    assert_no_control_character(terminal.render(shown, width=100))


def test_json_holds_it_as_a_string(text: str, readiness: QuestionSet) -> None:
    result = hostile(readiness, text)

    assert json.loads(as_json.dumps(result))["context"]["matter"] == text


def test_a_facilitators_markdown_keeps_its_words_and_loses_its_html() -> None:
    found = blocks(
        "Se <b onclick=x>her</b> [**fed**](javascript:alert(1)) ![billede](http://x.example/p.png)\n\n<script>x</script>"
    )

    assert [block.text for block in found] == [
        "Se <b onclick=x>her</b> [fed](javascript:alert(1)) billede",
        "<script>x</script>",
    ]


def assert_no_control_character(said: str) -> None:
    assert not [char for char in said if char != "\n" and unicodedata.category(char) in {"Cc", "Cf"}]


def test_every_look_is_tried_here() -> None:
    assert set(LOOKS) == {"terminal", "html", "markdown", "pdf", "xlsx"}
