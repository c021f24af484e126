"""The options that several commands share, each said once."""

from __future__ import annotations

import datetime as dt
import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer


class Language(StrEnum):
    """A language of reports."""

    DANISH = "da"
    ENGLISH = "en"


AnswerFiles = Annotated[
    list[str],
    typer.Argument(metavar="ANSWERS", help="Files of answers or session files; `-` is stdin.", show_default=False),
]
QuestionSetOption = Annotated[
    str | None,
    typer.Option(
        "--questions",
        metavar="NAME_OR_PATH",
        help="The question set: a bundled name (an earlier version as `readiness@1.1.0`), a folder, a file.",
        show_default="readiness; of a session its own",
    ),
]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="Language of the report.", show_default="da; of a session its own")
]
MinGroupOption = Annotated[
    int | None,
    typer.Option(
        "--min-group",
        min=1,
        metavar="N",
        help="Withhold groups of fewer people than this.",
        show_default="5; sessions: 1",
    ),
]
QuickOption = Annotated[bool, typer.Option("--quick", help="Only the quick items were asked.")]
AllowMissingOption = Annotated[
    bool, typer.Option("--allow-missing", help="Score what there is where items have no column; provisional.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Stop at any cell that can't be read.")]
LatestOption = Annotated[
    bool, typer.Option("--latest", help="Of a respondent who answers twice, keep the last complete row.")
]
CompleteOnlyOption = Annotated[
    bool, typer.Option("--complete-only", help="Leave out rows that the survey system marks as not finished.")
]
MapOption = Annotated[
    Path | None,
    typer.Option("--map", metavar="FILE", help="A mapping file: what columns and codes mean (`samskab preview -o`)."),
]
LabelsOption = Annotated[
    Path | None, typer.Option("--labels", metavar="FILE", help="The labels file of a SurveyXact export.")
]
StructureOption = Annotated[
    Path | None, typer.Option("--structure", metavar="FILE", help="The structure file of a SurveyXact export.")
]
RejectedOption = Annotated[
    str | None,
    typer.Option("--rejected", metavar="FILE", help="Write every cell that couldn't be read to this CSV file."),
]
OutputOption = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead; `-` is stdout.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace a file that exists.")]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="No remarks on stderr, errors only.")]
VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="Name all rejected cells, not the first 20.")]
MatterOption = Annotated[str | None, typer.Option("--matter", metavar="TEXT", help="What the answers are about.")]
MunicipalityOption = Annotated[str | None, typer.Option("--municipality", metavar="TEXT", help="Whose matter it is.")]
DateOption = Annotated[
    dt.datetime | None, typer.Option("--date", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="When it was answered.")
]


@dataclass(frozen=True)
class Reading:
    """How answer files are to be read, as the command line says: each field is an option."""

    map_file: MapOption = None
    labels: LabelsOption = None
    structure: StructureOption = None
    quick: QuickOption = False
    complete_only: CompleteOnlyOption = False
    allow_missing: AllowMissingOption = False
    strict: StrictOption = False
    latest: LatestOption = False
    rejected: RejectedOption = None
    quiet: QuietOption = False
    verbose: VerboseOption = False


def reads_answers(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command every field of Reading as an option, in the place of its parameter `reading`."""
    hints = get_type_hints(Reading, include_extras=True)
    options = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(Reading)
    ]
    named = get_type_hints(command, include_extras=True)
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        own = parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=named[parameter.name])
        parameters.extend(options if parameter.name == "reading" else [own])

    @functools.wraps(command)
    def with_options(**given: Any) -> None:  # noqa: ANN401  # as various as the options
        reading = Reading(**{field.name: given.pop(field.name) for field in fields(Reading)})
        command(**given, reading=reading)

    vars(with_options)["__signature__"] = inspect.Signature(parameters)
    with_options.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_options
