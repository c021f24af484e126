"""One answer file, read as far as it goes: its columns, what they say, and everything that speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.loading.answers import column_mapping as mapping_
from samskab_cli.loading.answers.cell_problems import ItemColumn, contradictions, unreadable
from samskab_cli.loading.answers.cells import CellReader, Route, cut
from samskab_cli.loading.answers.column_mapping import Mapping
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.interpretation import Understood, understand
from samskab_cli.loading.answers.map_file import LoadedMap
from samskab_cli.loading.answers.options import LoadOptions
from samskab_cli.loading.answers.polars_reader import scan_body
from samskab_cli.loading.answers.record_reader import Body, Wanted, read_body
from samskab_cli.loading.answers.respondent_ids import as_ids, name_somebody
from samskab_cli.loading.answers.roles import RoleReader
from samskab_cli.loading.answers.split_items import merge_branches
from samskab_cli.loading.readers import Sheet
from samskab_cli.model.answers import BLANK, NOT_RELEVANT, ROLE, RejectedCell, group_column
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import clean

_ROW = "row"


@dataclass
class FileAnswers:
    """What one file says."""

    sheet: Sheet
    known: Understood
    body: Body
    items: dict[str, ItemColumn]
    """Item id → its column, read; in question order."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def mapping(self) -> Mapping:
        """What its columns are."""
        return self.known.mapping

    @property
    def roles(self) -> RoleReader:
        """What its roles mean."""
        return self.known.roles

    @property
    def file(self) -> str:
        """The name of the file as remarks and problems show it."""
        return self.sheet.file

    @property
    def has_numbers(self) -> bool:
        """Whether values are written as numbers somewhere."""
        return any(column.reading.route in {Route.NUMBERS, Route.BOTH} for column in self.items.values())

    @cached_property
    def names_somebody(self) -> bool:
        """Whether respondents' ids look like mail addresses or CPR numbers."""
        return self.body.ids is not None and name_somebody(self.body.ids)

    @cached_property
    def ids(self) -> pl.Series | None:
        """Every row's id (String, empty where there is none); None without a column for it."""
        return None if self.body.ids is None else as_ids(self.body.ids)

    @cached_property
    def _read(self) -> dict[str, pl.Series]:
        """Item id → its cells as codes (Int8)."""
        return {item: column.cells.decoded(column.reading.meaning) for item, column in self.items.items()}

    @cached_property
    def _answered(self) -> pl.Series:
        """Which rows have an answer: a value, unsure or not relevant."""
        if not self._read:
            return pl.repeat(value=False, n=self.body.rows, dtype=pl.Boolean, eager=True)
        return pl.DataFrame(self._read).select(pl.any_horizontal(pl.all() >= NOT_RELEVANT)).to_series()

    @property
    def unanswered(self) -> int:
        """Rows without an answer."""
        return self.body.rows - int(self._answered.sum())

    @cached_property
    def incomplete(self) -> int:
        """Rows with an answer that the survey system marks as not finished."""
        return int((self.body.incomplete & self._answered).sum())

    def frame(self, asked: Sequence[str]) -> pl.LazyFrame:
        """The coded rows: role, group columns, and an Int8 column for each of `asked` (blank without a column)."""
        columns: dict[str, pl.Series] = {}
        role = self._coded(self.mapping.role)
        if role is not None:
            columns[ROLE] = role.texts(self.roles.read(role.spellings))
        for name, column in self.mapping.groups.items():
            cells = self.body.columns[column.position]
            columns[group_column(name)] = cells.texts({text: _group(text) for text in cells.spellings})
        texts = list(columns)
        columns |= {item: cells for item, cells in self._read.items() if item in asked}
        frame = pl.DataFrame(columns).lazy() if columns else pl.LazyFrame({_ROW: range(self.body.rows)})
        return frame.select(
            pl.col(ROLE).cast(pl.String) if role is not None else pl.lit(None, dtype=pl.String).alias(ROLE),
            *(pl.col(name).cast(pl.String) for name in texts if name != ROLE),
            *(pl.col(item) if item in columns else pl.lit(BLANK, dtype=pl.Int8).alias(item) for item in asked),
        )

    def rejected(self) -> list[RejectedCell]:
        """Every cell that couldn't be read, from the top."""
        found = sorted(self._rejected(), key=lambda cell: cell[:2])
        return [cell for _, _, cell in found]

    def _rejected(self) -> Iterator[tuple[int, int, RejectedCell]]:
        places = [(read.column, item, list(read.reading.unreadable)) for item, read in self.items.items()]
        role = self._coded(self.mapping.role)
        if role is not None and self.mapping.role is not None:
            places.append((self.mapping.role, "", list(self.roles.unreadable(role.counts))))
        for column, item, texts in places:
            for row, text in self.body.columns[column.position].rows_of(texts):
                line = self.body.lines[row] if self.sheet.has_lines else None
                cell = RejectedCell(self.file, line, row + 1, column.heading, item or None, cut(text))
                yield row, column.position, cell

    def _coded(self, column: Column | None) -> CodedColumn | None:
        return None if column is None else self.body.columns[column.position]


