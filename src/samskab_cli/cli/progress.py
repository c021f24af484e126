"""How far long work is: on a terminal's stderr only, and gone when the work is done."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

RowsDone = Callable[[int, int], None]
"""Is told how many rows are done, of how many."""


@contextlib.contextmanager
def progress(doing: str, *, quiet: bool) -> Iterator[RowsDone | None]:
    """A bar with rows, rows a second and the time left; None where nobody would see it.

    It appears with the first rows that leave others to be done: short work shows none.
    """
    if quiet or not _is_seen():
        yield None
        return
    with contextlib.ExitStack() as shown:
        bar: Progress | None = None

        def tell(done: int, rows: int) -> None:
            nonlocal bar
            if bar is None:
                if done >= rows:
                    return
                bar = shown.enter_context(_bar())
                bar.add_task(doing, total=rows)
            bar.update(bar.task_ids[0], completed=done, total=rows)

        yield tell


def _is_seen() -> bool:
    """A terminal that is told nothing but plain text has no cursor to go back with."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rows(ProgressColumn):
        def render(self, task: Task) -> Text:
            rate = f", {task.speed:,.0f} rows/s" if task.speed else ""
            return Text(f"{task.completed:,.0f} of {task.total or 0:,.0f} rows{rate}")

    columns = (TextColumn("{task.description}"), BarColumn(bar_width=20), Rows(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True, highlight=False), transient=True)
