"""Files appear whole or not at all, and never in another's place unasked."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from samskab_cli.cli.output import destination
from samskab_cli.errors import OutputRefused
from samskab_cli.reporting.output_file import OutputFile

RESULT = "Egnethed 63,3\n"


def write(path: Path, *, force: bool = False) -> None:
    destination(str(path), force=force).write(RESULT)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(path: Path, *, force: bool = False) -> str:
    with pytest.raises(OutputRefused) as refused:
        write(path, force=force)
    (problem,) = refused.value.problems
    return problem.message


def test_a_new_file_has_the_whole_result_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "æblegrød.txt")

    assert (tmp_path / "æblegrød.txt").read_text(encoding="utf-8") == RESULT
    assert names(tmp_path) == ["æblegrød.txt"]


def test_a_file_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("before", encoding="utf-8")

    assert "--force" in refusal(tmp_path / "x.txt")
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == "before"
    assert names(tmp_path) == ["x.txt"]


def test_force_replaces_it(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("before", encoding="utf-8")

    write(tmp_path / "x.txt", force=True)

    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == RESULT
    assert names(tmp_path) == ["x.txt"]


def test_a_file_that_appears_while_we_write_is_not_replaced(tmp_path: Path) -> None:
    def write_late() -> None:
        with OutputFile(tmp_path / "x.txt").replacing() as temporary:
            temporary.write_text(RESULT, encoding="utf-8")
            (tmp_path / "x.txt").write_text("another's", encoding="utf-8")

    with pytest.raises(OutputRefused):
        write_late()

    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == "another's"
    assert names(tmp_path) == ["x.txt"]


def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "x.txt")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "x.txt").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")

    write(tmp_path / "link.txt", force=True)

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == RESULT


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "it is a folder"),
        ("none/x.txt", "the folder doesn't exist"),
        ("a-file/x.txt", "the folder doesn't exist"),
        ("n" * 300 + ".txt", "the name is too long"),
        ("a-fifo", "it is no ordinary file"),
    ],
)
def test_a_place_that_can_not_be_written_is_told_in_one_sentence(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    os.mkfifo(tmp_path / "a-fifo")

    assert refusal(tmp_path / name, force=True) == f"{tmp_path / name}: {said}"
    assert names(tmp_path) == ["a-fifo", "a-file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert refusal(tmp_path / "x.txt") == f"{tmp_path / 'x.txt'}: no permission to write there"
    finally:
        tmp_path.chmod(0o700)


def test_a_read_only_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)

    assert refusal(tmp_path / "x.txt") == f"{tmp_path / 'x.txt'}: the disk is read-only"


def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("before", encoding="utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(OutputRefused, match="larger than is allowed"):
            destination(str(tmp_path / "x.txt"), force=True).write("a" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == "before"
    assert names(tmp_path) == ["x.txt"]


WRITE_HALF_AND_WAIT = """
import sys, time
from pathlib import Path
from samskab_cli.reporting.output_file import OutputFile
with OutputFile(Path(sys.argv[1])).replacing() as temporary:
    temporary.write_text("half", encoding="utf-8")
    print("half", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_is_stopped_while_writing_leaves_nothing_behind(tmp_path: Path, how: signal.Signals) -> None:
    program = [sys.executable, "-c", WRITE_HALF_AND_WAIT, str(tmp_path / "x.txt")]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"

        process.send_signal(how)
        process.wait(timeout=20)

    assert names(tmp_path) == []
    if how is not signal.SIGINT:
        assert process.returncode == 128 + how
