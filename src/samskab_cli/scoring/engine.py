"""The entrances of scoring: from answers to findings, and to what may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import polars as pl

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.model.answers import ROLE, Answers, Responses, group_column
from samskab_cli.model.findings import Findings
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring import groups, respondents, rows, tallies
from samskab_cli.scoring.asked import Asked
from samskab_cli.scoring.assembly import assemble
from samskab_cli.scoring.people import Crowd

if TYPE_CHECKING:
    from samskab_cli.model.result import Result

_AT_ONCE = 50_000
"""Rows. Each has some 200 columns on its way; more rows at once take more memory, and no less time."""
Group = tuple[str | None, ...]
"""The values of the group columns."""


def score(question_set: QuestionSet, answers: Answers, min_group: int | None = None) -> Result:
    """What may be shown of one answer set. min_group: people, at least 1; None: what the session or its mode says."""
    from samskab_cli.scoring.disclosure import disclose  # noqa: PLC0415  # tables need no models of results

    return disclose(find(question_set, answers), min_group)


def find(question_set: QuestionSet, answers: Answers) -> Findings:
    """One answer set, scored; nothing is withheld yet."""
    return find_by(question_set, answers, ())[()]


def find_by(question_set: QuestionSet, answers: Answers, columns: Sequence[str]) -> dict[Group, Findings]:
    """The whole result of each group's respondents, as if they were the file.

    columns: names out of `answers.cells.groups`, or `role`. Groups come in the set's order of roles, others by name,
    and last those where the column is empty. Raises AnswersRefused for another name.
    """
    asked = Asked.of(question_set, answers)
    _check(answers, columns)
    if isinstance(answers.cells, Responses):
        frame = collect(partials(question_set, answers, columns))
        return find_from_partials(question_set, answers, frame, columns)
    return _assembled(asked, answers, tallies.by_group(asked, answers.cells, columns), columns)


def partials(question_set: QuestionSet, answers: Answers, columns: Sequence[str] = ()) -> pl.LazyFrame:
    """The sums that `find_from_partials` makes findings of; those of several files and batches add up.

    answers: linked answers.
    """
    _check(answers, columns)
    asked = Asked.of(question_set, answers)
    grouped = dict.fromkeys(_in_frame(name) for name in columns if name != ROLE)
    return groups.partials(asked, _scored(asked, answers), list(grouped))


def find_from_partials(
    question_set: QuestionSet, answers: Answers, frame: pl.DataFrame, columns: Sequence[str] = ()
) -> dict[Group, Findings]:
    """As `find_by`, of collected partials, one below the other. Without columns: everybody, under `()`."""
    asked = Asked.of(question_set, answers)
    crowds = groups.by_group(asked, frame.to_dicts(), [_in_frame(name) for name in columns])
    return _assembled(asked, answers, crowds, columns)


def respondent_rows(question_set: QuestionSet, answers: Answers, *, ranges: bool = False) -> pl.LazyFrame:
    """One row a respondent of linked answers, in no promised order: the whole result of that respondent alone.

    Columns: `respondent`, `role`, the group columns (String); dimensions, `overall`, gates (Float64, 0…100, null where
    there is none), each with `_low` and `_high` where ranges are asked for; `<gate>_state`, `verdict` (String);
    `answered`, `unsure`, `not_relevant`, `blank`, `invalid` (UInt32). Who doesn't take part has empty figures.
    """
    asked = Asked.of(question_set, answers)
    return rows.rows(asked, _scored(asked, answers), _responses(answers).groups, ranges=ranges)


def collect(frame: pl.LazyFrame) -> pl.DataFrame:
    """The frame, computed batch by batch: what is computed of all answers needn't fit in memory."""
    with pl.Config(streaming_chunk_size=_AT_ONCE):
        return frame.collect(engine="streaming")


def _scored(asked: Asked, answers: Answers) -> pl.LazyFrame:
    return respondents.scored(asked, _responses(answers).frame)


def _responses(answers: Answers) -> Responses:
    if not isinstance(answers.cells, Responses):
        raise AnswersRefused("votes counted per role have no respondents: nobody's answers belong together")
    return answers.cells


def _check(answers: Answers, columns: Sequence[str]) -> None:
    known = answers.cells.groups if isinstance(answers.cells, Responses) else ()
    unknown = [name for name in columns if name != ROLE and name not in known]
    if unknown:
        raise AnswersRefused(*(Problem(f"there is no column {name!r} to group by") for name in unknown))


def _in_frame(name: str) -> str:
    return name if name == ROLE else group_column(name)


def _assembled(
    asked: Asked, answers: Answers, crowds: Mapping[Group, Crowd], columns: Sequence[str]
) -> dict[Group, Findings]:
    roles = [*asked.question_set.role_by_id, *(side.id for side in asked.question_set.sides)]

    def place(column: str, value: str | None) -> tuple[bool, int, str]:
        known = column == ROLE and value in roles
        return value is None, roles.index(value) if known and value is not None else 0, value or ""

    def places(group: Group) -> list[tuple[bool, int, str]]:
        return [place(column, value) for column, value in zip(columns, group, strict=True)]

    return {group: assemble(asked, answers, crowds[group]) for group in sorted(crowds, key=places)}
