"""`Asked`: items of a set that were asked, by dimension, gate, indicator and role; weights, option scores, shares."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import lcm
from typing import NamedTuple

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers
from samskab_cli.model.judging import Gate, Indicator
from samskab_cli.model.question_set import Item, QuestionSet, RawFigure, ResponseScale
from samskab_cli.model.tables import ItemTable

Items = tuple[str, ...]
"""Ids of asked items in question order: what a figure is made of."""


class Raw(NamedTuple):
    """A figure on the items' own scale: its lowest value, and how far the highest lies above."""

    low: float
    width: float

    def of(self, score: float | None) -> float | None:
        """What a score (0…100) is there."""
        return None if score is None else self.low + score * self.width / 100


@dataclass(frozen=True)
class Asked:
    """A question set as it was asked."""

    question_set: QuestionSet
    items: tuple[Item, ...]
    """In question order."""

    @classmethod
    def of(cls, question_set: QuestionSet, answers: Answers) -> Asked:
        """What was asked to get these answers; AnswersRefused where it is nothing."""
        items = question_set.items_asked(quick=answers.quick, missing=answers.missing_items)
        if not items:
            raise AnswersRefused("no item of the question set was asked")
        return cls(question_set, items)

    def only(self, items: Collection[str]) -> Asked:
        """As if only these items had been asked."""
        return dataclasses.replace(self, items=tuple(item for item in self.items if item.id in items))

    def without(self, items: Collection[str]) -> Asked:
        """As if these items hadn't been asked; made once for the same items."""
        gone = frozenset(items)
        if gone and gone not in self._reduced:
            self._reduced[gone] = self.only([item.id for item in self.items if item.id not in gone])
        return self._reduced[gone] if gone else self

    @cached_property
    def _reduced(self) -> dict[frozenset[str], Asked]:
        return {}

    @cached_property
    def dimensions(self) -> dict[str, Items]:
        """Dimension id → the asked items that count in it; a dimension none of whose items was asked is left out."""
        named = {d.id: self._asked([*(item.id for item in d.items), *d.also]) for d in self.question_set.dimensions}
        return {dimension: items for dimension, items in named.items() if items}

    @cached_property
    def asked_in(self) -> dict[str, Items]:
        """Dimension id → the items that are asked in it: whether somebody came to it is seen by these alone."""
        named = {d.id: self._asked(item.id for item in d.items) for d in self.question_set.dimensions}
        return {dimension: items for dimension, items in named.items() if items}

    @cached_property
    def raw_figures(self) -> dict[str, Raw]:
        """Dimension id → how its score is said on the items' own scale, where the set asks for that."""
        found = {}
        for dimension in self.question_set.dimensions:
            if dimension.raw is not None and (items := self.dimensions.get(dimension.id)):
                scale = self.scales[items[0]]  # one for all, by the checks of the set
                times = len(items) if dimension.raw is RawFigure.SUM else 1
                found[dimension.id] = Raw(scale.minimum * times, (scale.maximum - scale.minimum) * times)
        return found

    @cached_property
    def min_answered(self) -> dict[str, float]:
        """Dimension id → share of the applicable weight that must be answered for its score."""
        qs = self.question_set
        return {d.id: qs.min_answered if d.min_answered is None else d.min_answered for d in qs.dimensions}

    @cached_property
    def gates(self) -> dict[str, dict[str, Items]]:
        """Gate id → part id → asked items; parts none of whose items was asked are left out, gates never."""
        return {gate.id: self._parts(gate) for gate in self.question_set.gates}

    @cached_property
    def indicators(self) -> dict[str, dict[str, Items]]:
        """Indicator id → part id → asked items; parts none of whose items was asked are left out."""
        return {indicator.id: self._parts(indicator) for indicator in self.question_set.indicators}

    def comparable(self, items: Items) -> Items:
        """Those of the items that every role is asked: only these compare sides (scoring §6)."""
        return tuple(item for item in items if not self.question_set.item_by_id[item].skip_roles)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Item id → its weight in the set."""
        return {item.id: item.weight for item in self.items}

    @cached_property
    def scales(self) -> dict[str, ResponseScale]:
        """Item id → what can be answered to it."""
        return {item.id: self.question_set.scale_of[item.id] for item in self.items}

    @cached_property
    def values(self) -> tuple[int, ...]:
        """Every raw value of any item, lowest first."""
        return tuple(sorted({value for scale in self.scales.values() for value in scale.values}))

    @cached_property
    def steps(self) -> dict[str, int]:
        """Item id → steps from the lowest answer to the highest."""
        return {item: len(scale.values) - 1 for item, scale in self.scales.items()}

    @cached_property
    def common_steps(self) -> int:
        """So many steps that a step of each item is a whole number of them; of one scale its own."""
        return lcm(*self.steps.values())

    @cached_property
    def points(self) -> dict[str, tuple[int, ...]]:
        """Item id → keyed points of each option in steps, lowest raw value first; reversed items are turned round."""
        rising = {item: tuple(range(steps + 1)) for item, steps in self.steps.items()}
        return {item.id: rising[item.id][::-1] if item.reverse else rising[item.id] for item in self.items}

    @cached_property
    def option_scores(self) -> dict[str, tuple[float, ...]]:
        """Item id → the item score (keyed, 0…100) of each option, lowest raw value first."""
        return {item: tuple(100 * point / self.steps[item] for point in points) for item, points in self.points.items()}

    @cached_property
    def partly_asked(self) -> frozenset[str]:
        """The items that some roles aren't asked."""
        return frozenset(item.id for item in self.items if item.skip_roles)

    @cached_property
    def nobody(self) -> dict[str, ItemTable]:
        """The tables of no people."""
        return {item: ItemTable((0,) * len(scale.values)) for item, scale in self.scales.items()}

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    def _asked(self, items: Iterable[str]) -> Items:
        wanted = set(items)
        return tuple(item for item in self._ids if item in wanted)

    def _parts(self, of: Gate | Indicator) -> dict[str, Items]:
        asked = {part.id: self._asked(part.items) for part in of.parts}
        return {part: items for part, items in asked.items() if items}
