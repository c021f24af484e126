"""One result a group, all published together: `samskab report --each` (scoring §7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from samskab_cli.disclosure.groups import DisclosedGroups, disclosed_groups
from samskab_cli.disclosure.result import result
from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.answers import Answers, Rejected
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.model.tables import Tables


@dataclass(frozen=True)
class GroupResults:
    """Each group's result, as if its people were the file, or why all of it is withheld; in order, made one by one."""

    answers: Answers
    groups: DisclosedGroups

    @property
    def min_group(self) -> int:
        """People in the smallest group that is shown."""
        return self.groups.min_group

    @property
    def beside(self) -> SideLevel:
        """The finest level at which a report of everybody may show sides beside these."""
        return self.groups.grouping.beside

    @property
    def names(self) -> tuple[str | None, ...]:
        """The groups; None: where the column is empty."""
        return tuple(name for (name,) in self.groups.grouping.people)

    @property
    def shown(self) -> tuple[str | None, ...]:
        """The groups that have a result."""
        return tuple(name for (name,) in self.groups.grouping.shown)

    def __iter__(self) -> Iterator[tuple[str | None, Result | Reason]]:
        for (group,), crowd, disclosed in self.groups:
            if isinstance(disclosed, Disclosed):
                own = own_answers(self.answers, crowd.tables, group)
                yield group, result(own, crowd, disclosed, self.min_group)
            else:
                yield group, disclosed


def results_by_group(
    question_set: QuestionSet, answers: Answers, column: str, min_group: int | None = None
) -> GroupResults:
    """One result a group.

    column: one of `answers.cells.groups`, or `role`. min_group: as for `score`.
    Raises AnswersRefused for a column that isn't there.
    """
    return GroupResults(answers, disclosed_groups(question_set, answers, [column], min_group))


def own_answers(answers: Answers, tables: Tables, group: str | None) -> Answers:
    """The group's answers: under its name, with the cells of its own that couldn't be read."""
    unread = {item: table.invalid for item, table in tables.items() if table.invalid}
    place = " · ".join(part for part in (answers.context.municipality, group) if part)
    return dataclasses.replace(
        answers,
        context=answers.context.model_copy(update={"municipality": place or None}),
        incomplete=0,
        rejected=Rejected(count=sum(unread.values()), by_item=unread),
    )
