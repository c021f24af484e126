from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.loading.answers.load import REJECTED_COLUMNS, Loaded, rejected_rows

if TYPE_CHECKING:
    from tests.loading.conftest import Read, Refusal, Write

Row = Callable[..., list[str]]
FrameOf = Callable[[Loaded], pl.DataFrame]


@pytest.fixture
def rows(header: list[str], row: Row) -> Callable[..., list[list[str]]]:
    """`rows(25, aktie=["x"] * 5)`: 25 respondents, the first of whom have these cells."""

    def make(count: int, **columns: list[str]) -> list[list[str]]:
        people = [
            row(f"R{i}", "byraad", **{item: cells[i] for item, cells in columns.items() if i < len(cells)})
            for i in range(count)
        ]
        return [header, *people]

    return make


@pytest.mark.parametrize("code", ["7", "99", "-7", "−7", "0", "6"])
def test_a_whole_number_outside_the_scale_twice_in_a_file_stops_the_run_by_name(
    code: str, rows: Callable[..., list[list[str]]], write: Write, refusal: Refusal
) -> None:
    path = write(rows(30, flere=["4", "4", code], laer=[code]))

    said = refusal(path)

    assert f"{path}:2: {code.replace('−', '-')} stands 2 times in 2 columns, first in column 31 'laer'" in said
    assert "a code nobody declared" in said
    assert "a mapping file (--map) says what it means" in said


def test_once_it_is_only_rejected(rows: Callable[..., list[list[str]]], write: Write, read: Read) -> None:
    loaded = read(write(rows(30, flere=["7"], laer=["8"])))

    assert next(iter(rejected_rows(loaded.rejected)))[1:] == (2, 1, "flere", "flere", "7")
    assert len(REJECTED_COLUMNS) == 6
    assert loaded.answers.rejected.by_item == {"flere": 1, "laer": 1}


def test_twice_counts_over_files_too(rows: Callable[..., list[list[str]]], write: Write, refusal: Refusal) -> None:
    first = write(rows(30, flere=["7"]), "a.csv")
    second = write([cells[:1] and [f"X{cells[0]}", *cells[1:]] for cells in rows(30, laer=["7.0"])], "b.csv")
    second.write_text(second.read_text("utf-8").replace("Xrespondent", "respondent"), encoding="utf-8")

    assert "7 stands 2 times in 2 columns" in refusal(first, second)


def test_a_file_that_counts_from_0_is_told_so(
    rows: Callable[..., list[list[str]]], write: Write, refusal: Refusal
) -> None:
    said = refusal(write(rows(30, flere=["0", "0", "1"])))

    assert "5 never occurs: the file may count from 0" in said


@pytest.mark.parametrize("text", ["Ved ikke / ikke relevant", "Meget", "3,5"])
def test_an_answer_nobody_declared_twice_in_the_whole_file_stops_it_with_one_line_for_the_map(
    text: str, rows: Callable[..., list[list[str]]], write: Write, refusal: Refusal
) -> None:
    path = write(rows(30, flere=["4", text], laer=[text.upper()]))

    said = refusal(path)

    assert said.count(f"'{text}' stands 2 times in 2 columns, first in column 31 'laer'") == 1
    assert f'`codes: {{unsure: ["{text}"]}}`' in said


def test_different_unreadable_texts_are_only_rejected(
    rows: Callable[..., list[list[str]]], write: Write, read: Read
) -> None:
    assert len(read(write(rows(30, flere=["3,5", "2,5"], laer=["måske", "nej"]))).rejected) == 4


@pytest.mark.parametrize(
    ("given", "bad", "stops"),
    [(25, 5, False), (24, 5, True), (10, 4, False), (4, 3, False), (4, 4, True), (1, 1, True)],
)
def test_more_than_20_percent_and_at_least_5_stop_a_column_and_so_does_all_of_it(
    given: int, bad: int, stops: bool, rows: Callable[..., list[list[str]]], write: Write, read: Read, refusal: Refusal
) -> None:
    blanks = [""] * 3
    path = write(rows(given + 3, aktie=[f"Enig {chr(97 + i)}" for i in range(bad)] + ["4"] * (given - bad) + blanks))

    if stops:
        assert "'Enig a'" in refusal(path)
    else:
        assert len(read(path).rejected) == bad


def test_everything_wrong_with_a_file_comes_in_one_go(
    rows: Callable[..., list[list[str]]], write: Write, refusal: Refusal
) -> None:
    table = rows(30, aktie=["Enig"] * 30, flere=["7", "7"])
    table[0] = [name.replace("laer", "andet") for name in table[0]]
    table[5] = table[5][:10]
    table[9][0] = table[8][0]

    said = refusal(write(table))

    for what in ("no column for laer", "10 cells, the header has 31", "no readable cell", "7 stands", "stands again"):
        assert what in said


def test_a_role_is_read_by_id_label_and_alias(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    names = ["byraad", "BYRAAD", " Byråd / politiker", "Council / politician", "politiker", "Borgmester", ""]
    path = write([header, *(row(f"R{i}", name) for i, name in enumerate(names))])

    assert frame_of(read(path))["role"].to_list() == ["byraad"] * 6 + [None]


def test_a_role_that_cant_be_read_is_listed_and_counts_as_none(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    loaded = read(write([header, row("A", "byraad"), row("B", "Smed")]))

    assert frame_of(loaded)["role"].to_list() == ["byraad", None]
    assert [(cell.line, cell.item, cell.text) for cell in loaded.rejected] == [(3, None, "Smed")]
    assert next(iter(rejected_rows(loaded.rejected)))[4] == "role"
    assert loaded.answers.rejected.count == 1
    assert loaded.answers.rejected.by_item == {}
    assert "1 role can't be read; they count as none" in " ".join(loaded.remarks)


def test_more_than_half_of_the_roles_unreadable_stops_with_the_nearest_names(
    header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    said = refusal(write([header, row("A", "byraad"), row("B", "forenig"), row("C", "Smed"), row("D", "")]))

    assert "2 of 3 roles can't be read: 'forenig' (nearest: forening), 'Smed'; expected byraad, ledelse" in said


def test_no_role_column_is_said(header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf) -> None:
    loaded = read(write([[cells[0], *cells[2:]] for cells in (header, row("A", "byraad"))]))

    assert frame_of(loaded)["role"].to_list() == [None]
    assert "no column role or rolle" in " ".join(loaded.remarks)


def test_which_way_numbers_are_read_is_said_where_there_are_numbers(
    header: list[str], row: Row, write: Write, read: Read
) -> None:
    numbers = read(write([header, row("A", "byraad")]))
    labels = read(write([header, row("A", "byraad", "I høj grad")]))

    assert "1 = Slet ikke … 5 = I meget høj grad" in " ".join(numbers.remarks)
    assert "=" not in " ".join(labels.remarks)


@pytest.mark.parametrize("cell", ["5 – Slet ikke", "1: I meget høj grad", "3 - Ved ikke"])
def test_a_number_before_another_answers_label_stops_the_run(
    cell: str, rows: Callable[..., list[list[str]]], write: Write, refusal: Refusal
) -> None:
    """Else the bare numbers beside it would be read the wrong way round, and nobody would see."""
    path = write(rows(30, flere=["4", cell]))

    assert f"{path}:3: column 4 'flere': '{cell}', number and label are different answers" in refusal(path)
