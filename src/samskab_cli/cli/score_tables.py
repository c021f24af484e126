"""The tables of `samskab score` as files: CSV as data or as a Danish spreadsheet takes it, parquet, a workbook."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.cli.progress import RowsDone
    from samskab_cli.disclosure.group_table import Cell
    from samskab_cli.model.codebook import Variable


class Table(StrEnum):
    """How a table is written."""

    CSV = "csv"
    EXCEL_CSV = "csv for Danish spreadsheets"
    """With `;`, decimal comma and a byte order mark."""
    XLSX = "xlsx"
    PARQUET = "parquet"
    SAV = "sav"


HAVE_A_CODEBOOK: Final = frozenset({Table.PARQUET, Table.SAV})
"""Files that say what their columns mean."""
_MANY_ROWS: Final = 10_000
Shown = str | float | int | None


@contextlib.contextmanager
def rows_sink(
    file: Path | BinaryIO, table: Table, rows: pl.LazyFrame, codebook: Sequence[Variable] = ()
) -> Iterator[pl.LazyFrame]:
    """A sink of a table, to be collected inside the block.

    file: a path; for CSV also an open file. codebook: what its columns mean, for files that can hold it.
    Raises OutputRefused where a workbook has no room for all rows.
    """
    from samskab_cli.scoring.spreadsheet_cells import safe_texts

    match table, file:
        case Table.CSV, _:
            yield _with_safe_headings(safe_texts(rows)).sink_csv(file, lazy=True)
        case Table.EXCEL_CSV, _:
            safe = _with_safe_headings(safe_texts(rows))
            yield safe.sink_csv(file, separator=";", decimal_comma=True, include_bom=True, lazy=True)
        case Table.PARQUET, _:
            from samskab_cli.fielding.codebook import as_json

            yield rows.sink_parquet(file, lazy=True, metadata={"samskab.codebook": as_json(codebook)})
        case Table.XLSX, Path():
            from samskab_cli.reporting.table_as_xlsx import sheet

            with sheet(file, rows.collect_schema().names()) as write:
                yield rows.sink_batches(lambda batch: write(batch.iter_rows()), chunk_size=_MANY_ROWS, lazy=True)
        case Table.SAV, Path():
            import polars as pl

            from samskab_cli.reporting.table_as_sav import write as write_sav

            batches: list[pl.DataFrame] = [pl.DataFrame(schema=rows.collect_schema())]
            yield rows.sink_batches(batches.append, chunk_size=_MANY_ROWS, lazy=True)
            write_sav(file, pl.concat(batches), codebook)
        case _:
            raise TypeError("a workbook has a path")


def watched(rows: pl.LazyFrame, told: RowsDone) -> pl.LazyFrame:
    """The same rows; as they go by, `told` hears how many have, of how many."""
    import polars as pl

    many = rows.select(pl.len()).collect().item()
    done = 0

    def count(batch: pl.DataFrame) -> pl.DataFrame:
        nonlocal done
        done += len(batch)
        told(done, many)
        return batch

    return rows.map_batches(count, streamable=True, schema=rows.collect_schema())


def write_groups(file: Path | BinaryIO, table: Table, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """One row a group; what is withheld has its reason in the figure's place. Raises OSError."""
    shown = ([_shown(cell) for cell in row] for row in rows)
    if table is Table.XLSX and isinstance(file, Path):
        from samskab_cli.reporting.table_as_xlsx import sheet

        with sheet(file, headings) as write:
            write(shown)
        return
    excel = table is Table.EXCEL_CSV
    if isinstance(file, Path):
        with file.open("wb") as opened:
            _write_csv(opened, headings, shown, excel=excel)
    else:
        _write_csv(file, headings, shown, excel=excel)


def _write_csv(file: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[Shown]], *, excel: bool) -> None:
    """Row by row: there may be a hundred thousand groups."""
    from samskab_cli.reporting.spreadsheet_cell import safe_cell

    def written(cell: Shown) -> Shown:
        if isinstance(cell, str):
            return safe_cell(cell)
        return str(cell).replace(".", ",") if excel and isinstance(cell, float) else cell

    out = io.TextIOWrapper(file, encoding="utf-8-sig" if excel else "utf-8", newline="", write_through=False)
    table = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\n")
    table.writerow([safe_cell(heading) for heading in headings])
    table.writerows([written(cell) for cell in row] for row in rows)
    out.flush()
    out.detach()


def _shown(cell: Cell) -> Shown:
    return cell.value if isinstance(cell, Enum) else cell


def _with_safe_headings(rows: pl.LazyFrame) -> pl.LazyFrame:
    from samskab_cli.reporting.spreadsheet_cell import safe_cell

    return rows.rename({name: safe_cell(name) for name in rows.collect_schema().names()})
