"""Each way a report can look, read back as the text that a person sees."""

from __future__ import annotations

import io
import re
from xml.etree.ElementTree import Element

import html5lib
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from pypdf import PdfReader

from samskab_cli.reporting import as_html, as_markdown, as_pdf, as_xlsx, terminal
from samskab_cli.reporting.document import Document

_BLOCKS = {"p", "li", "tr", "td", "th", "h1", "h2", "h3", "dt", "dd", "div", "section", "text", "caption", "span", "b"}
_UNSEEN = {"style", "script", "svg"}  # charts have their tables


def page(document: Document) -> Element:
    """The HTML as a browser's parser reads it; an error in it is an error here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(as_html.render(document))
    return root


def seen(element: Element) -> str:
    """The words of an element and what is in it, without charts."""
    parts = [element.text or ""] if element.tag not in _UNSEEN else []
    for child in element:
        if child.tag.rpartition("}")[2] not in _UNSEEN:
            parts.append(seen(child))
        parts.append(child.tail or "")
    text = "".join(parts)
    return f" {text} " if element.tag in _BLOCKS else text


def html_text(document: Document) -> str:
    """What stands on the page."""
    body = page(document).find("body")
    assert body is not None
    return " ".join(seen(body).split())


def markdown_text(document: Document) -> str:
    """The Markdown without its escapes."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", as_markdown.render(document))


def pdf_text(document: Document) -> str:
    """What can be copied out of the PDF."""
    pages = PdfReader(io.BytesIO(as_pdf.render(document))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


def workbook_rows(document: Document) -> dict[str, list[list[str]]]:
    """Each sheet's cells as they are shown; numbers with a decimal comma."""
    book = load_workbook(io.BytesIO(as_xlsx.render(document)))
    return {sheet.title: [[_cell(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book}


def workbook_text(document: Document) -> str:
    """The cells, a row a line; numbers as the report writes them."""
    lines = []
    for name, rows in workbook_rows(document).items():
        lines.append(f"[{name}]")
        lines += [" | ".join(row).rstrip(" |") for row in rows]
    return "\n".join(lines) + "\n"


def terminal_text(document: Document) -> str:
    """The whole report on a wide terminal."""
    return terminal.render(document, width=200)


LOOKS = {
    "terminal": terminal_text,
    "html": html_text,
    "markdown": markdown_text,
    "pdf": pdf_text,
    "xlsx": workbook_text,
}


def _cell(cell: Cell | MergedCell) -> str:
    if isinstance(cell.value, int | float):
        decimals = len(cell.number_format.partition(".")[2])
        return f"{cell.value:.{decimals}f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")
    return "" if cell.value is None else str(cell.value)
