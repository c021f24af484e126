"""A vectorised pandas script of the same five dimension scores, as an analyst would write it."""

from __future__ import annotations

import sys

import pandas as pd

from samskab_cli.loading.question_sets import load_question_set

question_set = load_question_set("readiness")
answers = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
out = answers[["respondent", "role"]].copy()
for dimension in question_set.dimensions:
    scores = pd.DataFrame(
        {
            item.id: (5 - numbers if item.reverse else numbers - 1) * 25
            for item in dimension.items
            for numbers in [pd.to_numeric(answers[item.id], errors="coerce")]
        }
    )
    enough = scores.notna().sum(axis=1) >= 0.6 * len(dimension.items)
    out[dimension.id] = scores.mean(axis=1).where(enough)
out.to_csv(sys.argv[2], index=False)
out.groupby("role")[[dimension.id for dimension in question_set.dimensions]].mean().to_csv(sys.argv[2] + ".groups")
