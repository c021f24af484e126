"""Several files joined to one answer set (`--latest`): ids of all rows, numbered or repeated ones, group names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.blank_words import EMPTY_WORDS, NA_WORDS
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.respondent_ids import repeated, stand_twice
from samskab_cli.model.answers import BLANK, RESPONDENT, ROLE
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.text import fold

_RANK = "rank"
_LEAST_ROWS = 5
GroupNames = Mapping[str, Mapping[str, str]]
"""Name of a group column → group → what it is called."""


class Joined(NamedTuple):
    """The coded rows of all files."""

    frame: pl.LazyFrame
    """Columns as `Responses` says."""
    missing: frozenset[str]
    """Asked items that no file has a column for."""
    left_out: int
    """Rows of respondents of whom another row counts."""


class Ids(NamedTuple):
    """The respondents' ids of all files, a row each."""

    texts: pl.Series
    """Empty where a row has none."""
    again: pl.Series | None = None
    """Whether each row's id stands more than once; None where none does."""
    common: tuple[str, int] | None = None
    """The id that more than half of the rows have, and how many: it is nobody's."""

    @classmethod
    def of(cls, files: Sequence[FileAnswers]) -> Ids:
        """Of all rows; what programs write for nothing is no id."""
        texts = pl.concat([_or_empty(file.ids, file.body.rows) for file in files])
        if not stand_twice(texts, texts != ""):
            return cls(texts)
        given = texts.filter(texts != "")
        nothing = [text for text in given.unique().to_list() if fold(text) in EMPTY_WORDS or text in NA_WORDS]
        if nothing:
            texts = texts.replace(nothing, [""] * len(nothing))
            given = texts.filter(texts != "")
        counts = given.value_counts(sort=True).row(0) if len(given) else ("", 0)
        common = counts if counts[1] > 1 and counts[1] * 2 > len(texts) and len(texts) >= _LEAST_ROWS else None
        again = texts.is_duplicated() & (texts != "")
        return cls(texts, again if again.any() else None, common)


def join(
    files: Sequence[FileAnswers], ids: Ids, names: GroupNames, question_set: QuestionSet, options: LoadOptions
) -> Joined:
    """Put the rows of files together; with `latest`, of each respondent the last complete row."""
    missing = frozenset.intersection(*(frozenset(file.mapping.missing) for file in files))
    items = question_set.items_asked(quick=options.quick, missing=missing)
    frame = pl.concat([file.frame([item.id for item in items], names) for file in files])
    if options.latest and ids.common is None:
        eager = frame.collect()
        kept = _last_complete(eager, ids.texts, items)
        named = eager.lazy().with_columns(_numbers() if numbered(files, ids) else ids.texts.alias(RESPONDENT))
        frame, left_out = named.filter(kept), int((~kept).sum())
    else:
        frame = frame.with_columns(_numbers() if numbered(files, ids) else ids.texts.alias(RESPONDENT))
        left_out = 0
    return Joined(frame.select(RESPONDENT, pl.all().exclude(RESPONDENT)), missing, left_out)


def numbered(files: Sequence[FileAnswers], ids: Ids) -> bool:
    """Whether respondents get numbers: no column has their ids, the ids would name them, or most rows have one id."""
    return ids.common is not None or any(file.mapping.respondent is None or file.names_somebody for file in files)


def repeated_ids(files: Sequence[FileAnswers], ids: Ids) -> list[Problem]:
    """A problem for each id, blank ones aside, that more than one row of all the files has."""
    if ids.again is None or ids.common is not None:
        return []
    again = ids.again.arg_true().to_list()
    places = [(file.file, line) for file in files for line in file.body.lines]
    anonymous = any(file.names_somebody for file in files)
    fewer = len(again) - ids.texts.gather(again).n_unique()
    found = [(ids.texts[row], *places[row]) for row in again]
    return repeated(found, anonymous=anonymous, advise=fewer * 2 <= len(ids.texts))


def too_few_left(files: Sequence[FileAnswers], ids: Ids) -> list[Problem]:
    """A problem where `--latest` would leave out more than half of the rows: then the ids are no respondents'."""
    if ids.again is None or ids.common is not None:
        return []
    again = ids.texts.filter(ids.again)
    fewer = len(again) - again.n_unique()
    if fewer * 2 <= len(ids.texts):
        return []
    left = len(ids.texts) - fewer
    message = f"--latest would leave {left:,} of {len(ids.texts):,} rows; an id that so many rows share is nobody's"
    return [Problem(message, files[0].file)]


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
