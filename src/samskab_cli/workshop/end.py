"""Lines at the end: where the report and the file are, and the commands to report, compare or go on."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from samskab_cli.model.session import SUFFIX
from samskab_cli.workshop.interim_report import picture
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.wording import RoomWords

_PLAIN_WIDTH: Final = 69
"""Below 70 columns a report has no bars: words and numbers alone."""


def report_text(interview: Interview, path: Path, words: RoomWords, encoding: str) -> str:
    """The whole report without bars."""
    from samskab_cli.reporting.terminal import render  # not before somebody wants it

    document = picture(interview.session, interview.question_set, path, words.language, whole=True).document
    return render(document, width=_PLAIN_WIDTH, encoding=encoding, colour=False)


def report_path(session: Path) -> Path:
    """Where the report of a session is saved."""
    return session.with_name(session.name.removesuffix(SUFFIX) + ".html")


def closing_lines(path: Path, words: RoomWords) -> Iterator[str]:
    """Where the file is, and the commands for the report to take home and for the next time."""
    texts, name = words.end, shlex.quote(str(path))
    report = report_path(path).name
    yield texts.saved.format(file=path)
    again = " --force" if Path(report).exists() else ""  # the room may have saved one: the command works all the same
    yield texts.report_command.format(command=f"samskab report {name} -o {shlex.quote(report)}{again}")
    yield texts.previous_command.format(command=f"samskab assess --previous {name}")


def pausing_lines(
    interview: Interview, path: Path, words: RoomWords, *, stopped: bool, options: str = ""
) -> Iterator[str]:
    """How far the room came, and the command to go on, with the `options` that it began with."""
    texts, total = words.end, len(interview.items)
    if interview.session.header.collected != "before":
        answered = total - len(interview.unanswered)
        yield (texts.stopped if stopped else texts.paused).format(answered=answered, total=total)
    yield texts.saved.format(file=path)
    yield texts.go_on_command.format(command=f"samskab assess --session {shlex.quote(str(path))}{options}")
