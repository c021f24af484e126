"""One process beside Spark and Sail: `python -m benchmarks.cluster --spark PYTHON --sail PYTHON [--rows N]`.

PYTHON: the interpreters of environments with PySpark, and with pysail and pyspark-client (`.ci/run` has the lines).
Linux only: what a run takes is read from /proc, for an engine's processes aren't all children of who started it.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

from benchmarks import data
from benchmarks.measuring import Run

_SCRIPT = str(Path(__file__).with_name("on_engine.py"))
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_LOOK = 0.1
"""Seconds between two looks at what runs."""


def main() -> None:
    """Measure each engine once, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--spark", required=True)
    parser.add_argument("--sail", required=True)
    asked = parser.parse_args()
    print(f"{asked.rows:,} rows; rows as parquet, groups by role and place, report\n")
    print("| what | CPU | by the clock | memory at the peak |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data.write(folder / "many.csv", asked.rows)
        pl.scan_csv(folder / "many.csv", infer_schema=False).sink_parquet(folder / "many.parquet")
        engines = {"process": sys.executable, "spark": asked.spark, "sail": asked.sail}
        same: dict[str, set[bytes]] = {"report.json": set(), "groups.csv": set()}
        for suffix in ("csv", "parquet"):
            for engine, python in engines.items():
                run = measured([python, _SCRIPT, engine, str(folder / f"many.{suffix}"), name], folder)
                what = {"process": "one process", "spark": "Spark, local[2]", "sail": "Sail"}[engine]
                print(
                    f"| {what}, {suffix} | {run.cpu:.1f} s | {run.seconds:.1f} s | {run.peak / 2**20:,.0f} MB |",
                    flush=True,
                )
                for file, contents in same.items():
                    contents.add((folder / file).read_bytes())
    print(f"\nreports and groups are {'equal' if all(len(each) == 1 for each in same.values()) else 'NOT EQUAL'}")


def measured(command: list[str], folder: Path) -> Run:
    """A run with all processes of its session."""
    began = time.perf_counter()
    cpu: dict[int, int] = {}
    peak = 0
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    while process.poll() is None:
        now = _session(process.pid)
        cpu |= {pid: ticks for pid, (ticks, _) in now.items()}
        peak = max(peak, sum(pages for _, pages in now.values()) * _PAGE)
        time.sleep(_LOOK)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit((folder / "log.txt").read_text(encoding="utf-8", errors="replace")[-4000:])
    for pid in _session(process.pid):
        os.kill(pid, signal.SIGKILL)
    return Run(seconds, sum(cpu.values()) / _TICK, peak)


def _session(leader: int) -> dict[int, tuple[int, int]]:
    """Process → ticks of CPU and pages in memory, of all in the session that this one leads."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            except OSError:  # gone meanwhile
                continue
            if int(fields[3]) == leader:
                found[int(entry.name)] = (int(fields[11]) + int(fields[12]), int(fields[21]))
    return found


if __name__ == "__main__":
    main()
