"""`samskab study`: whether the questions work, by the answers they got."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.options import (
    AnswerFiles,
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
from samskab_cli.errors import BelowLevel

if TYPE_CHECKING:
    from samskab_cli.model.study import Study


class FailOn(StrEnum):
    """From which findings on a script is told by the exit code."""

    SERIOUS = "serious"
    ANY = "any"


_LAST_RANK = {FailOn.SERIOUS: 2, FailOn.ANY: 6}
"""That something can't be told (7) is no fault."""

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="COLUMN", help="The column of issues or municipalities, to see if they differ."),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Exit 4 for findings: serious (figures may be wrong), or any."),
]


@reads_answers
def study(
    answers: AnswerFiles,
    question_set: QuestionSetOption = None,
    by: ByOption = None,
    lang: LanguageOption = None,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    fail_on: FailOnOption = None,
    output_format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Test the questions themselves, by the answers they got."""
    column = _column(by)
    place = destination(output, force=force)
    chosen = format_of(output_format, place)
    place.check()

    from samskab_cli.api import question_set as set_of
    from samskab_cli.api.parameters import check_min_group
    from samskab_cli.cli.reading import read, say_about_people

    asked = set_of(question_set, answers)
    given = read(answers, asked, reading, force=force, groups=(column,) if column else (), lang=lang)
    check_min_group(min_group, given.data)
    say_about_people([given], min_group, reading)
    study_of_them = given.study(column, min_group)
    deliver(study_of_them, chosen, place)
    if fail_on is not None:
        _fail(study_of_them.figures, fail_on)


def _column(by: str | None) -> str | None:
    if by is None:
        return None
    column = by.strip()
    if not column or "," in column:
        raise typer.BadParameter("one column is needed", param_hint="--by")
    return column


def _fail(found: Study, fail_on: FailOn) -> None:
    """Raises BelowLevel where there is a finding to be told of."""
    count = sum(finding.rank <= _LAST_RANK[fail_on] for finding in found.findings)
    if count:
        raise BelowLevel(f"{count} {'finding' if count == 1 else 'findings'} that --fail-on {fail_on.value} asks for")
