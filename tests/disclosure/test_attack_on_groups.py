"""An attacker has one report a group, and knows the sums over all groups: nothing about too few people comes out."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from samskab_cli.scoring.disclosure import disclose
from samskab_cli.scoring.each import disclose_each
from tests.scoring.test_attack import (
    DIMENSIONS,
    ITEMS,
    MIN_GROUP,
    PARTS,
    QUESTIONS,
    SIDE_ROLES,
    SIDES,
    SKIPPED,
    Crowd,
    comparable,
    published_by,
)

from samskab_cli.model.answers import BLANK, Answers
from samskab_cli.model.result import Reason, Result, SideFigure, Withheld
from samskab_cli.scoring.engine import find, find_by
from tests.answers_as_written import frame, responses


@dataclass(frozen=True)
class Towns:
    """People of several towns."""

    crowd: Crowd
    towns: tuple[str | None, ...]

    @property
    def answers(self) -> Answers:
        return responses(frame(ITEMS, self.crowd.roles, self.crowd.cells, {"town": self.towns}))

    def each(self, min_group: int = MIN_GROUP) -> dict[str | None, Result | Reason]:
        found = find_by(QUESTIONS, self.answers, ["town"])
        groups = {town: findings for (town,), findings in found.items()}
        return dict(disclose_each(groups, find(QUESTIONS, self.answers), "town", min_group))

    def only(self, town: str | None) -> list[int]:
        return [i for i, own in enumerate(self.towns) if own == town]


def towns(*, least: int = 8, most: int = 34) -> st.SearchStrategy[Towns]:
    def build(seed: int, size: int) -> Towns:
        rng = random.Random(seed)
        # each town has its own mix, and some only one kind of people
        mixes = {
            town: [*(rng.choice([0, 0, 1, 3, 6]) for _ in SIDES), rng.choice([0, 0, 1])]
            for town in ("a", "b", "c", None)
        }
        names = rng.choices([*mixes], weights=[4, 3, rng.choice([1, 3]), rng.choice([0, 1])], k=size)
        roles = [rng.choices([*SIDES, None], weights=mixes[name] if any(mixes[name]) else None)[0] for name in names]
        cells = tuple(
            tuple(BLANK if role is not None and SKIPPED.get(item) == role else rng.randint(1, 5) for item in ITEMS)
            for role in roles
        )
        return Towns(Crowd(tuple(roles), cells), tuple(names))

    return st.builds(build, st.integers(0, 2**32), st.integers(least, most))


def of_town(result: Result, crowd: Crowd, people: Sequence[int]) -> list[np.ndarray]:
    """What one town's report says, as weights of all unknown answers."""
    own = Crowd(tuple(crowd.roles[i] for i in people), tuple(crowd.cells[i] for i in people))
    said = []
    for row in published_by(result, own):
        whole = np.zeros((len(crowd.roles), len(ITEMS)))
        whole[list(people)] = row.reshape(len(people), len(ITEMS))
        said.append(whole.ravel())
    return said


def basis(published: Sequence[np.ndarray]) -> np.ndarray:
    """An orthonormal basis of everything that can be computed."""
    _, sizes, rows = np.linalg.svd(np.array(published), full_matrices=False)
    return rows[sizes > 1e-9]


def secrets(people: Towns) -> Iterator[tuple[str, np.ndarray]]:
    """Every figure about too few people of one, two or three sides of towns."""
    sides: dict[str, list[str | None]] = {**SIDE_ROLES, "none": [None]}
    cells = {
        (town, side): members
        for town in dict.fromkeys(people.towns)
        for side, roles in sides.items()
        if (members := [i for i in people.only(town) if people.crowd.roles[i] in roles])
    }
    figures = {item: (item,) for item in ITEMS} | DIMENSIONS | PARTS
    figures |= {f"{name}*": tuple(comparable(items)) for name, items in (DIMENSIONS | PARTS).items()}
    for size in (1, 2, 3):
        for chosen in combinations(cells, size):
            members = [i for cell in chosen for i in cells[cell]]
            for name, items in figures.items():
                mean = people.crowd.mean(members, items)
                if mean and mean[1] < MIN_GROUP:
                    yield f"{name} of {chosen}", mean[0]


def told(people: Towns, min_group: int = MIN_GROUP) -> list[np.ndarray]:
    """What all reports of towns say, and the report of everybody beside them."""
    whole = disclose(find(QUESTIONS, people.answers), MIN_GROUP)
    published = published_by(whole, people.crowd)
    for town, result in people.each(min_group).items():
        if isinstance(result, Result):
            published += of_town(result, people.crowd, people.only(town))
    return published


