"""Item tables of many groups of one file that may be shown together, each with its sides or without (scoring §7)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.disclosure.group_suppression import Grouping, Half, group_people
from samskab_cli.disclosure.min_group import default_min_group
from samskab_cli.disclosure.shown_tables import Disclosed, SharedItems, few_asked, has_side_figures, shown_tables
from samskab_cli.model.answers import ROLE, Answers
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.model.tables import ItemTable, sum_tables
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.engine import Groups, crowds_by, people_by
from samskab_cli.scoring.item_tables import Group
from samskab_cli.scoring.side_levels import Headcount, Role, Side, Sides, by_side, choose_sides


@dataclass(frozen=True)
class DisclosedGroups:
    """What may be shown of each group."""

    groups: Groups
    people: Mapping[Group, Mapping[Role, int]]
    """Group → role → people who take part; the tables tell apart no more than they have to."""
    grouping: Grouping
    min_group: int

    def __iter__(self) -> Iterator[tuple[Group, Crowd, Disclosed | Reason]]:
        """Each group in order: its crowd (for numbers of people), and what of it may be shown or why nothing is."""
        for group, counted in self.groups:
            of_group = dataclasses.replace(counted, by_role=self.people[group])
            if group in self.grouping.hidden:
                yield group, of_group, self.grouping.hidden[group]
            else:
                yield group, of_group, self._disclosed(group, of_group)

    def parts(self, group: Group) -> Collection[frozenset[Role]]:
        """The roles of each side that the group shows, and of those in none; nothing where it shows no sides."""
        if group not in self.grouping.with_sides:
            return ()
        return by_side(self.groups.asked.question_set, self.people[group], self.grouping.level).values()

    def _disclosed(self, group: Group, of_group: Crowd) -> Disclosed:
        return shown_tables(
            self.groups.asked,
            of_group,
            self._sides(group, of_group),
            self.min_group,
            SharedItems(self.left_out, self._without_sides),
        )

    def _sides(self, group: Group, of_group: Crowd) -> Sides:
        question_set, level = self.groups.asked.question_set, self.grouping.level
        if group in self.grouping.with_sides:
            return Sides(level, by_side(question_set, of_group.roles, level), {})
        fine = by_side(question_set, of_group.present, SideLevel.FINE)
        people = {side: sum(of_group.present[role] for role in roles) for side, roles in fine.items() if side}
        if len(fine) == 1:  # a group within one side has no sides to hide
            return Sides(SideLevel.NONE, {}, {})
        few = {side: n < self.min_group for side, n in people.items()}
        hidden = {side: Reason.MIN_GROUP if small else Reason.PROTECTS_ANOTHER for side, small in few.items()}
        return Sides(SideLevel.NONE, fine, hidden)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Items of too few people in a shown group, or in hidden ones with a known sum: in no group, so in no sum.

        Known are everybody and, of roles, the sides that everybody's report shows.
        """
        partly = self.groups.asked.partly_asked
        if not partly or self.min_group == 1:
            return frozenset()
        gone: set[str] = set()
        rests: dict[Side, dict[str, ItemTable]] = {}
        for group, of_group in self.groups.of(partly):
            if group not in self.grouping.hidden:
                gone |= few_asked(of_group.tables, self.min_group)
            elif of_group.roles:
                side = self.grouping.within.get(group)
                rests[side] = (
                    sum_tables([rest, of_group.tables]) if (rest := rests.get(side)) else dict(of_group.tables)
                )
        return frozenset(gone.union(*(few_asked(rest, self.min_group) for rest in rests.values())))

    @cached_property
    def _without_sides(self) -> frozenset[str]:
        """Items that show sides in no group: those that some roles aren't asked, and where a rest is unanimous."""
        partly = self.groups.asked.partly_asked
        if not self.grouping.with_sides or self.min_group == 1:
            return partly
        asked_of_all = {item.id for item in self.groups.asked.items} - partly
        rests: list[Mapping[str, ItemTable]] = []
        cuts: list[dict[Group, Half]] = [dict(cut) for cut in self.grouping.cuts()]
        sums: list[dict[str, ItemTable]] = [{} for _ in cuts]
        for group, of_group in self.groups.of(asked_of_all):
            if group in self.grouping.with_sides and None in of_group.roles:
                rests.append(of_group.roles[None])
            for at, cut in enumerate(cuts):
                if tables := of_group.tables_of(cut.get(group, frozenset())):
                    sums[at] = sum_tables([sums[at], tables]) if sums[at] else dict(tables)
        return partly | {
            item
            for item in asked_of_all
            if any(not has_side_figures((), tables.get(item), self.min_group) for tables in (*rests, *sums))
        }


def disclosed_groups(
    question_set: QuestionSet, answers: Answers, columns: Sequence[str], min_group: int | None = None
) -> DisclosedGroups:
    """The groups of one answer set.

    columns: what they are grouped by. min_group: people, at least 1; None: what the answers or their mode say.
    Raises AnswersRefused for a column that isn't there.
    """
    people, grouping, smallest = grouped_people(question_set, answers, columns, min_group)
    level = grouping.level if grouping.with_sides else SideLevel.NONE
    return DisclosedGroups(crowds_by(question_set, answers, columns, level), people, grouping, smallest)


def grouped_people(
    question_set: QuestionSet, answers: Answers, columns: Sequence[str], min_group: int | None = None
) -> tuple[Mapping[Group, Mapping[Role, int]], Grouping, int]:
    """Group → role → people; what of the groups is shown; people in the smallest one. As `disclosed_groups`."""
    people = people_by(question_set, answers, columns)
    smallest = min_group or default_min_group(answers, sum(sum(roles.values()) for roles in people.values()))
    if ROLE not in columns:
        return people, group_people(question_set, people, columns, smallest), smallest
    everybody: Counter[str | None] = Counter()
    for roles in people.values():
        everybody.update(roles)
    sides = choose_sides(question_set, Headcount(everybody), smallest)
    return people, group_people(question_set, people, columns, smallest, everybody=sides), smallest
