"""ODK Central: headings as `group-item`; a review can reject a row."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of

NAME = "ODK"


def recognise(head: Head) -> Layout | None:
    """The layout, where its own columns are there."""
    if head.find("key") is None or head.find("submissiondate", "submitterid", "meta-instanceid", "instanceid") is None:
        return None
    reviewed = head.find("reviewstate")
    rules = RowRules()
    if reviewed is not None:
        rules = RowRules(drops=(RowRule("rejected in review", (one_of(reviewed, "rejected"),)),))
    return head.layout(NAME, rules)
