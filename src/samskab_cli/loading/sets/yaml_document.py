"""YAML from outside: plain data, and the place of every key and value, from one parse.

Written for foreign files: nothing is constructed but texts, numbers, true, false, null, lists and mappings; anchors,
aliases, merge keys and tags are refused as they are met, so that nothing can be made to grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from samskab_cli.errors import Problem
from samskab_cli.loading.yaml_scalars import value_of
from samskab_cli.model.text import clean, shown

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
"""Keys and values of one file; the bundled set has about 3,000 in all its six."""

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels, the limit"

YamlPath = tuple[str | int, ...]
"""Keys and list positions (from 0) from the top of the document to a value."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class _Stop(Exception):
    """Nothing more can be read of this file; the problem is noted already."""


@dataclass
class YamlDocument:
    """What one file says, where it says it, and what is wrong with it as YAML."""

    file: str
    """The name of the file as problems show it."""
    data: object = None
    """None, bool, int, float, str, list, dict (with text or whole-number keys); None where nothing could be read."""
    problems: list[Problem] = field(default_factory=list)
    values: dict[YamlPath, tuple[int, int]] = field(default_factory=dict)
    """Path → line and column of the value, from 1."""
    keys: dict[YamlPath, tuple[int, int]] = field(default_factory=dict)
    """Path → line and column of the value's key, from 1; list elements have none."""
    raw: dict[YamlPath, str] = field(default_factory=dict)
    """Path → how a number, true, false or null is written in the file."""
    faulty: set[YamlPath] = field(default_factory=set)
    """Paths of values that `problems` speaks of already, so that nobody need complain of them again."""
    incomplete: set[YamlPath] = field(default_factory=set)
    """Paths of mappings of which a key was refused: what they seem to lack may have been meant by it."""
    whole: bool = True
    """False where reading had to stop before the end."""

    def problem(self, path: YamlPath, message: str, suggestion: str | None = None, *, at_key: bool = False) -> Problem:
        """A problem at a value (or its key); where the path leads nowhere, at the nearest value above it."""
        while path not in self.values and path:
            path = path[:-1]
        place = (self.keys.get(path) if at_key else None) or self.values.get(path, (1, 1))
        return Problem(message, self.file, *place, suggestion=suggestion)


def read_yaml(path: Path, file: str) -> YamlDocument:
    """Read a YAML file; `file` is its name in problems. Never raises for what is in the file, or for its absence."""
    try:
        if not path.is_file():
            reason = "not a file" if path.exists() else "no such file"
            return YamlDocument(file, problems=[Problem(reason, file)], whole=False)
        with path.open("rb") as stream:
            return parse_yaml(stream.read(MAX_BYTES + 1), file)
    except OSError as error:
        return YamlDocument(file, problems=[Problem(f"can't be read: {error.strerror}", file)], whole=False)


def parse_yaml(content: bytes, file: str) -> YamlDocument:
    """Parse the bytes of a YAML file; `file` is its name in problems. Never raises for what is in the bytes."""
    document = YamlDocument(file)
    try:
        text = _decode(content, document)
        document.data = _Builder(document).build(text)
    except _Stop:
        document.whole = False
    return document


def _decode(content: bytes, document: YamlDocument) -> str:
    if len(content) > MAX_BYTES:
        document.problems.append(Problem(f"larger than {MAX_BYTES // 1_000_000} MB, the limit", document.file))
        raise _Stop
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        document.problems.append(Problem("the file is UTF-16; save it as UTF-8", document.file))
        raise _Stop
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line, column = _place_in(content[: error.start].decode("utf-8").removeprefix("\ufeff"))
        message = f"byte 0x{content[error.start]:02X} isn't UTF-8; save the file as UTF-8"
        document.problems.append(Problem(message, document.file, line, column))
        raise _Stop from None
    first = _FORBIDDEN.search(text)
    if first is None:
        return text
    count = len(_FORBIDDEN.findall(text))
    more = f" (and {count - 1} more in the file)" if count > 1 else ""
    message = f"control character U+{ord(first[0]):04X}{more}; take it out"
    document.problems.append(Problem(message, document.file, *_place_in(text[: first.start()])))
    if count > 100:  # no text file
        raise _Stop
    return _FORBIDDEN.sub(" ", text)


