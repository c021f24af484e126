"""`preview --map-output`: the mapping file as YAML text, ready to edit, with every gap marked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.cell_problems import ItemColumn, undeclared
from samskab_cli.loading.answers.cells import key_of, whole_number
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.map_file import Codes, Completed, RowsToDrop
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import clean, fold

GAP: Final = "DECIDE"
_MOST_CODES: Final = 60


def map_text(file: FileAnswers, question_set: QuestionSet, *, allow_missing: bool) -> str:
    """A mapping file (YAML) for one file. Where nothing had to be decided, it gives the same result as none."""
    lines = [
        "# How a file of answers is read, for --map. Written by `samskab preview`.",
        "# What isn't said here is found out as without this file. Columns go by heading, or by position from 1.",
        f"# Every {GAP} below is something the file doesn't say; it is refused until each is decided.",
        "format: 1",
        *_table(file),
        *_items(file, question_set, allow_missing=allow_missing),
        *_codes(file, question_set),
        *_role(file, question_set),
        *_respondent(file),
        *_rows(file),
    ]
    return "\n".join(lines) + "\n"


def _table(file: FileAnswers) -> Iterator[str]:
    """What the mapping file in use says of the table as a whole."""
    mapping_file = file.known.mapping_file
    if mapping_file is None:
        return
    for name, text in (("sheet", mapping_file.sheet), ("encoding", mapping_file.encoding)):
        if text:
            yield f"{name}: {_quoted(text)}"
    if mapping_file.long:
        columns = ", ".join(f"{name}: {_column(column)}" for name, column in mapping_file.long)
        yield f"long: {{{columns}}}"
    if mapping_file.doubts.accept:
        yield f"doubts: {{accept: [{', '.join(mapping_file.doubts.accept)}]}}"


def _items(file: FileAnswers, question_set: QuestionSet, *, allow_missing: bool) -> Iterator[str]:
    mapping = file.mapping
    yield ""
    yield "items:"
    for item in question_set.items:
        if item.id in mapping.branches:
            places = ", ".join(_name(column, file) for column in mapping.branches[item.id])
            yield f"  {item.id}: {{first_of: [{places}]}}"
        elif item.id in mapping.items:
            column = mapping.items[item.id]
            yield f"  {item.id}: {_name(column, file)}{_remark(_where(column, file))}"
        elif item.id in mapping.clashes:
            columns = mapping.clashes[item.id]
            both = " or ".join(str(column.position + 1) for column in columns)
            places = ", ".join(str(column.position + 1) for column in columns)
            each = f"where each row fills one of them, {{first_of: [{places}]}}"
            yield f"  {item.id}: null{_remark(f'{GAP}: column {both}; {each}')}"
        elif item.id in mapping.missing and not allow_missing:
            if item.id in mapping.near:
                column = mapping.near[item.id]
                gap = f"{GAP}: {column} is near; take the first # away where it is meant"
                yield f"  # {item.id}: {_name(column, file)}{_remark(gap)}"
            else:
                yield f"  {item.id}: null{_remark(f'{GAP}: no column; without one, take this line out')}"
    if not (mapping.items or mapping.clashes or mapping.missing):
        yield "  {}"


def _codes(file: FileAnswers, question_set: QuestionSet) -> Iterator[str]:
    open_codes = _undecided(list(file.items.values()))
    codes = file.known.mapping_file.codes if file.known.mapping_file else Codes()
    yield ""
    yield "# What cells of items mean that are neither numbers of the scale nor its labels."
    yield "codes:"
    if open_codes:
        listed = ", ".join(map(_quoted, open_codes))
        scale = ", ".join(
            f"{option.value} {option.label.text(question_set.languages[0])}" for option in question_set.scale.options
        )
        yield f"  # {GAP}: move each of these to one of the lists below; values are {clean(scale)}."
        yield f"  undecided: [{listed}]"
    yield f"  values: {{{', '.join(f'{_quoted(text)}: {value}' for text, value in codes.values.items())}}}"
    for name in ("unsure", "not_relevant", "blank"):
        yield f"  {name}: [{', '.join(map(_quoted, getattr(codes, name)))}]"


def _undecided(columns: Sequence[ItemColumn]) -> list[str]:
    """Codes nobody declared, and the texts of columns that can't be read; single ones are left to be rejected."""
    _, named = undeclared(columns)
    texts: Counter[str] = Counter()
    for column in columns:
        texts.update({text: n for text, n in column.reading.unreadable.items() if fold(text) in named.texts})
    shared = [text for text, _ in texts.most_common(_MOST_CODES)]
    return [*map(str, sorted(named.numbers)), *{fold(text): clean(text).strip() for text in shared}.values()]


