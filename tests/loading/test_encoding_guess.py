"""Text in an encoding of old, or encoded twice: decoded as it was meant, and named as a guess."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.readers import Sheet, read_sheets, source_of

TEXT = "respondent;rolle;aktie\nR1;Borger / pårørende;I høj grad\nR2;Byråd;I meget høj grad\n"


def sheet_of(path: Path, content: bytes, encoding: str | None = None) -> Sheet:
    path.write_bytes(content)
    with ExitStack() as kept:
        return read_sheets(source_of(path, kept), encoding=encoding)[0]


def twice(text: str) -> bytes:
    """What comes out where UTF-8 is opened as Windows-1252 and saved as UTF-8."""
    return text.encode().decode("cp1252").encode()


@pytest.mark.parametrize(
    ("content", "codec", "seen"),
    [
        (TEXT.encode("mac_roman"), "mac_roman", "pŒr¿rende"),
        (TEXT.encode("cp850"), "cp850", "p†r›rende"),
        (twice(TEXT), "utf-8-twice", "pÃ¥rÃ¸rende"),
    ],
)
def test_an_old_encoding_is_guessed_by_the_letters_in_its_words(
    content: bytes, codec: str, seen: str, tmp_path: Path
) -> None:
    sheet = sheet_of(tmp_path / "svar.csv", content)
    guess = sheet.facts.encoding

    assert guess is not None
    assert (guess.codec, guess.seen, guess.meant, guess.line) == (codec, seen, "pårørende", 2)
    assert [record.cells[2] for record in sheet.records()] == ["aktie", "I høj grad", "I meget høj grad"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_is_sure_is_no_guess(encoding: str, tmp_path: Path) -> None:
    assert sheet_of(tmp_path / "svar.csv", TEXT.encode(encoding)).facts.encoding is None


def test_an_apostrophe_of_windows_is_no_letter_of_dos(tmp_path: Path) -> None:
    content = "a;b\nit’s;don’t\n“yes”;50 ½\n".encode("cp1252")

    assert sheet_of(tmp_path / "svar.csv", content).facts.encoding is None


def test_a_text_that_is_encoded_twice_only_here_and_there_is_left_as_it_is(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "svar.csv", TEXT.encode() + twice("R3;Byråd;I høj grad\n"))

    assert sheet.facts.encoding is None
    assert sheet.head[3].cells[1] == "ByrÃ¥d"


@pytest.mark.parametrize(
    ("codec", "named"), [("mac_roman", "mac_roman"), ("cp850", "cp850"), ("cp1252", "windows-1252")]
)
def test_an_encoding_that_a_mapping_file_names_leaves_no_guess(codec: str, named: str, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "svar.csv", TEXT.encode(codec), named)

    assert sheet.facts.encoding is None
    assert sheet.head[1].cells[1] == "Borger / pårørende"


def test_a_mark_encoded_twice_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    content = twice("\ufeff" + TEXT)

    assert sheet_of(tmp_path / "svar.csv", content).head[0].cells[0] == "respondent"
    assert sheet_of(tmp_path / "svar.csv", content, "utf-8-twice").head[0].cells[0] == "respondent"


def test_a_named_encoding_that_the_bytes_contradict_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswersRefused, match="line 2, isn't UTF-8, as a mapping file says"):
        sheet_of(tmp_path / "svar.csv", TEXT.encode("cp1252"), "utf-8")


def test_a_text_said_to_be_encoded_twice_that_isnt_is_refused(tmp_path: Path) -> None:
    for text in (TEXT, TEXT.replace("ø", "€")):
        with pytest.raises(AnswersRefused, match="a text that isn't encoded twice"):
            sheet_of(tmp_path / "svar.csv", text.encode(), "utf-8-twice")


def test_large_texts_are_guessed_and_decoded_whole(tmp_path: Path) -> None:
    text = TEXT + "R3;Byråd;I høj grad\n" * 80_000
    sheet = sheet_of(tmp_path / "svar.csv", twice(text))

    assert sheet.facts.encoding is not None
    assert all(record.cells[2] == "I høj grad" for record in list(sheet.records())[3:])
