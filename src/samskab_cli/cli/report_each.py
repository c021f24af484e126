"""`samskab report --each`: one report a group, and an index that leads to them, in a folder of their own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from samskab_cli.cli.messages import say_one_grouping
from samskab_cli.cli.output_folder import INDEX, Folder
from samskab_cli.errors import OutputRefused
from samskab_cli.model.rules import ROLE_HEADINGS
from samskab_cli.reporting.formats import SUFFIXES, Format, check, render

if TYPE_CHECKING:
    from samskab_cli.api import Answers
    from samskab_cli.model.answers import Answers as Given
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.suppression import Reason

_Thing = TypeVar("_Thing")

_LOOK = 0.1  # seconds between two looks at the progress


@dataclass(frozen=True)
class EachRequest:
    """What is to be written."""

    column: str
    kind: Format
    min_group: int | None
    place: Folder
    quiet: bool


def wanted_each(
    each: str, kind: Format | None, output: str | None, min_group: int | None, *, force: bool, quiet: bool
) -> EachRequest:
    """What `--each COLUMN -o FOLDER` asks for. kind: what `--format` says.

    Raises BadParameter without a column or a folder; OutputRefused where the folder can't be written.
    """
    column = each.strip()
    if not column or "," in column:
        raise typer.BadParameter("one column is needed", param_hint="--each")
    if output is None or output == "-":
        raise typer.BadParameter("--each writes one page a group: name a folder for them", param_hint="-o")
    if kind is not None:
        check(kind)
    place = Folder(Path(output), force)
    place.check()
    by = "role" if column.casefold() in ROLE_HEADINGS else column
    return EachRequest(by, kind or Format.HTML, min_group, place, quiet)


def write_each(
    answers: Answers, request: EachRequest, intro: Path | None = None, conclusion: Path | None = None
) -> None:
    """Write one report a group, and the index. intro, conclusion: what stands in each, in Markdown.

    Raises AnswersRefused for a column that isn't there, OutputRefused; then nothing new lies there.
    """
    from samskab_cli.disclosure.study import chance_between_groups
    from samskab_cli.reporting.group_file_names import file_names
    from samskab_cli.reporting.index_document import GroupReport, Reports, index_document

    question_set, given = answers.question_set, answers.data
    groups = answers.each(request.column, request.min_group, intro=intro, conclusion=conclusion)
    names = [group_name(question_set, given, request.column, group) for group in groups.names]
    outcomes = (outcome for _, outcome in groups)
    with request.place.filling() as temporary:
        shown: list[GroupReport] = []
        withheld: list[tuple[str, Reason]] = []
        for name, file, outcome in watched(
            zip(names, file_names(names), outcomes, strict=True), len(names), quiet=request.quiet
        ):
            if isinstance(outcome, str):
                withheld.append((name, outcome))
            else:
                full = f"{file}{SUFFIXES[request.kind]}"
                within(temporary, full).write_bytes(outcome.render(request.kind))
                shown.append(GroupReport(name, full, outcome.document().figures))
        chance = chance_between_groups(question_set, given, request.column, groups.shown)
        reports = Reports(request.column, heading_of(given), groups.min_group, shown, withheld, chance=chance)
        index = index_document(reports, question_set, given.context.language)
        (temporary / INDEX).write_bytes(render(index, Format.HTML))
    if not request.quiet:
        say_one_grouping(groups.beside)


def within(folder: Path, file: str) -> Path:
    """The file's place; OutputRefused where that isn't right in the folder."""
    target = (folder / file).resolve()
    if target.parent != folder.resolve():
        raise OutputRefused(f"{file}: would lie outside the folder")
    return target


def heading_of(given: Given) -> str:
    """Matter and municipality, as far as they are known of all."""
    return " · ".join(part for part in (given.context.matter, given.context.municipality) if part)


def group_name(question_set: QuestionSet, given: Given, column: str, group: str | None) -> str:
    """What a group is called: as the file does, a role as the set does."""
    from samskab_cli.model.text import clean
    from samskab_cli.reporting.wording import ReportWords

    language = given.context.language
    if group is None:
        return ReportWords(language).index.empty.format(column=column)
    role = question_set.role_by_id.get(group) if column == "role" else None
    if role is None:
        return clean(group)
    return role.label.text(language if language in question_set.languages else question_set.languages[0])


def watched(things: Iterable[_Thing], total: int, *, quiet: bool) -> Iterator[_Thing]:
    """The things, while a terminal is told how many of them are done."""
    shows = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    last = 0.0
    for number, thing in enumerate(things, start=1):
        yield thing
        if shows and (number == total or time.monotonic() - last > _LOOK):
            last = time.monotonic()
            sys.stderr.write(f"\r{number}/{total} groups{chr(10) if number == total else ''}")
            sys.stderr.flush()
