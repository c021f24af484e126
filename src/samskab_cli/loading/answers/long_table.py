"""Tables with one line an answer (respondent, item, answer): named for what they are, and turned to one line a person.

respondent;item;svar        respondent;aktie;flere
R1;aktie;4              →   R1;4;5
R1;flere;5                  R2;2;
R2;aktie;2
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.cells import CellReader
from samskab_cli.loading.answers.columns import Column, plain
from samskab_cli.loading.answers.headings import ItemNames, claims_of
from samskab_cli.loading.readers import Record, Sheet
from samskab_cli.model.answers import NOT_RELEVANT
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import fold, shown

if TYPE_CHECKING:
    from samskab_cli.loading.answers.map_file import ColumnName, Long

_LEAST_ROWS: Final = 5
_MOST: Final = 0.8
_HEAD: Final = 200


def as_wide(sheet: Sheet, long: Long | None, question_set: QuestionSet, names: ItemNames) -> Sheet:
    """The table with one row a respondent. long: what a mapping file says of it.

    Raises AnswersRefused for a long table that no mapping file explains, or where it explains it wrongly.
    """
    if not sheet.head:
        return sheet
    if long is None:
        _refuse_long(sheet, question_set, names)
        return sheet
    headings = sheet.head[0].cells
    columns = _Columns(*(_found(headings, name, sheet) for name in (long.item, long.answer, long.respondent)))
    records = _turned(sheet, columns, names, question_set)
    return replace(sheet, head=records[:_HEAD], records=lambda: iter(records), text=None, columnar=None)


@dataclass(frozen=True)
class _Columns:
    """Positions of the columns that make a table long."""

    item: int
    answer: int
    respondent: int


def _found(headings: Sequence[str], name: ColumnName, sheet: Sheet) -> int:
    if isinstance(name, int):
        if name <= len(headings):
            return name - 1
        raise AnswersRefused(Problem(f"long: no column {name}; it has {len(headings)}", sheet.file, sheet.head[0].line))
    fitting = [at for at, heading in enumerate(headings) if plain(heading) == plain(name)]
    if len(fitting) != 1:
        message = f"long: {'no' if not fitting else 'more than one'} column {shown(name)}"
        raise AnswersRefused(Problem(message, sheet.file, sheet.head[0].line))
    return fitting[0]


def _turned(sheet: Sheet, columns: _Columns, names: ItemNames, question_set: QuestionSet) -> list[Record]:
    """Headings, then one record a respondent, in the order met."""
    headings, *_ = (record for record in sheet.records() if not record.is_blank)
    kept = [at for at in range(len(headings.cells)) if at not in {columns.item, columns.answer}]
    people: dict[str, tuple[Record, dict[str, tuple[str, int]]]] = {}
    problems: list[Problem] = []
    for record in sheet.records():
        if record.is_blank or record.line == headings.line:
            continue
        item = _item(record.at(columns.item), names)
        person = record.at(columns.respondent).strip()
        if item is None or not person:
            continue
        _, answers = people.setdefault(person, (record, {}))
        answer, line = answers.setdefault(item, (record.at(columns.answer), record.line))
        if line != record.line and answer != record.at(columns.answer):
            message = f"the same respondent answers {item} as in line {line}, but otherwise"
            problems.append(Problem(message, sheet.file, record.line))
    if problems:
        raise AnswersRefused(*problems)
    items = [item.id for item in question_set.items]
    there = {item for _, answers in people.values() for item in answers}
    asked = [item for item in items if item in there]
    header = Record(headings.line, [*(headings.at(at) for at in kept), *asked])
    return [
        header,
        *(
            Record(first.line, [*(first.at(at) for at in kept), *(answers.get(item, ("", 0))[0] for item in asked)])
            for first, answers in people.values()
        ),
    ]


def _refuse_long(sheet: Sheet, question_set: QuestionSet, names: ItemNames) -> None:
    """Raises AnswersRefused for a table whose headings name no item and one of whose columns names them instead."""
    headings, rows = sheet.head[0].cells, sheet.head[1:]
    if len(rows) < _LEAST_ROWS or any(claims_of(Column(at, cell), names) for at, cell in enumerate(headings)):
        return
    cells = CellReader(question_set.scale)
    given = {at: [text for row in rows if (text := row.at(at).strip())] for at in range(len(headings))}
    items = [
        at
        for at, texts in given.items()  # each item once is a table on its side
        if len(set(texts)) < len(texts) and _share(_item(text, names) is not None for text in texts) >= _MOST
    ]
    answers = [
        at
        for at, texts in given.items()
        if at not in items and _share(cells.code(text) >= NOT_RELEVANT for text in texts) >= _MOST
    ]
    if not items or not answers:
        return
    others = [at for at in given if at not in {*items, *answers}]
    respondent = next((at for at in others if plain(headings[at]) in {"respondent", "id"}), others[0] if others else 0)
    called = {"item": headings[items[0]], "answer": headings[answers[-1]], "respondent": headings[respondent]}
    line = ", ".join(f'{key}: "{fold(name)}"' for key, name in called.items())
    message = f"one line an answer, not one a respondent; a mapping file (--map) turns it: `long: {{{line}}}`"
    raise AnswersRefused(Problem(message, sheet.file, sheet.head[0].line))


def _share(found: Iterable[bool]) -> float:
    every = list(found)
    return sum(every) / len(every) if len(every) >= _LEAST_ROWS else 0.0


def _item(text: str, names: ItemNames) -> str | None:
    return names.of_id(text) or names.of_text(text)
