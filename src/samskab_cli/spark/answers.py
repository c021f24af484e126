"""`Answers` on a cluster: first pass spellings, second pass counts or rows; figures at the driver. `spark.read`."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Final, Literal

import polars as pl

from samskab_cli.api import question_set as question_set_of
from samskab_cli.api.figures import Figures
from samskab_cli.api.parameters import about, as_columns
from samskab_cli.errors import AnswersRefused, Misused, Problem
from samskab_cli.loading.answers import counted_table
from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.counted_table import NAME, Counts, TableReading
from samskab_cli.loading.answers.interpretation import Interpretation
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.row_keys import TELLS_APART
from samskab_cli.loading.readers import Sheet
from samskab_cli.model.answers import Answers as Given
from samskab_cli.model.answers import CountTable, Rejected
from samskab_cli.model.doubts import Doubt
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import shown
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.item_tables import SIDE
from samskab_cli.scoring.states import TAKES_PART
from samskab_cli.spark import frames, workers
from samskab_cli.spark.decoder import Column, Columns, Decoder, Repetitions, TextColumn
from samskab_cli.spark.frames import DataFrame

_HEAD: Final = 200
MOST_LISTS: Final = 50_000
"""Item tables of tasks that the driver adds up by itself; more are added up by the engine."""


@dataclass(frozen=True, repr=False)
class Answers(Figures):
    """One answer set that stays on its cluster. Groups, reports and explanations are those of `samskab_cli.api`."""

    question_set: QuestionSet
    doubts: tuple[Doubt, ...]
    """What may have been meant otherwise: look at these first."""
    _about: Given = field(repr=False)
    """All but the people."""
    _table: DataFrame = field(repr=False)
    _decoder: Decoder = field(repr=False)
    _lists: int = field(repr=False)

    def rows(self, *, ranges: bool = False) -> DataFrame:
        """One row a respondent, as `samskab_cli.api.Answers.rows` has it; lazy. Personal data.

        `respondent` is empty where the table has no ids, or such as name somebody: rows have no numbers here.
        """
        schema = workers.rows_schema(self._decoder, ranges=ranges)
        return frames.map_parts(self._table, partial(workers.respondent_rows, self._decoder, ranges), schema)

    def rejected(self) -> DataFrame:
        """Every cell that couldn't be read: respondent, heading, item, text; lazy. Personal data."""
        return frames.map_parts(self._table, partial(workers.rejected_cells, self._decoder), workers.rejected_schema())

    @cached_property
    def _data(self) -> Given:
        """The item tables of all groups, at the driver: counted once, by the second pass."""
        decoder = self._decoder
        lists = frames.map_parts(self._table, partial(workers.tables, decoder), workers.tables_schema(decoder))
        if self._lists > MOST_LISTS:
            keys = [TAKES_PART, *decoder.group_columns, SIDE]
            lists = frames.sum_lists(lists, keys, workers.NUMBERS, len(workers.count_names(decoder)))
        table, incomplete = workers.sum_of_tasks(decoder, pl.DataFrame(frames.collect(lists)))
        return dataclasses.replace(self._about, cells=CountTable(table, tuple(decoder.groups)), incomplete=incomplete)

    def __repr__(self) -> str:
        return f"<Answers to {self.question_set.id} from a table of Spark, {len(self.doubts)} doubts>"


def read(  # noqa: PLR0913  # each is an option of `samskab_cli.api.read`
    table: DataFrame,
    questions: str | Path | QuestionSet | None = None,
    *,
    groups: str | Sequence[str] = (),
    map: str | Path | None = None,  # noqa: A002  # as the option is called
    labels: str | Path | None = None,
    structure: str | Path | None = None,
    quick: bool = False,
    complete_only: bool = False,
    allow_missing: bool = False,
    strict: bool = False,
    lang: str | None = None,
    matter: str | None = None,
    municipality: str | None = None,
    date: dt.date | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
) -> Answers:
    """Understand a table, by one pass over it that brings every spelling with its number to the driver.

    Options as for `samskab_cli.api.read`. duplicates: whether a respondent's id that stands twice is looked for and
    refused, which is the only shuffle of rows, or trusted not to be there.
    Raises AnswersRefused with every problem; also where the workers have no samskab, or another version of it.
    """
    if duplicates not in {"refuse", "trust"}:
        raise Misused("duplicates", f"'refuse' or 'trust', not {duplicates!r}")
    question_set = question_set_of(questions)
    options = LoadOptions(
        quick=quick,
        complete_only=complete_only,
        allow_missing=allow_missing,
        strict=strict,
        groups=as_columns(groups),
        map_file=Path(map) if map else None,
        labels=Path(labels) if labels else None,
        structure=Path(structure) if structure else None,
    )
    sheet = counted_table.table_of(frames.headings(table), frames.first_rows(table, _HEAD))
    first = _FirstPass.over(table, sheet, question_set, options)
    reading, problems = counted_table.judge(sheet, first.known, first.counts, question_set, options)
    problems += first.nobody()
    if duplicates == "refuse":
        problems += first.repeated_ids(table)
    if problems:
        raise AnswersRefused(*problems)
    content = about(
        _without_people(reading, question_set, quick=quick),
        lang=lang,
        matter=matter,
        municipality=municipality,
        date=date,
    )
    decoder = first.decoder(reading, question_set, options)
    return Answers(question_set, reading.doubts, content, first.table, decoder, first.lists)


