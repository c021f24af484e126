"""Indicators that hold the verdict down where their lowest part is low."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from samskab_cli.disclosure.blockers import held_back
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.findings import End
from samskab_cli.model.judging import LEVELS, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.verdict_shown import HeldByIndicator
from samskab_cli.scoring.engine import respondent_rows
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import alone, frame, part, question_set, responses, written
from tests.scored import findings
from tests.strategies import Sheet, sheets

ITEMS: dict[str, list[dict[str, Any]]] = {"d": [{"id": "d1"}, {"id": "d2", "quick": True}, {"id": "d3", "quick": True}]}


def capping(level: str = "attention", below: float = 50.0) -> QuestionSet:
    """An indicator of the parts P (d1) and Q (d2, d3) that caps the verdict."""
    parts = [part("p", "d1"), part("q", "d2", "d3")]
    return question_set(ITEMS, indicators=[{"id": "who", "parts": parts, "caps": {"below": below, "level": level}}])


def of(cells: str, questions: QuestionSet | None = None) -> Findings:
    asked = questions or capping()
    return findings(asked, alone(asked, cells))


@pytest.mark.parametrize(
    ("cells", "level"),
    [
        ("3 5 5", "ready"),  # P at 50: the cut-off is met
        ("2 5 5", "attention"),  # P at 25
        ("1 5 5", "attention"),  # the dimension at 66.7
        ("1 3 3", "prepare"),  # the dimension at 33.3 decides anyway
        ("dk 5 5", "ready"),  # a part without a score doesn't cap
        ("na 5 5", "ready"),
    ],
)
def test_the_lowest_part_below_the_cut_off_holds_the_verdict_down(cells: str, level: str) -> None:
    assert of(cells).level == level


def test_a_part_of_which_nothing_was_asked_does_not_cap() -> None:
    found = findings(capping(), responses(frame(["d2", "d3"], [None], [[5, 5]]), quick=True))
    assert (found.level, found.caps(End.LOW)) == ("ready", [])


def test_it_can_hold_at_prepare_too() -> None:
    assert of("2 5 5", capping("prepare")).level == "prepare"


def test_the_ends_of_the_range_use_the_ends_of_the_parts() -> None:
    # given P unknown: at the bottom it lies at 0, at the top at 100
    found = of("dk 5 5")
    assert found.caps(End.LOW) == [Level.ATTENTION]
    assert found.caps(End.HIGH) == []
    assert found.range == ("attention", "ready")


def test_what_holds_back_names_the_part_and_the_points() -> None:
    assert held_back(of("2 5 5")) == (HeldByIndicator(indicator="who", part="p", score=25, needed=50, missing=25),)


def test_below_its_level_an_indicator_is_not_what_holds_back() -> None:
    # given a verdict of prepare, which the indicator would let rise to attention
    assert not any(isinstance(one, HeldByIndicator) for one in held_back(of("1 3 3")))
    # but one that caps at prepare is
    assert any(isinstance(one, HeldByIndicator) for one in held_back(of("1 3 3", capping("prepare"))))


@settings(max_examples=60, deadline=None)
@given(sheets(most=6))
def test_a_cap_never_lifts_and_never_lowers_beyond_its_level(sheet: Sheet) -> None:
    # when the same answers are scored with and without caps
    asked = sheet.question_set
    free = tuple(one.model_copy(update={"caps": None}) for one in asked.indicators)
    with_caps = findings(asked, sheet.answers).level if asked.indicators else None
    without = findings(asked.model_copy(update={"indicators": free}), sheet.answers).level if asked.indicators else None
    # then
    caps = [one.caps.level for one in asked.indicators if one.caps]
    if with_caps != without and with_caps and without:
        assert with_caps in caps
        assert LEVELS.index(with_caps) < LEVELS.index(without)


def test_the_bundled_set_is_not_ready_where_nobody_was_invited(readiness: QuestionSet) -> None:
    best = {item.id: readiness.scale.minimum if item.reverse else readiness.scale.maximum for item in readiness.items}
    cells = [str(1 if item == "inviter" else value) for item, value in best.items()]
    found = findings(readiness, alone(readiness, " ".join(cells)))
    assert found.level == "attention"
    row = respondent_rows(readiness, written(readiness, f"r01 - {' '.join(cells)}")).collect().row(0, named=True)
    assert row["verdict"] == "attention"


def test_the_version_before_caps_nothing() -> None:
    assert not any(one.caps for one in load_question_set("readiness@1.1.0").indicators)
