"""What the columns of our tables mean: labels of their values, and what stands for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from samskab_cli.model.judging import LEVELS, GateState, Level

LEVEL_CODES: Final[Mapping[Level, int]] = {level: level.rank for level in LEVELS}
"""A verdict as a number; `undecided` has none, since it lies between no two others."""
UNDECIDED_CODE: Final = 9
"""It has one where every value needs a label."""
GATE_CODES: Final[Mapping[GateState, int]] = {
    GateState.FAILED: 0,
    GateState.UNDECIDED: 1,
    GateState.CONTESTED: 2,
    GateState.PASSED: 3,
}
"""A gate's state as a number."""
UNSURE_CODE, NOT_RELEVANT_CODE, INVALID_CODE = -97, -98, -99
"""What stands in an item's place in `.sav`, declared as missing; a blank cell is empty."""


class Value(NamedTuple):
    """One value of a column."""

    code: int | str
    """What stands in the table."""
    label: str
    number: int
    """What stands for it in `.sav`, where texts have no labels."""


class Variable(NamedTuple):
    """One column of one of our tables."""

    table: str
    """`rows`, `groups`, `long` or `changes`."""
    name: str
    label: str
    values: tuple[Value, ...] = ()
    missing: Mapping[int, str] = MappingProxyType({})
    """Code in `.sav` → why there is no value."""
    source: str = ""
    """Where the figure or the statement comes from."""
