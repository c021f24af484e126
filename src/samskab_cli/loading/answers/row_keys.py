"""What a survey system calls a row by itself: an id of its own, with the event it belongs to, or its time stamps.

Only with it can the same row be told from two people who answered alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import polars as pl

from samskab_cli.loading.answers.columns import Column, plain
from samskab_cli.loading.answers.layouts import Layout
from samskab_cli.loading.answers.record_reader import Body

_IDS: Final = (
    "uuid", "metainstanceid", "instanceid", "responseid", "besvarelseid", "besvarelsesid", "svarid", "submissionid",
    "respondentid", "responde", "recordid", "studyid", "id",
)  # fmt: skip
_EVENTS: Final = (
    "redcapeventname", "eventname", "redcaprepeatinstrument", "repeatinstrument", "redcaprepeatinstance",
    "repeatinstance",
)  # fmt: skip
_TIMES: Final = (
    "tidsstempel", "timestamp", "starttime", "starttidspunkt", "completiontime", "fuldførelsestidspunkt",
    "afslutningstidspunkt", "sluttidspunkt", "submitdate", "datesubmitted", "datoforindsendelse", "indsendelsesdato",
    "submissiontime", "submissiondate", "recordeddate", "startdate", "enddate", "datecreated", "datemodified",
    "oprettet", "created", "ended", "surveytimestamp",
)  # fmt: skip
_SECONDS: Final = r"\d{1,2}[:.]\d{2}[:.]\d{2}"
TELLS_APART: Final = 0.4
"""Share of the rows that must have a key of their own, else it is none."""
_SERIAL: Final = re.compile(r"\d{1,7}")


@dataclass(frozen=True)
class RowKey:
    """The columns that tell a system's rows apart."""

    ids: Column | None = None
    events: tuple[Column, ...] = ()
    """With which an id may stand again: another round of the same person."""
    times: tuple[Column, ...] = ()

    @property
    def positions(self) -> tuple[int, ...]:
        """Where they stand."""
        single = (self.ids,) if self.ids else ()
        return tuple(column.position for column in (*single, *self.events, *self.times))

    def texts(self, body: Body, *, events: bool = True) -> pl.Series | None:
        """The key of each row (String), null where a row has none; None where nothing tells rows apart."""
        columns = [*([self.ids] if self.ids else self.times), *(self.events if events else ())]
        if not columns or (self.ids is None and not self.times):
            return None
        parts = [body.texts[column.position].str.strip_chars() for column in columns]
        first = parts[0]
        if not _tells_apart(first) or (self.ids is None and not first.str.contains(f"^$|{_SECONDS}").all()):
            return None
        key = pl.select(pl.concat_str(parts, separator="\x1f")).to_series()
        return pl.select(pl.when(pl.lit(first) != "").then(pl.lit(key))).to_series()

    def is_serial(self, body: Body) -> bool:
        """Whether ids only count the rows of one survey, so that another survey has the same ones."""
        if self.ids is None:
            return False
        return all(map(_SERIAL.fullmatch, body.texts[self.ids.position].head(100).to_list()))


def _tells_apart(texts: pl.Series) -> bool:
    """Whether nearly each row has its own: `anonymous`, a day or the hour of an invitation is shared by many."""
    given = texts.filter(texts != "")
    return given.n_unique() > TELLS_APART * len(given)


def row_key(layout: Layout, taken: Collection[int]) -> RowKey:
    """The columns of a table that tell its rows apart. taken: positions of columns that mean something else."""
    found: dict[str, Column] = {}
    for column in layout.columns:
        if column.position not in taken:
            for name in column.names:
                found.setdefault(plain(name), column)
    ids = next((found[name] for name in _IDS if name in found), None)
    events = tuple(dict.fromkeys(found[name] for name in _EVENTS if name in found))
    times = tuple(dict.fromkeys(found[name] for name in _TIMES if name in found))[:2]
    return RowKey(ids, events, times)
