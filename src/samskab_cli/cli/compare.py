"""`samskab compare`: what changed between results of the same question set, of everybody or group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.compare_rounds import check_usage, files_of, rounds_of
from samskab_cli.cli.options import (
    ForceOption,
    LanguageOption,
    MinGroupOption,
    OutputOption,
    ReadingOfEach,
    reads_answers,
)
from samskab_cli.cli.output import destination
from samskab_cli.cli.report_each import wanted_each
from samskab_cli.cli.report_formats import FormatOption, deliver, format_of
from samskab_cli.cli.table_target import ByOption, TableTarget, columns_of
from samskab_cli.reporting.formats import Format

if TYPE_CHECKING:
    from samskab_cli.disclosure.comparison import Occasion, ResultOccasion

Occasions = Annotated[
    list[str],
    typer.Argument(
        metavar="BEFORE AFTER...",
        help="Two or more answer files, sessions or results (JSON), in their order.",
        show_default=False,
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
WavesOption = Annotated[
    str | None,
    typer.Option("--waves", metavar="COLUMN", help="The rounds are rows of one file: this column says which."),
]
EachOption = Annotated[
    str | None,
    typer.Option("--each", metavar="COLUMN", help="One comparison a group and an index, in the folder -o."),
]


@reads_answers
def compare(
    answers: Occasions,
    question_set: QuestionSetsOption = None,
    waves: WavesOption = None,
    by: ByOption = None,
    each: EachOption = None,
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
    check_usage(answers, named, waves, reading)
    columns = columns_of(by)
    if each and columns:
        raise typer.BadParameter("--by writes one table, --each a page a group; give one of them", param_hint="--each")
    if columns and output_format is not None:
        raise typer.BadParameter("--by writes a table; the suffix of -o says which", param_hint="--format")
    pages = wanted_each(each, output_format, output, min_group, force=force, quiet=reading.quiet) if each else None
    table = TableTarget.of("-o", output, force=force) if columns else None
    place = destination(None if pages else output, force=force)
    chosen = Format.TEXT if pages or table else format_of(output_format, place)
    place.check()

    rounds = (
        files_of(answers, named, reading, force=force)
        if waves is None
        else rounds_of(answers[0], named[0] if named else None, waves, reading, force=force)
    )
    occasions = rounds.read(min_group, (pages.column,) if pages else columns)
    language = lang or _language(occasions[-1])
    if pages is not None:
        from samskab_cli.cli.compare_groups import write_comparisons

        write_comparisons(occasions, pages, language)
    elif table is not None:
        from samskab_cli.cli.compare_groups import write_changes

        write_changes(occasions, columns, min_group, table, quiet=reading.quiet)
    else:
        from samskab_cli.api.comparison import comparison_of

        deliver(comparison_of(occasions, language, min_group), chosen, place)


def _language(occasion: Occasion | ResultOccasion) -> str:
    from samskab_cli.disclosure.comparison import Occasion

    return occasion.answers.context.language if isinstance(occasion, Occasion) else occasion.result.context.language
