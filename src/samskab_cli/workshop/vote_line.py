"""The votes of one role as a line: cards (`4453v2`), or counts, lowest option first (`=0 1 2 1 1 v2 i1`)."""

from __future__ import annotations

import re
from typing import Final

from samskab_cli.workshop.answer_keys import NOT_RELEVANT_KEY, UNSURE_KEY, AnswerKeys
from samskab_cli.workshop.board import Card, cards

MOST: Final = 999
"""Votes of one role for one answer; more are a slip of the finger."""
_OTHERS: Final = re.compile(rf"([{UNSURE_KEY}{NOT_RELEVANT_KEY}])(\d*)")


class UnreadableVotes(ValueError):
    """A line that is neither cards nor counts; nothing is stored of it."""


def read_votes(line: str, keys: AnswerKeys) -> tuple[Card, ...]:
    """The cards in a line, none in an empty one. Raises UnreadableVotes."""
    line = line.strip().casefold()
    return _counts(line[1:], keys) if line.startswith("=") else _cards(line, keys)


def _cards(line: str, keys: AnswerKeys) -> tuple[Card, ...]:
    """One key a card, blanks ignored."""
    found = []
    for key in "".join(line.split()):
        card = keys.read(key)
        if card is None:
            raise UnreadableVotes(key)
        found.append(card)
    return tuple(found)


def _counts(line: str, keys: AnswerKeys) -> tuple[Card, ...]:
    """A number an option, then `v` and `i` with theirs."""
    counts: list[int] = []
    others: dict[str, int] = {}
    for word in line.split():
        if word.isascii() and word.isdigit():
            counts.append(int(word))
        elif (match := _OTHERS.fullmatch(word)) and match[1] not in others:
            others[match[1]] = int(match[2] or 1)
        else:
            raise UnreadableVotes(word)
    if len(counts) != len(keys.values) or max(*counts, *others.values(), 0) > MOST:
        raise UnreadableVotes(line.strip())
    each = zip(keys.values.values(), counts, strict=True)
    return cards(each, others.get(UNSURE_KEY, 0), others.get(NOT_RELEVANT_KEY, 0))
