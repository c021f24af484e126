"""`Crowd`: everybody of one answer set as item tables by role, with numbers of people; nothing suppressed yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from samskab_cli.model.tables import Tables, sum_tables


class People(NamedTuple):
    """How many people a crowd is; counted votes may have other people at each item."""

    most: int
    """The largest number present at an item that was answered: as it is said and printed."""
    fewest: int
    """The smallest: what decides whether a side may be shown."""


NOBODY = People(0, 0)


@dataclass(frozen=True)
class Crowd:
    """Those who take part, by role id (or side id, where that is enough); None: without a readable role."""

    roles: Mapping[str | None, Tables]
    answered: Collection[str] | None = None
    """The items somebody answered; None: every respondent is there at all of them."""
    unanswered: int = 0
    """People without any answer: they don't take part."""
    straight_lining: int = 0
    """Respondents with the same raw value on at least 90 % of ten or more answers."""
    by_role: Mapping[str | None, int] | None = None
    """People a role, where `roles` tells apart sides only."""

    @cached_property
    def tables(self) -> Tables:
        """Of everybody."""
        return sum_tables(self.roles.values())

    @cached_property
    def people(self) -> People:
        """How many they are."""
        return self.people_of(self.tables)

    @cached_property
    def present(self) -> Mapping[str | None, int]:
        """How many people of each role take part."""
        if self.by_role is not None:
            return self.by_role
        return {role: self.people_of(tables).most for role, tables in self.roles.items()}

    def tables_of(self, roles: Collection[str | None]) -> Tables:
        """Of those with one of these roles, together."""
        return sum_tables(tables for role, tables in self.roles.items() if role in roles)

    def fewest(self, roles: Collection[str | None]) -> int:
        """How many people have one of these roles, at the item where they are fewest."""
        return self.people_of(self.tables_of(roles)).fewest

    def people_of(self, tables: Tables) -> People:
        """How many people stand in the tables of a part of the crowd."""
        items = tables if self.answered is None else [item for item in tables if item in self.answered]
        present = [tables[item].people + tables[item].not_asked for item in items]
        return People(max(present), min(present)) if present else NOBODY
