"""Doubts about what was read: known before any figure, said first, and told in every result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from samskab_cli.errors import Problem


class DoubtKind(StrEnum):
    """What can be doubtful about a file of answers. `docs/answers.md` has a line for each."""

    NA_AS_BLANK = "na_as_blank"
    EMPTY_WORD = "empty_word"
    SUMMARY_ROW = "summary_row"
    SAME_ROW = "same_row"
    MERGED = "merged"
    FORMULA = "formula"
    HIDDEN = "hidden"
    UNDECLARED_TEXT = "undeclared_text"
    DATES = "dates"
    ROLES_UNREAD = "roles_unread"
    UNUSED_END = "unused_end"
    AGAINST = "against"
    TITLE_ROW = "title_row"
    IDS = "ids"
    ENCODING = "encoding"
    GROUP_CASE = "group_case"
    TWO_ROUNDS = "two_rounds"
    OBJECT = "object"


FROM_ANSWERS = frozenset({DoubtKind.UNUSED_END, DoubtKind.AGAINST})
"""Kinds that say something of what people answered, not only of how the file is written."""


@dataclass(frozen=True)
class Doubt:
    """One thing that may have been meant otherwise than it was read."""

    kind: DoubtKind
    text: str
    """A sentence that quotes nobody."""
    count: int = 1
    """How many cells, rows or columns it is about."""
    file: str | None = None
    line: int | None = None
    """Line in the file, counted from 1."""
    column: str | None = None
    """The column, as problems name it; or several."""
    settles: str | None = None
    """The line of a mapping file that says what is meant, where one can."""
    stops: bool = False
    """Whether figures would be wrong whatever is meant: then only its own line settles it."""

    @property
    def where(self) -> str:
        """The place, for a report: `svar.csv:12`, `svar.csv, column 14 'selv'`; empty where all files are meant."""
        name = None if self.file is None else PurePath(self.file).name
        place = ":".join(str(part) for part in (name, self.line) if part is not None)
        return ", ".join(part for part in (place, self.column) if part)

    @property
    def advice(self) -> str:
        """The sentence, and the line that settles it."""
        says = "settles it" if self.stops else "can say otherwise"
        return f"{self.text}; a mapping file (--map) {says}: {self.settles}" if self.settles else self.text

    def as_problem(self) -> Problem:
        """What stops the run for it."""
        message = f"{self.column}: {self.advice}" if self.column else self.advice
        return Problem(message, self.file, self.line)

    def __str__(self) -> str:
        return str(self.as_problem())
