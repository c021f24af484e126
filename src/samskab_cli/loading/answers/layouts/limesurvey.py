"""LimeSurvey: headings as code, `code[sub]`, text, or both, whole or cut at 15 characters with `.. `.

A row without a submission date wasn't finished. `N/A` stands where a question wasn't shown to somebody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of

NAME = "LimeSurvey"
_ID = ("id", "response id", "response-id", "svar id", "svar-id", "svar id.", "besvarelses-id", "besvarelses id")
_SUBMITTED = (
    "submitdate",
    "date submitted",
    "indsendelsesdato",
    "dato for indsendelse",
    "dato indsendt",
    "indsendt dato",
    "afsendelsesdato",
)
_OTHERS = ("lastpage", "last page", "sidste side", "startlanguage", "start language", "startsprog", "seed")
_CODE_AND_TEXT: Final = re.compile(r"\s*([A-Za-z][A-Za-z0-9]*)(?:\[([A-Za-z0-9_]+)\])?\s*\.\s+(\S.*)", re.DOTALL)


def recognise(head: Head) -> Layout | None:
    """The layout, where the first column is the response's number and its own columns follow."""
    headings = [_in_two(cell)[0] for cell in head.row(0)]
    own = [position for position, heading in enumerate(headings) if heading.casefold() in (*_SUBMITTED, *_OTHERS)]
    if headings[0].casefold() not in _ID or len(own) < 2:
        return None
    submitted = next((p for p in own if headings[p].casefold() in _SUBMITTED), None)
    rules = RowRules()
    if submitted is not None:
        rules = RowRules(incomplete=(RowRule("not submitted", (one_of(submitted, ""),)),))
    layout = head.layout(NAME, rules, blanks=("N/A",))
    return replace(layout, columns=tuple(replace(c, others=_in_two(c.raw)) for c in layout.columns))


def _in_two(heading: str) -> tuple[str, ...]:
    """The code of a heading with code and text, then its text; any other heading as it is."""
    found = _CODE_AND_TEXT.fullmatch(heading)
    return (found[2] or found[1], found[3]) if found else (heading.strip(),)
