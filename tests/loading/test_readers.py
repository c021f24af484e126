from __future__ import annotations

import gzip
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.loading.answers.load import Loaded
from samskab_cli.loading.readers import gzipped
from samskab_cli.model.answers import UNSURE

if TYPE_CHECKING:
    from tests.loading.conftest import Read, Refusal, Write

Row = Callable[..., list[str]]
FrameOf = Callable[[Loaded], pl.DataFrame]
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def labelled(header: list[str], row: Row) -> list[list[str]]:
    """Two respondents, in letters that ASCII lacks."""
    return [header, row("Åse", "Borger / pårørende", "I høj grad"), row("Bo", "byraad", "I meget høj grad", aktie="dk")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_change_nothing(
    encoding: str, delimiter: str, labelled: list[list[str]], write: Write, read: Read, frame_of: FrameOf
) -> None:
    frame = frame_of(read(write(labelled, encoding=encoding, delimiter=delimiter)))

    assert frame["respondent"].to_list() == ["Åse", "Bo"]
    assert frame["role"].to_list() == ["borger", "byraad"]
    assert frame["aktie"].to_list() == [4, UNSURE]
    assert frame["flere"].to_list() == [4, 5]


def test_utf_16_with_its_mark_the_other_way_round_is_read(
    labelled: list[list[str]], write: Write, read: Read, frame_of: FrameOf
) -> None:
    path = write(labelled)
    path.write_bytes(b"\xfe\xff" + path.read_text("utf-8").encode("utf-16-be"))

    assert frame_of(read(path))["flere"].to_list() == [4, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_change_nothing_and_lines_are_counted_by_them(
    end: str, header: list[str], row: Row, write: Write, read: Read
) -> None:
    path = write([header, row("A", "byraad"), row("B", "byraad", aktie="x")], end=end)

    assert [(cell.line, cell.record) for cell in read(path).rejected] == [(3, 2)]


def test_the_line_of_a_cell_is_where_its_record_begins(header: list[str], row: Row, write: Write, read: Read) -> None:
    rows = [[*header, "kommentar"], [*row("A", "byraad"), '"to\nlinjer"'], [*row("B", "byraad", aktie="x"), "n"]]

    assert [(cell.line, cell.record) for cell in read(write(rows)).rejected] == [(4, 2)]


@pytest.mark.parametrize("case", ["ensomhed", "ensomhed-tidligt", "havneby", "integration"])
def test_codes_and_labels_of_a_case_give_the_same_frame(case: str, read: Read, frame_of: FrameOf) -> None:
    codes, labels = (frame_of(read(EXAMPLES / f"{case}{kind}.csv")) for kind in ("", "-svartekster"))

    assert codes.equals(labels)
    assert set(codes.dtypes[2:]) == {pl.Int8}


def test_one_bad_byte_in_utf_8_is_named_with_its_line(
    labelled: list[list[str]], write: Write, refusal: Refusal
) -> None:
    path = write(labelled)
    content = path.read_bytes()
    at = content.rindex("ø".encode())
    path.write_bytes(content[:at] + b"\xf8" + content[at + 2 :])

    assert f"{path}:3: byte {at} (0xF8), line 3, isn't UTF-8" in refusal(path)


def test_a_byte_that_no_encoding_has_is_named(labelled: list[list[str]], write: Write, refusal: Refusal) -> None:
    path = write(labelled, encoding="cp1252")
    path.write_bytes(path.read_bytes().replace(b"\xc5se", b"\x81se"))

    assert "(0x81), line 2, is neither UTF-8 nor Windows-1252" in refusal(path)


def test_utf_16_cut_in_the_middle_of_a_letter_is_refused(
    labelled: list[list[str]], write: Write, refusal: Refusal
) -> None:
    path = write(labelled, encoding="utf-16")
    path.write_bytes(path.read_bytes()[:-1])

    assert "the file says it is UTF-16 (byte-order mark), but byte " in refusal(path)


def test_the_bad_byte_is_found_beyond_the_first_mebibyte(write: Write, refusal: Refusal) -> None:
    line = "æ" * 5000 + ";x\r\n"
    path = write([["a", "b"]])
    path.write_bytes((line * 150).encode() + b"\xf8;x\r\n")

    assert f"{path}:151: byte {150 * len(line.encode())} (0xF8), line 151, isn't UTF-8" in refusal(path)


def test_a_sep_line_decides_over_what_looks_likelier(header: list[str], row: Row, write: Write, read: Read) -> None:
    path = write([header, row("A", "byraad", aktie="x"), row("B", "byraad")], delimiter="|")
    path.write_bytes(b"sep=|\r\n" + path.read_bytes())

    assert [cell.line for cell in read(path).rejected] == [3]


def test_a_sep_line_with_another_sign_is_refused(write: Write, refusal: Refusal) -> None:
    assert "the first line names '#' as delimiter" in refusal(write([["sep=#"], ["a", "b"]]))


def test_commas_in_texts_dont_make_a_semicolon_file_a_comma_file(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [[*header, "kommentar"], *([*row(f"R{i}", "byraad"), "ja, nej, måske, " * 20] for i in range(30))]

    assert len(frame_of(read(write(rows)))) == 30


def test_blank_lines_and_rows_of_delimiters_alone_are_no_respondents(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [[""], header, [""], row("A", "byraad"), ["" for _ in header], ["  "], row("B", "byraad", "")]

    assert frame_of(read(write(rows)))["respondent"].to_list() == ["A", "B"]


def test_empty_cells_after_the_last_column_are_harmless(
    header: list[str], row: Row, write: Write, read: Read, frame_of: FrameOf
) -> None:
    rows = [[*header, ""], [*row("A", "byraad"), "", "", " "], row("B", "byraad")]

    assert len(frame_of(read(write(rows)))) == 2


def test_a_quotation_mark_never_closed_is_refused_with_its_line(
    header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    path = write([header, row("A", "byraad"), row("B", '"byraad'), row("C", "byraad")])

    assert f"{path}:3: a quotation mark is opened here and never closed" in refusal(path)


def test_text_after_a_closing_quotation_mark_is_refused(
    header: list[str], row: Row, write: Write, refusal: Refusal
) -> None:
    assert "yet text follows it" in refusal(write([header, row("A", '"by"raad')]))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"%PDF-1.7", "a PDF"),
        (b"<!DOCTYPE html><html>", "a web page (HTML)"),
        (b"\n <table><tr><td>1</td></tr></table>", "a web page (HTML)"),
        (b'[{"a": 1}]', "no column belongs to an item"),
        (b'[{"a": 1}, {"a": 2', "JSON that breaks off or is damaged"),
        (b"PK\x03\x04 cut off", "a damaged or cut-off zip file or workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Excel workbook"),
        (b"$FL2@(#) SPSS DATA FILE", "an SPSS file that is damaged, cut off"),
        (b"PAR1", "a parquet file that is damaged"),
        (b"   \r\n\r\n \r\n", "neither , ; tab nor | gives two columns"),
        (b"kun en kolonne\r\n1\r\n2\r\n", "neither , ; tab nor | gives two columns"),
        (b"\x1f\x8b\x08\x00 no such thing", "a damaged gzip file"),
        (b"<stata_dta><header>", "a Stata file that is damaged, cut off, or of a version that isn't known"),
        (b"ARROW1\0\0", "an Arrow file that is damaged"),
        (b"FEA1" + b"\0" * 60, "a Feather file of the first version"),
        (gzip.compress(b"X\n\0\0\0\x03\0", mtime=0), "a file of R's own"),
        (b"\0" * 12 + b"\xc2\xea\x81\x60" + b"\0" * 60, "a SAS file"),
        (b"\x80\x04\x95\x00", "a Python pickle, which is never opened"),
        (bytes(range(256)) * 9, "no text, and no format that is read; save the answers as CSV"),
        (b"a;b\n" + b"1;\0\n" * 200, "200 NUL bytes, the first in line 2: no text, and no format that is read"),
    ],
)
def test_what_is_no_table_is_refused_as_what_it_is(content: bytes, what: str, tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "svar.csv"
    path.write_bytes(content)

    assert what in refusal(path)


def test_a_workbook_is_recognised_whatever_its_name(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "svar.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")

    assert "a workbook that can't be read" in refusal(path)


def test_a_gzip_file_is_read_as_what_is_in_it(
    labelled: list[list[str]], write: Write, read: Read, frame_of: FrameOf
) -> None:
    path = write(labelled, encoding="cp1252")
    plain = frame_of(read(path))
    path.write_bytes(gzip.compress(path.read_bytes()))

    assert frame_of(read(path)).equals(plain)


def test_a_gzip_file_that_is_cut_off_is_refused(labelled: list[list[str]], write: Write, refusal: Refusal) -> None:
    path = write(labelled)
    path.write_bytes(gzip.compress(path.read_bytes())[:-12])

    assert "a gzip file that is cut off" in refusal(path)


def test_a_gzip_file_cant_grow_without_bound(tmp_path: Path, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzipped, "MOST_BYTES", 1 << 20)
    path = tmp_path / "svar.csv.gz"
    path.write_bytes(gzip.compress(b"a;b\n" * 1_000_000))

    assert "when unpacked, the limit" in refusal(path)


def test_a_line_without_end_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "svar.csv"
    path.write_bytes(b"a;b\n" + b"4" * 3_000_000)

    assert f"{path}:2: a line of more than 1,048,576 characters" in refusal(path)


def test_a_cell_without_end_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "svar.csv"
    path.write_bytes(b"a;b\n" * 300 + b'1;"' + b"4\n" * 200_000)

    assert f"{path}:301: a cell of more than 131,072 characters" in refusal(path)


def test_a_table_of_100_000_columns_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "svar.csv"
    path.write_text((";".join(["4"] * 100_000) + "\n") * 3, encoding="utf-8")

    assert "more than 5,000 columns" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path, refusal: Refusal) -> None:
    os.mkfifo(tmp_path / "svar.csv")

    assert "it is a pipe or a device, not a file" in refusal(tmp_path / "svar.csv")


@pytest.mark.parametrize(("name", "what"), [("findes ikke.csv", "no such file"), ("nul\0.csv", "no file can have")])
def test_a_file_that_isnt_there_is_refused(name: str, what: str, tmp_path: Path, refusal: Refusal) -> None:
    assert what in refusal(tmp_path / name)


def test_stdin_is_read_like_a_file(
    labelled: list[list[str]], write: Write, read: Read, frame_of: FrameOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(labelled, encoding="utf-16")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes()), encoding="utf-8"))

    loaded = read("-")

    assert frame_of(loaded).equals(frame_of(read(path)))
    assert loaded.remarks[0] == "stdin: 2 rows (UTF-16, delimiter semicolon)"


def test_a_file_that_changes_while_it_is_read_is_refused(
    header: list[str], row: Row, write: Write, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write([header, row("A", "byraad")])
    real = Path.stat

    def growing(self: Path, **how: bool) -> os.stat_result:
        if self == path:
            with path.open("a", encoding="utf-8") as stream:
                stream.write("\n")
        return real(self, **how)

    monkeypatch.setattr(Path, "stat", growing)

    assert "the file changed while it was read" in refusal(path)
