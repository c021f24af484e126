"""`load`: files and sessions opened, read, judged and joined to `Answers`; stops at problems and strict doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.answer_file import FileAnswers, read_file
from samskab_cli.loading.answers.cell_problems import undeclared, undeclared_texts, unreadable
from samskab_cli.loading.answers.column_mapping import missing_items
from samskab_cli.loading.answers.columns import plain
from samskab_cli.loading.answers.combine import GroupNames, Ids, join, repeated_ids, too_few_left
from samskab_cli.loading.answers.combined_doubts import group_doubts, group_names, id_doubts
from samskab_cli.loading.answers.duplicate_rows import counted_once
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.question_doubts import item_doubts, scale_doubts
from samskab_cli.loading.answers.reading_notes import remarks
from samskab_cli.loading.answers.round_doubts import event_rounds, id_rounds
from samskab_cli.loading.readers import Sheet, Source, read_sheets, source_of, unpack
from samskab_cli.loading.session_mark import is_session
from samskab_cli.model.answers import ROLE, Answers, Context, Rejected, RejectedCell, Responses
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import ROLE_HEADINGS
from samskab_cli.model.text import clean, shown

if TYPE_CHECKING:
    from samskab_cli.loading.answers.map_file import LoadedMap

__all__ = ["REJECTED_COLUMNS", "CellsRefused", "LoadOptions", "Loaded", "load", "rejected_rows"]

REJECTED_COLUMNS: Final = ("file", "line", "record", "heading", "item", "text")
"""The header of the list of cells that couldn't be read."""
_STRICT_NAMED: Final = 1_000


class CellsRefused(AnswersRefused):
    """Answers that could be read as a table; what couldn't be read in it is known cell by cell."""

    def __init__(self, problems: Sequence[Problem], rejected: Sequence[RejectedCell]) -> None:
        super().__init__(*problems)
        self.rejected = tuple(rejected)


class Loaded(NamedTuple):
    """Answers, and what is to be said about their reading."""

    answers: Answers
    remarks: tuple[str, ...] = ()
    """Sentences for stderr; none quotes a cell."""
    rejected: tuple[RejectedCell, ...] = ()
    """Every cell that couldn't be read, in the order of the files."""
    doubts: tuple[Doubt, ...] = ()
    """What may have been meant otherwise, but for what a mapping file accepts: to be said first."""


def load(paths: Sequence[str | Path | Sheet], question_set: QuestionSet, options: LoadOptions | None = None) -> Loaded:
    """Read answer files as one answer set, or one session; `-` is stdin. A table in memory comes as its Sheet.

    Raises AnswersRefused with all problems of all files (CellsRefused where cells are among them), SessionRefused
    for a session that can't be used.
    """
    options = options or LoadOptions()
    with ExitStack() as kept:
        sources, problems = _open(paths, kept)
        sessions = [source for source in sources if isinstance(source, Source) and is_session(source.head)]
        if sessions:
            return _session(paths, sessions[0], question_set, options)
        found = _read(sources, question_set, options, problems)
        judged = _judged(found, question_set, options, problems)
    rejected = tuple(cell for file in judged.files for cell in file.rejected())
    if judged.problems and rejected:
        raise CellsRefused(judged.problems, rejected)
    if judged.problems:
        raise AnswersRefused(*judged.problems)
    joined = join(judged.files, judged.ids, judged.names, question_set, options)
    answers = Answers(
        Responses(joined.frame, tuple(judged.files[0].mapping.groups)),
        context=Context(where=None if options.where is None else clean(options.where)),
        quick=options.quick,
        missing_items=joined.missing,
        incomplete=sum(file.incomplete for file in judged.files),
        rejected=_counted(rejected, question_set),
        doubts=tuple(judged.doubts),
    )
    sentences = (*found.remarks, *remarks(judged.files, judged.ids, joined, question_set, options))
    doubts = tuple(doubt for doubt in judged.doubts if doubt.kind not in found.accepted)
    return Loaded(answers, sentences, rejected, doubts)


def read_as_far_as_possible(
    paths: Sequence[str | Path | Sheet], question_set: QuestionSet, options: LoadOptions
) -> tuple[Sequence[FileAnswers], Sequence[Problem], Sequence[Doubt]]:
    """The files as they are understood, everything that would stop the run, and all doubts; sessions aside.

    Raises AnswersRefused where there is nothing to understand, or the mapping file can't be used.
    """
    with ExitStack() as kept:
        sources, problems = _open(paths, kept)
        for source in sources:
            if isinstance(source, Source) and is_session(source.head):
                raise source.refused("a session says everything itself; `samskab report` shows it")
        judged = _judged(_read(sources, question_set, options, problems), question_set, options, problems)
    if not judged.files:
        raise AnswersRefused(*judged.problems)
    return judged.files, judged.problems, judged.doubts


def rejected_rows(rejected: Sequence[RejectedCell]) -> Iterator[tuple[str | int | None, ...]]:
    """The list of unreadable cells as rows under REJECTED_COLUMNS; its texts are foreign."""
    for cell in rejected:
        yield cell.file, cell.line, cell.record, cell.heading, cell.item or ROLE, cell.text


def _open(paths: Sequence[str | Path | Sheet], kept: ExitStack) -> tuple[list[Source | Sheet], list[Problem]]:
    """The sources of the paths, and what speaks against the others."""
    sources: list[Source | Sheet] = [path for path in paths if isinstance(path, Sheet)]
    problems: list[Problem] = []
    for path, count in Counter(str(path) for path in paths if not isinstance(path, Sheet)).items():
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


