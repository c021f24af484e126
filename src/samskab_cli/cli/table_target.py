"""`--by` of tables, and tables as files: CSV, xlsx, parquet or SPSS by the suffix; `--excel`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.output import Destination, destination
from samskab_cli.cli.score_tables import Table, rows_sink
from samskab_cli.model.rules import ROLE_HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from samskab_cli.model.codebook import Variable

_TABLES = {"": Table.CSV, ".csv": Table.CSV, ".xlsx": Table.XLSX, ".parquet": Table.PARQUET, ".sav": Table.SAV}

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="COLUMN[,COLUMN]", help="A table of groups instead; `role` or columns of the file."),
]


def columns_of(named: str | None, option: str = "--by") -> tuple[str, ...]:
    """The columns that an option names. Raises BadParameter for one without a name, or named twice."""
    if named is None:
        return ()
    each = [column.strip() for column in named.split(",")]
    columns = tuple("role" if column.casefold() in ROLE_HEADINGS else column for column in each)
    if not all(columns) or len(set(columns)) < len(columns):
        raise typer.BadParameter("columns have names, each once, with a comma between", param_hint=option)
    return columns


@dataclass(frozen=True)
class TableTarget:
    """Where a table goes, and how it is written there."""

    option: str
    place: Destination
    table: Table

    @classmethod
    def of(cls, option: str, name: str | None, *, force: bool, excel: bool = False) -> TableTarget:
        """Raises BadParameter for a name that no table has; OutputRefused for .sav without what writes it."""
        place = destination(name, force=force)
        table = _TABLES.get(place.suffix)
        if table is None:
            *known, last = [suffix for suffix in _TABLES if suffix]
            message = f"no table has the suffix {place.suffix}; {', '.join(known)} or {last} has"
            raise typer.BadParameter(message, param_hint=option)
        if excel and table is not Table.CSV:
            raise typer.BadParameter(f"a {place.suffix} file is what it is; --excel is for .csv", param_hint="--excel")
        if table is Table.SAV:
            from samskab_cli.reporting.table_as_sav import check

            check()
        return cls(option, place, Table.EXCEL_CSV if excel else table)

    def same_place(self, other: TableTarget) -> bool:
        """Whether both lead to one file, or to stdout."""
        one, two = self.place.path, other.place.path
        if one is None or two is None:
            return one is two
        return os.path.realpath(one) == os.path.realpath(two)

    def write(self, frame: pl.DataFrame, codebook: Sequence[Variable]) -> None:
        """A whole table. Raises OutputRefused."""
        from samskab_cli.scoring.engine import collect

        with self.place.opened() as file, rows_sink(file, self.table, frame.lazy(), codebook) as sink:
            collect(sink)
