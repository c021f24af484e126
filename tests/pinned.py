"""The version of the bundled set that the files of the tests were asked with: what is asked today changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.cli import app

PINNED = "readiness@1.1.0"


def main(argv: Sequence[str]) -> int:
    """The program, with that version; `questions …` names its own."""
    return app.main(argv if argv[0] == "questions" else [*argv, "--questions", PINNED])
