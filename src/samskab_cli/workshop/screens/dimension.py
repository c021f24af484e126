"""After a dimension: what it came to, where the sides differ, and the advice of its lowest statement."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.model.text import clean
from samskab_cli.reporting.terminal.bars import axis, bar
from samskab_cli.workshop.facilitator import Desk
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked

_WIDEST_BAR = 70


@dataclass(frozen=True)
class DimensionScreen:
    """A dimension that has been answered, drawn."""

    desk: Desk
    canvas: Canvas
    picture: Picture
    message: str = ""
    hides_numbers: bool = False

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        interview, words, canvas = self.desk.interview, self.desk.words, self.canvas
        said, shown = words.summary, self.picture.dimension(interview.dimension.id)
        place = interview.dimensions.index(interview.dimension) + 1
        part = words.question.part.format(number=place, total=len(interview.dimensions))
        following = interview.dimensions[place : place + 1]
        go_on = said.go_on.format(dimension=clean(following[0].title.text(words.language))) if following else ""
        figures = [canvas.said(said.numbers_hidden, indent=2)] if self.hides_numbers else [self._bar(), self._sides()]
        blocks = [
            Block([canvas.text(f"{said.done.format(dimension=shown.title)} {canvas.signs.dot} {part}", bold=True)]),
            Block(canvas.said(shown.question, indent=2, widest=76), rank=3),
            *(Block(lines) for lines in figures),
            Block(self._advice(), rank=2),
            Block(canvas.said(self.message), rank=1),
            Block(canvas.keys(go_on or said.go_on_last)),
        ]
        return stacked(blocks, canvas.height - 1)

    def _bar(self) -> list[Text]:
        canvas, shown = self.canvas, self.picture.dimension(self.desk.interview.dimension.id)
        if shown.figure.kind != "number":
            return canvas.said(f"{shown.figure.text}. {shown.word}", indent=2)
        width = min(canvas.width - 28, _WIDEST_BAR)
        cutoffs = self.picture.view.cutoffs
        row = Text("  ").append_text(bar(shown.figure.position, width, [cutoff for cutoff, _ in cutoffs], canvas.signs))
        row.append_text(canvas.text(f"  {shown.figure.text}  {canvas.signs.level(shown.level)} {shown.word}"))
        return [row, Text("  " + axis(width, cutoffs))]

    def _sides(self) -> list[Text]:
        words, shown = self.desk.words.summary, self.picture.dimension(self.desk.interview.dimension.id)
        compared = [one for one in shown.sides if one.figure is not None]
        if len(compared) < 2:
            return []
        widest = max(cell_len(words.gap), *(cell_len(one.side.label) for one in compared)) + 2
        rows = []
        for one in compared:
            name = one.side.label + " " * (widest - cell_len(one.side.label))
            figure = one.figure.text if one.figure else ""
            rows.append(self.canvas.text(f"  {self.canvas.signs.side(one.side.mark)} {name}{figure:>6}"))
        if shown.gap:
            large = f"   {words.gap_large}" if self.picture.is_large(shown.id) else ""
            rows.append(self.canvas.text(f"    {words.gap:<{widest}}{shown.gap:>6}{large}"))
        return rows

    def _advice(self) -> list[Text]:
        interview, words, canvas = self.desk.interview, self.desk.words, self.canvas
        items = tuple(item.id for item in interview.dimension.items if item in interview.items)
        lowest = self.picture.lowest(items)
        if lowest is None:
            return []
        figure = "" if self.hides_numbers else f"  {lowest.figure.text}"
        lines = canvas.said(f"{words.summary.lowest}: {lowest.text}{figure}", indent=2)
        advice = interview.question_set.item_by_id[lowest.id].advice
        if advice is not None:
            lines += canvas.said(clean(advice.what.text(words.language)), indent=4)
            by = words.summary.by.format(who=clean(advice.who.text(words.language)), days=advice.days)
            lines += canvas.said(by, indent=4)
        return lines
