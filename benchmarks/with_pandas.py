"""A vectorised pandas script of the same rows, groups and unreadable cells, as an analyst would write it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pandas as pd

from samskab_cli.loading.sets.load import load_question_set

question_set = load_question_set("readiness")
cutoffs = question_set.cutoffs
if cutoffs is None:
    raise SystemExit("the set has no verdict")
ids = [item.id for item in question_set.items]
answers = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
cells = answers[ids]
values = cells.apply(pd.to_numeric, errors="coerce")
values = values.where(values.isin(question_set.scale.values))
points = pd.DataFrame(
    {item.id: (5 - values[item.id] if item.reverse else values[item.id] - 1) * 25 for item in question_set.items}
)
unsure, not_relevant, blank = cells.eq("dk"), cells.eq("na"), cells.eq("")
rejected = values.isna() & ~unsure & ~not_relevant & ~blank


def figures(items: Sequence[str]) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Score, low and high."""
    names = list(items)
    total, given = points[names].sum(axis=1), points[names].notna().sum(axis=1)
    applicable = (~not_relevant[names]).sum(axis=1)
    score = (total / given).where((given > 0) & (given >= question_set.min_answered * applicable))
    low, high = total / applicable, (total + (applicable - given) * 100) / applicable
    return score, low.where(applicable > 0), high.where(applicable > 0)


out = answers[["respondent", "role", "sted"]].copy()
for dimension in question_set.dimensions:
    out[dimension.id] = figures([item.id for item in dimension.items])[0]
scores = out[[dimension.id for dimension in question_set.dimensions]]
out["overall"] = scores.mean(axis=1, skipna=False)
for gate in question_set.gates:
    parts = [figures(part.items) for part in gate.parts]
    score, low, high = (pd.concat(ends, axis=1).min(axis=1, skipna=False) for ends in zip(*parts, strict=True))
    out[gate.id] = score
    out[f"{gate.id}_state"] = "undecided"
    out.loc[(score >= gate.pass_at) & (low >= gate.fail_below), f"{gate.id}_state"] = "passed"
    out.loc[(score < gate.fail_below) & (high < gate.pass_at), f"{gate.id}_state"] = "failed"
states = out[[f"{gate.id}_state" for gate in question_set.gates]]
out["verdict"] = "prepare"
for level, needed in (("attention", cutoffs.attention), ("ready", cutoffs.ready)):
    out.loc[(scores.min(axis=1) >= needed.dimension) & (out["overall"] >= needed.overall), "verdict"] = level
out.loc[(states != "passed").any(axis=1), "verdict"] = "prepare"
out.loc[out["overall"].isna(), "verdict"] = "undecided"
out.loc[(states == "failed").any(axis=1), "verdict"] = "not_now"
out["answered"], out["unsure"] = values.notna().sum(axis=1), unsure.sum(axis=1)
out["not_relevant"], out["blank"] = not_relevant.sum(axis=1), blank.sum(axis=1)
out["invalid"] = rejected.sum(axis=1)
out.to_csv(sys.argv[2], index=False)
out.groupby(["role", "sted"])[[*scores.columns, "overall"]].mean().to_csv(sys.argv[2] + ".groups")
cells.where(rejected).stack().dropna().to_csv(sys.argv[2] + ".rejected")  # noqa: PD013  # one line a cell is wanted
