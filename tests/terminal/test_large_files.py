"""Files that take a while: the terminal sees how far it is, and Ctrl-C leaves nothing behind."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.real import SAMSKAB, terminal

HAVNEBY = Path(__file__).parents[2] / "examples" / "havneby.csv"
ROWS = 400_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everybody of the example again and again, each time as somebody else."""
    with HAVNEBY.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    path = tmp_path_factory.mktemp("large") / "many.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows([str(number), *rows[number % len(rows)][1:]] for number in range(ROWS))
    return path


@pytest.fixture(scope="module")
def in_latin_1(many: Path) -> Path:
    """The same in an encoding that has to be copied before it is scanned."""
    path = many.with_name("latin.csv")
    text = many.read_text(encoding="utf-8").replace("\n0,", "\n\u00e5,", 1)
    path.write_text(text, encoding="cp1252")
    return path


def test_a_terminal_sees_how_far_it_is_and_nothing_of_it_stays(many: Path, tmp_path: Path) -> None:
    with terminal(tmp_path, "score", str(many), "-o", "rows.csv", columns=100) as screen:
        assert screen.ended() == 0
        left = screen.text()

    shown = screen.raw.decode()
    assert "reading" in shown
    assert "scoring" in shown
    assert f"of {ROWS:,} rows" in shown
    assert "rows/s" in shown
    assert "rows/s" not in left
    assert left.endswith("note: one row a respondent is personal data; --by gives groups\n")


@pytest.mark.parametrize(
    ("option", "no_color", "term"), [("-q", "", "xterm"), ("-v", "1", "xterm"), ("-v", "", "dumb")]
)
def test_who_wants_plain_text_gets_no_bar(many: Path, tmp_path: Path, option: str, no_color: str, term: str) -> None:
    score = ("score", str(many), "-o", "rows.csv", option)
    with terminal(tmp_path, *score, NO_COLOR=no_color, TERM=term) as screen:
        assert screen.ended() == 0

    assert "rows/s" not in screen.raw.decode()
    assert "\x1b" not in screen.raw.decode()


def test_a_pipe_gets_no_bar(many: Path, tmp_path: Path) -> None:
    program, options = SAMSKAB
    run = subprocess.run(
        [program, *options, "preview", str(many)], cwd=tmp_path, check=False, capture_output=True, encoding="utf-8"
    )

    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("name", ["rows.csv", "rows.xlsx", "rows.parquet"])
def test_ctrl_c_while_a_table_is_written_leaves_nothing(many: Path, tmp_path: Path, name: str) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with started(tmp_path, temporary, "score", str(many), "-o", name) as process:
        wait_for_a_file(process, tmp_path, f".rows.*{Path(name).suffix}")
        interrupt(process)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["temporary"]
    assert not list(temporary.iterdir())


def test_ctrl_c_while_a_copy_is_read_leaves_nothing(in_latin_1: Path, tmp_path: Path) -> None:
    with started(tmp_path, tmp_path, "score", str(in_latin_1), "-o", str(tmp_path / "rows.csv")) as process:
        wait_for_a_file(process, tmp_path, "samskab-*.csv")
        interrupt(process)

    assert not list(tmp_path.iterdir())


def started(folder: Path, temporary: Path, *arguments: str) -> subprocess.Popen[bytes]:
    program, options = SAMSKAB
    return subprocess.Popen(
        [program, *options, *arguments],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(temporary)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_for_a_file(process: subprocess.Popen[bytes], folder: Path, pattern: str) -> None:
    """Until the program has begun a file of this name."""
    while not list(folder.glob(pattern)):
        assert process.poll() is None, "it ended before it began a file"
        time.sleep(0.001)


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C, and again where nothing happens: now and then Polars misses the first while it begins or ends."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        try:
            code = process.wait(3)
        except subprocess.TimeoutExpired:
            continue
        assert code in {130, -signal.SIGINT}
        return
    pytest.fail("Ctrl-C doesn't end it")
