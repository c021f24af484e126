"""Doubts where answers are read: items that run against the rest, and an end of the scale that never occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.file_doubts import column_names
from samskab_cli.model.answers import LEAST_VALUE
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import LEAST_PEOPLE
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.unused_ends import unused_ends

_MOST_ROWS: Final = 10_000


def scale_doubts(files: Sequence[FileAnswers], question_set: QuestionSet) -> Iterator[Doubt]:
    """The lowest or highest answer never given: perhaps another scale was asked."""
    for scale in question_set.scales:
        counts = Counter(dict.fromkeys(scale.values, 0))
        for item in (item for file in files for item in file.items.values() if item.scale == scale):
            for text, code in item.reading.meaning.items():
                if code >= LEAST_VALUE:
                    counts[code] += item.reading.counts[text]
        for value in unused_ends(counts):
            label = scale.options[scale.values.index(value)].label.text(question_set.languages[0])
            text = f"{value} ({label}) never occurs among {counts.total():,} answers: was it asked on another scale?"
            yield Doubt(DoubtKind.UNUSED_END, text, counts.total())


def item_doubts(files: Sequence[FileAnswers], question_set: QuestionSet) -> Iterator[Doubt]:
    """One doubt for all items that run against the rest of their dimension: perhaps they were turned round before."""
    items = [item.id for item in question_set.items if any(item.id in file.items for file in files)]
    if sum(file.body.rows for file in files) < LEAST_PEOPLE or not items:
        return
    from samskab_cli.study.opposite_items import opposite_items  # noqa: PLC0415  # what a small file doesn't need

    frame = pl.concat([file.values(items) for file in files])
    found = opposite_items(Asked(question_set, question_set.items).only(items), frame.lazy(), _MOST_ROWS)
    if found:
        columns = [file.mapping.items[item] for file in files for item in file.mapping.items if item in found]
        text = (
            f"{'runs' if len(found) == 1 else 'run'} against the rest of the dimension ({', '.join(sorted(found))}): "
            "turned round already?"
        )
        yield Doubt(DoubtKind.AGAINST, text, len(found), files[0].file, column=column_names(columns))
