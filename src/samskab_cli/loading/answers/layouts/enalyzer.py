"""Enalyzer: `Stem - Statement` after columns of its own; a status says who finished."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, none_of

NAME = "Enalyzer"
_ID = ("besvarelses-id", "besvarelses id", "besvarelsesid", "respondent-id", "response id", "responseid")
_STATUS = ("status", "besvarelsesstatus", "svarstatus", "response status")
_OTHERS = ("oprettet", "created", "gennemført", "ændret", "sidst ændret", "completed", "afsluttet")
_FINISHED = (
    "gennemført",
    "fuldført",
    "afsluttet",
    "besvaret",
    "færdig",
    "komplet",
    "completed",
    "complete",
    "finished",
)


def recognise(head: Head) -> Layout | None:
    """The layout, where the response's number and its status are there."""
    status = head.find(*_STATUS)
    if status is None or head.find(*_ID) is None or head.find(*_OTHERS) is None:
        return None
    return head.layout(NAME, RowRules(incomplete=(RowRule("not completed", (none_of(status, "", *_FINISHED),)),)))
