"""The vote board: what is stored is what was last on it, whatever slips on the way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode, Votes
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.board import Board, Card, Row, cards_of
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import Notebook, gone_on, interview

READINESS = load_question_set()

HERE = {"byraad": 2, "medarb": 3}
FIVE = (1, 2, 3, 4, 5)


def typed(room: Interview, *cards: Card) -> list[bool]:
    return [room.card(card) for card in cards]


def noted(room: Interview, item: str = "aktie") -> dict[str, tuple[int, ...]]:
    return {role: votes.counts for role, votes in room.session.votes.get(item, {}).items()}


def test_a_row_is_noted_the_moment_it_is_full_and_the_next_is_typed(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, HERE)
    typed(room, 4)
    assert noted(room) == {}
    typed(room, 5)
    assert noted(room) == {"byraad": (0, 0, 0, 1, 1)}
    assert room.board.row.role == "medarb"


def test_a_full_board_shows_the_distribution(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, HERE)
    typed(room, 4, 5, 1, "unsure", "not_relevant")
    assert room.stage is Stage.DISTRIBUTION
    assert room.session.votes["aktie"]["medarb"] == Votes(counts=(1, 0, 0, 0, 0), unsure=1, not_relevant=1, present=3)


def test_more_cards_than_people_are_refused_and_change_nothing(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    assert not room.fill((4, 4, 4))
    assert notebook.entries == []
    typed(room, 4, 5)
    room.ballot.choose_row(-1)
    before = room.board
    assert typed(room, 1) == [False]
    assert room.board is before


def test_backspace_walks_back_across_rows(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, HERE)
    typed(room, 4, 5, 1)
    for _ in range(2):
        room.ballot.take_back()
    assert (room.board.row.role, room.board.row.cards) == ("byraad", (4,))
    # what was noted holds until the row is full again
    assert noted(room) == {"byraad": (0, 0, 0, 1, 1)}
    typed(room, 2)
    assert noted(room) == {"byraad": (0, 1, 0, 1, 0)}
    for _ in range(9):
        room.ballot.take_back()
    assert room.board.is_empty


def test_the_open_boxes_of_a_closed_board_are_people_who_did_not_answer(readiness: QuestionSet) -> None:
    room, _ = interview(readiness, Mode.VOTES, HERE)
    typed(room, 4)
    room.close_board()
    assert room.stage is Stage.DISTRIBUTION
    votes = room.session.votes["aktie"]
    assert {role: (one.cast, one.present) for role, one in votes.items()} == {"byraad": (1, 2), "medarb": (0, 3)}


def test_a_row_that_is_typed_as_it_was_is_not_noted_again(readiness: QuestionSet) -> None:
    room, notebook = interview(readiness, Mode.VOTES, HERE)
    typed(room, 4, 5)
    lines = len(notebook.entries)
    room.ballot.take_back()
    typed(room, 5)
    assert len(notebook.entries) == lines


@given(st.lists(st.sampled_from([*FIVE, "unsure", "not_relevant"]), max_size=9))
def test_counted_cards_are_the_same_cards(cards: Sequence[Card]) -> None:
    votes = Row("byraad", 9, tuple(cards)).votes(FIVE)
    assert votes.cast == len(cards)
    assert sorted(map(str, cards_of(votes, FIVE))) == sorted(map(str, cards))


def test_a_board_without_rows_can_be_asked_anything() -> None:
    empty = Board.of({}, {}, FIVE)
    assert (empty.open_rows, empty.is_empty) == ((), True)


_ORDER = [*FIVE, "unsure", "not_relevant"]
SLIPS = st.lists(
    st.sampled_from([*FIVE, "unsure", "backspace", "up", "down", "clear", "resume", "again", "late", "left"]),
    max_size=60,
)


@given(slips=SLIPS)
def test_whatever_is_typed_the_votes_are_those_last_on_the_board(slips: list[Card]) -> None:
    """Cards too many and too few, rows typed again, a kill, a revote, people who come and go."""
    room, notebook = interview(READINESS, Mode.VOTES, HERE)
    for slip in slips:
        room = slipped(room, slip, notebook)
        for row in room.board.rows:
            assert len(row.cards) <= row.people
            if row.is_settled:
                assert cards_of(room.votes[row.role], FIVE) == tuple(sorted(row.cards, key=_ORDER.index))
    # when the room closes it
    if room.stage is Stage.QUESTION:
        room.close_board()
    assert {row.role: row.votes(FIVE).counts for row in room.board.rows} == {
        role: counts for role, counts in noted(room).items() if role in {row.role for row in room.board.rows}
    }


def slipped(room: Interview, slip: Card | str, notebook: Notebook) -> Interview:
    ballot, present = room.ballot, dict(room.session.present)
    if slip == "resume":
        return gone_on_with(notebook)
    if slip == "again":
        room.vote_again()
    elif slip in {"late", "left"}:
        room.change_present(present | {"byraad": max(1, present["byraad"] + (1 if slip == "late" else -1))})
    elif room.stage is not Stage.QUESTION:
        room.vote_again()
    elif slip in {"up", "down"}:
        ballot.choose_row(-1 if slip == "up" else 1)
    elif slip == "backspace":
        ballot.take_back()
    elif slip == "clear":
        room.fill(())
    else:
        room.card(slip)  # type: ignore[arg-type]  # what is left are cards
    return room


def gone_on_with(notebook: Notebook) -> Interview:
    """The same session after a kill; where its first item was done, that one again."""
    again = gone_on(READINESS, notebook)
    if again.item.id != "aktie":
        again.jump(1)
    return again


@pytest.mark.parametrize("people", [1, 2, 40])
def test_a_row_of_any_size_is_closed_by_its_last_card(readiness: QuestionSet, people: int) -> None:
    room, _ = interview(readiness, Mode.VOTES, {"borger": people})
    typed(room, *[3] * (people - 1))
    before = room.stage
    typed(room, 3)
    assert (before, room.stage) == (Stage.QUESTION, Stage.DISTRIBUTION)
