"""Google Forms: a time stamp, then `Stem [Statement]` or statements."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout

NAME = "Google Forms"
_FIRST = ("tidsstempel", "timestamp")


def recognise(head: Head) -> Layout | None:
    """The layout, where the first column is the time stamp."""
    return head.layout(NAME) if head.headings[0] in _FIRST else None
