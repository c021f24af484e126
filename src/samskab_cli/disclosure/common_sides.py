"""Sides that are shown at every time of a comparison, or coarser ones that are sums of them (scoring §7)."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.scoring.side_levels import Sides, by_side


def common_sides(question_sets: Sequence[QuestionSet], own: Sequence[Sides]) -> list[Sides]:
    """The sides of each result, at one level. own: the sides that each shows by itself.

    Fine sides are added up where another result shows coarse ones, if all of a coarse side's are shown.
    """
    shows = [sides.level for sides in own]
    level = max(shows, key=list(SideLevel).index)
    at_level = [
        sides if sides.level is level else _coarser(question_set, sides, level)
        for question_set, sides in zip(question_sets, own, strict=True)
    ]
    common = set.intersection(*(set(sides.shown) for sides in at_level)) if level is not SideLevel.NONE else set()
    return [_only(sides, common, level) for sides in at_level]


def _coarser(question_set: QuestionSet, fine: Sides, level: SideLevel) -> Sides:
    """The same people at a coarser level; a side one of whose parts isn't shown isn't shown either."""
    roles = by_side(question_set, frozenset().union(*fine.roles.values()), level)
    hidden = {side: Reason.PROTECTS_ANOTHER for side, of in roles.items() if side is not None and of & fine.rest}
    return Sides(level, roles, hidden)


def _only(sides: Sides, shown: set[str], level: SideLevel) -> Sides:
    named = [side for side in sides.roles if side is not None]
    hidden = {side: sides.hidden.get(side, Reason.PROTECTS_ANOTHER) for side in named if side not in shown}
    return Sides(level if shown else SideLevel.NONE, sides.roles, hidden)
