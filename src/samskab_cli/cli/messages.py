"""What is said beside the result: on stderr, cleaned of what a terminal would obey, and never without end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from samskab_cli.errors import Problem
from samskab_cli.model.text import clean

MOST_SHOWN = 20


def say(text: str) -> None:
    """One line on stderr; what is foreign in it is made harmless."""
    sys.stderr.write(f"{clean(text)}\n")


def say_problems(problems: Sequence[Problem]) -> None:
    """Every problem on its line, at most 20 of them, then how many there are in all."""
    say_at_most(MOST_SHOWN, (str(problem) for problem in problems), len(problems), "problems")


def say_at_most(most: int, lines: Iterable[str], total: int, noun: str) -> None:
    """The first of `total` lines, then how many there are in all."""
    for _, line in zip(range(most), lines, strict=False):
        say(line)
    if total > most:
        say(f"… {total} {noun} in all, the first {most} are shown")
