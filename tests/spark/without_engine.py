"""What `spark/frames.py` asks of an engine, in Polars: parts of rows, small batches, and tasks sent as bytes."""

from __future__ import annotations

import pickle
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

import polars as pl
import polars.selectors as cs
import pyarrow as pa
import pytest

from samskab_cli.spark.decoder import Repetitions, named

Task = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


@dataclass
class Parts:
    """A table in parts, each in batches; a name may stand twice."""

    columns: list[str]
    parts: list[pl.DataFrame]
    batch: int = 7
    """Rows."""

    @property
    def whole(self) -> pl.DataFrame:
        """All rows."""
        return pl.concat(self.parts)


DataFrame = Parts


@dataclass
class Torn:
    """How a table is torn: into how many parts, of which batches, in which order."""

    parts: int = 3
    batch: int = 7
    seed: int = 0

    def table(self, frame: pl.DataFrame) -> Parts:
        """The rows, shuffled and torn."""
        rng = random.Random(self.seed)
        rows = list(range(frame.height))
        rng.shuffle(rows)
        cuts = sorted(rng.randint(0, len(rows)) for _ in range(self.parts - 1))
        ends = zip([0, *cuts], [*cuts, len(rows)], strict=True)
        plain = frame.rename({name: named(at) for at, name in enumerate(frame.columns)})
        return Parts(frame.columns, [plain[rows[begin:end]] for begin, end in ends], self.batch)


def headings(table: Parts) -> list[str]:
    return table.columns


def first_rows(table: Parts, count: int) -> list[list[str]]:
    return [list(row) for row in table.whole.head(count).select(pl.all().cast(pl.String).fill_null("")).rows()]


def select(table: Parts, positions: Sequence[int]) -> Parts:
    names = [named(at) for at in positions]
    return Parts(names, [part.select(names) for part in table.parts], table.batch)


def map_parts(
    table: Parts, task: Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]], schema: pa.Schema
) -> Parts:
    sent = pickle.dumps(task)
    made = []
    for part in table.parts:
        batches = part.to_arrow(compat_level=pl.CompatLevel.oldest()).to_batches(max_chunksize=table.batch)
        given = list(pickle.loads(sent)(iter(batches)))  # noqa: S301  # our own
        assert all(batch.schema.equals(schema) for batch in given)
        made.append(pl.DataFrame(pa.Table.from_batches(given, schema=schema)))
    return Parts(list(schema.names), made, table.batch)


def sum_by(table: Parts, keys: Sequence[str], number: str) -> Parts:
    return Parts([*keys, number], [table.whole.group_by(keys).agg(pl.col(number).sum())], table.batch)


def sum_lists(table: Parts, keys: Sequence[str], numbers: str, length: int) -> Parts:
    places = [pl.col(numbers).list.get(at).sum().alias(f"n{at}") for at in range(length)]
    together = pl.concat_list(cs.matches(r"^n\d+$")).alias(numbers)
    return Parts([*keys, numbers], [table.whole.group_by(keys).agg(places).select(*keys, together)], table.batch)


def repetitions(table: Parts, positions: Sequence[int]) -> Repetitions:
    columns = table.whole.select(pl.col(named(at)).cast(pl.String).str.strip_chars(" ") for at in positions)
    counts = columns.filter(columns.to_series(0) != "").group_by(pl.all()).agg(pl.len().alias("n"))
    again = counts.filter(pl.col("n") > 1)
    one = again.to_series(0).min()
    rows, in_rows = int(counts["n"].sum()), int(again["n"].sum())
    return Repetitions(counts.height, rows, again.height, in_rows, one if isinstance(one, str) else None)


def collect(table: Parts) -> pa.Table:
    return table.whole.to_arrow(compat_level=pl.CompatLevel.oldest())


def at_most(table: Parts, count: int) -> Parts:
    return Parts(table.columns, [table.whole.head(count)], table.batch)


def stand_in(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The driver's module over this engine instead of Spark."""
    import importlib

    monkeypatch.setitem(sys.modules, "samskab_cli.spark.frames", sys.modules[__name__])
    monkeypatch.delitem(sys.modules, "samskab_cli.spark.answers", raising=False)
    return importlib.import_module("samskab_cli.spark.answers")
