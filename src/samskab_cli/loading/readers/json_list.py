"""JSON: a list of answers, one a line, or a list wrapped in an object; what is nested has a path as its heading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from samskab_cli.loading.readers.rows_as_sheet import table
from samskab_cli.loading.readers.sheet import Sheet
from samskab_cli.loading.readers.source import Source

_MOST_BYTES: Final = 100 << 20
_DEEPEST: Final = 20
_MOST_COLUMNS: Final = 20_000
_MOST_CELLS: Final = 10_000_000
_MOST_OBJECTS: Final = 1_000_000
_MOST_VALUES: Final = 4_000_000


class _Twice(ValueError):
    """A key that an object has twice."""


def read_json(source: Source) -> Sheet:
    """The answers as a table, a column a path (`matrix/row`). Raises AnswersRefused."""
    flat = list(_rows(source))
    if not flat:
        raise source.refused("JSON without answers in it")
    headings = list(dict.fromkeys(path for _, row in flat for path in row))
    if len(headings) * len(flat) > _MOST_CELLS:
        size = f"{len(flat):,} answers with {len(headings):,} different paths"
        raise source.refused(f"{size}, more than {_MOST_CELLS:,} cells; ask the survey system for CSV")

    def rows() -> Iterable[tuple[int, list[str]]]:
        yield 1, headings
        for number, row in flat:
            yield number, [row.get(path, "") for path in headings]

    nested = any("/" in path for path in headings)  # as a form's results are, and no table that was saved as JSON
    sparse = nested or len(flat) == 1 or any(len(row) < len(headings) for _, row in flat)
    return replace(table(source, "JSON", rows, has_lines=False), sparse=sparse)


def _rows(source: Source) -> Iterator[tuple[int, dict[str, str]]]:
    """Each answer by its paths. Raises AnswersRefused as soon as there are too many different ones."""
    paths: set[str] = set()
    for number, answer in _answers(source):
        row = dict(_flat(answer, "", source, number))
        paths.update(row)
        if len(paths) > _MOST_COLUMNS:
            raise source.refused(f"more than {_MOST_COLUMNS:,} different paths: no list of answers")
        yield number, row


def _answers(source: Source) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with source.opened() as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise source.refused(f"JSON of more than {_MOST_BYTES >> 20} MB; ask the survey system for CSV")
    # Counted before they are built: an object of three bytes takes a hundred.
    if content.count(b"{") + content.count(b"[") > _MOST_OBJECTS or content.count(b",") > _MOST_VALUES:
        most = f"{_MOST_OBJECTS:,} objects or {_MOST_VALUES:,} values"
        raise source.refused(f"JSON of more than {most}; ask the survey system for CSV")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise source.refused("JSON that is not UTF-8", line) from error
    try:
        whole = _parsed(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or error.msg != "Extra data":
            raise source.refused(f"JSON that breaks off or is damaged: {error.msg}", error.lineno) from error
        yield from _each(_lines(text, source), source)
        return
    except (_Twice, RecursionError) as error:
        raise source.refused(f"JSON that can't be read: {error}") from error
    yield from _each(enumerate(_unwrapped(whole, source), start=1), source)


def _lines(text: str, source: Source) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield number, _parsed(line)
            except (json.JSONDecodeError, _Twice, RecursionError) as error:
                raise source.refused("a line that is no JSON", number) from error


def _parsed(text: str) -> Any:  # noqa: ANN401  # whatever the file holds
    return json.loads(text, object_pairs_hook=_once, parse_constant=str, parse_float=str, parse_int=str)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twice("an object has the same key twice")
    return found


def _unwrapped(whole: Any, source: Source) -> list[Any]:  # noqa: ANN401  # as above
    """The list of answers: the file itself, or the only list of objects in its outermost object."""
    if isinstance(whole, list):
        return whole
    lists = [value for value in whole.values() if isinstance(value, list) and value] if isinstance(whole, dict) else []
    objects = [value for value in lists if all(isinstance(one, dict) for one in value)]
    if len(objects) == 1:
        return list(objects[0])
    if isinstance(whole, dict) and not objects:
        return [whole]
    raise source.refused("JSON that is no list of answers: it holds several lists")


def _each(found: Iterable[tuple[int, Any]], source: Source) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, answer in found:
        if not isinstance(answer, dict):
            raise source.refused(f"JSON that is no list of answers: number {number} is no object")
        yield number, answer


def _flat(value: Any, path: str, source: Source, number: int, depth: int = 0) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if depth > _DEEPEST:
        raise source.refused(f"answer {number} is nested more than {_DEEPEST} deep: no list of answers")
    match value:
        case dict():
            for key, inner in value.items():
                yield from _flat(inner, f"{path}/{key}" if path else str(key), source, number, depth + 1)
        case list() if all(isinstance(one, str) for one in value):
            yield path, ", ".join(value)
        case list():
            for place, inner in enumerate(value):
                yield from _flat(inner, f"{path}/{place}", source, number, depth + 1)
        case None:
            yield path, ""
        case bool():
            yield path, str(value).lower()
        case _:
            yield path, str(value)
