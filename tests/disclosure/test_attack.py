"""An attacker who subtracts and solves: nothing about too few people comes out.

Every published score is a known weighted sum of the unknown answers. A figure is exposed when it lies in the row space
of what is published. The attacker knows every role, and that everybody answered everything they were asked; where some
left gaps, each figure is attacked by itself. What somebody could do who also knows who left which gap is said in
docs/privacy.md.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samskab_cli.scoring.disclosure import disclose
from samskab_cli.scoring.group_rows import disclose_groups

from samskab_cli.model.answers import BLANK, NOT_RELEVANT, Answers, Responses
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Reason, Result, SideFigure, SideOverall, Withheld
from samskab_cli.scoring.engine import find, find_by

MIN_GROUP = 5
ITEMS = ("a1", "a2", "a3", "b1", "b2", "b3", "b4")
DIMENSIONS: dict[str, tuple[str, ...]] = {"aaa": ("a1", "a2", "a3"), "bbb": ("b1", "b2", "b3", "b4")}
PARTS: dict[str, tuple[str, ...]] = {"p": ("a1", "a3"), "q": ("b1", "b2"), "r": ("b3",)}
SKIPPED = {"b3": "citizen"}
SIDES = {"mayor": "power", "clerk": "power", "citizen": "citizen", "club": "club"}


def _text(name: str) -> dict[str, object]:
    return {"label": name}


def _question_set() -> QuestionSet:
    level = {"label": "l", "text": "t"}
    items = {
        item: {"id": item, "text": item, "skip_roles": [SKIPPED[item]] if item in SKIPPED else []} for item in ITEMS
    }
    return QuestionSet.model_validate(
        {
            "format": 1,
            "id": "attack",
            "version": "1.0.0",
            "languages": ["en"],
            "title": "t",
            "about": "a",
            "caveat": "c",
            "scale": {
                "options": [{"value": value, "label": str(value)} for value in range(1, 6)],
                "unsure": {"code": "dk", "label": "dk"},
                "not_relevant": {"code": "na", "label": "na"},
            },
            "sides": [{"id": "power", "label": "power"}],
            "roles": [
                {"id": role, "label": role, **({"side": side} if side == "power" else {})}
                for role, side in SIDES.items()
            ],
            "dimensions": [
                {"id": name, "title": name, "items": [items[item] for item in members]}
                for name, members in DIMENSIONS.items()
            ],
            "gates": [
                {
                    "id": "gate",
                    "title": "g",
                    "parts": [{"id": part, "title": part, "items": list(members)} for part, members in PARTS.items()],
                    "states": dict.fromkeys(("passed", "undecided", "failed", "contested"), "s"),
                }
            ],
            "verdict": {
                "cutoffs": {"ready": {"dimension": 65, "overall": 70}, "attention": {"dimension": 50, "overall": 60}},
                "levels": dict.fromkeys(("not_now", "prepare", "attention", "ready", "undecided"), level),
            },
        }
    )


QUESTIONS = _question_set()


@dataclass(frozen=True)
class Crowd:
    """A small random group: roles (some unreadable), and the cells by respondent and item."""

    roles: tuple[str | None, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def answers(self) -> Answers:
        frame = pl.DataFrame(
            {
                "respondent": [str(i) for i in range(len(self.roles))],
                "role": pl.Series(self.roles, dtype=pl.String),
                **{item: pl.Series([row[k] for row in self.cells], dtype=pl.Int8) for k, item in enumerate(ITEMS)},
            }
        )
        return Answers(cells=Responses(frame=frame.lazy()))

    def weights(self, respondent: int, items: Sequence[str]) -> np.ndarray | None:
        """How a respondent's score is made of the unknown answers; None without a score."""
        row = self.cells[respondent]
        applicable = [k for k, item in enumerate(ITEMS) if item in items and row[k] not in (NOT_RELEVANT, BLANK)]
        if not applicable:
            return None
        vector = np.zeros((len(self.roles), len(ITEMS)))
        vector[respondent, applicable] = 1 / len(applicable)
        return vector.ravel()

    def mean(self, people: Sequence[int], items: Sequence[str]) -> tuple[np.ndarray, int] | None:
        """A group's figure as weights of the unknown answers, and n."""
        rows = [row for i in people if (row := self.weights(i, items)) is not None]
        return (np.mean(rows, axis=0), len(rows)) if rows else None

    def people(self, roles: Sequence[str | None]) -> list[int]:
        return [i for i, role in enumerate(self.roles) if role in roles]


