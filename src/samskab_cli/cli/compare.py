"""`samskab compare`: what changed between results of the same question set."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.options import (
    ForceOption,
    LanguageOption,
    MinGroupOption,
    OutputOption,
    ReadingOfEach,
    reads_answers,
)
from samskab_cli.cli.output import Destination, destination

if TYPE_CHECKING:
    from samskab_cli.model.comparison import Comparison
    from samskab_cli.model.question_set import QuestionSet


class CompareFormat(StrEnum):
    """How a comparison is given."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


_BY_SUFFIX = {
    "": CompareFormat.TEXT,
    ".txt": CompareFormat.TEXT,
    ".html": CompareFormat.HTML,
    ".json": CompareFormat.JSON,
}

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
FormatOption = Annotated[
    CompareFormat | None,
    typer.Option("--format", help="text, html or json.", show_default="by the suffix of -o, else text"),
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
    chosen = output_format or _format_of(place)
    place.check()

    from samskab_cli.cli.reading import read_each, say_about_people
    from samskab_cli.loading.sets.versions import set_for

    of_each = named * len(answers) if len(named) == 1 else named or itertools.repeat(None, len(answers))
    asked = [set_for(name, [file]) for name, file in zip(of_each, answers, strict=True)]
    given = read_each(answers, asked, readings, force=force)
    say_about_people(list(zip(asked, given, strict=True)), min_group, readings[0])

    from samskab_cli.disclosure.comparison import Occasion
    from samskab_cli.disclosure.comparison import compare as compared

    names = _names(answers)
    occasions = [Occasion(*one) for one in zip(names, asked, given, strict=True)]
    comparison = compared(occasions, min_group)
    _deliver(comparison, asked[-1], lang or given[-1].context.language, chosen, place)


def _format_of(place: Destination) -> CompareFormat:
    if place.suffix in _BY_SUFFIX:
        return _BY_SUFFIX[place.suffix]
    raise typer.BadParameter(
        f"no comparison has the suffix {place.suffix}; .html, .json and .txt have", param_hint="-o"
    )


def _deliver(
    comparison: Comparison, question_set: QuestionSet, language: str, chosen: CompareFormat, place: Destination
) -> None:
    if chosen is CompareFormat.JSON:
        from samskab_cli.reporting import as_json

        place.write(as_json.dumps(comparison).encode("utf-8"))
        return
    from samskab_cli.reporting.view_comparison import view_comparison

    seen = view_comparison(comparison, question_set, language)
    if chosen is CompareFormat.HTML:
        from samskab_cli.reporting.as_html import page

        place.write(page("comparison.html.j2", seen.language, view=seen).encode("utf-8"))
        return
    import os
    import sys

    from samskab_cli.reporting.terminal import Capabilities, capabilities_of
    from samskab_cli.reporting.terminal.comparison import render_comparison

    shows = capabilities_of(sys.stdout, os.environ) if place.path is None else Capabilities()
    place.write(render_comparison(seen, width=shows.width, encoding=shows.encoding, colour=shows.colour))


def _names(paths: Sequence[str]) -> list[str]:
    """What the files are called: by their names, where two have the same one by their paths."""
    from samskab_cli.model.text import clean

    named = Counter(Path(path).name for path in paths)
    names = {path: Path(path).name if named[Path(path).name] == 1 else path for path in paths}
    return ["stdin" if path == "-" else clean(names[path]) for path in paths]
