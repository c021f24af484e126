"""Screen after a dimension: where cards lay furthest apart, what to talk about; its figures only at a key.

A figure in the middle of the hour would colour the answers that follow.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.model.text import clean
from samskab_cli.reporting.terminal.bars import axis, bar
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.answer_chart import PictureRows
from samskab_cli.workshop.screens.canvas import STATEMENT, Block, Canvas, stacked
from samskab_cli.workshop.screens.key_line import key_lines

_WIDEST_BAR = 70


@dataclass(frozen=True)
class DimensionScreen:
    """A dimension that has been answered, drawn."""

    facilitator: Facilitator
    canvas: Canvas
    picture: Picture
    message: str = ""
    shows_numbers: bool = False

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        interview, words, canvas = self.facilitator.interview, self.facilitator.words, self.canvas
        texts, shown = words.summary, self.picture.dimension(interview.dimension.id)
        place = interview.dimensions.index(interview.dimension) + 1
        part = words.question.part.format(number=place, total=len(interview.dimensions))
        following = interview.dimensions[place : place + 1]
        title = clean(following[0].title.text(words.language)) if following else ""
        enter = texts.next.format(dimension=title) if title else texts.next_overview
        blocks = [
            Block([canvas.text(f"{texts.done.format(dimension=shown.title)} {canvas.signs.dot} {part}", bold=True)]),
            Block(canvas.wrapped(shown.question, indent=2, widest=76), rank=3),
            *([Block(self._bar()), Block(self._sides(), rank=1)] if self.shows_numbers else self._furthest()),
            Block(canvas.wrapped(self.message), rank=1),
            Block(key_lines(self.facilitator, canvas, enter)),
        ]
        return stacked(blocks, canvas.height - 1)

    def _furthest(self) -> list[Block]:
        facilitator, canvas = self.facilitator, self.canvas
        item = facilitator.captions.furthest(self.picture)
        texts = facilitator.words.summary
        if item is None:
            return [Block(canvas.wrapped(texts.no_distance, indent=2))]
        statement = canvas.wrapped(facilitator.captions.statement(item), indent=4, widest=STATEMENT)
        for line in statement:
            line.stylize("bold")
        rows = PictureRows(facilitator, canvas, facilitator.captions.rows(self.picture, item))
        return [
            Block(canvas.wrapped(f"{texts.furthest}:", indent=2)),
            Block(statement),
            Block(rows.lines()),
            Block(canvas.wrapped(facilitator.captions.dilemma(item), indent=2, widest=76), rank=2),
        ]

    def _bar(self) -> list[Text]:
        canvas, shown = self.canvas, self.picture.dimension(self.facilitator.interview.dimension.id)
        if shown.figure.kind != "number":
            return canvas.wrapped(f"{shown.figure.text}. {shown.word}", indent=2)
        width = min(canvas.width - 28, _WIDEST_BAR)
        cutoffs = self.picture.view.cutoffs
        row = Text("  ").append_text(bar(shown.figure.position, width, [cutoff for cutoff, _ in cutoffs], canvas.signs))
        row.append_text(canvas.text(f"  {shown.figure.text}  {canvas.signs.level(shown.level)} {shown.word}"))
        return [row, Text("  " + axis(width, cutoffs))]

    def _sides(self) -> list[Text]:
        words = self.facilitator.words.summary
        shown = self.picture.dimension_in_the_room(self.facilitator.interview.dimension.id)
        compared = [one for one in shown.sides if one.figure is not None and one.figure.kind == "number"]
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
