"""Four fictional workshops, from the file to the result: as codes and as labels, whole, quick and with small groups.

`expected.yaml` was computed by an independent implementation of the rules, to four decimals.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from samskab_cli.disclosure.result import score
from samskab_cli.model.figures_shown import SideFigure, SideOverall
from tests.scored import verdict_of
from tests.workshops import WORKSHOPS, answers_of, frozen_set

EXPECTED: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "expected.yaml").read_text(encoding="utf-8")
)


def four(value: Any) -> Any:
    """Equal to four decimals, all through."""
    if isinstance(value, dict):
        return {key: four(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [four(inner) for inner in value]
    return pytest.approx(value, abs=6e-5) if isinstance(value, int | float) else value


def scores(sides: dict[str, SideFigure] | dict[str, SideOverall]) -> dict[str, float]:
    return {side: figure.score for side, figure in sides.items() if figure.score is not None}


def test_all_workshops_are_expected() -> None:
    assert set(EXPECTED) == set(WORKSHOPS)


@pytest.mark.parametrize("kind", ["codes", "labels"])
@pytest.mark.parametrize(("workshop", "version"), [(name, version) for name in EXPECTED for version in EXPECTED[name]])
def test_every_figure_of_a_workshop(workshop: str, version: str, kind: str) -> None:
    # given the whole set or the quick one, with the smallest group of one or of five
    how, _, min_group = version.rpartition("min_group_")
    result = score(frozen_set(), answers_of(workshop, kind, quick=how == "quick_"), int(min_group))
    # then
    answers, verdict = result.answers, verdict_of(result)
    found = {
        "respondents": answers.respondents,
        "side_level": answers.side_level,
        "sides": {side.id: side.n for side in answers.sides if side.withheld is None},
        "verdict": {"level": verdict.level, "range": list(verdict.range)},
        "overall": {
            **{key: getattr(result.overall, key) for key in ("score", "low", "high")},
            "sides": scores(result.overall.sides),
        },
        "dimensions": {
            one.id: {
                **{key: getattr(one, key) for key in ("score", "low", "high", "n", "gap")},
                "sides": scores(one.sides),
            }
            for one in result.dimensions
        },
        "gates": {
            one.id: {
                **{key: getattr(one, key) for key in ("state", "reason", "score", "low", "high", "n", "gap")},
                "range": list(one.range),
                "parts": [part.score for part in one.parts],
                "sides": scores(one.sides),
            }
            for one in result.gates
        },
        "left_out": list(answers.items_left_out),
        "without_side_figures": list(answers.items_without_sides),
    }
    assert found == four(EXPECTED[workshop][version])
