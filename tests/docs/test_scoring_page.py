"""The worked example of `docs/scoring.md` is what the engine computes, so that the page can be trusted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samskab_cli.disclosure.explaining import terms
from samskab_cli.model.findings import Figure
from samskab_cli.scoring.agreement import agreement
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import worked_example, written
from tests.scored import findings

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
SET = worked_example()


def rows(first_heading: str) -> list[list[str]]:
    """The cells of the page's table that begins with this heading, below its header."""
    lines = PAGE.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {first_heading}")) + 2
    table = lines[start : next(n for n in range(start, len(lines)) if not lines[n].startswith("|"))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


RESPONDENTS = [row for row in rows("| side") if row[8] != "unanswered"]


@pytest.fixture(scope="module")
def everybody() -> Findings:
    return findings(SET, written(SET, "\n".join(" ".join(row[:8]) for row in rows("| side"))))


def as_written(figure: Figure) -> str:
    """A figure as the page writes it: score, then low–high where they differ from it."""
    if figure.low is None or figure.high is None:
        return "n/a"
    score = "none" if figure.score is None else short(figure.score)
    span = f"{short(figure.low)}–{short(figure.high)}"
    return score if span == f"{score}–{score}" else f"{score} ({span})"


def short(value: float) -> str:
    return re.sub(r"\.?0+$", "", f"{value:.2f}")


def four(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


@pytest.mark.parametrize("row", RESPONDENTS, ids=[row[0] for row in RESPONDENTS])
def test_each_line_is_what_that_respondent_scores(row: list[str]) -> None:
    alone = findings(SET, written(SET, " ".join(row[:8])))

    figures = [*alone.dimensions.values(), *alone.gates["g"].parts.values()]
    assert [as_written(figure) for figure in figures] == row[8:]


def test_the_tables_of_all_together_are_those_of_the_page(everybody: Findings) -> None:
    assert rows("item") == [
        [item, *map(str, table.cells[:-1]), four(one.score), four(one.low), four(one.high)]
        for item, table in everybody.tables.everybody.items()
        for one in [everybody.items[item]]
    ]


def test_the_figures_of_all_together_and_of_the_sides_are_those_of_the_page(everybody: Findings) -> None:
    sides = everybody.sides.values()
    gate = everybody.gates["g"].figure
    of_sides = {
        "A": [side.dimensions["a"].score for side in sides],
        "B": [side.dimensions["b"].score for side in sides],
        "overall": [side.overall for side in sides],
        "gate": [side.gates["g"].score for side in sides],
    }
    figures = {"A": everybody.dimensions["a"], "B": everybody.dimensions["b"], "overall": everybody.overall}
    assert list(everybody.sides) == ["citizen", "leader", "staff"]
    assert rows("figure") == [
        [
            name,
            four(figure.score),
            four(figure.low),
            four(figure.high),
            "" if name == "overall" else str(figure.n),
            *map(four, of_sides[name]),
        ]
        for name, figure in (figures | {"gate": gate}).items()
    ]


def test_the_verdict_and_its_range_are_those_of_the_page(everybody: Findings) -> None:
    gate = everybody.gates["g"]
    p, q = gate.parts.values()

    assert f"The verdict is `{everybody.level}`, its range `{everybody.range[0]}` to `{everybody.range[1]}`" in PAGE
    assert f"the lower of P ({four(p.score)}) and Q ({four(q.score)}): {gate.state}, its range" in PAGE
    assert "{}, its range {} to {}".format(gate.state, *everybody.gate_ranges["g"]) in PAGE


def test_the_examples_of_agreement_are_what_is_computed() -> None:
    examples = re.findall(r"A\(([\d, ]+)\) = (−?[\d.]*\d)", PAGE)

    assert len(examples) == 3
    for counts, value in examples:
        found = agreement([int(count) for count in counts.split(", ")])
        assert found == pytest.approx(float(value.replace("−", "-")), abs=5e-5)


@pytest.mark.parametrize(
    "section", [terms.CELLS, terms.RULE, terms.GATES, terms.VERDICT, terms.SIDES, terms.SMALL], ids=lambda at: at
)
def test_every_section_that_an_explanation_names_is_there(section: str) -> None:
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)

    anchors = {
        f"docs/scoring.md#{re.sub(r'[^a-z0-9 ]', '', heading.lower()).replace(' ', '-')}" for heading in headings
    }
    assert section in anchors
