"""Random question sets, and random answers to them, with every state a cell can have."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE, Answers, Mode, Tallies, Votes
from samskab_cli.model.question_set import Item, QuestionSet
from tests.answers_as_written import frame, part, question_set, responses

ROLES = {"mayor": "power", "clerk": "power", "citizen": None, "club": None}
"""Role → side; the others are a side of their own."""
COARSE = {"inside": ["power"], "outside": ["citizen", "club"]}
"""Coarse side → sides."""
_WEIGHTS = (1.0, 1.0, 1.0, 2.0, 3.0)
_ODD_WEIGHTS = (1.0, 0.3, 0.1, 2.5)


@dataclass(frozen=True)
class Sheet:
    """A question set and its answers: a role and a row of coded cells a respondent."""

    question_set: QuestionSet
    roles: tuple[str | None, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items, in the order of the cells."""
        return self.question_set.items

    @property
    def answers(self) -> Answers:
        """As linked answers; the group column `who` has everybody's own name."""
        names = [f"r{i:02}" for i in range(1, len(self.roles) + 1)]
        return responses(frame([item.id for item in self.items], self.roles, self.cells, {"who": names}, names))

    def mapped(self, change: Callable[[str | None, tuple[int, ...]], Sequence[int]]) -> Sheet:
        """The same people with other cells: `change(role, cells)`."""
        cells = tuple(tuple(change(role, row)) for role, row in zip(self.roles, self.cells, strict=True))
        return replace(self, cells=cells)


@dataclass(frozen=True)
class Ballot:
    """A question set and votes counted per role."""

    question_set: QuestionSet
    tallies: Tallies

    @property
    def answers(self) -> Answers:
        """As the answers of a session."""
        return Answers(cells=self.tallies, mode=Mode.VOTES)


CAPS: tuple[dict[str, Any], ...] = (
    {},
    {"caps": {"below": 50.0, "level": "attention"}},
    {"caps": {"below": 60.0, "level": "prepare"}},
)


def question_sets(*, skipping: bool = True, odd_weights: bool = True) -> st.SearchStrategy[QuestionSet]:
    """Sets of 2–10 options and 1–6 dimensions; with and without all that a set may have."""

    def build(seed: int, options: int, dimensions: int, gates: int) -> QuestionSet:
        rng = random.Random(seed)
        weights = _ODD_WEIGHTS if odd_weights and rng.random() < 0.3 else _WEIGHTS
        lowest = rng.choice([0, 1, 1, 90])

        def item(name: str) -> dict[str, Any]:
            skip = [rng.choice([*ROLES])] if skipping and rng.random() < 0.15 else []
            return {"id": name, "reverse": rng.random() < 0.3, "weight": rng.choice(weights), "skip_roles": skip}

        named = {f"d{d}": [item(f"{'abcdef'[d]}{i}") for i in range(rng.randint(1, 4))] for d in range(dimensions)}
        ids = [one["id"] for items in named.values() for one in items]

        def parts(of: str) -> list[dict[str, Any]]:
            return [
                part(f"{of}p{k}", *rng.sample(ids, min(len(ids), rng.randint(1, 3)))) for k in range(rng.randint(1, 3))
            ]

        def gate(name: str) -> dict[str, Any]:
            pass_at, fail_below = rng.choice([(60.0, 40.0), (75.0, 25.0), (50.0, 50.0)])
            return {"id": name, "parts": parts(name), "pass_at": pass_at, "fail_below": fail_below}

        return question_set(
            named,
            gates=[gate(f"g{k}") for k in range(gates)],
            indicators=[{"id": "ind", "parts": parts("i"), **rng.choice(CAPS)}] if rng.random() < 0.5 else [],
            roles=ROLES,
            values=range(lowest, lowest + options),
            min_answered=rng.choice([0.6, 0.6, 0.5, 2 / 3, 1.0]),
            coarse=rng.choice([COARSE, None]),
        )

    return st.builds(build, st.integers(0, 2**32), st.integers(2, 10), st.integers(1, 6), st.integers(0, 2))


