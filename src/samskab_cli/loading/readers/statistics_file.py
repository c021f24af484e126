"""SPSS (.sav, .zsav) and Stata (.dta) by pyreadstat in a process apart: value labels decide over codes."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from samskab_cli.loading.readers.rows_as_sheet import table
from samskab_cli.loading.readers.sheet import Sheet
from samskab_cli.loading.readers.source import Source

SPSS, STATA = "SPSS", "Stata"
_SPSS: Final = (b"$FL2", b"$FL3")
_STATA: Final = b"<stata_dta>"
_STATA_OF_OLD: Final = frozenset((*range(104, 106), 108, *range(110, 116)))
"""Versions, which are the first byte; the second one is the order of bytes, the third one is 1."""
_CUT: Final = 78  # at most 80 bytes, less an end and half a letter
_MOST_CELLS: Final = 20_000_000
_SUFFIX: Final = {SPSS: ".sav", STATA: ".dta"}


class _File(NamedTuple):
    """What such a file holds."""

    names: list[str]
    labels: list[str]
    """Of the variables; empty where there is none."""
    cells: list[list[str]]
    """By variable."""


def statistics_kind(head: bytes) -> str | None:
    """SPSS or STATA, where the first bytes say so."""
    if head.startswith(_SPSS):
        return SPSS
    is_old = len(head) > 3 and head[0] in _STATA_OF_OLD and head[1] in {1, 2} and head[2] == 1 and head[3] == 0
    return STATA if head.startswith(_STATA) or is_old else None


def read_statistics(source: Source, kind: str) -> Sheet:
    """The table of such a file: variables, their labels, then a row a case. Raises AnswersRefused."""
    a_file = f"{'an' if kind == SPSS else 'a'} {kind} file"
    if importlib.util.find_spec("pyreadstat") is None:
        raise source.refused(f"{a_file}; to read it: pip install 'samskab[spss]', or save it as CSV")
    with source.as_file(_SUFFIX[kind]) as path:
        found = _read_apart(path, kind)
    if found is None:
        raise source.refused(f"{a_file} that is damaged, cut off, or of a version that isn't known; save it again")
    if isinstance(found, int):
        raise source.refused(f"{a_file} of {found:,} cells, more than {_MOST_CELLS:,}; save it as CSV")
    has_labels = any(found.labels)

    def rows() -> Iterable[tuple[int, list[str]]]:
        yield 1, found.names
        if has_labels:
            yield 2, found.labels
        yield from ((number, list(row)) for number, row in enumerate(zip(*found.cells, strict=True), start=3))

    return table(source, kind, rows, headings=2 if has_labels else 1, has_lines=False)


def _read_apart(path: Path, kind: str) -> _File | int | None:
    """Read in a process of its own, since a damaged file can bring the library down, and us with it."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # only these files wait for them
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        try:
            return apart.submit(_read, path, kind).result()
        except BrokenProcessPool:
            return None


def _read(path: Path, kind: str) -> _File | int | None:
    """What it holds; how many cells, where they are too many; None where it can't be read."""
    import pyreadstat  # noqa: PLC0415  # an extra

    # Old files don't say how their letters are written: UTF-8 where all of them are (as its own writer does).
    encodings = ("UTF-8", None) if kind == STATA else (None,)
    read = partial(pyreadstat.read_sav if kind == SPSS else pyreadstat.read_dta, str(path), output_format="dict")
    for encoding in encodings:
        try:
            _, meta = read(metadataonly=True, encoding=encoding)
            count = (meta.number_rows or 0) * len(meta.column_names)
            if count > _MOST_CELLS:
                return count
            return _content(*read(user_missing=True, encoding=encoding), kind)
        except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, TypeError, MemoryError):
            continue
    return None


def _content(columns: Mapping[str, Sequence[Any]], meta: Any, kind: str) -> _File:  # noqa: ANN401  # it has no types
    names = list(meta.column_names)
    labels = meta.column_labels or [""] * len(names)
    cells = [_texts(columns[name], meta.variable_value_labels.get(name, {})) for name in names]
    return _File([str(name or "") for name in names], [_label(label or "", kind) for label in labels], cells)


def _label(label: str, kind: str) -> str:
    """Stata cuts labels at 80 characters, of old at 80 bytes, without saying so."""
    return f"{label}…" if kind == STATA and len(label.encode()) >= _CUT else label


def _texts(values: Sequence[Any], labels: Mapping[Any, str]) -> list[str]:
    return [str(labels[value]) if value in labels else _text(value) for value in values]


def _text(value: Any) -> str:  # noqa: ANN401  # number, text, date or nothing
    if value is None or value != value:  # noqa: PLR0124  # not a number: missing
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
