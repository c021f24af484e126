"""Which column is which item, role, respondent or group: rules in a fixed order, what claims clash, never a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.cells import CellReader
from samskab_cli.loading.answers.columns import Column, plain
from samskab_cli.loading.answers.headings import (
    ItemNames,
    claims_of,
    core,
    is_cut,
    last_part,
    near_misses,
    wrapped_items,
)
from samskab_cli.loading.answers.layouts import Layout, limesurvey
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.map_overrides import Declared
from samskab_cli.loading.readers import Sheet
from samskab_cli.loading.sets.versions import earlier_version_with
from samskab_cli.model.answers import NOT_RELEVANT
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import ROLE_HEADINGS
from samskab_cli.model.text import nearest, shown

BY_MAP: Final = "mapping file"
_RESPONDENT: Final = "respondent"
_MOST_COMPARED: Final = 200
_NO_HEADINGS: Final = "no headings: the first row holds answers; put a row with the items' ids above it"


@dataclass
class Mapping:
    """What the columns of one file are."""

    items: dict[str, Column] = field(default_factory=dict)
    """Item id → its column, in question order; quick: the quick items only."""
    branches: dict[str, tuple[Column, ...]] = field(default_factory=dict)
    """Item id → the columns, the one in `items` first, of which each row fills one."""
    wrapped: dict[str, list[Column]] = field(default_factory=dict)
    """Item id → columns of what stands inside an object in its place; they are among its branches."""
    reasons: dict[int, str] = field(default_factory=dict)
    """Position → why the column is what it is."""
    clashes: dict[str, list[Column]] = field(default_factory=dict)
    """Item id → the columns that all claim to be it."""
    missing: tuple[str, ...] = ()
    """Items without a column."""
    role: Column | None = None
    respondent: Column | None = None
    groups: dict[str, Column] = field(default_factory=dict)
    """Name as asked for → the column."""
    where: tuple[Column, str] | None = None
    """The column and value of the only rows that count."""
    headless: bool = False
    """The row of headings holds answers: somebody's first row, which isn't to be shown."""
    ignored: int = 0
    """Columns that nothing was read from."""
    not_quick: int = 0
    """Columns of items that the quick version leaves out."""
    near: dict[str, Column] = field(default_factory=dict)
    """Item without a column → one that could be meant by it."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def meaningful(self) -> list[Column]:
        """The columns of items, roles and respondents."""
        several = (column for columns in (*self.branches.values(), *self.clashes.values()) for column in columns)
        return [*self.items.values(), *several, *(one for one in (self.role, self.respondent) if one)]

    @property
    def wanted(self) -> list[int]:
        """Positions of the columns to be read; no other ever leaves the reader."""
        where = [self.where[0]] if self.where else []
        return sorted({column.position for column in (*self.meaningful, *self.groups.values(), *where)})


