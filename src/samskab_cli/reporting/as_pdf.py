"""A document as PDF by typst: its text is data to a fixed template, never markup."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
from importlib import resources

from samskab_cli.errors import OutputRefused
from samskab_cli.reporting.document import Document
from samskab_cli.reporting.wording import ReportWords


def check() -> None:
    """Refuse where what sets PDFs isn't installed. Raises OutputRefused."""
    if importlib.util.find_spec("typst") is None:
        raise OutputRefused(
            "PDF needs typst: pip install 'samskab[pdf]'. Or write .html and print it to PDF from a browser"
        )


def render(document: Document) -> bytes:
    """The document as PDF, with typst's own fonts, so that it looks the same everywhere.

    Raises OutputRefused without typst.
    """
    check()
    import typst  # noqa: PLC0415  # an extra, which not everybody has

    template = (resources.files("samskab_cli.reporting") / "templates" / "document.typ").read_bytes()
    content = _data(
        dataclasses.replace(document, front=None)
    )  # a page of a designed front is HTML's and the terminal's
    data = {"document": content, "pages": ReportWords(document.language).pages.texts()}
    made = typst.compile(template, sys_inputs={"report": json.dumps(data)}, ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError("one document was expected")
    return made


def _data(value: object) -> object:
    """A document as what JSON knows; each block says which it is."""
    if dataclasses.is_dataclass(value):
        fields = {field.name: _data(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"block": type(value).__name__, **fields}
    return [_data(part) for part in value] if isinstance(value, tuple) else value
