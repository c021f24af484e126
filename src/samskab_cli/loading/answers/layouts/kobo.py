"""KoboToolbox: headings as `group/item`; a review can reject a row."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of

NAME = "KoboToolbox"
_REJECTED = ("not approved", "validation_status_not_approved", "ikke godkendt", "rejected", "afvist")


def recognise(head: Head) -> Layout | None:
    """The layout, where its own columns are there."""
    if head.find("_uuid") is None or head.find("_submission_time", "_validation_status", "_index") is None:
        return None
    reviewed = head.find("_validation_status")
    rules = RowRules()
    if reviewed is not None:
        rules = RowRules(drops=(RowRule("rejected in review", (one_of(reviewed, *_REJECTED),)),))
    return head.layout(NAME, rules)
