"""Whether a gate is contested: the room is split, or a side stands apart from all the others (scoring §4.1)."""

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
from samskab_cli.scoring.conclusions.camps import SHARE, Camps, camps
from samskab_cli.scoring.conclusions.noise import LARGE_ROOM, SIGMA_ONE
from samskab_cli.scoring.conclusions.sides import SideView, side_views


class _Strictness(NamedTuple):
    one: float
    """c, where one item has answers."""
    more: float
    """c, where two or more have."""
    z: float


_WHOLE = _Strictness(one=0.52, more=0.28, z=2.4)
_PART = _Strictness(one=0.62, more=0.38, z=2.8)  # of all parts, chance may have chosen this one


class Look(NamedTuple):
    """What some of a gate's items show, and what they would have to show."""

    camps: Camps
    split_limit: float
    across: tuple[tuple[SideView, float], ...]
    """Sides on the other side of the middle than all others together, and how far apart they must lie."""

    def is_split(self, share: float, split: float) -> bool:
        """Whether camps of that share, so far apart, are more than chance."""
        return self.camps.can_split and at_least(share, SHARE) and at_least(split, self.split_limit)

    def apart(self, moved: float = 0.0) -> list[str]:
        """The sides further away than chance puts them, were each of them so many times √(1/n₁ + 1/n₂) further."""
        return [view.side for view, limit in self.across if at_least(view.distance + moved * view.chance, limit)]


def contest(asked: Asked, gate: Gate, shown: ShownTables, part: str | None, end: End = End.SCORE) -> Contest:
    """A gate of a crowd at one end of the range. part: id of the one that decides at that end; None: none does."""
    looks = list(looks_at(asked, gate, shown, part, end))
    if not looks:
        return Contest(None, (), None, None)
    apart = {side for look in looks for side in look.apart()}
    split = [look for look in looks if look.is_split(look.camps.share, look.camps.split)]
    seen = (split or looks)[0]
    return Contest(
        reason=GateReason.SIDES if apart else GateReason.SPREAD if split else None,
        apart=tuple(side for side in shown.sides if side in apart),
        split=seen.camps.split,
        split_limit=seen.split_limit,
    )


def looks_at(asked: Asked, gate: Gate, shown: ShownTables, part: str | None, end: End = End.SCORE) -> Iterator[Look]:
    """The gate as a whole, then the part that decides where it has two or more; not what nobody answered."""
    parts = asked.gates[gate.id]
    wanted = [(tuple(dict.fromkeys(item for items in parts.values() for item in items)), _WHOLE)]
    if part is not None and len(parts) > 1:
        wanted.append((parts[part], _PART))
    for items, strictness in wanted:
        seen = camps(asked, shown.everybody, items, gate.middle, end)
        if seen is not None:
            c = strictness.one if seen.items == 1 else strictness.more
            z = strictness.z + 0.1 * max(0, len(shown.sides) - 3)  # of more sides, one stands apart more easily
            views = side_views(asked, shown, items, end)
            across = tuple((view, max(gate.contested_gap, z * view.noise)) for view in views if _across(gate, view))
            yield Look(seen, SIGMA_ONE * (LARGE_ROOM + c / sqrt(seen.n)), across)


def _across(gate: Gate, view: SideView) -> bool:
    lower, higher = sorted((view.score, view.others))
    return below(lower, gate.middle) and at_least(higher, gate.middle)