def crowds(*, gaps: bool) -> st.SearchStrategy[Crowd]:
    """Random small groups; gaps: with answers that don't apply."""

    def build(seed: int, size: int) -> Crowd:
        rng = random.Random(seed)
        roles = tuple(rng.choices([*SIDES, None], weights=[2, 2, 3, 3, 1], k=size))

        def cell(role: str | None, item: str) -> int:
            if role is not None and SKIPPED.get(item) == role:
                return BLANK
            return NOT_RELEVANT if gaps and rng.random() < 0.15 else rng.randint(1, 5)

        return Crowd(roles, tuple(tuple(cell(role, item) for item in ITEMS) for role in roles))

    return st.builds(build, st.integers(0, 2**32), st.integers(5, 16))


def exposed(published: list[np.ndarray], figure: np.ndarray) -> bool:
    """Whether the figure is a combination of what is published."""
    if not published:
        return False
    basis = np.array(published).T
    solution, *_ = np.linalg.lstsq(basis, figure, rcond=None)
    return bool(np.allclose(basis @ solution, figure, atol=1e-7))


def secrets(crowd: Crowd, groups: Sequence[Sequence[str | None]]) -> Iterator[tuple[str, np.ndarray]]:
    """Every figure about fewer than MIN_GROUP people of one or more of the groups."""
    everything = {item: (item,) for item in ITEMS} | DIMENSIONS | PARTS
    compared = {f"{name}*": comparable(items) for name, items in everything.items()}
    for size in range(1, len(groups) + 1):
        for chosen in combinations(groups, size):
            people = crowd.people([role for group in chosen for role in group])
            for name, items in (everything | compared).items():
                found = crowd.mean(people, items)
                if found and found[1] < MIN_GROUP:
                    yield f"{name} of {chosen}", found[0]


SIDE_ROLES: dict[str, list[str | None]] = {
    side: [role for role, s in SIDES.items() if s == side] for side in sorted(set(SIDES.values()))
}


def published_by(result: Result, crowd: Crowd) -> list[np.ndarray]:
    """Everything that one result says, as weights of the unknown answers; both parts of a side's gate, to be safe."""
    everybody = list(range(len(crowd.roles)))
    totals = [(one.score, DIMENSIONS[one.id]) for one in result.dimensions]
    totals += [(part.score, PARTS[part.id]) for gate in result.gates for part in gate.parts]
    totals += [(item.score, (item.id,)) for item in result.items]
    told = [crowd.mean(everybody, items) for score, items in totals if isinstance(score, float)]
    sides = [(one.sides, comparable(DIMENSIONS[one.id])) for one in result.dimensions]
    sides += [(gate.sides, comparable(items)) for gate in result.gates for items in PARTS.values()]
    sides += [(item.sides, [item.id]) for item in result.items]
    told += [
        crowd.mean(crowd.people(SIDE_ROLES[side]), items)
        for shown, items in sides
        for side, figure in shown.items()
        if isinstance(figure, SideFigure) and figure.score is not None
    ]
    return [mean for mean, _ in filter(None, told)] + [*_overalls(result, crowd)]


def comparable(items: Sequence[str]) -> list[str]:
    """The items that all are asked."""
    return [item for item in items if item not in SKIPPED]


def _overalls(result: Result, crowd: Crowd) -> Iterator[np.ndarray]:
    for side, overall in result.overall.sides.items():
        if isinstance(overall, SideOverall) and overall.score is not None:
            figures = [crowd.mean(crowd.people(SIDE_ROLES[side]), comparable(items)) for items in DIMENSIONS.values()]
            yield np.mean([figure[0] for figure in figures if figure], axis=0)


TABLE: dict[str, list[tuple[str, ...]]] = {
    **{name: [items] for name, items in DIMENSIONS.items()},
    "gate": list(PARTS.values()),
}
"""The figures of a table's row; the attacker doesn't know which part of the gate decides, and is given both."""
Groups = list[list[str | None]]


