"""Four fictional workshops, from the file to the JSON: as codes and as labels, whole, quick and with small groups.

`expected.yaml` was computed by an independent implementation of the rules, to four decimals.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from samskab_cli.cli.app import main

TESTS = Path(__file__).parents[1]
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((TESTS / "cases" / "expected.yaml").read_text(encoding="utf-8"))
FILES = {
    "sag1_ensomhed": "ensomhed",
    "sag2_integration": "integration",
    "sag3_havneby": "havneby",
    "sag4_ensomhed_tidlig": "ensomhed-tidligt",
}
Captured = pytest.CaptureFixture[str]


@pytest.fixture(params=sorted(EXPECTED))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["", "-svartekster"], ids=["codes", "labels"])
def file(request: pytest.FixtureRequest, name: str) -> str:
    return str(TESTS.parent / "examples" / f"{FILES[name]}{request.param}.csv")


def report(capsys: Captured, file: str, *options: str) -> Any:
    assert main(["report", file, "--format", "json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def four(value: Any) -> Any:
    """Equal to four decimals, all through."""
    if isinstance(value, dict):
        return {key: four(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [four(inner) for inner in value]
    return pytest.approx(value, abs=6e-5) if isinstance(value, int | float) else value


def scores(sides: dict[str, Any]) -> dict[str, float]:
    return {side: figure["score"] for side, figure in sides.items() if figure["score"] is not None}


def test_every_figure_of_a_case(name: str, file: str, capsys: Captured) -> None:
    # when everything may be shown
    result = report(capsys, file, "--min-group", "1")
    # then
    verdict, answers = result["verdict"], result["answers"]
    found = {
        "respondents": answers["respondents"],
        "verdict": {"level": verdict["level"], "range": verdict["range"]},
        "overall": {key: result["overall"][key] for key in ("score", "low", "high", "sides")},
        "dimensions": {
            one["id"]: {
                **{key: one[key] for key in ("score", "n", "low", "high", "gap")},
                "sides": scores(one["sides"]),
            }
            for one in result["dimensions"]
        },
        "gates": {
            one["id"]: {
                **{key: one[key] for key in ("state", "reason", "range", "score", "n")},
                "parts": [part["score"] for part in one["parts"]],
                "sides": scores(one["sides"]),
            }
            for one in result["gates"]
        },
        "discuss_first": verdict["discuss_first"][:5],
        "moves_most": verdict["moves_most"],
        "indicators": {
            one["id"]: {"lowest": one["lowest"], "parts": {part["id"]: part["score"] for part in one["parts"]}}
            for one in result["indicators"]
        },
        "coverage": answers["coverage"],
        "straight_lining": answers["straight_lining"],
    }
    whole = {key: value for key, value in EXPECTED[name].items() if key not in {"at_min_group_5", "quick"}}
    assert found == four(whole)


def test_small_groups_are_withheld(name: str, file: str, capsys: Captured) -> None:
    # when nothing is said, so that five is the smallest group
    result = report(capsys, file)
    # then
    expected = EXPECTED[name]["at_min_group_5"]
    assert sorted(side["id"] for side in result["answers"]["sides"] if "withheld" in side) == expected["withheld"]
    assert [one["item"] for one in result["verdict"]["discuss_first"]][:3] == expected["discuss_first"]


def test_the_quick_version(name: str, file: str, capsys: Captured) -> None:
    result = report(capsys, file, "--quick", "--min-group", "1")

    found = {
        "verdict": {key: result["verdict"][key] for key in ("level", "range")},
        "overall": result["overall"]["score"],
        "provisional": result["provisional"]["reason"] == "quick",
    }
    assert found == four(EXPECTED[name]["quick"])
