"""A question set: the statements asked about one issue, and how their answers are judged."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from samskab_cli.model.content import MANY, Content, ItemId, Language, LocalText, Name
from samskab_cli.model.judging import Cutoffs, Gate, Indicator, VerdictRules
from samskab_cli.model.rules import ROLE_HEADINGS
from samskab_cli.model.statement_source import AnySource

ITEM_IDS_RESERVED = frozenset(
    ("respondent", *ROLE_HEADINGS, "overall", "verdict", "answered", "unsure", "invalid", "blank")
)
"""Names of columns in our own files."""
NAMES_RESERVED = ITEM_IDS_RESERVED | {"not_relevant", "n"}
"""Names of columns in our own files that only a dimension or a gate could carry."""
SIDE_SIGNS = ("●", "□", "▲", "■", "○", "►", "◊", "▼")
"""How sides are drawn, in their order, on cards as on screens: signs of WGL4, which every terminal's font has."""
ITEM_ID_ENDINGS_RESERVED = ("_low", "_high", "_state")


class ResponseOption(Content):
    """One value of the response scale."""

    value: Annotated[int, Field(ge=-90, le=99)]
    """What is typed, and what answer files hold; the lowest answer has the lowest value. May be negative."""
    label: LocalText
    """The answer as it is read: one line."""
    aliases: Annotated[tuple[str, ...], MANY] = ()
    """Other labels that mean this value in answer files."""


class OtherOption(Content):
    """An answer outside the scale: "ved ikke" or "ikke relevant"."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{0,7}$")]
    """What stands for it in answer files, as `dk`."""
    label: LocalText
    """The answer as it is read: one line."""
    aliases: Annotated[tuple[str, ...], MANY] = ()
    """Other labels that mean it in answer files."""


class ResponseScale(Content):
    """What can be answered: to every item of a set, of one dimension, or to one item."""

    stem: LocalText | None = None
    """Read before every item."""
    options: Annotated[tuple[ResponseOption, ...], MANY, Field(min_length=2, max_length=21)]
    """Lowest first, whole numbers rising by one. In a room at most ten can be typed."""
    unsure: OtherOption | None = None
    """Somebody can't know: outside the score, counted, and part of the verdict's range. Without it none can say so."""
    not_relevant: OtherOption | None = None
    """The item doesn't apply to somebody: outside the score and its range. Without it nobody can say so."""

    @property
    def others(self) -> tuple[OtherOption, ...]:
        """The answers outside the scale that can be given: unsure, not relevant."""
        return tuple(other for other in (self.unsure, self.not_relevant) if other)

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


class Side(Content):
    """Roles that stand together when views are compared."""

    id: Name
    """What roles name it by: small letters, digits and _."""
    label: LocalText
    """What several people of it are called."""
    one: LocalText | None = None
    """What one person of it is called ("politiker"), since the label stands for several."""


class CoarseSide(Side):
    """Sides taken together, shown where single sides are too few people to be shown."""

    id: Name
    """Small letters, digits and _; the id of a side only where it holds that side alone."""
    label: LocalText
    """What its people are called."""
    one: LocalText | None = None
    """What one person of it is called."""
    sides: Annotated[tuple[Name, ...], MANY, Field(min_length=1)]
    """Ids of sides, or of roles that are a side of their own; every one of them is in exactly one coarse side."""


class Role(Content):
    """What somebody is in the issue."""

    id: Name
    """What answer files and `--roles` name it by: small letters, digits and _."""
    label: LocalText
    """What somebody of it is called."""
    side: Name | None = None
    """Without one, the role is a side of its own."""
    aliases: Annotated[tuple[str, ...], MANY] = ()
    """Other words for it in answer files."""


class Advice(Content):
    """What to do about a low item."""

    what: LocalText
    """What to do."""
    who: LocalText
    """Who does it."""
    days: Annotated[int, Field(ge=1, le=3650)]
    """How many days it may take."""


class Item(Content):
    """One statement about the issue, answered on the set's response scale."""

    id: ItemId
    """2 to 8 small letters and digits, a letter first: the name of its column in answer files."""
    text: LocalText
    """The statement: one idea, at most 20 words, saying what is done rather than what isn't."""
    help: LocalText | None = None
    """Shown under the statement to whoever asks."""
    anchors: dict[int, LocalText] = {}  # noqa: RUF012  # pydantic copies it
    """What an answer looks like in practice; keys are raw values, at least the lowest and the highest."""
    reverse: bool = False
    """Agreeing counts against readiness; scoring turns it round, never the author of the file."""
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    """How much it counts in its dimension and its parts of gates."""
    quick: bool = False
    """Part of the short version."""
    skip_roles: Annotated[tuple[Name, ...], MANY] = ()
    """Roles it isn't asked of."""
    aliases: Annotated[tuple[str, ...], MANY] = ()
    """Other column names in answer files."""
    scale: ResponseScale | None = None
    """What can be answered to it, where that isn't what its dimension or the set says."""
    source: AnySource | None = None
    """Where the statement comes from; one text, or keys."""
    advice: Advice | None = None
    """What to do when its score is low."""
    dilemma: LocalText | None = None
    """A question to talk about."""


