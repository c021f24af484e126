"""Parts of a `Result`: people by side, states of cells, surplus cards, doubts, what the room noted and agreed."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, model_serializer

from samskab_cli.model.answers import Action, Followed, Note, Rejected, SidesChoice
from samskab_cli.model.doubts import DoubtKind
from samskab_cli.model.published import Count, Published
from samskab_cli.model.suppression import Reason, SideLevel


class SidePeople(Published):
    """How many of a side took part."""

    id: str
    n: Count | None = None
    withheld: Reason | None = None

    @model_serializer
    def _one_of(self) -> dict[str, object]:
        """`n` or `withheld`, never both."""
        return {"id": self.id, "n": self.n} if self.withheld is None else {"id": self.id, "withheld": self.withheld}


class Cells(Published):
    """Cells of those who take part, over the asked items."""

    value: Count
    unsure: Count
    not_relevant: Count
    not_asked: Count
    not_reached: Count
    blank: Count
    invalid: Count


class SurplusShown(Published):
    """More cards than people: they count as people of that item, and of no other."""

    item: str
    role: str
    cards: Count
    people: Count
    """Present when the item was last answered."""


class DoubtShown(Published):
    """Something in the files that may have been meant otherwise than it was read."""

    kind: DoubtKind
    count: Count
    """How many cells, rows or columns it is about."""
    where: str
    """File, line, column, as far as it has a place."""
    text: str
    """A sentence in English; no cell is quoted that somebody wrote."""


class AnswersShown(Published):
    """Who answered, and how much."""

    respondents: Count
    """Who take part: with at least one value, unsure or not relevant; of votes the largest number at one item."""
    unanswered: Count
    """Rows, or people of a session, without any answer; never scored."""
    incomplete: Count
    """Rows that the survey system marks as not finished."""
    straight_lining: Count | None
    """Respondents with the same value on at least 90 % of ten or more items; never removed. Null for fewer than
    `min_group`."""
    coverage: Annotated[float, Field(ge=0, le=1)] | None
    """Value cells / applicable cells of those who take part; 0 to 1. Null where too few people take part."""
    side_level: SideLevel
    """How finely sides are told apart."""
    sides: tuple[SidePeople, ...]
    """How many took part from each side of that level; which of them are withheld."""
    sides_choice: SidesChoice | None = None
    """What the room of a session decided about its small sides; null where it wasn't asked."""
    phones: bool = Field(default=False, exclude_if=lambda phones: not phones)
    """Whether votes were given on phones, with cards beside them; the key stands only where they were."""
    missing_sides: tuple[str, ...]
    """Sides of the set that nobody came from."""
    without_role: Count
    """Respondents whose role couldn't be read, or wasn't asked."""
    items_left_out: tuple[str, ...]
    """Items that fewer than `min_group` people were asked: left out of everything, as if they hadn't been asked."""
    items_without_sides: tuple[str, ...]
    """Items of which no side is shown, since those who aren't in a shown side nearly all answered alike."""
    surplus: tuple[SurplusShown, ...]
    """Counted votes of more people than were there."""
    cells: Cells | None
    """Null where too few people take part."""
    rejected: Rejected
    """Every cell of the files that couldn't be read."""
    doubts: tuple[DoubtShown, ...] = ()
    """What may have been meant otherwise than it was read."""


class RoomShown(Published):
    """What a session left besides its answers."""

    notes: tuple[Note, ...]
    evidence: tuple[Note, ...]
    dilemmas: tuple[Note, ...]
    actions: tuple[Action, ...]
    followed: tuple[Followed, ...] = ()
    """Steps of the previous meeting, and what became of them."""
    next_date: dt.date | None
    """When the room meets again."""
    highs: Count
    """Items with a score of 75 or more."""
    highs_with_evidence: Count
    """Those of them with an example behind them."""
