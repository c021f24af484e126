"""`FileAnswers`: one file, read: its frame of codes, roles and groups as text; rejected cells; clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.cell_problems import ItemColumn, contradictions
from samskab_cli.loading.answers.cells import CellReader, Route, cut, key_of
from samskab_cli.loading.answers.codebook_files import refuse_companion
from samskab_cli.loading.answers.column_mapping import Mapping
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.file_doubts import Cells, Place, cell_doubts, na_meaning, role_doubts, structure_doubts
from samskab_cli.loading.answers.headings import ItemNames
from samskab_cli.loading.answers.interpretation import Interpretation, interpret
from samskab_cli.loading.answers.layouts import own
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.long_table import as_wide
from samskab_cli.loading.answers.nobody_rows import without_nobody
from samskab_cli.loading.answers.polars_reader import scan_body
from samskab_cli.loading.answers.record_reader import Body, Selection, read_body
from samskab_cli.loading.answers.respondent_ids import as_ids, name_somebody
from samskab_cli.loading.answers.roles import RoleReader
from samskab_cli.loading.answers.row_filter import rows_where
from samskab_cli.loading.answers.split_items import joined_branches
from samskab_cli.loading.answers.title_rows import without_titles
from samskab_cli.loading.readers import Sheet
from samskab_cli.model.answers import BLANK, NOT_RELEVANT, ROLE, RejectedCell, group_column
from samskab_cli.model.doubts import Doubt
from samskab_cli.model.question_set import QuestionSet, ResponseScale
from samskab_cli.model.text import clean

if TYPE_CHECKING:
    from samskab_cli.loading.answers.map_file import LoadedMap

_ROW = "row"
COUNTED: Final = "counted already"


@dataclass
class FileAnswers:
    """What one file says."""

    sheet: Sheet
    known: Interpretation
    body: Body
    items: dict[str, ItemColumn]
    """Item id → its column, read; in question order."""
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

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
    def answered(self) -> pl.Series:
        """Which rows have an answer: a value, unsure or not relevant."""
        if not self._read:
            return pl.repeat(value=False, n=self.body.rows, dtype=pl.Boolean, eager=True)
        return pl.DataFrame(self._read).select(pl.any_horizontal(pl.all() >= NOT_RELEVANT)).to_series()

    @property
    def has_answers(self) -> bool:
        """Whether anybody answered anything."""
        read = [item.reading for item in self.items.values()]
        return any(code >= NOT_RELEVANT and one.counts[text] for one in read for text, code in one.meaning.items())

    @property
    def unanswered(self) -> int:
        """Rows without an answer."""
        return self.body.rows - int(self.answered.sum())

    @cached_property
    def incomplete(self) -> int:
        """Rows with an answer that the survey system marks as not finished."""
        return int((self.body.incomplete & self.answered).sum())

    def values(self, items: Sequence[str]) -> pl.DataFrame:
        """The cells of items as codes, an Int8 column each; blank where the file has no column."""
        blank = pl.repeat(BLANK, self.body.rows, dtype=pl.Int8, eager=True)
        return pl.DataFrame({item: self._read.get(item, blank) for item in items})

    def groups(self) -> dict[str, dict[str, str | None]]:
        """Name of a group column → spelling → the group, as the file or its labels call it."""
        found = {}
        for name, column in self.mapping.groups.items():
            labels = self.known.labels_of(column)
            spellings = self.body.columns[column.position].spellings
            found[name] = {text: _group(labels.get(key_of(text), text)) for text in spellings}
        return found

    def group_sizes(self) -> dict[str, Counter[str]]:
        """Name of a group column → group → how many rows it has."""
        sizes: dict[str, Counter[str]] = {name: Counter() for name in self.mapping.groups}
        for name, meaning in self.groups().items():
            counts = self.body.columns[self.mapping.groups[name].position].counts
            sizes[name].update({group: 0 for group in meaning.values() if group})
            for text, group in meaning.items():
                if group:
                    sizes[name][group] += counts[text]
        return sizes

    def frame(self, asked: Sequence[str], names: Mapping_[str, Mapping_[str, str]] | None = None) -> pl.LazyFrame:
        """The coded rows: role, group columns, and an Int8 column for each of `asked` (blank without a column).

        names: name of a group column → group → what it is called, where several spellings are one group.
        """
        columns: dict[str, pl.Series] = {}
        role = self._coded(self.mapping.role)
        if role is not None:
            columns[ROLE] = role.texts(self.roles.read(role.spellings))
        for name, meaning in self.groups().items():
            cells = self.body.columns[self.mapping.groups[name].position]
            called = (names or {}).get(name, {})
            texts_of = {text: called.get(group, group) if group else None for text, group in meaning.items()}
            columns[group_column(name)] = cells.texts(texts_of)
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
    sheet: Sheet,
    data: Path | None,
    question_set: QuestionSet,
    options: LoadOptions,
    mapping_file: LoadedMap | None = None,
) -> FileAnswers:
    """Read one table; what stops the run, but for missing items, is in its `problems` and `doubts`.

    data: where it lies, if it is a file of its own.

    Raises AnswersRefused where there is no table with respondents to speak of.
    """
    content = mapping_file.content if mapping_file else None
    refuse_companion(sheet)
    names = ItemNames(question_set.items)
    sheet = as_wide(sheet, content.long if content else None, question_set, names)
    sheet, titles = without_titles(sheet, names)
    known = interpret(sheet, data, question_set, options, mapping_file)
    mapping = known.mapping
    ids = mapping.respondent.position if mapping.respondent else None
    positions = tuple(position for position in mapping.wanted if position != ids)
    selection = Selection(positions, ids, known.rules, known.key.positions)
    body = scan_body(sheet, known.layout, selection, options.progress)
    if body is None:
        body = read_body(sheet, known.layout, selection)
    body, nobody = without_nobody(sheet, known, body)
    body = rows_where(body, known, sheet.file)
    branches = joined_branches(body, mapping, sheet.file)
    doubts = [*titles, *structure_doubts(sheet, mapping, content), *nobody, *branches]
    read = interpreted(sheet, known, body, question_set, doubts)
    read.problems = [*mapping.problems, *body.problems, *read.problems]
    return read


def without_rows(read: FileAnswers, rows: pl.Series) -> FileAnswers:
    """The same file without these rows (from 0), which stand elsewhere."""
    if not len(rows):
        return read
    kept = ~pl.int_range(read.body.rows, dtype=pl.UInt32, eager=True).is_in(rows.implode())
    body = read.body.where(kept, COUNTED)
    scales = {item: column.scale for item, column in read.items.items()}
    return replace(read, body=body, items=_items(read.sheet, read.known, body, scales))


def interpreted(  # noqa: PLR0913  # a table and what is known of it
    sheet: Sheet,
    known: Interpretation,
    body: Body,
    question_set: QuestionSet,
    doubts: Sequence[Doubt] = (),
    *,
    in_rows: bool = True,
) -> FileAnswers:
    """What the cells of a table say. in_rows: whether a row's cells stand beside each other, or were only counted."""
    columns = {item: body.columns[column.position] for item, column in known.mapping.items.items()}
    coded = body.columns[known.mapping.role.position] if known.mapping.role else None
    roles = None if coded is None else coded.texts(known.roles.read(coded.spellings))
    table = Cells(sheet.file, columns, roles if in_rows else None, is_plain=known.layout.system in {"", own.NAME})
    cells, na = na_meaning(table, known.cells, question_set)
    known = replace(known, cells=cells)
    items = _items(sheet, known, body, question_set.scale_of)
    doubts = [*doubts, *na, *cell_doubts(list(items.values()), cells)]
    read = FileAnswers(sheet, known, body, items, doubts=doubts)
    if known.mapping.role is not None and coded is not None:
        line = _first_unread(read, coded)
        place = Place(sheet.file, line, known.mapping.role)
        read.doubts += role_doubts(place, coded.counts, known.roles, question_set)
    read.problems = [*_clashes(read, cells), *_role_problem(read), *contradictions(list(items.values()), cells)]
    return read


def _items(
    sheet: Sheet, known: Interpretation, body: Body, scales: Mapping_[str, ResponseScale]
) -> dict[str, ItemColumn]:
    """Item id → its column, read. scales: what can be answered to each."""
    items = {}
    for item, column in known.mapping.items.items():
        coded = body.columns[column.position]
        scale = scales[item]
        reading = known.cells_of(scale).read(coded.counts, known.labels_of(column))
        items[item] = ItemColumn(sheet.file, item, column, scale, coded, reading, body)
    return items


def _first_unread(read: FileAnswers, coded: CodedColumn) -> int:
    """The line of the first role that can't be read."""
    bad = list(read.roles.unreadable(coded.counts))
    return read.body.lines[next(coded.rows_of(bad))[0]] if bad else read.sheet.head[0].line


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
        problem = read.roles.problem(coded.counts, column, read.file, _first_unread(read, coded))
        if problem:
            yield problem


def _group(text: str) -> str | None:
    """A group's name as it is kept: harmless, blanks folded; None where there is none."""
    return " ".join(clean(text).split()) or None
