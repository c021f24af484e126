"""Reads answers for a command, and says on stderr what there is to say: doubts, small groups; writes `--rejected`."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from samskab_cli.cli.messages import MOST_SHOWN, say, say_at_most
from samskab_cli.cli.output import Destination, destination
from samskab_cli.cli.progress import progress
from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.model.text import listing

if TYPE_CHECKING:
    from samskab_cli.api import Answers
    from samskab_cli.cli.options import Reading
    from samskab_cli.model.answers import Answers as Given
    from samskab_cli.model.answers import RejectedCell
    from samskab_cli.model.question_set import QuestionSet

_ROLES_NAMED: Final = 8


def read(  # what a report says at its head
    paths: Sequence[str],
    question_set: QuestionSet,
    reading: Reading,
    *,
    force: bool,
    groups: Sequence[str] = (),
    lang: str | None = None,
    matter: str | None = None,
    municipality: str | None = None,
    date: dt.datetime | None = None,
) -> Answers:
    """The answers of these files; remarks and rejected cells go to stderr and `--rejected`.

    force: whether the list of rejected cells may replace a file. groups: columns to be kept for grouping.
    Raises AnswersRefused, SessionRefused, OutputRefused.
    """
    from samskab_cli import api
    from samskab_cli.loading.answers.load import CellsRefused

    listed = rejected_list(reading, force=force)
    try:
        with progress("reading", quiet=reading.quiet) as rows_done:
            answers = api.read(
                paths,
                question_set,
                lang=lang,
                matter=matter,
                municipality=municipality,
                date=date,
                progress=rows_done,
                **reading.options(groups),
            )
    except CellsRefused as refusal:
        if listed is not None:  # what refused the run is what the list is wanted for
            write_rejected(refusal.rejected, listed)
        raise
    _say(answers, reading)
    if listed is not None:
        write_rejected(answers.rejected_cells, listed)
    return answers


def read_each(
    paths: Sequence[str],
    question_sets: Sequence[QuestionSet],
    readings: Sequence[Reading],
    *,
    force: bool,
    groups: Sequence[str] = (),
) -> list[Answers]:
    """The answers of each file by itself, with its own question set and reading; said of all together.

    groups: columns to be kept for grouping.
    Raises AnswersRefused with the problems of all files; SessionRefused, OutputRefused.
    """
    from samskab_cli import api
    from samskab_cli.loading.answers.load import CellsRefused

    reading = readings[0]
    listed = rejected_list(reading, force=force)
    every: list[Answers] = []
    problems: list[Problem] = []
    rejected: list[RejectedCell] = []
    for path, question_set, reading_of_it in zip(paths, question_sets, readings, strict=True):
        try:
            with progress("reading", quiet=reading.quiet) as rows_done:
                every.append(api.read([path], question_set, progress=rows_done, **reading_of_it.options(groups)))
        except AnswersRefused as refusal:
            problems += refusal.problems
            rejected += refusal.rejected if isinstance(refusal, CellsRefused) else ()
        else:
            rejected += every[-1].rejected_cells
    if listed is not None and not (problems and not rejected):
        write_rejected(rejected, listed)
    if problems:
        raise AnswersRefused(*problems)
    for answers in every:
        _say(answers, reading)
    return every


def rejected_list(reading: Reading, *, force: bool) -> Destination | None:
    """Where `--rejected` leads, if it is given. Raises OutputRefused for what can be seen to fail."""
    if not reading.rejected:
        return None
    listed = destination(reading.rejected, force=force, personal=True)
    listed.check()
    return listed


def say_about_people(read: Sequence[Answers], min_group: int | None, reading: Reading) -> None:
    """What there is to say about how many people answered, before anything of them is shown.

    min_group: what the command line says. Whoever is in a room should know before its figures are passed on: a role
    with more cards than people, and that single answers can be worked out where nobody agreed to groups this small.
    """
    from samskab_cli.disclosure.min_group import USUAL
    from samskab_cli.model.answers import Tallies
    from samskab_cli.scoring.asked_items import Asked
    from samskab_cli.scoring.votes import surpluses

    if reading.quiet:
        return
    for answers in read:
        if isinstance(answers.data.cells, Tallies):
            for one in surpluses(Asked.of(answers.question_set, answers.data), answers.data.cells):
                say(
                    f"note: {one.item}: {one.cards} cards of {one.role}, but {one.present} present; "
                    "the cards count as people, of this item alone"
                )
    if any(_is_small_unasked(answers.data, min_group) for answers in read):
        say(f"note: groups of fewer than {USUAL} people may be shown; single answers can be worked out from them")


def _is_small_unasked(answers: Given, min_group: int | None) -> bool:
    """Whether smaller groups than usual are shown than the room agreed on. One answer of a whole room has no groups."""
    from samskab_cli.disclosure.min_group import USUAL, default_min_group
    from samskab_cli.model.answers import Mode

    shown = min_group or default_min_group(answers, respondents=2)
    return answers.mode is not Mode.CONSENSUS and shown < min(answers.min_group or USUAL, USUAL)


def _say(answers: Answers, reading: Reading) -> None:
    """Doubts first, whatever else is silenced; then remarks, and rejected cells.

    Rejected cells are faults of the file and no remarks: where no list has them, `-q` doesn't silence them either.
    """
    for doubt in answers.doubts:
        say(f"doubtful ({doubt.kind.value}): {doubt}")
    if not reading.quiet:
        for remark in answers.remarks:
            say(remark)
    say_rejected(answers.rejected_cells, answers.question_set, reading)


def say_rejected(cells: Sequence[RejectedCell], question_set: QuestionSet, reading: Reading) -> None:
    """The first cells that can't be read, each with its place and what was expected; -v names all of them."""
    if reading.quiet and reading.rejected:
        return
    most = len(cells) if reading.verbose else MOST_SHOWN
    say_at_most(most, (_line(cell, question_set) for cell in cells), len(cells), "rejected cells")


def write_rejected(rejected: Sequence[RejectedCell], listed: Destination) -> None:
    """Write the list of rejected cells. Raises OutputRefused."""
    listed.write(_table(rejected).encode("utf-8"))


def _line(cell: RejectedCell, question_set: QuestionSet) -> str:
    place = f"line {cell.line}" if cell.line is not None else f"record {cell.record}"
    return f"{cell.file}: {place}, {cell.heading}: can't read {cell.text!r}; expected {_expected(cell, question_set)}"


def _expected(cell: RejectedCell, question_set: QuestionSet) -> str:
    """What could have stood in a cell, in short: the words of answers and roles can as well."""
    if cell.item is None:
        return listing(question_set.role_by_id, len(question_set.role_by_id), _ROLES_NAMED)
    scale = question_set.scale_of[cell.item]
    return ", ".join([f"{scale.minimum} to {scale.maximum}", *(other.code for other in scale.others)])


def _table(cells: Sequence[RejectedCell]) -> str:
    from samskab_cli.loading.answers.load import REJECTED_COLUMNS, rejected_rows
    from samskab_cli.reporting.spreadsheet_cell import safe_cell

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(REJECTED_COLUMNS)
    for row in rejected_rows(cells):
        table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()