@settings(max_examples=60, deadline=None)
@given(crowds(gaps=False))
def test_nothing_about_too_few_people_comes_out_of_one_result(crowd: Crowd) -> None:
    # given what one result publishes
    result = disclose(find(QUESTIONS, crowd.answers), MIN_GROUP)
    published = published_by(result, crowd)
    # then no figure of a small side, of several small ones, or of those without a role can be computed
    groups: Groups = [*SIDE_ROLES.values(), [None]]
    for name, figure in secrets(crowd, groups):
        assert not exposed(published, figure), name


@settings(max_examples=60, deadline=None)
@given(crowds(gaps=True))
def test_what_a_figure_hides_is_nobody_or_enough_people(crowd: Crowd) -> None:
    # given a result whose figures have different people behind them
    result = disclose(find(QUESTIONS, crowd.answers), MIN_GROUP)
    figures = [(comparable(DIMENSIONS[one.id]), one.sides) for one in result.dimensions]
    figures += [([one.id], one.sides) for one in result.items]
    figures += [(comparable(items), gate.sides) for gate in result.gates for items in PARTS.values()]
    # then of every figure what isn't shown is nobody, or enough people
    for items, sides in figures:
        shown = {role for side, figure in sides.items() if isinstance(figure, SideFigure) for role in SIDE_ROLES[side]}
        rest = crowd.mean([i for i, role in enumerate(crowd.roles) if role not in shown], items)
        assert not shown or rest is None or rest[1] >= MIN_GROUP, items


@pytest.mark.parametrize("known", [[*SIDES, None], SIDE_ROLES["power"]], ids=["everybody", "a side of two roles"])
@settings(max_examples=40, deadline=None)
@given(crowd=crowds(gaps=False))
def test_nothing_about_too_few_people_comes_out_of_a_table_by_role(crowd: Crowd, known: Sequence[str | None]) -> None:
    # given the rows by role, and an attacker who also knows what some of them add up to
    rows = disclose_groups(find_by(QUESTIONS, crowd.answers, ["role"]), ["role"], MIN_GROUP)
    told = [
        (crowd.people([cast("str | None", row["role"])]), items)
        for row in rows
        for name, figures in TABLE.items()
        if isinstance(row[name], float)
        for items in figures
    ]
    sums = [crowd.mean(crowd.people(known), items) for figures in TABLE.values() for items in figures]
    published = [mean[0] for people, items in told if (mean := crowd.mean(people, items))]
    published += [mean for mean, n in filter(None, sums) if n >= MIN_GROUP]
    # then
    groups: Groups = [[role] for role in (*SIDES, None)]
    for name, figure in secrets(crowd, groups):
        if name.split()[0] in {*DIMENSIONS, *PARTS}:
            assert not exposed(published, figure), name


def test_those_who_are_not_asked_an_item_are_not_left_over() -> None:
    # given three citizens, who aren't asked b3, and seven others: the dimension less its items would be the three
    roles = ("citizen",) * 3 + ("club",) * 7
    crowd = Crowd(roles, tuple((4, 4, 4, 4, 4, BLANK if role == "citizen" else 2, 4) for role in roles))
    # when
    result = disclose(find(QUESTIONS, crowd.answers), MIN_GROUP)
    # then the item is withheld, whole
    b3 = next(item for item in result.items if item.id == "b3")
    gone = Withheld(withheld=Reason.PROTECTS_ANOTHER)
    assert (b3.score, b3.counts, b3.sides) == (gone, gone, {"club": gone})


def test_the_attack_finds_a_figure_that_is_not_protected() -> None:
    # given five clubs and two clerks: all shown, as without any rule
    crowd = Crowd(("club",) * 5 + ("clerk",) * 2, ((1, 2, 3, 4, 5, 1, 2),) * 7)
    open_result = disclose(find(QUESTIONS, crowd.answers), 1)
    published = published_by(open_result, crowd)
    # then the clerks' figures come out, so the tests above can fail
    assert any(exposed(published, figure) for _, figure in secrets(crowd, [["mayor", "clerk"], ["club"], ["citizen"]]))
    assert not any(isinstance(side, Withheld) for item in open_result.items for side in item.sides.values())
