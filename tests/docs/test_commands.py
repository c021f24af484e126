"""Every command line on a page runs, page by page, in the order in which a reader would type them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from samskab_cli.cli.app import app, main
from samskab_cli.errors import ExitCode

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
ASSESS = any(command.callback and command.callback.__name__ == "assess" for command in app.registered_commands)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[str]:
    """The lines of `sh` blocks, and those after `$ ` in `console` blocks."""
    found: list[str] = []
    for language, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        lines = block.splitlines()
        found += {
            "sh": lines,
            "console": [line.removeprefix("$ ") for line in lines if line.startswith("$ ")],
        }.get(language, [])
    return found


def test_no_command_is_hidden_from_this_test() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = re.findall(r"^(?:\$ )?samskab .*$", text, re.MULTILINE)
        assert [line.removeprefix("$ ") for line in lines] == commands(page), page.name


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_one_after_the_other(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)

    for command in commands(page):
        program, *argv = shlex.split(command)
        assert program == "samskab", command
        expected = {ExitCode.DONE}
        if not ASSESS and (argv[0] == "assess" or argv[1].endswith(".jsonl")):
            continue
        if argv[0] == "assess":  # nobody answers here: everything up to the first question, then the end of the input
            code = without_anybody(argv)
            expected = {ExitCode.UNFINISHED}
        else:
            code = main(argv)
        assert code in expected, f"{command}\n{capfd.readouterr().err}"


def without_anybody(argv: list[str]) -> int:
    environment = {**os.environ, "SAMSKAB_PLAIN": "1"}
    command = [sys.executable, "-m", "samskab_cli", *argv]
    return subprocess.run(command, input=b"", capture_output=True, check=False, env=environment).returncode
