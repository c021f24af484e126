"""A table as an SPSS file: every column with its label, its value labels and its missing values."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samskab_cli.errors import OutputRefused
from samskab_cli.model.codebook import Variable

if TYPE_CHECKING:
    import polars as pl
    from pyreadstat.pyclasses import MissingRange

_LONGEST: Final = 60
_RESERVED: Final = frozenset(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"])


def check() -> None:
    """Raises OutputRefused where the library isn't installed."""
    if importlib.util.find_spec("pyreadstat") is None:
        raise OutputRefused(".sav needs pyreadstat: pip install 'samskab[spss]'")


def write(file: Path, frame: pl.DataFrame, codebook: Sequence[Variable]) -> None:
    """Write the table; columns that the codebook doesn't know keep their names as labels.

    A text whose values have labels becomes a number: SPSS labels no long texts. Raises OSError, OutputRefused.
    """
    import pyreadstat  # noqa: PLC0415  # an extra

    known = {variable.name: variable for variable in codebook}
    names = spss_names(frame.columns)
    labels: dict[str, str | None] = {
        names[name]: known[name].label if name in known else name for name in frame.columns
    }
    values: dict[str, dict[int | float, str]] = {}
    missing: dict[str, list[int | float | str | MissingRange]] = {}
    for name in frame.columns:
        if (variable := known.get(name)) is None:
            continue
        texts = {one.code: one.number for one in variable.values if isinstance(one.code, str)}
        if texts:
            if not frame[name].drop_nulls().is_in(list(texts)).all():
                continue  # a value that the codebook doesn't know stays as it is
            frame = frame.with_columns(frame[name].replace_strict(texts, default=None))
        values[names[name]] = {**{one.number: one.label for one in variable.values}, **dict(variable.missing.items())}
        if variable.missing:
            missing[names[name]] = list(variable.missing)
    try:
        pyreadstat.write_sav(
            frame.rename(names),
            str(file),
            column_labels=labels,
            variable_value_labels={name: of for name, of in values.items() if of},
            missing_ranges=missing or None,
        )
    except pyreadstat.PyreadstatError as error:
        raise OutputRefused(f"{file}: SPSS can't hold it: {error}") from error


def spss_names(names: Sequence[str]) -> dict[str, str]:
    """Each name as SPSS takes it: letters, digits and _, a letter first, none twice whatever the case."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"\W", "_", name)[:_LONGEST]
        plain = plain if plain[:1].isalpha() and plain.upper() not in _RESERVED else f"v_{plain}"
        number, one = 1, plain
        while one.casefold() in taken:
            number += 1
            one = f"{plain}_{number}"
        taken.add(one.casefold())
        found[name] = one
    return found
