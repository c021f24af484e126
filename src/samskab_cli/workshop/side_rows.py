"""The answers to one item as rows of counts, a row a side that may be shown: what every picture of it is drawn from.

Which sides these are is the report's own decision (`Picture.sides_of`), so that no picture shows what it withholds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from samskab_cli.model.answers import Mode, Votes
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import Session
from samskab_cli.workshop.interim_report import Picture


@dataclass(frozen=True)
class SideRow:
    """One side's answers; `mark` is the place of its sign, None for everybody together."""

    label: str
    mark: int | None
    counts: tuple[int, ...]
    """Answers a value, lowest first."""
    unsure: int
    not_relevant: int
    is_before: bool = False
    """Whether they were given at the previous meeting."""

    @property
    def total(self) -> int:
        """Answers of any kind."""
        return sum(self.counts) + self.unsure + self.not_relevant

    @property
    def mean(self) -> float | None:
        """The mean place on the scale, from 0; None where nobody answered with a value."""
        answered = sum(self.counts)
        return sum(place * count for place, count in enumerate(self.counts)) / answered if answered else None


def side_rows(
    picture: Picture, session: Session, question_set: QuestionSet, item: str, everybody: str
) -> list[SideRow]:
    """The sides that may be shown, in the set's order, then everybody."""
    cells, values = _cells(session, question_set, item), question_set.scale.values
    rows = [
        _together(
            side.label,
            side.mark,
            [one for role, one in cells.items() if _stands_in(role, side.id, question_set)],
            values,
        )
        for side in picture.sides_of(item)
    ]
    shown = [row for row in rows if row.total]
    return [*(shown if len(shown) > 1 else []), _together(everybody, None, list(cells.values()), values)]


def _together(label: str, mark: int | None, cells: list[Votes], values: tuple[int, ...]) -> SideRow:
    counts = tuple(sum(one.counts[place] for one in cells) for place in range(len(values)))
    return SideRow(label, mark, counts, sum(one.unsure for one in cells), sum(one.not_relevant for one in cells))


def _stands_in(role: str | None, side: str, question_set: QuestionSet) -> bool:
    fine = question_set.side_of.get(role, role) if role else None
    return side in {fine, question_set.coarse_of.get(fine or "")}


def _cells(session: Session, question_set: QuestionSet, item: str) -> Mapping[str | None, Votes]:
    """Role → its answers to the item, counted."""
    if session.header.mode is Mode.VOTES:
        return dict(session.votes.get(item, {}).items())
    values = question_set.scale.values
    by_role: dict[str | None, Counter[int | str]] = {}
    for respondent, answers in session.answers.items():
        if item in answers:
            by_role.setdefault(session.roles.get(respondent or ""), Counter())[answers[item]] += 1
    return {
        role: Votes(
            counts=tuple(count[value] for value in values),
            unsure=count["unsure"],
            not_relevant=count["not_relevant"],
            present=count.total(),
        )
        for role, count in by_role.items()
    }
