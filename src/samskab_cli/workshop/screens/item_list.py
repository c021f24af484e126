"""Screen that lists every statement with its counted answers, scrolled; for answers given before the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from samskab_cli.model.question_set import Item
from samskab_cli.workshop.answer_keys import UNSURE_KEY
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked
from samskab_cli.workshop.screens.key_line import key_lines
from samskab_cli.workshop.stage import Stage

_COLUMN = 4
_COUNTS_FROM = 60
"""Cells of the window from which the counts have room beside a statement."""


@dataclass(frozen=True)
class ListScreen:
    """The list, drawn; `place`: where the cursor stands."""

    facilitator: Facilitator
    picture: Picture
    items: Sequence[Item]
    place: int
    message: str = ""

    def lines(self, canvas: Canvas) -> list[Text]:
        """At most as many as the canvas has, around the cursor."""
        words, interview = self.facilitator.words, self.facilitator.interview
        below = [
            *canvas.wrapped(self.message),
            *key_lines(self.facilitator, canvas, words.commands.enter[Stage.LIST]),
        ]
        people = words.talk.answered_before.format(n=len(interview.session.answers))
        rows = [self._row(canvas, number, item) for number, item in enumerate(self.items, start=1)]
        room = max(canvas.height - 6 - len(below), 2)
        first = max(0, min(self.place - room // 2, len(rows) - room))
        return stacked(
            [
                Block([canvas.between(words.talk.ranked, people)]),
                Block([*self._head(canvas), *rows[first : first + room]]),
                Block(canvas.wrapped("" if self.items else words.talk.nothing_shown)),
                Block(below),
            ],
            canvas.height - 1,
        )

    def _head(self, canvas: Canvas) -> list[Text]:
        columns = [*self.facilitator.keys.values, UNSURE_KEY] if self.items else []
        return [canvas.between("", "".join(key.rjust(_COLUMN) for key in columns))] if self._counts(canvas) else []

    def _row(self, canvas: Canvas, number: int, item: Item) -> Text:
        sign = canvas.signs.here if number - 1 == self.place else " "
        everybody = self.facilitator.captions.rows(self.picture, item)[-1]
        counts = [*everybody.counts, everybody.unsure]
        shown = "".join(str(count or canvas.signs.rest).rjust(_COLUMN) for count in counts)
        cells = shown if self._counts(canvas) else ""
        left = f"{sign}{number:>3}  {self.facilitator.captions.statement(item)}"
        width = canvas.width - 2 - len(cells)
        return canvas.between(canvas.cut(left, width), cells)

    @staticmethod
    def _counts(canvas: Canvas) -> bool:
        return canvas.width >= _COUNTS_FROM
