"""One command, one table: `python -m benchmarks [--rows N] [--repeats N]`; needs `pip install -e '.[dev,bench]'`."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from benchmarks import data
from benchmarks.measuring import Run, paired
from benchmarks.phones import sixty_phones
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
_NAMED = ("--matter", "x", "--municipality", "y")
_HERE_NOW = ("--roles", "medarb=5,borger=5", "--min-group", "1")
_SMALL = 100_000
_SPOILT = 200
"""Cells that can't be read, each in its own way."""


class Line(NamedTuple):
    """One line of the table."""

    what: str
    measured: float
    must: float
    wall: float | None = None
    """The same by the clock, where `measured` is CPU."""
    at_least: bool = False
    """Whether `must` is a smallest value."""
    unit: str = "×"

    def __str__(self) -> str:
        holds = self.measured >= self.must if self.at_least else self.measured <= self.must
        sign = "≥" if self.at_least else "≤"
        verdict = "holds" if holds else "doesn't hold"
        wall = f"{self.wall:.2f} {self.unit}" if self.wall is not None else ""
        return f"| {self.what} | {self.measured:.2f} {self.unit} | {wall} | {sign} {self.must:g} | {verdict} |"


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
        print("| what | CPU | by the clock | must | |\n|---|---|---|---|---|")
        for line in chain(
            _start(folder, asked.repeats),
            _keys(folder),
            _phones(folder),
            _batch(folder, asked.rows, asked.repeats),
        ):
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
            "report": (*_SAMSKAB, "report", "twelve.csv"),
            "assess": (*_SAMSKAB, "assess", *_NAMED),
            "votes": (*_SAMSKAB, "assess", *_NAMED, *_HERE_NOW),
            "phones": (*_SAMSKAB, "assess", *_NAMED, *_HERE_NOW, "--phones", "--address", "127.0.0.1"),
        },
        folder,
        max(repeats, 5),
        warm=True,
    )
    yield _times("`samskab --help` / bare Typer hello `--help`", took["help"], took["hello --help"], 1.0)
    yield _times("`samskab score twelve.csv` / `import polars`", took["score"], took["polars"], 2.2)
    yield _times("`samskab report` of twelve / `import polars`", took["report"], took["polars"], 2.4)
    yield _times("`samskab assess` to the first question / bare Typer hello", took["assess"], took["hello"], 1.5)
    more, by_the_clock = took["phones"].cpu - took["votes"].cpu, took["phones"].seconds - took["votes"].seconds
    yield Line("the same with `--phones`, more than without", more * 1000, 300, by_the_clock * 1000, unit="ms")


def _keys(folder: Path) -> Iterator[Line]:
    disk, screen = key_to_screen(folder)
    yield Line("key → on disk, median", disk, 5, unit="ms")
    yield Line("key → on disk → on screen, median", screen, 5, unit="ms")


def _phones(folder: Path) -> Iterator[Line]:
    took = sixty_phones(folder)
    yield Line("60 phones in 3 s: press → noted, 95th percentile", took.answer, 300, unit="ms")
    yield Line("60 phones at the same instant: all noted", took.together, 1000, unit="ms")
    yield Line("press → on the projector's page, 95th percentile", took.wall, 500, unit="ms")
    yield Line("Ctrl-C with 60 streams open → the end", took.stop, 2000, unit="ms")
    yield Line("memory with 60 phones", took.memory, 80, unit="MB")
    yield Line("a question's page", took.page, 20, unit="kB")


