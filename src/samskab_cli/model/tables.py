"""`ItemTable`: for one item how many gave each answer, unsure, blank, not asked; tables added up; `ShownTables`.

Tables add: of two files, two batches, two machines, two sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import add, sub
from typing import NamedTuple


class ItemTable(NamedTuple):
    """The people of a crowd by what stands in their cell of one item (scoring §1). All are counts of people."""

    counts: tuple[int, ...]
    """A value, lowest raw value first."""
    unsure: int = 0
    not_relevant: int = 0
    blank: int = 0
    """Nothing, though something else of the dimension was answered."""
    invalid: int = 0
    """Given, but not readable."""
    not_reached: int = 0
    """Nothing, and nothing in the whole dimension."""
    not_asked: int = 0
    """Of a role that the item isn't asked of: outside all that follows."""

    @property
    def n(self) -> int:
        """Answers on the scale."""
        return sum(self.counts)

    @property
    def applicable(self) -> int:
        """People it applies to and who came to it: value, unsure, blank, invalid."""
        return sum(self.counts) + self.unsure + self.blank + self.invalid

    @property
    def people(self) -> int:
        """People it was asked of."""
        return self.applicable + self.not_relevant + self.not_reached

    @property
    def cells(self) -> tuple[int, ...]:
        """The people it was asked of, by state: the values, then unsure, not relevant, blank, invalid, not reached."""
        return (*self.counts, *self[1:6])

    @property
    def is_unanimous(self) -> bool:
        """Whether all people it was asked of, but at most one, stand in the same cell."""
        return self.people - max(self.cells) <= 1

    def plus(self, other: ItemTable) -> ItemTable:
        """Both crowds together. Raises ValueError for tables of other scales."""
        if len(self.counts) != len(other.counts):
            raise ValueError("tables of one scale add up")
        return ItemTable(tuple(map(add, self.counts, other.counts)), *map(add, self[1:], other[1:]))

    def minus(self, other: ItemTable) -> ItemTable:
        """The crowd without another that is part of it."""
        return ItemTable(tuple(map(sub, self.counts, other.counts)), *map(sub, self[1:], other[1:]))


Tables = Mapping[str, ItemTable]
"""Item id → table, in question order."""


@dataclass(frozen=True)
class ShownTables:
    """The tables of one crowd that may be shown. Every figure, state and conclusion is a function of these alone."""

    people: int
    """People of the crowd who take part: the largest number present at an item."""
    everybody: Tables
    sides: Mapping[str, Tables]
    """Shown side id → its tables of the items that have side figures; in the set's order, all at one level."""


def sum_tables(crowds: Iterable[Tables]) -> dict[str, ItemTable]:
    """The tables of some crowds as one; empty without any. All have the same items."""
    total: dict[str, ItemTable] = {}
    for tables in crowds:
        total = {item: total[item].plus(table) if total else table for item, table in tables.items()}
    return total
