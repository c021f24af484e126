"""What is doubtful, kind by kind: at the boundary, in the forms that people meet, and what is not doubtful."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.loading.answers.load import Loaded
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT
from samskab_cli.model.doubts import DoubtKind as Kind

if TYPE_CHECKING:
    from tests.loading.conftest import Read, Refusal, Write

Row = Callable[..., list[str]]
FrameOf = Callable[[Loaded], pl.DataFrame]
ROLES = ("byraad", "ledelse", "medarb", "borger", "forening", "anden")


@pytest.fixture
def people(row: Row) -> Callable[[int], list[list[str]]]:
    """`people(12)`: so many respondents, whose answers differ."""

    def make(count: int) -> list[list[str]]:
        return [row(f"R{i}", ROLES[i % 6], str(1 + i % 5), aktie=str(5 - i % 5)) for i in range(count)]

    return make


People = Callable[[int], list[list[str]]]


def kinds(loaded: Loaded) -> list[Kind]:
    return [doubt.kind for doubt in loaded.doubts]


@pytest.mark.parametrize("word", ["NULL", "None", "nan", "NaN", ".", "-", "–", "#N/A", "(tom)", "{question_not_shown}"])
def test_words_for_nothing_are_blank_and_said(
    word: str, header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = people(6)
    rows[2][4] = rows[3][5] = word

    loaded = read(write([header, *rows]))

    assert kinds(loaded) == [Kind.EMPTY_WORD]
    assert loaded.doubts[0].count == 2
    assert frame_of(loaded)["muligt"][2] == BLANK
    assert loaded.rejected == ()


def test_na_in_small_letters_stays_what_the_set_says(
    header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = people(6)
    rows[2][4] = "na"

    loaded = read(write([header, *rows]))

    assert kinds(loaded) == []
    assert frame_of(loaded)["muligt"][2] == NOT_RELEVANT


def test_na_beside_empty_cells_is_for_somebody_to_say(
    header: list[str], people: People, write: Write, refusal: Refusal, read: Read, tmp_path: Path, frame_of: FrameOf
) -> None:
    rows = people(6)
    rows[2][4], rows[3][5] = "NA", ""
    path = write([header, *rows])
    said = tmp_path / "map.yaml"

    assert "NA stands once beside empty cells: is it nothing answered, or not relevant?" in refusal(path)
    for name, code in (("blank", BLANK), ("not_relevant", NOT_RELEVANT)):
        said.write_text(f"codes: {{{name}: [NA]}}", encoding="utf-8")
        assert frame_of(read(path, map_file=said))["muligt"][2] == code


def test_na_beside_the_blanks_of_roles_that_are_not_asked_is_blank(
    header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = people(6)
    rows[3][header.index("frirum")] = ""  # a citizen isn't asked
    rows[2][4] = "NA"

    loaded = read(write([header, *rows]))

    assert kinds(loaded) == [Kind.NA_AS_BLANK]
    assert frame_of(loaded)["muligt"][2] == BLANK


@pytest.mark.parametrize(
    "extra",
    [["Gennemsnit", "", *["3,2"] * 29], ["", "Median", *["3"] * 29], ["", "", *["3.17"] * 29], ["n", "", *["6"] * 29]],
)
def test_a_summary_below_is_nobody(
    extra: list[str], header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    loaded = read(write([header, *people(6), extra]))

    assert kinds(loaded) == [Kind.SUMMARY_ROW]
    assert loaded.doubts[0].line == 8
    assert len(frame_of(loaded)) == 6


def test_a_person_called_max_is_a_person(
    header: list[str], people: People, row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    loaded = read(write([header, *people(6), row("Max", "borger", "2")]))

    assert kinds(loaded) == []
    assert len(frame_of(loaded)) == 7


def test_a_last_row_without_an_id_or_a_role_is_a_summary_only_where_it_is_a_figure_of_the_columns(
    header: list[str], people: People, row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    odd = row("", "", "2", aktie="5", flere="1", muligt="4", inviter="1", varmluft="5", slip="4", tryg="1", laer="5")

    assert len(frame_of(read(write([header, *people(10), odd])))) == 11
    assert len(frame_of(read(write([header, *people(10), row("", "", "3")])))) == 10


def test_the_same_row_of_a_system_counts_once_and_other_answers_under_one_id_stop(
    header: list[str], people: People, write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    rows = people(10)
    own = ["ResponseId", *header[1:]]
    other = [*rows[0][:4], "1" if rows[0][4] != "1" else "2", *rows[0][5:]]

    loaded = read(write([own, *rows, rows[0], rows[1]]))

    assert kinds(loaded) == [Kind.SAME_ROW]
    assert loaded.doubts[0].count == 2
    assert len(frame_of(loaded)) == 10
    assert "the same ResponseId stands again in line 12, with other answers" in refusal(write([own, *rows, other]))


def test_ids_that_only_count_the_rows_of_a_survey_may_stand_in_another(
    header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    own = ["ID", *header[1:]]
    rows = [[str(number), *cells[1:]] for number, cells in enumerate(people(10), start=1)]
    first, second = write([own, *rows], "a.csv"), write([own, *([*r[:2], *["3"] * 29] for r in rows)], "b.csv")

    assert len(frame_of(read(first, second))) == 20


def test_one_id_for_most_rows_is_nobodys_and_latest_never_drops_more_than_half(
    header: list[str], people: People, write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    same = write([header, *(["anonymous", *cells[1:]] for cells in people(10))])
    pairs = write([header, *([f"R{number % 3}", *cells[1:]] for number, cells in enumerate(people(10)))], "b.csv")

    for latest in (False, True):
        loaded = read(same, latest=latest)
        assert kinds(loaded) == [Kind.IDS]
        assert frame_of(loaded)["respondent"].to_list() == [str(number) for number in range(1, 11)]
    assert "--latest" not in refusal(pairs)
    assert "--latest would leave 3 of 10 rows" in refusal(pairs, latest=True)


@pytest.mark.parametrize("name", ["Borger/pårørende", "BORGER  /  PÅRØRENDE", "[4] Borger / pårørende", "borge"])
def test_a_role_is_known_whatever_stands_around_its_slash_or_before_it(
    name: str, header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [[cells[0], name, *cells[2:]] for cells in people(4)]

    assert frame_of(read(write([header, *rows])))["role"].to_list() == ["borger"] * 4


def test_a_role_nobody_declared_stops_where_two_have_it_and_a_map_can_say_that_it_is_none(
    header: list[str], people: People, write: Write, read: Read, refusal: Refusal, tmp_path: Path, frame_of: FrameOf
) -> None:
    rows = people(8)
    rows[6][1] = rows[7][1] = "Nabo"
    path = write([header, *rows])
    said = tmp_path / "map.yaml"
    said.write_text("role: {column: role, none: [Nabo]}", encoding="utf-8")

    assert "2 rows with a role that nobody declared: 'Nabo' (2)" in refusal(path)
    assert frame_of(read(path, map_file=said))["role"].null_count() == 2


def test_an_end_of_the_scale_is_missed_from_500_values_on(
    header: list[str], row: Row, write: Write, read: Read
) -> None:
    def of(count: int) -> Loaded:
        return read(write([header, *(row(f"R{i}", ROLES[i % 6], str(1 + i % 4)) for i in range(count))]))

    assert kinds(of(17)) == []  # 493 values
    assert kinds(of(18)) == [Kind.UNUSED_END]


def test_a_column_that_runs_against_its_dimension_is_named_from_30_people_on(
    header: list[str], row: Row, write: Write, read: Read
) -> None:
    def of(count: int) -> Loaded:
        rows = [row(f"R{i}", ROLES[i % 6], str(1 + i % 5), slip=str(5 - i % 5)) for i in range(count)]
        reverse = ("varmluft", "hurtigt", "selv")
        turned = [[("6" if name in reverse else "", cell) for name, cell in zip(header, r, strict=True)] for r in rows]
        return read(write([header, *([str(6 - int(c)) if six else c for six, c in r] for r in turned)]))

    assert kinds(of(29)) == []
    loaded = of(30)
    assert kinds(loaded) == [Kind.AGAINST]
    assert loaded.doubts[0].column == "column 18 'slip'"


def test_two_columns_of_which_each_row_fills_one_are_one(
    header: list[str], people: People, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [[*cells, ""] for cells in people(6)]
    rows[5][-1], rows[5][2] = rows[5][2], ""

    loaded = read(write([[*header, "v2/aktie"], *rows]))

    assert kinds(loaded) == [Kind.TWO_ROUNDS]
    assert frame_of(loaded)["aktie"].to_list() == [5, 4, 3, 2, 1, 5]


def test_an_answer_inside_an_object_is_unwrapped_where_it_is_one_and_never_blank(
    header: list[str], people: People, tmp_path: Path, read: Read, frame_of: FrameOf
) -> None:
    answers: list[dict[str, object]] = [dict(zip(header, cells, strict=True)) for cells in people(4)]
    answers[1]["aktie"] = {"value": 4}
    answers[2]["aktie"] = {"value": 3, "text": "måske"}
    path = tmp_path / "svar.json"
    path.write_text(json.dumps(answers), encoding="utf-8")

    loaded = read(path)

    assert kinds(loaded) == [Kind.OBJECT]
    assert frame_of(loaded)["aktie"].to_list() == [5, 4, INVALID, 2]


@pytest.mark.parametrize("text", ["01-jan", "jan-05", "4. maj", "1900-01-04", "04-05-2026"])
def test_a_date_where_a_value_was_stops(
    text: str, header: list[str], people: People, write: Write, refusal: Refusal
) -> None:
    rows = people(6)
    rows[2][4] = text

    assert f"1 date ('{text}') where values were: Excel made dates of them" in refusal(write([header, *rows]))


def test_nobody_who_answered_anything_is_no_result(header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    path = write([header, *(row(f"R{i}", "borger", "") for i in range(40))])

    assert "nobody answered anything: 40 rows, all of them blank" in refusal(path)


def test_where_takes_a_role_by_any_of_its_names_and_a_value_without_case(
    header: list[str], people: People, write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    path = write(
        [[*header, "Kommune"], *([*cells, "Øby" if i % 2 else "Nordby"] for i, cells in enumerate(people(12)))]
    )

    assert frame_of(read(path, where="role=Borger / pårørende"))["role"].to_list() == ["borger"] * 2
    assert len(frame_of(read(path, where="kommune = ØBY"))) == 6
    assert "no row has 'Sydby' in column 32 'Kommune'; it holds 'Nordby', 'Øby'" in refusal(path, where="Kommune=Sydby")
    assert "no column 'Komune' to choose rows by" in refusal(path, where="Komune=Øby")
