"""Quantiles, omega, reliabilities and intervals, against values from elsewhere."""

from __future__ import annotations

from math import inf, isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.study.group_reliability import GroupSums, answers_needed, reliability, rwg
from samskab_cli.study.intervals import Measured, Scale, jackknife
from samskab_cli.study.omega import omega
from samskab_cli.study.quantiles import f_quantile, incomplete_beta, t_quantile, wilson


@pytest.mark.parametrize(
    ("p", "df1", "df2", "value"),
    [(0.95, 3, 10, 3.708265), (0.975, 2, 9, 5.714705), (0.99, 5, 100, 3.205872), (0.95, 97, 1862, 1.254567)],
)
def test_quantiles_of_f_are_those_of_printed_tables(p: float, df1: int, df2: int, value: float) -> None:
    assert f_quantile(p, df1, df2) == pytest.approx(value, rel=2e-3)
    assert f_quantile(1 - p, df2, df1) == pytest.approx(1 / f_quantile(p, df1, df2), rel=1e-9), "turned round"


@pytest.mark.parametrize(("p", "df", "value"), [(0.975, 49, 2.009575), (0.995, 11, 3.105807), (0.9995, 49, 3.500443)])
def test_quantiles_of_t_are_those_of_printed_tables(p: float, df: int, value: float) -> None:
    assert t_quantile(p, df) == pytest.approx(value, abs=1e-6)


@given(st.floats(0.01, 0.99), st.integers(1, 300), st.integers(1, 300))
def test_a_quantile_is_where_the_distribution_reaches_its_probability(p: float, df1: int, df2: int) -> None:
    f = f_quantile(p, df1, df2)
    assert incomplete_beta(df1 / 2, df2 / 2, df1 * f / (df1 * f + df2)) == pytest.approx(p, abs=1e-9)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), st.floats(0.5, 0.999))
def test_the_interval_of_a_share_holds_it_and_stays_a_share(counted: tuple[int, int], level: float) -> None:
    count, of = counted
    low, high = wilson(count, of, level)
    assert 0 <= low <= count / of + 1e-12
    assert count / of - 1e-12 <= high <= 1


def by_least_squares(covariances: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """Omega of the maximum likelihood fit, found by Newton's method on the likelihood itself."""
    k = len(covariances)
    at = np.concatenate([np.sqrt(np.diag(covariances)) * 0.7, np.log(np.diag(covariances) * 0.5)])
    unit = np.eye(2 * k)

    def misfit(x: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        implied = np.outer(x[:k], x[:k]) + np.diag(np.exp(x[k:]))
        return float(np.linalg.slogdet(implied)[1] + np.trace(np.linalg.solve(implied, covariances)))

    def slope(x: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array([(misfit(x + 1e-5 * one) - misfit(x - 1e-5 * one)) / 2e-5 for one in unit])

    for _ in range(50):
        curve = np.array([(slope(at + 1e-4 * one) - slope(at - 1e-4 * one)) / 2e-4 for one in unit])
        at = at - np.linalg.solve(curve + 1e-6 * unit, slope(at))
    return float(at[:k].sum() ** 2 / covariances.sum())


@pytest.mark.parametrize("loadings", [[0.6, 0.6, 0.6, 0.6], [0.9, 0.7, 0.5, 0.6, 0.8, 0.4]])
def test_omega_is_that_of_the_likeliest_single_factor(loadings: list[float]) -> None:
    rng = np.random.default_rng(len(loadings))
    factor = rng.normal(size=400)
    answers = factor[:, None] * np.array(loadings) + rng.normal(size=(400, len(loadings)))
    covariances = np.cov(answers.T)

    assert omega(covariances.tolist()) == pytest.approx(by_least_squares(covariances), abs=1e-5)


def test_three_items_have_one_solution() -> None:
    """λ₁² = c₁₂ · c₁₃ / c₂₃, and so on."""
    loadings = [(0.4 * 0.5 / 0.3) ** 0.5, (0.4 * 0.3 / 0.5) ** 0.5, (0.5 * 0.3 / 0.4) ** 0.5]
    assert omega([[1, 0.4, 0.5], [0.4, 1, 0.3], [0.5, 0.3, 1]]) == pytest.approx(sum(loadings) ** 2 / 5.4, abs=1e-6)


def test_there_is_no_omega_of_two_items_nor_where_an_item_has_nothing_of_its_own() -> None:
    assert isnan(omega([[1.0, 0.5], [0.5, 1.0]]))
    assert isnan(omega([[1.0, 0.9, 0.9], [0.9, 1.0, 0.2], [0.9, 0.2, 1.0]])), "a Heywood case"


def test_groups_that_differ_less_than_chance_have_no_number_of_answers_that_would_do() -> None:
    alike = reliability([GroupSums(3, 6.0, 14.0), GroupSums(3, 6.0, 14.0)])  # 1, 2, 3 in both

    assert alike is not None
    assert (alike.f, alike.icc2, alike.needed) == (0, -inf, inf)
    assert answers_needed(alike.needed) is None


def test_groups_within_which_all_agree_are_told_apart_by_one_answer() -> None:
    apart = reliability([GroupSums(2, 2.0, 2.0), GroupSums(2, 4.0, 8.0)])

    assert apart is not None
    assert (apart.icc1, apart.icc2) == (1, 1)
    assert answers_needed(apart.needed) == 1


@pytest.mark.parametrize("groups", [[], [GroupSums(5, 5.0, 5.0)], [GroupSums(1, 1.0, 1.0), GroupSums(1, 2.0, 4.0)]])
def test_one_group_or_one_person_a_group_says_nothing(groups: list[GroupSums]) -> None:
    assert reliability(groups) is None


def test_where_everybody_says_the_same_there_is_nothing_to_tell_apart() -> None:
    assert reliability([GroupSums(3, 3.0, 3.0), GroupSums(3, 3.0, 3.0)]) is None


def test_agreement_is_held_against_answers_by_chance() -> None:
    assert rwg([0.5], 5) == pytest.approx(1 - 0.5 / 2), "chance alone has a variance of (5² − 1) / 12 = 2"
    assert rwg([2.5], 5) == 0, "no more agreement than by chance"
    assert rwg([0.0, 0.0], 5) == 1


def test_the_jackknife_of_a_mean_is_its_standard_error() -> None:
    values = [1.0, 4.0, 2.0, 8.0, 5.0]
    whole = sum(values) / 5
    found = jackknife(whole, [(sum(values) - one) / 4 for one in values])

    assert found.error == pytest.approx((sum((one - whole) ** 2 for one in values) / 4 / 5) ** 0.5)


def test_a_correlation_of_all_without_exception_has_an_interval_of_its_own_width() -> None:
    found = jackknife(-1.0, [-1.0] * 40, Scale.CORRELATION)
    assert found.high() == pytest.approx(-1)


def test_without_a_standard_error_nothing_is_beyond_a_threshold() -> None:
    assert (Measured(0.1).low(), Measured(0.1).high()) == (-inf, inf)
