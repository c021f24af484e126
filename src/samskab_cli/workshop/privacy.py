"""`Sides` of fewer than five: what the room may choose (show, room, merge, withhold), and the smallest group then.

In a room of one politician and eleven others, figures of sides are that politician's answers. So the room is asked,
once, before anything is shown, and again when other people sit there; what it says is a line of its session.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from samskab_cli.model.answers import SidesChoice
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import FEW
from samskab_cli.model.session import Session
from samskab_cli.model.small_sides import people_of_sides, small_sides

KEYS: Final[dict[str, SidesChoice]] = {"v": "show", "r": "room", "s": "merge", "5": "withhold"}
"""What the room presses for each choice, in the order they are offered."""


@dataclass(frozen=True)
class Sides:
    """How many people the sides of a session are; once all have answered, also where nobody said who is present."""

    session: Session
    question_set: QuestionSet
    all_have_answered: bool = False

    @property
    def is_undecided(self) -> bool:
        """Whether the room has to be asked: a side is small, and nothing was decided for these numbers."""
        if self.session.header.min_group is not None:  # decided before the first question
            return False
        decided = self.session.sides
        return bool(self.small) and (decided is None or dict(decided.small) != self.small)

    @property
    def small(self) -> dict[str, int]:
        """Side → people, of those with one to four; the whole room as `EVERYBODY` where it is no larger."""
        return small_sides(self._people, self.question_set)

    @property
    def choices(self) -> dict[str, SidesChoice]:
        """Key → choice; putting sides together is one only where it makes the smallest one larger."""
        merged = self._merged
        smallest = min((n for side, n in self._people.items() if side is not None), default=0)
        helps = len(merged) > 1 and min(merged.values()) > smallest
        return {key: choice for key, choice in KEYS.items() if choice != "merge" or helps}

    def min_group(self, choice: SidesChoice) -> int:
        """The smallest group that files show after a choice. Sides put together are shown as small as they are then."""
        if choice == "show":
            return 1
        return min(FEW, *self._merged.values()) if choice == "merge" else FEW

    @property
    def _merged(self) -> dict[str, int]:
        """Coarse side → people; empty where the set has none."""
        merged: Counter[str] = Counter()
        for side, count in self._people.items():
            if side in self.question_set.coarse_of:
                merged[self.question_set.coarse_of[side]] += count
        return dict(merged)

    @property
    def _people(self) -> Counter[str | None]:
        """Side (None: of none) → people: those said to be present, else those who have had a turn."""
        knows = self.all_have_answered or any(self.session.present.values())
        return people_of_sides(self.session, self.question_set) if knows else Counter()
