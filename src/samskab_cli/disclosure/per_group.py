"""One result a group, all published together: `samskab report --each` (scoring §7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from samskab_cli.disclosure.groups import disclosed_groups
from samskab_cli.disclosure.result import result
from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.answers import Answers, Rejected
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Reason, Result
from samskab_cli.model.tables import Tables


def results_by_group(
    question_set: QuestionSet, answers: Answers, column: str, min_group: int | None = None
) -> Iterator[tuple[str | None, Result | Reason]]:
    """Each group's result, as if its people were the file, or why all of it is withheld.

    column: one of `answers.cells.groups`, or `role`. min_group: as for `score`.
    Raises AnswersRefused for a column that isn't there.
    """
    groups = disclosed_groups(question_set, answers, [column], min_group)

    def results() -> Iterator[tuple[str | None, Result | Reason]]:
        for (group,), crowd, disclosed in groups:
            if isinstance(disclosed, Disclosed):
                own = _own(answers, crowd.tables, group)
                yield group, result(own, crowd, disclosed, groups.min_group)
            else:
                yield group, disclosed

    return results()


def _own(answers: Answers, tables: Tables, group: str | None) -> Answers:
    """The group's answers: under its name, with the cells of its own that couldn't be read."""
    unread = {item: table.invalid for item, table in tables.items() if table.invalid}
    place = " · ".join(part for part in (answers.context.municipality, group) if part)
    return dataclasses.replace(
        answers,
        context=answers.context.model_copy(update={"municipality": place or None}),
        incomplete=0,
        rejected=Rejected(count=sum(unread.values()), by_item=unread),
    )
