from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.loading.answers.load import Loaded
from samskab_cli.model.answers import Responses, group_column

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Read, Refusal, Write

Row = Callable[..., list[str]]
FrameOf = Callable[[Loaded], pl.DataFrame]


def test_an_id_is_an_item_without_case_blanks_and_dashes(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    changed = [" Respondent ", "ROLLE", *(f"{name[0].upper()}_{name[1:3]}-{name[3:]} \u00a0" for name in header[2:])]

    frame = frame_of(read(write([changed, row("A", "byraad")])))

    assert frame.columns == header
    assert frame.row(0)[:3] == ("A", "byraad", 4)


def test_columns_may_stand_in_any_order(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [header, row("A", "byraad", aktie="1", laer="dk")]

    assert frame_of(read(write([list(reversed(cells)) for cells in rows]))).equals(frame_of(read(write(rows))))


def test_other_columns_are_counted_and_never_quoted(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [[*header, "Hemmelig mail", "", "", "Alder"], [*row("A", "byraad"), "bo@example.org", "x", "y", "47 år"]]

    loaded = read(write(rows))

    assert frame_of(loaded).columns == header
    assert any("4 other columns ignored" in remark for remark in loaded.remarks)
    said = " ".join(loaded.remarks)
    assert not any(text in said for text in ("Hemmelig", "example.org", "47 år"))


def test_a_heading_that_is_nearly_an_item_is_suggested_and_never_taken(
    header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    changed = [name.replace("aktie", "aktien") for name in header]

    said = refusal(write([changed, row("A", "byraad")]))

    assert "no column for aktie; the nearest heading is column 3 'aktien'" in said
    assert "--allow-missing" in said


def test_every_missing_item_is_named(header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    said = refusal(write([cells[:-2] for cells in (header, row("A", "byraad"))]))

    assert "no column for dilemma" in said
    assert "no column for laer" in said


def test_two_columns_for_an_item_are_told_apart(header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    said = refusal(write([[*header, "AKTIE"], [*row("A", "byraad"), "5"]]))

    assert f"two columns for aktie: column 3 'aktie' and column {len(header) + 1} 'AKTIE'; they differ" in said


def test_a_table_of_something_else_is_refused_as_a_whole(write: Write, refusal: Refusal) -> None:
    said = refusal(write([["navn", "alder"], ["Bo", "47"]]), allow_missing=True)

    assert "no column belongs to an item of readiness; expected headings such as aktie, flere, muligt" in said
    assert said.count("\n") == 0


def test_a_table_on_its_side_is_recognised(header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    turned = list(zip(header, row("A", "byraad"), row("B", "borger"), strict=True))

    assert "the table lies on its side" in refusal(write(turned))


def test_quick_leaves_out_the_columns_of_other_items_and_counts_them(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf, readiness: QuestionSet
) -> None:
    slow = next(item.id for item in readiness.items if not item.quick)

    loaded = read(write([header, row("A", "byraad", **{slow: "Enig"})]), quick=True)

    quick = [item.id for item in readiness.items if item.quick]
    assert frame_of(loaded).columns == ["respondent", "role", *quick]
    assert loaded.answers.quick
    assert loaded.rejected == ()
    assert f"{len(readiness.items) - len(quick)} columns of items outside the quick version" in " ".join(loaded.remarks)


def test_a_file_of_the_quick_items_says_how_it_is_read(
    row: Row, write: Write, read: Read, refusal: Refusal, header: list[str], readiness: QuestionSet
) -> None:
    kept = [i for i, name in enumerate(header) if i < 2 or readiness.item_by_id[name].quick]
    path = write([[cells[i] for i in kept] for cells in (header, row("A", "byraad"))])

    assert "--quick reads them as the quick version" in refusal(path)
    assert read(path, quick=True).answers.missing_items == frozenset()


def test_a_column_asked_for_by_name_is_kept_for_grouping(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [
        [*header, "Kommune", "aktiv"],
        [*row("A", "byraad"), " Øster\u00a0by ", "ja"],
        [*row("B", "byraad"), "", "nej"],
    ]

    loaded = read(write(rows), groups=("kommune", "role"))

    assert isinstance(loaded.answers.cells, Responses)
    assert loaded.answers.cells.groups == ("kommune",)
    assert frame_of(loaded)[group_column("kommune")].to_list() == ["Øster by", None]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("komune", "no column 'komune' to group by, beside those of items and respondents (did you mean 'kommune'?)"),
        ("aktie", "no column 'aktie' to group by"),
        ("respondent", "no column 'respondent' to group by"),
        ("by", "2 columns for the group 'by': column 33 'by' and column 34 'by'"),
    ],
)
def test_only_one_other_column_can_be_a_group(
    name: str, what: str, header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    path = write([[*header, "kommune", "by", "by"], [*row("A", "byraad"), "x", "y", "z"]])

    assert what in refusal(path, groups=(name,))


@pytest.mark.parametrize(
    ("heading", "what"), [("rolle", "2 columns for the role"), ("RESPONDENT", "2 columns for the")]
)
def test_role_and_respondent_have_one_column_each(
    heading: str, what: str, header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    assert what in refusal(write([[*header, heading], [*row("A", "byraad"), "byraad"]]))
