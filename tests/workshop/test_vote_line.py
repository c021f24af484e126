"""Votes as they are typed."""

from __future__ import annotations

import pytest

from samskab_cli.model.question_set import QuestionSet, ResponseScale
from samskab_cli.workshop.answer_keys import AnswerKeys
from samskab_cli.workshop.board import Row
from samskab_cli.workshop.vote_line import UnreadableVotes, read_votes

FIVE = AnswerKeys({str(n): n for n in range(1, 6)})


@pytest.mark.parametrize(
    ("line", "counts", "unsure", "not_relevant"),
    [
        ("4453v2", (0, 1, 1, 2, 1), 1, 0),
        (" 4 4  5 ", (0, 0, 0, 2, 1), 0, 0),
        ("vVi", (0, 0, 0, 0, 0), 2, 1),
        ("", (0, 0, 0, 0, 0), 0, 0),
        ("=0 1 2 1 1 v2 i1", (0, 1, 2, 1, 1), 2, 1),
        ("= 0 0 0 0 12", (0, 0, 0, 0, 12), 0, 0),
        ("=0 0 0 0 1 v", (0, 0, 0, 0, 1), 1, 0),
    ],
)
def test_cards_and_counts(line: str, counts: tuple[int, ...], unsure: int, not_relevant: int) -> None:
    votes = Row("byraad", 6, read_votes(line, FIVE)).votes((1, 2, 3, 4, 5))
    assert (votes.counts, votes.unsure, votes.not_relevant) == (counts, unsure, not_relevant)


@pytest.mark.parametrize(
    "line",
    [
        "6",
        "0",
        "45x",
        "4,5",
        "=1 2 3",
        "=1 2 3 4 5 6",
        "=1 2 3 4 -5",
        "=1 2 3 4 5 v1 v2",
        "=1 2 3 4 ٥",
        "٤",
        "=9999 0 0 0 0",
    ],
)
def test_anything_else_is_refused_and_nothing_of_it_counts(line: str) -> None:
    with pytest.raises(UnreadableVotes):
        read_votes(line, FIVE)


def test_keys_are_the_values_or_else_the_places(readiness: QuestionSet) -> None:
    assert AnswerKeys.of(readiness.scale) == FIVE
    options = [{"value": value, "label": str(value)} for value in range(1, 11)]
    other = {"code": "dk", "label": "dk"}
    ten = ResponseScale.model_validate({"options": options, "unsure": other, "not_relevant": {**other, "code": "na"}})
    assert AnswerKeys.of(ten).values == {"1": 1, "2": 2, **{str(n % 10): n for n in range(3, 11)}}
    assert AnswerKeys.of(ten).read("0") == 10
