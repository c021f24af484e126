"""`samskab explain`: how one figure came about, step by step."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from samskab_cli.cli.options import (
    ForceOption,
    LanguageOption,
    MinGroupOption,
    OutputOption,
    QuestionSetOption,
    Reading,
    reads_answers,
)
from samskab_cli.cli.output import destination
from samskab_cli.cli.report_formats import FormatOption, deliver, format_of

_NAME = re.compile(r"[\w-]+(:[\w-]+)?")  # a file has a point or a folder in its name; else write ./name


AnswersAndWhat = Annotated[
    list[str],
    typer.Argument(
        metavar="ANSWERS... [WHAT]",
        help="Answer files, then what to explain: verdict (else this), overall, or the id of a dimension, a gate, an "
        "item or an indicator.",
        show_default=False,
    ),
]


@reads_answers
def explain(
    answers: AnswersAndWhat,
    question_set: QuestionSetOption = None,
    lang: LanguageOption = None,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    output_format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Show step by step how a figure came about."""
    place = destination(output, force=force)
    chosen = format_of(output_format, place)
    place.check()
    paths, named = _parted(answers)

    from samskab_cli.api import question_set as set_of
    from samskab_cli.api.parameters import check_min_group
    from samskab_cli.cli.reading import read, say_about_people
    from samskab_cli.disclosure.explaining.explain import find_what

    asked = set_of(question_set, paths)
    find_what(asked, named)
    given = read(paths, asked, reading, force=force, lang=lang)
    check_min_group(min_group, given.data)
    say_about_people([given], min_group, reading)
    deliver(given.explain(named, min_group), chosen, place)


def _parted(arguments: list[str]) -> tuple[list[str], str | None]:
    """The files, and what is to be explained: the last of several words, where it is a plain name; else nothing."""
    *first, last = arguments
    return (first, last) if first and _NAME.fullmatch(last) else (arguments, None)
