"""Every end of a command is an exit code, and every error a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import samskab_cli
from samskab_cli.cli import app
from samskab_cli.cli.app import main
from samskab_cli.errors import BelowLevel, OutputRefused, Problem, QuestionSetRefused, SamskabError

ROBUST = {**os.environ, "PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error"}


FULL = Path("/dev/full")

EndingIn = Callable[..., int]


@pytest.fixture
def ending_in(monkeypatch: pytest.MonkeyPatch) -> EndingIn:
    """The program, when a command ends in this error."""

    def run(error: BaseException, *arguments: str) -> int:
        def command(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(app, "app_of", lambda _: command)
        return main(arguments)

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (QuestionSetRefused("no"), 3),
        (OutputRefused("no"), 3),
        (BelowLevel("no"), 4),
        (KeyboardInterrupt(), 130),
        (SystemExit(143), 143),
        (SystemExit(129), 129),
        (ZeroDivisionError("ours"), 1),
    ],
)
def test_each_error_has_its_exit_code(ending_in: EndingIn, error: BaseException, code: int) -> None:
    assert ending_in(error) == code


def test_all_problems_of_an_error_are_shown_in_their_places(
    ending_in: EndingIn, capsys: pytest.CaptureFixture[str]
) -> None:
    ending_in(SamskabError(Problem("no such item", "set.yaml", 3, 7, "aktie"), "and another"))

    out, err = capsys.readouterr()
    assert err == "set.yaml:3:7: no such item (did you mean 'aktie'?)\nand another\n"
    assert out == ""


@pytest.mark.parametrize(("problems", "shown"), [(20, 20), (21, 21)])
def test_at_most_20_problems_are_shown_and_the_count_of_all(
    ending_in: EndingIn, capsys: pytest.CaptureFixture[str], problems: int, shown: int
) -> None:
    ending_in(SamskabError(*(f"problem {number}" for number in range(1, problems + 1))))

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == shown
    assert "problem 20" in lines
    assert (lines[-1] == "… 21 problems in all, the first 20 are shown") == (problems > 20)


def test_what_a_terminal_would_obey_is_taken_out_of_messages(
    ending_in: EndingIn, capsys: pytest.CaptureFixture[str]
) -> None:
    ending_in(SamskabError("found '\x1b]8;;http://x\x07\u202eabc'"))

    assert capsys.readouterr().err == "found ']8;;http://xabc'\n"


def test_our_own_fault_says_so_and_shows_no_traceback(ending_in: EndingIn, capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_in(ZeroDivisionError("division by zero"), "report") == 1

    err = capsys.readouterr().err
    assert "a fault in the program itself (ZeroDivisionError)" in err
    assert "--debug" in err
    assert "Traceback" not in err


def test_debug_shows_the_traceback(ending_in: EndingIn, capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_in(ZeroDivisionError("division by zero"), "--debug", "report") == 1

    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        ["reprot"],
        ["report"],
        ["report", "x.csv", "--fail-below", "excellent"],
        ["report", "x.csv", "--min-group", "0"],
        ["report", "x.csv", "--lang", "xx"],
        ["report", "x.csv", "--date", "3 Nov"],
        ["report", "x.csv", "-o", "x.docx"],
        ["report", "x.csv", "-o", "x.doc"],
        ["score", "x.csv", "-o", "x.ods"],
        ["score", "x.csv", "--by", "role,role"],
        ["score", "x.csv", "--by", "role", "-o", "x.parquet"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_2_and_says_where_help_is(wrong: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(wrong) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage: samskab")
    assert "--help" in err
    assert "\nError: " in err


@pytest.mark.parametrize("group", [[], ["questions"]])
def test_without_a_command_the_help_is_shown_as_it_is_when_asked_for(
    group: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*group, "--help"]) == 0
    asked_for = capsys.readouterr().out

    assert main(group) == 0

    out, err = capsys.readouterr()
    assert (out, err) == (asked_for, "")
    assert "\n  schema " in out or out.endswith("\n  Ny her? Begynd med: samskab demo\n")
    assert "..." not in out.partition("Commands:")[2], "a command's sentence is cut off"


def test_the_version_stands_in_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0

    assert capsys.readouterr().out == f"samskab {samskab_cli.__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from samskab_cli.cli.app import main; code = main(['--help']);"
        "heavy = {'polars', 'pydantic', 'yaml', 'rich', 'starlette', 'uvicorn', 'segno', 'secrets'};"
        "sys.exit(','.join(heavy & set(sys.modules)) or code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=ROBUST)

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"report" in done.stdout


def test_a_reader_that_goes_away_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        program = [sys.executable, "-m", "samskab_cli", "questions", "show", "--format", "json"]
        done = subprocess.run(program, stdout=write, stderr=subprocess.PIPE, check=False, env=ROBUST)
    finally:
        os.close(write)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="only where a full disk can be had for nothing")
def test_a_full_disk_behind_stdout_is_3_and_one_sentence() -> None:
    with FULL.open("wb") as full:
        program = [sys.executable, "-m", "samskab_cli", "questions", "show"]
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, check=False, env=ROBUST)

    assert (done.returncode, done.stderr) == (3, b"stdout can't be written: the disk is full\n")


def test_letters_that_the_terminal_lacks_end_nothing() -> None:
    program = [sys.executable, "-m", "samskab_cli", "questions", "show"]
    done = subprocess.run(program, capture_output=True, check=False, env={**ROBUST, "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0
    assert done.stdout.isascii()
