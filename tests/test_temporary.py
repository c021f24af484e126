"""Files of a moment are gone, wherever Ctrl-C comes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.temporary import temporary_file, temporary_folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files lie."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_only_its_owner_may_read_it_while_it_is_there(place: Path) -> None:
    with temporary_file(".csv") as file, temporary_folder() as folder:
        (folder / "rows").write_text("1", encoding="utf-8")
        assert {path.suffix for path in place.iterdir()} == {".csv", ""}
        assert (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)

    assert not list(place.iterdir())


def test_ctrl_c_the_moment_a_file_is_there_leaves_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = os.open

    def interrupted(*given: Any) -> int:
        os.close(made(*given))
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "open", interrupted)
    with pytest.raises(KeyboardInterrupt), temporary_file(".csv"):
        pass

    assert not list(place.iterdir())


def test_ctrl_c_the_moment_a_folder_is_there_leaves_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Path.mkdir

    def interrupted(*given: Any) -> None:
        made(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "mkdir", interrupted)
    with pytest.raises(KeyboardInterrupt), temporary_folder():
        pass

    assert not list(place.iterdir())


INTERRUPTED = """
from pathlib import Path
from samskab_cli.temporary import temporary_file

unlink, times = Path.unlink, []

def interrupted(path, missing_ok=False):
    times.append(1)
    if len(times) == 1:
        raise KeyboardInterrupt
    unlink(path, missing_ok)

Path.unlink = interrupted
with temporary_file(".csv"):
    pass
"""


def test_ctrl_c_while_a_file_is_removed_leaves_it_to_the_end_of_the_program(place: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], env=os.environ | {"TMPDIR": str(place)}, capture_output=True, check=False
    )

    assert b"KeyboardInterrupt" in run.stderr
    assert not list(place.iterdir())
