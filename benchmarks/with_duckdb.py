"""A part of it in DuckDB: the five dimension scores, and their means by role; no gates, counts or unreadable cells."""

from __future__ import annotations

import sys

import duckdb

from samskab_cli.loading.sets.load import load_question_set

figures = []
for dimension in load_question_set("readiness").dimensions:
    items = [
        f"({'5 - ' if item.reverse else ''}try_cast({item.id} as double){'' if item.reverse else ' - 1'}) * 25"
        for item in dimension.items
    ]
    listed = ", ".join(items)
    figures.append(
        f"case when list_count([{listed}]) >= {0.6 * len(items)} then list_avg([{listed}]) end as {dimension.id}"
    )
source = f"read_csv('{sys.argv[1]}', all_varchar = true)"
duckdb.sql(f"create table scores as select respondent, role, {', '.join(figures)} from {source}")
duckdb.sql(f"copy scores to '{sys.argv[2]}' (header)")
duckdb.sql(
    f"copy (select role, avg(columns(* exclude (respondent, role))) from scores group by role) to '{sys.argv[2]}.g'"
)