def sheets(
    sets: st.SearchStrategy[QuestionSet] | None = None, *, least: int = 1, most: int = 12
) -> st.SearchStrategy[Sheet]:
    """Answers of `least` to `most` respondents, in every state."""

    def build(questions: QuestionSet, seed: int, people: int) -> Sheet:
        rng = random.Random(seed)
        values, mood = questions.scale.values, rng.random()
        roles = tuple(rng.choice([*ROLES, "power", None]) for _ in range(people))

        def cell() -> int:
            if rng.random() < mood:
                return rng.choice(values)
            return rng.choice([*values, UNSURE, NOT_RELEVANT, BLANK, INVALID])

        def row() -> tuple[int, ...]:
            return tuple(
                cell() if was_reached else BLANK
                for dimension in questions.dimensions
                for was_reached in [rng.random() < 0.9]
                for _ in dimension.items
            )

        return Sheet(questions, roles, tuple(row() for _ in range(people)))

    return st.builds(build, question_sets() if sets is None else sets, st.integers(0, 2**32), st.integers(least, most))


def ballots(sets: st.SearchStrategy[QuestionSet] | None = None) -> st.SearchStrategy[Ballot]:
    """Votes of some roles (or a side in their place), where not everybody votes and people come and go."""

    def build(questions: QuestionSet, seed: int) -> Ballot:
        rng = random.Random(seed)
        roles = rng.choice([[*ROLES], ["power", "citizen"], ["citizen"]])
        present = {role: rng.randint(1, 7) for role in roles}
        votes: dict[str, dict[str, Votes]] = {}
        for dimension in questions.dimensions:
            for role in roles:
                if rng.random() < 0.1:
                    continue  # the role broke off
                for item in dimension.items:
                    if rng.random() < 0.9:
                        there = max(0, present[role] + rng.choice([0, 0, 0, -1, 1]))
                        votes.setdefault(item.id, {})[role] = _votes(rng, questions, there)
        return Ballot(questions, Tallies(present=present, votes=votes))

    return st.builds(build, question_sets() if sets is None else sets, st.integers(0, 2**32))


@dataclass(frozen=True)
class Room:
    """A room in which everybody said something in every dimension that their role came to: on paper or by cards."""

    sheet: Sheet

    @property
    def as_rows(self) -> Answers:
        """Answers one by one."""
        return self.sheet.answers

    @property
    def as_cards(self) -> Answers:
        """The same, counted per role."""
        sheet, values = self.sheet, self.sheet.question_set.scale.values
        present = {role: sheet.roles.count(role) for role in sheet.roles if role}
        votes: dict[str, dict[str, Votes]] = {}
        for k, item in enumerate(sheet.items):
            for role, people in present.items():
                cells = [row[k] for own, row in zip(sheet.roles, sheet.cells, strict=True) if own == role]
                votes.setdefault(item.id, {})[role] = Votes(
                    counts=tuple(cells.count(value) for value in values),
                    unsure=cells.count(UNSURE),
                    not_relevant=cells.count(NOT_RELEVANT),
                    present=people,
                )
        return Answers(cells=Tallies(present=present, votes=votes), mode=Mode.VOTES)


def rooms(
    sets: st.SearchStrategy[QuestionSet] | None = None, *, least: int = 1, most: int = 20
) -> st.SearchStrategy[Room]:
    """Rooms with gaps, in which everybody has a role."""

    def build(questions: QuestionSet, seed: int, people: int) -> Room:
        rng = random.Random(seed)
        gaps = rng.choice([0.0, 0.05, 0.3])
        roles = tuple(rng.choice([*ROLES]) for _ in range(people))
        reached = {(role, d.id) for role in ROLES for d in questions.dimensions if rng.random() < 0.9}

        def cells(role: str) -> Iterator[int]:
            for dimension in questions.dimensions:
                said = rng.randrange(len(dimension.items))  # at least there
                for k, item in enumerate(dimension.items):
                    value = rng.choice(questions.scale.values)
                    gap = rng.choice([UNSURE, NOT_RELEVANT, BLANK])
                    skipped = role in item.skip_roles and rng.random() < 0.9
                    if (role, dimension.id) not in reached:
                        yield BLANK
                    elif k == said:
                        yield value
                    else:
                        yield BLANK if skipped else gap if rng.random() < gaps else value

        return Room(Sheet(questions, roles, tuple(tuple(cells(role)) for role in roles)))

    return st.builds(build, question_sets() if sets is None else sets, st.integers(0, 2**32), st.integers(least, most))


def _votes(rng: random.Random, questions: QuestionSet, present: int) -> Votes:
    cast = max(0, present + rng.choice([0, 0, 0, -1, 1]))
    outcomes = [*range(len(questions.scale.values)), UNSURE, NOT_RELEVANT]
    drawn = [rng.choice(outcomes) for _ in range(cast)]
    return Votes(
        counts=tuple(drawn.count(option) for option in range(len(questions.scale.values))),
        unsure=drawn.count(UNSURE),
        not_relevant=drawn.count(NOT_RELEVANT),
        present=present,
    )
