"""The worked example of `docs/conclusions.md` is what is computed, so that the page can be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskab_cli.scoring.conclusions.certainty import certainty, same_level
from samskab_cli.scoring.conclusions.discuss_first import discuss_first
from samskab_cli.scoring.conclusions.precision import near, readings
from samskab_cli.scoring.contest.contested import looks_at
from samskab_cli.scoring.contest.sides import side_views, stands_out
from samskab_cli.scoring.findings import Findings
from tests.scoring.conclusions.rooms import found, two_parts

PAGE = (Path(__file__).parents[2] / "docs" / "conclusions.md").read_text(encoding="utf-8")
SET = two_parts()


def rows(heading: str) -> list[list[str]]:
    """The cells of the table with this heading, below its header."""
    lines = PAGE.splitlines()
    start = lines.index(heading) + 2
    end = next((at for at in range(start, len(lines)) if not lines[at].startswith("|")), len(lines))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[start:end]]


@pytest.fixture(scope="module")
def example() -> Findings:
    return found(SET, "\n".join(" ".join(row) for row in rows("| side | a1 | a2 | b1 | b2 |")))


def four(value: float) -> str:
    return f"{value:.4f}"


def test_the_parts_and_the_verdict(example: Findings) -> None:
    p, q = example.gates["g"].parts.values()
    gate = example.gates["g"]

    assert f"P is {p.score}, and Q {four(q.score or 0)}, which decides" in PAGE
    assert (gate.weakest, gate.state, gate.reason) == ("q", "contested", "sides")
    assert example.gate_ranges["g"] == ("contested", "contested")
    assert (
        f"because of the *{gate.reason}*, at both ends of its range too, and the verdict is `{example.level}`" in PAGE
    )


def test_without_shown_sides_it_is_the_spread() -> None:
    hidden = found(SET, "\n".join(" ".join(row) for row in rows("| side | a1 | a2 | b1 | b2 |")), sides=False)

    assert f"Were no side shown, it would be contested because of the *{hidden.gates['g'].reason}*" in PAGE


def test_what_was_looked_at(example: Findings) -> None:
    measured = []
    looks = looks_at(example.asked, SET.gates[0], example.tables, "q")
    for name, look in zip(("whole", "Q"), looks, strict=True):
        measured.append([name, "split", four(look.camps.split), four(look.split_limit)])
        measured += [[name, view.side, four(view.distance), four(limit)] for view, limit in look.across]

    assert rows("| look | of | measured | limit |") == measured
    outside = next(
        view for view in side_views(example.asked, example.tables, tuple(example.items)) if view.side == "outside"
    )
    assert f"({four(outside.score)} against {four(outside.others)} over all items)" in PAGE


def test_how_sure(example: Findings) -> None:
    p, q, *_ = readings(example)

    assert f"P has the standard error {four(p.error)} and Q {four(q.error)}" in PAGE
    assert f"Of 400 other rooms {same_level(example):.0%}".replace("%", " %") in PAGE
    assert f"that is said as *{certainty(example).sure}*" in PAGE


def test_what_lies_near_a_cut_off(example: Findings) -> None:
    assert rows("| figure | cut-off | distance |") == [
        [one.figure, f"{one.cutoff:g}", four(one.distance)] for one in near(example)
    ]


def test_who_stands_out(example: Findings) -> None:
    views = {
        (view.side, dimension): view
        for dimension, items in example.asked.dimensions.items()
        for view in side_views(example.asked, example.tables, items)
    }
    assert rows("| side | stands out | distance | limit |") == [
        [one.side, f"{one.direction} in {dimension}", four(view.distance), four(max(15, 2.4 * view.noise))]
        for one in stands_out(example.asked, example.tables)
        for dimension in one.dimensions
        for view in [views[one.side, dimension]]
    ]


def test_what_to_talk_about_first(example: Findings) -> None:
    assert rows("| talk about | tension | reason |") == [
        [one.item, four(one.tension), one.reason] for one in discuss_first(example.asked, example.tables)
    ]
