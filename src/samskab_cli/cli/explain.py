"""`samskab explain`: how one figure came about, step by step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from samskab_cli.disclosure.explaining.explain import What
    from samskab_cli.model.question_set import QuestionSet

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

    from samskab_cli.cli.reading import about, hold_to_the_room, read, say_about_people
    from samskab_cli.loading.sets.versions import set_for

    asked = set_for(question_set, paths)
    what = _what(asked, named)
    given = about(read(paths, asked, reading, force=force), lang, None, None, None)
    hold_to_the_room(min_group, given)
    say_about_people([(asked, given)], min_group, reading)

    from samskab_cli.disclosure.explaining.explain import explain as explained
    from samskab_cli.disclosure.result import score
    from samskab_cli.reporting.explanation_document import explanation_document

    result = score(asked, given, min_group)
    explanation = explained(result, asked, what)
    language = result.context.language
    deliver(explanation, lambda: explanation_document(explanation, result, asked, language), chosen, place)


def _parted(arguments: list[str]) -> tuple[list[str], str]:
    """The files, and what is to be explained: the last of several words, where it is a plain name; else nothing."""
    *first, last = arguments
    return (first, last) if first and _NAME.fullmatch(last) else (arguments, "")


def _what(question_set: QuestionSet, named: str) -> What:
    """What is meant. Raises BadParameter with the nearest name."""
    from samskab_cli.disclosure.explaining.explain import explainable, find_what
    from samskab_cli.model.text import nearest, shown

    what = find_what(question_set, named or next(explainable(question_set)).id)
    if what is None:
        near = nearest(named.casefold(), [one.id for one in explainable(question_set)])
        hint = f" (did you mean {near!r}?)" if near else ""
        raise typer.BadParameter(
            f"{shown(named)} is no file, and nothing to explain{hint}: verdict, overall, or the id of a dimension, a "
            "gate, an item or an indicator",
            param_hint="WHAT",
        )
    return what
