"""Screen to talk about one statement: its answers drawn large, what the room wrote, who begins."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from samskab_cli.model.answers import Mode
from samskab_cli.model.text import clean
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.answer_chart import PictureRows
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked
from samskab_cli.workshop.screens.key_line import key_lines
from samskab_cli.workshop.screens.question import QuestionScreen
from samskab_cli.workshop.stage import Stage


@dataclass(frozen=True)
class TalkScreen:
    """A topic, drawn."""

    facilitator: Facilitator
    canvas: Canvas
    picture: Picture
    message: str = ""
    shows_numbers: bool = False
    clock: str = ""
    """How long the room has talked; empty where it doesn't want to know."""

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        facilitator, canvas = self.facilitator, self.canvas
        words = facilitator.words
        if not facilitator.interview.topics:
            return stacked(
                [
                    Block([canvas.text(words.end.discuss, bold=True)]),
                    Block(canvas.wrapped(self.picture.view.no_discuss, indent=2)),
                    Block(canvas.wrapped(self.message), rank=1),
                    Block(canvas.wrapped(words.end.show_result)),
                ],
                canvas.height - 1,
            )
        figures = facilitator.captions.gap(self.picture) if self.shows_numbers else ""
        is_last = facilitator.interview.topic == len(facilitator.interview.topics) - 1
        enter = words.end.show_result.strip() if is_last and not facilitator.interview.leafs else ""
        blocks = [
            Block([canvas.between(facilitator.captions.place(), self.clock)]),
            Block(QuestionScreen(facilitator, canvas).statement()),
            Block(self._answers()),
            Block(canvas.wrapped(facilitator.captions.turned_note(), indent=2), rank=6),
            Block(canvas.wrapped(figures, indent=2), rank=1),
            Block(canvas.wrapped(facilitator.captions.dilemma(), indent=2, widest=76), rank=1),
            Block(canvas.wrapped(facilitator.captions.begins(self.picture), indent=2, widest=76), rank=4),
            Block(canvas.wrapped(facilitator.captions.agreed(), indent=2), rank=2),
            *self._said(),
            Block(canvas.wrapped(self.message), rank=1),
            Block([*canvas.wrapped(enter), *key_lines(facilitator, canvas, words.commands.enter[Stage.TALK])]),
        ]
        return stacked(blocks, canvas.height - 1)

    def _answers(self) -> list[Text]:
        facilitator, canvas = self.facilitator, self.canvas
        if facilitator.interview.mode is not Mode.CONSENSUS:
            return PictureRows(facilitator, canvas, facilitator.captions.rows_with_before(self.picture)).lines()
        return [
            *canvas.wrapped(facilitator.captions.answer(), indent=2),
            *canvas.wrapped(facilitator.captions.advice(), indent=2),
        ]

    def _said(self) -> list[Block]:
        """What the room wrote about it, the last first where there is no room for all."""
        lines = self.facilitator.notebook.lines()
        return [
            Block(self.canvas.wrapped(f"{label}: {clean(text)}", indent=2), rank=5 + len(lines) - place)
            for place, (label, text) in enumerate(lines)
        ]
