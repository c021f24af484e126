"""The example workshops, scored by the engine."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from pathlib import Path

import polars as pl

from samskab_cli.disclosure.result import score
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK, NOT_RELEVANT, RESPONDENT, ROLE, UNSURE, Answers, Context, Responses
from samskab_cli.model.result import Result

_EXAMPLES = Path(__file__).parents[2] / "examples"
_CODES = {"Ved ikke": UNSURE, "Ikke relevant": NOT_RELEVANT, "": BLANK}
_MATTERS = {
    "ensomhed": ("Ensomhed blandt ældre", "Østerby Kommune (opdigtet)"),
    "ensomhed-tidligt": ("Ensomhed blandt ældre", "Østerby Kommune (opdigtet)"),
    "integration": ("Integration af flygtninge", "Vesterå Kommune (opdigtet)"),
    "havneby": ("Højvande i havnebyen", "Havneby Kommune (opdigtet)"),
}
CASES = tuple(_MATTERS)


@cache
def answers_of(name: str, *, quick: bool = False) -> Answers:
    """One example workshop's answers."""
    question_set = load_question_set("readiness")
    with (_EXAMPLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns: dict[str, list[str] | list[int]] = {
        RESPONDENT: [row["respondent"] for row in rows],
        ROLE: [row["rolle"] for row in rows],
    }
    for item in question_set.items_asked(quick=quick):
        columns[item.id] = [_CODES[row[item.id]] if row[item.id] in _CODES else int(row[item.id]) for row in rows]
    schema = {name: pl.String if name in (RESPONDENT, ROLE) else pl.Int8 for name in columns}
    matter, municipality = _MATTERS[name]
    context = Context(matter=matter, municipality=municipality, date=dt.date(2026, 11, 23))
    frame = pl.LazyFrame(columns, schema=schema)
    return Answers(cells=Responses(frame), context=context, quick=quick)


@cache
def case(name: str, min_group: int = 1, *, quick: bool = False) -> Result:
    """One example workshop's result."""
    return score(load_question_set("readiness"), answers_of(name, quick=quick), min_group)
