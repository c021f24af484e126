"""Workbooks, .xlsx and .ods alike: which sheet is read (`--sheet`), all of them as one, hidden ones by name."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final
from xml.parsers import expat

from samskab_cli.loading.readers.grid import Grid
from samskab_cli.loading.readers.ods import read_ods
from samskab_cli.loading.readers.refused_formats import EXCEL, LIBRE, office_of
from samskab_cli.loading.readers.rows_as_sheet import table
from samskab_cli.loading.readers.sheet import Record, Sheet
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.xlsx import read_xlsx
from samskab_cli.model.text import clean, shown

ALL: Final = "all"
SHEET: Final = "sheet"
"""The heading over a sheet's name, where several are read together."""
_NONE: Final = "a workbook that can't be read; open it, and save it as .xlsx again"

Read = Callable[[zipfile.ZipFile, Source], list[Grid]]


def read_workbook(source: Source, wanted: str | None) -> list[Sheet]:
    """The sheet of this name, all visible ones with a table, or the only one. wanted: a name, or `all`.

    Raises AnswersRefused, for documents of an office that are no workbook, too.
    """
    kind = office_of(source)
    if kind not in {EXCEL, LIBRE}:
        raise source.refused(kind)
    grids = _grids(source, read_ods if kind == LIBRE else read_xlsx)
    hidden = tuple(grid.name for grid in grids if not grid.visible)
    if wanted is None or _key(wanted) != ALL or any(_key(grid.name) == ALL for grid in grids):
        return [_sheet(source, _one(source, grids, wanted), kind, hidden)]
    return [_named(_sheet(source, grid, kind, hidden), grid) for grid in _tables(source, grids)]


def _grids(source: Source, read: Read) -> list[Grid]:
    try:
        with source.opened() as stream, zipfile.ZipFile(stream) as archive:
            return read(archive, source)
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        LookupError,
        ValueError,
        StopIteration,
        OverflowError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise source.refused(_NONE) from error


def _one(source: Source, grids: Sequence[Grid], wanted: str | None) -> Grid:
    visible = [grid for grid in grids if grid.visible]
    if wanted is not None:
        named = next((grid for grid in grids if _key(grid.name) == _key(wanted)), None)
        if named is None:
            known = ", ".join(shown(grid.name) for grid in visible) or "none"
            raise source.refused(f"no sheet {shown(wanted)}; there are: {known}")
        return named
    tables = [grid for grid in visible if grid.is_table]
    if len(tables) > 1:
        names = ", ".join(shown(grid.name) for grid in tables)
        raise source.refused(
            f"several sheets hold a table: {names}; name one in a mapping file (`sheet:`), or `sheet: all`"
        )
    if not visible:
        raise source.refused("a workbook without a visible sheet")
    return tables[0] if tables else visible[0]


def _tables(source: Source, grids: Sequence[Grid]) -> list[Grid]:
    tables = [grid for grid in grids if grid.visible and grid.is_table]
    if not tables:
        raise source.refused("a workbook without a visible sheet that holds a table")
    return tables


def _sheet(source: Source, grid: Grid, kind: str, hidden: tuple[str, ...]) -> Sheet:
    facts = replace(grid.finish(), hidden_sheets=hidden)
    return replace(table(source, f"{kind}, sheet {shown(grid.name)}", grid.rows), facts=facts)


def _named(sheet: Sheet, grid: Grid) -> Sheet:
    """A sheet whose every record ends in its name, under a heading: those as wide as the table's first whole row."""
    width = len(sheet.head[0].cells)
    whole = next((record.line for record in sheet.head if sum(map(bool, record.cells)) * 2 > width), sheet.head[0].line)

    def records() -> Iterator[Record]:
        for record in sheet.records():
            yield Record(record.line, [*record.cells, SHEET if record.line <= whole else grid.name])

    head = list(islice(records(), len(sheet.head)))
    return replace(sheet, file=f"{sheet.file} [{clean(grid.name)}]", head=head, records=records)


def _key(name: str) -> str:
    return name.strip().casefold()
