"""`samskab report`: the report of one result, on the terminal or as a file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.options import (
    AnswerFiles,
    DateOption,
    ForceOption,
    LanguageOption,
    MatterOption,
    MinGroupOption,
    MunicipalityOption,
    OutputOption,
    QuestionSetOption,
    Reading,
    reads_answers,
)
from samskab_cli.cli.output import Destination, destination
from samskab_cli.errors import BelowLevel

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.result import Result

_LATER = {".html", ".md", ".pdf"}


class ReportFormat(StrEnum):
    """How a report is given."""

    TEXT = "text"
    JSON = "json"


class FailLevel(StrEnum):
    """The levels that a verdict can fall below."""

    NOT_NOW = "not_now"
    PREPARE = "prepare"
    ATTENTION = "attention"
    READY = "ready"


FormatOption = Annotated[
    ReportFormat | None,
    typer.Option("--format", help="text or json.", show_default="by the suffix of -o, else text"),
]
FailBelowOption = Annotated[
    FailLevel | None, typer.Option("--fail-below", help="Exit 4 where the verdict lies below this level.")
]


@reads_answers
def report(
    answers: AnswerFiles,
    question_set: QuestionSetOption = "readiness",
    lang: LanguageOption = None,
    matter: MatterOption = None,
    municipality: MunicipalityOption = None,
    date: DateOption = None,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    fail_below: FailBelowOption = None,
    output_format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Show or write the report of one result."""
    place = destination(output, force=force)
    chosen = output_format or _format_of(place)
    place.check()

    from samskab_cli.cli.reading import about, read
    from samskab_cli.loading.question_sets import load_question_set

    asked = load_question_set(question_set)
    given = about(read(answers, asked, reading, force=force), lang, matter, municipality, date)

    from samskab_cli.scoring.engine import score

    result = score(asked, given, min_group)
    _deliver(result, asked, chosen, place)
    if fail_below is not None:
        _fail_below(result, fail_below)


def _format_of(place: Destination) -> ReportFormat:
    if place.suffix in {"", ".txt"}:
        return ReportFormat.TEXT
    if place.suffix == ".json":
        return ReportFormat.JSON
    if place.suffix in _LATER:
        raise typer.BadParameter(f"{place.suffix} reports are not yet in this version; .json is", param_hint="-o")
    raise typer.BadParameter(f"no report has the suffix {place.suffix}; .json or .txt has", param_hint="-o")


def _deliver(result: Result, question_set: QuestionSet, chosen: ReportFormat, place: Destination) -> None:
    if chosen is ReportFormat.JSON:
        from samskab_cli.reporting import as_json

        place.write(as_json.dumps(result).encode("utf-8"))
        return
    import os
    import sys

    from samskab_cli.reporting.terminal import Target, render, target
    from samskab_cli.reporting.view import view

    shows = target(sys.stdout, os.environ) if place.path is None else Target()
    seen = view(result, question_set, result.context.language)
    place.write(render(seen, width=shows.width, encoding=shows.encoding, colour=shows.colour))


def _fail_below(result: Result, fail_below: FailLevel) -> None:
    """Raises BelowLevel where the verdict isn't at least this level."""
    from samskab_cli.model.question_set import LEVELS, Level
    from samskab_cli.model.result import Withheld

    level = result.verdict.level
    if isinstance(level, Withheld):
        raise BelowLevel(f"the verdict is withheld, and so not known to be at least {fail_below.value}")
    if level is Level.UNDECIDED or level.rank < LEVELS.index(Level(fail_below.value)):
        raise BelowLevel(f"the verdict is {level.value}, not at least {fail_below.value}")