def _without_people(reading: TableReading, question_set: QuestionSet, *, quick: bool) -> Given:
    """What is known of the answers before anybody is counted."""
    rejected = counted_table.unreadable(reading.file)
    return Given(
        CountTable(pl.DataFrame()),
        quick=quick,
        missing_items=frozenset(reading.file.mapping.missing),
        rejected=Rejected(
            count=sum(texts.total() for texts in rejected.values()),
            by_item={item.id: rejected[item.id].total() for item in question_set.items if item.id in rejected},
        ),
        doubts=reading.every_doubt,
    )


@dataclass(frozen=True)
class _FirstPass:
    """What the spellings say, with the part of the table that is read."""

    table: DataFrame
    known: Interpretation
    columns: Columns
    counts: Counts
    names_somebody: bool
    """Whether respondents' ids look like mail addresses or CPR numbers."""
    summaries: int
    """Rows whose id is a word for a summary."""
    lists: int
    """Item tables that all tasks together will give, at most."""

    @classmethod
    def over(cls, table: DataFrame, sheet: Sheet, question_set: QuestionSet, options: LoadOptions) -> _FirstPass:
        """Go over the table once. Raises AnswersRefused for what is no table of answers."""
        known, selection = counted_table.interpret_table(sheet, question_set, options)
        columns = Columns(selection)
        narrow = frames.select(table, columns.positions)
        single = (known.mapping.role,) if known.mapping.role else ()
        grouped = tuple({column.position for column in (*single, *known.mapping.groups.values())})
        passed = frames.map_parts(narrow, partial(workers.spellings, columns, grouped), workers.SPELLINGS)
        most = workers.MOST_SPELLINGS * (1 + len(selection.positions))
        found = frames.collect(frames.at_most(frames.sum_by(passed, ["column", "text"], "n"), most))
        texts: dict[int, dict[str, int]] = {position: {} for position in selection.positions}
        facts: dict[str, int] = {}
        rows = zip(*found.to_pydict().values(), strict=True)
        for position, text, n in sorted(rows, key=lambda row: (-row[2], row[1])):
            if position == workers.TOO_MANY or (position >= 0 and len(texts[position]) == workers.MOST_SPELLINGS):
                raise _too_many(sheet.head[0].cells[int(text) if position == workers.TOO_MANY else position])
            (facts if position == workers.FACT else texts[position])[text] = n
        left_out = {
            fact.removeprefix(workers.LEFT_OUT): n for fact, n in facts.items() if fact.startswith(workers.LEFT_OUT)
        }
        somebody = facts.get(workers.SOMEBODY, 0) > 0
        summaries, lists = facts.get(workers.SUMMARIES, 0), facts.get(workers.CROWDS, 0)
        return cls(narrow, known, columns, Counts(texts, left_out), somebody, summaries, lists)

    def nobody(self) -> list[Problem]:
        """A problem where rows stand among the answers that are summaries: without an order they can't be told."""
        if not self.summaries:
            return []
        return [Problem(f"rows called Median, Total, n or the like: {self.summaries:,}; filter them out", NAME)]

    def repeated_ids(self, table: DataFrame) -> list[Problem]:
        """A problem where ids stand more than once: looked for by the engine, which brings equal ones together."""
        problems, key = [], self.known.key
        if self.columns.selection.ids is not None:
            found = frames.repetitions(table, [self.columns.selection.ids])
            if found.again:
                problems.append(_repeated(found, "respondents", None if self.names_somebody else found.one))
        if key.ids is not None:
            found = frames.repetitions(table, [column.position for column in (key.ids, *key.events)])
            if found.again and found.keys > TELLS_APART * (found.rows or 0):
                problems.append(_repeated(found, "rows of the export", None))
        return problems

    def decoder(self, reading: TableReading, question_set: QuestionSet, options: LoadOptions) -> Decoder:
        """What the tasks of the second pass need to know."""
        file, mapping = reading.file, reading.file.mapping
        items = question_set.items_asked(quick=options.quick, missing=frozenset(mapping.missing))
        columns = {
            item: Column(read.column.position, read.column.heading, dict(read.reading.meaning))
            for item, read in file.items.items()
        }
        return Decoder(
            self.columns,
            Asked(question_set, items),
            columns,
            self._role(file),
            {name: _group(reading, name, meaning) for name, meaning in file.groups().items()},
            has_ids=self.columns.selection.ids is not None and not self.names_somebody,
        )

    def _role(self, file: FileAnswers) -> TextColumn | None:
        column = file.mapping.role
        if column is None:
            return None
        counts = self.counts.columns[column.position]
        unreadable = frozenset(file.roles.unreadable(counts))
        return TextColumn(column.position, column.heading, dict(file.roles.read(counts)), unreadable)


def _repeated(found: Repetitions, what: str, one: str | None) -> Problem:
    example = "" if one is None else f", as {shown(one)}"
    advice = "keep one row of each, or say duplicates='trust'"
    return Problem(f"{what} that stand again: {found.again:,}, in {found.in_rows or 0:,} rows{example}; {advice}", NAME)


def _group(reading: TableReading, name: str, meaning: Mapping[str, str | None]) -> TextColumn:
    """A group column, its groups as they are called where several spellings are one."""
    column, called = reading.file.mapping.groups[name], reading.names.get(name, {})
    named_ = {text: called.get(group, group) if group else None for text, group in meaning.items()}
    return TextColumn(column.position, column.heading, named_)


def _too_many(heading: str) -> AnswersRefused:
    what = f"more than {workers.MOST_SPELLINGS:,} different cells in column {shown(heading)}: no answers, and no groups"
    return AnswersRefused(Problem(what, NAME))
