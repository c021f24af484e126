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

from samskab_cli.cli.folder import INDEX, Folder
from samskab_cli.cli.messages import say_one_grouping
from samskab_cli.cli.report_formats import ReportFormat, rendered
from samskab_cli.errors import OutputRefused

if TYPE_CHECKING:
    from samskab_cli.model.answers import Answers
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.result import Result
    from samskab_cli.model.suppression import Reason
    from samskab_cli.reporting.report_view import ReportView
    from samskab_cli.reporting.view_index import Reports

_Thing = TypeVar("_Thing")

_SUFFIXES = {
    ReportFormat.TEXT: ".txt",
    ReportFormat.HTML: ".html",
    ReportFormat.MARKDOWN: ".md",
    ReportFormat.PDF: ".pdf",
    ReportFormat.XLSX: ".xlsx",
    ReportFormat.JSON: ".json",
}
_ROLE = {"role", "rolle"}  # what the column may be called in a file
_LOOK = 0.1  # seconds between two looks at the progress


@dataclass(frozen=True)
class Wanted:
    """What is to be written."""

    column: str
    kind: ReportFormat
    min_group: int | None
    place: Folder
    quiet: bool


def wanted_each(
    each: str, kind: ReportFormat | None, output: str | None, min_group: int | None, *, force: bool, quiet: bool
) -> Wanted:
    """What `--each COLUMN -o FOLDER` asks for. kind: what `--format` says.

    Raises BadParameter without a column or a folder; OutputRefused where the folder can't be written.
    """
    column = each.strip()
    if not column or "," in column:
        raise typer.BadParameter("one column is needed", param_hint="--each")
    if output is None or output == "-":
        raise typer.BadParameter("--each writes one report a group: name a folder for them", param_hint="-o")
    if kind is ReportFormat.PDF:
        from samskab_cli.reporting import as_pdf

        as_pdf.check()
    place = Folder(Path(output), force)
    place.check()
    return Wanted("role" if column.casefold() in _ROLE else column, kind or ReportFormat.HTML, min_group, place, quiet)


def write_each(
    question_set: QuestionSet, given: Answers, wanted: Wanted, *, intro: str = "", conclusion: str = ""
) -> None:
    """Write one report a group, and the index. intro, conclusion: what stands in each, in Markdown.

    Raises AnswersRefused for a column that isn't there, OutputRefused; then nothing new lies there.
    """
    from samskab_cli.disclosure.per_group import results_by_group
    from samskab_cli.reporting.file_names import file_names
    from samskab_cli.reporting.view import view
    from samskab_cli.reporting.view_index import Reports, Shown

    groups = results_by_group(question_set, given, wanted.column, wanted.min_group)
    names = [_name(question_set, given, wanted.column, group) for group in groups.names]
    outcomes = (outcome for _, outcome in groups)
    with wanted.place.filling() as temporary:
        shown: list[Shown] = []
        withheld: list[tuple[str, Reason]] = []
        for name, file, outcome in _watched(zip(names, file_names(names), outcomes, strict=True), len(names), wanted):
            if isinstance(outcome, str):
                withheld.append((name, outcome))
            else:
                seen = view(outcome, question_set, outcome.context.language, intro=intro, conclusion=conclusion)
                full = f"{file}{_SUFFIXES[wanted.kind]}"
                _within(temporary, full).write_bytes(_content(outcome, seen, wanted.kind))
                shown.append(Shown(name, full, seen))
        index = _index(question_set, given, Reports(wanted.column, _heading(given), groups.min_group, shown, withheld))
        (temporary / INDEX).write_text(index, encoding="utf-8", newline="\n")
    if not wanted.quiet:
        say_one_grouping(groups.beside)


def _within(folder: Path, file: str) -> Path:
    """The file's place; OutputRefused where that isn't right in the folder."""
    target = (folder / file).resolve()
    if target.parent != folder.resolve():
        raise OutputRefused(f"{file}: would lie outside the folder")
    return target


def _content(result: Result, seen: ReportView, kind: ReportFormat) -> bytes:
    if kind is not ReportFormat.JSON:
        return rendered(seen, kind)
    from samskab_cli.reporting import as_json

    return as_json.dumps(result).encode("utf-8")


def _index(question_set: QuestionSet, given: Answers, reports: Reports) -> str:
    from samskab_cli.reporting.as_html import page
    from samskab_cli.reporting.view_index import view_index

    language = given.context.language
    return page("index.html.j2", language, view=view_index(reports, question_set, language))


def _heading(given: Answers) -> str:
    """Matter and municipality, as far as they are known of all."""
    return " · ".join(part for part in (given.context.matter, given.context.municipality) if part)


def _name(question_set: QuestionSet, given: Answers, column: str, group: str | None) -> str:
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


def _watched(things: Iterable[_Thing], total: int, wanted: Wanted) -> Iterator[_Thing]:
    """The things, while a terminal is told how many of them are done."""
    told = not wanted.quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    last = 0.0
    for number, thing in enumerate(things, start=1):
        yield thing
        if told and (number == total or time.monotonic() - last > _LOOK):
            last = time.monotonic()
            sys.stderr.write(f"\r{number}/{total} groups{chr(10) if number == total else ''}")
            sys.stderr.flush()
