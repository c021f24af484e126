"""What changed between results of one question set. Its JSON is `samskab.comparison/2`; keys are only ever added."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Mode
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Points, Shown, Withheld
from samskab_cli.model.result import ContextShown, QuestionSetRef
from samskab_cli.model.suppression import SideLevel


class _Shown(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Count = Annotated[int, Field(ge=0)]
Change = float | Withheld | None
"""Last minus first, −100…100; withheld where either is, null where either has none."""


class NoComparison(StrEnum):
    """Why answer sets can't be compared."""

    OTHER_SET = "other_set"
    NOTHING_IN_COMMON = "nothing_in_common"
    """No item was asked every time, of enough people."""
    FEW_DIFFER = "few_differ"
    """They share people and differ by a few, whose answers subtracting would say."""


class NotCompared(StrEnum):
    """Why a group's change isn't shown."""

    MIN_GROUP = "min_group"
    """Fewer people than the smallest group that is shown, at one of the times."""
    PROTECTS_ANOTHER = "protects_another"
    """It is large enough itself, but a smaller group, or a few who differ, could be computed from it."""
    FEW_DIFFER = "few_differ"
    """Its answers of two times share people and differ by a few."""
    ABSENT = "absent"
    """It didn't answer every time."""


class ComparisonRefused(AnswersRefused):
    """Answer sets that can't be compared, and why."""

    def __init__(self, reason: NoComparison, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class MadeOf(StrEnum):
    """What is known of the answers of a time. Only rows can be searched for people who are in another time too."""

    ROWS = "rows"
    """One by one."""
    VOTES = "votes"
    """As counts a role."""
    RESULT = "result"
    """As a result that was published: its tables are all there is."""


class Time(_Shown):
    """One of the results, in the order they were named."""

    name: str
    """Of the file, or the value of the column of rounds."""
    made_of: MadeOf
    question_set: QuestionSetRef
    context: ContextShown
    mode: Mode
    finished: bool
    respondents: Count
    min_group: Annotated[int, Field(ge=1)]


class LeftOut(_Shown):
    """An item that wasn't asked every time, and so isn't compared."""

    item: str
    asked: tuple[Count, ...]
    """The times it was asked, counted from 1."""


class VerdictChange(_Shown):
    """The verdict each time, over the items that are compared."""

    levels: tuple[Level | Withheld, ...]
    ranges: tuple[tuple[Level, Level] | Withheld, ...]


class SideChange(_Shown):
    """A side's figure each time."""

    id: str
    scores: tuple[Points | None, ...]
    change: float | None


class FigureChange(_Shown):
    """A figure each time."""

    id: str
    scores: tuple[Shown, ...]
    n: tuple[Count | Withheld | None, ...]
    """Answers behind each score; of several items the smallest number. Null where that isn't counted."""
    change: Change
    sides: tuple[SideChange, ...]
    """The sides that every result shows, at the coarser of their levels."""


class FewAnswers(StrEnum):
    """Whether a few other answers could have given the change, had other people of the same kind been asked."""

    SMALLER = "smaller"
    """It is smaller than two standard errors of the difference (docs/scoring.md §6)."""
    LARGER = "larger"
    TOO_FEW = "too_few"
    """Fewer than five people took part at one of the times: it can't be said."""


class DimensionChange(FigureChange):
    """A dimension each time."""

    few_answers: FewAnswers | None
    """Null where there is no change to speak of."""


class GateChange(FigureChange):
    """A gate each time."""

    states: tuple[GateState | Withheld, ...]


class Comparison(_Shown):
    """What changed, from the first to the last."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, serialize_by_alias=True)

    schema_id: Annotated[Literal["samskab.comparison/2"], Field(alias="schema")] = "samskab.comparison/2"
    generated_by: str
    times: tuple[Time, ...]
    side_level: SideLevel
    """How finely sides are told apart: as coarsely as the coarsest of the results."""
    left_out: tuple[LeftOut, ...]
    verdict: VerdictChange | None
    """Null where the set has none at one of the times."""
    overall: FigureChange
    gates: tuple[GateChange, ...]
    dimensions: tuple[DimensionChange, ...]
    items: tuple[FigureChange, ...]
    moved_most: tuple[str, ...]
    """Items by the size of their change, largest first; those that didn't change aren't in it."""
