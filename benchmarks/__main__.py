"""One command, one table: `python -m benchmarks [--rows N] [--repeats N]`; needs `pip install -e '.[dev,bench]'`."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from benchmarks import data
from benchmarks.measuring import Run, paired
from benchmarks.workshop import key_to_screen

_HERE = Path(__file__).parent
_PYTHON = sys.executable
_SAMSKAB = (str(Path(_PYTHON).with_name("samskab")),)  # as it is installed
_HELLO = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str = 'you') -> None:
    print(name)
app()
"""
_SMALL = 100_000


class Line(NamedTuple):
    """One line of the table."""

    what: str
    measured: float
    must: float
    at_least: bool = False
    """Whether `must` is a smallest value."""
    unit: str = "×"

    def __str__(self) -> str:
        holds = self.measured >= self.must if self.at_least else self.measured <= self.must
        sign = "≥" if self.at_least else "≤"
        said = "holds" if holds else "doesn't hold"
        return f"| {self.what} | {self.measured:.2f} {self.unit} | {sign} {self.must:g} | {said} |"


def main() -> None:
    """Measure everything, and print what holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        versions = ", ".join(
            f"{of} {importlib.metadata.version(of)}" for of in ("samskab", "polars", "pandas", "duckdb")
        )
        print(f"{asked.rows:,} rows, {asked.repeats} repeats, Python {platform.python_version()}, {versions}\n")
        print("| what | measured | must | |\n|---|---|---|---|")
        for line in chain(_start(folder, asked.repeats), _keys(folder), _batch(folder, asked.rows, asked.repeats)):
            print(line, flush=True)


def _start(folder: Path, repeats: int) -> Iterator[Line]:
    (folder / "hello.py").write_text(_HELLO, encoding="utf-8")
    data.write(folder / "twelve.csv", 12)
    hello = (_PYTHON, "hello.py")
    took = paired(
        {
            "hello": hello,
            "hello --help": (*hello, "--help"),
            "polars": (_PYTHON, "-c", "import polars"),
            "help": (*_SAMSKAB, "--help"),
            "score": (*_SAMSKAB, "score", "twelve.csv"),
            "assess": (*_SAMSKAB, "assess", "--matter", "x", "--municipality", "y"),
        },
        folder,
        max(repeats, 5),
        warm=True,
    )
    yield Line("`samskab --help` / bare Typer hello `--help`", _ratio(took, "help", "hello --help"), 1.15)
    yield Line("`samskab score twelve.csv` / `import polars`", _ratio(took, "score", "polars"), 2.2)
    yield Line("`samskab assess` to the first question / bare Typer hello", _ratio(took, "assess", "hello"), 1.5)


def _keys(folder: Path) -> Iterator[Line]:
    disk, screen = key_to_screen(folder)
    yield Line("key → on disk, median", disk, 5, unit="ms")
    yield Line("key → on disk → on screen, median", screen, 5, unit="ms")


def _batch(folder: Path, rows: int, repeats: int) -> Iterator[Line]:
    data.write(folder / "many.csv", rows, spoilt=rows // 1_000)
    data.write(folder / "labels.csv", rows, data.Spelling.LABELS)
    data.write(folder / "shouted.csv", rows, data.Spelling.SHOUTED)
    data.write(folder / "some.csv", _SMALL)
    took = paired(
        {
            "floor": _script("floor", "many.csv"),
            "floor of labels": _script("floor", "labels.csv"),
            "numbers": _score("many.csv"),
            "labels": _score("labels.csv"),
            "shouted": _score("shouted.csv"),
            "pandas": _script("with_pandas", "many.csv"),
            "duckdb": _script("with_duckdb", "many.csv"),
        },
        folder,
        repeats,
    )
    rows_only = (*_SAMSKAB, "score", "-q", "--force", "some.csv", "-o", "rows.csv")
    small = paired({"score": rows_only, "pydantic": _script("with_pydantic", "some.csv")}, folder, min(repeats, 3))
    yield Line(f"rows, groups and bad cells / floor, {rows:,} rows", _ratio(took, "numbers", "floor"), 2.2)
    yield Line("the same from labels", _ratio(took, "labels", "floor of labels"), 2.2)
    yield Line("the same from labels in capitals", _ratio(took, "shouted", "floor of labels"), 3.0)
    yield Line("pandas / samskab", _ratio(took, "pandas", "numbers"), 5, at_least=True)
    yield Line(
        f"csv and pydantic / samskab, rows only, {_SMALL:,} rows", _ratio(small, "pydantic", "score"), 10, at_least=True
    )
    many = 6 * rows
    data.write(folder / "many.csv", many, spoilt=many // 1_000)
    most = paired({"floor": _script("floor", "many.csv"), "numbers": _score("many.csv")}, folder, min(repeats, 3))
    yield Line(f"rows, groups and bad cells / floor, {many:,} rows", _ratio(most, "numbers", "floor"), 2.2)
    yield Line("peak memory, six times the rows / once", most["numbers"].peak / took["numbers"].peak, 2.0)
    yield Line("peak memory / floor's, six times the rows", most["numbers"].peak / most["floor"].peak, 1.7)
    for name, one in [*took.items(), *((f"{name}, six times", one) for name, one in most.items())]:
        print(f"- {name}: {one.seconds:.2f} s, {one.peak / 2**20:.0f} MB")


def _score(source: str) -> tuple[str, ...]:
    named = ("--by", "role,sted", "--groups", "groups.csv", "--rejected", "rejected.csv")
    return (*_SAMSKAB, "score", "-q", "--force", source, "-o", "rows.csv", *named)


def _script(name: str, source: str) -> tuple[str, ...]:
    return (_PYTHON, str(_HERE / f"{name}.py"), source, f"{name}.csv")


def _ratio(took: dict[str, Run], one: str, other: str) -> float:
    return took[one].seconds / took[other].seconds


if __name__ == "__main__":
    main()
