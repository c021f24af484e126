"""A question set: the statements asked about one matter, and how their answers are judged."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

ItemId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{1,7}$")]
"""Survives the column names of every survey system."""
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]

ITEM_IDS_RESERVED = frozenset(
    ("respondent", "role", "rolle", "overall", "verdict", "answered", "unsure", "invalid", "blank")
)
"""Names of columns in our own files."""
NAMES_RESERVED = ITEM_IDS_RESERVED | {"not_relevant", "n"}
"""Names of columns in our own files that only a dimension or a gate could carry."""
ITEM_ID_ENDINGS_RESERVED = ("_low", "_high", "_state")


class _Content(BaseModel):
    """Foreign content: frozen, strict (`no` is no text, `1.0` no whole number), unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


_MANY = Field(strict=False)  # a YAML list becomes a tuple; its elements stay strict


class Level(StrEnum):
    """A verdict, worst to best; `undecided` stands apart."""

    NOT_NOW = "not_now"
    PREPARE = "prepare"
    ATTENTION = "attention"
    READY = "ready"
    UNDECIDED = "undecided"

    @property
    def rank(self) -> int:
        """0 (`not_now`) … 3 (`ready`); `undecided` has none."""
        return LEVELS.index(self)


LEVELS = (Level.NOT_NOW, Level.PREPARE, Level.ATTENTION, Level.READY)


class GateState(StrEnum):
    """What a knock-out condition says."""

    PASSED = "passed"
    UNDECIDED = "undecided"
    FAILED = "failed"
    CONTESTED = "contested"


class LocalText(RootModel[str | dict[Language, str]]):
    """A text that participants read: one string, or one a language."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    def text(self, language: str) -> str:
        """The text in a language of the set; a loaded set has every text in each of its languages."""
        return self.root if isinstance(self.root, str) else self.root[language]

    @property
    def all(self) -> tuple[str, ...]:
        """The text in every language it has."""
        return (self.root,) if isinstance(self.root, str) else tuple(self.root.values())


class ResponseOption(_Content):
    """One value of the response scale."""

    value: Annotated[int, Field(ge=0, le=99)]
    """What is typed, and what answer files hold; the lowest answer has the lowest value."""
    label: LocalText
    """The answer as it is read: one line."""
    aliases: Annotated[tuple[str, ...], _MANY] = ()
    """Other labels that mean this value in answer files."""


class OtherOption(_Content):
    """An answer outside the scale: "ved ikke" or "ikke relevant"."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{0,7}$")]
    """What stands for it in answer files, as `dk`."""
    label: LocalText
    """The answer as it is read: one line."""
    aliases: Annotated[tuple[str, ...], _MANY] = ()
    """Other labels that mean it in answer files."""


class ResponseScale(_Content):
    """What can be answered; the same for every item of a set."""

    stem: LocalText | None = None
    """Read before every item."""
    options: Annotated[tuple[ResponseOption, ...], _MANY, Field(min_length=2, max_length=10)]
    """Lowest first, whole numbers rising by one."""
    unsure: OtherOption
    """Somebody can't know: outside the score, counted, and part of the verdict's range."""
    not_relevant: OtherOption
    """The item doesn't apply to somebody: outside the score and its range."""

    @cached_property
    def values(self) -> tuple[int, ...]:
        """The raw values, lowest first."""
        return tuple(option.value for option in self.options)

    @property
    def minimum(self) -> int:
        """The lowest raw value."""
        return self.options[0].value

    @property
    def maximum(self) -> int:
        """The highest raw value."""
        return self.options[-1].value


class Side(_Content):
    """Roles that stand together when views are compared."""

    id: Name
    """What roles name it by: small letters, digits and _."""
    label: LocalText
    """What several people of it are called."""
    one: LocalText | None = None
    """What one person of it is called ("politiker"), since the label stands for several."""


class Role(_Content):
    """What somebody is in the matter."""

    id: Name
    """What answer files and `--roles` name it by: small letters, digits and _."""
    label: LocalText
    """What somebody of it is called."""
    side: Name | None = None
    """Without one, the role is a side of its own."""
    aliases: Annotated[tuple[str, ...], _MANY] = ()
    """Other words for it in answer files."""


