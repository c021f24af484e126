"""What of a question set was asked, and the figures that follow: lists of asked items (scoring §1, §2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import lcm

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers
from samskab_cli.model.judging import Gate, Indicator
from samskab_cli.model.question_set import Item, QuestionSet

Items = tuple[str, ...]
"""Ids of asked items in question order: what a figure is made of."""


@dataclass(frozen=True)
class Grain:
    """How finely 0…100 is divided, so that scores can be added as whole numbers: exactly, and in any order."""

    steps: int
    whole: bool
    """Every respondent's score is a whole number of steps; else it is rounded to one, by less than 1e-10 points."""

    def mean(self, total: int, people: int) -> float:
        """The mean of scores (0…100) that add up to so many steps."""
        return 100 * total / (self.steps * people)


_STEPS_MOST = 2**53 // 10**7  # the sums of ten million respondents stay exact in a float
_SUMS_MOST = 1000
_FINE = Grain(100 * 2**33, whole=False)


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

    @cached_property
    def dimensions(self) -> dict[str, Items]:
        """Dimension id → its asked items; a dimension none of whose items was asked is left out."""
        named = {d.id: self._asked(item.id for item in d.items) for d in self.question_set.dimensions}
        return {dimension: items for dimension, items in named.items() if items}

    @cached_property
    def gates(self) -> dict[str, dict[str, Items]]:
        """Gate id → part id → asked items; parts none of whose items was asked are left out, gates never."""
        return {gate.id: self._parts(gate) for gate in self.question_set.gates}

    @cached_property
    def indicators(self) -> dict[str, dict[str, Items]]:
        """Indicator id → part id → asked items; parts none of whose items was asked are left out."""
        return {indicator.id: self._parts(indicator) for indicator in self.question_set.indicators}

    @cached_property
    def figures(self) -> tuple[Items, ...]:
        """Every figure of everybody and of the sides, each list of items once."""
        parts = [items for named in (*self.gates.values(), *self.indicators.values()) for items in named.values()]
        whole = [*self.dimensions.values(), *parts]
        return tuple(dict.fromkeys([*whole, *filter(None, map(self.comparable, whole))]))

    def comparable(self, items: Items) -> Items:
        """Those of the items that every role is asked: only these compare sides (scoring §6)."""
        return tuple(item for item in items if not self.question_set.item_by_id[item].skip_roles)

    def weight(self, items: Iterable[str]) -> float:
        """Sum of the items' weights."""
        return sum(self.question_set.item_by_id[item].weight for item in items)

    @cached_property
    def grains(self) -> dict[Items, Grain]:
        """Figure → its grain."""
        return {items: self._grain(items) for items in self.figures}

    @cached_property
    def option_scores(self) -> dict[str, tuple[float, ...]]:
        """Item id → the item score (keyed, 0…100) of each option, lowest raw value first."""
        steps = len(self.question_set.scale.values) - 1
        rising = tuple(100 * step / steps for step in range(steps + 1))
        return {item.id: rising[::-1] if item.reverse else rising for item in self.items}

    def mean_score(self, item: str, counts: Sequence[int]) -> float | None:
        """Mean item score of value counts (lowest option first), 0…100; None without a value."""
        n = sum(counts)
        points = sum(score * count for score, count in zip(self.option_scores[item], counts, strict=True))
        return points / n if n else None

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    def _grain(self, items: Items) -> Grain:
        """Whole steps where the possible weights have a common multiple."""
        weights = [self.question_set.item_by_id[item].weight for item in items]
        sums = {0}
        for weight in weights:
            if not weight.is_integer() or len(sums) > _SUMS_MOST:
                return _FINE
            sums |= {known + int(weight) for known in sums}
        steps = lcm(*(sums - {0})) * (len(self.question_set.scale.values) - 1)
        return Grain(steps, whole=True) if steps <= _STEPS_MOST else _FINE

    def _asked(self, items: Iterable[str]) -> Items:
        wanted = set(items)
        return tuple(item for item in self._ids if item in wanted)

    def _parts(self, of: Gate | Indicator) -> dict[str, Items]:
        asked = {part.id: self._asked(part.items) for part in of.parts}
        return {part: items for part, items in asked.items() if items}
