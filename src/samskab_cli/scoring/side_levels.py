"""At which level the sides of a crowd are shown, and which of them: decided by numbers of people (scoring §7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.scoring.suppression import suppressed

Role = str | None
Side = str | None
"""None: of no side, since the role couldn't be read."""


@dataclass(frozen=True)
class Sides:
    """The sides of one crowd, at one level."""

    level: SideLevel
    roles: Mapping[Side, frozenset[Role]]
    """Side → the roles of the crowd that stand in it; the set's order, None last."""
    hidden: Mapping[str, Reason]
    """Sides that aren't shown, though somebody of them takes part."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The sides that are shown."""
        return tuple(side for side in self.roles if side is not None and side not in self.hidden)

    @property
    def rest(self) -> frozenset[Role]:
        """The roles of everybody who isn't in a shown side."""
        shown = self.shown
        return frozenset(role for side, roles in self.roles.items() if side not in shown for role in roles)


def side_of(question_set: QuestionSet, role: Role, level: SideLevel) -> Side:
    """The side that a role (or a side) stands in at a level; None where it is of none."""
    side = None if role is None else question_set.side_of.get(role, role)
    return side if level is SideLevel.FINE or side is None else question_set.coarse_of.get(side, side)


def by_side(question_set: QuestionSet, roles: Iterable[Role], level: SideLevel) -> dict[Side, frozenset[Role]]:
    """Side → its roles, in the set's order, those of no side last."""
    of_side: dict[Side, set[Role]] = defaultdict(set)
    for role in roles:
        of_side[side_of(question_set, role, level)].add(role)
    order = [one.id for one in question_set.sides_at(coarse=level is SideLevel.COARSE)]
    return {
        side: frozenset(of_side[side])
        for side in sorted(of_side, key=lambda one: (one is None, order.index(one) if one in order else 0))
    }


def levels(question_set: QuestionSet) -> tuple[SideLevel, ...]:
    """The levels that the set has, the finest first."""
    return (SideLevel.FINE, SideLevel.COARSE) if question_set.coarse_sides else (SideLevel.FINE,)


class Counted(Protocol):
    """People by role: a `Crowd`, or their numbers alone."""

    @property
    def roles(self) -> Iterable[Role]:
        """The roles that somebody has."""

    def fewest(self, roles: Collection[Role]) -> int:
        """How many people have one of these roles; where that differs by item, the smallest number."""


@dataclass(frozen=True)
class Headcount:
    """Numbers of people by role."""

    roles: Mapping[Role, int]

    def fewest(self, roles: Collection[Role]) -> int:
        """How many people have one of these roles."""
        return sum(self.roles.get(role, 0) for role in roles)


def choose_sides(question_set: QuestionSet, people: Counted, min_group: int) -> Sides:
    """One level: the finest that hides no side; else the finest that shows two; else no sides at all."""
    candidates = [_at(question_set, people, min_group, level) for level in levels(question_set)]
    for sides in candidates:
        if not sides.hidden and sides.shown:
            return sides
    return next((sides for sides in candidates if len(sides.shown) > 1), _no_sides(question_set, people, min_group))


def _no_sides(question_set: QuestionSet, people: Counted, min_group: int) -> Sides:
    fine = _at(question_set, people, min_group, SideLevel.FINE)
    hidden = {side: fine.hidden.get(side, Reason.PROTECTS_ANOTHER) for side in fine.roles if side is not None}
    return Sides(SideLevel.NONE, fine.roles, hidden)


def _at(question_set: QuestionSet, people: Counted, min_group: int, level: SideLevel) -> Sides:
    roles = by_side(question_set, people.roles, level)
    fewest = {side: people.fewest(of_side) for side, of_side in roles.items()}
    others = fewest.pop(None, 0)
    named = {side: n for side, n in fewest.items() if side is not None}
    # Where nobody needs hiding, not even a side whose people had all left before an item was voted on.
    hidden = suppressed(named, min_group, others=others) if min_group > 1 else {}
    return Sides(level, roles, hidden)
