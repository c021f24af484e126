"""Entrances of scoring: answers → crowd, crowds by group, or rows a respondent; Polars collected, columns checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.model.answers import ROLE, Answers, CountTable, Responses, Tallies, group_column
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import SideLevel
from samskab_cli.scoring import item_tables, respondents, rows
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.item_tables import PEOPLE, Group, by_roles
from samskab_cli.scoring.side_levels import side_of
from samskab_cli.scoring.states import TAKES_PART, takes_part
from samskab_cli.scoring.votes import voting_crowd

_AT_ONCE = 50_000
"""Rows. Each has some 200 columns on its way; more rows at once take more memory, and no less time."""


def crowd(question_set: QuestionSet, answers: Answers) -> Crowd:
    """Everybody, by role."""
    asked = Asked.of(question_set, answers)
    if isinstance(answers.cells, Tallies):
        return voting_crowd(asked, answers.cells)
    table = _state_counts(asked, answers.cells, (), pl.col(ROLE))
    return next((one for _, one in item_tables.crowds(asked, item_tables.in_order(table, ()), ())), Crowd({}))


@dataclass(frozen=True)
class Groups:
    """The crowds of many groups, told apart by their sides; decoded one by one, as often as they are gone through."""

    asked: Asked
    _crowds: Callable[[Asked], Iterator[tuple[Group, Crowd]]]

    def __iter__(self) -> Iterator[tuple[Group, Crowd]]:
        return self._crowds(self.asked)

    def of(self, items: Collection[str]) -> Iterator[tuple[Group, Crowd]]:
        """The same with the tables of some items alone."""
        return self._crowds(self.asked.only(items))


def crowds_by(question_set: QuestionSet, answers: Answers, columns: Sequence[str], level: SideLevel) -> Groups:
    """The crowd of each group, by its sides at a level (`none`: as a whole).

    columns: names out of `answers.cells.groups`, or `role`. Groups come in the set's order of roles, others by name,
    and last those where the column is empty. Raises AnswersRefused for another name.
    """
    asked = Asked.of(question_set, answers)
    check_columns(answers, columns)
    cells = answers.cells
    if isinstance(cells, Tallies):
        return Groups(asked, lambda of: iter(_voting_roles(question_set, voting_crowd(of, cells), columns)))
    names = [in_frame(name) for name in columns]
    table = _state_counts(asked, cells, names, _side(question_set, level))
    if ROLE in names:  # in the set's order
        table = table.with_columns(pl.col(ROLE).cast(pl.Enum(_role_order(question_set))))
    table = item_tables.in_order(table, names)
    return Groups(asked, lambda of: item_tables.crowds(of, table, names))


def people_by(
    question_set: QuestionSet, answers: Answers, columns: Sequence[str]
) -> dict[Group, dict[str | None, int]]:
    """Group → role → people who take part. columns, order and errors: as `crowds_by`; groups of nobody come too."""
    asked = Asked.of(question_set, answers)
    check_columns(answers, columns)
    if isinstance(answers.cells, Tallies):
        voting = voting_crowd(asked, answers.cells)
        return {
            (role,) * len(columns): {role: voting.people_of(tables).fewest} for role, tables in voting.roles.items()
        }
    names = [in_frame(name) for name in columns]
    keys = list(dict.fromkeys([*names, ROLE]))
    order = pl.col(ROLE).cast(pl.Enum(_role_order(question_set)))
    if isinstance(answers.cells, Responses):
        grouped = answers.cells.frame.group_by(keys).agg(takes_part(asked).sum().alias(TAKES_PART))
    else:
        taking_part = pl.col(PEOPLE) * pl.col(TAKES_PART)
        grouped = by_roles(answers.cells.table).lazy().group_by(keys).agg(taking_part.sum().alias(TAKES_PART))
    people: dict[Group, dict[str | None, int]] = {}
    for row in collect(grouped).with_columns(order).sort(keys, nulls_last=True).iter_rows(named=True):
        of_group = people.setdefault(tuple(row[name] for name in names), {})
        if row[TAKES_PART]:
            of_group[row[ROLE]] = row[TAKES_PART]
    return people


def respondent_rows(
    question_set: QuestionSet,
    answers: Answers,
    *,
    ranges: bool = False,
    items: bool = False,
    missing_codes: bool = False,
) -> pl.LazyFrame:
    """One row a respondent of linked answers, in no promised order: the whole result of that respondent alone.

    Columns: `respondent`, `role`, the group columns (String); dimensions, `overall`, gates (Float64, 0…100, null where
    there is none), each with `_low` and `_high` where ranges are asked for; `<gate>_state`, `verdict` (String);
    `answered`, `unsure`, `not_relevant`, `blank`, `invalid` (UInt32); with `items` each item's raw value (Int8), null
    without one or, with `missing_codes`, the code that says why (`model.codebook`; a blank is null). Who doesn't take
    part has empty figures.
    Raises AnswersRefused for counted votes.
    """
    asked = Asked.of(question_set, answers)
    if not isinstance(answers.cells, Responses):
        raise AnswersRefused("what was counted per role has no respondents: nobody's answers belong together")
    scored = respondents.score_respondents(asked, answers.cells.frame)
    scores = rows.Scores(ranges=ranges, items=items, missing_codes=missing_codes)
    return rows.rows(asked, scored, answers.cells.groups, scores)


def collect(frame: pl.LazyFrame) -> pl.DataFrame:
    """The frame, computed batch by batch: what is computed of all answers needn't fit in memory."""
    with pl.Config(streaming_chunk_size=_AT_ONCE):
        return frame.collect(engine="streaming")


