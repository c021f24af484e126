"""XML parsed as it is unpacked, begin and end of each element; no DTD, and no more than so many elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import IO, Final, TypeVar
from xml.parsers import expat

from samskab_cli.loading.readers.source import Source

MOST_ELEMENTS: Final = 7_500_000
"""A sheet of 100,000 respondents and 30 items has six million; the limit is a matter of seconds."""
_CHUNK: Final = 1 << 16

Attributes = dict[str, str]
_F = TypeVar("_F")


Begin = Callable[[Attributes], None]
End = Callable[[], None]


class XmlEvents:
    """What to do at the beginning and the end of elements, by their names without prefix.

    Up to five functions are called a cell, and three million cells are usual: they do little.
    """

    def __init__(self, begins: Mapping[str, Begin], ends: Mapping[str, End], texts: Iterable[str] = ()) -> None:
        """begins: get the attributes, prefixes included. texts: elements at whose beginning `text` begins anew."""
        self._pieces: list[str] = []
        self._begins = _Handlers({**dict.fromkeys(texts, self._forget), **begins})
        self._ends = _Handlers(ends)
        self._count = 0

    def run(self, stream: IO[bytes], source: Source) -> None:
        """Go through the whole part. Raises AnswersRefused for what has no bound, ExpatError for what is no XML."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pieces.append
        parser.StartDoctypeDeclHandler = _refuse_definitions
        more = True
        while more:
            chunk = stream.read(_CHUNK)
            more = bool(chunk)
            parser.Parse(chunk, not more)
            if self._count > MOST_ELEMENTS:
                message = f"more than {MOST_ELEMENTS:,} cells and values in the workbook; save the sheet as CSV"
                raise source.refused(message)

    @property
    def text(self) -> str:
        """What was read since the last element of a text began."""
        return "".join(self._pieces)

    def write(self, text: str) -> None:
        """Add to the text that is just read: what an element in it stands for."""
        self._pieces.append(text)

    def _forget(self, _: Attributes) -> None:
        self._pieces.clear()

    def _start(self, name: str, attributes: Attributes) -> None:
        self._count += 1
        begin = self._begins[name]
        if begin is not None:
            begin(attributes)

    def _end(self, name: str) -> None:
        end = self._ends[name]
        if end is not None:
            end()


class _Handlers(dict[str, _F | None]):
    """By the names as a file has them, which may have a prefix; looked up once a name."""

    def __init__(self, known: Mapping[str, _F]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, name: str) -> _F | None:
        found = self[name] = self._known.get(name.rpartition(":")[2])
        return found


def _refuse_definitions(*_: object) -> None:
    raise expat.ExpatError("a document type definition")
