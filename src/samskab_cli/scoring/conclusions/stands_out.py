"""Which shown side answers higher or lower than all others together, beyond what chance gives (scoring §6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samskab_cli.model.rules import at_least
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.sides import side_views

_LEAST = 15.0
"""Points that are worth naming in a room of any size."""
_Z = 2.4


class Direction(StrEnum):
    """Where a side lies."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True)
class StandsOut:
    """One side, and the dimensions in which it lies apart from all others together in one direction."""

    side: str
    dimensions: tuple[str, ...]
    """Ids, in the set's order."""
    direction: Direction


def stands_out(asked: Asked, shown: ShownTables) -> tuple[StandsOut, ...]:
    """In the set's order of sides, of one side what is lower first. Empty: no side, or no more than chance gives."""
    named: dict[tuple[str, Direction], list[str]] = {
        (side, direction): [] for side in shown.sides for direction in Direction
    }
    for dimension, items in asked.dimensions.items():
        for view in side_views(asked, shown, items):
            if at_least(view.distance, max(_LEAST, _Z * view.noise)):
                direction = Direction.LOWER if view.mean < view.others else Direction.HIGHER
                named[view.side, direction].append(dimension)
    return tuple(StandsOut(side, tuple(of), direction) for (side, direction), of in named.items() if of)
