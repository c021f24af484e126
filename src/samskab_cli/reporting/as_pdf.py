"""A report as PDF by typst: its text is data to a fixed template, never markup."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
from importlib import resources

from samskab_cli.errors import OutputRefused
from samskab_cli.model.catalogue import Catalogue
from samskab_cli.reporting.item_columns import item_columns
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.wording import ReportWords


def check() -> None:
    """Refuse where what sets PDFs isn't installed. Raises OutputRefused."""
    if importlib.util.find_spec("typst") is None:
        raise OutputRefused(
            "PDF reports need typst: pip install 'samskab[pdf]'. Or write the report as .html and print it to PDF from "
            "a browser"
        )


def render(view: ReportView) -> bytes:
    """The report as PDF in the view's language, with typst's own fonts, so that it looks the same everywhere.

    Raises OutputRefused without typst.
    """
    check()
    import typst  # noqa: PLC0415  # an extra, which not everybody has

    template = (resources.files("samskab_cli.reporting") / "templates" / "report.typ").read_bytes()
    made = typst.compile(template, sys_inputs={"report": json.dumps(_data(view))}, ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError("one document was expected")
    return made


def _data(view: ReportView) -> dict[str, object]:
    words = ReportWords(view.language)
    columns = item_columns(view, words)
    people = view.answers.people
    return {
        "view": view.model_dump(mode="json"),
        "words": _labels(words),
        "title": f"{view.verdict.label} – {view.heading}" if view.verdict.label else view.heading,
        "next_date": words.steps.next_date.format(date=view.next_steps.next_date),
        "people": people[:1].upper() + people[1:],
        "columns": [dataclasses.asdict(column) for column in columns],
        "legend": " · ".join(
            [
                *(f"{value} = {label}" for value, label in view.options),
                *(f"{column.head} = {column.meaning}" for column in columns if column.meaning),
            ]
        ),
    }


def _labels(words: ReportWords) -> dict[str, object]:
    """What the template says of its own."""
    parts: dict[str, Catalogue] = {
        "pages": words.pages,
        "headings": words.headings,
        "columns": words.columns,
        "figures": words.figures,
        "sides": words.sides,
        "steps": words.steps,
        "evidence": words.evidence,
        "answers": words.answers,
    }
    return {name: part.texts() for name, part in parts.items()}
