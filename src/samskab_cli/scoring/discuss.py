"""What to discuss first: the items where the room disagrees or doesn't know (scoring §6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samskab_cli.model.result import Discuss, DiscussReason

_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Tension:
    """What an item's tension is made of; each 0…1, or None where it can't be said."""

    item: str
    in_gate: bool
    gap: float | None
    disagreement: float | None
    unsure: float | None

    @property
    def largest(self) -> float:
        """The largest of the three, 0…1."""
        return max(value or 0.0 for value in (self.gap, self.disagreement, self.unsure))

    @property
    def reason(self) -> DiscussReason:
        """The first of the three that reaches the largest."""
        for reason, value in (
            (DiscussReason.GAP, self.gap),
            (DiscussReason.DISAGREEMENT, self.disagreement),
        ):
            if value is not None and value >= self.largest - _TOLERANCE:
                return reason
        return DiscussReason.UNSURE


def discuss_first(tensions: Iterable[Tension]) -> tuple[Discuss, ...]:
    """Items with a tension, the largest first; of equal ones gate items first, then question order."""
    tense = [tension for tension in tensions if tension.largest > _TOLERANCE]
    tense.sort(key=lambda tension: (-round(tension.largest, 9), not tension.in_gate))  # stable: question order stays
    return tuple(
        Discuss(item=tension.item, tension=min(tension.largest, 1.0), reason=tension.reason) for tension in tense
    )
