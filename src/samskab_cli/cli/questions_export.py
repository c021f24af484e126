"""`samskab questions export`: a question set on paper, on cards, as an answer sheet, for a survey system, or for R."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.options import ForceOption, MatterOption, MunicipalityOption
from samskab_cli.cli.output import Destination, destination

if TYPE_CHECKING:
    from samskab_cli.fielding.form import Form


class Target(StrEnum):
    """What a set is exported to."""

    PAPER = "paper"
    CARDS = "cards"
    SHEET = "sheet"
    LIMESURVEY = "limesurvey"
    XLSFORM = "xlsform"
    SURVEYJS = "surveyjs"
    TEXT = "text"
    R = "r"
    CODEBOOK = "codebook"


_SUFFIXES = {
    Target.PAPER: (".html",),
    Target.CARDS: (".html",),
    Target.SHEET: (".csv", ".xlsx"),
    Target.LIMESURVEY: (".txt", ".tsv"),
    Target.XLSFORM: (".xlsx",),
    Target.SURVEYJS: (".json",),
    Target.TEXT: (".txt",),
    Target.R: (".r",),
    Target.CODEBOOK: (".csv", ".xlsx", ".md", ".json"),
}


_WRITERS = {
    Target.PAPER: ("paper_form", "paper_form"),
    Target.CARDS: ("cards", "voting_cards"),
    Target.SHEET: ("answer_sheet", "csv_sheet"),
    Target.LIMESURVEY: ("limesurvey", "limesurvey_structure"),
    Target.XLSFORM: ("xlsform", "xlsform"),
    Target.SURVEYJS: ("surveyjs", "surveyjs_form"),
    Target.TEXT: ("plain_text", "text_to_paste"),
    Target.R: ("r_script", "r_script"),
}
"""The module of `fielding` that writes each, imported when it is asked for, and its function."""


def export(
    target: Annotated[
        Target,
        typer.Argument(
            help="paper: a form to print; cards: voting cards to print; sheet: a table to type answers into "
            "(.csv or .xlsx); limesurvey; xlsform: KoboToolbox and ODK; surveyjs; text: to paste into other systems; "
            "r: a script for R, to study answers with psych and lavaan; "
            "codebook: what the columns of our own tables mean (.csv, .xlsx, .md, .json)."
        ),
    ],
    question_set: Annotated[str, typer.Argument(metavar="SET", help="A bundled name, a folder or a single file.")] = (
        "readiness"
    ),
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language, or the first of several; without it the set's first.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="The short version.")] = False,
    matter: MatterOption = None,
    municipality: MunicipalityOption = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; without it stdout.")
    ] = None,
    force: ForceOption = False,
) -> None:
    """Bring a question set to people: paper, cards, sheets, surveys.

    `samskab report` reads what comes back without a mapping file.
    """
    place = _place(target, output, force=force)
    form = _form(question_set, lang, matter, municipality, quick=quick)
    if target is Target.CODEBOOK:
        _write_codebook(form, place)
        return
    content = _content(target, form, workbook=place.suffix == ".xlsx")
    place.write(content if isinstance(content, bytes) else content.encode("utf-8"))


def _place(target: Target, output: str | None, *, force: bool) -> Destination:
    """Where it goes. Raises BadParameter for a name that the target isn't written as, OutputRefused."""
    place = destination(output, force=force)
    suffixes = _SUFFIXES[target]
    if place.suffix and place.suffix not in suffixes:
        raise typer.BadParameter(f"{target.value} is written as {' or '.join(suffixes)}", param_hint="-o")
    if place.path is None and suffixes == (".xlsx",):
        raise typer.BadParameter("a workbook needs a file: -o FILE.xlsx", param_hint="-o")
    place.check()
    return place


def _form(name: str, lang: str | None, matter: str | None, municipality: str | None, *, quick: bool) -> Form:
    """What is asked. Raises QuestionSetRefused, and BadParameter for a language or a short version that it hasn't."""
    from samskab_cli.fielding.form import Form
    from samskab_cli.loading.sets.load import load_question_set
    from samskab_cli.model.text import clean

    question_set = load_question_set(name)
    language = lang or question_set.languages[0]
    if language not in question_set.languages:
        raise typer.BadParameter(f"{question_set.id} is in {', '.join(question_set.languages)}", param_hint="--lang")
    form = Form(
        question_set,
        language,
        quick=quick,
        matter=clean(matter).strip() if matter else None,
        municipality=clean(municipality).strip() if municipality else None,
    )
    if not form.items:
        raise typer.BadParameter(f"{question_set.id} has no quick items", param_hint="--quick")
    return form


def _write_codebook(form: Form, place: Destination) -> None:
    from samskab_cli.cli.score_tables import Table, write_groups
    from samskab_cli.fielding.codebook import COLUMNS, as_json, as_markdown, as_rows, codebook

    variables = codebook(form.question_set, form.language)
    if place.suffix in {".md", ".json"}:
        text = as_markdown(variables) if place.suffix == ".md" else f"{as_json(variables)}\n"
        place.write(text.encode("utf-8"))
        return
    with place.opened() as file:
        write_groups(file, Table.XLSX if place.suffix == ".xlsx" else Table.CSV, COLUMNS, as_rows(variables))


def _content(target: Target, form: Form, *, workbook: bool) -> str | bytes:
    """What is written. Raises QuestionSetRefused for a set of several scales, which only a codebook can tell apart."""
    from samskab_cli.errors import Problem, QuestionSetRefused

    scales = len(form.question_set.scales)
    if scales > 1:
        message = f"{form.question_set.id} asks on {scales} scales; {target.value} has one for all"
        raise QuestionSetRefused(Problem(message))
    module, function = ("answer_sheet", "xlsx_sheet") if workbook and target is Target.SHEET else _WRITERS[target]
    content: str | bytes = getattr(import_module(f"samskab_cli.fielding.{module}"), function)(form)
    return content
