"""A mapping file applied to one file: its declared columns found by name or position, its codes and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.layouts.rows import RowRule, none_of, one_of
from samskab_cli.model.text import fold, nearest, shown

if TYPE_CHECKING:
    from samskab_cli.loading.answers.map_file import LoadedMap

_MOST_COMPARED = 500


@dataclass
class Declared:
    """The columns that a mapping file names."""

    items: dict[str, tuple[Column, ...]] = field(default_factory=dict)
    """Item id → its columns; of several, each row fills one."""
    ignored: tuple[Column, ...] = ()
    role: Column | None = None
    respondent: Column | None = None
    drops: tuple[RowRule, ...] = ()
    incomplete: tuple[RowRule, ...] | None = None
    """None: as the layout says."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def taken(self) -> set[int]:
        """Positions of the columns that mean something by it, or nothing."""
        single = [column for column in (self.role, self.respondent) if column]
        every = (*(column for columns in self.items.values() for column in columns), *single, *self.ignored)
        return {column.position for column in every}


def declared_of(loaded: LoadedMap | None, columns: Sequence[Column], file: str) -> Declared:
    """What a mapping file says of these columns; what it names and isn't there is in `problems`."""
    declared = Declared()
    if loaded is None:
        return declared
    content, look = loaded.content, _Look(columns, file, str(loaded.path), declared.problems)
    for item, names in content.items.items():
        found = tuple(column for column in map(look.column, names) if column)
        if found:
            declared.items[item] = found
    declared.ignored = tuple(column for column in map(look.column, content.ignore) if column)
    declared.role = look.column(content.role.column) if content.role else None
    declared.respondent = look.column(content.respondent)
    for rows in content.drop_rows:
        column = look.column(rows.column)
        if column:
            rule = RowRule("as the mapping file says", (one_of(column.position, *rows.equals),))
            declared.drops = (*declared.drops, rule)
    if content.completed:
        column = look.column(content.completed.column)
        if column:
            declared.incomplete = (RowRule("not completed", (none_of(column.position, *content.completed.equals),)),)
    _once(declared, file, str(loaded.path))
    return declared


def _once(declared: Declared, file: str, map_name: str) -> None:
    """A column means one thing."""
    meant: dict[int, list[str]] = {}
    for item, columns in declared.items.items():
        for column in columns:
            meant.setdefault(column.position, []).append(item)
    for name, single in (("role", declared.role), ("respondent", declared.respondent)):
        if single:
            meant.setdefault(single.position, []).append(name)
    for position, names in meant.items():
        if len(names) > 1:
            message = f"column {position + 1} of {file} is both {' and '.join(names)}; a column means one thing"
            declared.problems.append(Problem(message, map_name))
    if declared.respondent:
        _without(declared, declared.respondent)


def _without(declared: Declared, ids: Column) -> None:
    """Ids are nothing else: they are kept apart from the cells that are counted and quoted, and wouldn't be there."""
    declared.role = None if declared.role == ids else declared.role
    kept = {item: tuple(one for one in columns if one != ids) for item, columns in declared.items.items()}
    declared.items = {item: columns for item, columns in kept.items() if columns}


class _Look:
    """Finds columns by what a mapping file calls them."""

    def __init__(self, columns: Sequence[Column], file: str, map_name: str, problems: list[Problem]) -> None:
        self._columns, self._file, self._map_name, self._problems = columns, file, map_name, problems

    def column(self, name: str | int | None) -> Column | None:
        """The column; a problem where there is none, or more than one."""
        if name is None:
            return None
        if isinstance(name, int):
            if name <= len(self._columns):
                return self._columns[name - 1]
            self._problem(f"no column {name} in {self._file}; it has {len(self._columns)}")
            return None
        exact = [column for column in self._columns if column.raw == name]
        fitting = exact or [column for column in self._columns if fold(name) in map(fold, column.names)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            both = " and ".join(str(column.position + 1) for column in fitting)
            self._problem(f"{shown(name)} is the heading of columns {both} of {self._file}; name the position instead")
            return None
        headings = [column.heading for column in self._columns] if len(self._columns) <= _MOST_COMPARED else []
        self._problem(f"no column {shown(name)} in {self._file}", nearest(name, headings))
        return None

    def _problem(self, message: str, suggestion: str | None = None) -> None:
        self._problems.append(Problem(message, self._map_name, suggestion=suggestion))
