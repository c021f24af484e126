"""What can go wrong, as values: problems found in foreign input, and the exit code each error ends in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of `samskab`; the contract stands in `docs/cli.md`."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    REFUSED = 3
    BELOW_LEVEL = 4
    UNFINISHED = 5
    HANGUP = 129
    INTERRUPTED = 130
    TERMINATED = 143


@dataclass(frozen=True)
class Problem:
    """One fault of foreign input: where it is, what was found, what was expected, the nearest valid name."""

    message: str
    file: str | None = None
    line: int | None = None
    """Line in the file, counted from 1."""
    column: int | None = None
    """Character in the line, counted from 1."""
    suggestion: str | None = None
    """The nearest valid name, where one is near."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        hint = f" (did you mean {self.suggestion!r}?)" if self.suggestion else ""
        return f"{place}: {self.message}{hint}" if place else f"{self.message}{hint}"


class SamskabError(Exception):
    """Ends the command: carries every problem found, not the first, and says which exit code it is."""

    exit_code = ExitCode.FAULT

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(Problem(p) if isinstance(p, str) else p for p in problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class Misused(SamskabError):
    """An option that can't be what it is: on the command line wrong usage."""

    exit_code = ExitCode.USAGE

    def __init__(self, option: str, message: str) -> None:
        """option: as Python calls it (`min_group`)."""
        super().__init__(f"{option}: {message}")
        self.option, self.message = option, message


class Refused(SamskabError):
    """Something from outside can't be used; nothing was written."""

    exit_code = ExitCode.REFUSED


class QuestionSetRefused(Refused):
    """A question set that can't be asked."""


class AnswersRefused(Refused):
    """Answers that can't be read without guessing."""


class SessionRefused(Refused):
    """A session file that is locked, damaged or of another question set."""


class TextRefused(Refused):
    """A facilitator's introduction or conclusion that can't be read."""


class OutputRefused(Refused):
    """A place that can't be written: it exists, is full, or isn't writable."""


class BelowLevel(SamskabError):
    """`report --fail-below`: the verdict lies below the level asked for."""

    exit_code = ExitCode.BELOW_LEVEL
