"""The only place that makes a `Study` (docs/study.md): who may be counted, of everybody or by groups, pair tables.

Counts and shares are those of the report. Of groups only those count that may be shown, and at least ten of them: an
ICC of shown and hidden groups together would say what the hidden ones are like. Correlations are rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from samskab_cli import __version__
from samskab_cli.disclosure.groups import grouped_people
from samskab_cli.disclosure.min_group import default_min_group
from samskab_cli.disclosure.shown_tables import Disclosed, shown_tables
from samskab_cli.disclosure.study_tables import StudyTables
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import ROLE, Answers, Mode, Responses, group_column
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import ContextShown, QuestionSetRef
from samskab_cli.model.rules import LEAST_PEOPLE
from samskab_cli.model.study import GroupsStudied, Study
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.engine import crowd as crowd_of
from samskab_cli.scoring.side_levels import Sides, choose_sides
from samskab_cli.study.consistency import Consistency
from samskab_cli.study.findings import Groups, findings
from samskab_cli.study.group_reliability import WANTED
from samskab_cli.study.group_scores import GroupScores, group_scores
from samskab_cli.study.pair_tables import by_cells, by_groups, pair_tables

LEAST_GROUPS: Final = 10


def study(question_set: QuestionSet, answers: Answers, by: str | None = None, min_group: int | None = None) -> Study:
    """What the answers say of the questions.

    by: a column out of `answers.cells.groups`, or `role`, that tells issues (or municipalities) apart. min_group:
    people, at least 1; None: what the session or its mode says. The order of rows changes nothing.
    Raises AnswersRefused for counted votes, for answers a room agreed on, and for a column that isn't there.
    """
    if answers.mode is Mode.CONSENSUS:
        raise AnswersRefused(
            "one answer that a room agreed on says nothing of the questions: it isn't a person's. A session of "
            "--mode individual, or a file with a row a respondent, does"
        )
    if not isinstance(answers.cells, Responses):
        raise AnswersRefused(
            "votes counted per role say nothing of the questions: nobody's answers belong together. A session of "
            "--mode individual, or a file with a row a respondent, does"
        )
    crowd = crowd_of(question_set, answers)
    smallest = min_group or default_min_group(answers, crowd.people.most)
    groups = None if by is None else _shown_groups(question_set, answers, by, smallest)
    disclosed = shown_tables(
        Asked.of(question_set, answers), crowd, _sides(question_set, crowd, groups, smallest), smallest
    )
    tables = _tables(disclosed, answers.cells.frame, groups)
    return Study(
        generated_by=f"samskab {__version__}",
        question_set=QuestionSetRef(id=question_set.id, version=question_set.version, sha256=question_set.sha256),
        context=ContextShown(**answers.context.model_dump()),
        mode=answers.mode,
        respondents=disclosed.people.most,
        min_group=smallest,
        groups=None if groups is None else groups.summary,
        findings=tuple(tables.findings),
        not_looked_at=tuple(tables.not_looked_at()),
        dimensions=tuple(tables.dimensions()),
        items=tuple(tables.items()),
        pairs=tuple(tables.pairs()),
    )


def chance_between_groups(
    question_set: QuestionSet, answers: Answers, column: str, groups: tuple[str | None, ...]
) -> tuple[str, ...]:
    """The dimensions on which shown groups differ mostly by chance: their ICC(2) is below 0.70; in question order.

    column: as `by` of a study. groups: those that are shown. Empty for fewer than ten groups, and for counted votes.
    """
    if not isinstance(answers.cells, Responses) or sum(group is not None for group in groups) < LEAST_GROUPS:
        return ()
    asked = Asked.of(question_set, answers)
    scores = group_scores(asked, answers.cells.frame, _in_frame(column), groups)
    return tuple(dimension for dimension, one in scores.reliabilities.items() if one.icc2 < WANTED)


@dataclass(frozen=True)
class _ShownGroups:
    """The groups of a study that may be shown; those without a name are nobody's issue."""

    summary: GroupsStudied
    names: tuple[str, ...]
    beside: SideLevel
    """The finest level at which everybody's sides may stand beside these groups."""

    @property
    def are_enough(self) -> bool:
        """Whether anything is said of them."""
        return len(self.names) >= LEAST_GROUPS


def _shown_groups(question_set: QuestionSet, answers: Answers, by: str, min_group: int) -> _ShownGroups:
    people, grouping, _ = grouped_people(question_set, answers, [by], min_group)
    sizes = {name: sum(people[group].values()) for group in grouping.shown if (name := group[0]) is not None}
    shown = {name: n for name, n in sizes.items() if n}
    summary = GroupsStudied(
        column=by,
        shown=len(shown),
        withheld=sum(1 for group in grouping.hidden if sum(people[group].values())),
        people=sum(shown.values()),
    )
    return _ShownGroups(summary, tuple(shown), grouping.beside)


def _sides(question_set: QuestionSet, crowd: Crowd, groups: _ShownGroups | None, min_group: int) -> Sides:
    """Everybody's sides; withheld where reports of these groups forbid them."""
    sides = choose_sides(question_set, crowd, min_group)
    if groups is None or groups.beside in {SideLevel.FINE, sides.level}:
        return sides
    return Sides(SideLevel.NONE, {}, dict.fromkeys(sides.shown, Reason.PROTECTS_ANOTHER))


def _tables(disclosed: Disclosed, frame: pl.LazyFrame, groups: _ShownGroups | None) -> StudyTables:
    """What is computed of answers that may be shown."""
    if disclosed.tables is None:
        return StudyTables(disclosed, None, None, [], groups.summary if groups else None)
    asked = disclosed.asked.without(disclosed.left_out)
    scores: GroupScores | None = None
    consistency: Consistency | None = None
    if groups is not None and groups.are_enough:
        scores = group_scores(asked, frame, _in_frame(groups.summary.column), groups.names)
    if disclosed.people.most >= LEAST_PEOPLE:
        if groups is not None and scores is not None:
            parts = by_groups(asked, frame, _in_frame(groups.summary.column), groups.names)
        else:
            parts = by_cells(asked, frame)
        consistency = Consistency.of(asked, pair_tables(asked, parts))
    found = findings(asked, disclosed.tables, consistency, _reliable(scores, groups))
    return StudyTables(disclosed, consistency, scores, found, groups.summary if groups else None)


def _reliable(scores: GroupScores | None, groups: _ShownGroups | None) -> Groups | None:
    if scores is None or groups is None:
        return None
    return Groups(groups.summary.people, scores.reliabilities)


def _in_frame(name: str) -> str:
    return name if name == ROLE else group_column(name)
