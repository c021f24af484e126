"""`Lines`: prints and reads lines of stdin and stdout, asks who is present; for a room without a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TextIO

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.attendance import Attendance, UnknownRole, bad_present, example_of_present
from samskab_cli.workshop.wording import RoomWords

_LONGEST: Final = 20_000
"""Characters of a line that are read; more is no answer and no note."""


class Lines:
    """Questions out, lines in."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in, self._out = stdin, stdout
        self._echoes = stdin.isatty()

    @property
    def encoding(self) -> str:
        """What can be shown."""
        return self._out.encoding or "ascii"

    def say(self, text: str = "") -> None:
        """One line, or several."""
        self._out.write(f"{text}\n")
        self._out.flush()

    def ask(self, prompt: str, text: str = "", above: Sequence[str] = ()) -> str | None:
        """One line; None where nothing comes any more. An old `text` is said, since it can't be changed in place."""
        for line in filter(None, (*above, text)):
            self.say(line)
        self._out.write(prompt)
        self._out.flush()
        line = self._in.readline(_LONGEST)
        if not self._echoes or not line:
            self.say()
        return line.rstrip("\r\n") if line else None

    def ask_present(
        self, question_set: QuestionSet, present: Mapping[str, int], words: RoomWords
    ) -> Mapping[str, int] | None:
        """Who is here, in words, until they are understood; None for an empty line."""
        attendance = Attendance(question_set, words.language, present)
        example = example_of_present(question_set, words.language)
        prompt = words.votes.ask_present.format(now=attendance.in_words or words.start.no_roles, example=example)
        while text := (self.ask(prompt) or "").strip():
            try:
                return attendance.with_words(text).present
            except UnknownRole as unknown:
                self.say(bad_present(unknown, question_set, words))
        return None
