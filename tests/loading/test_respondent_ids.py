from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import Loaded, LoadOptions, load
from samskab_cli.model.answers import BLANK, Mode

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Read, Refusal, Write
from tests.workshop import notes

Row = Callable[..., list[str]]
FrameOf = Callable[[Loaded], pl.DataFrame]


def test_without_ids_rows_are_numbered(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [cells[1:] for cells in (header, row("A", "byraad"), row("A", "borger"))]

    loaded = read(write(rows))

    assert frame_of(loaded)["respondent"].to_list() == ["1", "2"]
    assert "no column respondent; rows are numbered" in loaded.remarks


@pytest.mark.parametrize(
    "names",
    [["bo@example.org", "R2"], ["010203-1234", "R2"], ["0102031234", "3112991234"], ["R1", "Bo <bo@example.org>"]],
)
def test_ids_that_name_somebody_are_replaced_and_said_and_never_quoted(
    names: list[str], header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    loaded = read(write([header, *(row(name, "byraad") for name in names)]))

    assert frame_of(loaded)["respondent"].to_list() == ["1", "2"]
    assert "look like mail addresses or CPR numbers; rows are numbered instead" in " ".join(loaded.remarks)
    assert not any(name in " ".join(loaded.remarks) for name in names)


@pytest.mark.parametrize("names", [["1640123001", "4640123002"], ["R01", "R02"], ["990203-1234", "R2"]])
def test_other_ids_are_kept(
    names: list[str], header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    assert frame_of(read(write([header, *(row(name, "byraad") for name in names)])))["respondent"].to_list() == names


def test_a_repeated_id_is_refused_with_both_lines(header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    path = write([header, row("A", "byraad"), row("B", "byraad"), row(" A ", "byraad")])

    assert f"{path}:2: respondent 'A' stands again in line 4; --latest keeps the last complete one" in refusal(path)


def test_a_repeated_mail_is_refused_without_quoting_it(
    header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    path = write([header, row("bo@example.org", "byraad"), row("bo@example.org", "byraad")])

    assert f"{path}:2: one respondent stands again in line 3" in refusal(path)
    assert "example.org" not in refusal(path)


def test_blank_ids_are_nobodys_twin(header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf) -> None:
    frame = frame_of(
        read(write([header, row("", "byraad"), row(" ", "byraad"), row("a", "byraad"), row("A", "byraad")]))
    )

    assert frame["respondent"].to_list() == ["", "", "a", "A"]


def test_latest_keeps_the_last_complete_row_of_each(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf, readiness: QuestionSet
) -> None:
    skipped = {item.id: "" for item in readiness.items if "borger" in item.skip_roles}
    rows = [
        row("A", "byraad", "1"),
        row("B", "borger", "1", **skipped),
        row("A", "byraad", "2"),
        row("A", "byraad", "3", aktie=""),
        row("B", "byraad", "2", **skipped),
        row("C", "byraad", "1", aktie=""),
        row("C", "byraad", "2", aktie=""),
        row("", "byraad", "5"),
        row("", "byraad", "5"),
    ]

    loaded = read(write([header, *rows]), latest=True)

    kept = frame_of(loaded).select("respondent", "flere").rows()
    assert kept == [("B", 1), ("A", 2), ("C", 2), ("", 5), ("", 5)]
    assert any(remark.startswith("4 rows of repeated respondents left out") for remark in loaded.remarks)
    assert skipped


def test_rows_without_an_answer_stay(header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf) -> None:
    frame = frame_of(read(write([header, row("A", "byraad", ""), row("B", "byraad")])))

    assert frame["aktie"].to_list() == [BLANK, 4]


def test_several_files_are_one_answer_set_by_the_names_of_their_columns(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    first = write([header, row("A", "byraad", aktie="1")], "a.csv")
    turned = [list(reversed(cells)) for cells in (header, row("B", "Borger / pårørende", "I høj grad"))]
    second = write(turned, "b.csv", delimiter="\t", encoding="utf-16")

    frame = frame_of(read(first, second))

    assert frame.select("respondent", "role", "aktie").rows() == [("A", "byraad", 1), ("B", "borger", 4)]


def test_an_id_in_two_files_is_refused_with_both_places(
    header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    paths = [write([header, row("A", "byraad")], name) for name in ("a.csv", "b.csv")]

    assert f"{paths[0]}:2: respondent 'A' stands again in {paths[1]} line 2" in refusal(*paths)


def test_an_item_that_one_file_lacks_is_blank_there_and_missing_only_where_all_lack_it(
    header: list[str], row: Row, write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    whole = write([cells[:-1] for cells in (header, row("A", "byraad"))], "a.csv")
    less = write([cells[:-2] for cells in (header, row("B", "byraad"))], "b.csv")

    assert f"{less}:1: no column for dilemma" in refusal(whole, less)
    loaded = read(whole, less, allow_missing=True)

    assert loaded.answers.missing_items == {"laer"}
    assert frame_of(loaded)["dilemma"].to_list() == [4, BLANK]
    assert any("no column for dilemma; blank here, since another file has it" in remark for remark in loaded.remarks)


def test_a_file_named_twice_is_refused(header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    path = write([[cells[1], *cells[2:]] for cells in (header, row("A", "byraad"))])

    assert "named twice" in refusal(path, path)


@pytest.fixture
def session(tmp_path: Path, readiness: QuestionSet) -> Path:
    """A workshop that has begun."""
    path = tmp_path / "m\u00f8de.samskab.jsonl"
    path.write_text(f"{notes.header(readiness, Mode.VOTES).model_dump_json(exclude_none=True)}\n", encoding="utf-8")
    return path


def test_a_session_is_known_by_what_is_in_it(session: Path, read: Read) -> None:
    assert read(session).answers.mode is Mode.VOTES


def test_a_session_stands_alone(session: Path, header: list[str], row: Row, write: Write, refusal: Refusal) -> None:
    assert "a session is a result of its own; name it alone" in refusal(write([header, row("A", "byraad")]), session)


def test_a_session_can_be_grouped_by_role_only(session: Path, readiness: QuestionSet) -> None:
    load([session], readiness, LoadOptions(groups=("role",)))

    with pytest.raises(AnswersRefused, match="it can be grouped by role only"):
        load([session], readiness, LoadOptions(groups=("kommune",)))
