"""Every command line on a page runs, page by page, in the order in which a reader would type them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from samskab_cli.cli.app import main
from samskab_cli.errors import ExitCode

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
ANYWHERE = "facilitatorguide.md"
"""Its reader has an installed program, and no checkout."""
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
    if page.name != ANYWHERE:
        (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)

    for command in commands(page):
        program, *argv = shlex.split(command)
        assert program == "samskab", command
        sheets = set(tmp_path.glob("*.xlsx"))
        code = a_whole_workshop(argv) if argv[0] == "assess" else main(argv)
        assert code == ExitCode.DONE, f"{command}\n{capfd.readouterr().err}"
        for sheet in set(tmp_path.glob("*.xlsx")) - sheets if argv[:3] == ["questions", "export", "sheet"] else ():
            five_people_type_into(sheet)


def five_people_type_into(sheet: Path) -> None:
    """The same answers of everybody, as a reader would have put them there."""
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    for row, role in enumerate(("byraad", "ledelse", "medarb", "medarb", "borger"), start=2):
        for column, heading in enumerate((cell.value for cell in page[1]), start=1):
            page.cell(row, column).value = row if heading == "respondent" else role if heading == "rolle" else 4
    book.save(sheet)


def a_whole_workshop(argv: list[str]) -> int:
    """A room that shows its small sides, and one same card of each row to every question, to the end.

    Answers that are there already are left as they are.
    """
    command = [sys.executable, "-m", "samskab_cli", *argv]
    typed = b"v\nf\n" if "--answers" in argv else b"v\n" + b"4\n\n" * 400
    if "--phones" in argv:  # nobody has one: all take cards, and the rest of each row stays out
        command += ["--address", "127.0.0.1"]
        typed = b"\nv\n" + b"t\n4\n4\n4\n4\n\n\n\n" * 60
    return subprocess.run(command, input=typed, capture_output=True, check=False).returncode
