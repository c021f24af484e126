"""Several files as one answer set: columns by name, one file after the other, nobody twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.respondent_ids import repeated
from samskab_cli.model.answers import BLANK, RESPONDENT, ROLE
from samskab_cli.model.question_set import Item, QuestionSet

_RANK = "rank"


@dataclass(frozen=True)
class Joined:
    """The coded rows of all files."""

    frame: pl.LazyFrame
    """Columns as `Responses` says."""
    missing: frozenset[str]
    """Asked items that no file has a column for."""
    left_out: int
    """Rows of respondents of whom another row counts."""


def join(files: Sequence[FileAnswers], question_set: QuestionSet, *, quick: bool, latest: bool) -> Joined:
    """Put the rows of files together; with `latest`, of each respondent the last complete row."""
    missing = frozenset.intersection(*(frozenset(file.mapping.missing) for file in files))
    items = question_set.items_asked(quick=quick, missing=missing)
    frame = pl.concat([file.frame([item.id for item in items]) for file in files])
    if latest:
        ids = _ids(files)
        eager = frame.collect()
        kept = _last_complete(eager, ids, items)
        named = eager.lazy().with_columns(_numbers() if numbered(files) else ids.alias(RESPONDENT))
        frame, left_out = named.filter(kept), int((~kept).sum())
    else:
        frame = frame.with_columns(_numbers() if numbered(files) else _ids(files).alias(RESPONDENT))
        left_out = 0
    return Joined(frame.select(RESPONDENT, pl.all().exclude(RESPONDENT)), missing, left_out)


def numbered(files: Sequence[FileAnswers]) -> bool:
    """Whether respondents get numbers: no column has their ids, or the ids would name them."""
    return any(file.mapping.respondent is None or file.names_somebody for file in files)


def repeated_ids(files: Sequence[FileAnswers]) -> list[Problem]:
    """A problem for each id, blank ones aside, that more than one row of all the files has."""
    if not files:
        return []
    ids = _ids(files)
    given = ids.filter(ids != "")
    if given.hash().n_unique() == len(given):  # a hash takes less room than an id
        return []
    again = (ids.is_duplicated() & (ids != "")).arg_true().to_list()
    if not again:
        return []
    places = [(file.file, line) for file in files for line in file.body.lines]
    anonymous = any(file.names_somebody for file in files)
    return repeated([(ids[row], *places[row]) for row in again], anonymous=anonymous)


def _ids(files: Sequence[FileAnswers]) -> pl.Series:
    """The ids of all rows (String), empty where there is none."""
    return pl.concat([_or_empty(file.ids, file.body.rows) for file in files])


def _or_empty(ids: pl.Series | None, rows: int) -> pl.Series:
    return pl.repeat("", rows, dtype=pl.String, eager=True) if ids is None else ids


def _numbers() -> pl.Expr:
    return pl.int_range(1, pl.len() + 1, dtype=pl.Int64).cast(pl.String).alias(RESPONDENT)


def _last_complete(frame: pl.DataFrame, ids: pl.Series, items: Sequence[Item]) -> pl.Series:
    """Which rows count: of one respondent's the last without a blank that their role was asked, else the last."""
    given = [pl.col(item.id) != BLANK for item in items if not item.skip_roles]
    spared = [
        (pl.col(item.id) != BLANK) | pl.col(ROLE).is_in(list(item.skip_roles)).fill_null(value=False)
        for item in items
        if item.skip_roles
    ]
    complete = frame.select(pl.all_horizontal(*given, *spared).cast(pl.Int64)).to_series()
    rank = (complete * len(frame) + pl.int_range(len(frame), dtype=pl.Int64, eager=True)).alias(_RANK)
    ranked = pl.DataFrame([ids.alias(RESPONDENT), rank])
    best = (pl.col(RESPONDENT) == "") | (pl.col(_RANK) == pl.col(_RANK).max().over(RESPONDENT))
    return ranked.select(best).to_series()
