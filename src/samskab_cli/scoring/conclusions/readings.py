"""How exactly the people who answered measure each dimension, and each part of a gate (scoring §5)."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from samskab_cli.model.findings import Figure
from samskab_cli.scoring.asked_items import Items
from samskab_cli.scoring.conclusions.noise import SIGMA_ONE, items_that_count, within
from samskab_cli.scoring.findings import Findings

SIX = 6
"""People, from whom on it is said how sure something is."""


class Reading(NamedTuple):
    """A figure that has a score (0…100), and how exactly that was measured."""

    of: str
    """Id of a dimension, or `gate.part`."""
    gate: str | None
    score: float
    variance: float
    """Of what one person says to it, points²."""
    error: float
    """Standard error, points."""


def readings(found: Findings) -> tuple[Reading, ...]:
    """The dimensions, then the parts by gate, in the set's order; those without a score are left out."""
    asked, answered = found.asked, found.items
    spread = {item: within(asked, found.tables, item) for item in answered}
    freedom = sum(one.freedom for one in spread.values()) / len(spread)
    tail = sqrt((4 + freedom) / (2 + freedom))  # as of Student's t: the variance is estimated too

    def reading(of: str, gate: str | None, items: Items, score: float) -> Reading:
        worth = items_that_count(asked.weights[item] for item in items if answered[item].n)
        answers = [answered[item].n for item in items if answered[item].score is not None]
        squares = sum(spread[item].squares for item in items) / len(items)
        own_freedom = sum(spread[item].freedom for item in items) / len(items)
        # As if four people more had answered, as different as people usually are: few say little of how they differ.
        variance = (4 * SIGMA_ONE**2 + squares) / (4 + own_freedom) * (0.5 + 0.5 / worth)
        return Reading(of, gate, score, variance, sqrt(variance * len(answers) / sum(answers)) * tail)

    return tuple(
        reading(of, gate, items, one.score) for of, gate, items, one in _figures(found) if one.score is not None
    )


def _figures(found: Findings) -> Iterator[tuple[str, str | None, Items, Figure]]:
    for dimension, figure in found.dimensions.items():
        yield dimension, None, found.asked.dimensions[dimension], figure
    for gate, of in found.gates.items():
        for part, figure in of.parts.items():
            yield f"{gate}.{part}", gate, found.asked.gates[gate][part], figure
