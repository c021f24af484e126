"""The worked example of the rules, every figure of it, to four decimals."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from samskab_cli.disclosure.result import score
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.result import Result
from samskab_cli.scoring.agreement import agreement
from samskab_cli.scoring.engine import crowd, respondent_rows
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import WORKED_ANSWERS, alone, voted, worked_example, written
from tests.scored import findings

SET = worked_example()
NA = (None, None, None)
VOTES = """
a1 citizen 4×3 5×1
a1 staff 2×2 dk×1
a2 citizen 2×4
a2 staff 2×1 3×2
a3 citizen 4×4
a3 staff 2×3
b1 citizen 5×4
b1 staff 3×2 4×1
b2 citizen 4×3
b2 staff 4×3
b3 citizen 3×2 4×2
b3 staff 4×1 na×2
"""


def four(value: float | None) -> Any:
    """Equal to four decimals."""
    return None if value is None else pytest.approx(value, abs=6e-5)


def figure(of: Any) -> list[Any]:
    return [of.score, of.low, of.high]


@pytest.fixture(scope="module")
def found() -> Findings:
    return findings(SET, written(SET, WORKED_ANSWERS))


@pytest.fixture(scope="module")
def shown() -> Result:
    return score(SET, written(SET, WORKED_ANSWERS), 1)


def sure(value: float) -> tuple[float, float, float]:
    return (value, value, value)


@pytest.mark.parametrize(
    ("respondent", "a", "b", "gate_parts"),
    [
        ("r01", sure(87.5), sure(66.6667), [sure(91.6667), sure(75)]),
        ("r02", sure(87.5), (62.5, 41.6667, 75), [sure(83.3333), (None, 25, 75)]),
        ("r03", sure(37.5), sure(25), [sure(41.6667), sure(25)]),
        ("r04", (None, 37.5, 87.5), sure(91.6667), [(None, 25, 91.6667), sure(87.5)]),
        ("r05", sure(62.5), (None, 25, 91.6667), [sure(66.6667), (None, 0, 100)]),
        ("r06", sure(93.75), sure(66.6667), [sure(100), sure(62.5)]),
        ("r07", sure(75), sure(50), [sure(75), sure(50)]),
        ("r08", sure(68.75), (50, 33.3333, 66.6667), [sure(66.6667), sure(50)]),
        ("r09", sure(93.75), sure(75), [sure(91.6667), sure(75)]),
        ("r10", sure(18.75), sure(25), [sure(25), sure(25)]),
        ("r11", NA, sure(83.3333), [NA, sure(75)]),
        ("r12", sure(100), sure(100), [sure(100), sure(100)]),
        ("r13", sure(81.25), (87.5, 58.3333, 91.6667), [sure(83.3333), sure(87.5)]),
    ],
)
def test_each_respondent_has_the_scores_of_the_table(respondent: str, a: Any, b: Any, gate_parts: list[Any]) -> None:
    # given one line of the table
    line = next(line for line in WORKED_ANSWERS.splitlines() if line.startswith(respondent))
    # when it is scored alone, and as a row
    one = findings(SET, written(SET, line))
    row = (
        respondent_rows(SET, written(SET, WORKED_ANSWERS), ranges=True)
        .collect()
        .row(by_predicate=pl.col("respondent") == respondent, named=True)
    )
    # then
    assert figure(one.dimensions["a"]) == [four(value) for value in a]
    assert figure(one.dimensions["b"]) == [four(value) for value in b]
    assert [figure(part) for part in one.gates["g"].parts.values()] == [[four(v) for v in part] for part in gate_parts]
    assert [row["a"], row["a_low"], row["a_high"]] == [four(value) for value in a]
    assert [row["b"], row["b_low"], row["b_high"]] == [four(value) for value in b]


def test_of_fourteen_one_answered_nothing() -> None:
    everybody = crowd(SET, written(SET, WORKED_ANSWERS))
    assert (everybody.people, everybody.unanswered, None in everybody.roles) == ((13, 13), 1, False)
    row = (
        respondent_rows(SET, written(SET, WORKED_ANSWERS), ranges=True)
        .collect()
        .row(by_predicate=pl.col("respondent") == "r14", named=True)
    )
    empty = {name for name, value in row.items() if value is None}
    assert set(row) - empty == {"respondent", "role", "answered", "unsure", "not_relevant", "blank", "invalid"}
    assert row["answered"] == 0


def test_everybody(found: Findings) -> None:
    a, b, gate = found.dimensions["a"], found.dimensions["b"], found.gates["g"]
    assert (a.n, *figure(a)) == (11, four(73.3902), four(70.1705), four(74.3371))
    assert (b.n, *figure(b)) == (10, four(66.8434), four(57.9594), four(71.2073))
    assert figure(found.overall) == [four(70.1168), four(64.0649), four(72.7722)]
    assert [part.score for part in gate.parts.values()] == [four(75.1263), four(64.0152)]
    assert (gate.figure.n, *figure(gate.figure)) == (11, four(64.0152), four(56.7308), four(68.2692))
    assert (gate.weakest, gate.state, gate.reason) == ("q", GateState.PASSED, None)
    assert found.gate_ranges["g"] == (GateState.UNDECIDED, GateState.PASSED)
    assert (found.level, found.range) == (Level.READY, (Level.PREPARE, Level.READY))


def test_items_have_their_tables_and_agreement(found: Findings) -> None:
    a1, b3 = found.tables.everybody["a1"], found.tables.everybody["b3"]
    assert (a1.counts, a1.not_relevant, found.items["a1"].score) == ((0, 2, 2, 4, 4), 1, four(70.8333))
    assert agreement(a1.counts) == four(0.4167)
    assert (b3.counts, b3.not_relevant, b3.blank, b3.invalid) == ((0, 1, 2, 4, 3), 1, 1, 1)
    # of those it applies to: 10 answered, 2 unknown
    assert found.items["b3"][:4] == (four(72.5), four(60.4167), four(77.0833), 10)
    assert agreement(b3.counts) == four(0.5)


@pytest.mark.parametrize("categories", range(2, 11))
def test_two_camps_are_minus_one_on_every_scale(categories: int) -> None:
    assert agreement([3, *[0] * (categories - 2), 3]) == (-1.0 if categories > 2 else 0.0)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333),
        ((5, 0, 0, 0, 5), -1),
        ((1, 1, 1, 1, 1), 0),
        ((0, 3, 4, 3, 0), 0.55),
    ],
)
def test_agreement_is_that_of_the_published_example(counts: tuple[int, ...], expected: float) -> None:
    assert agreement(counts) == pytest.approx(expected, abs=5e-8)


def test_what_moves_it_most(found: Findings) -> None:
    assert [(move.item, move.dimension_gain, move.gate_gain) for move in found.moves] == [
        ("b2", four(4.5455), 0),
        ("b1", four(2.7778), 0),
        ("a2", four(1.7045), 0),
        ("a1", four(1.0417), 0),
        ("b3", four(0.8333), 0),
    ]


def test_the_sides(found: Findings) -> None:
    def scores(of: str) -> dict[str, float | None]:
        return {side: people.dimensions[of].score for side, people in found.sides.items()}

    assert scores("a") == {"citizen": four(74.375), "leader": four(90.625), "staff": four(63.0208)}
    assert scores("b") == {"citizen": four(65.4167), "leader": four(95.8333), "staff": four(57.5)}
    assert {side: (people.gates["g"].score, people.gates["g"].n) for side, people in found.sides.items()} == {
        "citizen": (four(60.625), 4),
        "leader": (four(91.6667), 2),
        "staff": (four(55), 4),
    }


def test_each_side_alone_has_an_overall_and_no_level(shown: Result) -> None:
    assert {side: of.model_dump() for side, of in shown.overall.sides.items()} == {
        "citizen": {"score": four(69.8958)},
        "leader": {"score": four(93.2292)},
        "staff": {"score": four(60.2604)},
    }
    assert [dimension.gap for dimension in shown.dimensions] == [four(27.6042), four(38.3333)]


@pytest.mark.parametrize(
    ("cells", "a", "b", "gate", "verdict"),
    [
        ("4 2 4 4 dk 4", sure(75), (75, 50, 83.3333), (None, "undecided", "no_score"), "undecided not_now ready"),
        ("4 2 4 4 4 dk", sure(75), (75, 50, 83.3333), (75, "passed", None), "ready attention ready"),
        ("1 2 2 4 4 4", sure(31.25), sure(75), (16.6667, "failed", "below"), "not_now not_now not_now"),
        ("3 1 3 4 4 4", sure(62.5), sure(75), (50, "undecided", "between"), "prepare prepare prepare"),
        ("4 2 4 . . .", sure(75), (None, 0, 100), (None, "undecided", "no_score"), "undecided not_now ready"),
        ("na na na 4 4 4", NA, sure(75), (None, "undecided", "no_score"), "undecided prepare prepare"),
    ],
)
def test_one_answer_set(cells: str, a: Any, b: Any, gate: tuple[Any, ...], verdict: str) -> None:
    one = findings(SET, alone(SET, cells))
    assert figure(one.dimensions["a"]) == [four(value) for value in a]
    assert figure(one.dimensions["b"]) == [four(value) for value in b]
    assert one.gates["g"].figure.score == four(gate[0])
    assert (one.gates["g"].state, one.gates["g"].reason) == (GateState(gate[1]), gate[2] and GateReason(gate[2]))
    assert " ".join((one.level, *one.range)) == verdict


def test_counted_votes() -> None:
    # given 4 citizens and 3 staff
    found = findings(SET, voted(SET, {"citizen": 4, "staff": 3}, VOTES))
    # then of A: (62.5 + 67.8571 + 2 × 53.5714) / 4, of B: (82.1429 + 75 + 65) / 3
    a, b, gate = found.dimensions["a"], found.dimensions["b"], found.gates["g"]
    assert (a.n, *figure(a)) == (6, four(59.375), four(57.1429), four(60.7143))
    assert (b.n, *figure(b)) == (5, four(74.0476), four(70.4762), four(75.2381))
    # and of the sides A: (81.25 + 75 + 150) / 4, (25 + 58.3333 + 50) / 4;
    # B: (100 + 75 + 62.5) / 3, (58.3333 + 75 + 75) / 3
    assert {side: people.dimensions["a"].score for side, people in found.sides.items()} == {
        "citizen": four(76.5625),
        "staff": four(33.3333),
    }
    assert {side: people.dimensions["b"].score for side, people in found.sides.items()} == {
        "citizen": four(79.1667),
        "staff": four(69.4444),
    }
    # P: (62.5 + 2 × 53.5714) / 3
    assert (gate.figure.score, gate.state, gate.reason) == (four(56.5476), GateState.UNDECIDED, GateReason.BETWEEN)
    assert {side: (people.gates["g"].score, people.gates["g"].n) for side, people in found.sides.items()} == {
        "citizen": (four(77.0833), 3),
        "staff": (four(25), 2),
    }
    assert (found.level, found.range) == (Level.PREPARE, (Level.PREPARE, Level.PREPARE))
    assert (found.tables.people, found.tables.everybody["b2"].blank) == (7, 1)
