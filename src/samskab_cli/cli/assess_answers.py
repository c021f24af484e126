"""`assess --answers`: answers that came in before are read for a room, and what there is to say is in its language."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from samskab_cli.cli.messages import say
from samskab_cli.cli.progress import progress
from samskab_cli.errors import AnswersRefused

if TYPE_CHECKING:
    from samskab_cli.api import Answers
    from samskab_cli.workshop.settings import Settings
    from samskab_cli.workshop.wording import RoomWords


def with_answers(
    settings: Settings, files: list[str], map_file: Path | None, path: Path | None, *, given: bool
) -> Settings:
    """The settings with everybody's answers. given: whether the command line says how else to answer.

    Raises AnswersRefused, once the room has been told in its language.
    """
    from samskab_cli import api
    from samskab_cli.loading.session_answers import answers_taken
    from samskab_cli.model.answers import Mode
    from samskab_cli.workshop.wording import RoomWords

    if (given and settings.mode is not Mode.INDIVIDUAL) or settings.present:
        raise typer.BadParameter("the answers are given already: leave --mode and --roles out", param_hint="--answers")
    if path is not None and path.exists():
        raise typer.BadParameter(f"{path} has its answers: go on with it without --answers", param_hint="--session")
    words, named = RoomWords(settings.language), " ".join(files)
    try:
        with progress("reading", quiet=False) as rows_done:
            answers = api.read(files, settings.question_set, map=map_file, quick=settings.quick, progress=rows_done)
        taken = answers_taken(answers.data)
    except AnswersRefused:
        say(words.start.answers_refused.format(files=named))
        raise
    for line in _about(answers, words, named):
        say(line)
    return dataclasses.replace(settings, mode=Mode.INDIVIDUAL, answers=taken)


def _about(answers: Answers, words: RoomWords, named: str) -> Iterator[str]:
    """What may have been meant otherwise, how much couldn't be read, and where the rest is said."""
    from samskab_cli.reporting.wording.doubts import DoubtWords

    doubts = DoubtWords(words.language).read
    for doubt in answers.doubts:
        yield doubts[doubt.kind].format(n=doubt.count, place=f" ({doubt.where})" if doubt.where else "")
    if answers.rejected_cells:
        yield words.start.unread.of(len(answers.rejected_cells), str)
    yield words.start.how_read.format(files=named)
