"""Doubts about one file: formulas, merged and hidden cells, encoding, dates, N/A and empty words, undeclared roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl

from samskab_cli.loading.answers.cell_problems import ItemColumn, is_date
from samskab_cli.loading.answers.cells import CellReader
from samskab_cli.loading.answers.column_mapping import Mapping as Columns
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.roles import RoleReader
from samskab_cli.loading.readers import Sheet
from samskab_cli.model.answers import BLANK, INVALID
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.text import amount, clean, fold, listing, shown

if TYPE_CHECKING:
    from samskab_cli.loading.answers.map_file import MapFile

_NAMED: Final = 4


def structure_doubts(sheet: Sheet, mapping: Columns, mapping_file: MapFile | None) -> Iterator[Doubt]:
    """What the file's own structure says: formulas, merged and hidden cells, how its text is written."""
    facts, file = sheet.facts, sheet.file
    wanted = {column.position: column for column in (*mapping.meaningful, *mapping.groups.values())}
    formulas = {wanted[at]: count for at, count in facts.formulas.items() if at in wanted}
    if formulas:
        count = sum(formulas.values())
        text = f"{amount(count, 'formula')} without a stored value; open the file in Excel and save it"
        yield Doubt(DoubtKind.FORMULA, text, count, file, facts.formula_line, column_names(formulas), stops=True)
    merged = {wanted[at]: count for at, count in facts.merged.items() if at in wanted}
    if merged:
        count = sum(merged.values())
        text = f"{amount(count, 'cell')} merged with the one above: the value holds for the whole block"
        yield Doubt(DoubtKind.MERGED, text, count, file, column=column_names(merged))
    if facts.hidden_rows:
        text = f"{_are(facts.hidden_rows, 'row')} hidden or filtered in the file and read too"
        yield Doubt(DoubtKind.HIDDEN, text, facts.hidden_rows, file)
    hidden = [wanted[at] for at in facts.hidden_columns if at in wanted]
    if hidden:
        text = f"{_are(len(hidden), 'column')} hidden in the file and read too"
        yield Doubt(DoubtKind.HIDDEN, text, len(hidden), file, column=column_names(hidden))
    if facts.encoding and not (mapping_file and mapping_file.encoding):
        guess = facts.encoding
        text = f"looks like {guess.name}: {shown(guess.seen)} would be {shown(guess.meant)}"
        settles = f"`encoding: {guess.codec}`"
        yield Doubt(DoubtKind.ENCODING, text, guess.letters, file, guess.line, settles=settles, stops=True)


class Cells(NamedTuple):
    """The cells of one file before they are read."""

    file: str
    columns: Mapping[str, CodedColumn]
    """Item id → its cells."""
    roles: pl.Series | None
    """The role id of each row (Enum)."""
    is_plain: bool
    """Whether no survey system is known by its headings, whose own `NA` it could be."""


def na_meaning(table: Cells, cells: CellReader, question_set: QuestionSet) -> tuple[CellReader, list[Doubt]]:
    """How `NA` in capitals is read: as blank where nothing else is, else nobody knows.

    Blanks of items that a role isn't asked may stand beside it.
    """
    columns, roles, file = table.columns, table.roles, table.file
    counts = [(column, column.counts) for column in columns.values()]
    count = sum(n for _, texts in counts for text, n in texts.items() if cells.is_na(text))
    if not count:
        return cells, []
    text = f"NA stands {_times(count)}"
    if all(_only_not_asked(column, question_set.item_by_id[item], cells, roles) for item, column in columns.items()):
        text += " where no cell is empty, so it is read as blank"
        doubt = Doubt(DoubtKind.NA_AS_BLANK, text, count, file, settles="`codes: {not_relevant: [NA]}`")
        return cells.with_na_as_blank(), [doubt]
    settles = "`codes: {blank: [NA]}` or `codes: {not_relevant: [NA]}`"
    text += " beside empty cells: is it nothing answered, or not relevant"
    text += "?" if table.is_plain else ", as it is read?"
    return cells, [Doubt(DoubtKind.NA_AS_BLANK, text, count, file, settles=settles, stops=table.is_plain)]


def _only_not_asked(column: CodedColumn, item: Item, cells: CellReader, roles: pl.Series | None) -> bool:
    """Whether a column has no blank but those of roles that aren't asked."""
    empty = [number for text, number in column.spellings.items() if cells.code(text) == BLANK]
    blank = column.numbers.is_in(empty) if empty else None
    if blank is None or not blank.any():
        return True
    if roles is None or not item.skip_roles:
        return False
    asked_not = roles.filter(blank).cast(pl.String).is_in(list(item.skip_roles))
    return bool(asked_not.fill_null(value=False).all())


