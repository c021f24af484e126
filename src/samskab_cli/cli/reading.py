"""Answers for a command: read, and what there is to say about the reading said on stderr."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samskab_cli.cli.aside import MOST_SHOWN, say, say_at_most
from samskab_cli.cli.output import Destination

if TYPE_CHECKING:
    from samskab_cli.loading.answers import Loaded, LoadOptions
    from samskab_cli.model.answers import Answers, RejectedCell
    from samskab_cli.model.question_set import QuestionSet


@dataclass(frozen=True)
class Said:
    """How much is said beside the result."""

    quiet: bool = False
    verbose: bool = False
    rejected: Destination | None = None
    """Where all rejected cells are to be written."""


def read(paths: Sequence[str], question_set: QuestionSet, options: LoadOptions, said: Said) -> Answers:
    """The answers of these files; remarks and rejected cells go to stderr and `--rejected`.

    Raises AnswersRefused, SessionRefused, OutputRefused.
    """
    from samskab_cli.loading.answers import load

    if said.rejected is not None:
        said.rejected.check()
    loaded = load(paths, question_set, options)
    _say(loaded, said)
    if said.rejected is not None:
        said.rejected.write(_table(loaded.rejected).encode("utf-8"))
    return loaded.answers


def about(
    answers: Answers, language: str | None, matter: str | None, municipality: str | None, date: dt.datetime | None
) -> Answers:
    """The answers with what the command line says of their matter; what it doesn't say stays, as a session has it."""
    from samskab_cli.model.text import clean

    given = {
        "matter": clean(matter).strip() if matter else None,
        "municipality": clean(municipality).strip() if municipality else None,
        "date": date.date() if date else None,
        "language": language,
    }
    context = answers.context.model_copy(update={key: value for key, value in given.items() if value})
    return dataclasses.replace(answers, context=context)


def _say(loaded: Loaded, said: Said) -> None:
    if said.quiet:
        return
    for remark in loaded.remarks:
        say(remark)
    most = len(loaded.rejected) if said.verbose else MOST_SHOWN
    say_at_most(most, (_line(cell) for cell in loaded.rejected), len(loaded.rejected), "rejected cells")


def _line(cell: RejectedCell) -> str:
    place = f"line {cell.line}" if cell.line is not None else f"record {cell.record}"
    return f"{cell.file}: {place}, {cell.heading}: can't read {cell.text!r}"


def _table(cells: Sequence[RejectedCell]) -> str:
    from samskab_cli.loading.answers import REJECTED_COLUMNS, rejected_rows
    from samskab_cli.reporting.tables import safe_cell

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(REJECTED_COLUMNS)
    for row in rejected_rows(cells):
        table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()
