"""Whether a gate is contested: the room is split, or a side stands apart from all the others (scoring §4.1).

Looked at are the gate as a whole and the part that decides; each of the two may make it contested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from samskab_cli.model.findings import End, GateReason
from samskab_cli.model.judging import Gate
from samskab_cli.model.rules import at_least, below
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.camps import SHARE, Camps, camps
from samskab_cli.scoring.conclusions.noise import LARGE_ROOM, SIGMA_ONE
from samskab_cli.scoring.conclusions.sides import SideView, side_views


class Strictness(NamedTuple):
    """What one look asks for."""

    one: float
    """c, where one item has answers."""
    more: float
    """c, where two or more have."""
    z: float
    """Times the noise that a side must stand apart."""


WHOLE = Strictness(one=0.52, more=0.28, z=2.4)
PART = Strictness(one=0.62, more=0.38, z=2.8)
"""Stricter: of all parts, chance has chosen this one."""


class Look(NamedTuple):
    """What some of a gate's items show of camps and sides, and what they would have to show."""

    camps: Camps
    split_limit: float
    """Points."""
    across: tuple[tuple[SideView, float], ...]
    """Sides that lie on the other side of the middle than all others together, and the distance they must have."""

    @property
    def is_split(self) -> bool:
        """Two camps, each large enough, further from each other than chance puts them."""
        seen = self.camps
        return seen.can_split and at_least(seen.share, SHARE) and at_least(seen.split, self.split_limit)

    @property
    def apart(self) -> frozenset[str]:
        """The sides across that are further away than chance puts them."""
        return frozenset(view.side for view, limit in self.across if at_least(view.distance, limit))


@dataclass(frozen=True)
class Contest:
    """Whether a gate is contested, and by what."""

    reason: GateReason | None
    """`sides` or `spread`; None: not contested."""
    apart: tuple[str, ...]
    """Ids of the sides that stand apart, in the set's order."""
    split: float | None
    """Points, of the look that found the room split, else of the whole gate; None: nobody answered."""
    split_limit: float | None
    """What it must reach."""


def contest(asked: Asked, gate: Gate, shown: ShownTables, part: str | None, end: End = End.SCORE) -> Contest:
    """A gate of a crowd at one end of the range.

    part: id of the part that decides at that end; None where none does.
    """
    looks = tuple(looks_at(asked, gate, shown, part, end))
    if not looks:
        return Contest(None, (), None, None)
    apart = frozenset[str]().union(*(look.apart for look in looks))
    split = next((look for look in looks if look.is_split), None)
    said = split or looks[0]
    return Contest(
        reason=GateReason.SIDES if apart else GateReason.SPREAD if split else None,
        apart=tuple(side for side in shown.sides if side in apart),
        split=said.camps.split,
        split_limit=said.split_limit,
    )


def looks_at(asked: Asked, gate: Gate, shown: ShownTables, part: str | None, end: End = End.SCORE) -> Iterator[Look]:
    """The gate as a whole, then the part that decides where it has two or more; none of what nobody answered."""
    parts = asked.gates[gate.id]
    whole = tuple(dict.fromkeys(item for items in parts.values() for item in items))
    wanted = [(whole, WHOLE)]
    if part is not None and len(parts) > 1:
        wanted.append((parts[part], PART))
    for items, strictness in wanted:
        seen = camps(asked, shown.everybody, items, gate.middle, end)
        if seen is not None:
            views = side_views(asked, shown, items, end)
            yield Look(seen, _split_limit(seen, strictness), _across(gate, views, len(shown.sides), strictness.z))


def _split_limit(seen: Camps, strictness: Strictness) -> float:
    c = strictness.one if seen.items == 1 else strictness.more
    return SIGMA_ONE * (LARGE_ROOM + c / sqrt(seen.n))


def _across(gate: Gate, views: tuple[SideView, ...], sides: int, z: float) -> tuple[tuple[SideView, float], ...]:
    z += 0.1 * max(0, sides - 3)  # the more sides, the more chances that one stands apart
    return tuple(
        (view, max(gate.contested_gap, z * view.noise))
        for view in views
        if below(min(view.mean, view.others), gate.middle) and at_least(max(view.mean, view.others), gate.middle)
    )
