"""Screen of the report: first as a whole, then statements by weakness or by how far sides or votes are apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from samskab_cli.reporting import terminal
from samskab_cli.reporting.document import Block, Distribution, Document, Section
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.canvas import Canvas

Order = Literal["asked", "weakest", "disagreed"]
ORDERS: tuple[Order, ...] = ("asked", "weakest", "disagreed")
Look = Literal["first", "table", "sides", "items", "since"]
_SECTIONS = {
    "table": ("gates", "dimensions"),
    "sides": ("sides",),
    "items": ("items",),
    "since": ("followed", "changes"),
}


@dataclass(frozen=True)
class ReportScreen:
    """A report to be leafed through."""

    picture: Picture
    canvas: Canvas

    def lines(self, look: Look, order: Order, room: int) -> list[str]:
        """The lines of one look; `room` is what the first screen may take."""
        canvas, document = self.canvas, self.picture.document
        if look == "first":
            return terminal.first_screen(
                document.figures, width=canvas.width, encoding=canvas.encoding, colour=canvas.colour, height=room
            ).splitlines()
        document = self._ordered(document, order) if look == "items" else document
        return terminal.part(
            document, *_SECTIONS[look], width=canvas.width, encoding=canvas.encoding, colour=canvas.colour
        ).splitlines()

    def _ordered(self, document: Document, order: Order) -> Document:
        """The statements by weakness or by how far the sides or the votes are apart; without their dimensions."""
        if order == "asked":
            return document
        key = self._weakness if order == "weakest" else self._harmony
        return replace(document, sections=tuple(_sorted(section, key) for section in document.sections))

    def _weakness(self, item: str) -> float:
        score = self.picture.scores.get(item)
        return 101.0 if score is None else score

    def _harmony(self, item: str) -> float:
        return -self.picture.tensions.get(item, 0.0)


def _sorted(section: Section, key: Callable[[str], float]) -> Section:
    """The section with the statements of its distribution in another order."""
    return replace(section, blocks=tuple(_sorted_rows(block, key) for block in section.blocks))


def _sorted_rows(block: Block, key: Callable[[str], float]) -> Block:
    if not isinstance(block, Distribution):
        return block
    rows = (replace(row, group="") for row in sorted(block.table.rows, key=lambda row: key(row.id)))
    return replace(block, table=replace(block.table, rows=tuple(rows)))
