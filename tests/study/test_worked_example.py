"""Every figure of the worked example in docs/study.md, to four decimals.

They were computed by R 4.2.2 with psych (`alpha`, `cov(use = "pairwise")`), semTools (`htmt`) and multilevel (`ICC1`,
`ICC2`, `rwg.j`) before any of this was written; R isn't needed to run the tests.
"""

from __future__ import annotations

import pytest

from samskab_cli.model.answers import Responses
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.group_scores import GroupScores, group_scores
from samskab_cli.study.matrix import Sample
from samskab_cli.study.pair_tables import by_cells, pair_tables
from samskab_cli.study.quantiles import wilson
from tests.study.example import example_answers, example_set, figures_of_the_page

A, B = (0, 1, 2, 3), (4, 5)
R_PAGE = {
    "covariance of a1 and a3, over 11 people": [1.3909],
    "correlation of a1 and a2": [0.7724],
    "alpha of A, of B": [0.8177, 0.9481],
    "mean correlation within A": [0.5276],
    "a1 … a4 with the rest of A": [0.9243, 0.6339, 0.8165, 0.2861],
    "alpha of A without a1 … a4": [0.6260, 0.7761, 0.6795, 0.9296],
    "a4 with B": [-0.0501],
    "HTMT of A and B": [-0.7587],
    "mean score on A of K1, K2, K3": [73.4375, 28.1250, 68.2292],
    "F, n₀": [14.2238, 4],
    "ICC(1), ICC(2)": [0.7678, 0.9297],
    "95 % interval of ICC(2)": [0.5982, 0.9982],
    "answers an issue that would do": [0.71],
    "rwg(J) of K1, K2, K3": [0.8539, 0.8593, 0.7719],
    "95 % interval of 5 of 12": [0.1933, 0.6805],
}
"""As R gave them."""


def computed() -> dict[str, list[float]]:
    """The same figures by the functions of the program."""
    asked, answers = Asked.of(example_set(), example_answers()), example_answers()
    assert isinstance(answers.cells, Responses)
    everybody = Sample.of(pair_tables(asked, by_cells(asked, answers.cells.frame))).everybody
    scores = group_scores(asked, answers.cells.frame, "group:matter", ["K1", "K2", "K3"])
    groups = scores.reliability("a")
    assert groups is not None
    rests = [[other for other in A if other != item] for item in A]
    return {
        "covariance of a1 and a3, over 11 people": [everybody.covariance(0, 2)],
        "correlation of a1 and a2": [everybody.correlation(0, 1)],
        "alpha of A, of B": [everybody.alpha(A), everybody.alpha(B)],
        "mean correlation within A": [everybody.mean_r(A)],
        "a1 … a4 with the rest of A": [everybody.with_sum(item, rest) for item, rest in zip(A, rests, strict=True)],
        "alpha of A without a1 … a4": [everybody.alpha(rest) for rest in rests],
        "a4 with B": [everybody.with_sum(3, B)],
        "HTMT of A and B": [everybody.htmt(A, B)],
        "mean score on A of K1, K2, K3": [row["sum:a"] / row["n:a"] / 1_000_000 for row in scores.rows],
        "F, n₀": [groups.f, groups.n0],
        "ICC(1), ICC(2)": [groups.icc1, groups.icc2],
        "95 % interval of ICC(2)": [*groups.interval(0.95)],
        "answers an issue that would do": [groups.needed],
        "rwg(J) of K1, K2, K3": [GroupScores(asked, (row,)).agreement("a") for row in scores.rows],
        "95 % interval of 5 of 12": [*wilson(5, 12, 0.95)],
    }


@pytest.mark.parametrize("figure", R_PAGE)
def test_the_program_computes_what_r_did(figure: str) -> None:
    last_digit = 0.005 if figure == "answers an issue that would do" else 0.0001
    assert computed()[figure] == pytest.approx(R_PAGE[figure], abs=last_digit)


def test_the_page_says_what_the_program_computes() -> None:
    said = figures_of_the_page()

    assert said.keys() == R_PAGE.keys()
    for figure, values in computed().items():
        digits = 2 if figure == "answers an issue that would do" else 4
        assert [round(value, digits) for value in values] == said[figure], figure
