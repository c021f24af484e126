"""`Column`: its position and heading; `plain`: headings compared without case, blanks, `_` and `-`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samskab_cli.model.text import clean, fold, shown

_BLANKS_AND_DASHES = re.compile(r"[\s_-]+")


@dataclass(frozen=True)
class Column:
    """One column, as its header names it."""

    position: int
    """From 0."""
    raw: str
    """The heading as the file has it."""
    others: tuple[str, ...] = ()
    """What else the file calls it: in further header rows, or in a file beside it."""

    @property
    def heading(self) -> str:
        """The heading, harmless and trimmed."""
        return clean(self.raw).strip()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything the file calls it, the heading first; blank ones aside."""
        return tuple(name for name in (self.raw, *self.others) if fold(name))

    def __str__(self) -> str:
        """As problems name it, counted from 1: `column 3 'aktie'`."""
        heading = self.heading or next(iter(self.names), "")
        return f"column {self.position + 1} {shown(heading)}" if heading else f"column {self.position + 1}"


def plain(heading: str) -> str:
    """A heading as it is compared: without case, blanks, `_` and `-`."""
    return _BLANKS_AND_DASHES.sub("", fold(heading))
