"""`SheetFacts`: merged cells, formulas without a value, hidden rows, columns and sheets, the guessed encoding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class EncodingGuess(NamedTuple):
    """Bytes that nobody says the encoding of, and that make sense in another one than they were taken for.

    The text is decoded by the guess already, so that a preview shows it as it was meant; whether the guess counts is
    for somebody to confirm (`encoding:` in a mapping file, which leaves no guess).
    """

    codec: str
    """As a mapping file names it: `mac_roman`, `cp850`, or `utf-8-twice` (`hÃ¸j` for `høj`)."""
    name: str
    """As people know it: Mac Roman."""
    letters: int
    """How many letters speak for it."""
    seen: str
    """A word as it would look without the guess: `h¿j`."""
    meant: str
    """The same word by the guess: `høj`."""
    line: int
    """Where the word stands, from 1."""


@dataclass(frozen=True)
class SheetFacts:
    """What a file says of one table by its structure. Columns are positions from 0."""

    merged: Mapping[int, int] = field(default_factory=dict)
    """Column → cells that took the value of the block that they are merged into, downwards."""
    formulas: Mapping[int, int] = field(default_factory=dict)
    """Column → cells with a formula and no stored value; they are read as blank, which is wrong whatever is meant."""
    formula_line: int | None = None
    """The first row with such a formula, from 1."""
    hidden_rows: int = 0
    """Rows with something in them that the file doesn't show, filtered or hidden; they are read."""
    hidden_columns: tuple[int, ...] = ()
    """Columns that the file doesn't show; they are read."""
    hidden_sheets: tuple[str, ...] = ()
    """Names of the sheets that the file doesn't show; never read unless one is named."""
    encoding: EncodingGuess | None = None
    """How the text seems to be written, where nobody says it."""
