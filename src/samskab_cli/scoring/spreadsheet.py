"""Texts of a whole table that spreadsheets open, as Polars expressions: the rule of one cell is `safe_cell`'s."""

from __future__ import annotations

import polars as pl
from polars import selectors as cs

_STARTS_A_FORMULA = r"^\s*[=+\-@＝＋－＠]"


def safe_texts(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The rows with an apostrophe before every text that a spreadsheet could take for a formula; numbers stay."""
    texts = cs.string()
    risky = texts.str.contains(_STARTS_A_FORMULA)
    return rows.with_columns(pl.when(risky).then(pl.lit("'") + texts).otherwise(texts).name.keep())
