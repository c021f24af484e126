"""Texts of a whole table that spreadsheets open, as Polars expressions: the rule of one cell is `safe_cell`'s."""

from __future__ import annotations

import re

import polars as pl
from polars import selectors as cs

from samskab_cli.model.rules import FORMULA_STARTS

_STARTS_A_FORMULA = rf"^\s*[{re.escape(''.join(FORMULA_STARTS))}]"


def safe_texts(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The rows with an apostrophe before every text that a spreadsheet could take for a formula; numbers stay."""
    texts = cs.string()
    risky = texts.str.contains(_STARTS_A_FORMULA)
    return rows.with_columns(pl.when(risky).then(pl.lit("'") + texts).otherwise(texts).name.keep())
