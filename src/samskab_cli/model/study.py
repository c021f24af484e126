"""What can be said of the questions themselves. Its JSON is `samskab.study/1`; keys are only ever added.

Correlations and what follows of them are rounded here, in the result: with all their digits one of them and the answers
of all others would say what one person answered.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

from samskab_cli.model.answers import Mode
from samskab_cli.model.published import Points
from samskab_cli.model.result import ContextShown, QuestionSetRef


class _Shown(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class FindingKind(StrEnum):
    """What can be wrong with an item, a dimension or a file. `docs/study.md` has a paragraph for each."""

    OPPOSITE = "opposite"
    NEVER = "never"
    UNSURE = "unsure"
    NOISE = "noise"
    MISREAD = "misread"
    WEAK = "weak"
    BLANK = "blank"
    LOOSE = "loose"
    ELSEWHERE = "elsewhere"
    SAME = "same"
    MERGED = "merged"
    DISORDER = "disorder"
    ENDS = "ends"
    PARTLY_NOISE = "partly_noise"
    ONE_ROOM = "one_room"

    @property
    def rank(self) -> int:
        """1 (figures may be wrong) … 7 (can't be told): for sorting, and for `--fail-on`."""
        return _RANKS[self]


_RANKS = {
    FindingKind.OPPOSITE: 1,
    FindingKind.NEVER: 1,
    FindingKind.UNSURE: 2,
    FindingKind.NOISE: 3,
    FindingKind.MISREAD: 3,
    FindingKind.WEAK: 4,
    FindingKind.BLANK: 4,
    FindingKind.LOOSE: 4,
    FindingKind.ELSEWHERE: 5,
    FindingKind.SAME: 5,
    FindingKind.MERGED: 5,
    FindingKind.DISORDER: 5,
    FindingKind.ENDS: 6,
    FindingKind.PARTLY_NOISE: 6,
    FindingKind.ONE_ROOM: 7,
}


class Unlooked(StrEnum):
    """What couldn't be looked at, and why."""

    FEW_PEOPLE = "few_people"
    """Fewer than 30 people: nothing of how items go together."""
    FEW_ANSWERS = "few_answers"
    """Items that fewer than 30 people answered, alone or together with another of their dimension."""
    TWO_ITEMS = "two_items"
    """Dimensions of one or two items: which one doesn't belong can't be told."""
    APART = "apart"
    """Dimensions whose items don't go together at all here: an item can't be judged by the others."""
    NO_GROUPS = "no_groups"
    """`--by` names no column: whether groups can be told apart isn't known."""
    FEW_GROUPS = "few_groups"
    """Fewer than ten groups may be shown."""
    UNCERTAIN_GROUPS = "uncertain_groups"
    """Dimensions whose ICC(2) is below 0.70, yet not surely: whether groups can be told apart isn't known."""
    FEW_VALUES = "few_values"
    """Fewer than 500 answers: whether an end of the scale is used isn't judged."""
    UNDER_HUNDRED = "under_hundred"
    """Fewer than 100 people: nothing of misreading, of the order of options, and no omega."""
    NO_SIDES = "no_sides"
    """Beside groups no sides are shown: whether one of them can't answer an item isn't known."""
    LEFT_OUT = "left_out"
    """Items of too few people to be shown."""


class Estimate(_Shown):
    """A figure with its 95 % interval."""

    value: float
    low: float | None
    """Null where it can't be said how far the figure would move."""
    high: float | None


class OtherDimension(_Shown):
    """The dimension that an item goes with best besides its own."""

    dimension: str
    r: float


class ItemStudy(_Shown):
    """An item; shares are of the people it applies to who came to it."""

    id: str
    dimension: str
    n: Count
    """Answers on the scale."""
    unsure: Share | None
    unsure_by_side: dict[str, Share | None]
    """Shown sides."""
    blank: Share | None
    mean: Points | None
    """Keyed, 0…100."""
    sd: float | None
    """In steps of the scale."""
    end: Share | None
    """Of the answers, those on the fuller end of the scale."""
    rest: Estimate | None
    """Correlation with the rest of its dimension, without items that run against it."""
    other: OtherDimension | None
    backwards: Estimate | None
    """Of a reversed item: as if this share of people read it backwards."""
    alpha_without: float | None
    """Alpha of the dimension without the item."""


class DimensionStudy(_Shown):
    """A dimension."""

    id: str
    items: Count
    n: Count
    """The fewest answers to one of its items."""
    alpha: Estimate | None
    omega: float | None
    mean_r: float | None
    """Mean correlation among its items."""
    error: float | None
    """Standard error of one person's score, in points of 100."""
    icc1: float | None
    icc2: Estimate | None
    """Of the differences between groups, the part that is more than chance."""
    needed: int | None
    """Answers a group that would do for an ICC(2) of 0.70; null where no number would."""
    rwg: float | None
    """Agreement within a group, rwg(J): the median of the groups."""


class DimensionPair(_Shown):
    """Two dimensions."""

    dimensions: tuple[str, str]
    htmt: Estimate | None
    """Near 1: they measure the same."""


class GroupsStudied(_Shown):
    """The groups of `--by`."""

    column: str
    shown: Count
    withheld: Count
    people: Count
    """Of the shown groups."""


class Finding(_Shown):
    """Something that is beyond its threshold with its whole 99 % interval."""

    kind: FindingKind
    items: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    side: str | None = None
    options: tuple[int, ...] = ()
    """Raw values: an end that is never used or used most; two options whose order doesn't hold."""
    value: float | None = None
    low: float | None = None
    """Of the 99 % interval, as rounded as the value (99.9 % of `disorder`)."""
    high: float | None = None
    threshold: float | None = None
    n: Count
    """People or answers behind it."""
    needed: int | None = None
    """Answers a group that would do, where groups can't be told apart; null where no number would."""

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def rank(self) -> Annotated[int, Field(ge=1, le=7)]:
        """1 (figures may be wrong) … 7 (can't be told): for sorting."""
        return self.kind.rank


class NotLookedAt(_Shown):
    """Something that couldn't be looked at."""

    reason: Unlooked
    items: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    n: Count | None = None
    """How many there are, of what there are too few of."""


class Study(_Shown):
    """What the answers say of the questions."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, serialize_by_alias=True)

    schema_id: Annotated[Literal["samskab.study/1"], Field(alias="schema")] = "samskab.study/1"
    generated_by: str
    question_set: QuestionSetRef
    context: ContextShown
    mode: Mode
    respondents: Count
    min_group: Annotated[int, Field(ge=1)]
    groups: GroupsStudied | None
    findings: tuple[Finding, ...]
    """The weightiest first."""
    not_looked_at: tuple[NotLookedAt, ...]
    dimensions: tuple[DimensionStudy, ...]
    items: tuple[ItemStudy, ...]
    pairs: tuple[DimensionPair, ...]
