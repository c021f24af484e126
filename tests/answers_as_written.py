"""Answers written as they look, one respondent a line: `r01 citizen 4 2 dk na . !`, and the question set of scoring's
worked example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from samskab_cli.model.answers import (
    BLANK,
    INVALID,
    NOT_RELEVANT,
    UNSURE,
    Answers,
    Mode,
    Responses,
    Tallies,
    Votes,
    group_column,
)
from samskab_cli.model.question_set import QuestionSet

CODES = {"dk": UNSURE, "na": NOT_RELEVANT, ".": BLANK, "!": INVALID}


def coded(written: str) -> int:
    """A cell of the coded frame."""
    return CODES[written] if written in CODES else int(written)


def frame(
    items: Sequence[str],
    roles: Sequence[str | None],
    cells: Sequence[Sequence[int]],
    groups: Mapping[str, Sequence[str | None]] | None = None,
    names: Sequence[str] | None = None,
) -> pl.DataFrame:
    """The coded frame of respondents with these roles and cells."""
    return pl.DataFrame(
        {
            "respondent": pl.Series(names or [f"r{i:02}" for i in range(1, len(roles) + 1)], dtype=pl.String),
            "role": pl.Series(roles, dtype=pl.String),
            **{group_column(name): pl.Series(values, dtype=pl.String) for name, values in (groups or {}).items()},
            **{item: pl.Series([row[k] for row in cells], dtype=pl.Int8) for k, item in enumerate(items)},
        }
    )


def responses(table: pl.DataFrame, mode: Mode = Mode.ANSWERS, *, quick: bool = False) -> Answers:
    """Linked answers of a coded frame."""
    groups = tuple(name.removeprefix("group:") for name in table.columns if name.startswith("group:"))
    return Answers(cells=Responses(frame=table.lazy(), groups=groups), mode=mode, quick=quick)


def written(question_set: QuestionSet, lines: str) -> Answers:
    """Answers of lines `respondent role cell cell …`, in question order; role `-` is none that can be read."""
    rows = [line.split() for line in lines.strip().splitlines()]
    table = frame(
        [item.id for item in question_set.items],
        [None if role == "-" else role for _, role, *_ in rows],
        [[coded(cell) for cell in cells] for _, _, *cells in rows],
        names=[name for name, *_ in rows],
    )
    return responses(table)


def alone(question_set: QuestionSet, cells: str) -> Answers:
    """One answer set, as of a consensus: `4 2 dk na . !`."""
    found = written(question_set, f"all - {cells}")
    return Answers(cells=found.cells, mode=Mode.CONSENSUS)


def votes(counts: Sequence[int], *, present: int, unsure: int = 0, not_relevant: int = 0) -> Votes:
    """Votes of one role on one item, lowest option first."""
    return Votes(counts=tuple(counts), present=present, unsure=unsure, not_relevant=not_relevant)


def voted(question_set: QuestionSet, present: Mapping[str, int], lines: str) -> Answers:
    """Tallies of lines `item role value×count …`, as `a1 staff 2×2 dk×1`; `role=4` where another number was present."""
    values = list(question_set.scale.values)
    by_item: dict[str, dict[str, Votes]] = {}
    for line in lines.strip().splitlines():
        item, role, *cast = line.split()
        role, _, there = role.partition("=")
        counts = [0] * len(values)
        others = {"dk": 0, "na": 0}
        for vote in cast:
            value, count = vote.split("×")
            if value in others:
                others[value] += int(count)
            else:
                counts[values.index(int(value))] += int(count)
        number = int(there) if there else present[role]
        by_item.setdefault(item, {})[role] = votes(
            counts, present=number, unsure=others["dk"], not_relevant=others["na"]
        )
    return Answers(cells=Tallies(present=dict(present), votes=by_item), mode=Mode.VOTES)


def question_set(
    dimensions: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    gates: Iterable[Mapping[str, Any]] = (),
    indicators: Iterable[Mapping[str, Any]] = (),
    roles: Mapping[str, str | None] | None = None,
    coarse: Mapping[str, Sequence[str]] | None = None,
    values: Sequence[int] = (1, 2, 3, 4, 5),
    min_answered: float = 0.6,
) -> QuestionSet:
    """A question set in which only what scoring reads is said.

    roles: role id → side id or None. coarse: coarse side id → ids of sides.
    """
    roles = roles or {}
    level = {"label": "l", "text": "t"}
    sides = dict.fromkeys(side for side in roles.values() if side)
    states = dict.fromkeys(("passed", "undecided", "failed", "contested"), "s")
    return QuestionSet.model_validate(
        {
            "format": 1,
            "id": "example",
            "version": "1.0.0",
            "languages": ["en"],
            "title": "t",
            "about": "a",
            "caveat": "c",
            "min_answered": min_answered,
            "scale": {
                "options": [{"value": value, "label": str(value)} for value in values],
                "unsure": {"code": "dk", "label": "dk"},
                "not_relevant": {"code": "na", "label": "na"},
            },
            "sides": [{"id": side, "label": side} for side in sides],
            "coarse_sides": [{"id": id_, "label": id_, "sides": list(of)} for id_, of in (coarse or {}).items()],
            "roles": [{"id": role, "label": role} | ({"side": side} if side else {}) for role, side in roles.items()],
            "dimensions": [
                {"id": name, "title": name, "items": [{"text": item["id"], **item} for item in items]}
                for name, items in dimensions.items()
            ],
            "gates": [{"title": "g", "states": states, **gate} for gate in gates],
            "indicators": [{"title": "i", **indicator} for indicator in indicators],
            "verdict": {
                "cutoffs": {
                    "ready": {"dimension": 65.0, "overall": 70.0},
                    "attention": {"dimension": 50.0, "overall": 60.0},
                },
                "levels": dict.fromkeys(("not_now", "prepare", "attention", "ready", "undecided"), level),
            },
        }
    )


def part(name: str, *items: str) -> dict[str, Any]:
    """A part of a gate or an indicator."""
    return {"id": name, "title": name, "items": list(items)}


def worked_example() -> QuestionSet:
    """The question set of scoring's worked example: two dimensions, one gate of two parts, roles that are sides."""
    return question_set(
        {
            "a": [{"id": "a1"}, {"id": "a2", "reverse": True}, {"id": "a3", "weight": 2.0}],
            "b": [{"id": "b1"}, {"id": "b2"}, {"id": "b3"}],
        },
        gates=[{"id": "g", "parts": [part("p", "a1", "a3"), part("q", "b1", "b2")]}],
        roles={"citizen": None, "leader": None, "staff": None},
    )


WORKED_ANSWERS = """
r01 citizen 4 2 5 4 4 3
r02 citizen 5 1 4 3 dk 4
r03 citizen 2 4 3 2 2 na
r04 citizen 4 2 . 5 4 5
r05 citizen 3 3 4 dk dk 4
r06 citizen 5 2 5 4 3 4
r07 staff 4 na 4 3 3 3
r08 staff 3 2 4 4 2 !
r09 staff 4 1 5 4 4 4
r10 staff 2 5 2 1 3 2
r11 staff na na na 4 4 5
r12 leader 5 1 5 5 5 5
r13 leader 5 2 4 5 4 .
r14 leader . . . . . .
"""
