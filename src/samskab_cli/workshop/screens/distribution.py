"""Screen of the votes on a statement, once all have voted: how far apart they lie, and what to talk about."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from samskab_cli.model.text import clean
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.answer_chart import PictureRows
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked
from samskab_cli.workshop.screens.key_line import key_lines
from samskab_cli.workshop.screens.question import QuestionScreen
from samskab_cli.workshop.stage import Stage


@dataclass(frozen=True)
class DistributionScreen:
    """The distribution of one item, drawn."""

    facilitator: Facilitator
    canvas: Canvas
    picture: Picture
    message: str = ""
    shows_numbers: bool = False

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        facilitator, canvas = self.facilitator, self.canvas
        question = QuestionScreen(facilitator, canvas)
        rows = facilitator.captions.rows_with_before(self.picture)
        figures = facilitator.captions.gap(self.picture) if self.shows_numbers else ""
        blocks = [
            Block(question.head()),
            Block(question.statement()),
            Block(PictureRows(facilitator, canvas, rows).lines()),
            Block(canvas.wrapped(facilitator.captions.turned_note(), indent=2), rank=4),
            Block(canvas.wrapped(figures, indent=2), rank=1),
            Block(canvas.wrapped(facilitator.captions.agreed(), indent=2), rank=1),
            Block(canvas.wrapped(facilitator.captions.dilemma(), indent=2, widest=76), rank=3),
            *(
                Block(canvas.wrapped(f"{label}: {clean(text)}", indent=2), rank=5)
                for label, text in facilitator.notebook.lines()
            ),
            Block(canvas.wrapped(self.message), rank=2),
            Block(key_lines(facilitator, canvas, facilitator.words.commands.enter[Stage.DISTRIBUTION])),
        ]
        return stacked(blocks, canvas.height - 1)
