"""`safe_cell`: a text that a spreadsheet would take for a formula gets an apostrophe."""

from __future__ import annotations

from samskab_cli.model.rules import FORMULA_STARTS
from samskab_cli.model.text import clean


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: cleaned, and with an apostrophe before what could start one.

    Numbers are written as numbers, never through here.

    >>> safe_cell("=1+1"), safe_cell("Grøn by"), safe_cell("  @SUM(A1)")
    ("'=1+1", 'Grøn by', "'  @SUM(A1)")
    """
    safe = clean(text)
    return f"'{safe}" if safe.lstrip().startswith(FORMULA_STARTS) or text.startswith("\t") else safe