def map_columns(
    sheet: Sheet, layout: Layout, question_set: QuestionSet, options: LoadOptions, declared: Declared
) -> Mapping:
    """Say what each column is; whatever speaks against it is noted in `problems`, but for missing items."""
    columns, names = layout.columns, ItemNames(question_set.items)
    claims: dict[str, list[Column]] = {item.id: [] for item in question_set.items}
    asked = {item.id for item in question_set.items_asked(quick=options.quick)}
    mapping = Mapping(problems=list(declared.problems))
    others, torn = _claim(columns, claims, declared, names)
    mapping.problems.extend(Problem(message, sheet.file, sheet.head[0].line) for message in torn)
    for item, found in declared.items.items():
        claims[item] = [found[0]]
    mapping.reasons = _reasons(columns, names, declared)
    wrapped = wrapped_items(others, names) if sheet.described == "JSON" else {}
    mapping.wrapped = {item: inside for item, inside in wrapped.items() if len(claims[item]) < 2 and item in asked}
    for item, inside in mapping.wrapped.items():
        claims[item] = [*claims[item], *inside][:1]
    mapping.items = {item: found[0] for item, found in claims.items() if len(found) == 1 and item in asked}
    mapping.clashes = {item: found for item, found in claims.items() if len(found) > 1 and item in asked}
    mapping.missing = tuple(item for item, found in claims.items() if not found and item in asked)
    mapping.not_quick = sum(len(found) for item, found in claims.items() if item not in asked)
    mapping.branches = {item: found for item, found in declared.items.items() if len(found) > 1 and item in asked}
    for item, inside in mapping.wrapped.items():
        mapping.branches[item] = tuple(dict.fromkeys((mapping.items[item], *inside)))
    mapping.role = declared.role or _only(mapping, others, _is_role, "role", sheet)
    free = [column for column in others if column != mapping.role]
    mapping.respondent = declared.respondent or _only(mapping, free, _is_respondent, "respondent", sheet)
    mapping.groups = _groups(mapping, [*others, *declared.ignored], options.groups, sheet)
    mapping.where = _where(mapping, [*others, *declared.ignored], options.where, sheet)
    mapping.ignored = len(columns) - len(mapping.wanted) - mapping.not_quick
    if mapping.missing and len(others) <= _MOST_COMPARED:
        taken = set(mapping.wanted)
        free = [column for column in others if column.position not in taken]
        mapping.near = near_misses(free, mapping.missing, names)
    if sheet.sparse and mapping.items:  # nobody answered it, unless another column could be meant
        mapping.missing = tuple(item for item in mapping.missing if item in mapping.near)
    if not mapping.items and not mapping.clashes:
        mapping.headless = _holds_answers(sheet, question_set, len(asked))
        message = _NO_HEADINGS if mapping.headless else _no_item(sheet, names, asked, question_set)
        if layout.system == limesurvey.NAME and any(is_cut(column) for column in columns):
            message += "; LimeSurvey cut its headings: export again with question codes as headings"
        mapping.problems.append(Problem(message, sheet.file, sheet.head[0].line))
    return mapping


def _claim(
    columns: Sequence[Column], claims: dict[str, list[Column]], declared: Declared, names: ItemNames
) -> tuple[list[Column], list[str]]:
    """Give each column to the item it names; what is left, and what columns say that contradicts itself."""
    others, torn = [], []
    for column in columns:
        if column.position in declared.taken:
            continue
        found = claims_of(column, names)
        if len(found) > 1:
            both = " and ".join(f"{claim.item} (by {claim.why})" for claim in found)
            torn.append(f"{column} says of itself that it is {both}; a mapping file can say which")
        if found and found[0].item not in declared.items:
            claims[found[0].item].append(column)
        else:
            others.append(column)
    return others, torn


def _reasons(columns: Sequence[Column], names: ItemNames, declared: Declared) -> dict[int, str]:
    found = {column.position: claims_of(column, names) for column in columns}
    reasons = {position: claims[0].why for position, claims in found.items() if claims}
    return reasons | dict.fromkeys(declared.taken, BY_MAP)


def row_rules(layout: Layout, mapping: Mapping, declared: Declared, *, complete_only: bool) -> RowRules:
    """Which rows count, once the columns are known: as mapping file and layout say, and no repeated header."""
    used = set(mapping.wanted)
    incomplete = layout.rules.incomplete if declared.incomplete is None else declared.incomplete
    drops = [*declared.drops, *layout.rules.drops]
    ends = [*mapping.items.values()][:1] + [*mapping.items.values()][1:][-1:]
    for row in layout.headings:
        same = tuple(one_of(c.position, row[c.position]) for c in ends if row[c.position].strip())
        if same:
            drops.append(RowRule("repeated header", same))
    rules = RowRules(tuple(drops), incomplete, complete_only)
    return RowRules(
        tuple(rule for rule in rules.drops if rule.concerns(used)),
        tuple(rule for rule in rules.incomplete if rule.concerns(used)),
        complete_only,
    )


