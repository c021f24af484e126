"""A figure is never rounded into a claim."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting.numbers import cutoffs, decimal, hundredths, tenths

scores = st.floats(0, 100, allow_nan=False)
limits = st.lists(st.floats(0.2, 100, allow_nan=False), max_size=6)


@pytest.mark.parametrize(
    ("score", "shown"),
    [(64.96, "64,9"), (65.0, "65,0"), (64.94, "64,9"), (64.9999999999, "65,0"), (65.05, "65,1"), (49.951, "49,9")],
)
def test_below_a_cut_off_is_cut_instead_of_rounded_up_to_it(score: float, shown: str) -> None:
    assert decimal(score, ",", (65, 50)) == shown


@pytest.mark.parametrize(("score", "shown"), [(99.96, "99,9"), (100.0, "100,0"), (0.0, "0,0"), (0.004, "0,1")])
def test_only_the_ends_are_shown_as_the_ends(score: float, shown: str) -> None:
    assert decimal(score, ",") == shown


def test_half_is_rounded_up_also_where_floats_fall_short_of_it() -> None:
    assert [str(tenths(value)) for value in (2.25, 0.35, 2.2499999999999996, 64.85)] == ["2.3", "0.4", "2.3", "64.9"]


@given(scores, limits)
def test_a_shown_figure_never_reaches_what_the_figure_does_not(score: float, cut: list[float]) -> None:
    shown = tenths(score, cut)
    # what lies within the tolerance of scoring counts as reached
    assert all(shown < Decimal(repr(limit)) for limit in cut if round(score, 9) < round(limit, 9))


@given(scores, limits)
def test_a_shown_figure_is_less_than_a_tenth_from_the_figure(score: float, cut: list[float]) -> None:
    assert abs(float(tenths(score, cut)) - score) < 0.1 + 1e-9


@given(scores, scores, limits)
def test_the_order_of_figures_is_kept(one: float, other: float, cut: list[float]) -> None:
    low, high = sorted((one, other))
    assert tenths(low, cut) <= tenths(high, cut)


@given(st.floats(-1, 1, allow_nan=False))
def test_agreement_is_one_only_where_all_are_alike(value: float) -> None:
    shown = hundredths(value, ".")
    assert (shown in ("1.00", "−1.00")) == (abs(round(value, 9)) == 1)


def test_every_cut_off_of_the_set_is_one_that_figures_stop_at(readiness: QuestionSet) -> None:
    assert {40, 50, 60, 65, 70, 75, 100} <= set(cutoffs(readiness))
