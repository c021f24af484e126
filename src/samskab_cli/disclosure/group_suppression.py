"""Of groups published together: which of them and whose sides are shown, by rows, columns and cuts (scoring §7).

Known beside the groups themselves are everybody's tables and, where sides are shown, each side's of everybody. So what
isn't shown can be had as a sum. All is decided from numbers of people, before any answer is looked at:

- Hidden groups together are nobody or at least `min_group` people.
- The sides of a group are shown where each is nobody or enough people. The cells that aren't shown (the sides of groups
  without sides, and of the hidden groups as one) have known sums by row and by column. Such a table is a graph: groups
  and sides are its points, cells its edges, and what can be subtracted are its cuts. For sides split in two halves the
  least cut takes the smaller half of each group:

      north  staff 9  citizens 1      staff | citizens: 1 + 2 = 3 people, fewer than 5: known as a sum, so another
      south  staff 2  citizens 8      group has to lose its sides too, until each split gives nobody or five
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from samskab_cli.model.answers import ROLE
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.scoring.item_tables import Group
from samskab_cli.scoring.side_levels import Side, Sides, by_side, levels, side_of
from samskab_cli.scoring.suppression import suppressed, suppressed_in_sums

MOST_SIDES = 12
"""With more, no group shows sides: the ways to split them would be too many to look at."""
Half = frozenset[Side]


@dataclass(frozen=True)
class Grouping:
    """What is shown of the groups of one file; people only, no answers."""

    people: Mapping[Group, int]
    hidden: Mapping[Group, Reason]
    """Groups of which nothing is shown."""
    level: SideLevel
    """Of the sides in groups and, in the same command, of everybody."""
    with_sides: frozenset[Group]
    """Shown groups that show their sides."""
    beside: SideLevel
    """The finest level at which a report of everybody may show sides beside these groups; `none`: at no level. Groups
    by role are chosen beside the sides that it does show, so there it may be any."""
    cells: Mapping[Group, Mapping[Side, int]] = field(repr=False)
    """Group → side at that level → people."""
    within: Mapping[Group, Side] = field(default_factory=dict, repr=False)
    """Group by role → the side of everybody's report that it is part of, and that is known as a sum."""

    @property
    def shows_nothing(self) -> bool:
        """Whether there are groups, and every one of them is hidden."""
        return 0 < len(self.people) == len(self.hidden)

    @property
    def shown(self) -> Iterator[Group]:
        """The groups that are shown, in order."""
        return (group for group in self.people if group not in self.hidden)

    def cuts(self) -> Iterator[tuple[tuple[Group, Half], ...]]:
        """For each split of the sides: the cells of its least cut, as the half of each row; what can be subtracted."""
        rows = self._rest
        for half in _splits(rows):
            cut = []
            for groups, row in rows:
                inside = sum(n for side, n in row.items() if side in half)
                smaller = half if 2 * inside <= sum(row.values()) else frozenset(row) - half
                cut += [(group, smaller) for group in groups]
            yield tuple(cut)

    @property
    def _rest(self) -> list[tuple[tuple[Group, ...], Mapping[Side, int]]]:
        """The rows whose cells aren't shown: groups without sides one by one, the hidden ones as one."""
        return _rest(self.cells, self.hidden, self.with_sides)


def group_people(
    question_set: QuestionSet,
    people: Mapping[Group, Mapping[str | None, int]],
    columns: Sequence[str],
    min_group: int,
    *,
    everybody: Sides | None = None,
) -> Grouping:
    """What is shown of groups.

    people: group → role → people, in order. columns: what they are grouped by, `role` among them. everybody: the sides
    that the report of everybody shows, where groups by role add up to them.
    """
    sizes = {group: sum(roles.values()) for group, roles in people.items()}
    roleless = [group for group in people if (None, ROLE) in zip(group, columns, strict=True)]
    start = dict.fromkeys(roleless if min_group > 1 else (), Reason.MIN_GROUP)
    if everybody is not None:
        at = columns.index(ROLE)
        parts: dict[Side, list[Group]] = defaultdict(list)
        for group in people:
            side = side_of(question_set, group[at], everybody.level)
            parts[side if side in everybody.shown else None].append(group)
        within = {group: side for side, groups in parts.items() for group in groups}
        sums = [(people.keys(), 0), *((groups, 0) for groups in parts.values())]
        hidden = suppressed_in_sums(sizes, sums, min_group, start=start)
        whole: dict[Group, dict[Side, int]] = {group: {None: n} for group, n in sizes.items()}
        return Grouping(sizes, hidden, SideLevel.NONE, frozenset(), beside=SideLevel.FINE, cells=whole, within=within)
    hidden = suppressed(sizes, min_group, start=start)
    by_level = [(level, _cells(question_set, people, level)) for level in levels(question_set)]
    shown_at = [(level, cells, _showing(cells, hidden, min_group)) for level, cells in by_level]
    level, cells, with_sides = max(shown_at, key=lambda one: len(one[2]))  # of equally many the finer
    with_sides, safe = _safe(cells, hidden, with_sides, sizes, min_group)
    shown = level if with_sides else SideLevel.NONE
    return Grouping(sizes, hidden, shown, with_sides, level if safe else SideLevel.NONE, cells)


