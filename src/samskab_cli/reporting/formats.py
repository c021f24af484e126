"""The outputs of every document: one registry for reports, comparisons, explanations, and one report a group.

A new output is a module beside this one with `render(document)`, and its line in `_OUTPUTS`. JSON is made of the result
itself.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samskab_cli.reporting.document import Document  # the option of a command is known before anything is set


class Format(StrEnum):
    """How a document is given."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


_OUTPUTS = {
    Format.TEXT: (".txt", "terminal"),
    Format.HTML: (".html", "as_html"),
    Format.MARKDOWN: (".md", "as_markdown"),
    Format.PDF: (".pdf", "as_pdf"),
    Format.XLSX: (".xlsx", "as_xlsx"),
    Format.JSON: (".json", "as_json"),
}
"""The suffix of each, and the module that writes it, imported when it is asked for."""
SUFFIXES = {format_: suffix for format_, (suffix, _) in _OUTPUTS.items()}
BINARY = frozenset({Format.PDF, Format.XLSX})
"""What no terminal can show."""


def by_suffix(suffix: str) -> Format | None:
    """The format of files with this suffix, in small letters with its point; without one it is text."""
    return {suffix: one for one, suffix in SUFFIXES.items()}.get(
        suffix, {"": Format.TEXT, ".htm": Format.HTML}.get(suffix)
    )


def unknown_suffix(suffix: str) -> str:
    """What is said of a suffix that `by_suffix` doesn't know."""
    *known, last = SUFFIXES.values()
    return f"no output has the suffix {suffix}; {', '.join(known)} and {last} have"


def check(chosen: Format) -> None:
    """Refuse a format whose library isn't installed. Raises OutputRefused."""
    if chosen is Format.PDF:
        from samskab_cli.reporting import as_pdf  # noqa: PLC0415  # only what is asked for is imported

        as_pdf.check()


def render(document: Document, chosen: Format) -> bytes:
    """The document as the bytes of a file. Raises OutputRefused as `check`, ValueError for JSON."""
    if chosen is Format.JSON:
        raise ValueError("JSON is made of the result")
    made: str | bytes = import_module(f"samskab_cli.reporting.{_OUTPUTS[chosen][1]}").render(document)
    return made.encode("utf-8") if isinstance(made, str) else made
