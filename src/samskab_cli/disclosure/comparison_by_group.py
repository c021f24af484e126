"""Compares many groups at several times: which differences and sums give a hidden group away (scoring §7).

A group's change is shown where every time shows the group. Groups that aren't shown can be had as one, by subtracting
the others from everybody; so where two times share people, two things are looked at, by numbers of rows alone:

- a group whose rows differ by a few (somebody joined, left, changed their answers) isn't compared;
- all people who aren't in a compared group differ, as one, by nobody or enough; until they do, the smallest compared
  group goes to them.

A group's verdict is judged by the sides that its own report shows, where these don't differ by a few either. Figures of
sides aren't compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samskab_cli.disclosure.changes import Round, changes
from samskab_cli.disclosure.comparison import common_items, parts_of, refuse_shared
from samskab_cli.disclosure.groups import DisclosedGroups, disclosed_groups
from samskab_cli.disclosure.occasions import AnsweredTime, Occasion
from samskab_cli.disclosure.per_group import own_answers
from samskab_cli.disclosure.result import result
from samskab_cli.disclosure.shared_people import Difference, SharedRows
from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.answers import ROLE
from samskab_cli.model.comparison import Comparison, ComparisonRefused, NoComparison, NotCompared
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.model.tables import ShownTables, Tables
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.engine import in_frame
from samskab_cli.scoring.item_tables import Group
from samskab_cli.scoring.side_levels import Sides

_REASONS: Final = {
    Reason.MIN_GROUP: NotCompared.MIN_GROUP,
    Reason.PROTECTS_ANOTHER: NotCompared.PROTECTS_ANOTHER,
    Reason.REST_UNANIMOUS: NotCompared.PROTECTS_ANOTHER,
}
_NO_SIDES: Final = Sides(SideLevel.NONE, {}, {})


@dataclass(frozen=True)
class GroupComparisons:
    """Each group's change, or why it isn't shown; in order, made one by one."""

    occasions: Sequence[Occasion]
    columns: Sequence[str]
    times: Sequence[DisclosedGroups]
    asked: Sequence[Sequence[str]]
    """Each time: ids of the items that were asked."""
    common: frozenset[str]
    withheld: Mapping[Group, NotCompared]
    """Every group that isn't compared."""
    by_sides: Collection[Group]
    """The compared groups that are judged by their sides."""

    @property
    def min_group(self) -> int:
        """People in the smallest group that is shown."""
        return max(of.min_group for of in self.times)

    @property
    def beside(self) -> SideLevel:
        """The finest level at which a report of everybody may show sides beside these, at every time."""
        return max((of.grouping.beside for of in self.times), key=list(SideLevel).index)

    @property
    def names(self) -> tuple[Group, ...]:
        """The groups of any time; None: where a column is empty. The order of the last time, then of those before."""
        return tuple(dict.fromkeys(group for of in reversed(self.times) for group in of.grouping.people))

    def __iter__(self) -> Iterator[tuple[Group, Comparison | NotCompared]]:
        shown = [
            {
                group: (crowd, of)
                for group, crowd, of in time
                if group not in self.withheld and isinstance(of, Disclosed)
            }
            for time in self.times
        ]
        for group in self.names:
            if group in self.withheld:
                yield group, self.withheld[group]
            else:
                yield group, self._compared(group, [of[group] for of in shown])

    def _compared(self, group: Group, shown: Sequence[tuple[Crowd, Disclosed]]) -> Comparison:
        rounds = [
            Round(one.name, one.made_of, ids, self._result(one, group, crowd, disclosed))
            for one, ids, (crowd, disclosed) in zip(self.occasions, self.asked, shown, strict=True)
        ]
        return changes(rounds, self.common, sides=False)

    def _result(self, occasion: Occasion, group: Group, crowd: Crowd, disclosed: Disclosed) -> Result:
        """What the group's own report shows, over the items that count every time."""
        tables = disclosed.tables
        if tables is None:
            raise AssertionError("a compared group is shown")
        by_sides = group in self.by_sides
        kept = Disclosed(
            disclosed.asked.only(self.common),
            disclosed.people,
            ShownTables(
                tables.people,
                _of(tables.everybody, self.common),
                {side: _of(of, self.common) for side, of in tables.sides.items()} if by_sides else {},
            ),
            disclosed.sides if by_sides else _NO_SIDES,
        )
        own = own_answers(occasion.answers, crowd.tables, " · ".join(part for part in group if part))
        return result(own, crowd, kept, self.min_group)


