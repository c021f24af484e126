"""One time of a comparison: answers read now, or a result published before (its figures turned back into tables).

Of a published result its tables are all there is. Fine sides can be added up to coarse ones; what a side that isn't
shown answered can't be had, nor who it was.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.disclosure.min_group import default_min_group
from samskab_cli.disclosure.result import result as result_of
from samskab_cli.disclosure.shown_tables import Disclosed, SharedItems, few_asked, shown_tables
from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.model.answers import Answers, Context, Responses, Tallies
from samskab_cli.model.comparison import MadeOf
from samskab_cli.model.figures_shown import ItemShown, TableShown
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.model.tables import ItemTable, ShownTables, sum_tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd, People
from samskab_cli.scoring.engine import crowd as crowd_of
from samskab_cli.scoring.side_levels import Sides, choose_sides


@dataclass(frozen=True)
class Occasion:
    """One answer set to be compared, with the set that was asked."""

    name: str
    question_set: QuestionSet
    answers: Answers

    @property
    def made_of(self) -> MadeOf:
        """Rows, or counted votes."""
        return MadeOf.ROWS if isinstance(self.answers.cells, Responses) else MadeOf.VOTES

    def of(self, min_group: int | None) -> AnsweredTime:
        """It as a time. min_group: as for `score`."""
        crowd = crowd_of(self.question_set, self.answers)
        smallest = min_group or default_min_group(self.answers, crowd.people.most)
        sides = choose_sides(self.question_set, crowd, smallest)
        return AnsweredTime(self, Asked.of(self.question_set, self.answers), crowd, smallest, sides)


@dataclass(frozen=True)
class AnsweredTime:
    """Who answered, and which sides of them its own report shows."""

    occasion: Occasion
    asked: Asked
    crowd: Crowd
    min_group: int
    sides: Sides

    @property
    def few_asked(self) -> frozenset[str]:
        """Items that somebody was asked, but too few people to be shown."""
        return few_asked(self.crowd.tables, self.min_group) if self.crowd.people.most >= self.min_group else frozenset()

    def result(self, common: Collection[str], sides: Sides) -> Result:
        """As if only these items had been asked. sides: those that every time shows."""
        others = {item.id for item in self.asked.items}.difference(common)
        # What its own report shows no sides of has none here either, whatever the level.
        without_sides = shown_tables(self.asked, self.crowd, self.sides, self.min_group).without_sides
        disclosed = shown_tables(self.asked, self.crowd, sides, self.min_group, SharedItems(others, without_sides))
        kept = dataclasses.replace(disclosed, asked=self.asked.only(common), left_out=())
        return result_of(self.occasion.answers, self.crowd, kept, self.min_group)


@dataclass(frozen=True)
class ResultOccasion:
    """A result that was published, with the set that was asked."""

    name: str
    question_set: QuestionSet
    result: Result
    made_of: MadeOf = MadeOf.RESULT

    def of(self, min_group: int | None) -> PublishedTime:
        """It as a time.

        Raises AnswersRefused for more people than its smallest group, and for tables that aren't of this set.
        """
        shown = self.result
        if min_group is not None and min_group > shown.min_group:
            message = f"it was made with --min-group {shown.min_group}; what it shows can't be withheld afterwards"
            raise AnswersRefused(Problem(message, self.name))
        if shown.question_set.sha256 != self.question_set.sha256:
            set_asked = f"{shown.question_set.id} {shown.question_set.version}"
            raise AnswersRefused(Problem(f"it asked {set_asked} in other words or with other rules", self.name))
        asked = {rule.id for rule in shown.rules.items}
        items = [item for item in self.question_set.items if item.id in asked]
        tables = [(item.id, table) for item in shown.items for table in (item, *_side_tables(item).values())]
        known = {item.id: len(self.question_set.scale_of[item.id].values) for item in items}
        if any(len(table.counts) != known.get(item) for item, table in tables):
            raise AnswersRefused(Problem("its tables aren't of its question set", self.name))
        return PublishedTime(shown, Asked(self.question_set, tuple(items)))


@dataclass(frozen=True)
class PublishedTime:
    """The tables of a published result."""

    shown: Result
    asked: Asked
    few_asked: frozenset[str] = frozenset()
    """What too few were asked isn't in it."""

    @property
    def min_group(self) -> int:
        """Of the result."""
        return self.shown.min_group

    @cached_property
    def sides(self) -> Sides:
        """The sides it shows; each stands for the roles that it has."""
        of = self.shown.answers
        hidden = {one.id: one.withheld for one in of.sides if one.withheld is not None}
        if of.side_level is SideLevel.NONE:
            hidden = {one.id: one.withheld or Reason.PROTECTS_ANOTHER for one in of.sides}
        named: list[str | None] = [one.id for one in of.sides]
        everybody = [*named, None] if of.without_role else named
        return Sides(of.side_level, {side: frozenset([side]) for side in everybody}, hidden)

    def result(self, common: Collection[str], sides: Sides) -> Result:
        """As if only these items had been asked. sides: those that every time shows."""
        shown, people = self.shown, self.shown.answers.respondents
        asked = self.asked.only(common)
        kept = [item for item in shown.items if item.id in common]
        tables = ShownTables(
            people,
            everybody={item.id: _table(item) for item in kept},
            sides={side: dict(_of_side(kept, sides.roles[side])) for side in sides.shown},
        )
        disclosed = Disclosed(asked, People(people, people), tables if kept else None, sides)
        # What no comparison shows (notes, unanswered, doubts) stays empty.
        answers = Answers(
            Tallies(present={}, votes={}),
            mode=shown.mode,
            context=Context(**shown.context.model_dump()),
            finished=shown.finished,
        )
        return result_of(answers, Crowd({}), disclosed, shown.min_group)


def _of_side(items: Collection[ItemShown], parts: Collection[str | None]) -> Iterator[tuple[str, ItemTable]]:
    """The table of each item that shows sides, of these sides together."""
    for item in items:
        of = [
            {item.id: table} for side, shown in _side_tables(item).items() if side in parts for table in [_table(shown)]
        ]
        if of:
            yield item.id, sum_tables(of)[item.id]


def _side_tables(item: ItemShown) -> dict[str, TableShown]:
    return {side: shown for side, shown in item.sides.items() if not isinstance(shown, Withheld)}


def _table(shown: TableShown) -> ItemTable:
    return ItemTable(
        counts=shown.counts,
        unsure=shown.unsure,
        not_relevant=shown.not_relevant,
        blank=shown.blank,
        invalid=shown.invalid,
        not_reached=shown.not_reached,
        not_asked=shown.not_asked,
    )
