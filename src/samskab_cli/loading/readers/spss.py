"""SPSS files: labels decide over codes. Needs the extra `spss`."""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from samskab_cli.loading.readers.sheet import Sheet
from samskab_cli.loading.readers.source import Source
from samskab_cli.loading.readers.table import table


class _File(NamedTuple):
    """What an SPSS file holds."""

    names: list[str]
    labels: list[str]
    """Of the variables; empty where there is none."""
    cells: list[list[str]]
    """By variable."""


def read_spss(source: Source) -> Sheet:
    """The table of an SPSS file: variables, their labels, then a row a case. Raises AnswersRefused."""
    if importlib.util.find_spec("pyreadstat") is None:
        raise source.refused("an SPSS file; to read it: pip install 'samskab[spss]', or save it as CSV")
    with _as_file(source) as path:
        found = _read_apart(path)
    if found is None:
        raise source.refused("an SPSS file that is damaged or cut off; fetch it again")
    has_labels = any(found.labels)

    def rows() -> Iterable[tuple[int, list[str]]]:
        yield 1, found.names
        if has_labels:
            yield 2, found.labels
        yield from ((number, list(row)) for number, row in enumerate(zip(*found.cells, strict=True), start=3))

    return table(source, "SPSS", rows, headings=2 if has_labels else 1, has_lines=False)


def _read_apart(path: Path) -> _File | None:
    """Read in a process of its own, since a damaged file can bring the library down, and us with it."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # only SPSS waits for them
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        try:
            return apart.submit(_read, path).result()
        except BrokenProcessPool:
            return None


def _read(path: Path) -> _File | None:
    import pyreadstat  # noqa: PLC0415  # an extra

    try:
        columns, meta = pyreadstat.read_sav(str(path), user_missing=True, output_format="dict")
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, UnicodeError, MemoryError):
        return None
    names = list(meta.column_names)
    labels = meta.column_labels or [""] * len(names)
    cells = [_texts(columns[name], meta.variable_value_labels.get(name, {})) for name in names]
    return _File([str(name or "") for name in names], [str(label or "") for label in labels], cells)


def _texts(values: Sequence[Any], labels: Mapping[Any, str]) -> list[str]:
    return [str(labels[value]) if value in labels else _text(value) for value in values]


def _text(value: Any) -> str:  # noqa: ANN401  # number, text, date or nothing
    if value is None or value != value:  # noqa: PLR0124  # not a number: missing
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@contextmanager
def _as_file(source: Source) -> Iterator[Path]:
    """The file itself; what came packed or from stdin, as a file that goes again."""
    if source.path is not None:
        yield source.path
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.sav"
        with path.open("wb") as file:
            for chunk in source.chunks():
                file.write(chunk)
        yield path