class _Tables(NamedTuple):
    """The tables that can be read."""

    files: list[FileAnswers]
    remarks: tuple[str, ...] = ()
    accepted: frozenset[DoubtKind] = frozenset()
    """Kinds of doubts that a mapping file accepts."""


def _read(
    sources: Sequence[Source | Sheet], question_set: QuestionSet, options: LoadOptions, problems: list[Problem]
) -> _Tables:
    """The tables that can be read; what speaks against the others is added to `problems`."""
    mapping_file = None
    if options.map_file:
        from samskab_cli.loading.answers.map_file import load_map  # noqa: PLC0415  # with YAML and its own models

        mapping_file = load_map(options.map_file, question_set)
    content = mapping_file.content if mapping_file else None
    wanted = options.sheet or (content.sheet if content else None)
    files: list[FileAnswers] = []
    others: list[str] = []
    for source in sources:
        try:
            if isinstance(source, Sheet):
                files.append(read_file(source, None, question_set, options, mapping_file))
                continue
            sheets = read_sheets(source, wanted, content.encoding if content else None)
            several: list[FileAnswers | None]
            if len(sheets) == 1:
                several = [read_file(sheets[0], source.path, question_set, options, mapping_file)]
            else:
                several = [_table(sheet, question_set, options, mapping_file, others) for sheet in sheets]
            files.extend(file for file in several if file is not None)
            if not any(several):
                raise source.refused(f"no sheet has items of {question_set.id}")
        except AnswersRefused as refusal:
            problems.extend(refusal.problems)
        except OSError as error:  # the disk, the network: after the file could be opened
            problems.append(Problem(f"can't be read: {error.strerror or error}", source.file))
    return _Tables(files, tuple(others), frozenset(content.doubts.accept if content else ()))


def _table(
    sheet: Sheet, question_set: QuestionSet, options: LoadOptions, mapping_file: LoadedMap | None, others: list[str]
) -> FileAnswers | None:
    """One of several sheets; None for one without items, which is added to `others`."""
    try:
        file = read_file(sheet, None, question_set, options, mapping_file)
    except AnswersRefused as refusal:
        others.append(f"{sheet.file}: left out, since it is no table of answers ({refusal.problems[0].message})")
        return None
    if not file.mapping.items and not file.mapping.clashes:
        others.append(f"{sheet.file}: no column of an item; left out")
        return None
    return file


class _Judged(NamedTuple):
    """The tables, what stops the run, and what is only doubtful."""

    files: Sequence[FileAnswers]
    ids: Ids
    names: GroupNames
    problems: Sequence[Problem]
    doubts: Sequence[Doubt]


def _judged(found: _Tables, question_set: QuestionSet, options: LoadOptions, problems: Sequence[Problem]) -> _Judged:
    """Judge all tables together. problems: what is known already."""
    if not found.files:
        return _Judged((), Ids(pl.Series(dtype=pl.String)), {}, problems, ())
    files, again = counted_once(found.files, question_set)
    ids, names = Ids.of(files), group_names(files)
    rounds = [*event_rounds(files), *([] if options.latest else id_rounds(files, ids))]
    doubts = [
        *(doubt for file in files for doubt in file.doubts),
        *again,
        *undeclared_texts([column for file in files for column in file.items.values()]),
        *rounds,
        *id_doubts(files, ids),
        *scale_doubts(files, question_set),
        *group_doubts(names),
        *item_doubts(files, question_set),
    ]
    stopping = [doubt for doubt in doubts if doubt.stops or (options.strict and doubt.kind not in found.accepted)]
    every = [
        *problems,
        *problems_of(files, question_set, options),
        *(doubt.as_problem() for doubt in stopping),
        *([] if rounds else too_few_left(files, ids) if options.latest else repeated_ids(files, ids)),
        *(_strict(files) if options.strict else ()),
    ]
    return _Judged(files, ids, names, every, doubts)


def _session(
    paths: Sequence[str | Path | Sheet], source: Source, question_set: QuestionSet, options: LoadOptions
) -> Loaded:
    """A session is a result of its own."""
    from samskab_cli.loading.sessions import load_session  # noqa: PLC0415  # only a session waits for it

    if len(paths) > 1:
        raise source.refused("a session is a result of its own; name it alone")
    if source.path is None:
        raise source.refused("a session; name its file instead of sending it")
    if options.where is not None:
        raise source.refused("a session has no columns to choose rows by; --where is for answer files")
    columns = [name for name in options.groups if plain(name) not in ROLE_HEADINGS]
    if columns:
        raise source.refused(f"a session has no column {shown(columns[0])}; it can be grouped by role only")
    remarks = ["the session itself says which items were asked; --quick changes nothing"] if options.quick else []
    answers, sentences = load_session(source.path, question_set)
    return Loaded(answers, (*remarks, *sentences))


def problems_of(files: Sequence[FileAnswers], question_set: QuestionSet, options: LoadOptions) -> Iterator[Problem]:
    """Everything that stops the run, file by file; then what only shows when they are put together."""
    items = [column for file in files for column in file.items.values()]
    undeclared_problems, named = undeclared(items)
    for file in files:
        yield from file.problems
        if not options.allow_missing and file.mapping.missing:
            yield from missing_items(file.sheet, file.known.layout, file.mapping, question_set)
        yield from unreadable(list(file.items.values()), named)
    yield from undeclared_problems
    if items and not any(file.has_answers for file in files) and not any(c.reading.unreadable for c in items):
        rows = sum(file.body.rows for file in files)
        yield Problem(f"nobody answered anything: {rows:,} rows, all of them blank", files[0].file)


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
