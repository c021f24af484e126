"""A table whose rows and columns add up: what is hidden can't be solved for."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from samskab_cli.scoring.crossed import MOST_COLUMNS, withhold_crossed
from samskab_cli.scoring.withholding import withhold

from samskab_cli.model.result import Reason

Cells = dict[tuple[int, int], tuple[int, ...]]
MIN_GROUP = 5


def tables(columns: int = 4) -> st.SearchStrategy[Cells]:
    def build(counts: list[list[int]]) -> Cells:
        return {(row, column): (n,) for row, ns in enumerate(counts) for column, n in enumerate(ns) if n}

    row = st.lists(st.sampled_from([0, 1, 2, 3, 5, 6, 7, 9]), min_size=columns, max_size=columns)
    return st.lists(row, min_size=1, max_size=4).map(build)


def exposed(cells: Cells, hidden: set[tuple[int, int]]) -> list[tuple[tuple[int, int], ...]]:
    """Sets of hidden cells with too few people whose sum can be solved for, all sums of at least MIN_GROUP known."""
    names = sorted(hidden)
    lines = [[cell[axis] == at for cell in names] for axis in (0, 1) for at in {cell[axis] for cell in cells}]
    whole = [
        sum(cells[cell][0] for cell in cells if cell[axis] == at)
        for axis in (0, 1)
        for at in {cell[axis] for cell in cells}
    ]
    basis = np.array([line for line, n in zip(lines, whole, strict=True) if n >= MIN_GROUP], dtype=float).T
    found = []
    for size in range(1, 5):
        for some in combinations(names, size):
            if 0 < sum(cells[cell][0] for cell in some) < MIN_GROUP and basis.size:
                figure = np.array([float(cell in some) for cell in names])
                solution, *_ = np.linalg.lstsq(basis, figure, rcond=None)
                if np.allclose(basis @ solution, figure, atol=1e-8):
                    found.append(some)
    return found


@settings(max_examples=200, deadline=None)
@given(tables())
def test_no_few_people_can_be_solved_for_or_it_is_said_that_hiding_cells_is_not_enough(cells: Cells) -> None:
    # given a table whose lines all count enough people
    for axis in (0, 1):
        for at in {cell[axis] for cell in cells}:
            if sum(n for cell, (n,) in cells.items() if cell[axis] == at) < MIN_GROUP:
                return
    # when
    hidden, safe = withhold_crossed(cells, MIN_GROUP, {})
    # then
    assert not safe or not exposed(cells, set(hidden))


@settings(max_examples=60, deadline=None)
@given(tables())
def test_hiding_cells_is_enough_where_something_is_still_shown_in_every_line(cells: Cells) -> None:
    hidden, safe = withhold_crossed(cells, MIN_GROUP, {})
    rows, columns = ({cell[axis] for cell in cells if cell not in hidden} for axis in (0, 1))
    if rows == {row for row, _ in cells} and columns == {column for _, column in cells}:
        assert safe


def test_line_by_line_a_neighbour_would_be_solved_for() -> None:
    # given two people, hidden; their neighbours in row and column are hidden for their sake
    cells: Cells = {(0, 0): (9,), (0, 1): (9,), (1, 0): (2,), (1, 1): (6,)}
    lines = [[cell for cell in cells if cell[axis] == at] for axis in (0, 1) for at in (0, 1)]
    # then line by line each neighbour is alone in its other line, and gives the two away; here nothing does
    assert exposed(cells, set(withhold(cells, lines, MIN_GROUP, {})))
    assert not exposed(cells, set(withhold_crossed(cells, MIN_GROUP, {}).hidden))


def test_nothing_is_hidden_where_every_cell_is_large_enough() -> None:
    assert withhold_crossed({(row, column): (5,) for row in range(3) for column in range(3)}, MIN_GROUP, {}) == (
        {},
        True,
    )


def test_with_a_smallest_group_of_one_nothing_is_hidden() -> None:
    assert withhold_crossed({(0, 0): (1,), (0, 1): (1,)}, 1, {}) == ({}, True)


def test_what_a_figure_is_made_of_is_minded_too() -> None:
    # given 5 people behind the first figure of a hidden cell, but only 3 behind its second part
    cells: Cells = {(0, 0): (5, 3), (0, 1): (6, 6), (1, 0): (8, 8), (1, 1): (9, 9)}

    hidden, safe = withhold_crossed(cells, MIN_GROUP, {(0, 0): Reason.MIN_GROUP})

    assert (0, 1) in hidden
    assert safe


def test_with_too_many_columns_to_look_at_all_is_hidden_as_soon_as_one_is() -> None:
    wide: Cells = {(row, column): (9,) for row in range(2) for column in range(MOST_COLUMNS + 1)}

    assert withhold_crossed(wide, MIN_GROUP, {}) == ({}, True)
    assert set(withhold_crossed(wide | {(0, 0): (2,)}, MIN_GROUP, {}).hidden) == set(wide)


def test_a_row_of_one_cell_can_not_be_protected_by_hiding_cells() -> None:
    # given five people who are all of their row, and one more in their column
    cells: Cells = {(0, 1): (5,), (1, 0): (9,), (1, 1): (1,), (2, 0): (9,)}

    hidden, safe = withhold_crossed(cells, MIN_GROUP, {})

    assert not safe
    assert exposed(cells, set(hidden))
