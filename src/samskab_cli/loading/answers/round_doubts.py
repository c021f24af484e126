"""Doubts about rounds: respondents or records that stand once for each value of a column; `--where` reads one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.columns import Column, plain
from samskab_cli.loading.answers.combine import Ids
from samskab_cli.loading.answers.file_doubts import column_names
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.text import clean, shown

_WORDS: Final = ("runde", "round", "wave", "bølge", "event", "måling", "tidspunkt", "år", "year", "periode", "fase")
_MOST_ROUNDS: Final = 12
_MOST_ROWS: Final = 200_000


def id_rounds(files: Sequence[FileAnswers], ids: Ids) -> Iterator[Doubt]:
    """Where half of the respondents or more stand again, and a column says when: a doubt in place of each of them."""
    if ids.again is None or ids.common is not None or len(ids.texts) > _MOST_ROWS:
        return
    again = set(ids.texts.filter(ids.again).to_list())
    everybody = ids.texts.filter(ids.texts != "").n_unique()
    if len(again) * 2 < everybody:
        return
    start = 0
    for file in files:
        texts = ids.texts.slice(start, file.body.rows)
        start += file.body.rows
        people = {line: name for line, name in zip(file.body.lines, texts.to_list(), strict=True) if name in again}
        found = _column(file, people)
        if found is not None:
            column, values = found
            yield _doubt(file, len(again), "respondents", [column], values)


def event_rounds(files: Sequence[FileAnswers]) -> Iterator[Doubt]:
    """Where a survey system's record has answers in several of its events."""
    for file in files:
        key = file.known.key
        if not key.events or key.ids is None:
            continue
        ids = key.texts(file.body, events=False)
        if ids is None:
            continue
        answered = ids.filter(file.answered).drop_nulls()
        again = answered.filter(answered.is_duplicated()).n_unique()
        if again:
            events = [column for column in key.events if file.body.texts[column.position].n_unique() > 1]
            values = file.body.texts[events[0].position].unique(maintain_order=True).to_list() if events else []
            yield _doubt(file, again, "records", events, values)


def _doubt(file: FileAnswers, count: int, who: str, columns: Sequence[Column], values: Sequence[str]) -> Doubt:
    texts = [clean(text).strip() for text in values if text.strip()]
    held = ", ".join(map(shown, texts[:4])) + (" …" if len(texts) > 4 else "")
    heading = columns[0].heading if columns else ""
    last = texts[-1] if texts else ""
    text = f"{count:,} {who} stand once for each value ({held}): two rounds? --where {heading}={last} reads one"
    return Doubt(
        DoubtKind.TWO_ROUNDS, text, count, file.file, file.sheet.head[0].line, column_names(columns), stops=True
    )


def _column(file: FileAnswers, people: dict[int, str]) -> tuple[Column, list[str]] | None:
    """The column that tells the rows of one respondent apart, and its values in the order met."""
    used = set(file.mapping.wanted) - {column.position for column in file.mapping.groups.values()}
    free = [column for column in file.known.layout.columns if column.position not in used and column.names]
    values: dict[int, dict[str, None]] = {column.position: {} for column in free}
    seen: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = 0
    for record in file.known.layout.body(file.sheet):
        if record.line not in people:
            continue
        rows += 1
        for position, held in values.items():
            cell = record.at(position)
            if len(held) <= _MOST_ROUNDS:
                held[cell] = None
                seen[position].add((people[record.line], cell))
    fitting = [
        column
        for column in free
        if 1 < len(values[column.position]) <= _MOST_ROUNDS and len(seen[column.position]) == rows
    ]
    fitting.sort(key=lambda column: (not any(word in plain(column.heading) for word in _WORDS), column.position))
    return (fitting[0], list(values[fitting[0].position])) if fitting else None
