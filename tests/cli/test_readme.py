"""What the README shows is what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from samskab_cli.cli.app import app_of, main
from samskab_cli.reporting.terminal import SCREEN

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
REPORT = re.compile(r"(?<=```\n\$ samskab )(report [^\n]+)\n(.*?)(?=```)", re.DOTALL)
COMMAND = re.compile(r"^(?:pip install \. && )?samskab ([^\n]+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


def test_the_report_it_shows_is_the_programs_first_screen(
    capsys: pytest.CaptureFixture[str], *, update_golden: bool
) -> None:
    text = README.read_text(encoding="utf-8")
    block = REPORT.search(text)
    assert block is not None

    assert main(shlex.split(block[1])) == 0

    out, err = capsys.readouterr()
    first_screen = out.split("\n\nHVAD DET BETYDER")[0] + "\n"
    if update_golden:
        text = f"{text[: block.start(2)]}{first_screen}{text[block.end(2) :]}"
        README.write_text(text, encoding="utf-8", newline="\n")
    assert README.read_text(encoding="utf-8")[block.start(2) :].startswith(first_screen + "```")
    assert len(first_screen.splitlines()) <= SCREEN
    assert err == ""


def test_every_command_it_names_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = [
        command for command in COMMAND.findall(README.read_text(encoding="utf-8")) if not command.startswith("assess")
    ]
    assert len(commands) >= 4
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)

    assert {command: main(shlex.split(command)) for command in commands} == dict.fromkeys(commands, 0)
    assert {path.name for path in tmp_path.iterdir()} == {
        "examples",
        "roles.csv",
        "result.json",
        "report.html",
        "form.html",
        "answers.xlsx",
    }


def test_its_test_command_is_the_one_that_every_change_must_pass() -> None:
    command = "pip install -e '.[dev]' && pytest -n auto"

    for path in (README, ROOT / "CONTRIBUTING.md", ROOT / ".ci" / "run"):
        assert command in path.read_text(encoding="utf-8")


def test_every_file_it_and_the_docs_link_to_is_there() -> None:
    for page in (README, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_each_promise_names_what_holds_it() -> None:
    text = README.read_text(encoding="utf-8")
    promises = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", text.split("## What it promises")[1], re.MULTILINE)[
        2:
    ]

    assert len(promises) >= 8
    for promise, holds in promises:
        assert holds.strip(), promise
        for path in re.findall(r"`(tests/[^`]+)`", holds):
            assert (ROOT / path).exists(), f"{promise}: there is no {path}"


def test_every_file_that_the_map_of_the_rooms_names_is_there() -> None:
    source = ROOT / "src" / "samskab_cli"
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^\| `([\w/]+)/` \| (.*?) \| [^|]*\|$", text, re.MULTILINE)

    assert {room for room, _ in rooms} >= {path.parent.name for path in source.glob("*/__init__.py")} - {"loading"}
    for room, tells in rooms:
        for name in re.findall(r"`([a-z_*/]+)`", tells):
            folder = source / room
            assert [*folder.glob(name.rstrip("/")), *folder.glob(f"{name}.py")], f"{room} has no {name}"
    for name in re.findall(r"`([a-z_]+/[\w/]+\.(?:py|md))`", text):
        assert (ROOT / name).exists() or (source / name).exists(), f"there is no {name}"


def test_the_examples_readme_names_every_example_and_its_commands_run() -> None:
    text = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")

    for path in (ROOT / "examples").glob("*.csv"):
        assert f"`{path.name.replace('-svartekster', '')}`" in text
    for command in COMMAND.findall(text):
        assert main(shlex.split(command)) == 0


def test_the_cli_page_has_a_section_for_every_command_that_reads_answers() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    for command in app_of([]).registered_commands:
        name = command.name or getattr(command.callback, "__name__", "")
        assert f"samskab {name}" in page
