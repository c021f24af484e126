"""Decoding of text files: declared, byte-order mark, UTF-16 by NULs, strict UTF-8; the first faulty byte.

What is guessed beyond that (an encoding of old, or one that was applied twice) is a fact to be confirmed.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from samskab_cli.loading.readers.encoding_guess import TWICE, guess_old, guess_twice, once
from samskab_cli.loading.readers.sheet_facts import EncodingGuess
from samskab_cli.loading.readers.source import Source
from samskab_cli.model.text import amount

_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_LINE_END: Final = re.compile("\r\n|\r|\n")
_MOST_NULS, _ENOUGH_NULS = 100, 1_000_000
"""Of a text that was damaged; to be sure of what is none."""
_NOT_TWICE: Final = "a text that isn't encoded twice, though a mapping file says so"


class Encoding(NamedTuple):
    """How bytes become text."""

    name: str
    """As remarks show it."""
    codec: str
    mark: int = 0
    """Bytes of the byte-order mark, to be left out."""


_UTF_8 = Encoding("UTF-8", "utf-8")
_CP1252 = Encoding("Windows-1252", "cp1252")
_UTF_16 = {"little": Encoding("UTF-16", "utf-16-le"), "big": Encoding("UTF-16", "utf-16-be")}
_MARKED: Final = (
    (codecs.BOM_UTF32_LE, Encoding("UTF-32", "utf-32-le", 4)),
    (codecs.BOM_UTF32_BE, Encoding("UTF-32", "utf-32-be", 4)),
    (codecs.BOM_UTF8, Encoding("UTF-8", "utf-8", 3)),
    (codecs.BOM_UTF16_LE, Encoding("UTF-16", "utf-16-le", 2)),
    (codecs.BOM_UTF16_BE, Encoding("UTF-16", "utf-16-be", 2)),
)


ENCODINGS: Final = {
    "utf-8": _UTF_8,
    "windows-1252": _CP1252,
    "mac_roman": Encoding("Mac Roman", "mac_roman"),
    "cp850": Encoding("DOS 850", "cp850"),
    "utf-16": Encoding("UTF-16", "utf-16"),
    TWICE: _UTF_8,
}
"""What a mapping file may name, and what it means."""


class Decoding(NamedTuple):
    """How the bytes of a text become letters."""

    source: Source
    """The bytes: the file's, or what they were before they were encoded a second time."""
    encoding: Encoding
    guess: EncodingGuess | None = None
    """Where nothing says so but the letters that come out."""


def decoding_of(source: Source, named: str | None = None) -> Decoding:
    """How a whole file is to be decoded, every byte of it tried. named: one of ENCODINGS, by somebody who knows.

    Raises AnswersRefused for a text that isn't what it is said to be, none of what is known, nearly UTF-8, or that
    holds NULs as no text does.
    """
    if named is None:
        return _found_out(source)
    source = once(source) if named == TWICE else source
    try:
        encoding = _marked(source) or ENCODINGS[named]
        fault = _first_fault(source, encoding)
    except UnicodeError:  # not even encoded once more
        raise source.refused(_NOT_TWICE) from None
    if fault and named == TWICE:
        raise source.refused(_NOT_TWICE, fault.line)
    if fault:
        raise source.refused(f"{fault.place}, isn't {encoding.name}, as a mapping file says", fault.line)
    return Decoding(source, encoding)


def _found_out(source: Source) -> Decoding:
    marked = _marked(source)
    if marked:
        fault = _first_fault(source, marked)
        if fault:
            says = f"the file says it is {marked.name} (byte-order mark), but {fault.place}, is not"
            raise source.refused(says, fault.line)
        return _perhaps_twice(source, marked)
    by_nul = _utf_16_by_nul(source.head)
    if by_nul:
        fault = _first_fault(source, by_nul)
        if fault:
            raise source.refused(f"the file looks like {by_nul.name}, but {fault.place}, is not", fault.line)
        return Decoding(source, by_nul)
    fault = _first_fault(source, _UTF_8)
    return _not_utf_8(source, fault) if fault else _perhaps_twice(source, _UTF_8)


def _marked(source: Source) -> Encoding | None:
    return next((encoding for mark, encoding in _MARKED if source.head.startswith(mark)), None)


def _perhaps_twice(source: Source, encoding: Encoding) -> Decoding:
    guess = guess_twice(source) if encoding.codec == _UTF_8.codec else None
    if guess is None:
        return Decoding(source, encoding)
    before = once(source)
    return Decoding(before, _marked(before) or _UTF_8, guess)


