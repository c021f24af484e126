"""csv and a pydantic model a row, for the same rows: the program that one would write first."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, create_model

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import Item

question_set = load_question_set("readiness")
item_by_id = question_set.item_by_id


def _cell(text: str) -> int | str:
    return int(text) if text.isdigit() else text


Cell = Annotated[Literal[1, 2, 3, 4, 5, "dk", "na", ""], BeforeValidator(_cell)]
fields = dict.fromkeys(item_by_id, (Cell, ""))
Row: type[BaseModel] = create_model("Row", respondent=(str, ...), role=(str, ""), sted=(str, ""), **fields)  # type: ignore[call-overload]  # made of the set


def _points(item: Item, value: int) -> float:
    return (5 - value if item.reverse else value - 1) * 25


def _figures(row: BaseModel, items: Sequence[str]) -> tuple[float | None, float | None, float | None]:
    """Score, low and high."""
    cells = {item: getattr(row, item) for item in items}
    given = [_points(item_by_id[item], cell) for item, cell in cells.items() if isinstance(cell, int)]
    applicable = sum(cell != "na" for cell in cells.values())
    if not applicable:
        return None, None, None
    enough = given and len(given) >= question_set.min_answered * applicable
    low, high = sum(given) / applicable, (sum(given) + (applicable - len(given)) * 100) / applicable
    return sum(given) / len(given) if enough else None, low, high


def _lowest(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return min(known) if known and len(known) == len(values) else None


def _scored(row: BaseModel) -> list[object]:
    scores = [_figures(row, [item.id for item in dimension.items])[0] for dimension in question_set.dimensions]
    known = [score for score in scores if score is not None]
    overall = sum(known) / len(known) if len(known) == len(scores) else None
    gates: list[object] = []
    for gate in question_set.gates:
        score, low, high = (
            _lowest(ends) for ends in zip(*(_figures(row, part.items) for part in gate.parts), strict=True)
        )
        passed = score is not None and low is not None and score >= gate.pass_at and low >= gate.fail_below
        failed = score is not None and high is not None and score < gate.fail_below and high < gate.pass_at
        gates += [score, "passed" if passed else "failed" if failed else "undecided"]
    cells = [getattr(row, item) for item in item_by_id]
    return [*scores, overall, *gates, *(cells.count(text) for text in ("dk", "na", ""))]


with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file, Path(sys.argv[2]).open("w", encoding="utf-8") as to:
    out = csv.writer(to)
    for record in csv.DictReader(file):
        row = Row.model_validate(record)
        out.writerow([record["respondent"], record["role"], record["sted"], *_scored(row)])
