"""One question on the projector: where we are, the statement, its answers, and the keys."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.model.answers import Mode
from samskab_cli.model.text import clean
from samskab_cli.workshop.answer_keys import NOT_RELEVANT_KEY, UNSURE_KEY
from samskab_cli.workshop.facilitator import Desk
from samskab_cli.workshop.screens.canvas import STATEMENT, Block, Canvas, stacked

_TWO_COLUMNS_FROM = 7
_MARK = 4
_BAR_FROM = 14
"""Lines; on a smaller screen the words alone say how far the room is."""


@dataclass(frozen=True)
class QuestionScreen:
    """A question, drawn."""

    desk: Desk
    canvas: Canvas
    message: str = ""
    typed: str = ""
    """What stands in the line of the role that votes: dots."""
    with_help: bool = False
    with_all_keys: bool = False

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        interview, words = self.desk.interview, self.desk.words
        stem = interview.question_set.scale.stem
        votes = interview.mode is Mode.VOTES
        blocks = [
            Block(self.head()),
            Block(self.canvas.said(clean(stem.text(words.language))) if stem else [], rank=5),
            Block(self.statement()),
            Block(self._help() if self.with_help else [], rank=4),
            Block(self._options(), rank=1 if votes else 0),  # cards have the options; whose turn it is they don't say
            *([Block(self._invitation(), rank=6), Block(self._roles())] if votes else []),
            Block(self.canvas.said(self.message), rank=2),
            Block(self._keys(), rank=3),
        ]
        return stacked(blocks, self.canvas.height - 1)

    def head(self) -> list[Text]:
        """Where the room is."""
        interview, words = self.desk.interview, self.desk.words
        title = clean(interview.dimension.title.text(words.language))
        place = interview.dimensions.index(interview.dimension) + 1
        part = words.question.part.format(number=place, total=len(interview.dimensions))
        number = words.question.number.format(number=interview.number, total=len(interview.items))
        share = (interview.number - 1) / len(interview.items)
        place_said = self.canvas.between(f"{title} · {part}", number)
        return [place_said] if self.canvas.height < _BAR_FROM else [place_said, self.canvas.progress(share)]

    def statement(self) -> list[Text]:
        """The statement, in a measure that can be read aloud."""
        text = clean(self.desk.interview.item.text.text(self.desk.words.language))
        lines = self.canvas.said(text, indent=4, widest=STATEMENT)
        for line in lines:
            line.stylize("bold")
        return lines

    def _options(self) -> list[Text]:
        desk, given = self.desk, self.desk.interview.given
        rows = [(key, desk.label(value), value == given) for key, value in desk.keys.values.items()]
        lines = [self._option(key, label, chosen=chosen) for key, label, chosen in rows]
        if len(lines) >= _TWO_COLUMNS_FROM and self.canvas.height < len(lines) + 16:
            half = (len(lines) + 1) // 2
            left = max(line.cell_len for line in lines[:half]) + 4
            for line, right in zip(lines[:half], [*lines[half:], Text()], strict=False):
                line.append(" " * (left - line.cell_len))
                line.append_text(right)
            lines = lines[:half]
        others = ((UNSURE_KEY, "unsure"), (NOT_RELEVANT_KEY, "not_relevant"))
        said = "     ".join(
            f"{self.canvas.signs.sides[5] if given == state else ' '} {key}  {desk.label(state)}"
            for key, state in others
        )
        return [*lines, Text(" " * _MARK).append_text(self.canvas.text(said))]

    def _option(self, key: str, label: str, *, chosen: bool) -> Text:
        mark = self.canvas.signs.sides[5] if chosen else " "
        return Text(" " * _MARK + f"{mark} {key}  ").append_text(self.canvas.text(label))

    def _help(self) -> list[Text]:
        """What the item means, and what answers look like in practice."""
        item, words = self.desk.interview.item, self.desk.words
        lines = self.canvas.said(clean(item.help.text(words.language)), indent=4) if item.help else []
        for value, anchor in sorted(item.anchors.items()):
            key, text = self.desk.keys.key_of(value), clean(anchor.text(words.language))
            first, *rest = self.canvas.said(text, indent=7)
            first = Text(f"    {key}  ").append_text(first[7:])
            lines += [first, *rest]
        return lines or self.canvas.said(words.question.no_anchors, indent=4)

    def _invitation(self) -> list[Text]:
        return self.canvas.said(self.desk.words.votes.cards_up)

    def _roles(self) -> list[Text]:
        """A line a role: who has voted, whose votes are typed, who comes then; in two columns where there are many."""
        interview = self.desk.interview
        waiting = interview.to_vote
        cells = []
        widest = max(cell_len(self.desk.role(role)) for role in interview.voting)
        for role in interview.voting:
            now = bool(waiting) and role == waiting[0]
            mark = self.canvas.signs.sides[5] if now else " " if role in waiting else self.canvas.signs.ready
            name = self.desk.role(role)
            name += " " * (widest - cell_len(name))
            cast = interview.votes[role].cast if role not in waiting and role in interview.votes else 0
            dots = f"{self.typed}_" if now else self.canvas.signs.sides[0] * min(cast, 12)
            present = interview.session.present.get(role, 0)
            cells.append(self.canvas.text(f"  {mark} {name}  {present:>2}  {dots}"))
        if len(cells) <= 3:
            return cells
        half = (len(cells) + 1) // 2
        left = max(max(cell.cell_len for cell in cells[:half]) + 2, self.canvas.width // 2)
        rows = cells[:half]
        for row, right in zip(rows, [*cells[half:], Text()], strict=False):
            row.append(" " * (left - row.cell_len))
            row.append_text(right)
        return rows

    def _keys(self) -> list[Text]:
        words = self.desk.words.question
        if not self.with_all_keys:
            return self.canvas.keys(words.short_keys)
        keys = list(self.desk.keys.values)
        if self.desk.interview.mode is Mode.VOTES:
            return self.canvas.keys(words.vote_keys.format(example="".join(keys[-2:])))
        return self.canvas.keys(words.keys.format(values=f"{keys[0]}–{keys[-1]}"))
