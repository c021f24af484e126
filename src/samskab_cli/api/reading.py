"""`read`, `preview`, `question_set`: paths, globs, or a data frame; the options of the command line as parameters."""

from __future__ import annotations

import datetime as dt
import glob
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from samskab_cli.api.answers import Answers
from samskab_cli.api.parameters import about, as_columns
from samskab_cli.errors import AnswersRefused, Problem

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.loading.answers.load_options import LoadOptions
    from samskab_cli.loading.answers.preview import Preview
    from samskab_cli.loading.readers import ArrowStream, Sheet
    from samskab_cli.model.question_set import QuestionSet

    Given = str | Path | Sequence[str | Path] | ArrowStream | pl.LazyFrame
    """Paths and patterns (`svar/*.csv`; `-` is stdin), or a frame of polars, pandas, pyarrow."""

Progress = Callable[[int, int], None]
"""Is told how many rows are done, of how many."""


class Reading(TypedDict, total=False):
    """How answers are to be read: each is an option of the command line, and off where it isn't given."""

    groups: str | Sequence[str]
    """Columns kept to group by, by their headings; `role` always is."""
    where: str | None
    """`COLUMN=VALUE`: the only rows that count."""
    map: str | Path | None
    """A mapping file: what columns and codes mean."""
    labels: str | Path | None
    """The labels file of a SurveyXact export."""
    structure: str | Path | None
    """The structure file of a SurveyXact export."""
    sheet: str | None
    """The sheet of a workbook, or `all`."""
    quick: bool
    """Only the quick items were asked."""
    complete_only: bool
    """Leave out rows that the survey system marks as not finished."""
    allow_missing: bool
    """Score what there is where items have no column; the result is provisional."""
    strict: bool
    """Stop at any cell that can't be read, and at every doubt."""
    latest: bool
    """Of a respondent who answers twice, keep the last complete row."""


def read(  # noqa: PLR0913  # each is an option of the command line
    answers: Given,
    questions: str | Path | QuestionSet | None = None,
    *,
    lang: str | None = None,
    matter: str | None = None,
    municipality: str | None = None,
    date: dt.date | None = None,
    progress: Progress | None = None,
    **reading: Unpack[Reading],
) -> Answers:
    """Read answers as one answer set, or one session.

    questions: the question set, by name, path or itself; None: `readiness`, of a session its own. matter, municipality,
    date, lang: what a report says at its head, and in which language. The others: as `Reading` has them.
    Raises AnswersRefused with every problem, SessionRefused, QuestionSetRefused.
    """
    from samskab_cli.loading.answers.load import load

    given, files = _inputs(answers)
    asked = question_set(questions, files)
    loaded = load(given, asked, _options(reading, progress))
    in_context = about(loaded.answers, lang=lang, matter=matter, municipality=municipality, date=date)
    return Answers(asked, in_context, tuple(files), loaded.doubts, loaded.remarks, loaded.rejected)


def preview(
    answers: Given,
    questions: str | Path | QuestionSet | None = None,
    *,
    progress: Progress | None = None,
    **reading: Unpack[Reading],
) -> Preview:
    """How answers would be read: columns, doubts, decisions, and `map_text`, a mapping file for the gaps.

    Raises AnswersRefused where there is no table to understand, QuestionSetRefused.
    """
    from samskab_cli.loading.answers.preview import preview as look

    given, files = _inputs(answers)
    return look(given, question_set(questions, files), _options(reading, progress))


def question_set(questions: str | Path | QuestionSet | None = None, answers: Iterable[str | Path] = ()) -> QuestionSet:
    """The question set of a name or path; without one that of the sessions among these files, else `readiness`.

    Raises QuestionSetRefused with all its faults.
    """
    from samskab_cli.loading.sets.versions import set_for
    from samskab_cli.model.question_set import QuestionSet

    if isinstance(questions, QuestionSet):
        return questions
    return set_for(None if questions is None else str(questions), map(str, answers))


def _inputs(answers: Given) -> tuple[Sequence[str | Path | Sheet], list[str]]:
    """What is to be read, and the files among it."""
    if isinstance(answers, (str, Path)):
        files = _expanded(str(answers))
    elif isinstance(answers, Sequence):
        files = [file for path in answers for file in _expanded(str(path))]
    else:
        from samskab_cli.loading.readers import read_frame

        return [read_frame(answers)], []
    return files, files


def _expanded(path: str) -> list[str]:
    """The files of a pattern, by name; a path that isn't one is itself. Raises AnswersRefused where none fits."""
    if not glob.has_magic(path) or Path(path).exists():
        return [path]
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  # `..` and a drive may stand in it
    if not found:
        raise AnswersRefused(Problem("no file fits this pattern", path))
    return found


def _options(reading: Reading, progress: Progress | None) -> LoadOptions:
    """As the loader has them."""
    from samskab_cli.loading.answers.load_options import LoadOptions

    given: dict[str, Any] = dict(reading)
    files = {key: given.pop(key, None) for key in ("map", "labels", "structure")}
    paths = {key: None if path is None else Path(path) for key, path in files.items()}
    given["groups"] = as_columns(given.get("groups", ()))
    return LoadOptions(
        **given, map_file=paths["map"], labels=paths["labels"], structure=paths["structure"], progress=progress
    )
