"""`samskab score`: figures in a table, a row a respondent or a row a group."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.aside import say
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
from samskab_cli.cli.streams import stdout_bytes

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.model.answers import Answers
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.scoring.group_rows import Cell

_LATER = ".xlsx"
_ROLE = {"role", "rolle"}  # what the column may be called in a file

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="COLUMN[,COLUMN]", help="One row a group instead; `role` or columns of the file."),
]
RangesOption = Annotated[bool, typer.Option("--ranges", help="With the low and high figures.")]


@reads_answers
def score(
    answers: AnswerFiles,
    question_set: QuestionSetOption = "readiness",
    by: ByOption = None,
    ranges: RangesOption = False,
    min_group: MinGroupOption = None,
    *,
    reading: Reading,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Score answers in batch: one row a respondent, or one row a group."""
    columns = _columns(by)
    place = destination(output, force=force)
    _check_suffix(place, columns)
    place.check()

    from samskab_cli.cli.reading import read
    from samskab_cli.loading.question_sets import load_question_set

    asked = load_question_set(question_set)
    given = read(answers, asked, reading, force=force, groups=columns)
    if columns:
        _write_groups(asked, given, columns, min_group, ranges=ranges, place=place)
        remark = "another grouping, or the same one without somebody, could be subtracted from it: publish one"
    else:
        _write_respondents(asked, given, ranges=ranges, place=place)
        remark = "one row a respondent is personal data; --by gives groups"
    if not reading.quiet:
        say(f"note: {remark}")


def _columns(by: str | None) -> tuple[str, ...]:
    if by is None:
        return ()
    named = [column.strip() for column in by.split(",")]
    columns = tuple("role" if column.casefold() in _ROLE else column for column in named)
    if not all(columns) or len(set(columns)) < len(columns):
        raise typer.BadParameter("columns have names, each once, with a comma between", param_hint="--by")
    return columns


def _check_suffix(place: Destination, columns: tuple[str, ...]) -> None:
    if place.suffix == _LATER:
        raise typer.BadParameter(f"{_LATER} tables are not yet in this version; .csv is", param_hint="-o")
    if place.suffix == ".parquet" and columns:
        raise typer.BadParameter("groups go into a .csv: a figure's place may hold a reason", param_hint="-o")
    if place.suffix not in {"", ".csv", ".parquet"}:
        raise typer.BadParameter(f"no table has the suffix {place.suffix}; .csv or .parquet has", param_hint="-o")


def _write_respondents(asked: QuestionSet, given: Answers, *, ranges: bool, place: Destination) -> None:
    from samskab_cli.scoring.engine import respondent_rows
    from samskab_cli.scoring.spreadsheet import safe_texts

    rows = respondent_rows(asked, given, ranges=ranges)
    if place.path is None:
        with stdout_bytes() as file:
            _with_safe_headings(safe_texts(rows)).sink_csv(file)
        return
    with place.replacing() as temporary:
        if place.suffix == ".parquet":
            rows.sink_parquet(temporary)
        else:
            _with_safe_headings(safe_texts(rows)).sink_csv(temporary)


def _with_safe_headings(rows: pl.LazyFrame) -> pl.LazyFrame:
    from samskab_cli.reporting.tables import safe_cell

    return rows.rename({name: safe_cell(name) for name in rows.collect_schema().names()})


def _write_groups(
    asked: QuestionSet,
    given: Answers,
    columns: Sequence[str],
    min_group: int | None,
    *,
    ranges: bool,
    place: Destination,
) -> None:
    from samskab_cli.scoring.engine import find_by
    from samskab_cli.scoring.group_rows import disclose_groups

    rows = disclose_groups(find_by(asked, given, columns), columns, min_group, ranges=ranges)
    place.write(_table(rows).encode("utf-8"))


def _table(rows: Sequence[Mapping[str, Cell]]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([_cell(heading) for heading in rows[0]] if rows else ())
    table.writerows([_cell(cell) for cell in row.values()] for row in rows)
    return out.getvalue()


def _cell(cell: Cell) -> str | float | None:
    from samskab_cli.model.result import Withheld
    from samskab_cli.reporting.tables import safe_cell

    if isinstance(cell, Withheld):
        return cell.withheld.value
    return safe_cell(cell) if isinstance(cell, str) else cell