def _place_in(before: str) -> tuple[int, int]:
    """Line and column of what follows a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Unset:
    """Marks a mapping that waits for its next key."""


class _Dropped:
    """Marks a key whose value is read and thrown away: repeated, or not a word."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end isn't reached yet."""

    path: YamlPath
    data: dict[str | int, object] | list[object]
    key: str | int | type[_Unset | _Dropped] = _Unset

    def next_path(self) -> YamlPath:
        if isinstance(self.data, list):
            return (*self.path, len(self.data))
        return (*self.path, self.key if isinstance(self.key, str | int) else "?")

    @property
    def wants_key(self) -> bool:
        return self.key is _Unset and isinstance(self.data, dict)

    def store(self, value: object) -> None:
        if isinstance(self.data, list):
            self.data.append(value)
        elif self.key is _Unset:
            self.key = _Dropped  # a list or mapping stood where a key belongs
        else:
            if isinstance(self.key, str | int):
                self.data[self.key] = value
            self.key = _Unset


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Builder:
    """Makes data out of parser events, without recursion: the depth of a file is its author's choice, not ours."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.stack: list[_Open] = []
        self.root: object = None
        self.count = 0

    def build(self, text: str) -> object:
        documents = 0
        for event in self._events(text):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self._open(event)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                closed = self.stack.pop()
                self._store(closed.data)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(event, "a second document begins here; one file holds one")
        if not documents:
            self.document.problems.append(Problem("the file is empty", self.document.file))
            raise _Stop
        return self.root

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            self.document.problems.append(_syntax_problem(error, text, self.document.file))
            raise _Stop from None
        except yaml.YAMLError as error:
            self.document.problems.append(Problem(f"not valid YAML: {clean(str(error))}", self.document.file))
            raise _Stop from None

    def _fault(self, event: yaml.Event, message: str) -> None:
        self.document.problems.append(Problem(message, self.document.file, *_at(event)))

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._fault(event, message)
        raise _Stop

    def _place(self, event: yaml.Event) -> YamlPath:
        """Note where the value stands that begins with this event, and return its path."""
        self.count += 1
        if self.count > MAX_VALUES:
            self._stop(event, f"more than {MAX_VALUES:,} keys and values, the limit")
        path = self.stack[-1].next_path() if self.stack else ()
        self.document.values[path] = _at(event)
        return path

    def _store(self, value: object) -> None:
        if self.stack:
            self.stack[-1].store(value)
        else:
            self.root = value

    def _refuse_extras(self, event: yaml.Event) -> None:
        for name, what in (("anchor", "anchors (&)"), ("tag", "tags (!)")):
            if getattr(event, name) is not None:
                self._fault(event, f"YAML {what} aren't allowed here; write the value itself")

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        path = self._place(event)
        if len(self.stack) >= MAX_DEPTH:
            self._stop(event, _TOO_DEEP)
        self._refuse_extras(event)
        if self.stack and self.stack[-1].wants_key:
            self._fault(
                event, "a list or mapping stands where a key belongs; a text in braces or brackets needs quotes"
            )
            self.document.incomplete.add(path[:-1])
        self.stack.append(_Open(path, [] if isinstance(event, yaml.SequenceStartEvent) else {}))

    def _alias(self, event: yaml.AliasEvent) -> None:
        path = self._place(event)
        self._fault(event, "YAML aliases (*) aren't allowed here; write the value itself (a text with * needs quotes)")
        if self.stack and self.stack[-1].wants_key:
            self.document.incomplete.add(path[:-1])
            self.stack[-1].key = _Dropped
        else:
            self.document.faulty.add(path)
            self._store(None)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self.stack and self.stack[-1].wants_key:
            self._key(event)
            return
        path = self._place(event)
        self._refuse_extras(event)
        value, fault = value_of(event)
        if fault:
            self._fault(event, fault)
            self.document.faulty.add(path)
        elif not isinstance(value, str):
            self.document.raw[path] = event.value
        self._store(value)

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self.stack[-1]
        self._place(event)
        self._refuse_extras(event)
        key, fault = value_of(event)
        if not fault and (isinstance(key, bool) or not isinstance(key, str | int)):
            fault = f"the key {shown(event.value)} isn't read as a text; put it in quotes"
        if event.value == "<<" and event.implicit[0]:
            fault = "merge keys (<<) aren't allowed here; write the keys themselves"
        if fault or not isinstance(key, str | int):
            self._fault(event, fault or "a key must be a text")
            self.document.incomplete.add(frame.path)
            frame.key = _Dropped
            return
        path = (*frame.path, key)
        first = self.document.keys.get(path)
        if first is not None:
            self._fault(event, f"the key {shown(key)} stands twice; the first is in line {first[0]}")
            frame.key = _Dropped
            return
        self.document.keys[path] = _at(event)
        frame.key = key


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(f"not valid YAML: {error.problem}", file)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = error.problem or "something unexpected"
    if "\t" in line[: mark.column + 1]:
        column = line.index("\t") + 1
        return Problem("a tab where blanks belong; indent with blanks", file, mark.line + 1, column)
    if "nesting depth" in found:  # libyaml has a limit of its own since 0.2.6, and looks ahead
        message = _TOO_DEEP
    elif "mapping values are not allowed" in found:
        message = "a colon that YAML takes for a key; put the text in quotes, or check the indentation"
    elif "cannot start any token" in found and line[mark.column : mark.column + 1]:
        message = f"a text can't begin with {shown(line[mark.column])}; put it in quotes"
    elif "end of stream" in found and "quoted scalar" in (error.context or "") and error.context_mark:
        mark, message = error.context_mark, "a quotation mark that is never closed"
    else:
        since = f" ({error.context} from line {error.context_mark.line + 1})" if error.context_mark else ""
        message = f"not valid YAML: {found}{since}"
    return Problem(message, file, mark.line + 1, mark.column + 1)
