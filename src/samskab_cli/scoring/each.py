"""One result a group, all published together: groups × sides withheld so that none can be subtracted (scoring §7).

Known beside the groups' own results are the sums over all groups, as the report of everybody gives them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from samskab_cli.model.answers import ROLE, Answers, Rejected, Responses
from samskab_cli.model.findings import Findings
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Reason, Result
from samskab_cli.scoring.disclosure import default_min_group, disclose
from samskab_cli.scoring.engine import collect, find, find_by, find_from_partials, partials
from samskab_cli.scoring.groups_together import Group, Groups


def find_each(question_set: QuestionSet, answers: Answers, column: str) -> tuple[dict[Group, Findings], Findings]:
    """The findings of each group and of everybody, from one pass over the answers.

    column: one of `answers.cells.groups`, or `role`. Raises AnswersRefused for another.
    """
    if isinstance(answers.cells, Responses):
        sums = collect(partials(question_set, answers, [column]))
        by_group = find_from_partials(question_set, answers, sums, [column])
        everybody = find_from_partials(question_set, answers, sums)[()]
    else:
        by_group, everybody = find_by(question_set, answers, [column]), find(question_set, answers)
    return {group: findings for (group,), findings in by_group.items()}, everybody


def disclose_each(
    found: Mapping[Group, Findings], everybody: Findings, column: str, min_group: int | None = None
) -> Iterator[tuple[Group, Result | Reason]]:
    """Each group's result, as if its people were the file, or why all of it is withheld; in the order of `found`.

    everybody: the findings of all groups together. column: what they are grouped by. min_group: as for `score`.
    """
    smallest = min_group or default_min_group(everybody.answers, everybody.respondents)
    groups = Groups(found, everybody, smallest, roles=column == ROLE)
    for group, findings in found.items():
        if group in groups.hidden:
            yield group, groups.hidden[group]
        else:
            own = dataclasses.replace(findings, answers=_own(findings, group))
            yield group, disclose(own, smallest, groups.across(group))


def _own(findings: Findings, group: Group) -> Answers:
    """The group's answers: under its name, with the cells of its own that couldn't be read."""
    answers = findings.answers
    unread = {item: figure.invalid for item, figure in findings.items.items() if figure.invalid}
    place = " · ".join(part for part in (answers.context.municipality, group) if part)
    return dataclasses.replace(
        answers,
        context=answers.context.model_copy(update={"municipality": place or None}),
        incomplete=0,
        rejected=Rejected(count=sum(unread.values()), by_item=unread),
    )