def check_columns(answers: Answers, columns: Sequence[str]) -> None:
    """Raises AnswersRefused for a column to group by that isn't there."""
    known = () if isinstance(answers.cells, Tallies) else answers.cells.groups
    unknown = [name for name in columns if name != ROLE and name not in known]
    if unknown:
        raise AnswersRefused(*(Problem(f"there is no column {name!r} to group by") for name in unknown))


def _state_counts(asked: Asked, cells: Responses | CountTable, columns: Sequence[str], side: pl.Expr) -> pl.DataFrame:
    """The people of each group and side by state, as `item_tables.state_counts` gives them."""
    if isinstance(cells, CountTable):
        return item_tables.regrouped(cells.table, columns, side)
    counts = item_tables.state_counts(asked, cells.frame, columns, side)
    few = cells.frame.select(pl.len()).collect(engine="in-memory").item() <= _AT_ONCE
    return counts.collect(engine="in-memory") if few else collect(counts)  # of a dozen rows in half the time


def _voting_roles(question_set: QuestionSet, voting: Crowd, columns: Sequence[str]) -> Iterator[tuple[Group, Crowd]]:
    """Each role that voted, as a group."""
    if not columns:
        yield (), voting
        return
    order = _role_order(question_set)
    for role in sorted(voting.roles, key=lambda one: (one is None, order.index(one) if one in order else 0)):
        yield (role,) * len(columns), Crowd({role: voting.roles[role]}, voting.answered)


def _role_order(question_set: QuestionSet) -> list[str]:
    return list(dict.fromkeys([*question_set.role_by_id, *(side.id for side in question_set.all_sides)]))


def _side(question_set: QuestionSet, level: SideLevel) -> pl.Expr:
    """The side of a respondent at a level."""
    if level is SideLevel.NONE:
        return pl.lit(None, dtype=pl.String)
    sides = {role: side_of(question_set, role, level) for role in _role_order(question_set)}
    return pl.col(ROLE).cast(pl.String).replace_strict(sides, default=None, return_dtype=pl.String)


def in_frame(name: str) -> str:
    """The column of the coded frame that the name of a group column stands for."""
    return name if name == ROLE else group_column(name)