def _cells(
    question_set: QuestionSet, people: Mapping[Group, Mapping[str | None, int]], level: SideLevel
) -> dict[Group, dict[Side, int]]:
    """Group → side → people; all groups have all sides."""
    sides = by_side(question_set, {role for roles in people.values() for role in roles}, level)
    return {
        group: {side: sum(roles.get(role, 0) for role in of_side) for side, of_side in sides.items()}
        for group, roles in people.items()
    }


def _showing(
    cells: Mapping[Group, Mapping[Side, int]], hidden: Mapping[Group, Reason], min_group: int
) -> frozenset[Group]:
    """The groups that could show their sides by their own numbers; none where a side is too few people in all."""
    totals: dict[Side, int] = defaultdict(int)
    for row in cells.values():
        for side, n in row.items():
            totals[side] += n
    if len(totals) > MOST_SIDES or any(0 < n < min_group for n in totals.values()):
        return frozenset()
    return frozenset(
        group
        for group, row in cells.items()
        if group not in hidden
        and sum(1 for side, n in row.items() if n and side is not None) > 1
        and not any(0 < n < min_group for n in row.values())
    )


def _safe(
    cells: Mapping[Group, Mapping[Side, int]],
    hidden: Mapping[Group, Reason],
    with_sides: frozenset[Group],
    sizes: Mapping[Group, int],
    min_group: int,
) -> tuple[frozenset[Group], bool]:
    """The groups that show their sides in the end, and whether everybody may: until every cut is nobody or enough."""
    if min_group == 1:
        return with_sides, True
    if any(len(row) > MOST_SIDES for row in cells.values()):
        return frozenset(), False
    rows = _rest(cells, hidden, with_sides)
    cuts = {half: sum(_smaller(row, half) for _, row in rows) for half in _splits(cells.items())}
    losing = sorted(with_sides, key=lambda group: (sizes[group], str(group)))
    kept = set(with_sides)
    while any(0 < people < min_group for people in cuts.values()):
        if not losing:
            return frozenset(), False
        group = losing.pop(0)
        kept.discard(group)
        for half in cuts:
            cuts[half] += _smaller(cells[group], half)
    return frozenset(kept), True


def _rest(
    cells: Mapping[Group, Mapping[Side, int]], hidden: Collection[Group], with_sides: Collection[Group]
) -> list[tuple[tuple[Group, ...], Mapping[Side, int]]]:
    rows: list[tuple[tuple[Group, ...], Mapping[Side, int]]] = []
    together: dict[Side, int] = defaultdict(int)
    gone = tuple(group for group in cells if group in hidden)
    for group, row in cells.items():
        if group in hidden:
            for side, n in row.items():
                together[side] += n
        elif group not in with_sides:
            rows.append(((group,), row))
    return [*rows, (gone, together)] if gone else rows


def _splits(rows: Collection[tuple[object, Mapping[Side, int]]]) -> Iterator[Half]:
    """Every way to split the sides in two, one half of each."""
    sides = next((list(row) for _, row in rows), [])
    first, others = sides[:1], sides[1:]
    for size in range(len(others)):
        for some in combinations(others, size):
            yield frozenset([*first, *some])


def _smaller(row: Mapping[Side, int], half: Half) -> int:
    inside = sum(n for side, n in row.items() if side in half)
    return min(inside, sum(row.values()) - inside)