class RawFigure(StrEnum):
    """A figure on the items' own scale, reversed items turned round on it."""

    MEAN = "mean"
    """Their mean, between the lowest and the highest answer."""
    SUM = "sum"
    """Their sum: the mean times the number of items, so that a missing answer counts as the mean of the others."""


class Dimension(Content):
    """Items that answer one question together."""

    id: Name
    """The name of its file; its column in tables of scores."""
    title: LocalText
    """One line of at most 20 characters: it stands beside a bar."""
    question: LocalText | None = None
    """The one question that its items answer together."""
    items: Annotated[tuple[Item, ...], MANY, Field(min_length=1)]
    """The statements, in the order they are asked."""
    also: Annotated[tuple[ItemId, ...], MANY] = ()
    """Ids of items of other dimensions, where they are asked, that count in this one as well."""
    scale: ResponseScale | None = None
    """What can be answered to its items, where that isn't what the set says."""
    min_answered: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] | None = None
    """Share of the applicable weight that must be answered for its score, where that isn't what the set says."""
    raw: Annotated[RawFigure, Field(strict=False)] | None = None
    """Its figure on the items' own scale as well, beside 0 to 100: their `mean`, or their `sum`."""


class QuestionSet(Content):
    """One whole question set, as loaded: dimensions are inline, every fault was refused before."""

    format: Annotated[int, Field(ge=1, le=1)]
    """The format of these files: 1."""
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    """The set's name: small letters, digits and -; stands in every result."""
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    """Three numbers, as 1.0.0; raised whenever a text or a rule changes."""
    languages: Annotated[tuple[Language, ...], MANY, Field(min_length=1)]
    """The first is the default."""
    title: LocalText
    """One line: the question that the whole set answers."""
    purpose: LocalText | None = None
    """One line: whom the set is for, and when; shown where a set is chosen."""
    about: LocalText
    """Shown before the first question."""
    caveat: LocalText
    """Stands on every report."""
    min_answered: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 0.6
    """Share of the applicable weight that must be answered for a score."""
    scale: ResponseScale
    """What can be answered, to every item whose dimension, or which itself, has no scale of its own."""
    sides: Annotated[tuple[Side, ...], MANY] = ()
    """Roles that stand together when views are compared."""
    coarse_sides: Annotated[tuple[CoarseSide, ...], MANY] = ()
    """Two or more groups of all sides, for rooms where a side alone is too few people to be shown."""
    roles: Annotated[tuple[Role, ...], MANY] = ()
    """What somebody can be in the issue."""
    dimensions: Annotated[tuple[Dimension, ...], MANY, Field(min_length=1)]
    """In the order they are asked: names of files beside this one, or the dimensions themselves."""
    gates: Annotated[tuple[Gate, ...], MANY] = ()
    """Knock-out conditions that nothing else makes up for."""
    indicators: Annotated[tuple[Indicator, ...], MANY] = ()
    """Figures that inform, and decide only where they cap the verdict."""
    verdict: VerdictRules | None = None
    """Cut-offs and texts of the five verdicts; a set without them gives figures and what to talk about."""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in question order."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        """Item id → item, in question order."""
        return {item.id: item for item in self.items}

    @cached_property
    def scale_of(self) -> dict[str, ResponseScale]:
        """Item id → what can be answered to it."""
        return {item.id: item.scale or of.scale or self.scale for of in self.dimensions for item in of.items}

    @property
    def scales(self) -> tuple[ResponseScale, ...]:
        """All scales that are asked, each once, in question order."""
        found: list[ResponseScale] = []
        for scale in self.scale_of.values():
            if scale not in found:
                found.append(scale)
        return tuple(found)

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """Item id → the dimension it is asked in."""
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

    def sides_at(self, *, coarse: bool) -> tuple[Side, ...]:
        """The sides of one level, in the set's order."""
        return self.coarse_sides if coarse else self.all_sides

    @property
    def cutoffs(self) -> Cutoffs | None:
        """What the levels of the verdict demand; None where the set has no verdict."""
        return self.verdict.cutoffs if self.verdict else None

    @cached_property
    def coarse_of(self) -> dict[str, str]:
        """Side id → the id of its coarse side; empty where the set has none."""
        return {side: coarse.id for coarse in self.coarse_sides for side in coarse.sides}

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
