"""Whether a gate is contested: the room is split, or a side stands apart from all the others (scoring §4)."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from samskab_cli.model.conclusions import Contest
from samskab_cli.model.findings import End, GateReason
from samskab_cli.model.judging import Gate
from samskab_cli.model.rules import at_least, below
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.contest.sides import SideView, side_views
from samskab_cli.scoring.contest.spread import LARGE_ROOM, SHARE, SIGMA_ONE, Camps, camps

# How strict: c with one item that has answers, c with two or more, z of the sides.
_WHOLE = (0.52, 0.28, 2.4)
_PART = (0.62, 0.38, 2.8)  # of all parts, chance may have chosen this one


class Look(NamedTuple):
    """What some of a gate's items show, and what they would have to show."""

    camps: Camps
    split_limit: float
    across: tuple[tuple[SideView, float], ...]  # sides across the middle from all others; how far they must lie apart

    def is_split(self, more_share: float = 0.0, more_split: float = 0.0) -> bool:
        """Whether the room is split; or would be, were the camps so much larger and further apart."""
        large = self.camps.can_split and at_least(self.camps.share + more_share, SHARE)
        return large and at_least(self.camps.split + more_split, self.split_limit)

    def apart(self, more: float = 0.0) -> list[str]:
        """The sides that stand apart; or would, were each √(1/n₁ + 1/n₂) times so many points further away."""
        return [view.side for view, limit in self.across if at_least(view.distance + more * view.chance, limit)]


def contest(asked: Asked, gate: Gate, shown: ShownTables, part: str | None, end: End = End.SCORE) -> Contest:
    """A gate of a crowd at one end of the range. part: id of the one that decides at that end; None: none does."""
    looks = list(looks_at(asked, gate, shown, part, end))
    if not looks:
        return Contest(None, (), None, None)
    apart = {side for look in looks for side in look.apart()}
    split = [look for look in looks if look.is_split()]
    seen = (split or looks)[0]
    reason = GateReason.SIDES if apart else GateReason.SPREAD if split else None
    return Contest(reason, tuple(side for side in shown.sides if side in apart), seen.camps.split, seen.split_limit)


def looks_at(asked: Asked, gate: Gate, shown: ShownTables, part: str | None, end: End = End.SCORE) -> Iterator[Look]:
    """The gate as a whole, then the part that decides where it has two or more; not what nobody answered."""
    parts = asked.gates[gate.id]
    wanted = [(tuple(dict.fromkeys(item for items in parts.values() for item in items)), _WHOLE)]
    if part is not None and len(parts) > 1:
        wanted.append((parts[part], _PART))
    for items, (one, more, z) in wanted:
        seen = camps(asked, shown.everybody, items, gate.middle, end)
        if seen is not None:
            limit = SIGMA_ONE * (LARGE_ROOM + (one if seen.items == 1 else more) / sqrt(seen.n))
            z_of_many = z + 0.1 * max(0, len(shown.sides) - 3)  # of many sides, one stands apart more easily
            across = tuple(
                (view, max(gate.contested_gap, z_of_many * view.noise))
                for view in side_views(asked, shown, items, end)
                if below(min(view.score, view.others), gate.middle)
                and at_least(max(view.score, view.others), gate.middle)
            )
            yield Look(seen, limit, across)
