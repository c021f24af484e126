"""`Picture`: the report of the session so far, scored when somebody looks, and what the room may see of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from samskab_cli.loading.sessions import answers_of
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import Session

if TYPE_CHECKING:
    from samskab_cli.reporting.document import Document
    from samskab_cli.reporting.report_view import DimensionView, ItemView, ReportView, SideFigureView, SideView

LARGE_GAP = 25.0
"""Points from which sides are far apart: one step of a scale of five."""


@dataclass(frozen=True)
class Picture:
    """A report of the session as it stands, and what the workshop shows of it by itself."""

    document: Document
    """As a file would have it."""
    in_the_room: ReportView
    """As the room agreed to see its sides, here only."""
    gaps: dict[str, float | None]
    """Dimension id → gap between its sides, in points."""
    scores: dict[str, float | None]
    """Item id → score 0…100."""
    tensions: dict[str, float]
    """Item id → tension 0…1, of those that have one."""

    @property
    def view(self) -> ReportView:
        """The figures of the report, as a file would have them."""
        return self.document.figures

    def dimension(self, dimension: str) -> DimensionView:
        """One dimension."""
        return next(one for one in self.view.dimensions if one.id == dimension)

    def dimension_in_the_room(self, dimension: str) -> DimensionView:
        """One dimension, with its sides as the room may see them."""
        return next(one for one in self.in_the_room.dimensions if one.id == dimension)

    def item(self, item: str) -> ItemView:
        """One item."""
        return next(one for one in self.view.items if one.id == item)

    def is_shown(self, item: str) -> bool:
        """Whether the answers of all to an item may be shown."""
        return any(one.id == item for one in self.view.items)

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of the three items to talk about first; of one answer of all, those that move the result most."""
        discussed = tuple(one.item.id for one in self.view.discuss[:3])
        return discussed or tuple(move.id for move in self.view.moves[:3])

    def sides_of(self, item: str) -> list[SideView]:
        """The sides whose answers to an item may be seen in the room."""
        return [one.side for one in self._sides_in_the_room(item) if one.figure and one.figure.kind != "withheld"]

    def sides_apart(self, item: str) -> list[SideFigureView]:
        """The sides that have a figure on an item, as the room may see them."""
        return [one for one in self._sides_in_the_room(item) if one.figure and one.figure.kind == "number"]

    def _sides_in_the_room(self, item: str) -> tuple[SideFigureView, ...]:
        """None of an item that too few people were asked."""
        return next((one.sides for one in self.in_the_room.items if one.id == item), ())

    def gap_in_the_room(self, item: str) -> str:
        """The gap between the sides of an item, as the room may see them."""
        return next((one.gap for one in self.in_the_room.items if one.id == item), "")

    def is_large(self, dimension: str) -> bool:
        """Whether the sides are far apart on a dimension."""
        gap = self.gaps.get(dimension)
        return gap is not None and gap >= LARGE_GAP


def picture(session: Session, question_set: QuestionSet, path: Path, language: str, *, whole: bool = False) -> Picture:
    """The session as it stands; language: of the words. whole: with what changed since the previous meeting."""
    from samskab_cli.disclosure.comparison import since_previous  # as below
    from samskab_cli.disclosure.result import score  # as above
    from samskab_cli.reporting.report_document import report_document  # the first question doesn't wait for scoring

    answers = answers_of(session, question_set, path)
    result = score(question_set, answers)
    since = since_previous(question_set, answers) if whole else None
    document = report_document(result, question_set, language, since=since)
    only_here = session.sides is not None and session.sides.choice == "room"
    return Picture(
        document=document,
        in_the_room=(
            report_document(score(question_set, answers, 1), question_set, language) if only_here else document
        ).figures,
        gaps={one.id: one.gap for one in result.dimensions},
        tensions={one.item: one.tension for one in result.talk.discuss_first},
        scores={one.id: one.score if isinstance(one.score, float) else None for one in result.items},
    )
