"""Constants of several rooms: tolerance of comparisons, five people (`FEW`), headings of roles, starts of formulas."""

from __future__ import annotations

TOLERANCE = 1e-9
"""Every cut-off (0…100) is met within this, so that the order of additions never decides."""
GOOD_ENOUGH = 75.0
"""An item score from here up is a high answer: it asks what it builds on. Below it, an item could be moved."""
FEW = 5
"""People: of fewer, answers can be traced to a person; so it is the smallest group that is shown of answer files."""
LEAST_PEOPLE = 30
"""Answers to two items, from which on it is said how they go together."""
ROLE_HEADINGS = ("role", "rolle")
"""What the column of roles may be called in answer files, and in `--by` and `--each`."""
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a text begins with that a spreadsheet could take for a formula."""


def at_least(figure: float, bound: float) -> bool:
    """Whether a figure reaches a bound."""
    return figure >= bound - TOLERANCE


def below(figure: float, bound: float) -> bool:
    """Whether a figure lies below a bound."""
    return not at_least(figure, bound)
