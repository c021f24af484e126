"""A table on a cluster: judged by its headings, its first rows, and how often each spelling stands in a column.

The same reading of each spelling, the same stops, and the doubts that need no rows beside each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.answer_file import FileAnswers, interpreted
from samskab_cli.loading.answers.cell_problems import undeclared_texts
from samskab_cli.loading.answers.combine import GroupNames
from samskab_cli.loading.answers.combined_doubts import group_doubts, group_names
from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.interpretation import Interpretation, interpret
from samskab_cli.loading.answers.load import problems_of
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.map_file import load_map
from samskab_cli.loading.answers.question_doubts import scale_doubts
from samskab_cli.loading.answers.record_reader import Body, Selection
from samskab_cli.loading.readers import Record, Sheet
from samskab_cli.model.doubts import Doubt
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import shown

NAME: Final = "table"
"""What the table is called where a file has its name."""


@dataclass(frozen=True)
class Counts:
    """What a first pass over all rows found."""

    columns: Mapping[int, Mapping[str, int]]
    """Position → spelling → how many cells have it."""
    left_out: Mapping[str, int]
    """Rows that are nobody's answers: what they are → how many."""


@dataclass(frozen=True)
class TableReading:
    """A table, understood and judged."""

    file: FileAnswers
    names: GroupNames
    every_doubt: tuple[Doubt, ...]
    """Those that a mapping file accepts are among them."""
    doubts: tuple[Doubt, ...]
    """To be said first."""


def table_of(headings: Sequence[str], first: Sequence[Sequence[str]]) -> Sheet:
    """A table by its headings and the texts of some of its rows."""
    records = [Record(number, list(cells)) for number, cells in enumerate([headings, *first], start=1)]
    return Sheet(NAME, "a table", records, lambda: iter(records), has_lines=False)


def interpret_table(sheet: Sheet, question_set: QuestionSet, options: LoadOptions) -> tuple[Interpretation, Selection]:
    """What the columns mean, and which of them are to be read.

    Raises AnswersRefused for what only rows in their order could tell.
    """
    mapping_file = load_map(options.map_file, question_set) if options.map_file else None
    known = interpret(sheet, None, question_set, options, mapping_file)
    if known.layout.first != 1:
        raise AnswersRefused(Problem("more rows of headings stand among its rows; filter them out first", NAME))
    if known.mapping.branches:
        item, columns = next(iter(known.mapping.branches.items()))
        many = " and ".join(map(str, columns))
        raise AnswersRefused(Problem(f"several columns for {item}: {many}; put them into one, as by coalesce", NAME))
    ids = known.mapping.respondent.position if known.mapping.respondent else None
    return known, Selection(tuple(at for at in known.mapping.wanted if at != ids), ids, known.rules)


def judge(
    sheet: Sheet, known: Interpretation, counts: Counts, question_set: QuestionSet, options: LoadOptions
) -> tuple[TableReading, list[Problem]]:
    """What the table says, and everything that stops the run; neither has lines, for rows have no order."""
    columns = {at: CodedColumn.of_counts(texts) for at, texts in counts.columns.items()}
    rows = max((sum(texts.values()) for texts in counts.columns.values()), default=0)
    none = pl.repeat(value=False, n=0, dtype=pl.Boolean, eager=True)
    body = Body(columns, None, range(rows), none, Counter(counts.left_out))
    file = interpreted(sheet, known, body, question_set, in_rows=False)
    file.problems = [*known.mapping.problems, *file.problems]
    names = group_names([file])
    every = [*file.doubts, *undeclared_texts(list(file.items.values())), *scale_doubts([file], question_set)]
    doubts = [replace(doubt, line=None) for doubt in (*every, *group_doubts(names))]
    accepted = frozenset(known.mapping_file.doubts.accept) if known.mapping_file else frozenset()
    stopping = [doubt for doubt in doubts if doubt.stops or (options.strict and doubt.kind not in accepted)]
    problems = [
        *problems_of([file], question_set, options),
        *(doubt.as_problem() for doubt in stopping),
        *(_strict(file) if options.strict else ()),
    ]
    open_doubts = tuple(doubt for doubt in doubts if doubt.kind not in accepted)
    return TableReading(file, names, tuple(doubts), open_doubts), [replace(problem, line=None) for problem in problems]


def unreadable(file: FileAnswers) -> dict[str, Counter[str]]:
    """Item id, or `role` → the spellings that can't be read, and how many cells have each."""
    found = {item: column.reading.unreadable for item, column in file.items.items()}
    if file.mapping.role is not None:
        found["role"] = file.roles.unreadable(file.body.columns[file.mapping.role.position].counts)
    return {item: texts for item, texts in found.items() if texts}


def _strict(file: FileAnswers) -> Iterator[Problem]:
    headings = {item: column.column.heading for item, column in file.items.items()}
    for item, texts in unreadable(file).items():
        for text, count in texts.items():
            where = shown(headings.get(item, item))
            yield Problem(f"{shown(text)} in column {where} can't be read ({count:,})", NAME)
