"""What may be shown of one answer set: `Result`, which every output formats. Its JSON is `samskab.result/2`.

Keys are only ever added.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from samskab_cli.model.answers import Mode
from samskab_cli.model.answers_shown import AnswersShown, RoomShown
from samskab_cli.model.figures_shown import DimensionShown, GateShown, IndicatorShown, ItemShown, OverallShown
from samskab_cli.model.published import Published
from samskab_cli.model.rules_shown import RulesShown
from samskab_cli.model.verdict_shown import VerdictShown, WithoutVerdictShown


class QuestionSetRef(Published):
    """Which question set was asked."""

    id: str
    version: str
    sha256: str


class ContextShown(Published):
    """What the answers are about."""

    matter: str | None
    municipality: str | None
    date: dt.date | None
    language: str
    where: str | None = None
    """`column=value` where only these rows of the files were counted: all of them minus these are a group too."""


class Provisional(Published):
    """The result isn't about the whole set."""

    reason: Literal["quick", "missing_items", "few_asked"]
    """`few_asked`: all was asked, but an item of too few people to be shown."""
    items_not_asked: tuple[str, ...]
    """Ids of items that nobody was asked, or that are left out."""


class Result(Published):
    """One answer set, as it may be shown."""

    model_config = ConfigDict(serialize_by_alias=True)

    schema_id: Annotated[Literal["samskab.result/2"], Field(alias="schema")] = "samskab.result/2"
    generated_by: str
    """Program and version."""
    question_set: QuestionSetRef
    context: ContextShown
    mode: Mode
    finished: bool
    """False for a session that is still going on."""
    provisional: Provisional | None
    """Null where the set was asked whole."""
    answers: AnswersShown
    rules: RulesShown
    min_group: Annotated[int, Field(ge=1)]
    """Groups of fewer people are withheld."""
    verdict: VerdictShown | None
    """Null where the set has none."""
    without_verdict: WithoutVerdictShown | None
    """What to talk about and what moves most, where there is no verdict that has them."""
    overall: OverallShown
    dimensions: tuple[DimensionShown, ...]
    gates: tuple[GateShown, ...]
    items: tuple[ItemShown, ...]
    """Empty where too few people take part."""
    indicators: tuple[IndicatorShown, ...]
    room: RoomShown | None
    """Null where the answers are no session."""

    @property
    def talk(self) -> VerdictShown | WithoutVerdictShown:
        """What to talk about and what moves most, with a verdict or without."""
        talk = self.verdict or self.without_verdict
        if talk is None:
            raise ValueError("a result has a verdict, or what stands in its place")
        return talk
