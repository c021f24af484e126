"""csv and a pydantic model a row."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from pydantic import BaseModel, create_model

from samskab_cli.loading.question_sets import load_question_set

question_set = load_question_set("readiness")
fields: dict[str, tuple[type, str]] = {item.id: (str, "") for item in question_set.items}
Row: type[BaseModel] = create_model("Row", respondent=(str, ...), role=(str, ""), **fields)  # type: ignore[call-overload]  # made of the set
with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file, Path(sys.argv[2]).open("w", encoding="utf-8") as to:
    out = csv.writer(to)
    for record in csv.DictReader(file):
        row = Row.model_validate(record)
        scores = []
        for dimension in question_set.dimensions:
            given = [
                ((5 - int(cell)) if item.reverse else (int(cell) - 1)) * 25
                for item in dimension.items
                if (cell := getattr(row, item.id)).isdigit()
            ]
            scores.append(sum(given) / len(given) if len(given) >= 0.6 * len(dimension.items) else "")
        out.writerow([row.respondent, row.role, *scores])  # type: ignore[attr-defined]  # made of the set
