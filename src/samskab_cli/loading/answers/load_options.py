"""`LoadOptions`: map file, sheet, `--where`, `--latest`, `--complete-only`, strictness, groups, progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Progress = Callable[[int, int], None]
"""Is told how many rows are done, of how many."""


@dataclass(frozen=True)
class LoadOptions:
    """How answers are to be read."""

    quick: bool = False
    """Only the quick items were asked."""
    allow_missing: bool = False
    """Items may lack a column."""
    strict: bool = False
    """No cell may be unreadable."""
    latest: bool = False
    """Of a respondent who answered twice, keep the last complete row."""
    complete_only: bool = False
    """Leave out rows that the survey system marks as not finished."""
    groups: Sequence[str] = ()
    """Columns kept for grouping, by their headings; `role` needn't be named."""
    where: str | None = None
    """`COLUMN=VALUE`: the only rows that count."""
    sheet: str | None = None
    """Of a workbook the sheet, or `all`; goes before what a mapping file says."""
    map_file: Path | None = None
    """A mapping file."""
    labels: Path | None = None
    """A labels file of SurveyXact: variable, code, label."""
    structure: Path | None = None
    """A structure file of SurveyXact: variable and question text."""
    progress: Progress | None = None
    """Hears of the rows of large files."""
