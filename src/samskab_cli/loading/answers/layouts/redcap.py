"""REDCap: raw or labelled; each instrument ends with whether it is complete, and `[not completed]` for a time."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import Condition, RowRule, RowRules, one_of

NAME = "REDCap"
_OWN = (
    "redcap_survey_identifier",
    "redcap_event_name",
    "redcap_repeat_instrument",
    "redcap_data_access_group",
    "survey identifier",
    "survey timestamp",
    "event name",
    "repeat instrument",
)


def recognise(head: Head) -> Layout | None:
    """The layout, where its own columns and the end of an instrument are there."""
    ends = [p for p, heading in enumerate(head.headings) if heading == "complete?" or heading.endswith("_complete")]
    begins = head.headings[0] in {"record_id", "record id", "study_id", "study id"}
    if not ends or not (begins or head.find(*_OWN) is not None):
        return None
    return head.layout(NAME, RowRules(incomplete=tuple(_unfinished(head, ends))))


def _unfinished(head: Head, ends: list[int]) -> list[RowRule]:
    """An instrument is the columns up to its end; whether it is finished concerns only what was asked in it."""
    rules: list[RowRule] = []
    start = 0
    for end in ends:
        conditions: list[Condition] = [one_of(end, "0", "incomplete", "ufuldstændig", "ikke komplet")]
        for position in range(start, end):
            heading = head.headings[position]
            if heading.endswith("_timestamp") or heading == "survey timestamp":
                conditions.append(one_of(position, "[not completed]", "[ikke fuldført]"))
        section = range(start, end)
        rules.extend(RowRule("not completed", (condition,), section) for condition in conditions)
        start = end + 1
    return rules