def missing_items(sheet: Sheet, layout: Layout, mapping: Mapping, question_set: QuestionSet) -> list[Problem]:
    """A problem for each item without a column, with the heading that comes nearest, and what can be done."""
    if not mapping.items and not mapping.clashes:
        return []  # said once, of the whole table
    line = sheet.head[0].line
    problems = []
    for item in mapping.missing:
        hint = f"; the nearest heading is {mapping.near[item]}" if item in mapping.near else ""
        problems.append(Problem(f"no column for {item}{hint}", sheet.file, line))
    if layout.system == limesurvey.NAME and any(is_cut(column) for column in layout.columns):
        advice = "LimeSurvey cut its headings: export again with question codes as headings"
        return [*problems, Problem(advice, sheet.file)]
    slow = {item.id for item in question_set.items if not item.quick}
    earlier = earlier_version_with(set(mapping.items), question_set)
    if set(mapping.missing) == slow and len(slow) < len(question_set.items):
        advice = "only the quick items have columns: --quick reads them as the quick version"
    elif earlier is not None:
        advice = f"it has the columns of an earlier version: --questions {earlier} reads it"
    elif mapping.near:
        advice = (
            "a mapping file can say which column it is (--map); --allow-missing scores what there is; provisional then"
        )
    else:
        advice = "--allow-missing scores what there is; the result is provisional then"
    return [*problems, Problem(advice, sheet.file)]


def _is_role(column: Column) -> bool:
    return any(plain(part) in ROLE_HEADINGS for name in column.names for part in (name, last_part(name), core(name)))


def _is_respondent(column: Column) -> bool:
    return any(plain(part) == _RESPONDENT for name in column.names for part in (name, core(name)))


def _only(
    mapping: Mapping, columns: Sequence[Column], fits: Callable[[Column], bool], what: str, sheet: Sheet
) -> Column | None:
    found = [column for column in columns if fits(column)]
    mapping.reasons.update({column.position: "heading" for column in found})
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
        column = _called(mapping, free, name, ("for the group", "to group by"), sheet)
        if column is not None:
            found[name] = column
    return found


def _where(mapping: Mapping, columns: Sequence[Column], where: str | None, sheet: Sheet) -> tuple[Column, str] | None:
    """The column whose value decides which rows count."""
    if where is None:
        return None
    name, _, value = (part.strip() for part in where.partition("="))
    if plain(name) in ROLE_HEADINGS and mapping.role is not None:
        return mapping.role, value
    free = [column for column in columns if column not in (mapping.role, mapping.respondent)]
    column = _called(mapping, free, name, ("for --where", "to choose rows by"), sheet)
    return None if column is None else (column, value)


def _called(
    mapping: Mapping, free: Sequence[Column], name: str, purpose: tuple[str, str], sheet: Sheet
) -> Column | None:
    """The column with this name: exactly, else without case, blanks, `_` and `-`; a problem where it isn't one.

    purpose: as it follows "columns", and as it follows a name.
    """
    exact = [column for column in free if column.heading == name]
    fitting = exact or [column for column in free if any(plain(each) == plain(name) for each in column.names)]
    if len(fitting) == 1:
        return fitting[0]
    near = None
    if fitting:
        message = f"{len(fitting)} columns {purpose[0]} {shown(name)}: {' and '.join(map(str, fitting))}"
    else:
        message = f"no column {shown(name)} {purpose[1]}, beside those of items and respondents"
        near = nearest(name, {column.heading for column in free}) if len(free) <= 500 else None
    mapping.problems.append(Problem(message, sheet.file, sheet.head[0].line, suggestion=near))
    return None


def _holds_answers(sheet: Sheet, question_set: QuestionSet, asked: int) -> bool:
    """Whether the first row is somebody's answers."""
    cells = CellReader(question_set.scale)
    return sum(cells.code(cell) >= NOT_RELEVANT for cell in sheet.head[0].cells) * 2 >= asked


def _no_item(sheet: Sheet, names: ItemNames, asked: set[str], question_set: QuestionSet) -> str:
    first = {plain(record.cells[0]) for record in sheet.head if record.cells}
    if len(first & names.plain_ids.keys()) * 2 >= len(asked):
        return "the table lies on its side: items are its rows; turn it round, so that each item is a column"
    some = ", ".join(item.id for item in question_set.items[:3])
    return f"no column belongs to an item of {question_set.id}; expected headings such as {some}"