def read_file(
    sheet: Sheet, data: Path | None, question_set: QuestionSet, options: LoadOptions, said: LoadedMap | None = None
) -> FileAnswers:
    """Read one table; what stops the run, but for missing items, is in its `problems`.

    data: where it lies, if it is a file of its own. said: by a mapping file.

    Raises AnswersRefused where there is no table with respondents to speak of.
    """
    known = understand(sheet, data, question_set, options, said)
    mapping = known.mapping
    ids = mapping.respondent.position if mapping.respondent else None
    wanted = Wanted(tuple(position for position in mapping.wanted if position != ids), ids, known.rules)
    body = scan_body(sheet, known.layout, wanted, options.progress)
    if body is None:
        body = read_body(sheet, known.layout, wanted)
    for columns in mapping.branches.values():
        merge_branches(body, columns)
    items = {}
    for item, column in mapping.items.items():
        coded = body.columns[column.position]
        reading = known.cells.read(coded.counts, known.labels_of(column))
        items[item] = ItemColumn(sheet.file, item, column, coded, reading, body)
    read = FileAnswers(sheet, known, body, items)
    read.problems = [
        *mapping.problems,
        *_clashes(read, known.cells),
        *body.problems,
        *_role_problem(read),
        *contradictions(list(items.values()), known.cells),
    ]
    return read


def missing_items(read: FileAnswers, question_set: QuestionSet) -> list[Problem]:
    """The problems of items without a column."""
    return mapping_.missing_items(read.sheet, read.mapping, question_set)


def too_much_unreadable(read: FileAnswers, codes: frozenset[int]) -> list[Problem]:
    """The problems of columns with too much that can't be read; codes: undeclared ones, named elsewhere."""
    return unreadable(list(read.items.values()), codes)


def _clashes(read: FileAnswers, cells: CellReader) -> Iterator[Problem]:
    """Two columns for one item: which of them counts is nobody's guess, even where they say the same."""
    for item, columns in read.mapping.clashes.items():
        coded = [read.body.columns[column.position] for column in columns]
        first, *others = (column.decoded(cells.read(column.counts).meaning) for column in coded)
        equal = all(other.equals(first) for other in others)
        say = "their cells say the same here; take one out" if equal else "they differ; take one out"
        many = "two" if len(columns) == 2 else str(len(columns))
        message = f"{many} columns for {item}: {' and '.join(map(str, columns))}; {say}"
        yield Problem(message, read.file, read.sheet.head[0].line)


def _role_problem(read: FileAnswers) -> Iterator[Problem]:
    column = read.mapping.role
    if column is not None:
        coded = read.body.columns[column.position]
        bad = list(read.roles.unreadable(coded.counts))
        line = read.body.lines[next(coded.rows_of(bad))[0]] if bad else 1
        problem = read.roles.problem(coded.counts, column, read.file, line)
        if problem:
            yield problem


def _group(text: str) -> str | None:
    """A group's name as it is kept: harmless, blanks folded; None where there is none."""
    return " ".join(clean(text).split()) or None
