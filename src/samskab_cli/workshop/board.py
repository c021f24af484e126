"""`Board`: a row a role, a box a person, the cursor between; typed, taken back. Nothing is noted here.

A board is a value. Typing `4 5` for two politicians, then Backspace:

    politicians  ▢ ▢     →  politicians  4 5     →  politicians  4 ▢ ◄
    staff        ▢ ▢ ▢      staff        ▢ ▢ ▢ ◄     staff        ▢ ▢ ▢

A row is *settled* while it stands as it was noted: the moment it is full, or when the room says that the open boxes
stay open. Taking a card back unsettles it; what was noted holds until the row is full again.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from samskab_cli.model.answers import Votes
from samskab_cli.model.session_lines import State

Card = int | State
"""What one person answers: the raw value, or its state."""


@dataclass(frozen=True)
class Row:
    """The cards of one role (or side)."""

    role: str
    people: int
    """Boxes. Never fewer than cards: who has left since has voted all the same."""
    cards: tuple[Card, ...] = ()
    """In the order they were typed; of noted votes, lowest first."""
    is_settled: bool = False

    @property
    def missing(self) -> int:
        """Boxes without a card."""
        return self.people - len(self.cards)

    def votes(self, values: tuple[int, ...]) -> Votes:
        """The row counted; `values` are the scale's, lowest first."""
        count = Counter(self.cards)
        counts = tuple(count[value] for value in values)
        return Votes(counts=counts, unsure=count["unsure"], not_relevant=count["not_relevant"], present=self.people)


@dataclass(frozen=True)
class Board:
    """All rows of one item, and which one is typed into."""

    rows: tuple[Row, ...]
    place: int = 0
    is_revote: bool = False
    """The room came back to it; it closes when the room says so, not by itself."""

    @classmethod
    def of(
        cls, present: Mapping[str, int], noted: Mapping[str, Votes], values: tuple[int, ...], *, is_revote: bool = False
    ) -> Self:
        """The board of the roles that are here and asked, with what they have voted; typing begins where it is open."""
        rows = []
        for role, people in present.items():
            cards = cards_of(noted[role], values) if role in noted else ()
            rows.append(Row(role, max(people, len(cards)), cards, is_settled=role in noted))
        return cls(tuple(rows), is_revote=is_revote).at_first_open()

    @property
    def row(self) -> Row:
        """The row that is typed into."""
        return self.rows[self.place]

    @property
    def open_rows(self) -> tuple[Row, ...]:
        """Rows that stand otherwise than noted, or aren't noted yet."""
        return tuple(row for row in self.rows if not row.is_settled)

    @property
    def is_empty(self) -> bool:
        """Whether no card lies on it."""
        return not any(row.cards for row in self.rows)

    def with_cards(self, cards: Iterable[Card]) -> Self:
        """With these cards in the row at the cursor."""
        return self._with_row(self.place, dataclasses.replace(self.row, cards=tuple(cards), is_settled=False))

    def settled(self, row: Row) -> Self:
        """With a row as it was noted."""
        place = next(place for place, one in enumerate(self.rows) if one.role == row.role)
        return self._with_row(place, dataclasses.replace(row, is_settled=True))

    def taken_back(self) -> Self:
        """Without the last card before the cursor; in an empty row that is the last one of the row above."""
        board = self if self.row.cards or self.place == 0 else self.moved(-1)
        return board.with_cards(board.row.cards[:-1]) if board.row.cards else board

    def moved(self, step: int) -> Self:
        """The cursor some rows further down, within the board."""
        return dataclasses.replace(self, place=max(0, min(self.place + step, len(self.rows) - 1)))

    def at_first_open(self) -> Self:
        """The cursor on the next open row from here on, else on the first one; where none is, it stays."""
        places = [*range(self.place, len(self.rows)), *range(self.place)]
        place = next((place for place in places if not self.rows[place].is_settled), self.place)
        return dataclasses.replace(self, place=place)

    def with_people(self, present: Mapping[str, int]) -> Self:
        """After somebody came or left: what was typed stays; a row that grew has open boxes again."""
        before = {row.role: row for row in self.rows}
        at = self.row.role if self.rows else ""
        rows = []
        for role, people in present.items():
            old = before.get(role, Row(role, 0))
            now = max(people, len(old.cards))
            rows.append(dataclasses.replace(old, people=now, is_settled=old.is_settled and now <= old.people))
        place = next((place for place, row in enumerate(rows) if row.role == at and not row.is_settled), 0)
        return dataclasses.replace(self, rows=tuple(rows), place=place).at_first_open()

    def _with_row(self, place: int, row: Row) -> Self:
        return dataclasses.replace(self, rows=(*self.rows[:place], row, *self.rows[place + 1 :]))


def cards_of(votes: Votes, values: Sequence[int]) -> tuple[Card, ...]:
    """Counted votes as cards, lowest first."""
    return cards(zip(values, votes.counts, strict=True), votes.unsure, votes.not_relevant)


def cards(counts: Iterable[tuple[int, int]], unsure: int, not_relevant: int) -> tuple[Card, ...]:
    """So many cards of each value, and of the two states."""
    states: tuple[State, State] = ("unsure", "not_relevant")
    each: list[tuple[Card, int]] = [*counts, (states[0], unsure), (states[1], not_relevant)]
    return tuple(card for card, count in each for _ in range(count))
