"""Answers of nobody, as many as wanted: the same for the same seed."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import polars as pl

from samskab_cli.loading.sets.load import load_question_set

SEED = 20261123
_ROLES = ("byraad", "ledelse", "medarb", "borger", "forening", "anden")


class Spelling(StrEnum):
    """How an answer is written."""

    NUMBERS = "numbers"
    LABELS = "labels"
    SHOUTED = "labels in capitals"


def write(path: Path, rows: int, spelling: Spelling = Spelling.NUMBERS, *, spoilt: int = 0) -> None:
    """A CSV file in samskab's own layout, with 98 places; `spoilt` cells of it can't be read.

    Written by a process of its own: what a process once took counts as its children's peak, too.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        apart.submit(_write, path, rows, spelling, spoilt).result()


def _write(path: Path, rows: int, spelling: Spelling, spoilt: int) -> None:
    rng = np.random.default_rng(SEED)
    question_set = load_question_set("readiness")
    scale = question_set.scale
    labels = [option.label.text("da") for option in scale.options]
    texts = {
        Spelling.NUMBERS: [str(option.value) for option in scale.options],
        Spelling.LABELS: labels,
        Spelling.SHOUTED: [label.upper() for label in labels],
    }[spelling]
    spellings = pl.Series([*texts, "dk", "na", ""])
    columns = {
        "respondent": pl.Series(np.arange(rows)).cast(pl.String),
        "role": pl.Series(_ROLES).gather(rng.integers(0, len(_ROLES), rows)),
        "sted": pl.Series([f"Sted {n:02d}" for n in range(98)]).gather(rng.integers(0, 98, rows)),
    }
    for item in question_set.items:
        chosen = rng.choice(len(spellings), rows, p=[0.1, 0.15, 0.25, 0.25, 0.15, 0.05, 0.03, 0.02])
        columns[item.id] = spellings.gather(chosen)
    frame = pl.DataFrame(columns)
    if spoilt:
        # Each by itself: what stands twice is an answer that nobody declared, and stops the run.
        first = question_set.items[0].id
        places = np.sort(rng.choice(rows, spoilt, replace=False))
        cells = frame[first].scatter(places, [f"utydeligt {number}" for number in range(spoilt)])
        frame = frame.with_columns(cells.alias(first))
    frame.write_csv(path)
