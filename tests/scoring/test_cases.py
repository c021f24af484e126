"""Four fictional workshops give what an independent implementation of the rules computed (4 decimals)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from samskab_cli.model.findings import Figure, Findings
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import SideOverall
from samskab_cli.scoring.engine import find, score
from samskab_cli.scoring.gates import weakest_part
from samskab_cli.scoring.people import End
from tests.answers_as_written import case

CASES = Path(__file__).parents[1] / "cases"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((CASES / "expected.yaml").read_text(encoding="utf-8"))


def four(value: Any) -> Any:
    """Equal to four decimals, all through."""
    if isinstance(value, dict):
        return {key: four(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [four(inner) for inner in value]
    return pytest.approx(value, abs=6e-5) if isinstance(value, int | float) else value


@pytest.fixture(scope="module", params=sorted(EXPECTED))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def found(name: str, readiness: QuestionSet) -> Findings:
    return find(readiness, case(CASES / f"{name}.csv", readiness))


@pytest.fixture
def expected(name: str) -> dict[str, Any]:
    return EXPECTED[name]


def _sides(found: Findings, of: str, kind: str) -> dict[str, float]:
    figures: dict[str, Figure] = {side: getattr(people, kind)[of] for side, people in found.sides.items()}
    return {side: figure.score for side, figure in figures.items() if figure.score is not None}


def test_verdict_and_answers(found: Findings, expected: dict[str, Any]) -> None:
    assert {"level": found.level.value, "range": [level.value for level in found.range]} == expected["verdict"]
    assert found.respondents == expected["respondents"]
    assert found.coverage == four(expected["coverage"])
    assert found.straight_lining == expected["straight_lining"]


def test_dimensions(found: Findings, expected: dict[str, Any]) -> None:
    actual = {}
    for dimension, figure in found.dimensions.items():
        sides = _sides(found, dimension, "dimensions")
        gap = max(sides.values()) - min(sides.values())
        shown = {"score": figure.score, "n": figure.n, "low": figure.low, "high": figure.high}
        actual[dimension] = {**shown, "gap": gap, "sides": sides}
    assert actual == four(expected["dimensions"])


def test_overall(name: str, readiness: QuestionSet, expected: dict[str, Any]) -> None:
    overall = score(readiness, case(CASES / f"{name}.csv", readiness), 1).overall
    sides = {
        side: {"score": of.score, "level": str(of.level)}
        for side, of in overall.sides.items()
        if isinstance(of, SideOverall)
    }
    actual = {"score": overall.score, "low": overall.low, "high": overall.high, "sides": sides}
    assert actual == four(expected["overall"])


def test_gates(found: Findings, expected: dict[str, Any]) -> None:
    actual = {
        gate: {
            "state": one.state.value,
            "reason": one.reason.value if one.reason else None,
            "range": [state.value for state in one.range],
            "score": one.figure.score,
            "n": one.figure.n,
            "parts": [part.score for part in one.parts.values()],
            "sides": _sides(found, gate, "gates"),
        }
        for gate, one in found.gates.items()
    }
    assert actual == four(expected["gates"])


def test_indicators(found: Findings, expected: dict[str, Any]) -> None:
    actual = {
        indicator: {
            "lowest": weakest_part(parts, End.SCORE),
            "parts": {part: figure.score for part, figure in parts.items()},
        }
        for indicator, parts in found.indicators.items()
    }
    assert actual == four(expected["indicators"])


def test_moves(found: Findings, expected: dict[str, Any]) -> None:
    actual = [
        {"item": move.item, "dimension_gain": move.dimension_gain, "gate_gain": move.gate_gain} for move in found.moves
    ]
    assert actual[:5] == four(expected["moves_most"])


def test_quick_version(name: str, readiness: QuestionSet, expected: dict[str, Any]) -> None:
    quick = find(readiness, case(CASES / f"{name}.csv", readiness, quick=True))
    verdict = {"level": quick.level.value, "range": [level.value for level in quick.range]}
    assert verdict == expected["quick"]["verdict"]
    assert quick.overall.score == four(expected["quick"]["overall"])
    assert len(quick.items) < len(readiness.items)
