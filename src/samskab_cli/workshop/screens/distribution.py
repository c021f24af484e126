"""The votes on a statement, once all roles have voted: a bar an option, the sides beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.model.answers import Votes
from samskab_cli.model.session import State
from samskab_cli.model.text import clean
from samskab_cli.workshop.answer_keys import NOT_RELEVANT_KEY, UNSURE_KEY
from samskab_cli.workshop.facilitator import Desk
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked
from samskab_cli.workshop.screens.question import QuestionScreen

_MARKS = 14
"""Signs of people in a row; with more, their number stands instead."""


@dataclass(frozen=True)
class DistributionScreen:
    """The distribution of one item, drawn."""

    desk: Desk
    canvas: Canvas
    picture: Picture
    message: str = ""
    hides_numbers: bool = False

    def lines(self) -> list[Text]:
        """At most as many as the canvas has."""
        interview, words = self.desk.interview, self.desk.words
        question = QuestionScreen(self.desk, self.canvas)
        item = self.picture.item(interview.item.id)
        compared = [one for one in item.sides if one.figure is not None and one.figure.kind == "number"]
        said = ""
        if len(compared) > 1 and not self.hides_numbers:
            figures = ", ".join(f"{one.side.label} {one.figure.text}" for one in compared if one.figure)
            said = f"{words.summary.gap} {item.gap}: {figures}"
        agreed = interview.session.agreed.get(interview.item.id)
        agreed_line = words.question.agreed_now.format(answer=self.desk.label(agreed)) if agreed is not None else ""
        dilemma = interview.item.dilemma
        talk = words.votes.talk.format(question=clean(dilemma.text(words.language))) if dilemma else ""
        blocks = [
            Block(question.head()),
            Block(question.statement()),
            Block([self._legend(), *self._rows()]),
            Block(self.canvas.said(said, indent=2), rank=1),
            Block(self.canvas.said(agreed_line, indent=2), rank=1),
            Block(self.canvas.said(talk, indent=2, widest=76), rank=3),
            Block(self.canvas.said(self.message), rank=2),
            Block(self.canvas.keys(words.votes.keys)),
        ]
        return stacked(blocks, self.canvas.height - 1)

    def _sides(self) -> Mapping[str, tuple[str, str]]:
        """Side → its sign and name; those that vote, in the set's order."""
        qs = self.desk.interview.question_set
        sides = dict.fromkeys(qs.side_of.get(role, role) for role in self.desk.interview.votes)
        order = [side.id for side in qs.all_sides if side.id in sides]
        return {side: (self.canvas.signs.side(place), self.desk.role(side)) for place, side in enumerate(order)}

    def _legend(self) -> Text:
        said = "   ".join(f"{sign} {name}" for sign, name in self._sides().values())
        return self.canvas.between("", said)

    def _rows(self) -> list[Text]:
        desk, keys = self.desk, self.desk.keys
        answers: list[tuple[str, int | State]] = [*reversed(list(keys.values.items()))]
        answers += [(UNSURE_KEY, "unsure"), (NOT_RELEVANT_KEY, "not_relevant")]
        counts = {key: self._count(answer) for key, answer in answers}
        most = max([1, *(sum(by_side.values()) for by_side in counts.values())])
        labels = {key: f"{key} {desk.label(answer)}" for key, answer in answers}
        widest = min(max(map(cell_len, labels.values())), 26)
        marks = max(sum(by_side.values()) for by_side in counts.values())
        room = self.canvas.width - widest - 12 - min(marks, _MARKS)
        rows = []
        for key, label in labels.items():
            by_side = counts[key]
            total = sum(by_side.values())
            if total == 0 and key == NOT_RELEVANT_KEY:
                continue
            row = self.canvas.text(f"  {label[:widest]}" + " " * max(widest - cell_len(label), 0) + "  ")
            filled = round(room * total / most)
            row.append(self.canvas.signs.bar * filled, style="cyan")
            row.append(" " * (room - filled) + f"  {total:>3}  ")
            row.append(self._people(by_side))
            rows.append(row)
        return rows

    def _count(self, answer: int | State) -> dict[str, int]:
        """Votes for an answer by side."""
        qs, by_side = self.desk.interview.question_set, dict.fromkeys(self._sides(), 0)
        for role, votes in self.desk.interview.votes.items():
            by_side[qs.side_of.get(role, role)] += _of(votes, answer, qs.scale.values)
        return by_side

    def _people(self, by_side: Mapping[str, int]) -> str:
        signs = {side: sign for side, (sign, _) in self._sides().items()}
        if sum(by_side.values()) > _MARKS:
            return ""
        return "".join(signs[side] * count for side, count in by_side.items())


def _of(votes: Votes, answer: int | State, values: tuple[int, ...]) -> int:
    if answer == "unsure":
        return votes.unsure
    if answer == "not_relevant":
        return votes.not_relevant
    return votes.counts[values.index(answer)]