def compare_groups(
    occasions: Sequence[Occasion], columns: Sequence[str], min_group: int | None = None
) -> GroupComparisons:
    """What changed in each group, from the first to the last of two or more answer sets.

    columns: of `answers.cells.groups`, or `role`. min_group: as for `score`, of each. Only items that were asked every
    time, of enough people in every group that is shown, count. Raises AnswersRefused for a column that isn't there,
    ComparisonRefused as `compare` does of everybody.
    """
    everybody = [one.of(min_group) for one in occasions]
    asked = [[item.id for item in of.asked.items] for of in everybody]
    common = common_items([one.question_set for one in occasions], asked)
    refuse_shared(everybody, sorted(common))
    times = [
        disclosed_groups(one.question_set, one.answers, columns, of.min_group)
        for one, of in zip(occasions, everybody, strict=True)
    ]
    rows = SharedRows([one.answers for one in occasions], sorted(common), [in_frame(name) for name in columns])
    left_out = frozenset[str]().union(*(of.few_asked for of in everybody), *(of.left_out for of in times))
    if not common - left_out:
        message = "no item was asked of enough people in every group every time, so there is nothing to compare"
        raise ComparisonRefused(NoComparison.NOTHING_IN_COMMON, message)
    smallest = max(of.min_group for of in times)
    shared = rows.of_each(smallest)
    withheld = _withheld(times, shared, smallest)
    sums = _known_sums(times, everybody, columns)
    while any(one.hide(withheld, rows, smallest) for one in sums):
        pass  # what is hidden in one sum may matter in another
    compared = [group for group in times[-1].grouping.people if group not in withheld]
    few_of_a_side = {group for group in compared if _differs_in_a_side(group, times, shared, smallest)}
    by_sides = frozenset(compared) - few_of_a_side
    return GroupComparisons(occasions, columns, times, asked, common - left_out, withheld, by_sides)


_Shared = Mapping[Group, Sequence[Mapping[str | None, Difference]]]


def _withheld(times: Sequence[DisclosedGroups], shared: _Shared, min_group: int) -> dict[Group, NotCompared]:
    """The groups that can't be compared by themselves."""
    groups = dict.fromkeys(group for of in times for group in of.grouping.people)
    reasons = {group: _reason(group, times, shared, min_group) for group in groups}
    return {group: reason for group, reason in reasons.items() if reason is not None}


@dataclass(frozen=True)
class _Sum:
    """Groups whose people add up to something known at every time."""

    groups: Sequence[Group]
    """The smallest first."""
    roles: Collection[str | None] | None
    """Of people with one of these; None: of everybody."""

    def hide(self, withheld: dict[Group, NotCompared], rows: SharedRows, min_group: int) -> bool:
        """Withhold the smallest compared group where the others, as one, differ by a few; whether one had to."""
        compared = [group for group in self.groups if group not in withheld]
        if len(compared) in {0, len(self.groups)} or not rows.is_small_without(compared, min_group, self.roles):
            return False
        withheld[compared[0]] = NotCompared.PROTECTS_ANOTHER
        return True


def _known_sums(
    times: Sequence[DisclosedGroups], everybody: Sequence[AnsweredTime], columns: Sequence[str]
) -> list[_Sum]:
    """Everybody; and, of groups by role, the sides that everybody's report shows, and those in none."""
    groups = dict.fromkeys(group for of in times for group in of.grouping.people)
    sizes = {group: min(of.grouping.people.get(group, 0) for of in times) for group in groups}
    smallest_first = sorted(groups, key=lambda group: (sizes[group], str(group)))
    if ROLE not in columns:
        return [_Sum(smallest_first, None)]
    at = columns.index(ROLE)
    parts = [part for of in everybody for part in parts_of(of.sides).values()]
    sides = [_Sum([group for group in smallest_first if group[at] in part], part) for part in parts]
    return [_Sum(smallest_first, None), *sides]


def _reason(group: Group, times: Sequence[DisclosedGroups], shared: _Shared, min_group: int) -> NotCompared | None:
    if not all(of.grouping.people.get(group) for of in times):
        return NotCompared.ABSENT
    for of in times:
        if group in of.grouping.hidden:
            return _REASONS[of.grouping.hidden[group]]
    if any(_total(roles).is_small(min_group) for roles in shared.get(group, ()) if _total(roles).shared):
        return NotCompared.FEW_DIFFER
    return None


def _differs_in_a_side(group: Group, times: Sequence[DisclosedGroups], shared: _Shared, min_group: int) -> bool:
    """Whether the people of a side, or of no shown side, differ by a few where the group shares people."""
    parts = [part for of in times for part in of.parts(group)]
    return any(
        _total({role: one for role, one in roles.items() if role in part}).is_small(min_group)
        for roles in shared.get(group, ())
        for part in parts
    )


def _total(roles: Mapping[str | None, Difference]) -> Difference:
    of = roles.values()
    return Difference(sum(one.shared for one in of), (sum(one.only[0] for one in of), sum(one.only[1] for one in of)))


def _of(tables: Tables, items: Collection[str]) -> Tables:
    return {item: table for item, table in tables.items() if item in items}
