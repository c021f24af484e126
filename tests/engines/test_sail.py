"""Spark Connect without Java: Sail, a server of its own on 127.0.0.1. `pytest -m sail`, in an environment with pysail.

`pyspark` and `pyspark-client` share a folder, so this environment isn't the one of `test_spark.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import samskab_cli.api as samskab
from tests.engines.answers_on_a_cluster import FILES, by_cluster, by_command_line, write_table
from tests.engines.processes import beside, free_port, server

pytestmark = pytest.mark.sail

PEOPLE = 200_000


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    port = str(free_port())
    command = [beside("sail"), "spark", "server", "--ip", "127.0.0.1", "--port", port]
    with server(command, tmp_path_factory.mktemp("sail") / "log", port):
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("answers")
    write_table(here, PEOPLE)
    return here


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_sail_writes_what_the_command_line_writes(session: Any, folder: Path, tmp_path: Path, suffix: str) -> None:
    from samskab_cli import spark

    path = folder / f"answers.{suffix}"
    stored = session.read.parquet(str(path)) if suffix == "parquet" else session.read.csv(str(path), header=True)

    made = by_cluster(tmp_path, spark.read(stored, "readiness", groups=["kommune"]))

    by_hand = by_command_line(tmp_path, path)
    for file in FILES:
        assert made[file] == by_hand[file], file


def test_a_mapping_file_holds_on_a_cluster_too(session: Any, tmp_path: Path) -> None:
    from samskab_cli import spark

    path = Path(__file__).parents[2] / "examples" / "havneby.csv"
    odd = pl.read_csv(path, infer_schema=False).rename({"aktie": "spm 1", "rolle": "hvem"})
    odd = odd.with_columns(pl.col("spm 1").replace({"5": "top"}))
    odd.write_parquet(tmp_path / "odd.parquet")
    (tmp_path / "map.yaml").write_text(
        'items: {aktie: "spm 1"}\nrole: {column: hvem}\ncodes: {values: {top: 5}}\n', encoding="utf-8"
    )

    answers = spark.read(session.read.parquet(str(tmp_path / "odd.parquet")), map=tmp_path / "map.yaml")

    of_file = samskab.read(tmp_path / "odd.parquet", map=tmp_path / "map.yaml")
    assert answers.report(1).to_json() == of_file.report(1).to_json()


def test_refusals_are_those_of_the_file(session: Any, tmp_path: Path) -> None:
    from samskab_cli import spark

    people = pl.read_csv(Path(__file__).parents[2] / "examples" / "havneby.csv", infer_schema=False)
    twice = pl.concat([people.drop("flere"), people.drop("flere").head(1)])
    twice.write_parquet(tmp_path / "twice.parquet")

    with pytest.raises(samskab.AnswersRefused) as refusal:
        spark.read(session.read.parquet(str(tmp_path / "twice.parquet")))

    assert [str(problem) for problem in refusal.value.problems] == [
        "table: no column for flere",
        "table: --allow-missing scores what there is; the result is provisional then",
        "table: respondents that stand again: 1, in 2 rows, as 'R01'; keep one row of each, or say duplicates='trust'",
    ]
