"""SurveyXact: a dataset of variables with names cut at 8 characters, invitations nobody answered among its rows.

`stato_1` … `stato_5` say new, distributed, partly answered, completed, rejected. What its codes mean stands in files of
their own beside the dataset (`loading/companions.py`).
"""

from __future__ import annotations

from dataclasses import replace

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, none_of

NAME = "SurveyXact"
_COMPLETED = ("stato_4", "statoverall_4", "statusoverall_4", "statoverall4")
_OWN = (
    ("respondentid", "responde"),
    ("organizationid", "organiza", "organisa"),
    ("digitald", "digitaldistributionstatus"),
)
_CHOSEN = ("1", "valgt", "chosen", "selected", "ja", "yes", "true", "sand")


def recognise(head: Head) -> Layout | None:
    """The layout, where the system's own variables are there."""
    own = sum(head.find(*names) is not None for names in _OWN)
    completed = head.find(*_COMPLETED)
    if own < len(_OWN) - 1 and (own == 0 or completed is None):
        return None
    rules = RowRules()
    if completed is not None:
        rules = RowRules(incomplete=(RowRule("not completed", (none_of(completed, *_CHOSEN),)),))
    return replace(head.layout(NAME, rules), companions=True)
