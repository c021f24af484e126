"""Answers for a command: read, and what there is to say about the reading said on stderr."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from samskab_cli.cli.messages import MOST_SHOWN, say, say_at_most
from samskab_cli.cli.output import Destination, destination
from samskab_cli.cli.progress import progress
from samskab_cli.errors import AnswersRefused, Problem

if TYPE_CHECKING:
    from samskab_cli.cli.options import Reading
    from samskab_cli.loading.answers.load import Loaded, LoadOptions
    from samskab_cli.model.answers import Answers, RejectedCell
    from samskab_cli.model.question_set import QuestionSet


def read(
    paths: Sequence[str], question_set: QuestionSet, reading: Reading, *, force: bool, groups: Sequence[str] = ()
) -> Answers:
    """The answers of these files; remarks and rejected cells go to stderr and `--rejected`.

    force: whether the list of rejected cells may replace a file. groups: columns to be kept for grouping.
    Raises AnswersRefused, SessionRefused, OutputRefused.
    """
    from samskab_cli.loading.answers.load import CellsRefused, load

    listed = destination(reading.rejected, force=force, personal=True) if reading.rejected else None
    if listed is not None:
        listed.check()
    try:
        with read_as_asked(reading, groups) as options:
            loaded = load(paths, question_set, options)
    except CellsRefused as refusal:
        if listed is not None:  # what refused the run is what the list is wanted for
            write_rejected(refusal.rejected, listed)
        raise
    _say(loaded, reading)
    if listed is not None:
        write_rejected(loaded.rejected, listed)
    return loaded.answers


def hold_to_the_room(min_group: int | None, *given: Answers) -> None:
    """A room's decision about small groups may be raised afterwards, never lowered. Raises typer.BadParameter."""
    decided = max((one.min_group for one in given if one.min_group is not None), default=None)
    if min_group is not None and decided is not None and min_group < decided:
        raise typer.BadParameter(
            f"the room decided that groups of fewer than {decided} are withheld, or hasn't been asked; "
            "only it can lower that, by `samskab assess --session`",
            param_hint="--min-group",
        )


def read_each(
    paths: Sequence[str], question_sets: Sequence[QuestionSet], readings: Sequence[Reading], *, force: bool
) -> list[Answers]:
    """The answers of each file by itself, with its own question set and reading; said of all together.

    Raises AnswersRefused with the problems of all files; SessionRefused, OutputRefused.
    """
    from samskab_cli.loading.answers.load import CellsRefused, load

    reading = readings[0]
    listed = destination(reading.rejected, force=force, personal=True) if reading.rejected else None
    if listed is not None:
        listed.check()
    found: list[Loaded] = []
    problems: list[Problem] = []
    rejected: list[RejectedCell] = []
    for path, question_set, reading_of_it in zip(paths, question_sets, readings, strict=True):
        try:
            with read_as_asked(reading_of_it) as options:
                found.append(load([path], question_set, options))
        except AnswersRefused as refusal:
            problems += refusal.problems
            rejected += refusal.rejected if isinstance(refusal, CellsRefused) else ()
        else:
            rejected += found[-1].rejected
    if listed is not None and not (problems and not rejected):
        write_rejected(rejected, listed)
    if problems:
        raise AnswersRefused(*problems)
    for loaded in found:
        _say(loaded, reading)
    return [loaded.answers for loaded in found]


@contextlib.contextmanager
def read_as_asked(reading: Reading, groups: Sequence[str] = ()) -> Iterator[LoadOptions]:
    """The options of the command line as the loader takes them; a terminal sees how far it is."""
    with progress("reading", quiet=reading.quiet) as told:
        yield reading.options(groups, told)


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


def say_about_people(named: Sequence[tuple[QuestionSet, Answers]], min_group: int | None, reading: Reading) -> None:
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
    for question_set, answers in named:
        if isinstance(answers.cells, Tallies):
            for one in surpluses(Asked.of(question_set, answers), answers.cells):
                say(
                    f"note: {one.item}: {one.cards} cards of {one.role}, but {one.present} present; "
                    "the cards count as people, of this item alone"
                )
    if any(_is_small_unasked(answers, min_group) for _, answers in named):
        say(f"note: groups of fewer than {USUAL} people may be shown; single answers can be worked out from them")


def _is_small_unasked(answers: Answers, min_group: int | None) -> bool:
    """Whether smaller groups than usual are shown than the room agreed on. One answer of a whole room has no groups."""
    from samskab_cli.disclosure.min_group import USUAL, default_min_group
    from samskab_cli.model.answers import Mode

    shown = min_group or default_min_group(answers, respondents=2)
    return answers.mode is not Mode.CONSENSUS and shown < min(answers.min_group or USUAL, USUAL)


def _say(loaded: Loaded, reading: Reading) -> None:
    """Doubts first, whatever else is silenced; then remarks, and rejected cells.

    Rejected cells are faults of the file and no remarks: where no list has them, `-q` doesn't silence them either.
    """
    for doubt in loaded.doubts:
        say(f"doubtful ({doubt.kind.value}): {doubt}")
    if not reading.quiet:
        for remark in loaded.remarks:
            say(remark)
    elif reading.rejected:
        return
    most = len(loaded.rejected) if reading.verbose else MOST_SHOWN
    say_at_most(most, (_line(cell) for cell in loaded.rejected), len(loaded.rejected), "rejected cells")


def write_rejected(rejected: Sequence[RejectedCell], listed: Destination) -> None:
    """Write the list of rejected cells. Raises OutputRefused."""
    listed.write(_table(rejected).encode("utf-8"))


def _line(cell: RejectedCell) -> str:
    place = f"line {cell.line}" if cell.line is not None else f"record {cell.record}"
    return f"{cell.file}: {place}, {cell.heading}: can't read {cell.text!r}"


def _table(cells: Sequence[RejectedCell]) -> str:
    from samskab_cli.loading.answers.load import REJECTED_COLUMNS, rejected_rows
    from samskab_cli.reporting.tables import safe_cell

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(REJECTED_COLUMNS)
    for row in rejected_rows(cells):
        table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()
