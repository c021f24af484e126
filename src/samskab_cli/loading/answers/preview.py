"""`samskab preview` as data: every file and column, what it means and why, samples, what is undecided.

Cells are shown only of columns that mean something, and never a respondent's id.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.cells import ColumnReading, cut, whole_number
from samskab_cli.loading.answers.column_mapping import BY_MAP
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.load import read_as_far_as_possible
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.map_template import map_text
from samskab_cli.loading.answers.reading_notes import direction
from samskab_cli.loading.readers import Sheet
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE, RejectedCell
from samskab_cli.model.doubts import Doubt
from samskab_cli.model.question_set import QuestionSet

SCHEMA: Final = "samskab.preview/1"
_STATES: Final = {UNSURE: "unsure", NOT_RELEVANT: "not_relevant", BLANK: "blank", INVALID: "invalid"}
_SAMPLES: Final = 6
_PERSONAL: Final = re.compile(r"\S+@\S+|\b\d{6} ?- ?\d{4}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b\+?\d{8,}\b")


HOLDS_ROLES: Final = "holds roles"


@dataclass(frozen=True)
class ColumnSeen:
    """One column, as it would be read."""

    position: int
    """From 1."""
    heading: str
    meaning: str
    """An item's id, `role`, `respondent`, a group's name; empty: nothing is read from it."""
    why: str = ""
    route: str = ""
    samples: tuple[str, ...] = ()
    counts: dict[str, int] | None = None
    """Of an item: how many cells are value, unsure, not_relevant, blank, invalid."""
    note: str = ""
    """What could be meant, where nothing is taken."""


@dataclass(frozen=True)
class FileSeen:
    """One file, as it would be read."""

    file: str
    described: str
    system: str
    header_rows: int
    """Records above the first respondent's."""
    rows: int
    unanswered: int
    incomplete: int
    left_out: dict[str, int]
    columns: tuple[ColumnSeen, ...]
    roles: dict[str, int]
    """Role id → how many respondents; `none` for those without a readable one."""
    beside: tuple[str, ...]

    @property
    def roles_unused(self) -> tuple[int, ...]:
        """Columns, from 1, that hold roles although their headings don't say so, where nobody has a role."""
        if any(column.meaning == "role" for column in self.columns):
            return ()
        return tuple(column.position for column in self.columns if column.note == HOLDS_ROLES)


@dataclass(frozen=True)
class Preview:
    """All files, and what would stop them from being scored."""

    files: tuple[FileSeen, ...]
    direction: str
    """Which way numbers are read; empty where there are none."""
    decisions: tuple[Problem, ...]
    doubts: tuple[Doubt, ...]
    """What may be meant otherwise; what stops the run is among the decisions too."""
    rejected: tuple[RejectedCell, ...]
    """Every cell that couldn't be read."""
    map_text: str
    """A mapping file for the first of them, its gaps marked DECIDE."""

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "schema": SCHEMA,
            "files": [
                {
                    **{key: value for key, value in vars(file).items() if key != "columns"},
                    "columns": [vars(column) for column in file.columns],
                }
                for file in self.files
            ],
            "numbers": self.direction or None,
            "doubts": [
                {"kind": d.kind.value, "count": d.count, "where": d.where, "text": d.advice, "stops": d.stops}
                for d in self.doubts
            ],
            "decisions": [
                {"file": p.file, "line": p.line, "message": p.message, "suggestion": p.suggestion}
                for p in self.decisions
            ],
        }


def preview(paths: Sequence[str | Path | Sheet], question_set: QuestionSet, options: LoadOptions) -> Preview:
    """Understand files without scoring them.

    Raises AnswersRefused where there is no table to understand, or the mapping file can't be used.
    """
    files, problems, doubts = read_as_far_as_possible(paths, question_set, options)
    return Preview(
        tuple(map(_file, files)),
        direction(question_set) if any(file.has_numbers for file in files) else "",
        tuple(problems),
        tuple(doubts),
        tuple(cell for file in files for cell in file.rejected()),
        map_text(files[0], question_set, allow_missing=options.allow_missing),
    )


