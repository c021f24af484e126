"""Some people who take part, whatever kind of answers they gave: what sides, gates and verdicts are made from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Protocol

from samskab_cli.model.findings import Figure, ItemFigure
from samskab_cli.model.judging import Gate
from samskab_cli.scoring.asked import Items


class End(StrEnum):
    """Which value of a figure: as answered, or with every unknown answer at the bottom or at the top."""

    SCORE = "score"
    LOW = "low"
    HIGH = "high"

    def of(self, figure: Figure) -> float | None:
        """That value, 0…100; None where there is none."""
        return {End.SCORE: figure.score, End.LOW: figure.low, End.HIGH: figure.high}[self]

    def people(self, figure: Figure) -> int:
        """How many people stand behind that value."""
        return figure.n if self is End.SCORE else figure.members


class People(Protocol):
    """Some of those who take part."""

    @property
    def respondents(self) -> int:
        """How many they are."""

    @property
    def items(self) -> Mapping[str, ItemFigure]:
        """The cells of each asked item."""

    def figure(self, items: Items, *, total: bool) -> Figure:
        """Their figure over these items (one of `Asked.figures`); a total needs enough of them to have a score."""

    def spread(self, gate: Gate, weakest: Items, end: End) -> bool:
        """Whether a third of at least five passes a gate while a third fails it. weakest: the part that decides."""


class Crowd(Protocol):
    """All people of one answer set, by their role (or side) id; None: without a readable one."""

    @property
    def unanswered(self) -> int:
        """How many don't take part."""

    @property
    def straight_lining(self) -> int:
        """How many gave at least 90 % of ten or more answers the same raw value."""

    @property
    def roles(self) -> Collection[str | None]:
        """The roles that somebody who takes part has."""

    def people(self, roles: Collection[str | None]) -> People:
        """Those who take part and have one of these roles."""


def a_third_each(count: int, passing: int, failing: int) -> bool:
    """Whether at least five are counted, of whom a third passes and a third fails (scoring §4)."""
    return count >= _ENOUGH_TO_SPREAD and 3 * passing >= count and 3 * failing >= count


_ENOUGH_TO_SPREAD = 5
