"""Results built by hand: valid, small, and each state that the example workshops don't have."""

from __future__ import annotations

import datetime as dt
from typing import Any

from samskab_cli.model.answers import Mode, Rejected
from samskab_cli.model.answers_shown import AnswersShown, Cells, SidePeople
from samskab_cli.model.conclusions import Sure
from samskab_cli.model.figures_shown import (
    DimensionShown,
    GateShown,
    IndicatorShown,
    ItemShown,
    OverallShown,
    PartShown,
    SideFigure,
    SideOverall,
    TableShown,
)
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import ContextShown, QuestionSetRef, Result
from samskab_cli.model.rules_shown import RulesShown
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.model.verdict_shown import VerdictShown

FEW = Withheld(withheld=Reason.MIN_GROUP)
PROTECTED = Withheld(withheld=Reason.PROTECTS_ANOTHER)
CELLS = Cells(value=348, unsure=0, not_relevant=0, not_asked=0, not_reached=0, blank=0, invalid=0)
SIDES = ("politics", "administration", "outside")


def result(question_set: QuestionSet, **changes: Any) -> Result:
    """A firm "ready" of twelve people, everything at 80; `changes` replace whole fields."""
    fields: dict[str, Any] = {
        "generated_by": "samskab 0.2.0",
        "question_set": QuestionSetRef(id=question_set.id, version=question_set.version, sha256="ab" * 32),
        "context": ContextShown(
            matter="Ensomhed blandt ældre", municipality="Østerby", date=dt.date(2026, 11, 23), language="da"
        ),
        "mode": Mode.ANSWERS,
        "finished": True,
        "provisional": None,
        "answers": answers(),
        "rules": RulesShown(
            values=question_set.scale.values,
            min_answered=question_set.min_answered,
            items=(),
            dimensions=(),
            gates=(),
            caps=(),
            cutoffs=question_set.cutoffs,
        ),
        "min_group": 1,
        "verdict": verdict(),
        "without_verdict": None,
        "overall": overall(),
        "dimensions": tuple(dimension(d.id) for d in question_set.dimensions),
        "gates": tuple(gate(question_set, g.id) for g in question_set.gates),
        "items": tuple(item(question_set, i.id) for i in question_set.items),
        "indicators": tuple(
            IndicatorShown(
                id=i.id,
                parts=tuple(PartShown(id=part.id, score=80.0) for part in i.parts),
                lowest=i.parts[0].id,
                level=max((level.at_least for level in i.levels if level.at_least <= 80), default=None),
            )
            for i in question_set.indicators
        ),
        "room": None,
    }
    return Result(**(fields | changes))


def answers(**changes: Any) -> AnswersShown:
    """Twelve people of three sides."""
    fields: dict[str, Any] = {
        "respondents": 12,
        "unanswered": 0,
        "incomplete": 0,
        "straight_lining": 0,
        "coverage": 1.0,
        "side_level": SideLevel.FINE,
        "items_left_out": (),
        "items_without_sides": (),
        "surplus": (),
        "sides": tuple(SidePeople(id=side, n=4) for side in SIDES),
        "missing_sides": (),
        "without_role": 0,
        "cells": CELLS,
        "rejected": Rejected(),
    }
    return AnswersShown(**(fields | changes))


def nobody() -> AnswersShown:
    """An answer set without a single answer."""
    cells = Cells(value=0, unsure=0, not_relevant=0, not_asked=0, not_reached=0, blank=0, invalid=0)
    return answers(respondents=0, coverage=None, sides=(), cells=cells)


def verdict(level: Level | Withheld = Level.READY, **changes: Any) -> VerdictShown:
    """A verdict that both ends agree on."""
    same = level if isinstance(level, Withheld) else (level, level)
    firm = level if isinstance(level, Withheld) else True
    fields: dict[str, Any] = {
        "level": level,
        "range": same,
        "firm": firm,
        "held_back_by": (),
        "sure": None if isinstance(level, Withheld) else Sure.NINE,
        "sure_reason": None,
        "near": (),
        "stands_out": (),
        "moves_most": (),
        "discuss_first": (),
    }
    return VerdictShown(**(fields | changes))


def overall(score: Any = 80.0, **changes: Any) -> OverallShown:
    """The mean; every side at 80."""
    sides = {side: SideOverall(score=80.0) for side in SIDES}
    return OverallShown(**({"score": score, "low": score, "high": score, "sides": sides, "gap": 0.0} | changes))


def dimension(id_: str, score: Any = 80.0, level: Any = Level.READY, **changes: Any) -> DimensionShown:
    """A dimension; every side at 80."""
    sides = {side: SideFigure(score=80.0, n=4) for side in SIDES}
    fields = {
        "id": id_,
        "score": score,
        "low": score,
        "high": score,
        "n": 12,
        "level": level,
        "sides": sides,
        "gap": 0.0,
    }
    return DimensionShown(**(fields | changes))


def gate(question_set: QuestionSet, id_: str, state: Any = GateState.PASSED, **changes: Any) -> GateShown:
    """A gate with all its parts at 80."""
    asked = next(gate for gate in question_set.gates if gate.id == id_)
    fields: dict[str, Any] = {
        "id": id_,
        "state": state,
        "reason": None,
        "range": state if isinstance(state, Withheld) else (state, state),
        "score": 80.0,
        "low": 80.0,
        "high": 80.0,
        "n": 12,
        "parts": tuple(PartShown(id=part.id, score=80.0) for part in asked.parts),
        "weakest": asked.parts[0].id,
        "sides": {side: SideFigure(score=80.0, n=4) for side in SIDES},
        "gap": 0.0,
        "apart": (),
        "split": 0.0,
        "split_limit": 15.0,
    }
    return GateShown(**(fields | changes))


def table(score: float, options: int = 5, **changes: Any) -> TableShown:
    """Four people of a side at the best answer."""
    fields: dict[str, Any] = {
        "counts": (*(0 for _ in range(options - 1)), 4), "unsure": 0, "not_relevant": 0, "blank": 0, "invalid": 0,
        "not_reached": 0, "not_asked": 0, "n": 4, "score": score,
    }  # fmt: skip
    return TableShown(**(fields | changes))


def item(question_set: QuestionSet, id_: str, **changes: Any) -> ItemShown:
    """An item that all answered alike."""
    options = len(question_set.scale.options)
    fields: dict[str, Any] = {
        "id": id_,
        "dimension": question_set.dimension_of[id_].id,
        "counts": (*(0 for _ in range(options - 1)), 12),
        "unsure": 0,
        "not_relevant": 0,
        "not_asked": 0,
        "not_reached": 0,
        "blank": 0,
        "invalid": 0,
        "n": sum(changes.get("counts", (12,))),
        "score": 100.0,
        "agreement": 1.0,
        "sides": {side: table(100.0, options) for side in SIDES},
        "gap": 0.0,
        "agreed": None,
    }
    return ItemShown(**(fields | changes))
