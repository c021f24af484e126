"""Mac Roman, DOS 850, or UTF-8 encoded twice, guessed where bytes mean Danish letters inside words in it only.

`høj` is `68 bf 6a` in Mac Roman, which Windows-1252 takes for `h¿j`; in DOS 850 it is `68 9b 6a`, `h›j`. Written in
UTF-8, taken for Windows-1252 and written in UTF-8 again it is `hÃ¸j`.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final, NamedTuple, cast

from samskab_cli.loading.readers.sheet_facts import EncodingGuess
from samskab_cli.loading.readers.source import CHUNK, Source

TWICE: Final = "utf-8-twice"
_OLD: Final = {"mac_roman": "Mac Roman", "cp850": "DOS 850"}
_SMALL, _LARGE = "æøåéöäü", "ÆØÅÉÖÄÜ"
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_WORD: Final = re.compile(rb"[A-Za-z\x80-\xff]+")
_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_SHARE: Final = 0.8
"""Of all bytes beyond ASCII, what the letters must explain."""
_TIMES: Final = 3
"""How much better than Windows-1252."""
_TWICE_MARK: Final = "Ã".encode()
# What Windows-1252 makes of the bytes 80…9F; five mean nothing in it and stay what they are.
_BACK: Final = {ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)}


def guess_old(source: Source) -> EncodingGuess | None:
    """The old encoding whose letters explain a text that isn't UTF-8, where Windows-1252's don't."""
    counts = dict.fromkeys((*_OLD, "cp1252"), 0)
    high = 0
    for chunk in source.chunks():
        high += len(_HIGH.findall(chunk))
        for codec in counts:
            counts[codec] += len(_letters(codec).findall(chunk))
    codec = max(_OLD, key=lambda name: counts[name])
    letters = counts[codec]
    if not letters or letters < _SHARE * high or letters < _TIMES * counts["cp1252"]:
        return None
    return _guess(source, codec, _OLD[codec], letters, _letters(codec))


def guess_twice(source: Source) -> EncodingGuess | None:
    """Whether a text in UTF-8 is one in UTF-8 that was taken for Windows-1252: every byte of it must say so."""
    if _TWICE_MARK not in source.head:
        return None
    letters = 0
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        with once(source).opened() as stream:
            while chunk := stream.read(CHUNK):
                letters += sum(char > "\x7f" for char in decoder.decode(chunk))
        decoder.decode(b"", final=True)
    except UnicodeError:
        return None
    return _guess(source, TWICE, "UTF-8 encoded twice", letters, re.compile(_TWICE_MARK))


def once(source: Source) -> Source:
    """A text that was encoded twice, as the bytes before that. Reading raises UnicodeError where it wasn't."""

    @contextmanager
    def opened() -> Iterator[IO[bytes]]:
        with source.opened() as stream:
            yield cast("IO[bytes]", io.BufferedReader(_Once(stream), CHUNK))

    return Source(source.file, opened, source.check)


class _Once(io.RawIOBase):
    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream, self._decoder = stream, codecs.getincrementaldecoder("utf-8-sig")()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a memoryview is what BufferedReader gives
        while not self._ready and (chunk := self._stream.read(CHUNK)):
            self._ready = _undone(self._decoder.decode(chunk))
        if not self._ready:
            self._ready = _undone(self._decoder.decode(b"", final=True))
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


def _undone(text: str) -> bytes:
    """As it was before somebody took it for Windows-1252."""
    return text.translate(_BACK).encode("latin-1")


class _Sample(NamedTuple):
    word: bytes
    line: int


def _guess(source: Source, codec: str, name: str, letters: int, sign: re.Pattern[bytes]) -> EncodingGuess | None:
    sample = _sample(source, sign)
    if sample is None:
        return None
    if codec == TWICE:
        seen = sample.word.decode("utf-8", "replace")
        meant = _undone(seen).decode("utf-8", "replace")
    else:
        seen, meant = sample.word.decode("cp1252", "replace"), sample.word.decode(codec)
    return EncodingGuess(codec, name, letters, seen, meant, sample.line)


def _sample(source: Source, sign: re.Pattern[bytes]) -> _Sample | None:
    """The first word with such a letter."""
    lines = 1
    for chunk in source.chunks():
        match = sign.search(chunk)
        if match:
            word = next(word for word in _WORD.finditer(chunk) if word.end() > match.start())
            return _Sample(word[0], lines + len(_LINE_END.findall(chunk[: match.start()])))
        lines += len(_LINE_END.findall(chunk))
    return None


def _letters(codec: str) -> re.Pattern[bytes]:
    """A small letter beside another letter, a large one that begins a word."""
    small, large = (re.escape(text.encode(codec)) for text in (_SMALL, _LARGE))
    return re.compile(
        b"(?<=[A-Za-z])[" + small + b"]|[" + small + b"](?=[A-Za-z])|(?<![a-z])[" + large + b"](?=[A-Za-z])"
    )
