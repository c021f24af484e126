"""Whatever happens to an export on its way, reading it ends in answers or in a refusal."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import LoadOptions, load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import INVALID, Responses

if TYPE_CHECKING:
    import polars as pl

SET: Final = load_question_set()
EXPORTS: Final = Path(__file__).parents[1] / "exports"
SYSTEMS: Final = ("googleforms", "kobo", "limesurvey", "nextcloud", "odk", "qualtrics", "redcap")
FILES: Final = tuple(path for system in SYSTEMS for path in sorted((EXPORTS / system).glob("*.csv")))
EVERY: Final = (*FILES, *sorted(EXPORTS.glob("s*/*.csv")))
OPTIONS: Final = LoadOptions(allow_missing=True)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "svar.csv"


def frame_of(path: Path) -> pl.DataFrame:
    loaded = load([path], SET, OPTIONS)
    assert isinstance(loaded.answers.cells, Responses)
    frame = loaded.answers.cells.frame.collect()
    invalid = sum((frame[item.id] == INVALID).sum() for item in SET.items if item.id in frame.columns)
    assert invalid == sum(cell.item is not None for cell in loaded.rejected)
    return frame


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(EVERY),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=5),
    st.integers(0, 10**6),
)
def test_bytes_flipped_and_the_end_cut_off(place: Path, file: Path, flips: list[tuple[int, int]], cut_at: int) -> None:
    content = bytearray(file.read_bytes())
    for at, value in flips:
        content[at % len(content)] = value
    if cut_at % 3 == 0:
        del content[cut_at % len(content) :]
    place.write_bytes(bytes(content))

    with suppress(AnswersRefused):
        frame_of(place)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FILES), st.randoms(use_true_random=False))
def test_columns_behind_the_first_may_stand_in_any_order(place: Path, file: Path, random: Random) -> None:
    text = file.read_text(encoding="utf-8-sig")
    delimiter = ";" if file.parent.name == "kobo" else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    order = list(range(1, len(rows[0])))
    random.shuffle(order)
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([[row[0], *(row[i] for i in order)] for row in rows if row])
    place.write_text(out.getvalue(), encoding="utf-8")

    assert frame_of(place).equals(frame_of(file))