def _file(file: FileAnswers) -> FileSeen:
    roles: Counter[str] = Counter()
    if file.mapping.role is not None:
        coded = file.body.columns[file.mapping.role.position]
        for text, role in file.roles.read(coded.counts).items():
            roles[role or "none"] += coded.counts[text]
    return FileSeen(
        file=file.file,
        described=file.sheet.described,
        system=file.known.layout.system,
        header_rows=file.known.layout.first,
        rows=file.body.rows,
        unanswered=file.unanswered,
        incomplete=file.incomplete,
        left_out=dict(file.body.left_out),
        columns=tuple(_columns(file)),
        roles=dict(roles.most_common()),
        beside=file.known.beside,
    )


def _columns(file: FileAnswers) -> Iterator[ColumnSeen]:
    mapping = file.mapping
    items = {column.position: item for item, column in mapping.items.items()}
    clashing = {column.position: item for item, columns in mapping.clashes.items() for column in columns}
    branches = {column.position: item for item, columns in mapping.branches.items() for column in columns}
    groups = {column.position: name for name, column in mapping.groups.items()}
    near = {column.position: item for item, column in mapping.near.items()}
    candidates = file.known.role_candidates
    for column in file.known.layout.columns:
        at = column.position
        why = mapping.reasons.get(at, "")
        if at in items:
            yield _item(file, column, items[at], why)
        elif at in branches:
            yield ColumnSeen(at + 1, _heading(column), branches[at], why, note="the filled one of several counts")
        elif at in clashing:
            yield ColumnSeen(at + 1, _heading(column), "", why, note=f"claims to be {clashing[at]}, as another does")
        elif column == mapping.role:
            coded = file.body.columns[at]
            bad = file.roles.unreadable(coded.counts)
            known = {text: n for text, n in coded.counts.items() if text not in bad or _shared(text, n)}
            yield ColumnSeen(at + 1, _heading(column), "role", why or "heading", samples=_samples(known))
        elif column == mapping.respondent:
            yield ColumnSeen(at + 1, _heading(column), "respondent", why or "heading")
        elif at in groups:
            yield ColumnSeen(at + 1, _heading(column), f"group {groups[at]}", "asked for")
        else:
            note = f"could be meant as {near[at]}" if at in near else HOLDS_ROLES if at in candidates else ""
            why = BY_MAP if why == BY_MAP else ""
            yield ColumnSeen(at + 1, "" if mapping.headless else _heading(column), "", why, note=note)


def _item(file: FileAnswers, column: Column, item: str, why: str) -> ColumnSeen:
    reading = file.items[item].reading
    counts = dict.fromkeys(("value", *_STATES.values()), 0)
    for text, code in reading.meaning.items():
        counts[_STATES.get(code, "value")] += reading.counts[text]
    return ColumnSeen(column.position + 1, _heading(column), item, why, reading.route.value, _readable(reading), counts)


def _readable(reading: ColumnReading) -> tuple[str, ...]:
    """The commonest cells; of unreadable ones only those that several rows share, as free text and mails don't."""
    shared = {
        text: count
        for text, count in reading.counts.items()
        if reading.meaning[text] not in {BLANK, INVALID} or _shared(text, count)
    }
    return _samples(shared)


def _shared(text: str, count: int) -> bool:
    """Whether an unreadable text is more likely a code than somebody's own words."""
    return whole_number(text) is not None or count > 1


def _samples(counts: Mapping[str, int]) -> tuple[str, ...]:
    common = Counter({text: count for text, count in counts.items() if text.strip()}).most_common(_SAMPLES)
    return tuple(harmless(cut(text).strip()) for text, _ in common)


def _heading(column: Column) -> str:
    return harmless(column.heading or next(iter(column.names), ""))


def harmless(text: str) -> str:
    """A text that looks like somebody's mail, number or address isn't shown: a table without headings has such."""
    return _PERSONAL.sub("(personal)", text)
