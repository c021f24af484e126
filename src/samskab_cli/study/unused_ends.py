"""Ends of the scale that nobody uses: perhaps another scale was asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LEAST_VALUES: Final = 500
"""Answers, all items together, from which on an end that nobody uses is doubtful."""


def unused_ends(counts: Mapping[int, int]) -> tuple[int, ...]:
    """The lowest and the highest raw value, where never given in 500 values or more. counts: value → answers."""
    if sum(counts.values()) < LEAST_VALUES:
        return ()
    return tuple(value for value in dict.fromkeys((min(counts), max(counts))) if not counts[value])
