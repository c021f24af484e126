"""Which item tables of a crowd may be shown (scoring §7): the one place where answers are suppressed.

Three things are decided here, all by counting people:

1. An item that 1 … m − 1 people were asked is left out of everything, as if it hadn't been asked.
2. Of the sides that are shown by their size (`scoring.side_levels`), an item has figures only where the people asked it
   are, in every shown side and among those in none, nobody or at least m.
3. The rest isn't unanimous. Those in no shown side can be had by subtraction, as one table. Where all of them but at
   most one stand in the same cell, that table says what each of them answered, so the item has no side figures:

       everybody  2 5 0 2 0   shown side  2 2 0 0 0   the rest  0 3 0 2 0   who of the rest said which isn't known
       everybody  2 5 0 1 0   shown side  2 1 0 0 0   the rest  0 4 0 1 0   one answer is nearly everybody's: no sides

   "But at most one", so that leaving the item out doesn't say either that all of them agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from samskab_cli.model.tables import ItemTable, ShownTables, Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd, People
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.side_levels import Sides


@dataclass(frozen=True)
class Disclosed:
    """What may be shown of one crowd."""

    asked: Asked
    """The set as it was asked, with the items that are left out."""
    people: People
    tables: ShownTables | None
    """None: fewer than `min_group` people take part, so nothing is shown of them."""
    sides: Sides
    left_out: tuple[str, ...] = ()
    """Items of too few people, in question order."""
    without_sides: tuple[str, ...] = ()
    """Items that everybody is asked and that have no side figures though sides are shown, in question order."""

    @property
    def findings(self) -> Findings | None:
        """What follows from the tables; None without any."""
        if self.tables is None:
            return None
        return Findings(self.asked.without(self.left_out), self.tables)


class SharedItems(NamedTuple):
    """What several crowds that are published together leave out alike, so that nothing is left by subtraction."""

    left_out: Collection[str]
    """Items of too few people in one of the crowds."""
    without_sides: Collection[str]
    """Items that have no side figures in one of them."""


def shown_tables(
    asked: Asked, crowd: Crowd, sides: Sides, min_group: int, shared: SharedItems | None = None
) -> Disclosed:
    """The tables of one crowd that may be shown. shared: what is left out; None: the crowd is published alone."""
    everybody, people = crowd.tables or asked.nobody, crowd.people
    if 0 < people.most < min_group:
        return Disclosed(asked, people, None, sides)
    gone, without_sides = shared or SharedItems(few_asked(everybody, min_group), ())
    kept = {item: table for item, table in everybody.items() if item not in gone}
    if not kept:
        return Disclosed(asked, people, None, sides)
    shown = {side: crowd.tables_of(sides.roles[side]) for side in sides.shown}
    rest = crowd.tables_of(sides.rest)
    comparable = {
        item
        for item in kept
        if shown
        and item not in without_sides
        and has_side_figures((tables[item] for tables in shown.values()), rest.get(item), min_group)
    }
    tables = ShownTables(
        people=people.most,
        everybody=kept,
        sides={side: _only(of_side, comparable) for side, of_side in shown.items()},
    )
    return Disclosed(
        asked,
        people,
        tables,
        sides,
        left_out=tuple(item for item in everybody if item not in kept),
        without_sides=tuple(item for item in kept if shown and item not in comparable),
    )


def few_asked(tables: Tables, min_group: int) -> frozenset[str]:
    """The items that somebody was asked, but fewer than `min_group` people."""
    return frozenset(item for item, table in tables.items() if 0 < table.people < min_group)


def has_side_figures(shown: Iterable[ItemTable], rest: ItemTable | None, min_group: int) -> bool:
    """Whether the sides of an item may be shown. rest: of those in no shown side; None: there is nobody."""
    if min_group == 1:
        return True
    if any(0 < table.people < min_group for table in shown):
        return False
    if rest is None or rest.people == 0:
        return True
    return rest.people >= min_group and not rest.is_unanimous


def _only(tables: Tables, items: Collection[str]) -> Mapping[str, ItemTable]:
    """Tables of some items, without those that nobody of these people was asked."""
    return {item: table for item, table in tables.items() if item in items and table.people}
