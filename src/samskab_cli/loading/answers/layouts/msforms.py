"""Microsoft Forms: statements as headings, after five columns of its own with names and mail addresses in them."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout

NAME = "Microsoft Forms"
_START = ("start time", "starttidspunkt")
_END = ("completion time", "fuldførelsestidspunkt", "afslutningstidspunkt", "sluttidspunkt")


def recognise(head: Head) -> Layout | None:
    """The layout, where its two times are there."""
    if head.find(*_START) is None or head.find(*_END) is None:
        return None
    return head.layout(NAME)
