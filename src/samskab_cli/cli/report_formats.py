"""How a report is given: which format a name or an option asks for, and its bytes."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from samskab_cli.cli.output import Destination

if TYPE_CHECKING:
    from samskab_cli.reporting.report_view import ReportView


class ReportFormat(StrEnum):
    """How a report is given."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


_BY_SUFFIX = {
    "": ReportFormat.TEXT,
    ".txt": ReportFormat.TEXT,
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".md": ReportFormat.MARKDOWN,
    ".pdf": ReportFormat.PDF,
    ".xlsx": ReportFormat.XLSX,
    ".json": ReportFormat.JSON,
}
_BINARY = {ReportFormat.PDF, ReportFormat.XLSX}
_SUFFIXES = ".html, .md, .pdf, .xlsx, .json and .txt have"


def format_of(asked: ReportFormat | None, place: Destination) -> ReportFormat:
    """What is asked for by `--format`, else by the suffix of `-o`.

    Raises typer.BadParameter for an unknown suffix and for what no terminal shows, OutputRefused for a PDF without
    what sets it.
    """
    if asked is None and place.suffix not in _BY_SUFFIX:
        raise typer.BadParameter(f"no report has the suffix {place.suffix}; {_SUFFIXES}", param_hint="-o")
    chosen = asked or _BY_SUFFIX[place.suffix]
    if chosen in _BINARY and place.path is None and sys.stdout.isatty():
        raise typer.BadParameter(f"a terminal can't show {chosen.value}; name a file", param_hint="-o")
    if chosen is ReportFormat.PDF:
        from samskab_cli.reporting import as_pdf

        as_pdf.check()
    return chosen


def rendered(view: ReportView, chosen: ReportFormat) -> bytes:
    """The report as the bytes of a file, in any format but JSON, which is made of the result itself."""
    match chosen:
        case ReportFormat.HTML:
            from samskab_cli.reporting import as_html

            return as_html.render(view).encode("utf-8")
        case ReportFormat.MARKDOWN:
            from samskab_cli.reporting import as_markdown

            return as_markdown.render(view).encode("utf-8")
        case ReportFormat.PDF:
            from samskab_cli.reporting import as_pdf

            return as_pdf.render(view)
        case ReportFormat.XLSX:
            from samskab_cli.reporting import as_xlsx

            return as_xlsx.render(view)
        case ReportFormat.TEXT:
            from samskab_cli.reporting.terminal import Capabilities, render

            plain = Capabilities()
            return render(view, width=plain.width, encoding=plain.encoding, colour=plain.colour).encode("utf-8")
        case ReportFormat.JSON:
            raise ValueError("JSON is made of the result")
