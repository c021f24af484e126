"""`assess --answers`: answers that came in before are read for a room, and what there is to say is in its language."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from samskab_cli.cli.messages import say
from samskab_cli.cli.options import Reading
from samskab_cli.cli.reading import read_as_asked
from samskab_cli.errors import AnswersRefused

if TYPE_CHECKING:
    from samskab_cli.loading.answers.load import Loaded
    from samskab_cli.workshop.settings import Settings
    from samskab_cli.workshop.wording import RoomWords


def with_answers(settings: Settings, files: list[str], map_file: Path | None) -> Settings:
    """The settings with everybody's answers. Raises AnswersRefused, once the room has been told in its language."""
    from samskab_cli.loading.answers.load import load
    from samskab_cli.loading.session_answers import answers_taken
    from samskab_cli.model.answers import Mode
    from samskab_cli.workshop.wording import RoomWords

    words, named = RoomWords(settings.language), " ".join(files)
    try:
        with read_as_asked(Reading(map_file=map_file, quick=settings.quick)) as options:
            loaded = load(files, settings.question_set, options)
        taken = answers_taken(loaded.answers)
    except AnswersRefused:
        say(words.start.answers_refused.format(files=named))
        raise
    for line in _about(loaded, words, named):
        say(line)
    return dataclasses.replace(settings, mode=Mode.INDIVIDUAL, answers=taken)


def _about(loaded: Loaded, words: RoomWords, named: str) -> Iterator[str]:
    """What may have been meant otherwise, how much couldn't be read, and where the rest is said."""
    from samskab_cli.reporting.wording.doubts import DoubtWords

    doubts = DoubtWords(words.language).read
    for doubt in loaded.doubts:
        yield doubts[doubt.kind].format(n=doubt.count, place=f" ({doubt.where})" if doubt.where else "")
    if loaded.rejected:
        yield words.start.unread.of(len(loaded.rejected), str)
    yield words.start.how_read.format(files=named)