def cell_doubts(items: Sequence[ItemColumn], cells: CellReader) -> Iterator[Doubt]:
    """Words for nothing, lost letters, and dates where answers were."""
    empty: Counter[str] = Counter()
    repaired: dict[Column, int] = {}
    for item in items:
        cells = cells.of_scale(item.scale)
        for text, n in item.reading.counts.items():
            meant = item.reading.meaning[text]
            if meant == BLANK and text.strip() and text not in item.reading.labels and cells.is_empty_word(text):
                empty[clean(text).strip()] += n
            elif meant not in {INVALID, BLANK} and cells.is_repaired(text):
                repaired[item.column] = repaired.get(item.column, 0) + n
    if empty:
        words = ", ".join(shown(text) for text, _ in empty.most_common(_NAMED))
        text = f"{words} {_times(empty.total(), 'stands')}, read as blank"
        yield Doubt(DoubtKind.EMPTY_WORD, text, empty.total(), items[0].file)
    if repaired:
        count = sum(repaired.values())
        text = f"{amount(count, 'answer')} read although letters are lost, as `hoej`, `h?j` or `h&oslash;j` for `høj`"
        yield Doubt(DoubtKind.ENCODING, text, count, items[0].file, column=column_names(repaired))
    yield from _dates(items)


def _dates(items: Sequence[ItemColumn]) -> Iterator[Doubt]:
    found: dict[Column, int] = {}
    texts: list[str] = []
    lines: list[int] = []
    for item in items:
        dates = {text: n for text, n in item.reading.unreadable.items() if is_date(text)}
        if dates:
            found[item.column] = sum(dates.values())
            texts += dates
            lines.append(item.first(list(dates)))
    if found:
        count = sum(found.values())
        some = ", ".join(map(shown, dict.fromkeys(texts[:_NAMED])))
        text = (
            f"{amount(count, 'date')} ({some}) where values were: Excel made dates of them; give the column the "
            "format Number, or fetch the export again"
        )
        yield Doubt(DoubtKind.DATES, text, count, items[0].file, min(lines), column_names(found), stops=True)


class Place(NamedTuple):
    """Where a column is doubtful."""

    file: str
    line: int
    column: Column


def role_doubts(
    place: Place, counts: Mapping[str, int], roles: RoleReader, question_set: QuestionSet
) -> Iterator[Doubt]:
    """Roles that several people name and nobody declared; most roles blank; a side that only unread roles could be.

    counts: every spelling → how many cells have it.
    """
    bad = roles.unreadable(counts)
    folded: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text, n in bad.items():
        folded[fold(text)] += n
        spelled.setdefault(fold(text), text)
    again = {spelled[text]: n for text, n in folded.items() if n > 1}
    given = sum(n for text, n in counts.items() if not roles.is_blank(text))
    if again and bad.total() * 2 <= given:  # where most can't be read, the whole column is refused
        yield _undeclared_roles(again, place, question_set)
    words = {text: n for text, n in counts.items() if fold(text) and roles.is_blank(text)}
    if words:
        count = sum(words.values())
        text = f"{', '.join(map(shown, words))} {_times(count, 'stands')} for a role, read as none"
        yield Doubt(DoubtKind.EMPTY_WORD, text, count, place.file, column=str(place.column))
    blank = sum(n for text, n in counts.items() if roles.is_blank(text))
    if given and blank > given:
        text = f"{blank:,} of {blank + given:,} rows have no role"
        yield Doubt(DoubtKind.ROLES_UNREAD, text, blank, place.file, column=str(place.column))
    sides = {role.side for role in question_set.roles if role.id in set(roles.read(counts).values())}
    missing = [side.id for side in question_set.all_sides if sides and side.id not in sides]
    if bad and not again and missing:
        text = f"{amount(bad.total(), 'role')} can't be read, and nobody is left of {', '.join(missing)}"
        yield Doubt(DoubtKind.ROLES_UNREAD, text, bad.total(), place.file, place.line, str(place.column))


def _undeclared_roles(again: Mapping[str, int], place: Place, question_set: QuestionSet) -> Doubt:
    count = sum(again.values())
    names = ", ".join(f"{shown(text)} ({n})" for text, n in list(again.items())[:_NAMED])
    ids = [role.id for role in question_set.roles]
    first = clean(next(iter(again))).strip()
    text = f"{amount(count, 'row')} with a role that nobody declared: {names}; the roles are {', '.join(ids)}"
    column, role = place.column.position + 1, ids[-1] if ids else "…"
    settles = f'`role: {{column: {column}, values: {{"{first}": {role}}}}}`, or `none: ["{first}"]` for no role'
    return Doubt(DoubtKind.ROLES_UNREAD, text, count, place.file, place.line, str(place.column), settles, stops=True)


def column_names(columns: Iterable[Column]) -> str:
    """Columns as a doubt names them: the first few, and how many there are."""
    every = sorted(set(columns), key=lambda column: column.position)
    return listing(map(str, every), len(every), _NAMED)


def _are(count: int, noun: str) -> str:
    return f"{amount(count, noun)} {'is' if count == 1 else 'are'}"


def _times(count: int, verb: str = "") -> str:
    times = "once" if count == 1 else f"{count:,} times"
    return f"{verb} {times}".strip()
