"""People who answer questions that work, and questions that don't: the same for the same seed.

What somebody thinks of a dimension is one half what they think of the matter, one half their own. An answer follows it
with a loading of about 0.7, about the middle of the scale.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

from samskab_cli.model.answers import UNSURE, Answers
from samskab_cli.model.question_set import QuestionSet
from tests.answers_as_written import frame, responses

Cells = list[int]
Change = Callable[[random.Random, int, Cells], None]
"""What is done to one person's cells: random numbers, the person's place, the cells."""


@dataclass(frozen=True)
class Crowd:
    """How people differ; standard deviations in those of one dimension's opinions."""

    people: int
    loading: float = 0.7
    groups: int = 1
    between: float = 0.0
    """How far groups lie apart."""
    inside: float = 1.0
    """How far people of a group do."""


def cells_of(question_set: QuestionSet, crowd: Crowd, seed: int, change: Change | None = None) -> list[Cells]:
    """A row a person, in question order, as raw values."""
    rng = random.Random(f"{seed}-{crowd}")
    values = question_set.scale.values
    middle = (values[0] + values[-1]) / 2
    loadings = {item.id: crowd.loading * rng.uniform(0.85, 1.15) for item in question_set.items}
    levels = {item.id: middle + rng.uniform(-0.5, 0.9) for item in question_set.items}
    towns = [
        {dimension.id: crowd.between * rng.gauss(0, 1) for dimension in question_set.dimensions}
        for _ in range(crowd.groups)
    ]
    rows = []
    for person in range(crowd.people):
        matter, town = rng.gauss(0, 1), towns[person % crowd.groups]
        thinks = {
            dimension.id: town[dimension.id] + crowd.inside * (matter + rng.gauss(0, 1)) / sqrt(2)
            for dimension in question_set.dimensions
        }
        row = []
        for item in question_set.items:
            of = loadings[item.id]
            meant = of * thinks[question_set.dimension_of[item.id].id] + sqrt(1 - of * of) * rng.gauss(0, 1)
            answer = min(values[-1], max(values[0], round(levels[item.id] + 1.1 * meant)))
            row.append(values[0] + values[-1] - answer if item.reverse else answer)
        if change is not None:
            change(rng, person, row)
        rows.append(row)
    return rows


def answers_of(
    question_set: QuestionSet, rows: Sequence[Cells], groups: int = 1, roles: Sequence[str] | None = None
) -> Answers:
    """Rows as answers; the group column `town` has as many towns as said."""
    towns = [f"town {person % groups:03}" for person in range(len(rows))]
    who = [roles[person % len(roles)] if roles else None for person in range(len(rows))]
    return responses(frame([item.id for item in question_set.items], who, rows, {"town": towns}))


def turned(question_set: QuestionSet, item: str) -> Change:
    """An item that was turned round before."""
    at, ends = _place(question_set, item), question_set.scale.minimum + question_set.scale.maximum

    def change(_: random.Random, __: int, row: Cells) -> None:
        row[at] = ends - row[at]

    return change


def noise(question_set: QuestionSet, item: str) -> Change:
    """An item that everybody answers by chance."""
    at, values = _place(question_set, item), question_set.scale.values

    def change(rng: random.Random, _: int, row: Cells) -> None:
        row[at] = rng.choice(values)

    return change


def double(question_set: QuestionSet, item: str, of: str) -> Change:
    """An item that is answered as another one is, but for one in six."""
    at, other, values = _place(question_set, item), _place(question_set, of), question_set.scale.values
    same = question_set.item_by_id[item].reverse == question_set.item_by_id[of].reverse

    def change(rng: random.Random, _: int, row: Cells) -> None:
        answer = row[other] if same else values[0] + values[-1] - row[other]
        row[at] = min(values[-1], max(values[0], answer + rng.choices((-1, 0, 1), (1, 10, 1))[0]))

    return change


def unknown(question_set: QuestionSet, item: str, every: int) -> Change:
    """An item that seven of ten can't answer of those at each `every`-th place."""
    at = _place(question_set, item)

    def change(rng: random.Random, person: int, row: Cells) -> None:
        if person % every == 0 and rng.random() < 0.7:
            row[at] = UNSURE

    return change


def backwards(question_set: QuestionSet, item: str, share: float) -> Change:
    """A reversed item that a share of people reads as if it weren't."""
    at, ends = _place(question_set, item), question_set.scale.minimum + question_set.scale.maximum

    def change(rng: random.Random, _: int, row: Cells) -> None:
        if rng.random() < share:
            row[at] = ends - row[at]

    return change


def _place(question_set: QuestionSet, item: str) -> int:
    return [one.id for one in question_set.items].index(item)
