"""`samskab compare`: what changed between results of the same question set."""

from __future__ import annotations

import itertools
from typing import Annotated

import typer

from samskab_cli.cli.options import (
    ForceOption,
    LanguageOption,
    MinGroupOption,
    OutputOption,
    ReadingOfEach,
    reads_answers,
)
from samskab_cli.cli.output import destination
from samskab_cli.cli.report_formats import FormatOption, deliver, format_of

Occasions = Annotated[
    list[str],
    typer.Argument(
        metavar="BEFORE AFTER...", help="Two or more answer files or sessions, in their order.", show_default=False
    ),
]
QuestionSetsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--questions",
        metavar="NAME_OR_PATH",
        help="The question set, or one for each file where its versions differ (the same number of times).",
        show_default="readiness; of a session its own",
    ),
]


@reads_answers
def compare(
    answers: Occasions,
    question_set: QuestionSetsOption = None,
    lang: LanguageOption = None,
    min_group: MinGroupOption = None,
    *,
    reading: ReadingOfEach,
    output_format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Show what changed between results of the same question set."""
    named = question_set or []
    if len(answers) < 2:
        raise typer.BadParameter("two files at least are needed: before, and after", param_hint="BEFORE AFTER")
    if len(named) not in {0, 1, len(answers)}:
        raise typer.BadParameter("give one question set, or one for each file", param_hint="--questions")
    readings = reading.of_each(len(answers))
    place = destination(output, force=force)
    chosen = format_of(output_format, place)
    place.check()

    from samskab_cli import api
    from samskab_cli.api.answers import check_min_group
    from samskab_cli.cli.reading import read_each, say_about_people

    of_each = named * len(answers) if len(named) == 1 else named or itertools.repeat(None, len(answers))
    asked = [api.question_set(name, [file]) for name, file in zip(of_each, answers, strict=True)]
    given = read_each(answers, asked, readings, force=force)
    check_min_group(min_group, *(one.data for one in given))
    say_about_people(given, min_group, readings[0])
    deliver(api.compare(given, min_group, lang=lang), chosen, place)
