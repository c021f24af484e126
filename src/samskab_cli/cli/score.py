"""`samskab score`: figures in a table, a row a respondent or a row a group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.messages import say, say_nothing_shown, say_one_grouping
from samskab_cli.cli.options import (
    AnswerFiles,
    ForceOption,
    MinGroupOption,
    OutputOption,
    QuestionSetOption,
    Reading,
    reads_answers,
)
from samskab_cli.cli.progress import RowsDone, progress
from samskab_cli.cli.score_tables import HAVE_A_CODEBOOK, Table, rows_sink, watched, write_groups
from samskab_cli.cli.table_target import ByOption, TableTarget, columns_of

if TYPE_CHECKING:
    from samskab_cli.api import Answers
    from samskab_cli.model.codebook import Variable

GroupsOption = Annotated[
    str | None,
    typer.Option("--groups", metavar="FILE", help="Write the --by table here, beside the rows."),
]
LongOption = Annotated[
    bool, typer.Option("--long", help="The --by table with a row for each figure, and numbers only.")
]
KeepOption = Annotated[
    str | None,
    typer.Option("--keep", metavar="COLUMN[,COLUMN]", help="Columns of the file that go along into the rows."),
]
ItemsOption = Annotated[bool, typer.Option("--items", help="Rows with the answer to each item as well.")]
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
    long: LongOption = False,
    keep: KeepOption = None,
    items: ItemsOption = False,
    ranges: RangesOption = False,
    excel: ExcelOption = False,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Score answers in batch, one row a respondent or a group."""
    columns, kept = columns_of(by), columns_of(keep, "--keep")
    main = TableTarget.of("-o", output, force=force, excel=excel)
    beside = TableTarget.of("--groups", groups, force=force, excel=excel) if groups is not None else None
    to_rows = main if beside or not columns else None
    to_groups = beside or (main if columns else None)
    _check(to_rows, to_groups, long=long, grouped=bool(columns), of_rows={"--keep": bool(kept), "--items": items})

    from samskab_cli.api import question_set as set_of
    from samskab_cli.api.parameters import check_min_group
    from samskab_cli.cli.reading import read, say_about_people

    carried = tuple(dict.fromkeys((*columns, *(column for column in kept if column != "role"))))
    given = read(answers, set_of(question_set, answers), reading, force=force, groups=carried)
    check_min_group(min_group, given.data)
    if to_groups is not None:
        say_about_people([given], min_group, reading)
    figures = _Figures(given, columns, min_group, ranges, long, items, reading.quiet)
    if to_rows is None:
        figures.write_groups(to_groups or main)
    else:
        with progress("scoring", quiet=reading.quiet) as told:
            figures.write_rows(to_rows, to_groups, told)
    if to_rows and not reading.quiet:
        say("note: one row a respondent is personal data; --by gives groups")


def _check(
    rows: TableTarget | None, groups: TableTarget | None, *, long: bool, grouped: bool, of_rows: dict[str, bool]
) -> None:
    """Refuse what can be seen to fail before anything is read. Raises BadParameter, OutputRefused."""
    if not grouped and (groups is not None or long):
        option = "--groups" if groups is not None else "--long"
        raise typer.BadParameter("what to group by is said with --by", param_hint=option)
    if rows is None and (asked := [option for option, given in of_rows.items() if given]):
        raise typer.BadParameter("it is about rows; --by alone writes groups", param_hint=asked[0])
    if groups and not long and groups.table in {Table.PARQUET, Table.SAV}:
        what = "groups go into a .csv or .xlsx: a figure's place may hold a reason; --long has a column for it"
        raise typer.BadParameter(what, param_hint=groups.option)
    if rows and groups and rows.same_place(groups):
        raise typer.BadParameter("the rows go there already", param_hint=groups.option)
    for target in (rows, groups):
        if target:
            target.place.check()


@dataclass(frozen=True)
class _Figures:
    """What is asked of which answers."""

    given: Answers
    columns: tuple[str, ...]
    min_group: int | None
    ranges: bool
    long: bool
    items: bool
    quiet: bool

    def codebook(self, table: str, target: TableTarget) -> list[Variable]:
        """What the columns of one of the tables mean, in the language of the answers; nothing where it isn't kept."""
        if target.table not in HAVE_A_CODEBOOK:
            return []
        from samskab_cli.fielding.codebook import codebook

        asked, language = self.given.question_set, self.given.data.context.language
        variables = codebook(asked, language if language in asked.languages else asked.languages[0])
        return [one for one in variables if one.table == table]

    def write_rows(self, target: TableTarget, groups: TableTarget | None, told: RowsDone | None) -> None:
        """One row a respondent; where groups are wanted, both files appear or neither."""
        from samskab_cli.scoring.engine import collect

        codes = target.table is Table.SAV
        rows = self.given.scan_rows(ranges=self.ranges, items=self.items, missing_codes=codes)
        if told is not None:
            rows = watched(rows, told)
        with replace(target.place, personal=True).opened() as file:
            with rows_sink(file, target.table, rows, self.codebook("rows", target)) as sink:
                collect(sink)
            if groups is not None:
                self.write_groups(groups)

    def write_groups(self, target: TableTarget) -> None:
        """One row a group, or a group and figure."""
        if self.long:
            long = self.given.long_table(self.columns, self.min_group)
            groups = long.groups
            target.write(long.frame, self.codebook("long", target))
        else:
            table = self.given.group_table(self.columns, self.min_group, ranges=self.ranges)
            groups = table.groups
            with target.place.opened() as file:
                write_groups(file, target.table, table.headings, table.rows)
        if not self.quiet:
            if groups.grouping.shows_nothing:
                say_nothing_shown(groups, has_agreed=self.given.data.min_group is not None)
            else:
                say_one_grouping(groups.grouping.beside)
