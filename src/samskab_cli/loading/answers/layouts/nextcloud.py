"""Nextcloud Forms: the answerer's id and name, a time, then statements or `Stem (Row)`."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout

NAME = "Nextcloud Forms"
_ID = ("user id", "bruger-id", "bruger id", "brugerid")
_NAME = ("user display name", "brugers visningsnavn", "visningsnavn", "bruger visningsnavn", "brugernavn")


def recognise(head: Head) -> Layout | None:
    """The layout, where both of its own columns are there."""
    return head.layout(NAME) if head.find(*_ID) is not None and head.find(*_NAME) is not None else None
