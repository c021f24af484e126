"""`samskab report`: the report of one result, on the terminal or as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
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
from samskab_cli.cli.output import destination
from samskab_cli.cli.report_each import wanted_each, write_each
from samskab_cli.cli.report_formats import FormatOption, deliver, format_of
from samskab_cli.errors import BelowLevel
from samskab_cli.reporting.formats import Format

if TYPE_CHECKING:
    from samskab_cli.model.result import Result


class FailLevel(StrEnum):
    """The levels that a verdict can fall below."""

    NOT_NOW = "not_now"
    PREPARE = "prepare"
    ATTENTION = "attention"
    READY = "ready"


IntroOption = Annotated[
    Path | None,
    typer.Option("--intro", metavar="FILE", help="The facilitator's introduction to the report, in Markdown."),
]
ConclusionOption = Annotated[
    Path | None,
    typer.Option("--conclusion", metavar="FILE", help="The facilitator's conclusion, in Markdown."),
]
FailBelowOption = Annotated[
    FailLevel | None, typer.Option("--fail-below", help="Exit 4 where the verdict lies below this level.")
]
EachOption = Annotated[
    str | None,
    typer.Option(
        "--each", metavar="COLUMN", help="One report a group (`role` or a column) and an index, in the folder -o."
    ),
]


@reads_answers
def report(
    answers: AnswerFiles,
    question_set: QuestionSetOption = None,
    lang: LanguageOption = None,
    matter: MatterOption = None,
    municipality: MunicipalityOption = None,
    date: DateOption = None,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    each: EachOption = None,
    fail_below: FailBelowOption = None,
    intro: IntroOption = None,
    conclusion: ConclusionOption = None,
    output_format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Show or write the report of one result."""
    if each is not None and fail_below is not None:
        raise typer.BadParameter("it is about one report; --each writes many", param_hint="--fail-below")
    wanted = (
        None if each is None else wanted_each(each, output_format, output, min_group, force=force, quiet=reading.quiet)
    )
    place = destination(None if wanted else output, force=force)
    chosen = wanted.kind if wanted else format_of(output_format, place)
    place.check()
    _check_prose(intro, conclusion, chosen)

    from samskab_cli.api import question_set as set_of
    from samskab_cli.api.parameters import check_min_group
    from samskab_cli.cli.reading import read, say_about_people

    given = read(
        answers,
        set_of(question_set, answers),
        reading,
        force=force,
        groups=(wanted.column,) if wanted else (),
        lang=lang,
        matter=matter,
        municipality=municipality,
        date=date,
    )
    check_min_group(min_group, given.data)
    say_about_people([given], min_group, reading)
    if wanted is not None:
        write_each(given, wanted, intro, conclusion)
        return
    shown = given.report(min_group, intro=intro, conclusion=conclusion)
    deliver(shown, chosen, place)
    if fail_below is not None:
        _fail_below(shown.figures, fail_below)


def _check_prose(intro: Path | None, conclusion: Path | None, chosen: Format) -> None:
    """Before answers are read: whether the facilitator's words can be. Raises TextRefused, BadParameter for JSON."""
    from samskab_cli.loading.prose_file import read_prose

    texts = [text for text in (intro, conclusion) if text]
    if texts and chosen is Format.JSON:
        raise typer.BadParameter("JSON has figures only; the other formats have words", param_hint="--intro")
    for text in texts:
        read_prose(text)


def _fail_below(result: Result, fail_below: FailLevel) -> None:
    """Raises BelowLevel where the verdict isn't at least this level."""
    from samskab_cli.model.judging import LEVELS, Level
    from samskab_cli.model.published import Withheld

    if result.verdict is None:
        raise typer.BadParameter(f"{result.question_set.id} has no verdict", param_hint="--fail-below")
    level = result.verdict.level
    if isinstance(level, Withheld):
        raise BelowLevel(f"the verdict is withheld, and so not known to be at least {fail_below.value}")
    if level is Level.UNDECIDED or level.rank < LEVELS.index(Level(fail_below.value)):
        raise BelowLevel(f"the verdict is {level.value}, not at least {fail_below.value}")