class Advice(_Content):
    """What to do about a low item."""

    what: LocalText
    """What to do."""
    who: LocalText
    """Who does it."""
    days: Annotated[int, Field(ge=1, le=3650)]
    """How many days it may take."""


class Item(_Content):
    """One statement about the matter, answered on the set's response scale."""

    id: ItemId
    """2 to 8 small letters and digits, a letter first: the name of its column in answer files."""
    text: LocalText
    """The statement: one idea, at most 20 words, saying what is done rather than what isn't."""
    help: LocalText | None = None
    """Shown under the statement to whoever asks."""
    anchors: dict[int, LocalText] = {}
    """What an answer looks like in practice; keys are raw values, at least the lowest and the highest."""
    reverse: bool = False
    """Agreeing counts against readiness; scoring turns it round, never the author of the file."""
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    """How much it counts in its dimension and its parts of gates."""
    quick: bool = False
    """Part of the short version."""
    skip_roles: Annotated[tuple[Name, ...], _MANY] = ()
    """Roles it isn't asked of."""
    aliases: Annotated[tuple[str, ...], _MANY] = ()
    """Other column names in answer files."""
    source: str | None = None
    """Where the statement comes from."""
    advice: Advice | None = None
    """What to do when its score is low."""
    dilemma: LocalText | None = None
    """A question to talk about."""


class Dimension(_Content):
    """Items that answer one question together."""

    id: Name
    """The name of its file; its column in tables of scores."""
    title: LocalText
    """One line of at most 20 characters: it stands beside a bar."""
    question: LocalText | None = None
    """The one question that its items answer together."""
    items: Annotated[tuple[Item, ...], _MANY, Field(min_length=1)]
    """The statements, in the order they are asked."""


class Part(_Content):
    """Items of a gate or an indicator that are scored together."""

    id: Name
    """Unique in its gate or indicator."""
    title: LocalText
    """One line."""
    items: Annotated[tuple[ItemId, ...], _MANY, Field(min_length=1)]
    """Ids of items, of any dimension."""


class GateTexts(_Content):
    """What each state of a gate says to the room."""

    passed: LocalText
    """At `pass_at` or above, whatever the unknown answers would have been."""
    undecided: LocalText
    """Between the cut-offs, or too much is unknown."""
    failed: LocalText
    """Below `fail_below`: the verdict is "not now"."""
    contested: LocalText
    """The room is split: it can't pass, whatever its average."""


Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class Gate(_Content):
    """A knock-out condition: its weakest part decides."""

    id: Name
    """Its column in tables of scores."""
    title: LocalText
    """One line: the question it answers."""
    parts: Annotated[tuple[Part, ...], _MANY, Field(min_length=1)]
    """Scored one by one; the lowest is the gate's score."""
    pass_at: Points = 60.0
    """0 to 100: passed from here on."""
    fail_below: Points = 40.0
    """0 to 100: failed below; at most `pass_at`."""
    contested_gap: Points = 35.0
    """Points between two sides, on either side of the middle, that make it contested."""
    states: GateTexts
    """What each state says to the room."""

    @property
    def middle(self) -> float:
        """The middle of the two cut-offs, 0…100."""
        return (self.pass_at + self.fail_below) / 2


class IndicatorLevel(_Content):
    """What an indicator says from a score upwards."""

    at_least: Points
    """0 to 100; levels go from the highest down."""
    text: LocalText
    """What is said from this score on."""


class Indicator(_Content):
    """Parts side by side that inform and never decide."""

    id: Name
    """Unique among the indicators."""
    title: LocalText
    """One line."""
    parts: Annotated[tuple[Part, ...], _MANY, Field(min_length=1)]
    """Shown beside each other; the lowest is named."""
    levels: Annotated[tuple[IndicatorLevel, ...], _MANY] = ()
    """What is said at which score; without any, the parts speak for themselves."""


class LevelCutoffs(_Content):
    """What the lowest dimension and the overall must both reach."""

    dimension: Points
    """What the lowest dimension must reach, 0 to 100."""
    overall: Points
    """What the overall must reach, 0 to 100."""


