"""The votes of one role as they are typed: cards (`4453v2`), or counts, lowest option first (`=0 1 2 1 1 v2 i1`)."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from samskab_cli.model.answers import Votes
from samskab_cli.model.session import State
from samskab_cli.workshop.answer_keys import NOT_RELEVANT_KEY, UNSURE_KEY, AnswerKeys

MOST: Final = 999
"""Votes of one role for one answer; more are a slip of the finger."""
_OTHERS: Final = re.compile(rf"([{UNSURE_KEY}{NOT_RELEVANT_KEY}])(\d*)")


class UnreadableVotes(ValueError):
    """A line that is neither cards nor counts; nothing is stored of it."""


def read_votes(line: str, keys: AnswerKeys, present: int) -> Votes:
    """The votes in a line; an empty one is no votes. present: people of the role in the room.

    Raises UnreadableVotes.
    """
    line = line.strip().casefold()
    return _counts(line[1:], keys, present) if line.startswith("=") else _cards(line, keys, present)


def written(votes: Votes, keys: AnswerKeys) -> str:
    """Votes as a line that reads back as them, to be corrected."""
    cards = "".join(key * count for key, count in zip(keys.values, votes.counts, strict=True))
    return cards + UNSURE_KEY * votes.unsure + NOT_RELEVANT_KEY * votes.not_relevant


def _cards(line: str, keys: AnswerKeys, present: int) -> Votes:
    """One key a card, blanks ignored."""
    cards: Counter[int | State] = Counter()
    for key in line:
        if key.isspace():
            continue
        answer = keys.read(key)
        if answer is None:
            raise UnreadableVotes(key)
        cards[answer] += 1
    return _votes([cards[value] for value in keys.values.values()], cards["unsure"], cards["not_relevant"], present)


def _counts(line: str, keys: AnswerKeys, present: int) -> Votes:
    """A number an option, then `v` and `i` with theirs."""
    counts: list[int] = []
    others: Counter[str] = Counter()
    for word in line.split():
        if word.isascii() and word.isdigit():
            counts.append(int(word))
        elif (found := _OTHERS.fullmatch(word)) and found[1] not in others:
            others[found[1]] = int(found[2] or 1)
        else:
            raise UnreadableVotes(word)
    if len(counts) != len(keys.values):
        raise UnreadableVotes(line.strip())
    return _votes(counts, others[UNSURE_KEY], others[NOT_RELEVANT_KEY], present)


def _votes(counts: list[int], unsure: int, not_relevant: int, present: int) -> Votes:
    if max(*counts, unsure, not_relevant) > MOST:
        raise UnreadableVotes(str(max(*counts, unsure, not_relevant)))
    return Votes(counts=tuple(counts), unsure=unsure, not_relevant=not_relevant, present=present)
