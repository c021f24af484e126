"""YAML parsed safely: no anchors, tags, second documents or depth; line of every key; what YAML takes for a date.

Foreign files are read in two passes. A guard goes through the parser's events and refuses what could harm or surprise:
anchors, aliases, tags, a second document, too deep or too many. Only then is the tree of nodes composed and walked, and
nothing comes out of it but texts, numbers, true, false, null, lists and mappings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from samskab_cli.errors import Problem
from samskab_cli.model.text import clean, control_character, shown

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
"""Keys and values of one file; the bundled set has about 3,000 in all its six."""

_NO_KEY: Final = "a list or mapping stands where a key belongs; a text in braces or brackets needs quotes"
_TOO_DEEP: Final = f"nested deeper than {MAX_DEPTH} levels, the limit"

YamlPath = tuple[str | int, ...]
"""Keys and list positions (from 0) from the top of the document to a value."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_INT: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_PLAIN_FLOAT: Final = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]{0,30}|\.[0-9]{1,30})")
_READ_AS: Final = {"bool": "yes or no", "int": "a number", "float": "a number", "timestamp": "a date"}
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
        _Guard(document).check(text)
        document.data = _Walk(document).value(_compose(text), ())
    except _Stop:
        document.whole = False
    document.problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
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


def _at(begun: yaml.Event | yaml.Node) -> tuple[int, int]:
    mark = begun.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Guard:
    """What a file may not have, looked for before anything is built of it."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.depth = self.count = self.documents = 0

    def check(self, text: str) -> None:
        """Note every refused part of a text; raises _Stop where it can't be composed, or not within the limits."""
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._look_at(event)
        except yaml.MarkedYAMLError as error:
            self.document.problems.append(_syntax_problem(error, text, self.document.file))
            raise _Stop from None
        except yaml.YAMLError as error:
            self.document.problems.append(Problem(f"not valid YAML: {clean(str(error))}", self.document.file))
            raise _Stop from None
        if not self.documents:
            self.document.problems.append(Problem("the file is empty", self.document.file))
            raise _Stop

    def _look_at(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop(event, "a second document begins here; one file holds one")

    def _node(self, event: yaml.NodeEvent) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            self._stop(event, f"more than {MAX_VALUES:,} keys and values, the limit")
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "aliases (*)", "write the value itself (a text with * needs quotes)")
        elif event.anchor is not None:
            self._refuse(event, "anchors (&)")
        if getattr(event, "tag", None) is not None:  # aliases have none
            self._refuse(event, "tags (!)")
        if isinstance(event, yaml.CollectionStartEvent):
            if self.depth >= MAX_DEPTH:
                self._stop(event, _TOO_DEEP)
            self.depth += 1

    def _refuse(self, event: yaml.Event, what: str, instead: str = "write the value itself") -> None:
        self.document.problems.append(
            Problem(f"YAML {what} aren't allowed here; {instead}", self.document.file, *_at(event))
        )

    def _stop(self, event: yaml.Event, message: str) -> None:
        self.document.problems.append(Problem(message, self.document.file, *_at(event)))
        raise _Stop


def _compose(text: str) -> yaml.Node:
    """The nodes of a guarded text: at most MAX_DEPTH deep, so that recursion is safe."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:  # an alias of nothing, an anchor given twice: the guard has noted them
        raise _Stop from None
    if node is None:
        raise AssertionError("the guard lets no empty file through")
    return node


class _Walk:
    """Makes data out of nodes, and notes where everything stands."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.met: set[int] = set()

    def value(self, node: yaml.Node, path: YamlPath) -> object:
        """The data of a node at a path; None for what is faulty."""
        self.document.values[path] = _at(node)
        if not self._is_new(node):
            self.document.faulty.add(path)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        return [self.value(element, (*path, i)) for i, element in enumerate(node.value)]

    def _scalar(self, node: yaml.ScalarNode, path: YamlPath) -> object:
        value, fault = _word(node)
        if fault:
            self._fault(node, fault)
            self.document.faulty.add(path)
        elif not isinstance(value, str):
            self.document.raw[path] = node.value
        return value

    def _is_new(self, node: yaml.Node) -> bool:
        """Whether a node is met for the first time. An alias is its anchor's node again, and would make data grow."""
        is_new = id(node) not in self.met
        self.met.add(id(node))
        return is_new

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.document.problems.append(Problem(message, self.document.file, *_at(node)))

    def _mapping(self, node: yaml.MappingNode, path: YamlPath) -> dict[str | int, object]:
        data: dict[str | int, object] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node, path)
            value = self.value(value_node, (*path, "?" if key is None else key))  # faults of its value count too
            if key is not None:
                data[key] = value
        return data

    def _key(self, node: yaml.Node, path: YamlPath) -> str | int | None:
        """A key of the mapping at `path`; None where it is refused."""
        key, fault = _word(node) if isinstance(node, yaml.ScalarNode) else (None, _NO_KEY)
        if not fault and (isinstance(key, bool) or not isinstance(key, str | int)):
            fault = f"the key {shown(node.value)} isn't read as a text; put it in quotes"
        if node.tag.endswith(":merge"):
            fault = "merge keys (<<) aren't allowed here; write the keys themselves"
        if not self._is_new(node):
            self.document.incomplete.add(path)
            return None
        if fault or not isinstance(key, str | int):
            self._fault(node, fault or _NO_KEY)
            self.document.incomplete.add(path)
            return None
        first = self.document.keys.setdefault((*path, key), _at(node))
        if first != _at(node):
            self._fault(node, f"the key {shown(key)} stands twice; the first is in line {first[0]}")
            return None
        return key


def _word(node: yaml.ScalarNode) -> tuple[object, str | None]:
    """The value of a scalar (None, bool, int, float or clean text), and what is wrong with it."""
    text: str = node.value
    if not node.style:
        return _bare(text, node.tag.rpartition(":")[2])
    bad = control_character(text)
    value = clean(text.rstrip("\n") if node.style in ("|", ">") else text, lines=True)
    return value, f"control character {bad} in a text; take it out" if bad else None


def _bare(text: str, kind: str) -> tuple[object, str | None]:
    """A word without quotes: what YAML 1.1 would turn into something else than is written (`no`, `1:30`) is a fault.

    `kind` is what YAML takes it for.
    """
    value: object = None
    fault = None
    match kind:
        case "null":
            pass
        case "bool" if text.lower() in ("true", "false"):
            value = text.lower() == "true"
        case "int" if _PLAIN_INT.fullmatch(text):
            value = int(text)
        case "float" if _PLAIN_FLOAT.fullmatch(text):
            value = float(text)
        case _ if kind in _READ_AS:
            also = ", or write true or false" if kind == "bool" else ""
            fault = f"{shown(text)} without quotes is read as {_READ_AS[kind]} by YAML; put it in quotes{also}"
        case _:
            value = clean(text, lines=True)
    return value, fault


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