class Cutoffs(_Content):
    """The cut-offs of the two upper levels."""

    ready: LevelCutoffs
    """At least those of `attention`."""
    attention: LevelCutoffs
    """What lies below is "prepare"."""


class LevelTexts(_Content):
    """What a level is called and says."""

    label: LocalText
    """One line: the verdict in large letters."""
    text: LocalText
    """What it means, and what to do now."""


class VerdictLevels(_Content):
    """The texts of the five levels."""

    not_now: LevelTexts
    """A gate has failed."""
    prepare: LevelTexts
    """Below the cut-offs of `attention`, or a gate hasn't passed."""
    attention: LevelTexts
    """At the cut-offs of `attention`, with every gate passed."""
    ready: LevelTexts
    """At the cut-offs of `ready`, with every gate passed."""
    undecided: LevelTexts
    """Too many answers are missing for a verdict."""

    def of(self, level: Level) -> LevelTexts:
        """The texts of one level."""
        texts: LevelTexts = getattr(self, level.value)
        return texts


class VerdictRules(_Content):
    """Cut-offs and texts of the verdict."""

    cutoffs: Cutoffs
    """What the two upper levels demand."""
    levels: VerdictLevels
    """What each level is called and says."""


class QuestionSet(_Content):
    """One whole question set, as loaded: dimensions are inline, every fault was refused before."""

    format: Annotated[int, Field(ge=1, le=1)]
    """The format of these files: 1."""
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    """The set's name: small letters, digits and -; stands in every result."""
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    """Three numbers, as 1.0.0; raised whenever a text or a rule changes."""
    languages: Annotated[tuple[Language, ...], _MANY, Field(min_length=1)]
    """The first is the default."""
    title: LocalText
    """One line: the question that the whole set answers."""
    about: LocalText
    """Shown before the first question."""
    caveat: LocalText
    """Stands on every report."""
    min_answered: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 0.6
    """Share of the applicable weight that must be answered for a score."""
    scale: ResponseScale
    """What can be answered, to every item alike."""
    sides: Annotated[tuple[Side, ...], _MANY] = ()
    """Roles that stand together when views are compared."""
    roles: Annotated[tuple[Role, ...], _MANY] = ()
    """What somebody can be in the matter."""
    dimensions: Annotated[tuple[Dimension, ...], _MANY, Field(min_length=1)]
    """In the order they are asked: names of files beside this one, or the dimensions themselves."""
    gates: Annotated[tuple[Gate, ...], _MANY] = ()
    """Knock-out conditions that nothing else makes up for."""
    indicators: Annotated[tuple[Indicator, ...], _MANY] = ()
    """Figures that inform and never decide."""
    verdict: VerdictRules
    """Cut-offs and texts of the five verdicts."""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in question order."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        """Item id → item, in question order."""
        return {item.id: item for item in self.items}

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """Item id → its dimension."""
        return {item.id: dimension for dimension in self.dimensions for item in dimension.items}

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        """Role id → role."""
        return {role.id: role for role in self.roles}

    @cached_property
    def side_of(self) -> dict[str, str]:
        """Role id or side id → side id; a role without a side is its own."""
        return {side.id: side.id for side in self.sides} | {role.id: role.side or role.id for role in self.roles}

    @cached_property
    def all_sides(self) -> tuple[Side, ...]:
        """The set's sides in order, then the roles that are a side of their own."""
        own = tuple(Side(id=role.id, label=role.label) for role in self.roles if role.side is None)
        return self.sides + own

    def items_asked(self, *, quick: bool, missing: frozenset[str] = frozenset()) -> tuple[Item, ...]:
        """The items asked when the quick version was asked, or columns were missing."""
        return tuple(item for item in self.items if (item.quick or not quick) and item.id not in missing)

    @cached_property
    def sha256(self) -> str:
        """Of the parsed content: comments, order of keys, file layout and spelt-out defaults don't change it."""
        content = json.dumps(
            self.model_dump(mode="json", exclude_defaults=True),
            sort_keys=True,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        return hashlib.sha256(content.encode("utf-8")).hexdigest()
