"""PySpark itself: select, map over Arrow batches, sums by key, collect; only what Spark Connect has too."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import pyarrow as pa
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame as DataFrame  # noqa: PLC0414  # where it is known from
from pyspark.sql import functions as F  # noqa: N812  # as every page on Spark calls it
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import AtomicType

from samskab_cli import __version__
from samskab_cli.errors import AnswersRefused
from samskab_cli.spark.decoder import Repetitions, named

_SAID: Final = re.compile(r"<samskab>(.*?)</samskab>", re.DOTALL)
_LACKS: Final = re.compile(r"No module named '(pyarrow|pandas)'")  # PySpark itself needs them there
_SUM: Final = "decimal(38,0)"
"""Sums of counts are added up in this, which can't overflow."""
Task = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def headings(table: DataFrame) -> list[str]:
    """The names of the columns."""
    return list(table.columns)


def first_rows(table: DataFrame, count: int) -> list[list[str]]:
    """Some rows as text, to see what the columns are; columns of columns are empty."""
    positions = range(len(table.columns))
    kinds = [field.dataType for field in table.schema.fields]
    texts = [
        F.col(named(at)).cast("string") if isinstance(kinds[at], AtomicType) else F.lit("").alias(named(at))
        for at in positions
    ]
    found = collect(table.toDF(*map(named, positions)).select(*texts).limit(count))
    return [[cell or "" for cell in row.values()] for row in found.to_pylist()]


def select(table: DataFrame, positions: Sequence[int]) -> DataFrame:
    """Only these columns leave the engine, under the names that tasks know. Raises AnswersRefused for nested ones."""
    kinds = [field.dataType for field in table.schema.fields]
    for at in positions:
        if not isinstance(kinds[at], AtomicType):
            raise AnswersRefused(f"column {table.columns[at]!r} holds more than numbers and texts")
    return table.toDF(*map(named, range(len(table.columns)))).select(*map(named, positions))


def map_parts(table: DataFrame, task: Task, schema: pa.Schema) -> DataFrame:
    """What a task makes of the table's rows, part by part; lazy. task: a function of a module of ours, or partial."""
    return table.mapInArrow(_shipment(pickle.dumps(task), __version__), from_arrow_schema(schema))


def sum_by(table: DataFrame, keys: Sequence[str], number: str) -> DataFrame:
    """The rows with equal keys as one, their numbers added up."""
    return table.groupBy(*map(_quoted, keys)).agg(F.sum(number).alias(number))


def sum_lists(table: DataFrame, keys: Sequence[str], numbers: str, length: int) -> DataFrame:
    """The rows with equal keys as one, their lists added up place by place."""
    sums = [F.sum(F.col(numbers)[at].cast(_SUM)).alias(f"n{at}") for at in range(length)]
    together = F.array(*(F.col(f"n{at}").cast("bigint") for at in range(length))).alias(numbers)
    return table.groupBy(*map(_quoted, keys)).agg(*sums).select(*map(_quoted, keys), together)


def at_most(table: DataFrame, count: int) -> DataFrame:
    """Some of the rows, so that the driver never gets more."""
    return table.limit(count)


def repetitions(table: DataFrame, positions: Sequence[int]) -> Repetitions:
    """What stands more than once in these columns together; rows with nothing in the first aside."""
    renamed = table.toDF(*map(named, range(len(table.columns))))
    parts = [F.trim(F.col(named(at)).cast("string")) for at in positions]
    keys = renamed.select(parts[0].alias("first"), F.concat_ws("\x1f", *parts).alias("key")).where("first != ''")
    counts = keys.groupBy("key").agg(F.count("*").alias("n"))
    again = F.col("n") > 1
    found = counts.agg(
        F.count("*").alias("keys"),
        F.sum("n").alias("rows"),
        F.count_if(again).alias("again"),
        F.sum(F.when(again, F.col("n"))).alias("in_rows"),
        F.min(F.when(again, F.col("key"))).alias("one"),
    )
    return Repetitions(*collect(found).to_pylist()[0].values())


def collect(table: DataFrame) -> pa.Table:
    """All rows, at the driver. Raises AnswersRefused with what a task said, in its words."""
    try:
        return table.toArrow()
    except PySparkException as error:
        refusal, lacks = _SAID.search(str(error)), _LACKS.search(str(error))
        if refusal:
            raise AnswersRefused(refusal[1]) from None
        if lacks:
            raise AnswersRefused(f"a worker has no {lacks[1]}: install it on all of them") from None
        raise


def _shipment(job: bytes, version: str) -> Task:
    """What is sent to the workers: by value, for a module of ours needn't be there."""

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import os
        import pickle

        def refused(what: str) -> RuntimeError:
            return RuntimeError(f"<samskab>{what}</samskab>")

        try:
            from pyspark import TaskContext

            context = TaskContext.get()
        except ImportError:
            context = None
        os.environ.setdefault("POLARS_MAX_THREADS", str(context.cpus() if context else 1))
        try:
            import samskab_cli
        except ImportError:
            raise refused(f"a worker has no samskab: install samskab=={version} on all of them") from None
        if samskab_cli.__version__ != version:
            other = samskab_cli.__version__
            raise refused(f"a worker has samskab {other}, the driver {version}: install the same one")
        from samskab_cli.errors import SamskabError

        try:
            yield from pickle.loads(job)(batches)  # noqa: S301  # the driver's own
        except SamskabError as error:
            raise refused(str(error)) from None

    return run


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
