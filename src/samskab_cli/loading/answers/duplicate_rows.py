"""Rows that stand again: exported twice, pasted twice, or in two files of overlapping weeks. They count once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from samskab_cli.loading.answers.answer_file import FileAnswers, without_rows
from samskab_cli.loading.answers.respondent_ids import stand_twice
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import QuestionSet

_FILE, _ROW, _KEY, _CONTENT, _LINE = "file", "row", "key", "content", "line"
_MOST_NAMED: Final = 20


def counted_once(files: Sequence[FileAnswers], question_set: QuestionSet) -> tuple[list[FileAnswers], list[Doubt]]:
    """The files with each row once, a doubt for those left out, one that stops for each that differs from its twin."""
    keyed = [(number, keys) for number, file in enumerate(files) if (keys := _keys(file, number)) is not None]
    if not keyed:
        return list(files), []
    keys = pl.concat([key for _, key in keyed])
    if not stand_twice(keys, keys.is_not_null()):
        return list(files), []
    again = _again(files, keyed, question_set)
    alike = again.group_by(_KEY, maintain_order=True).agg(pl.col(_CONTENT).n_unique() == 1)
    same = alike.filter(pl.col(_CONTENT))[_KEY]
    out = again.filter(pl.col(_KEY).is_in(same.implode()) & ~pl.col(_KEY).is_first_distinct())
    kept = [without_rows(file, out.filter(pl.col(_FILE) == number)[_ROW]) for number, file in enumerate(files)]
    named = [number for number, file in enumerate(files) if file.known.key.ids is not None]
    differing = again.filter(~pl.col(_KEY).is_in(same.implode()) & pl.col(_FILE).is_in(named))
    return kept, [*_doubts(files, out), *_differ(files, differing)]


def _keys(file: FileAnswers, number: int) -> pl.Series | None:
    """The key of each row; where ids only count one survey's rows, apart from those of other files."""
    key = file.known.key.texts(file.body)
    if key is None or not file.known.key.is_serial(file.body):
        return key
    times = [file.body.texts[column.position] for column in file.known.key.times]
    apart = times or [pl.repeat(str(number), len(key), dtype=pl.String, eager=True)]
    return pl.select(pl.concat_str([key, *apart], separator="\x1f")).to_series()


def _again(
    files: Sequence[FileAnswers], keyed: Sequence[tuple[int, pl.Series]], question_set: QuestionSet
) -> pl.DataFrame:
    """Every row whose key stands more than once: file, row, key, line, and a number for what it holds."""
    items = [item.id for item in question_set.items]
    frames = []
    for number, keys in keyed:
        file = files[number]
        content = file.frame(items).collect().hash_rows(seed=0)
        lines = pl.Series(file.body.lines, dtype=pl.UInt32)
        rows = pl.int_range(len(keys), dtype=pl.UInt32, eager=True)
        frame = pl.DataFrame({_ROW: rows, _KEY: keys, _CONTENT: content, _LINE: lines})
        frames.append(frame.with_columns(pl.lit(number, dtype=pl.UInt32).alias(_FILE)))
        if file.known.key.ids is None:  # two people may have sent theirs in one second
            frames[-1] = frames[-1].with_columns(pl.concat_str(_KEY, pl.lit("\x1f"), _CONTENT))
    every = pl.concat(frames).filter(pl.col(_KEY).is_not_null())
    return every.filter(pl.col(_KEY).is_duplicated())


def _doubts(files: Sequence[FileAnswers], out: pl.DataFrame) -> list[Doubt]:
    doubts = []
    for number, file in enumerate(files):
        lines = out.filter(pl.col(_FILE) == number)[_LINE].to_list()
        if lines:
            stands = "1 row of the export stands" if len(lines) == 1 else f"{len(lines):,} rows of the export stand"
            text = f"{stands} again; counted once"
            doubts.append(Doubt(DoubtKind.SAME_ROW, text, len(lines), file.file, lines[0]))
    return doubts


def _differ(files: Sequence[FileAnswers], differing: pl.DataFrame) -> list[Doubt]:
    """One doubt a key: its rows are one row of the survey system, and say different things."""
    doubts: list[Doubt] = []
    for (_,), rows in differing.group_by([_KEY], maintain_order=True):
        places = [(files[file].file, line) for file, line in rows.select(_FILE, _LINE).iter_rows()]
        (file, line), others = places[0], places[1:6]
        where = ", ".join(f"line {at}" if name == file else f"{name} line {at}" for name, at in others)
        ids = files[rows[_FILE][0]].known.key.ids
        what = f"the same {ids.heading if ids else 'row'} stands again in {where}, with other answers"
        text = f"{what}; take out the row that doesn't count"
        doubts.append(Doubt(DoubtKind.SAME_ROW, text, len(rows), file, line, stops=True))
        if len(doubts) == _MOST_NAMED:
            break
    return doubts
