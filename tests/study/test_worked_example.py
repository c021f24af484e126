"""Every figure of the worked example in docs/study.md, to four decimals.

They were computed by R 4.2.2 with psych (alpha, correlations: `use = "pairwise"`), semTools (HTMT) and multilevel (ICC,
rwg) before any of this was written; R isn't needed to run the tests.
"""

from __future__ import annotations

import pytest

from samskab_cli.model.answers import Responses
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.group_scores import GroupScores, group_scores
from samskab_cli.study.groups import rwg
from samskab_cli.study.matrix import Sample
from samskab_cli.study.pair_tables import by_cells, pair_tables
from samskab_cli.study.quantiles import wilson
from tests.study.example import example_answers, example_set

A, B = (0, 1, 2, 3), (4, 5)


@pytest.fixture
def asked() -> Asked:
    return Asked.of(example_set(), example_answers())


@pytest.fixture
def sample(asked: Asked) -> Sample:
    cells = example_answers().cells
    assert isinstance(cells, Responses)
    return Sample.of(pair_tables(asked, by_cells(asked, cells.frame)))


@pytest.fixture
def scores(asked: Asked) -> GroupScores:
    cells = example_answers().cells
    assert isinstance(cells, Responses)
    return group_scores(asked, cells.frame, "group:matter", ["K1", "K2", "K3"])


def near(value: float) -> object:
    return pytest.approx(value, abs=0.00005)


def test_a_pair_is_a_table_of_counts_of_the_people_who_answered_both(sample: Sample) -> None:
    table = sample.tables.whole((0, 2))

    assert sum(table) == sample.everybody.n(0, 2) == 11
    assert table[3 * 5 : 4 * 5] == (0, 0, 0, 2, 1), "of those with a1 = 4: two said 4 to a3, one 5, and one nothing"
    assert sample.everybody.covariance(0, 2) == near(1.3909)
    assert sample.everybody.correlation(0, 1) == near(0.7724)


def test_alpha(sample: Sample) -> None:
    assert sample.everybody.alpha(A) == near(0.8177)
    assert sample.everybody.alpha(B) == near(0.9481)
    assert sample.everybody.mean_r(A) == near(0.5276)


@pytest.mark.parametrize(
    ("item", "with_the_rest", "alpha_without"),
    [(0, 0.9243, 0.6260), (1, 0.6339, 0.7761), (2, 0.8165, 0.6795), (3, 0.2861, 0.9296)],
)
def test_an_item_and_the_rest_of_its_dimension(
    sample: Sample, item: int, with_the_rest: float, alpha_without: float
) -> None:
    rest = [other for other in A if other != item]

    assert sample.everybody.with_sum(item, rest) == pytest.approx(with_the_rest, abs=0.0001)
    assert sample.everybody.alpha(rest) == near(alpha_without)


def test_an_item_and_another_dimension(sample: Sample) -> None:
    assert sample.everybody.with_sum(3, B) == near(-0.0501)


def test_two_dimensions(sample: Sample) -> None:
    assert sample.everybody.htmt(A, B) == near(-0.7587)


def test_groups(scores: GroupScores) -> None:
    found = scores.reliability("a")
    assert found is not None

    means = [row["sum:a"] / row["n:a"] / 1_000_000 for row in scores.rows]
    assert means == [near(73.4375), near(28.1250), near(68.2292)]
    assert found.f == near(14.2238)
    assert found.n0 == 4
    assert found.icc1 == near(0.7678)
    assert found.icc2 == near(0.9297)
    assert found.interval(0.95) == (near(0.5982), near(0.9982))
    assert found.needed == pytest.approx(0.71, abs=0.005)


def test_agreement_within_groups(scores: GroupScores, asked: Asked) -> None:
    agreement = [GroupScores(asked, (row,)).agreement("a") for row in scores.rows]

    assert agreement == [near(0.8539), near(0.8593), near(0.7719)]
    assert scores.agreement("a") == near(0.8539), "the median of the groups"


def test_agreement_of_one_item_by_hand() -> None:
    assert rwg([0.5], 5) == pytest.approx(1 - 0.5 / 2), "chance alone has a variance of (5² − 1) / 12 = 2"
    assert rwg([2.5], 5) == 0, "no less agreement than by chance"


def test_a_share() -> None:
    assert wilson(5, 12, 0.95) == (near(0.1933), near(0.6805))
