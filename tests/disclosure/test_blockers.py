"""What holds a verdict back."""

from __future__ import annotations

from samskab_cli.disclosure.blockers import held_back
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState
from samskab_cli.model.verdict_shown import HeldByDimension, HeldByGate, HeldByOverall
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import alone, part, question_set
from tests.scored import findings

GATED = question_set(
    {"d": [{"id": "d1"}, {"id": "d2"}, {"id": "d3"}], "e": [{"id": "e1"}, {"id": "e2"}]},
    gates=[{"id": "g", "parts": [part("p", "d1"), part("q", "d2", "d3")]}, {"id": "h", "parts": [part("hp", "e1")]}],
)


def of(cells: str) -> Findings:
    return findings(GATED, alone(GATED, cells))


def test_nothing_holds_back_what_is_ready() -> None:
    assert held_back(of("5 5 5 5 5")) == ()


def test_gates_hold_back_first_then_dimensions_then_the_overall() -> None:
    # given d at 50 and e at 25
    found = of("3 3 3 3 1")
    assert found.level == "prepare"
    assert held_back(found) == (
        HeldByGate(gate="g", state=GateState.UNDECIDED, reason=GateReason.BETWEEN),
        HeldByGate(gate="h", state=GateState.UNDECIDED, reason=GateReason.BETWEEN),
        HeldByDimension(dimension="e", score=25, needed=50, missing=25),
        HeldByOverall(score=37.5, needed=60, missing=22.5),
    )


def test_below_ready_it_is_the_cut_offs_of_ready_that_hold_back() -> None:
    found = of("5 4 3 4 2")  # 75 and 50
    assert found.level == "attention"
    assert [getattr(one, "needed", None) for one in held_back(found)] == [65, 70]  # dimension and overall


def test_a_failed_gate_alone_holds_back_what_is_not_now() -> None:
    assert held_back(of("5 5 5 1 1")) == (HeldByGate(gate="h", state=GateState.FAILED, reason=GateReason.BELOW),)


def test_an_undecided_verdict_names_the_dimension_without_a_score() -> None:
    assert held_back(of("5 5 5 5 dk")) == (HeldByDimension(dimension="e", score=None, needed=50, missing=None),)
