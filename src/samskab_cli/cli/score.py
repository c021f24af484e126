"""`samskab score`: figures in a table, a row a respondent or a row a group."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.messages import say, say_one_grouping
from samskab_cli.cli.options import (
    AnswerFiles,
    ForceOption,
    MinGroupOption,
    OutputOption,
    QuestionSetOption,
    Reading,
    reads_answers,
)
from samskab_cli.cli.output import Destination, destination
from samskab_cli.cli.progress import Told, progress
from samskab_cli.cli.score_tables import Table, rows_sink, watched, write_groups
from samskab_cli.model.rules import ROLE_HEADINGS

if TYPE_CHECKING:
    from samskab_cli.model.answers import Answers
    from samskab_cli.model.question_set import QuestionSet

_TABLES = {"": Table.CSV, ".csv": Table.CSV, ".xlsx": Table.XLSX, ".parquet": Table.PARQUET}

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="COLUMN[,COLUMN]", help="One row a group instead; `role` or columns of the file."),
]
GroupsOption = Annotated[
    str | None,
    typer.Option("--groups", metavar="FILE", help="Write the --by table here, beside the rows."),
]
RangesOption = Annotated[bool, typer.Option("--ranges", help="With the low and high figures.")]
ExcelOption = Annotated[
    bool, typer.Option("--excel", help="CSV as Danish spreadsheets open it: `;`, decimal comma, byte order mark.")
]


@reads_answers
def score(
    answers: AnswerFiles,
    question_set: QuestionSetOption = None,
    by: ByOption = None,
    groups: GroupsOption = None,
    ranges: RangesOption = False,
    excel: ExcelOption = False,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Score answers in batch, one row a respondent or a group."""
    columns = _columns(by)
    if groups is not None and not columns:
        raise typer.BadParameter("what to group by is said with --by", param_hint="--groups")
    main = _Target.of("-o", output, force=force, excel=excel)
    beside = _Target.of("--groups", groups, force=force, excel=excel) if groups is not None else None
    to_rows = main if beside or not columns else None
    to_groups = beside or (main if columns else None)
    _check(to_rows, to_groups)

    from samskab_cli.cli.reading import hold_to_the_room, read, say_about_people
    from samskab_cli.loading.sets.versions import set_for

    asked = set_for(question_set, answers)
    given = read(answers, asked, reading, force=force, groups=columns)
    hold_to_the_room(min_group, given)
    if to_groups is not None:
        say_about_people([(asked, given)], min_group, reading)
    figures = _Figures(asked, given, columns, min_group, ranges, reading.quiet)
    if to_rows is None:
        figures.write_groups(to_groups or main)
    else:
        with progress("scoring", quiet=reading.quiet) as told:
            figures.write_rows(to_rows, to_groups, told)
    if to_rows and not reading.quiet:
        say("note: one row a respondent is personal data; --by gives groups")


def _columns(by: str | None) -> tuple[str, ...]:
    if by is None:
        return ()
    named = [column.strip() for column in by.split(",")]
    columns = tuple("role" if column.casefold() in ROLE_HEADINGS else column for column in named)
    if not all(columns) or len(set(columns)) < len(columns):
        raise typer.BadParameter("columns have names, each once, with a comma between", param_hint="--by")
    return columns


@dataclass(frozen=True)
class _Target:
    """Where a table goes, and how it is written there."""

    option: str
    place: Destination
    table: Table

    @classmethod
    def of(cls, option: str, name: str | None, *, force: bool, excel: bool) -> _Target:
        """Raises BadParameter for a name that no table has."""
        place = destination(name, force=force)
        table = _TABLES.get(place.suffix)
        if table is None:
            raise typer.BadParameter(
                f"no table has the suffix {place.suffix}; .csv, .xlsx or .parquet has", param_hint=option
            )
        if excel and table is not Table.CSV:
            raise typer.BadParameter(f"a {place.suffix} file is what it is; --excel is for .csv", param_hint="--excel")
        return cls(option, place, Table.EXCEL_CSV if excel else table)


def _check(rows: _Target | None, groups: _Target | None) -> None:
    """Refuse what can be seen to fail before anything is read. Raises BadParameter, OutputRefused."""
    if groups and groups.table is Table.PARQUET:
        what = "groups go into a .csv or .xlsx: a figure's place may hold a reason"
        raise typer.BadParameter(what, param_hint=groups.option)
    if rows and groups and _same(rows.place, groups.place):
        raise typer.BadParameter("the rows go there already", param_hint=groups.option)
    for target in (rows, groups):
        if target:
            target.place.check()


def _same(one: Destination, other: Destination) -> bool:
    if one.path is None or other.path is None:
        return one.path is other.path
    return os.path.realpath(one.path) == os.path.realpath(other.path)


@dataclass(frozen=True)
class _Figures:
    """What is asked of which answers."""

    asked: QuestionSet
    given: Answers
    columns: tuple[str, ...]
    min_group: int | None
    ranges: bool
    quiet: bool

    def write_rows(self, target: _Target, groups: _Target | None, told: Told | None) -> None:
        """One row a respondent; where groups are wanted, both files appear or neither."""
        from samskab_cli.scoring.engine import collect, respondent_rows

        rows = respondent_rows(self.asked, self.given, ranges=self.ranges)
        if told is not None:
            rows = watched(rows, told)
        with replace(target.place, personal=True).opened() as file:
            with rows_sink(file, target.table, rows) as sink:
                collect(sink)
            if groups is not None:
                self.write_groups(groups)

    def write_groups(self, target: _Target) -> None:
        """One row a group."""
        from samskab_cli.disclosure.group_table import group_rows

        table = group_rows(self.asked, self.given, self.columns, self.min_group, ranges=self.ranges)
        with target.place.opened() as file:
            write_groups(file, target.table, table.headings, table.rows)
        if not self.quiet:
            say_one_grouping(table.beside)
