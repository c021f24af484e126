"""A bar on a row of dots, with the cut-offs as lines through all rows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.reporting.terminal.signs import Signs

_COLOUR = "cyan"  # the only colour; words and signs carry the meaning


def bar(position: float | None, width: int, cutoffs: Sequence[float], signs: Signs) -> Text:
    """A figure (0…100) as a bar; one below a cut-off never reaches its line."""
    lines = {_cell(cutoff, width) for cutoff in cutoffs}
    filled = _filled(position, width, cutoffs)
    text = Text()
    for cell in range(width):
        if cell in lines:
            text.append(signs.cut)
        elif cell < filled:
            text.append(signs.bar, style=_COLOUR)
        else:
            text.append(signs.rest)
    return text


def axis(width: int, cutoffs: Sequence[tuple[float, str]]) -> str:
    """The cut-offs' figures, each above its line; one that would touch another is left out."""
    labels = ""
    for cutoff, label in cutoffs:
        start = min(_cell(cutoff, width) - cell_len(label) // 2, width - cell_len(label))
        if start > cell_len(labels) or (start >= 0 and not labels):
            labels += " " * (start - cell_len(labels)) + label
    return labels


def _cell(cutoff: float, width: int) -> int:
    return min(int(cutoff * width / 100), width - 1)


def _filled(position: float | None, width: int, cutoffs: Sequence[float]) -> int:
    if position is None:
        return 0
    ends = (_cell(cutoff, width) for cutoff in cutoffs if position < cutoff)
    return min((round(position * width / 100), *ends))