def _not_utf_8(source: Source, not_utf_8: _Fault) -> Decoding:
    """Windows-1252 or what its letters say, unless nearly all of the file says UTF-8."""
    good = bad = 0
    for chunk in source.chunks():
        rest, found = _MULTIBYTE.subn(b"", chunk)
        good += found
        bad += len(_HIGH.findall(rest))
    if good > bad:
        message = f"{not_utf_8.place}, isn't UTF-8, though the rest of the file is; save the file as UTF-8 again"
        raise source.refused(message, not_utf_8.line)
    guess = guess_old(source)
    if guess:
        return Decoding(source, ENCODINGS[guess.codec], guess)
    fault = _first_fault(source, _CP1252)
    if fault:
        raise source.refused(f"{fault.place}, is neither UTF-8 nor Windows-1252; save the file as UTF-8", fault.line)
    return Decoding(source, _CP1252)


def _utf_16_by_nul(head: bytes) -> Encoding | None:
    """NUL in every other byte: text without a mark, nearly all of it Latin letters."""
    half = len(head) // 2
    even, odd = head[0 : half * 2 : 2].count(0), head[1 : half * 2 : 2].count(0)
    if half and odd > 0.8 * half and even < 0.1 * half:
        return _UTF_16["little"]
    if half and even > 0.8 * half and odd < 0.1 * half:
        return _UTF_16["big"]
    return None


class _Fault(NamedTuple):
    """The first byte that an encoding can't read."""

    place: str
    line: int


def _first_fault(source: Source, encoding: Encoding) -> _Fault | None:
    """Try every byte. Raises AnswersRefused for NULs in what decodes well."""
    return None if _faultless(source, encoding) else _found_fault(source, encoding)


def _faultless(source: Source, encoding: Encoding) -> bool:
    """Whether everything decodes, to a text without NULs: where it does, no lines need be counted."""
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    skip = encoding.mark
    try:
        for chunk in source.chunks():
            if "\0" in decoder.decode(chunk[skip:]):
                return False
            skip = 0
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _found_fault(source: Source, encoding: Encoding) -> _Fault | None:
    """Where the fault is. Raises AnswersRefused for NULs in what decodes well."""
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    nul = _Nuls()
    done, lines = 0, _Lines()
    skip = encoding.mark
    pending = b""
    chunks = source.chunks()
    while True:
        chunk = next(chunks, b"")
        piece, skip, done = chunk[skip:], max(0, skip - len(chunk)), done + min(skip, len(chunk))
        try:
            text = decoder.decode(piece, final=not chunk)
        except UnicodeDecodeError as error:
            lines.add(_before(error, encoding))
            at = done - len(pending) + error.start
            value = error.object[error.start]
            return _Fault(f"byte {at} (0x{value:02X}), line {lines.line}", lines.line)
        nul.look(text, lines)
        if nul.count > _ENOUGH_NULS:
            break
        lines.add(text)
        done += len(piece)
        pending = decoder.getstate()[0]
        if not chunk:
            break
    nul.refuse(source)
    return None


def _before(error: UnicodeDecodeError, encoding: Encoding) -> str:
    return error.object[: error.start].decode(encoding.codec, errors="replace")


class _Lines:
    """Counts line ends in a text that comes in pieces."""

    def __init__(self) -> None:
        self.line = 1
        self._carriage = False

    def add(self, text: str) -> None:
        self.line += self.within(text)
        self._carriage = text.endswith("\r") if text else self._carriage

    def within(self, text: str) -> int:
        """The line ends of the next piece; a CR LF that the pieces tear apart is one."""
        count = sum(1 for _ in _LINE_END.finditer(text)) if "\r" in text else text.count("\n")
        return count - (self._carriage and text.startswith("\n"))


class _Nuls:
    """NUL characters: none belong into text."""

    def __init__(self) -> None:
        self.count = 0
        self.line = 0

    def look(self, text: str, before: _Lines) -> None:
        found = text.count("\0")
        if found and not self.count:
            self.line = before.line + before.within(text[: text.index("\0")])
        self.count += found

    def refuse(self, source: Source) -> None:
        if self.count:
            where = f"{amount(self.count, 'NUL byte')}, {'' if self.count == 1 else 'the first '}in line {self.line}"
            many = self.count > _MOST_NULS
            what = "no text, and no format that is read; save the answers as CSV" if many else "a damaged file"
            raise source.refused(f"{where}: {what}", self.line)
