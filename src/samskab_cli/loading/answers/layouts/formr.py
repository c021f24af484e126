"""formr: a session and its times, then item names."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of

NAME = "formr"


def recognise(head: Head) -> Layout | None:
    """The layout, where its own columns are there."""
    if not head.has("session", "created", "ended"):
        return None
    ended = head.headings.index("ended")
    return head.layout(NAME, RowRules(incomplete=(RowRule("not ended", (one_of(ended, "", "na", "null"),)),)))
