"""Faults of a question set gathered with file and line; `Spot`: a place in a content that may be anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from samskab_cli.errors import Problem
from samskab_cli.loading.sets.set_files import SetFiles
from samskab_cli.loading.sets.yaml_document import YamlPath
from samskab_cli.model.text import nearest

_COMPARE_AT_MOST = 20_000  # searching for near names takes time: no file may make it minutes


class Faults:
    """Collects problems by path; says each only once, and none about what couldn't be read anyway."""

    def __init__(self, files: SetFiles) -> None:
        self.files = files
        self.problems: list[Problem] = [problem for document in files.documents for problem in document.problems]
        self._compared = 0

    def add(
        self, path: YamlPath, message: str, *, word: object = None, among: Collection[str] = (), at_key: bool = False
    ) -> None:
        """Note a fault at a path of the merged content; the nearest of `among` to `word` becomes the suggestion."""
        document, inner = self.files.locate(path)
        if any(inner[:depth] in document.faulty for depth in range(len(inner) + 1)):
            return
        self._compared += len(among)
        suggestion = nearest(word, among) if self._compared < _COMPARE_AT_MOST else None
        self.problems.append(document.problem(inner, message, suggestion, at_key=at_key))

    def raw(self, path: YamlPath) -> str | None:
        """How a number, true, false or null is written in its file."""
        document, inner = self.files.locate(path)
        return document.raw.get(inner)

    def lacks_keys(self, path: YamlPath) -> bool:
        """Whether a key of this mapping was refused."""
        document, inner = self.files.locate(path)
        return inner in document.incomplete

    def place(self, path: YamlPath, seen_from: YamlPath) -> str:
        """Where a path stands, for a message at another path: `line 4`, or `line 4 of time.yaml`."""
        document, inner = self.files.locate(path)
        line = document.values.get(inner, (1, 1))[0]
        return f"line {line}" if document is self.files.locate(seen_from)[0] else f"line {line} of {document.file}"

    def in_order(self) -> list[Problem]:
        """All problems as somebody goes through the files."""
        order = {document.file: position for position, document in enumerate(self.files.documents)}
        unique = dict.fromkeys(self.problems)
        return sorted(unique, key=lambda p: (order.get(p.file or "", -1), p.line or 0, p.column or 0))


@dataclass(frozen=True)
class Spot:
    """A value of a content that may be anything, and its path: asks for what it should be, gets it or nothing."""

    data: Any
    path: YamlPath = ()

    def __getitem__(self, key: str | int) -> Spot:
        inner = None
        if isinstance(self.data, dict):
            inner = self.data.get(key)
        elif isinstance(self.data, list) and isinstance(key, int) and key < len(self.data):
            inner = self.data[key]
        return Spot(inner, (*self.path, key))

    def each(self) -> Iterator[Spot]:
        """The elements of a list."""
        if isinstance(self.data, list | tuple):
            yield from (Spot(element, (*self.path, i)) for i, element in enumerate(self.data))

    def entries(self) -> Iterator[tuple[Any, Spot]]:
        """The keys and values of a mapping."""
        if isinstance(self.data, dict):
            yield from ((key, Spot(value, (*self.path, key))) for key, value in self.data.items())

    def words(self) -> Iterator[Spot]:
        """The texts of a text in one or several languages."""
        yield from (self,) if self.word is not None else (spot for _, spot in self.entries() if spot.word is not None)

    @property
    def word(self) -> str | None:
        """The text, if it is one."""
        return self.data if isinstance(self.data, str) else None

    @property
    def whole(self) -> int | None:
        """The whole number, if it is one."""
        return self.data if isinstance(self.data, int) and not isinstance(self.data, bool) else None

    def number(self, default: float | None = None) -> float | None:
        """The number, if it is one; `default` where nothing stands."""
        if self.data is None:
            return default
        return self.data if isinstance(self.data, int | float) and not isinstance(self.data, bool) else None
