"""A whole table is made safe by the same rule as one cell."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.reporting.spreadsheet_cell import safe_cell
from samskab_cli.scoring.spreadsheet_cells import safe_texts


@settings(max_examples=100, deadline=None)
@given(st.lists(st.none() | st.text(alphabet="=+-@＝＋－＠' aå1\xa0\u3000"), max_size=20))
def test_a_column_of_texts_is_what_safe_cell_makes_of_each(texts: list[str | None]) -> None:
    rows = pl.LazyFrame(
        {"text": texts, "figure": [-1.5] * len(texts)}, schema={"text": pl.String, "figure": pl.Float64}
    )

    made = safe_texts(rows).collect()

    assert made["text"].to_list() == [None if text is None else safe_cell(text) for text in texts]
    assert made["figure"].to_list() == [-1.5] * len(texts)
