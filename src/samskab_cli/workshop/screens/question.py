"""Screen of a question: place, statement, options and their keys, anchors, board or count."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from samskab_cli.model.answers import Mode
from samskab_cli.model.text import clean
from samskab_cli.workshop.answer_keys import NOT_RELEVANT_KEY, UNSURE_KEY
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.screens.board import BoardRows
from samskab_cli.workshop.screens.canvas import STATEMENT, Block, Canvas, stacked
from samskab_cli.workshop.screens.key_line import key_lines
from samskab_cli.workshop.stage import Stage

_TWO_COLUMNS_FROM = 7
_MARK = 4
_BAR_FROM = 14
"""Lines; on a smaller screen the words alone say how far the room is."""
_ANCHORS_FROM = (100, 34)
"""Columns and lines from which the examples of answers stand under the statement by themselves."""
_AROUND_BOARD = 7
"""Lines that head, statement, message and keys take at least."""


@dataclass(frozen=True)
class QuestionScreen:
    """A question, drawn."""

    facilitator: Facilitator
    canvas: Canvas
    message: str = ""
    with_help: bool = False
    with_all_keys: bool = False
    hides_digits: bool = False
    count: str | None = None
    """How many have answered on their phones; None where votes are typed on the board."""

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        interview, words = self.facilitator.interview, self.facilitator.words
        stem = interview.question_set.scale.stem
        votes = interview.mode is Mode.VOTES
        board = self._count() if self.count is not None else self._board() if votes else []
        anchors = self.with_help or (self.canvas.width, self.canvas.height) >= _ANCHORS_FROM
        blocks = [
            Block(self.head()),
            Block(self.canvas.wrapped(clean(stem.text(words.language))) if stem else [], rank=5),
            Block(self.statement()),
            Block(self._anchors() if anchors else [], rank=4 if self.with_help else 6),
            Block(self._options(), rank=2 if votes else 0),  # cards have the options; whose turn it is they don't say
            *board,
            Block(self.canvas.wrapped(self.message), rank=1),
            Block(self._keys(), rank=3),
        ]
        return stacked(blocks, self.canvas.height - 1)

    def _board(self) -> list[Block]:
        facilitator, words = self.facilitator, self.facilitator.words.votes
        above = words.revote if facilitator.interview.board.is_revote else words.cards_up
        rows = BoardRows(facilitator, self.canvas, self.hides_digits)
        return [
            Block(self.canvas.wrapped(above), rank=7),
            Block(rows.lines(self.canvas.height - _AROUND_BOARD)),
            Block(self.canvas.wrapped(facilitator.captions.not_asked()), rank=1),
        ]

    def _count(self) -> list[Block]:
        facilitator, texts = self.facilitator, self.facilitator.words.elsewhere.count
        how = texts.again if facilitator.interview.board.is_revote else texts.how
        return [
            Block([self.canvas.text(f"    {self.count}", bold=True)]),
            Block(self.canvas.wrapped(how, indent=4), rank=7),
            Block(self.canvas.wrapped(facilitator.captions.not_asked(with_phones=True)), rank=1),
        ]

    def head(self) -> list[Text]:
        """Where the room is."""
        interview, words = self.facilitator.interview, self.facilitator.words
        title = clean(interview.dimension.title.text(words.language))
        place = interview.dimensions.index(interview.dimension) + 1
        part = words.question.part.format(number=place, total=len(interview.dimensions))
        total = len(interview.numbered)
        number = words.question.number.format(number=interview.number, total=total)
        share = (interview.number - 1) / total
        place_said = self.canvas.between(f"{title} · {part}", number)
        return [place_said] if self.canvas.height < _BAR_FROM else [place_said, self.canvas.progress(share)]

    def statement(self) -> list[Text]:
        """The statement, in a measure that can be read aloud."""
        text = self.facilitator.captions.statement()
        lines = self.canvas.wrapped(text, indent=4, widest=STATEMENT)
        for line in lines:
            line.stylize("bold")
        return lines

    def _options(self) -> list[Text]:
        facilitator, given = self.facilitator, self.facilitator.interview.given
        rows = [
            (key, facilitator.captions.label(value), value == given) for key, value in facilitator.keys.values.items()
        ]
        lines = [self._option(key, label, chosen=chosen) for key, label, chosen in rows]
        if len(lines) >= _TWO_COLUMNS_FROM and self.canvas.height < len(lines) + 16:
            half = (len(lines) + 1) // 2
            left = max(line.cell_len for line in lines[:half]) + 4
            for line, right in zip(lines[:half], [*lines[half:], Text()], strict=False):
                line.append(" " * (left - line.cell_len))
                line.append_text(right)
            lines = lines[:half]
        others = ((UNSURE_KEY, "unsure"), (NOT_RELEVANT_KEY, "not_relevant"))
        others_line = "     ".join(
            f"{self.canvas.signs.here if given == state else ' '} {key}  {facilitator.captions.label(state)}"
            for key, state in others
        )
        return [*lines, Text(" " * _MARK).append_text(self.canvas.text(others_line))]

    def _option(self, key: str, label: str, *, chosen: bool) -> Text:
        mark = self.canvas.signs.here if chosen else " "
        return Text(" " * _MARK + f"{mark} {key}  ").append_text(self.canvas.text(label))

    def _anchors(self) -> list[Text]:
        """What the item means, and what answers look like in practice."""
        item, words = self.facilitator.interview.item, self.facilitator.words
        lines = self.canvas.wrapped(clean(item.help.text(words.language)), indent=4) if item.help else []
        for value, anchor in sorted(item.anchors.items()):
            key, text = self.facilitator.keys.key_of(value), clean(anchor.text(words.language))
            first, *rest = self.canvas.wrapped(text, indent=7)
            first = Text(f"    {key}  ").append_text(first[7:])
            lines += [first, *rest]
        return lines or self.canvas.wrapped(words.question.no_anchors, indent=4)

    def _keys(self) -> list[Text]:
        facilitator, words = self.facilitator, self.facilitator.words.commands
        keys = list(facilitator.keys.values)
        votes = facilitator.interview.mode is Mode.VOTES
        if self.count is not None:
            return key_lines(facilitator, self.canvas, self.facilitator.words.elsewhere.count.enter)
        if not self.with_all_keys:
            return key_lines(facilitator, self.canvas, words.more, all_keys=False)
        answers = words.answers.format(values=f"{keys[0]}–{keys[-1]}")
        rows = f" · {words.rows} · {words.enter[Stage.QUESTION]}" if votes else ""
        return key_lines(facilitator, self.canvas, f"{answers}{rows}")
