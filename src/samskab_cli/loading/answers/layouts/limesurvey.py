"""LimeSurvey: headings as code, `code[sub]`, text, or both, whole or cut at 15 characters with `.. `.

A row without a submission date wasn't finished. `N/A` stands where a question wasn't shown to somebody. RemoteControl
writes code and text without anything between them (`rolleRolle`), ExpressionScript `code_sub`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of
from samskab_cli.model.text import fold

NAME = "LimeSurvey"
_ID = (
    "id", "response id", "response-id", "svar id", "svar-id", "svar id.", "besvarelses-id", "besvarelses id",
    "besvarelse-id", "besvarelse id",
)  # fmt: skip
_SUBMITTED = (
    "submitdate",
    "date submitted",
    "indsendelsesdato",
    "dato for indsendelse",
    "dato indsendt",
    "indsendt dato",
    "afsendelsesdato",
)
_OTHERS = (
    "lastpage", "last page", "sidste side", "startlanguage", "start language", "startsprog", "standardsprog", "seed",
    "startdate", "startdato", "datestamp", "dato for sidste handling", "ipaddr", "ip-adresse", "refurl",
    "henvisende websted", "token", "adgangskode", "deltagernøgle", "respondentnøgle",
)  # fmt: skip
_CODE_AND_TEXT: Final = re.compile(r"\s*([A-Za-z][A-Za-z0-9]*)(?:\[([A-Za-z0-9_]+)\])?\s*\.\s+(\S.*)", re.DOTALL)
_WITHOUT_SEPARATOR: Final = re.compile(
    r"\s*(?:[A-Za-z][A-Za-z0-9]*\[(?P<sub>[A-Za-z0-9_]+)\]|(?P<code>id|submitdate|lastpage|startlanguage|seed|startdate|"
    r"datestamp|ipaddr|refurl|token|rolle|role|respondent)(?=[^\W\da-zæøå_]))\s*(?P<text>\S.*)",
    re.DOTALL,
)
_EXPRESSION: Final = re.compile(r"\s*[A-Za-z][A-Za-z0-9]*_([A-Za-z][A-Za-z0-9]*)\s*")


def recognise(head: Head) -> Layout | None:
    """The layout, where the first column is the response's number and its own columns follow."""
    headings = [_in_two(cell)[0] for cell in head.row(0)]
    headings = [fold(heading.replace("_", " ")) for heading in headings]
    own = [position for position, heading in enumerate(headings) if heading in (*_SUBMITTED, *_OTHERS)]
    if headings[0] not in _ID or len(own) < 2:
        return None
    submitted = next((p for p in own if headings[p] in _SUBMITTED), None)
    rules = RowRules()
    if submitted is not None:
        rules = RowRules(incomplete=(RowRule("not submitted", (one_of(submitted, ""),)),))
    layout = head.layout(NAME, rules, blanks=("N/A",))
    return replace(layout, columns=tuple(replace(c, others=_in_two(c.raw)) for c in layout.columns))


def _in_two(heading: str) -> tuple[str, ...]:
    """The code of a heading with code and text, then its text; any other heading as it is."""
    match = _CODE_AND_TEXT.fullmatch(heading)
    if match:
        return (match[2] or match[1], match[3])
    match = _WITHOUT_SEPARATOR.fullmatch(heading)
    if match:
        return (match["sub"] or match["code"], match["text"])
    match = _EXPRESSION.fullmatch(heading)
    return (heading.strip(), match[1]) if match else (heading.strip(),)
