"""Sessions for tests: a header, a set, and interviews without a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import Session
from samskab_cli.model.session_lines import AskedSet, Entry, Header, SessionMode
from samskab_cli.workshop.interview import Interview

NOON = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


def header(question_set: QuestionSet | None = None, mode: SessionMode = Mode.CONSENSUS, **changes: Any) -> Header:
    """The first line of a session; without a set, of one that nobody asks."""
    known = AskedSet.of(question_set) if question_set else AskedSet(id="nobody", version="1.0.0", sha256="0" * 64)
    return Header(session="5e55", begun=NOON, question_set=known, date=NOON.date(), mode=mode, **changes)


class Notebook:
    """Entries in a list instead of a file."""

    def __init__(self, first: Header) -> None:
        self.session = Session.begun(first)
        self.entries: list[Entry] = []

    def append(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.session = self.session.after(entry)


def interview(
    question_set: QuestionSet,
    mode: SessionMode = Mode.CONSENSUS,
    present: Mapping[str, int] | None = None,
    **changes: Any,
) -> tuple[Interview, Notebook]:
    """A new session, and what it notes; it was agreed beforehand that small sides may be shown."""
    notebook = Notebook(header(question_set, mode, present=dict(present or {}), **{"min_group": 1} | changes))
    return Interview(question_set, notebook, lambda: NOON), notebook


def gone_on(question_set: QuestionSet, notebook: Notebook) -> Interview:
    """The same session, opened again."""
    return Interview(question_set, notebook, lambda: NOON)
