"""Our own files: `respondent`, `role` (or `rolle`) and item ids."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout

NAME = "samskab"


def recognise(head: Head) -> Layout | None:
    """The layout, where the first two columns are those of our own files."""
    own = head.headings[:1] == ["respondent"] and head.headings[1:2] in (["role"], ["rolle"])
    return head.layout(NAME) if own else None
