"""Which rows of a table are nobody's answers, and which the survey system marks as not finished.

Rules are data, so that any way of reading a table can follow them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from samskab_cli.model.text import fold

INCOMPLETE: Final = "not finished"
"""Why rows are left out when only complete ones are wanted."""


@dataclass(frozen=True)
class Condition:
    """What one cell of a row says, compared folded (`model.text.fold`); a blank cell is the empty text."""

    position: int
    """The column, from 0."""
    texts: frozenset[str]
    """Folded."""
    among: bool = True
    """Whether the cell is one of the texts, or none of them."""

    def holds(self, cell: str) -> bool:
        """Whether a cell fulfils it."""
        return (fold(cell) in self.texts) is self.among


def one_of(position: int, *texts: str) -> Condition:
    """A cell is one of these texts."""
    return Condition(position, frozenset(map(fold, texts)))


def none_of(position: int, *texts: str) -> Condition:
    """A cell is none of these texts."""
    return Condition(position, frozenset(map(fold, texts)), among=False)


@dataclass(frozen=True)
class RowRule:
    """Rows that fulfil all conditions, and what they are."""

    why: str
    """In words, as `survey preview`."""
    conditions: tuple[Condition, ...]
    section: range | None = None
    """Positions that it speaks of. None: the whole row."""

    def concerns(self, used: set[int]) -> bool:
        """Whether it speaks of a column in use."""
        return self.section is None or not used.isdisjoint(self.section)


@dataclass(frozen=True)
class RowRules:
    """What is to become of rows; the first rule that fits counts."""

    drops: tuple[RowRule, ...] = ()
    """Rows that are nobody's answers."""
    incomplete: tuple[RowRule, ...] = ()
    """Rows that the survey system marks as not finished."""
    complete_only: bool = False
    """Whether these are left out too."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that the rules ask of a row, each once."""
        return tuple(dict.fromkeys(one for rule in (*self.drops, *self.incomplete) for one in rule.conditions))

    @property
    def positions(self) -> set[int]:
        """The columns that the rules look at."""
        return {condition.position for condition in self.conditions}


EVERY_ROW: Final = RowRules()


class RowSieve:
    """Applies the rules to one row after the other, and counts what it leaves out."""

    def __init__(self, rules: RowRules) -> None:
        self._drops = [(rule.why, _all(rule.conditions)) for rule in rules.drops]
        self._incomplete = [_all(rule.conditions) for rule in rules.incomplete]
        self._complete_only = rules.complete_only
        self.left_out: Counter[str] = Counter()
        """Why → how many rows."""

    def keeps(self, cells: Sequence[str]) -> bool:
        """Whether a row may be somebody's answers."""
        for why, fits in self._drops:
            if fits(cells):
                self.left_out[why] += 1
                return False
        if self._complete_only and self.is_incomplete(cells):
            self.left_out[INCOMPLETE] += 1
            return False
        return True

    def is_incomplete(self, cells: Sequence[str]) -> bool:
        """Whether the survey system marks a row as not finished."""
        return any(fits(cells) for fits in self._incomplete)


def _all(conditions: Iterable[Condition]) -> Callable[[Sequence[str]], bool]:
    """Whether a row fulfils all of them; each spelling is folded once."""
    known: list[tuple[Condition, dict[str, bool]]] = [(condition, {}) for condition in conditions]

    def fits(cells: Sequence[str]) -> bool:
        for condition, seen in known:
            cell = cells[condition.position] if condition.position < len(cells) else ""
            holds = seen.get(cell)
            if holds is None:
                holds = condition.holds(cell)
                if len(seen) < _MOST_REMEMBERED:
                    seen[cell] = holds
            if not holds:
                return False
        return True

    return fits


_MOST_REMEMBERED: Final = 10_000
