"""SoSci Survey: variables as `RE01_01`, often with a row of labels (`Title: Statement`) under them."""

from __future__ import annotations

from samskab_cli.loading.answers.layouts.head import Head
from samskab_cli.loading.answers.layouts.layout import Layout
from samskab_cli.loading.answers.layouts.rows import RowRule, RowRules, one_of

NAME = "SoSci Survey"
_TESTS = ("admin", "pretest", "debug", "test", "preview", "vorschau")


def recognise(head: Head) -> Layout | None:
    """The layout, where its own columns are there; with a second row of headings where that isn't an answer."""
    number = head.find("case")
    if number is None or head.find("questnnr") is None:
        return None
    has_labels = not head.row(1)[number].strip().isdecimal()
    finished, mode = head.find("finished"), head.find("mode")
    drops = () if mode is None else (RowRule("test of the survey", (one_of(mode, *_TESTS),)),)
    unfinished = () if finished is None else (RowRule("not finished", (one_of(finished, "0", "nein", "no", "false"),)),)
    return head.layout(NAME, RowRules(drops, unfinished), header=2 if has_labels else 1)
