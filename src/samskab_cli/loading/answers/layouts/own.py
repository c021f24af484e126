"""Our own files: `respondent`, `role` (or `rolle`) and item ids."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.model.rules import ROLE_HEADINGS

NAME = "samskab"


def recognise(head: Head) -> Layout | None:
    """The layout, where the first two columns are those of our own files."""
    own = head.headings[:1] == ["respondent"] and any(heading in ROLE_HEADINGS for heading in head.headings[1:2])
    return head.layout(NAME) if own else None
