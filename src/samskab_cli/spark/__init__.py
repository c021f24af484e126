"""On Spark: the answers stay where they are, our own engine runs on the workers, figures come back.

    from samskab_cli import spark

    answers = spark.read(table, "readiness", map="map.yaml", groups=["kommune"])
    answers.rows(ranges=True).write.saveAsTable("lake.scores")
    answers.groups(["kommune"], min_group=5)
    answers.report(min_group=5)

`table` is a DataFrame of PySpark 4 or of Spark Connect. The same version of samskab, with pyarrow, is needed on the
workers. docs/cluster.md says how it works and what it doesn't do.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samskab_cli.spark.answers import Answers, read

__all__ = ["Answers", "read"]


def __getattr__(name: str) -> object:
    """What a driver calls; workers, which import this too, wait for none of it."""
    if name in __all__:
        return getattr(import_module("samskab_cli.spark.answers"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
