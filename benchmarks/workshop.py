"""From a key to the disk and the screen, at a real terminal."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import pexpect

_ANSWERS = 200
_FIRST, _SECOND = r"\b1 af \d+", r"\b2 af \d+"


def key_to_screen(folder: Path) -> tuple[float, float]:
    """Milliseconds from a pressed key until the line is in the file, and until the next question is on the screen.

    Medians over 200 answers; `b` leads back to the first question in between.
    """
    session = folder / "keys.samskab.jsonl"
    child = pexpect.spawn(
        sys.executable,
        ["-m", "samskab_cli", "assess", "--mode=consensus", "--matter=x", "--municipality=y", f"--session={session}"],
        dimensions=(24, 80),
        timeout=20,
    )
    child.delaybeforesend = None
    child.expect("begynde")
    child.send("\r")
    child.expect(_FIRST)
    on_disk, on_screen = [], []
    for _ in range(_ANSWERS):
        size = session.stat().st_size
        began = time.perf_counter()
        child.send("4")
        while session.stat().st_size == size:
            pass
        on_disk.append(time.perf_counter() - began)
        child.expect(_SECOND)
        on_screen.append(time.perf_counter() - began)
        child.send("b")
        child.expect(_FIRST)
        time.sleep(0.002)  # the rest of the screen
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    return statistics.median(on_disk) * 1000, statistics.median(on_screen) * 1000
