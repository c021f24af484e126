"""`BoardRows`: roles and boxes drawn with the cursor, and the line about who isn't asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.workshop.board import Row
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.screens.canvas import Canvas

_FEWEST_ROWS = 2


@dataclass(frozen=True)
class BoardRows:
    """The rows of the board, as many as fit; the one that is typed into is always among them."""

    facilitator: Facilitator
    canvas: Canvas
    hides_digits: bool = False

    def lines(self, room: int) -> list[Text]:
        """At most `room` lines."""
        board = self.facilitator.interview.board
        room = max(room, _FEWEST_ROWS)
        first = max(0, min(board.place - room // 2, len(board.rows) - room))
        shown = board.rows[first : first + room]
        lines = [self._line(row, is_current=row is board.row) for row in shown]
        signs = self.canvas.signs
        if first:
            lines[0].append(f"  {signs.ellipsis}")
        if first + room < len(board.rows):
            lines[-1].append(f"  {signs.ellipsis}")
        return lines

    def _line(self, row: Row, *, is_current: bool) -> Text:
        canvas, board = self.canvas, self.facilitator.interview.board
        names = [canvas.spell(self.facilitator.captions.role(one.role)) for one in board.rows]
        widest = min(max(map(cell_len, names)), canvas.width // 2 - 6)
        name = canvas.cut(self.facilitator.captions.role(row.role), widest)
        sign = canvas.signs.here if is_current else canvas.signs.ready if row.is_settled else " "
        boxes = self._boxes(row, canvas.width - widest - 9)
        return canvas.text(f"  {sign} {name}   {boxes}", bold=is_current)

    def _boxes(self, row: Row, room: int) -> str:
        """A box a person; where these are too many, how many of how many, and the cards typed last."""
        cards = self._cards(row)
        if 2 * row.people <= room:
            return " ".join([*cards, *[self.canvas.signs.box] * row.missing])
        count = self.facilitator.words.votes.of.format(n=len(cards), people=row.people)
        tail = max((room - cell_len(count) - 6) // 2, 0)
        last = cards[len(cards) - tail :] if tail else []
        more = f"{self.canvas.signs.ellipsis} " if len(last) < len(cards) else ""
        return f"{count}   {more}{' '.join(last)}"

    def _cards(self, row: Row) -> Sequence[str]:
        if self.hides_digits:
            return [self.canvas.signs.sides[0]] * len(row.cards)
        return [self.facilitator.keys.key_of(card) for card in row.cards]
