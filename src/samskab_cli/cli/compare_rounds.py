"""What `samskab compare` is given: two files or more, results or answers, or the rounds of one file (`--waves`)."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from samskab_cli.cli.options import Reading, ReadingOfEach

if TYPE_CHECKING:
    from samskab_cli.disclosure.comparison import Occasion, ResultOccasion
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.result import Result


def check_usage(files: Sequence[str], named: Sequence[str], waves: str | None, reading: ReadingOfEach) -> None:
    """Raises BadParameter for what can't be compared with what."""
    if waves is not None:
        if len(files) != 1:
            raise typer.BadParameter("it is about one file with all rounds; name one", param_hint="--waves")
        if reading.where is not None:
            raise typer.BadParameter("--waves chooses rows by its own column", param_hint="--where")
        if len(named) > 1:
            raise typer.BadParameter("one file has one question set", param_hint="--questions")
        if files[0] == "-":
            raise typer.BadParameter("the file is read once for each round; name it", param_hint="--waves")
    elif len(files) < 2:
        message = "two files at least are needed: before, and after; or one with --waves COLUMN"
        raise typer.BadParameter(message, param_hint="BEFORE AFTER")
    elif len(named) not in {0, 1, len(files)}:
        raise typer.BadParameter("give one question set, or one for each file", param_hint="--questions")


def rounds_of(file: str, named: str | None, column: str, reading: ReadingOfEach, *, force: bool) -> Rounds:
    """The rounds that a column of one file tells apart, each to be read by itself.

    Raises AnswersRefused for a column that isn't one of rounds, QuestionSetRefused.
    """
    from samskab_cli.loading.answers.waves import wave_values
    from samskab_cli.loading.sets.versions import set_for

    asked, (of_file,) = set_for(named, [file]), reading.of_each(1)
    values = wave_values(file, asked, column, of_file.sheet, of_file.map_file)
    readings = [dataclasses.replace(of_file, where=f"{column}={value}") for value in values]
    return Rounds([file] * len(values), values, [asked] * len(values), readings, [None] * len(values), force)


def files_of(files: Sequence[str], named: Sequence[str], reading: ReadingOfEach, *, force: bool) -> Rounds:
    """A round a file. Raises AnswersRefused for a result that can't be compared, QuestionSetRefused."""
    from samskab_cli.loading.results import read_result
    from samskab_cli.loading.sets.versions import set_for

    readings = reading.of_each(len(files))
    of_each = list(named) * len(files) if len(named) == 1 else named or itertools.repeat(None, len(files))
    results = [read_result(file) for file in files]
    asked = [set_for(name, [file]) for name, file in zip(of_each, files, strict=True)]
    return Rounds(files, _names(files), asked, readings, results, force)


@dataclasses.dataclass(frozen=True)
class Rounds:
    """What is to be compared, a field a round in each list."""

    files: Sequence[str]
    names: Sequence[str]
    asked: Sequence[QuestionSet]
    readings: Sequence[Reading]
    results: Sequence[Result | None]
    force: bool

    def read(self, min_group: int | None, groups: Sequence[str] = ()) -> list[Occasion | ResultOccasion]:
        """All of them; what there is to say about reading and people goes to stderr.

        groups: columns to be kept for grouping. Raises AnswersRefused, SessionRefused, OutputRefused, and
        BadParameter for groups of a result, and for a smaller group than a room decided.
        """
        from samskab_cli.api.parameters import check_min_group
        from samskab_cli.cli.reading import read_each, say_about_people
        from samskab_cli.disclosure.comparison import Occasion, ResultOccasion

        rows = [at for at, result in enumerate(self.results) if result is None]
        if groups and len(rows) < len(self.results):
            raise typer.BadParameter("a result has no rows to group; name its answers", param_hint="--by / --each")
        asked = [self.asked[at] for at in rows]
        readings = [self.readings[at] for at in rows]
        files = [self.files[at] for at in rows]
        given = read_each(files, asked, readings, force=self.force, groups=groups) if rows else []
        check_min_group(min_group, *(one.data for one in given))
        if rows:
            say_about_people(given, min_group, self.readings[0])
        answers = {at: one.data for at, one in zip(rows, given, strict=True)}
        return [
            ResultOccasion(name, question_set, result) if result else Occasion(name, question_set, answers[at])
            for at, (name, question_set, result) in enumerate(zip(self.names, self.asked, self.results, strict=True))
        ]


def _names(paths: Sequence[str]) -> list[str]:
    """What the files are called: by their names, where two have the same one by their paths."""
    from samskab_cli.model.text import clean

    named = Counter(Path(path).name for path in paths)
    names = {path: Path(path).name if named[Path(path).name] == 1 else path for path in paths}
    return ["stdin" if path == "-" else clean(names[path]) for path in paths]