def _role(file: FileAnswers, question_set: QuestionSet) -> Iterator[str]:
    column = file.mapping.role
    yield ""
    if column is None:
        yield "# Where the roles stand, and what their codes mean; without a column nobody has a role."
        held = sorted(file.known.role_candidates)
        yield from (f"# role: {{column: {at + 1}}}  # it holds roles: take the first # away" for at in held)
        if not held:
            yield '# role: {column: …, values: {"1": …}}'
        return
    counts = file.body.columns[column.position].counts
    bad = file.roles.unreadable(counts)
    gaps = {key_of(text): clean(text).strip() for text, n in bad.items() if whole_number(text) is not None or n > 1}
    yield "role:"
    yield f"  column: {_name(column, file)}"
    role_map = file.known.mapping_file.role if file.known.mapping_file else None
    values = role_map.values if role_map else {}
    if role_map and role_map.none:
        yield f"  none: [{', '.join(map(_quoted, role_map.none))}]"
    if not values and not gaps:
        return
    yield "  values:"
    yield from (f"    {_quoted(text)}: {role}" for text, role in values.items())
    roles = ", ".join(role.id for role in question_set.roles)
    yield from (f"    {_quoted(text)}: null{_remark(f'{GAP}: one of {roles}')}" for _, text in sorted(gaps.items()))


def _respondent(file: FileAnswers) -> Iterator[str]:
    if file.mapping.respondent is not None:
        yield ""
        yield f"respondent: {_name(file.mapping.respondent, file)}"


def _rows(file: FileAnswers) -> Iterator[str]:
    mapping_file = file.known.mapping_file
    yield ""
    if mapping_file and mapping_file.completed:
        yield f"completed: {_rows_where(mapping_file.completed)}"
    else:
        yield "# completed: {column: …, equals: …}       how finished rows are marked"
    if mapping_file and mapping_file.drop_rows:
        yield f"drop_rows: [{', '.join(map(_rows_where, mapping_file.drop_rows))}]"
    else:
        yield "# drop_rows: [{column: …, equals: …}]     rows that are nobody's answers"
    if mapping_file and mapping_file.ignore:
        yield f"ignore: [{', '.join(_column(name) for name in mapping_file.ignore)}]"


def _rows_where(rows: Completed | RowsToDrop) -> str:
    return f"{{column: {_column(rows.column)}, equals: [{', '.join(map(_quoted, rows.equals))}]}}"


def _column(name: str | int) -> str:
    return str(name) if isinstance(name, int) else _quoted(name)


def _name(column: Column, file: FileAnswers) -> str:
    """What finds the column again: its heading, where no other has it; else its position."""
    heading = column.heading
    same = [other for other in file.known.layout.columns if fold(heading) in map(fold, (other.raw, *other.names))]
    return _quoted(heading) if heading and len(same) == 1 else str(column.position + 1)


def _where(column: Column, file: FileAnswers) -> str:
    why = file.mapping.reasons.get(column.position, "")
    return f"column {column.position + 1}, by {why}" if why else f"column {column.position + 1}"


def _remark(text: str) -> str:
    return f"  # {clean(text)}"


def _quoted(text: str) -> str:
    return json.dumps(clean(text), ensure_ascii=False)
