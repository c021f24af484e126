"""The options that several commands share, each said once."""

from __future__ import annotations

import datetime as dt
import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from samskab_cli.api import Reading as ReadingGiven


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
        show_default="5; of a session what its room decided",
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
SheetOption = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME|all", help="The sheet of a workbook; `all`: every sheet that has items."),
]
WhereOption = Annotated[
    str | None,
    typer.Option("--where", metavar="COLUMN=VALUE", help="Only the rows with this value; `role` or a column."),
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
_EACH = " (once for all files, or once for each)"
MapsOption = Annotated[
    list[Path] | None,
    typer.Option("--map", metavar="FILE", help=f"A mapping file: what columns and codes mean{_EACH}."),
]
LabelsOfEachOption = Annotated[
    list[Path] | None, typer.Option("--labels", metavar="FILE", help=f"The labels file of a SurveyXact export{_EACH}.")
]
StructuresOption = Annotated[
    list[Path] | None,
    typer.Option("--structure", metavar="FILE", help=f"The structure file of a SurveyXact export{_EACH}."),
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
MunicipalityOption = Annotated[str | None, typer.Option("--municipality", metavar="TEXT", help="Whose issue it is.")]
DateOption = Annotated[
    dt.datetime | None, typer.Option("--date", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="When it was answered.")
]


@dataclass(frozen=True)
class _OfAllFiles:
    """How answer files are to be read, whichever they are: each field is an option."""

    sheet: SheetOption = None
    where: WhereOption = None
    quick: QuickOption = False
    complete_only: CompleteOnlyOption = False
    allow_missing: AllowMissingOption = False
    strict: StrictOption = False
    latest: LatestOption = False
    rejected: RejectedOption = None
    quiet: QuietOption = False
    verbose: VerboseOption = False

    def __post_init__(self) -> None:
        """Raises BadParameter for a --where that names no column."""
        if self.where is not None and not all(part.strip() for part in self.where.partition("=")[:2]):
            raise typer.BadParameter("COLUMN=VALUE is expected, as runde=2026", param_hint="--where")


@dataclass(frozen=True)
class Reading(_OfAllFiles):
    """How the files of one result are to be read."""

    map_file: MapOption = None
    labels: LabelsOption = None
    structure: StructureOption = None

    def options(self, groups: Sequence[str] = ()) -> ReadingGiven:
        """As `samskab_cli.api.read` takes it."""
        return {
            "groups": groups,
            "sheet": self.sheet,
            "where": self.where,
            "quick": self.quick,
            "complete_only": self.complete_only,
            "allow_missing": self.allow_missing,
            "strict": self.strict,
            "latest": self.latest,
            "map": self.map_file,
            "labels": self.labels,
            "structure": self.structure,
        }


@dataclass(frozen=True)
class ReadingOfEach(_OfAllFiles):
    """How several files are to be read, each for itself: with one map for all, or one a file, in their order."""

    map_file: MapsOption = None
    labels: LabelsOfEachOption = None
    structure: StructuresOption = None

    def of_each(self, count: int) -> list[Reading]:
        """The reading of each of so many files. Raises BadParameter for another number of maps."""
        common = {field.name: getattr(self, field.name) for field in fields(_OfAllFiles)}
        maps = _one_each(self.map_file, count, "--map")
        labels = _one_each(self.labels, count, "--labels")
        structures = _one_each(self.structure, count, "--structure")
        return [
            Reading(**common, map_file=map_file, labels=labels_file, structure=structure)
            for map_file, labels_file, structure in zip(maps, labels, structures, strict=True)
        ]


def _one_each(paths: Sequence[Path] | None, count: int, option: str) -> Sequence[Path | None]:
    if not paths:
        return [None] * count
    if len(paths) not in {1, count}:
        raise typer.BadParameter(f"give it once, or once for each of the {count} files", param_hint=option)
    return list(paths) * count if len(paths) == 1 else list(paths)


def reads_answers(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command every field of its parameter `reading` (Reading or ReadingOfEach) as an option, in its place."""
    named = get_type_hints(command, include_extras=True)
    kind = named["reading"]
    hints = get_type_hints(kind, include_extras=True)
    options = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(kind)
    ]
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        own = parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=named[parameter.name])
        parameters.extend(options if parameter.name == "reading" else [own])

    @functools.wraps(command)
    def with_options(**given: Any) -> None:  # noqa: ANN401  # as various as the options
        reading = kind(**{field.name: given.pop(field.name) for field in fields(kind)})
        command(**given, reading=reading)

    vars(with_options)["__signature__"] = inspect.Signature(parameters)
    with_options.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_options
