"""Shell completion knows commands and their choices."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = "from samskab_cli.__main__ import run; run()"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("samskab ", {"report", "score", "questions"}),
        ("samskab questions ", {"list", "show", "check", "new", "export", "schema"}),
        ("samskab questions export li", {"limesurvey"}),
        ("samskab report --fail-below re", {"ready"}),
    ],
)
def test_what_can_be_typed_next_is_offered(typed: str, offered: set[str]) -> None:
    completing = {
        "_SAMSKAB_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split(" ")) - 1),
    }

    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **completing},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert offered <= set(ran.stdout.split())
    if not typed.endswith(" "):
        assert set(ran.stdout.split()) == offered
