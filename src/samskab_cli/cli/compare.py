"""`samskab compare`: what changed between results of the same question set."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
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

    from samskab_cli.cli.reading import hold_to_the_room, read_each, say_about_people
    from samskab_cli.loading.sets.versions import set_for

    of_each = named * len(answers) if len(named) == 1 else named or itertools.repeat(None, len(answers))
    asked = [set_for(name, [file]) for name, file in zip(of_each, answers, strict=True)]
    given = read_each(answers, asked, readings, force=force)
    hold_to_the_room(min_group, *given)
    say_about_people(list(zip(asked, given, strict=True)), min_group, readings[0])

    from samskab_cli.disclosure.comparison import Occasion
    from samskab_cli.disclosure.comparison import compare as compared
    from samskab_cli.reporting.comparison_document import comparison_document

    names = _names(answers)
    occasions = [Occasion(*one) for one in zip(names, asked, given, strict=True)]
    comparison = compared(occasions, min_group)
    language = lang or given[-1].context.language
    deliver(comparison, lambda: comparison_document(comparison, asked[-1], language), chosen, place)


def _names(paths: Sequence[str]) -> list[str]:
    """What the files are called: by their names, where two have the same one by their paths."""
    from samskab_cli.model.text import clean

    named = Counter(Path(path).name for path in paths)
    names = {path: Path(path).name if named[Path(path).name] == 1 else path for path in paths}
    return ["stdin" if path == "-" else clean(names[path]) for path in paths]