def exposed(people: Towns, published: list[np.ndarray]) -> list[str]:
    """The secrets that can be computed."""
    if not published:
        return []
    known = basis(published)
    return [name for name, figure in secrets(people) if np.linalg.norm(figure - known.T @ (known @ figure)) < 1e-7]


@settings(max_examples=60, deadline=None)
@given(towns())
def test_nothing_about_too_few_people_comes_out_of_all_reports_together(people: Towns) -> None:
    assert exposed(people, told(people)) == []


def people_of(**sides: tuple[int, int, int]) -> Towns:
    """Towns of so many clerks, citizens and clubs, who all answer the same."""
    roles = [(town, role) for town, ns in sides.items() for role, n in zip(ROLES, ns, strict=True) for _ in range(n)]
    cells = tuple(tuple(BLANK if SKIPPED.get(item) == role else 4 for item in ITEMS) for _, role in roles)
    return Towns(Crowd(tuple(role for _, role in roles), cells), tuple(town for town, _ in roles))


ROLES = ("clerk", "citizen", "club")


def test_the_attack_finds_what_is_not_protected() -> None:
    # given reports without any rule; then the test above can fail
    people = people_of(a=(9, 9, 9), b=(9, 2, 9))

    assert exposed(people, told(people, 1))


def sides_of(result: Result | Reason, dimension: int = 0) -> dict[str, bool]:
    """Side → whether a dimension of it is shown."""
    assert isinstance(result, Result)
    return {side: isinstance(figure, SideFigure) for side, figure in result.dimensions[dimension].sides.items()}


def test_large_groups_with_large_sides_show_everything() -> None:
    each = people_of(a=(9, 9, 9), b=(5, 6, 7)).each()

    for result in each.values():
        assert set(sides_of(result).values()) == {True}
        assert isinstance(result, Result)
        assert not any(isinstance(item.counts, Withheld) for item in result.items)


def test_a_small_group_is_withheld_and_with_it_the_smallest_other() -> None:
    each = people_of(a=(9, 9, 9), b=(1, 1, 1), c=(6, 6, 6)).each()

    assert (each["b"], each["c"]) == (Reason.MIN_GROUP, Reason.PROTECTS_ANOTHER)
    assert isinstance(each["a"], Result)


def test_a_small_side_hides_a_neighbour_in_its_group_and_in_its_side() -> None:
    # given two citizens in b
    each = people_of(a=(9, 9, 9), b=(9, 2, 8), c=(9, 6, 7)).each()
    # then with them go b's clubs, c's citizens, and c's clubs, who would else be what is left
    assert sides_of(each["a"]) == {"power": True, "citizen": True, "club": True}
    assert sides_of(each["b"]) == {"power": True, "citizen": False, "club": False}
    assert sides_of(each["c"]) == {"power": True, "citizen": False, "club": False}


def test_a_group_of_one_side_goes_where_it_would_give_away_the_few_of_another() -> None:
    # given five citizens who are all of a, and one more in b: the report of everybody has all six
    people = people_of(a=(0, 5, 0), b=(9, 1, 9), c=(9, 0, 9))

    assert people.each()["a"] is Reason.PROTECTS_ANOTHER
    assert exposed(people, told(people)) == []


def test_an_item_that_few_are_not_asked_in_one_group_is_shown_in_none() -> None:
    each = people_of(a=(9, 9, 9), b=(9, 2, 8)).each()

    for result in each.values():
        assert isinstance(result, Result)
        assert isinstance(next(item for item in result.items if item.id == "b3").counts, Withheld)


def test_roles_are_groups_and_those_without_one_never_are() -> None:
    crowd = Crowd(("clerk",) * 6 + ("club",) * 7 + (None,) * 6, ((4,) * len(ITEMS),) * 19)
    answers = Towns(crowd, ("a",) * 19).answers
    found = {role: findings for (role,), findings in find_by(QUESTIONS, answers, ["role"]).items()}

    each = dict(disclose_each(found, find(QUESTIONS, answers), "role", MIN_GROUP))

    assert each[None] is Reason.MIN_GROUP
    assert isinstance(each["clerk"], Result)


def test_a_group_of_its_own_is_what_its_file_alone_would_give() -> None:
    people = people_of(a=(9, 9, 9), b=(5, 6, 7))
    only = Towns(Crowd(people.crowd.roles[:27], people.crowd.cells[:27]), people.towns[:27])

    result = people.each()["a"]

    alone = disclose(find(QUESTIONS, only.answers), MIN_GROUP)
    assert isinstance(result, Result)
    assert result.context.municipality == "a"
    assert result.model_copy(update={"context": alone.context}) == alone
