"""PDF, Word, pictures, databases, old .xls, HTML, binary: known by their first bytes, refused as what they are."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from typing import Final

from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.zip_size import PROTECTED, parts_of

EXCEL, LIBRE = "Excel", "LibreOffice"
_SAVE_AS_CSV: Final = "save the sheet with the answers as CSV"
_OF_R: Final = "a file of R's own (.rds, .RData); write the answers with write.csv"
_SIGNATURES: Final = (
    (b"\x89PNG", "a picture (PNG), not a table"),
    (b"\xff\xd8\xff", "a picture (JPEG), not a table"),
    (b"GIF8", "a picture (GIF), not a table"),
    (b"%PDF", "a PDF, not a table; ask the survey system for CSV"),
    (b"{\\rtf", "a text document (RTF), not a table; save it as CSV"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and name the files in it"),
    (b"Rar!", "a RAR archive; unpack it and name the files in it"),
    (b"\x28\xb5\x2f\xfd", "a zstd file; unpack it"),
    (b"BZh", "a bzip2 file; unpack it"),
    (b"\xfd7zXZ", "an xz file; unpack it"),
    (b"SQLite format 3", "a database (SQLite), not a table; save the answers as CSV"),
    (b"\0\x01\0\0Standard ", "a database (Access), not a table; save the answers as CSV"),
    (b"\0" * 12 + b"\xc2\xea\x81\x60", "a SAS file; save the answers as CSV"),
    (b"HEADER RECORD*******LIB", "a SAS transport file; save the answers as CSV"),
    (b"\x89HDF", "an HDF5 file; save the answers as CSV or parquet"),
    (b"FEA1", "a Feather file of the first version; write it again, or save the answers as parquet"),
    (b"ORC", "an ORC file; save the answers as parquet"),
    (b"Obj\x01", "an Avro file; save the answers as parquet"),
    (b"\x80\x04\x95", "a Python pickle, which is never opened; save the answers as CSV or parquet"),
    (b"X\n\0\0\0", _OF_R),
    (b"RDX", _OF_R),
    (b"RDA", _OF_R),
    (b"RDB", _OF_R),
    (b"\x09\x08", f"an old Excel workbook (.xls); {_SAVE_AS_CSV}"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROLS: Final = re.compile(rb"[\x01-\x08\x0e-\x19]")
_MOST_CONTROLS: Final = 0.02
_OFFICES: Final = (
    ("xl/workbook.bin", "a binary workbook (.xlsb); save it as .xlsx"),
    ("xl/", EXCEL),
    ("word/", "a Word document, not a table"),
    ("ppt/", "a presentation, not a table"),
    ("Index/", "a document of Apple's offices; export it from Numbers as CSV or Excel"),
)
_PAGES: Final = (b"<!doctype html", b"<html", b"<head", b"<table", b"<body")


def refuse_foreign(source: Source) -> None:
    """Raises AnswersRefused for what its first bytes show to be no table of text."""
    what = _what(source)
    if what:
        raise source.refused(what)


def refuse_binary(source: Source) -> None:
    """Raises AnswersRefused for what is no text, though nothing says what it is."""
    if len(_CONTROLS.findall(source.head)) > _MOST_CONTROLS * len(source.head):
        raise source.refused("no text, and no format that is read; save the answers as CSV")


def _what(source: Source) -> str | None:
    head = source.head
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    begins: tuple[tuple[bool, Callable[[Source], str | None]], ...] = (
        (head.startswith(_OLE), _ole),
        (text.lower().startswith(_PAGES), _page),
        (text.startswith(b"<?xml"), _xml),
    )
    return next((what(source) for applies, what in begins if applies), None)


def _ole(source: Source) -> str:
    """A workbook with a password is wrapped in the format of the old ones."""
    marks = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "WordDocument")}
    before = b""
    for number, chunk in enumerate(source.chunks()):
        piece = before + chunk
        if marks["EncryptedPackage"] in piece:
            return "protected by a password; open it, save a copy without"
        if marks["WordDocument"] in piece:
            return "an old Word document, not a table"
        before = chunk[-64:]
        if number > 32:
            break
    return f"an old Excel workbook (.xls); {_SAVE_AS_CSV}"


def office_of(source: Source) -> str:
    """EXCEL, LIBRE, or the sentence for a document that is neither. Counts what is inside; raises AnswersRefused."""
    names = parts_of(source)
    for begin, what in _OFFICES:
        if any(name.startswith(begin) for name in names):
            return what
    with source.opened() as stream, zipfile.ZipFile(stream) as archive:
        kind, manifest = (
            archive.read(name) if name in names else b"" for name in ("mimetype", "META-INF/manifest.xml")
        )
    if b"encryption-data" in manifest:
        return PROTECTED
    is_sheet = "content.xml" in names and (not kind or b"spreadsheet" in kind)
    return LIBRE if is_sheet else f"a document that is no workbook; {_SAVE_AS_CSV}"


def _page(_: Source) -> str:
    return "a web page (HTML), not a table; fetch the export itself, often it is the page that asks to log in"


def _xml(_: Source) -> str:
    return "XML, not a table; ask the survey system for CSV"
