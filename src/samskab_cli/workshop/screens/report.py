"""The report on the screen: first as a whole, then what the room wants to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samskab_cli.reporting import terminal
from samskab_cli.reporting.report_view import ItemView, ReportView
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.canvas import Canvas

Order = Literal["asked", "weakest", "disagreed"]
ORDERS: tuple[Order, ...] = ("asked", "weakest", "disagreed")
Look = Literal["first", "table", "sides", "items"]


@dataclass(frozen=True)
class ReportScreen:
    """A report to be leafed through."""

    picture: Picture
    canvas: Canvas

    def lines(self, look: Look, order: Order, room: int) -> list[str]:
        """The lines of one look; `room` is what the first screen may take."""
        shows = {"width": self.canvas.width, "encoding": self.canvas.encoding, "colour": self.canvas.colour}
        view = self.picture.view
        if look == "first":
            said = terminal.first_screen(view, height=room, **shows)  # type: ignore[arg-type]  # as they are named
        else:
            view = self._ordered(view, order) if look == "items" else view
            said = terminal.part(view, look, **shows)  # type: ignore[arg-type]  # as they are named
        return said.splitlines()

    def _ordered(self, view: ReportView, order: Order) -> ReportView:
        """The statements by weakness or by how far the sides or the votes are apart; without their dimensions."""
        if order == "asked":
            return view
        key = self._weakness if order == "weakest" else self._harmony
        items = [item.model_copy(update={"dimension": ""}) for item in sorted(view.items, key=key)]
        return view.model_copy(update={"items": tuple(items)})

    def _weakness(self, item: ItemView) -> float:
        score = self.picture.scores.get(item.id)
        return 101.0 if score is None else score

    def _harmony(self, item: ItemView) -> float:
        return -self.picture.tensions.get(item.id, 0.0)
