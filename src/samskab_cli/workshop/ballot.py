"""One item's `Board` filled card by card; a full row is written to the journal, a changed one again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.session_lines import RevoteNoted, VotesNoted
from samskab_cli.workshop.board import Board, Card, Row
from samskab_cli.workshop.items_by_role import ItemsByRole
from samskab_cli.workshop.note_target import Clock, Noting


class Ballot:
    """One item's votes, as they are typed."""

    def __init__(self, question_set: QuestionSet, noting: Noting, clock: Clock) -> None:
        self.board = Board(())
        self._question_set, self._noting, self._clock = question_set, noting, clock
        self._item = ""

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to type; a board that the room came back to it closes itself."""
        return not self.board.open_rows and not self.board.is_revote

    def open(self, item: Item) -> None:
        """The board of an item, with what was noted of it."""
        session = self._noting.session
        self._item = item.id
        noted, values = session.votes.get(item.id, {}), self._question_set.scale.values
        self.board = Board.of(self._people(item), noted, values, is_revote=session.revote == item.id)

    def reopen(self, item: Item) -> None:
        """The board as it was filled, to be changed: the cards as they were typed, the cursor where it was."""
        self._noting.append(RevoteNoted(at=self._clock(), item=item.id))
        if self._item == item.id:
            self.board = dataclasses.replace(self.board, is_revote=True)
            self.seat(item)
        else:
            self.open(item)

    def seat(self, item: Item) -> None:
        """Somebody came or left: the boxes of those who are here now."""
        self.board = self.board.with_people(self._people(item))

    def fill(self, cards: Sequence[Card]) -> bool:
        """All cards of the row at the cursor; False, and nothing changed, where these are more than its people."""
        if not self.board.rows or len(cards) > self.board.row.people:
            return False
        board = self.board.with_cards(cards)
        if not board.row.missing:
            self._note(board.row)
            board = board.settled(board.row).at_first_open()
        self.board = board
        return True

    def take_back(self) -> None:
        """Without the last card; what was noted of its row holds until the row is full again."""
        self.board = self.board.taken_back()

    def choose_row(self, step: int) -> None:
        """Type into another row."""
        self.board = self.board.moved(step)

    def to_top(self) -> None:
        """Type into the first row."""
        self.board = self.board.moved(-len(self.board.rows))

    def close_row(self) -> None:
        """The open boxes of the row at the cursor stay open: they count as unanswered."""
        self._note(self.board.row)
        self.board = self.board.settled(self.board.row).at_first_open()

    def close(self) -> None:
        """All open boxes stay open."""
        self._settle(self.board.open_rows)
        if self._noting.session.revote:
            self._noting.append(RevoteNoted(at=self._clock()))

    def count(self, cards: Mapping[str, Sequence[Card]]) -> None:
        """All cards at once, as they were counted elsewhere; of a role more than its people count as they are.

        The rows that are open, in a revote all of them, so that what was cut off half way is counted again whole.
        """
        present = self._noting.session.present
        rows = self.board.rows if self.board.is_revote else self.board.open_rows
        self._settle(
            dataclasses.replace(row, people=present.get(row.role, row.people), cards=tuple(cards.get(row.role, ())))
            for row in rows
        )

    def _settle(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._note(row)
            self.board = self.board.settled(row)

    def _people(self, item: Item) -> dict[str, int]:
        """Role (or side) → people here, of those that the item is asked of."""
        session = self._noting.session
        return {role: session.present[role] for role in ItemsByRole(self._question_set, session).roles_asked(item)}

    def _note(self, row: Row) -> None:
        votes = row.votes(self._question_set.scale.values)
        if self._noting.session.votes.get(self._item, {}).get(row.role) != votes:
            self._noting.append(VotesNoted(at=self._clock(), item=self._item, role=row.role, votes=votes))
