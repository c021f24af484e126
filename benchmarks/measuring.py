"""A command in a process of its own: how long it takes and how much memory it has at its peak."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_NOT_HANDED_ON = {"PYTHONDONTWRITEBYTECODE", "_RJEM_MALLOC_CONF"}
"""Polars sets the second one, and each program has its own."""


class Run(NamedTuple):
    """One run of one command."""

    seconds: float
    """By the clock."""
    cpu: float
    """Seconds of all cores, its children's included."""
    peak: int
    """Bytes resident at most."""


def run(command: Sequence[str], folder: Path) -> Run:
    """Run it once; raises CalledProcessError where it fails."""
    # An installed program is compiled once, at its installation; here the first run of all does it.
    compiled = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    compiled["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=compiled,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 5}:  # 5: `assess` without answers
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def paired(commands: Mapping[str, Sequence[str]], folder: Path, repeats: int, *, warm: bool = False) -> dict[str, Run]:
    """All commands in turn, again and again, so that a slow moment hits all of them; the medians.

    warm: once before, unmeasured.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    if warm:
        for command in commands.values():
            run(command, folder)
    for _ in range(repeats):
        for name, command in commands.items():
            runs[name].append(run(command, folder))
    return {
        name: Run(
            statistics.median(one.seconds for one in all_),
            statistics.median(one.cpu for one in all_),
            max(one.peak for one in all_),
        )
        for name, all_ in runs.items()
    }
