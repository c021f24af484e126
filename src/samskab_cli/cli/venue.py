"""Where a workshop is held: the terminal that the program was started at."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samskab_cli.reporting.document import Document
    from samskab_cli.workshop.other_screens import Wanted
    from samskab_cli.workshop.session import Venue
    from samskab_cli.workshop.wording import RoomWords


def venue(*, plain: bool, wanted: Wanted) -> Venue:
    """The standard streams; plain: line by line, whatever the terminal can do. wanted: other screens."""
    from samskab_cli.workshop.session import Venue

    return Venue(sys.stdin, sys.stdout, plain or is_plain(), save_report, wanted)


def save_report(document: Document, session: Path, words: RoomWords) -> str:
    """Write the report beside its session; where it is, or why it isn't, as the room reads."""
    from samskab_cli.cli.output import Destination
    from samskab_cli.errors import OutputRefused
    from samskab_cli.model.session import SUFFIX
    from samskab_cli.reporting import as_html
    from samskab_cli.workshop.durable_write import trouble_of
    from samskab_cli.workshop.facilitator import trouble_said

    path = session.with_name(session.name.removesuffix(SUFFIX) + ".html")
    try:
        Destination(path, force=True).write(as_html.render(document))
    except OutputRefused as refusal:
        error = refusal.__cause__
        refused = error if isinstance(error, OSError) else PermissionError(errno.EACCES, "")  # a folder of that name
        return trouble_said(trouble_of(refused, path), words)
    return words.end.saved_report.format(file=path)


def is_plain() -> bool:
    """Whether there is no terminal to draw on, or one that can't be read key by key."""
    on_windows_shell = os.name == "nt" and bool(os.environ.get("MSYSTEM"))
    no_terminal = not (sys.stdin.isatty() and sys.stdout.isatty())
    return no_terminal or os.environ.get("TERM") == "dumb" or on_windows_shell
