"""Answers in: files of any kind, or one session, become the one coded frame that scoring reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.answer_file import FileAnswers, missing_items, read_file, too_much_unreadable
from samskab_cli.loading.answers.cell_problems import undeclared
from samskab_cli.loading.answers.column_mapping import ROLE_HEADINGS
from samskab_cli.loading.answers.columns import plain
from samskab_cli.loading.answers.combine import join, repeated_ids
from samskab_cli.loading.answers.map_file import load_map
from samskab_cli.loading.answers.notes import remarks
from samskab_cli.loading.answers.options import LoadOptions
from samskab_cli.loading.readers import Source, read_sheets, source_of, unpack
from samskab_cli.loading.session_mark import is_session
from samskab_cli.model.answers import ROLE, Answers, Rejected, RejectedCell, Responses
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import shown

__all__ = ["REJECTED_COLUMNS", "CellsRefused", "LoadOptions", "Loaded", "load", "rejected_rows"]

REJECTED_COLUMNS: Final = ("file", "line", "record", "heading", "item", "text")
"""The header of the list of cells that couldn't be read."""
_STRICT_NAMED: Final = 1_000


class CellsRefused(AnswersRefused):
    """Answers that could be read as a table; what couldn't be read in it is known cell by cell."""

    def __init__(self, problems: Sequence[Problem], rejected: Sequence[RejectedCell]) -> None:
        super().__init__(*problems)
        self.rejected = tuple(rejected)


@dataclass(frozen=True)
class Loaded:
    """Answers, and what is to be said about their reading."""

    answers: Answers
    remarks: tuple[str, ...] = ()
    """Sentences for stderr; none quotes a cell."""
    rejected: tuple[RejectedCell, ...] = ()
    """Every cell that couldn't be read, in the order of the files."""


def load(paths: Sequence[str | Path], question_set: QuestionSet, options: LoadOptions | None = None) -> Loaded:
    """Read answer files as one answer set, or one session; `-` is stdin.

    Raises AnswersRefused with all problems of all files (CellsRefused where cells are among them), SessionRefused
    for a session that can't be used.
    """
    options = options or LoadOptions()
    with ExitStack() as kept:
        sources, problems = _open(paths, kept)
        if any(is_session(source.head) for source in sources):
            return _session(paths, sources, question_set, options)
        files = _read(sources, question_set, options, problems)
    problems.extend(_problems(files, question_set, options))
    rejected = tuple(cell for file in files for cell in file.rejected())
    if problems and rejected:
        raise CellsRefused(problems, rejected)
    if problems:
        raise AnswersRefused(*problems)
    joined = join(files, question_set, quick=options.quick, latest=options.latest)
    answers = Answers(
        Responses(joined.frame, tuple(files[0].mapping.groups)),
        quick=options.quick,
        missing_items=joined.missing,
        incomplete=sum(file.incomplete for file in files),
        rejected=_counted(rejected, question_set),
    )
    return Loaded(answers, remarks(files, joined, question_set), rejected)


def read_as_far_as_possible(
    paths: Sequence[str | Path], question_set: QuestionSet, options: LoadOptions
) -> tuple[list[FileAnswers], list[Problem]]:
    """The files as they are understood, and everything that would stop the run; sessions aside.

    Raises AnswersRefused where there is nothing to understand, or the mapping file can't be used.
    """
    with ExitStack() as kept:
        sources, problems = _open(paths, kept)
        for source in sources:
            if is_session(source.head):
                raise source.refused("a session says everything itself; `samskab report` shows it")
        files = _read(sources, question_set, options, problems)
    if not files:
        raise AnswersRefused(*problems)
    return files, [*problems, *_problems(files, question_set, options)]


def rejected_rows(rejected: Sequence[RejectedCell]) -> Iterator[tuple[str | int | None, ...]]:
    """The list of unreadable cells as rows under REJECTED_COLUMNS; its texts are foreign."""
    for cell in rejected:
        yield cell.file, cell.line, cell.record, cell.heading, cell.item or ROLE, cell.text


def _open(paths: Sequence[str | Path], kept: ExitStack) -> tuple[list[Source], list[Problem]]:
    """The sources of the paths, and what speaks against the others."""
    sources, problems = [], []
    for path, count in Counter(str(path) for path in paths).items():
        if count > 1:
            problems.append(Problem("named twice; its answers would count twice", path))
            continue
        try:
            sources.extend(unpack(source_of(path, kept)))
        except AnswersRefused as refusal:
            problems.extend(refusal.problems)
        except OSError as error:
            problems.append(Problem(f"can't be read: {error.strerror or error}", path))
    return sources, problems


def _read(
    sources: Sequence[Source],
    question_set: QuestionSet,
    options: LoadOptions,
    problems: list[Problem],
) -> list[FileAnswers]:
    """The files that can be read; what speaks against the others is added to `problems`."""
    said = load_map(options.map_file, question_set) if options.map_file else None
    files: list[FileAnswers] = []
    for source in sources:
        try:
            sheets = read_sheets(source, said.content.sheet if said else None)
            files.extend(read_file(sheet, source.path, question_set, options, said) for sheet in sheets)
        except AnswersRefused as refusal:
            problems.extend(refusal.problems)
        except OSError as error:  # the disk, the network: after the file could be opened
            problems.append(Problem(f"can't be read: {error.strerror or error}", source.file))
    return files


def _session(
    paths: Sequence[str | Path], sources: Sequence[Source], question_set: QuestionSet, options: LoadOptions
) -> Loaded:
    """A session is a result of its own."""
    from samskab_cli.loading.sessions import load_session  # noqa: PLC0415  # only a session waits for it

    source = next(source for source in sources if is_session(source.head))
    if len(paths) > 1:
        raise source.refused("a session is a result of its own; name it alone")
    if source.path is None:
        raise source.refused("a session; name its file instead of sending it")
    columns = [name for name in options.groups if plain(name) not in ROLE_HEADINGS]
    if columns:
        raise source.refused(f"a session has no column {shown(columns[0])}; it can be grouped by role only")
    remarks = ["the session itself says which items were asked; --quick changes nothing"] if options.quick else []
    answers, said = load_session(source.path, question_set)
    return Loaded(answers, (*remarks, *said))


def _problems(files: Sequence[FileAnswers], question_set: QuestionSet, options: LoadOptions) -> Iterator[Problem]:
    """Everything that stops the run, file by file; then what only shows when they are put together."""
    items = [column for file in files for column in file.items.values()]
    undeclared_problems, codes = undeclared(items, question_set.scale)
    for file in files:
        yield from file.problems
        if not options.allow_missing and file.mapping.missing:
            yield from missing_items(file, question_set)
        yield from too_much_unreadable(file, codes)
    yield from undeclared_problems
    if not options.latest:
        yield from repeated_ids(files)
    if options.strict:
        yield from _strict(files)


def _strict(files: Sequence[FileAnswers]) -> Iterator[Problem]:
    cells = [cell for file in files for cell in file.rejected()]
    for cell in cells[:_STRICT_NAMED]:
        yield Problem(f"{shown(cell.text)} in column {shown(cell.heading)} can't be read", cell.file, cell.line)
    if len(cells) > _STRICT_NAMED:
        yield Problem(f"{len(cells):,} cells in all can't be read")


def _counted(rejected: Sequence[RejectedCell], question_set: QuestionSet) -> Rejected:
    found = Counter(cell.item for cell in rejected)
    by_item = {item.id: found[item.id] for item in question_set.items if found[item.id]}
    return Rejected(count=len(rejected), by_item=by_item)
