"""The worked example of `docs/scoring.md` is what the engine computes, so that the page can be trusted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samskab_cli.model.findings import Figure, Findings
from samskab_cli.scoring.agreement import agreement
from samskab_cli.scoring.engine import find
from tests.answers_as_written import worked_example, written

PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"
SET = worked_example()


def rows(first_heading: str) -> list[list[str]]:
    """The cells of the page's table that begins with this heading, below its header."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {first_heading}")) + 2
    table = lines[start : next(n for n in range(start, len(lines)) if not lines[n].startswith("|"))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


RESPONDENTS = [row for row in rows("| side") if row[8] != "unanswered"]


def said(figure: Figure) -> str:
    """A figure as the page writes it: score, then low–high where they differ from it."""
    if not figure.applicable:
        return "n/a"
    assert figure.low is not None
    assert figure.high is not None
    score = "none" if figure.score is None else short(figure.score)
    span = f"{short(figure.low)}–{short(figure.high)}"
    return score if span == f"{score}–{score}" else f"{score} ({span})"


def short(value: float) -> str:
    return re.sub(r"\.?0+$", "", f"{value:.2f}")


def everybody() -> Findings:
    return find(SET, written(SET, "\n".join(" ".join(row[:8]) for row in rows("| side"))))


@pytest.mark.parametrize("row", RESPONDENTS, ids=[row[0] for row in RESPONDENTS])
def test_each_line_is_what_that_respondent_scores(row: list[str]) -> None:
    alone = find(SET, written(SET, " ".join(row[:8])))

    figures = [*alone.dimensions.values(), *alone.gates["g"].parts.values()]
    assert [said(figure) for figure in figures] == row[8:]


def test_the_figures_of_all_together_are_those_of_the_page() -> None:
    found = everybody()

    figures = {
        "A": found.dimensions["a"],
        "B": found.dimensions["b"],
        "overall": found.overall,
        "gate": found.gates["g"].figure,
    }
    for name, score, n, low, high in rows("figure"):
        figure = figures[name]
        assert (figure.score, figure.low, figure.high) == pytest.approx(
            (float(score), float(low), float(high)), abs=6e-5
        )
        assert n in {"", str(figure.n)}


def test_the_examples_of_agreement_are_what_is_computed() -> None:
    examples = re.findall(r"A\(([\d, ]+)\) = (−?[\d.]*\d)", PAGE.read_text(encoding="utf-8"))

    assert len(examples) == 3
    for counts, value in examples:
        found = agreement([int(count) for count in counts.split(", ")])
        assert found == pytest.approx(float(value.replace("−", "-")), abs=5e-5)


def test_the_verdict_and_its_range_are_those_of_the_page() -> None:
    found = everybody()

    verdict = f"The verdict is `{found.level}`, its range `{found.range[0]}` to `{found.range[1]}`"
    gate = found.gates["g"]
    state = f"{gate.state}, its range {gate.range[0]} to {gate.range[1]}"
    assert verdict in PAGE.read_text(encoding="utf-8")
    assert state in PAGE.read_text(encoding="utf-8")
