"""Bars of one item's answers for phones and projector, with sides where enough people are behind them.

`Picture` says what may be shown, and to whom; nothing here looks past it. Sides stand on the wall only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from samskab_cli.model.question_set import Item
from samskab_cli.model.rules import FEW
from samskab_cli.model.small_sides import min_group_of
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.side_rows import SideRow

_MOST_MARKS: Final = 20
"""Marks that fit on a bar; where an answer has more, each side has one mark and a number."""


@dataclass(frozen=True)
class Mark:
    """A side's answers on a bar."""

    shape: int
    label: str
    count: int


@dataclass(frozen=True)
class Bar:
    """One answer."""

    label: str
    count: int
    share: float
    """Of the most frequent answer, 0…100."""
    marks: tuple[Mark, ...]
    is_value: bool
    """False for `ved ikke` and `ikke relevant`: they stand apart."""


@dataclass(frozen=True)
class Chart:
    """The distribution of one item, highest answer first; without bars where it may not be shown."""

    bars: tuple[Bar, ...] = ()
    sides: tuple[tuple[int, str], ...] = ()
    """Shape and label of each side that is shown."""
    note: str = ""
    """Why sides aren't shown; empty where they are, or where there are none."""
    counts_marks: bool = False
    """Whether a mark stands for a number of people that is written beside it."""


def fewest(interview: Interview) -> int:
    """Answers below which a distribution isn't shown; five where the room wasn't asked, or others are here since."""
    session = interview.session
    if session.sides is not None and session.sides.choice == "room" and not interview.sides.is_undecided:
        return 1
    return min_group_of(session, interview.question_set) or FEW


def chart_of(facilitator: Facilitator, picture: Picture, item: Item) -> Chart:
    """The answers to an item. `picture`: what may be shown."""
    *sides, everybody = facilitator.captions.rows(picture, item)
    is_shown = any(one.id == item.id for one in picture.in_the_room.items)
    if not is_shown or everybody.total < fewest(facilitator.interview):
        return Chart()
    bars = tuple(_bars(facilitator, sides, everybody))
    return Chart(
        bars=bars,
        sides=tuple((row.mark, row.label) for row in sides if row.mark is not None),
        note="" if sides else _why_no_sides(facilitator),
        counts_marks=any(bar.count > _MOST_MARKS for bar in bars),
    )


def chart_of_all(facilitator: Facilitator, answers: Collection[Card]) -> Chart:
    """Answers of nobody in particular: of a trial."""
    values = facilitator.interview.question_set.scale.values
    count = Counter(answers)
    row = SideRow("", None, tuple(count[value] for value in values), count["unsure"], count["not_relevant"])
    is_shown = row.total >= fewest(facilitator.interview)
    return Chart(bars=tuple(_bars(facilitator, [], row))) if is_shown else Chart()


def _bars(facilitator: Facilitator, sides: list[SideRow], everybody: SideRow) -> Iterator[Bar]:
    scale, label = facilitator.interview.question_set.scale, facilitator.captions.label
    most = max(*everybody.counts, everybody.unsure, everybody.not_relevant, 1)

    def bar(name: str, count: int, of: list[int], *, is_value: bool) -> Bar:
        marks = (Mark(row.mark, row.label, n) for row, n in zip(sides, of, strict=True) if n and row.mark is not None)
        return Bar(name, count, 100 * count / most, tuple(marks), is_value)

    for place, value in reversed(list(enumerate(scale.values))):
        yield bar(label(value), everybody.counts[place], [row.counts[place] for row in sides], is_value=True)
    yield bar(label("unsure"), everybody.unsure, [row.unsure for row in sides], is_value=False)
    if everybody.not_relevant:
        yield bar(label("not_relevant"), everybody.not_relevant, [row.not_relevant for row in sides], is_value=False)


def _why_no_sides(facilitator: Facilitator) -> str:
    interview, texts = facilitator.interview, facilitator.words.elsewhere.page
    side_of = interview.question_set.side_of
    here = {side_of.get(role, role) for role in interview.items_by_role.roles_here}
    if len(here) < 2:
        return ""
    return texts.no_sides if interview.sides.small else texts.no_sides_here
