"""A command imports what it needs for these answers, and nothing that only others need: that is most of its start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TWELVE = str(Path(__file__).parents[2] / "examples" / "ensomhed.csv")

NEVER = {"numpy", "pandas", "pyarrow", "starlette", "uvicorn", "segno"}
OF_OTHER_FILES = {
    "yaml",
    "samskab_cli.loading.answers.map_file",
    "samskab_cli.loading.readers.workbook",
    "samskab_cli.loading.sessions",
    "samskab_cli.model.session_lines",
}
OF_MANY_PEOPLE = {"samskab_cli.study.pair_tables", "samskab_cli.study.consistency"}
OF_OTHER_REPORTS = {
    "samskab_cli.disclosure.comparison",
    "samskab_cli.model.comparison",
    "samskab_cli.model.explanation",
    "samskab_cli.model.study",
    "samskab_cli.reporting.comparison_document",
}
OF_EVERY_REPORT = {"babel", "rich", "samskab_cli.model.result", "samskab_cli.reporting.wording"}


def start(*arguments: str, ends_with: str) -> str:
    """Run the program as it is installed, and Python's last words."""
    program = f"""
import atexit, gc, sys
from samskab_cli.__main__ import run
looks = []
gc.callbacks.append(lambda phase, _: looks.append(phase))
atexit.register(lambda: print({ends_with}, file=sys.stderr))
sys.argv[1:] = {list(arguments)!r}
run()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "others"),
    [
        (["score", TWELVE], OF_OTHER_FILES | OF_MANY_PEOPLE | OF_OTHER_REPORTS | OF_EVERY_REPORT),
        (["report", TWELVE], OF_OTHER_FILES | OF_MANY_PEOPLE | OF_OTHER_REPORTS | {"jinja2", "rich.console"}),
    ],
)
def test_a_command_imports_nothing_that_only_others_need(arguments: list[str], others: set[str]) -> None:
    assert start(*arguments, ends_with=f"sorted({others | NEVER!r} & set(sys.modules))") == "[]"


def test_a_start_is_never_looked_through_for_garbage() -> None:
    assert start("report", TWELVE, ends_with="looks") == "[]"


def test_the_end_of_the_program_has_nothing_left_to_look_through() -> None:
    assert start("report", TWELVE, ends_with="len(gc.get_objects()) < 1000 < gc.get_freeze_count()") == "True"
