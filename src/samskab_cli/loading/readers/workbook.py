"""Excel workbooks: every cell as text, visible sheets only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from samskab_cli.loading.readers.inflating import MOST_BYTES
from samskab_cli.loading.readers.sheet import Sheet
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.table import table
from samskab_cli.model.text import shown

if TYPE_CHECKING:
    import polars as pl


def read_workbook(source: Source, sheet: str | None) -> Sheet:
    """The sheet of this name, or the only visible one with a table. Raises AnswersRefused.

    The caller has counted what is inside.
    """
    frames = _visible(source)
    if sheet is not None:
        found = next((name for name in frames if name.strip().casefold() == sheet.strip().casefold()), None)
        if found is None:
            known = ", ".join(map(shown, frames)) or "none"
            raise source.refused(f"no visible sheet {shown(sheet)}; there are: {known}")
    else:
        tables = [name for name, frame in frames.items() if frame.width > 1 and frame.height > 1]
        if len(tables) > 1:
            names = ", ".join(map(shown, tables))
            raise source.refused(f"several sheets hold a table: {names}; name one in a mapping file (`sheet:`)")
        if not frames:
            raise source.refused("a workbook without a visible sheet")
        found = tables[0] if tables else next(iter(frames))
    frame = frames[found]

    def rows() -> Iterable[tuple[int, list[str]]]:
        return ((number, [cell or "" for cell in row]) for number, row in enumerate(frame.iter_rows(), start=1))

    return table(source, f"Excel, sheet {shown(found)}", rows)


def _visible(source: Source) -> dict[str, pl.DataFrame]:
    """The cells of each visible sheet as text, without its empty rows and columns at the end."""
    import fastexcel  # noqa: PLC0415  # only a workbook waits for it

    with source.opened() as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        book = fastexcel.read_excel(content)
        sheets = [book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string") for name in book.sheet_names]
        return {sheet.name: sheet.to_polars() for sheet in sheets if sheet.visible == "visible"}
    except (fastexcel.FastExcelError, ValueError, OSError) as error:
        raise source.refused("a workbook that can't be read; open it, and save it as .xlsx again") from error
