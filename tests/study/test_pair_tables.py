"""Pair tables are counts of people: they add up, and know no order."""

from __future__ import annotations

import random
from itertools import combinations_with_replacement

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.matrix import Sample
from samskab_cli.study.pair_tables import BLOCK, PairTables, by_cells, by_groups, pair_tables
from tests.answers_as_written import frame, question_set

ITEMS = ("a1", "a2", "a3")
CELL = st.sampled_from([1, 2, 3, 4, 5, UNSURE, NOT_RELEVANT, BLANK, INVALID])
ROWS = st.lists(st.tuples(CELL, CELL, CELL), max_size=70)
Rows = list[tuple[int, int, int]]


def three_items() -> QuestionSet:
    return question_set({"a": [{"id": "a1"}, {"id": "a2", "reverse": True}, {"id": "a3"}]})


def asked() -> Asked:
    return Asked(three_items(), three_items().items)


def keyed(item: int, cell: int) -> int:
    return 5 - cell if ITEMS[item] == "a2" else cell - 1


@given(ROWS)
def test_a_table_counts_who_gave_which_two_answers(rows: Rows) -> None:
    tables = pair_tables(asked(), by_cells(asked(), frame(ITEMS, [None] * len(rows), rows).lazy()))

    for one, other in combinations_with_replacement(range(3), 2):
        counts = [0] * (5 if one == other else 25)
        for row in rows:
            if row[one] >= 0 and row[other] >= 0:
                x, y = keyed(one, row[one]), keyed(other, row[other])
                counts[x if one == other else 5 * x + y] += 1
        if tables.blocks:
            assert list(tables.whole((one, other))) == counts


@given(ROWS, st.randoms())
def test_the_order_of_rows_changes_nothing_not_even_who_is_in_which_block(rows: Rows, shuffle: random.Random) -> None:
    other = list(rows)
    shuffle.shuffle(other)
    first, second = (
        pair_tables(asked(), by_cells(asked(), frame(ITEMS, [None] * len(of), of).lazy())) for of in (rows, other)
    )
    assert first == second


@pytest.mark.parametrize(("people", "blocks"), [(1, 1), (49, 49), (50, 50), (120, 50)])
def test_people_are_dealt_to_at_most_fifty_blocks_of_about_one_size(people: int, blocks: int) -> None:
    rng = random.Random(people)
    rows = [[rng.randint(1, 5) for _ in ITEMS] for _ in range(people)]
    (part,) = by_cells(asked(), frame(ITEMS, [None] * people, rows).lazy())
    sizes = part.group_by(BLOCK).len()["len"]
    assert len(sizes) == blocks
    assert max(sizes.to_list()) - min(sizes.to_list()) <= 1


def test_of_many_people_about_as_many_are_looked_at_as_wanted_and_the_same_ones_always() -> None:
    rng = random.Random(1)
    rows = [[rng.randint(1, 5) for _ in range(20)] for _ in range(3000)]
    many = question_set({"a": [{"id": f"a{n}"} for n in range(20)]})
    of_many = Asked(many, many.items)
    table = frame([item.id for item in many.items], [None] * 3000, rows).lazy()

    (some,), (same,) = by_cells(of_many, table, 1000), by_cells(of_many, table.reverse(), 1000)

    assert 900 < some.height < 1100
    assert some.sort(pl.all()).equals(same.sort(pl.all()))


def test_shown_groups_are_blocks_and_all_others_are_one() -> None:
    rows = [[1, 2, 3], [2, 2, 2], [3, 3, 3], [4, 4, 4]]
    table = frame(ITEMS, [None] * 4, rows, {"town": ["north", "south", None, "few"]})

    (found,) = by_groups(asked(), table.lazy(), "group:town", ["north", "south"])

    assert found[BLOCK].to_list() == [0, 1, 2, 2]


@given(ROWS)
def test_everybody_without_a_block_is_everybody_less_that_block(rows: Rows) -> None:
    sample = Sample.of(pair_tables(asked(), by_cells(asked(), frame(ITEMS, [None] * len(rows), rows).lazy())))

    for pair, sums in sample.everybody.sums.items():
        blocks = len(sample.without)
        together = [sum(one.sums[pair][at] for one in sample.without) for at in range(len(sums))]
        assert together == [(blocks - 1) * whole for whole in sums], "each block is missing once"


def test_a_file_too_large_for_one_part_has_the_same_tables_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(2)
    rows = [[rng.choice([1, 2, 3, 4, 5, BLANK]) for _ in ITEMS] for _ in range(700)]
    table = frame(ITEMS, [None] * 700, rows, {"town": [f"town {n % 120:03}" for n in range(700)]})
    towns = [f"town {n:03}" for n in range(110)]

    def made(of: pl.DataFrame) -> list[PairTables]:
        by_town = by_groups(asked(), of.lazy(), "group:town", towns)
        return [pair_tables(asked(), by_cells(asked(), of.lazy())), pair_tables(asked(), by_town)]

    at_once = made(table)
    monkeypatch.setattr("samskab_cli.study.file_parts.AT_ONCE", 100)
    in_parts = made(table)

    assert in_parts == made(table.reverse())
    assert in_parts[1] == at_once[1], "groups are blocks either way"
    assert in_parts[0].whole((0, 2)) == at_once[0].whole((0, 2))
    assert len(in_parts[1].blocks) == 101
