"""Files that are no table of text: recognised by their first bytes and refused as what they are."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from typing import Final

from samskab_cli.loading.readers.inflating import PROTECTED, parts_of
from samskab_cli.loading.readers.source import Source

EXCEL, LIBRE = "Excel", "LibreOffice"
_SAVE_AS_CSV: Final = "save the sheet with the answers as CSV"
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
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGES: Final = (b"<!doctype html", b"<html", b"<head", b"<table", b"<body")


def refuse_foreign(source: Source) -> None:
    """Raises AnswersRefused for what its first bytes show to be no table of text."""
    what = _what(source)
    if what:
        raise source.refused(what)


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
    if "xl/workbook.bin" in names:
        return "a binary workbook (.xlsb); save it as .xlsx"
    if any(name.startswith("xl/") for name in names):
        return EXCEL
    if any(name.startswith("word/") for name in names):
        return "a Word document, not a table"
    if "content.xml" not in names:
        return "a document of an office that is no workbook; save the answers as CSV"
    with source.opened() as stream, zipfile.ZipFile(stream) as archive:
        kind, manifest = (
            archive.read(name) if name in names else b"" for name in ("mimetype", "META-INF/manifest.xml")
        )
    if b"encryption-data" in manifest:
        return PROTECTED
    return LIBRE if not kind or b"spreadsheet" in kind else f"a LibreOffice document; {_SAVE_AS_CSV}"


def _page(_: Source) -> str:
    return "a web page (HTML), not a table; fetch the export itself, often it is the page that asks to log in"


def _xml(_: Source) -> str:
    return "XML, not a table; ask the survey system for CSV"
