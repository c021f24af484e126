"""Whatever is done to a file, reading it ends in a refusal or in what the file says: never in another number."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.errors import AnswersRefused, Refused
from samskab_cli.loading.answers.cells import CellReader
from samskab_cli.loading.answers.load import LoadOptions, load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE, Responses

OWN = (Path(__file__).parents[1] / "exports" / "own" / "svar.csv").read_bytes()
LABELS = (Path(__file__).parents[2] / "examples" / "ensomhed-svartekster.csv").read_bytes()
SET = load_question_set()
CELLS = CellReader(SET.scale)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "svar.csv"


def table(content: bytes, delimiter: str) -> list[list[str]]:
    """The file read once more, by the standard library alone."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return [
            cells
            for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            if any(map(str.strip, cells))
        ]
    raise AssertionError("read, though it has no encoding")


def named(cells: list[str]) -> int:
    """How many items a row names."""
    return len({"".join(filter(str.isalnum, cell.casefold())) for cell in cells} & SET.item_by_id.keys())


def assert_read_truly_or_refused(path: Path, content: bytes, delimiter: str, *, allow_missing: bool) -> None:
    path.write_bytes(content)
    try:
        loaded = load([path], SET, LoadOptions(allow_missing=allow_missing))
    except AnswersRefused:
        return
    assert isinstance(loaded.answers.cells, Responses)
    frame = loaded.answers.cells.frame.collect()
    header, *rows = records = table(content, delimiter)
    if named(records[1]) > named(header):  # something short was put before the headings
        header, *rows = rows
    assert len(frame) == len(rows)
    invalid = 0
    for item in SET.items:
        if item.id in loaded.answers.missing_items:
            continue
        place = next(i for i, name in enumerate(header) if "".join(filter(str.isalnum, name.casefold())) == item.id)
        for code, cells in zip(frame[item.id].to_list(), rows, strict=True):
            invalid += code == INVALID
            assert code == CELLS.code(cells[place])
            assert code in {*SET.scale.values, UNSURE, NOT_RELEVANT, BLANK, INVALID}
    assert invalid == sum(loaded.answers.rejected.by_item.values())


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([(OWN, ","), (LABELS, ";")]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_bytes_flipped(path: Path, file: tuple[bytes, str], flips: list[tuple[int, int]]) -> None:
    content = bytearray(file[0])
    for at, value in flips:
        content[at % len(content)] = value
    assert_read_truly_or_refused(path, bytes(content), file[1], allow_missing=True)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([(OWN, ","), (LABELS, ";")]), st.integers(0, 10**6), st.integers(0, 400), st.binary(max_size=6))
def test_pieces_cut_out_or_put_in(path: Path, file: tuple[bytes, str], at: int, length: int, piece: bytes) -> None:
    content, at = file[0], at % len(file[0])
    changed = content[:at] + piece + content[at + length :]
    assert_read_truly_or_refused(path, changed, file[1], allow_missing=True)


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(["cut", "swap", "drop", "shift", "replace"]))
def test_rows_cut_and_columns_moved(path: Path, random: object, how: str) -> None:
    from random import Random

    assert isinstance(random, Random)
    rows = [line.split(",") for line in OWN.decode().splitlines()]
    r, c, d = random.randrange(len(rows)), random.randrange(31), random.randrange(31)
    if how == "cut":
        rows[r] = rows[r][:c]
    elif how == "swap":
        for row in rows:
            row[c], row[d] = row[d], row[c]
    elif how == "drop":
        for row in rows:
            del row[c]
    elif how == "shift":
        rows[r].insert(c, random.choice(["", "4", "dk", "x"]))
    else:
        rows[r][c] = random.choice(["", "9", "3.5", "I høj grad", "aktie", '"x', "\0"])
    content = "\n".join(",".join(row) for row in rows).encode()
    assert_read_truly_or_refused(path, content, ",", allow_missing=how == "drop")


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_anything_at_all_is_refused_without_an_error_of_our_own(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Refused):
        load([path], SET, LoadOptions(allow_missing=True))