def _batch(folder: Path, rows: int, repeats: int) -> Iterator[Line]:
    data.write(folder / "many.csv", rows, spoilt=_SPOILT)
    data.write(folder / "labels.csv", rows, data.Spelling.LABELS)
    data.write(folder / "shouted.csv", rows, data.Spelling.SHOUTED)
    data.write(folder / "some.csv", _SMALL)
    data.write(folder / "clean.csv", rows)
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
    rows_only = (*_SAMSKAB, "score", "-q", "--force")
    once = paired(
        {
            "small score": (*rows_only, "some.csv", "-o", "rows.csv"),
            "small pydantic": _script("with_pydantic", "some.csv"),
            "scan": _script("scan", "many.csv"),
            "groups": (*_SAMSKAB, "score", "-q", "--force", "many.csv", "--by", "role,sted", "-o", "groups.csv"),
        },
        folder,
        min(repeats, 3),
    )
    large = paired(
        {"score": (*rows_only, "clean.csv", "-o", "rows.csv"), "pydantic": _script("with_pydantic", "clean.csv")},
        folder,
        1,
    )
    study = paired({"report": _json("report", "clean.csv"), "study": _study("clean.csv")}, folder, min(repeats, 3))
    same = _bytes(folder)
    yield _times(f"rows, groups and bad cells / floor, {rows:,} rows", took["numbers"], took["floor"], 1.9)
    yield _times("the same from labels", took["labels"], took["floor of labels"], 2.4)
    yield _times("the same from labels in capitals", took["shouted"], took["floor of labels"], 2.4)
    yield _times("groups only / the scan alone", once["groups"], once["scan"], 1.3)
    yield _times("pandas / samskab", took["pandas"], took["numbers"], 8, at_least=True)
    what = "csv and pydantic / samskab, rows only"
    yield _times(f"{what}, {rows:,} rows", large["pydantic"], large["score"], 25, at_least=True)
    yield _times(f"{what}, {_SMALL:,} rows", once["small pydantic"], once["small score"], 10, at_least=True)
    beyond = study["study"].cpu - study["report"].cpu
    yield Line(f"study by places, beyond a report of the same file, {rows:,} rows", beyond, 5, unit="s")
    many = 6 * rows
    data.write(folder / "many.csv", many, spoilt=_SPOILT)
    most = paired({"floor": _script("floor", "many.csv"), "numbers": _score("many.csv")}, folder, min(repeats, 3))
    yield _times(f"rows, groups and bad cells / floor, {many:,} rows", most["numbers"], most["floor"], 1.7)
    peak = paired({"study": _study("many.csv")}, folder, 1)["study"].peak / most["numbers"].peak
    yield Line("peak memory of a study by places / of rows and groups, six times the rows", peak, 1.1)
    yield Line("peak memory, six times the rows / once", most["numbers"].peak / took["numbers"].peak, 1.8)
    yield Line("peak memory / floor's, six times the rows", most["numbers"].peak / most["floor"].peak, 1.4)
    yield from same
    for name, one in [
        *took.items(),
        *once.items(),
        *large.items(),
        *study.items(),
        *((f"{name}, six times", one) for name, one in most.items()),
    ]:
        print(f"- {name}: {one.cpu:.2f} s of CPU, {one.seconds:.2f} s, {one.peak / 2**20:.0f} MB")


def _bytes(folder: Path) -> list[Line]:
    """The floor is a fair one if it writes as much of the same file."""
    for command in (_score("many.csv"), _script("floor", "many.csv")):
        subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    written, floor = ((folder / name).stat().st_size for name in ("rows.csv", "floor.csv"))
    return [Line("bytes written / the floor's, away from 1", abs(written / floor - 1), 0.03, unit="")]


def _score(source: str) -> tuple[str, ...]:
    named = ("--by", "role,sted", "--groups", "groups.csv", "--rejected", "rejected.csv")
    return (*_SAMSKAB, "score", "-q", "--force", source, "-o", "rows.csv", *named)


def _study(source: str) -> tuple[str, ...]:
    return (*_json("study", source), "--by", "sted")


def _json(command: str, source: str) -> tuple[str, ...]:
    return (*_SAMSKAB, command, "-q", source, "--format", "json")


def _script(name: str, source: str) -> tuple[str, ...]:
    return (_PYTHON, str(_HERE / f"{name}.py"), source, f"{name}.csv")


def _times(what: str, one: Run, other: Run, must: float, *, at_least: bool = False) -> Line:
    """How many times the CPU, and the time by the clock, of another run."""
    return Line(what, one.cpu / other.cpu, must, one.seconds / other.seconds, at_least=at_least)


if __name__ == "__main__":
    main()
