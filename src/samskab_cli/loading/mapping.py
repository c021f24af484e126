"""Which column is which item, role or respondent: by rules in a fixed order, the first that fits; never by a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.loading.columns import Column, plain
from samskab_cli.loading.readers import Sheet
from samskab_cli.loading.set_faults import nearest
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.text import fold, shown

ROLE_HEADINGS: Final = ("role", "rolle")
_RESPONDENT: Final = "respondent"


class ItemNames:
    """What an item may be called, by the rule that says so."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.ids = {item.id: item.id for item in items}
        self.plain_ids = {plain(item.id): item.id for item in items}
        self.aliases = {plain(alias): item.id for item in items for alias in item.aliases}

    @property
    def all(self) -> tuple[str, ...]:
        """Every name, for the nearest to be looked for."""
        return (*self.ids, *self.aliases)


Rule = Callable[[str, ItemNames], str | None]
"""The item that a heading names, if it does by this rule."""

RULES: Final[tuple[Rule, ...]] = (
    lambda heading, names: names.ids.get(heading),
    lambda heading, names: names.plain_ids.get(plain(heading)),
    lambda heading, names: names.aliases.get(plain(heading)),
)
"""In this order; what else answers.md allows (paths, brackets, texts) comes after these."""


@dataclass
class Mapping:
    """What the columns of one file are."""

    items: dict[str, Column] = field(default_factory=dict)
    """Item id → its column, in question order; quick: the quick items only."""
    clashes: dict[str, list[Column]] = field(default_factory=dict)
    """Item id → the columns that all claim to be it."""
    missing: tuple[str, ...] = ()
    """Items without a column."""
    role: Column | None = None
    respondent: Column | None = None
    groups: dict[str, Column] = field(default_factory=dict)
    """Name as asked for → the column."""
    ignored: int = 0
    """Columns that nothing was read from."""
    not_quick: int = 0
    """Columns of items that the quick version leaves out."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def wanted(self) -> list[int]:
        """Positions of the columns to be read; no other ever leaves the reader."""
        clashing = [column for columns in self.clashes.values() for column in columns]
        single = [column for column in (self.role, self.respondent) if column]
        every = (*self.items.values(), *clashing, *single, *self.groups.values())
        return sorted({column.position for column in every})


def map_columns(
    sheet: Sheet, columns: Sequence[Column], question_set: QuestionSet, groups: Sequence[str], *, quick: bool
) -> Mapping:
    """Say what each column is; whatever speaks against it is noted in `problems`, but for missing items."""
    names = ItemNames(question_set.items)
    claims: dict[str, list[Column]] = {item.id: [] for item in question_set.items}
    others: list[Column] = []
    for column in columns:
        item = next(filter(None, (rule(column.heading, names) for rule in RULES)), None)
        (claims[item] if item else others).append(column)
    asked = {item.id for item in question_set.items_asked(quick=quick)}
    mapping = Mapping(
        items={item: found[0] for item, found in claims.items() if len(found) == 1 and item in asked},
        clashes={item: found for item, found in claims.items() if len(found) > 1 and item in asked},
        missing=tuple(item for item, found in claims.items() if not found and item in asked),
        not_quick=sum(len(found) for item, found in claims.items() if item not in asked),
    )
    mapping.role = _only(mapping, others, ROLE_HEADINGS, "role", sheet)
    mapping.respondent = _only(mapping, others, (_RESPONDENT,), "respondent", sheet)
    mapping.groups = _groups(mapping, others, groups, sheet)
    mapping.ignored = len(columns) - len(mapping.wanted) - mapping.not_quick
    if not mapping.items and not mapping.clashes:
        mapping.problems.append(Problem(_no_item(sheet, names, asked, question_set), sheet.file, sheet.head[0].line))
    return mapping


def missing_items(
    sheet: Sheet, mapping: Mapping, columns: Sequence[Column], question_set: QuestionSet
) -> list[Problem]:
    """A problem for each item without a column, with the heading that comes nearest, and what can be done."""
    if not mapping.items and not mapping.clashes:
        return []  # said once, of the whole table
    line = sheet.head[0].line
    taken = set(mapping.wanted)
    free = {fold(column.heading): column for column in columns if column.position not in taken and column.heading}
    problems = []
    for item in mapping.missing:
        near = nearest(item, free) if len(free) <= 500 else None
        hint = f"; the nearest heading is {free[near]}" if near else ""
        problems.append(Problem(f"no column for {item}{hint}", sheet.file, line))
    slow = {item.id for item in question_set.items if not item.quick}
    if set(mapping.missing) == slow and len(slow) < len(question_set.items):
        advice = "only the quick items have columns: --quick reads them as the quick version"
    else:
        advice = "--allow-missing scores what there is; the result is provisional then"
    return [*problems, Problem(advice, sheet.file)]


def _only(
    mapping: Mapping, columns: Sequence[Column], headings: Sequence[str], what: str, sheet: Sheet
) -> Column | None:
    found = [column for column in columns if plain(column.heading) in headings]
    if len(found) > 1:
        both = " and ".join(str(column) for column in found)
        mapping.problems.append(Problem(f"{len(found)} columns for the {what}: {both}", sheet.file, sheet.head[0].line))
    return found[0] if len(found) == 1 else None


def _groups(mapping: Mapping, columns: Sequence[Column], names: Sequence[str], sheet: Sheet) -> dict[str, Column]:
    """The columns asked for by name: exactly, else without case, blanks, `_` and `-`."""
    found: dict[str, Column] = {}
    free = [column for column in columns if column not in (mapping.role, mapping.respondent)]
    for name in names:
        if plain(name) in ROLE_HEADINGS:
            continue  # always there
        exact = [column for column in free if column.heading == name]
        fitting = exact or [column for column in free if plain(column.heading) == plain(name) and column.heading]
        if len(fitting) == 1:
            found[name] = fitting[0]
            continue
        if fitting:
            message = f"{len(fitting)} columns for the group {shown(name)}: {' and '.join(map(str, fitting))}"
            near = None
        else:
            message = f"no column {shown(name)} to group by, beside those of items and respondents"
            near = nearest(name, {column.heading for column in free}) if len(free) <= 500 else None
        mapping.problems.append(Problem(message, sheet.file, sheet.head[0].line, suggestion=near))
    return found


def _no_item(sheet: Sheet, names: ItemNames, asked: set[str], question_set: QuestionSet) -> str:
    first = {plain(record.cells[0]) for record in sheet.head if record.cells}
    if len(first & names.plain_ids.keys()) * 2 >= len(asked):
        return "the table lies on its side: items are its rows; turn it round, so that each item is a column"
    some = ", ".join(item.id for item in question_set.items[:3])
    return f"no column belongs to an item of {question_set.id}; expected headings such as {some}"
