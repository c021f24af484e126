"""A large file is scanned by Polars, another is gone through record by record: nobody can tell which."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers import answer_file, polars_reader
from samskab_cli.loading.answers.load import CellsRefused, LoadOptions, load
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.loading.answers.text_table import TextTable
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import RejectedCell, Responses
from tests.loading.conftest import Refusal

EXPORTS = Path(__file__).parents[1] / "exports"
SET = load_question_set(str(Path(__file__).parents[1] / "question_sets" / "valid" / "en_fil.yaml"))
ITEMS = [item.id for item in SET.items]
CELLS = ["4", "5", "1", "dk", "na", "", '""', " ", " 4 ", "4.0", "4,0", "abc", "99", "99", "æøå", '"4"', "\u00a0", "7"]
IDS = ["r1", "r2", "", " r3", "æ", "\u200br4", '"r5"', "10", "2104700123", "210470-0123", "a@b.dk"]
ROLES = ["citizen", "Citizen", "borger", "", "noget andet"]

Seen = tuple[pl.DataFrame, tuple[str, ...], tuple[RejectedCell, ...], int] | tuple[str, tuple[RejectedCell, ...]]


@contextmanager
def scanned() -> Iterator[list[Body | None]]:
    """Files of any size are scanned; what the scan gave is put in the list."""
    seen: list[Body | None] = []

    def watched(*given: object) -> Body | None:
        seen.append(polars_reader.scan_body(*given))  # type: ignore[arg-type]  # handed on as it comes
        return seen[-1]

    with patch.object(polars_reader, "SCANNED_FROM", 0), patch.object(answer_file, "scan_body", watched):
        yield seen


def what_is_read(path: Path, options: LoadOptions, questions: object = SET) -> Seen:
    try:
        loaded = load([path], questions, options)  # type: ignore[arg-type]  # a question set
    except CellsRefused as refusal:
        return str(refusal), refusal.rejected
    except AnswersRefused as refusal:
        return str(refusal), ()
    assert isinstance(loaded.answers.cells, Responses)
    return loaded.answers.cells.frame.collect(), loaded.remarks, loaded.rejected, loaded.answers.incomplete


def assert_same_both_ways(path: Path, options: LoadOptions | None = None, questions: object = SET) -> bool:
    """Whether the scan read it."""
    options = options or LoadOptions(allow_missing=True)
    expected = what_is_read(path, options, questions)
    with scanned() as seen:
        found = what_is_read(path, options, questions)
    if isinstance(expected[0], pl.DataFrame) and isinstance(found[0], pl.DataFrame):
        assert_frame_equal(found[0], expected[0])
        assert found[1:] == expected[1:]
    else:
        assert found == expected
    return bool(seen) and seen[-1] is not None


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scan") / "svar.csv"


HEADER = ["respondent", "role", "kommune", *ITEMS]
rows = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(IDS),
            st.sampled_from(ROLES),
            st.sampled_from(["Sol", " sol", "", "Å", "=1+1", '"a ""b"""']),
            *[st.sampled_from(CELLS)] * len(ITEMS),
        ).map(list),
        st.just([""] * len(HEADER)),
        st.just([" ", '""', *[""] * (len(HEADER) - 2)]),
        st.just([]),
        st.just(["r9"]),
        st.just(["r8", "borger", '"two\nlines"', *["4"] * len(ITEMS)]),
        st.just(["r7", "borger", 'odd"quote', *["4"] * len(ITEMS)]),
        st.just(["r6", "borger", '"odd"quote', *["4"] * len(ITEMS)]),
        st.just(["r5", "borger", "Sol", *["4"] * len(ITEMS), ""]),
        st.just(["r4", "borger", "Sol", *["4"] * len(ITEMS), "5"]),
        st.just(["r3", "borger", "a\rb", *["4"] * len(ITEMS)]),
        st.just(["r2", "borger", "a\x01b", *["4"] * len(ITEMS)]),
        st.just(HEADER),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=250, deadline=None)
@given(rows, st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans(), st.booleans())
@example([["r1", "borger", "Sol", *["4"] * len(ITEMS)], [], []], ";", "\r\n", True, False, False)
def test_both_ways_give_the_same_answers_rejections_and_refusals(
    path: Path, table: list[list[str]], delimiter: str, end: str, last: bool, latest: bool, strict: bool
) -> None:
    text = end.join(delimiter.join(row) for row in [HEADER, *table]) + (end if last else "")
    path.write_bytes(text.encode())

    assert_same_both_ways(path, LoadOptions(allow_missing=True, latest=latest, strict=strict, groups=("kommune",)))


@pytest.mark.parametrize(
    "name", sorted(str(path.relative_to(EXPORTS)) for path in EXPORTS.glob("*/*.csv") if path.is_file())
)
@pytest.mark.parametrize("complete_only", [False, True])
def test_exports_of_survey_systems_are_read_the_same_both_ways(name: str, complete_only: bool) -> None:
    options = LoadOptions(allow_missing=True, complete_only=complete_only)

    assert_same_both_ways(EXPORTS / name, options, load_question_set())


def test_what_is_plain_is_scanned_and_nothing_else(path: Path) -> None:
    plain = [HEADER, *([f"r{n}", "borger", '"Sol; ""by"""', *["4"] * len(ITEMS)] for n in range(5))]
    odd = [*plain, ["r9", "borger", '"two\nlines"', *["4"] * len(ITEMS)]]
    for table, is_plain in ((plain, True), (odd, False)):
        path.write_text("\n".join(";".join(row) for row in table), encoding="utf-8")

        assert assert_same_both_ways(path) is is_plain


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "gz"])
def test_other_encodings_are_scanned_in_a_copy_that_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    rows_ = [HEADER, *([f"æ{n}", "borger", "Å", *["4"] * len(ITEMS)] for n in range(50))]
    text = "\r\n".join(";".join(row) for row in rows_)
    path = tmp_path / "svar.csv"
    path.write_bytes(gzip.compress(text.encode()) if encoding == "gz" else text.encode(encoding))
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(copies))

    assert assert_same_both_ways(path)
    assert list(copies.iterdir()) == []


def test_more_spellings_than_a_byte_can_number_are_read_the_same(path: Path) -> None:
    table = [[f"r{n}", "borger", f"By {n}", str(n % 5 + 1), *["4"] * (len(ITEMS) - 1)] for n in range(700)]
    path.write_text("\n".join(";".join(row) for row in [HEADER, *table]), encoding="utf-8")

    assert assert_same_both_ways(path, LoadOptions(allow_missing=True, groups=("kommune",)))


def test_the_plan_scans_the_file_once(path: Path) -> None:
    table = TextTable(path, ";", len(HEADER), 2)
    path.write_text(";".join(HEADER) + "\n", encoding="utf-8")

    assert table.scan({}, '"').select("0", "3").explain().count("SCAN") == 1


def test_a_file_that_can_not_be_plain_is_refused_in_the_same_words(path: Path, refusal: Refusal) -> None:
    table = [[f"r{n}", "borger", "Sol", *["4"] * len(ITEMS)] for n in range(3)]
    table[1] = table[1][:-2]
    path.write_text("\n".join(";".join(row) for row in [HEADER, *table]), encoding="utf-8")

    assert not assert_same_both_ways(path)
    with scanned():
        assert ":3: " in refusal(path, allow_missing=True)
