"""How long a workshop takes: what the facilitator's guide plans with, so that screen and guide say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.session_lines import SessionMode

_SECONDS_AN_ITEM: Final = {Mode.VOTES: 120, Mode.CONSENSUS: 120, Mode.INDIVIDUAL: 20}
"""Reading aloud, answering, and hearing the highest and the lowest."""
_AROUND: Final = 40
"""Minutes for welcome and matter, three topics, result, next steps."""
_BREAK: Final = 15
"""Minutes, where more items are asked than people sit through."""
_ITEMS_WITHOUT_BREAK: Final = 20


@dataclass(frozen=True)
class Duration:
    """Minutes, as round as such estimates are."""

    answering: int
    """In `individual`: of one person."""
    talking: int
    """Before and after the answers."""

    @property
    def whole(self) -> int:
        """To the nearest quarter of an hour."""
        return round((self.answering + self.talking) / 15) * 15

    @classmethod
    def of(cls, mode: SessionMode, items: int) -> Duration:
        """The duration of a workshop with so many items.

        >>> Duration.of(Mode.VOTES, 11).whole, Duration.of(Mode.VOTES, 29).whole
        (60, 120)
        """
        minutes = items * _SECONDS_AN_ITEM[mode] / 60
        return cls(max(5, round(minutes / 5) * 5), _AROUND + (_BREAK if items > _ITEMS_WITHOUT_BREAK else 0))
