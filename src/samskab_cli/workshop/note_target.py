"""`Noting`: the protocol of what entries are appended to, a journal or a test's list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from samskab_cli.model.session import Session
from samskab_cli.model.session_lines import Entry

Clock = Callable[[], dt.datetime]


class Noting(Protocol):
    """A journal, or a test's list."""

    @property
    def session(self) -> Session:
        """What all entries add up to."""

    def append(self, entry: Entry) -> None:
        """Note one thing. Raises SessionTrouble where it can't be saved; then nothing has changed."""
