"""A real cluster of Spark: a master and two workers on 127.0.0.1. `pytest -m spark`, in an environment with PySpark."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import samskab_cli.api as samskab
from tests.engines.answers_on_a_cluster import FILES, by_cluster, by_command_line, write_table
from tests.engines.processes import Server, server

pytestmark = pytest.mark.spark

PEOPLE = 20_000
PARTS = 16
_HERE = {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}


class Cluster:
    """A master, its workers, and sessions on them."""

    def __init__(self, url: str, workers: list[Server]) -> None:
        self.url, self.workers = url, workers

    @contextlib.contextmanager
    def session(self, **environment: str) -> Iterator[Any]:
        """A session whose executors have this environment."""
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master(self.url).appName("samskab")
        options = {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.memory": "1g",
            "spark.executor.memory": "512m",
            "spark.sql.shuffle.partitions": "4",
            **{f"spark.executorEnv.{name}": value for name, value in environment.items()},
        }
        for name, value in options.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        try:
            yield session
        finally:
            session.stop()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    import pyspark

    home = tmp_path_factory.mktemp("cluster")
    spark = str(Path(pyspark.__file__).parent / "bin" / "spark-class")
    env = {**_HERE, "SPARK_HOME": str(Path(pyspark.__file__).parent)}
    local = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
    with contextlib.ExitStack() as running, pytest.MonkeyPatch.context() as patched:
        for name, value in env.items():
            patched.setenv(name, value)
        lead = [spark, "org.apache.spark.deploy.master.Master", *local]
        master = running.enter_context(server(lead, home / "master.log", "I have been elected", env))
        url = master.said(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")[1]
        start = [spark, "org.apache.spark.deploy.worker.Worker", *local, "--cores", "1", "--memory", "1g"]
        workers = [
            running.enter_context(
                server([*start, "-d", str(home / name), url], home / f"{name}.log", "Successfully registered", env)
            )
            for name in ("one", "two")
        ]
        yield Cluster(url, workers)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("answers")
    write_table(here, PEOPLE)
    return here


@pytest.fixture(scope="module")
def by_hand(folder: Path) -> dict[str, bytes]:
    return by_command_line(folder, folder / "answers.parquet")


def test_a_cluster_writes_what_the_command_line_writes(
    cluster: Cluster, folder: Path, by_hand: dict[str, bytes], tmp_path: Path
) -> None:
    from samskab_cli import spark

    with cluster.session() as session:
        stored = session.read.parquet(str(folder / "answers.parquet")).repartition(PARTS)
        answers = spark.read(stored, "readiness", groups=["kommune"])
        made = by_cluster(tmp_path, answers)

    for file in FILES:
        assert made[file] == by_hand[file], file


def test_tables_that_the_engine_adds_up_are_the_same(
    cluster: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samskab_cli import spark

    with cluster.session() as session:
        stored = session.read.option("header", value=True).csv(str(folder / "answers.csv"))
        answers = spark.read(stored.repartition(5), "readiness", groups=["kommune"])
        monkeypatch.setattr("samskab_cli.spark.answers.MOST_LISTS", 0)
        groups = answers.groups(["kommune", "role"], ranges=True)

    of_file = samskab.read(folder / "answers.csv", "readiness", groups=["kommune"])
    assert groups.equals(of_file.groups(["kommune", "role"], ranges=True))


@pytest.mark.parametrize(
    ("module", "sentence"),
    [
        ('__version__ = "0.0.9"\n', r"a worker has samskab 0\.0\.9, the driver \S+: install the same one"),
        ("raise ModuleNotFoundError(__name__)\n", r"a worker has no samskab: install samskab==\S+ on all of them"),
    ],
)
def test_a_worker_with_another_samskab_or_none_is_told_in_a_sentence(
    cluster: Cluster, folder: Path, tmp_path: Path, module: str, sentence: str
) -> None:
    from samskab_cli import spark

    (tmp_path / "samskab_cli").mkdir()
    (tmp_path / "samskab_cli" / "__init__.py").write_text(module, encoding="utf-8")
    refused = pytest.raises(samskab.AnswersRefused, match=rf"^{sentence}$")
    with cluster.session(PYTHONPATH=str(tmp_path)) as session, refused as refusal:
        spark.read(session.read.parquet(str(folder / "answers.parquet")), "readiness")

    assert refusal.value.__cause__ is None


def test_a_worker_that_dies_in_the_middle_changes_nothing(
    cluster: Cluster, folder: Path, by_hand: dict[str, bytes], tmp_path: Path
) -> None:
    """The last test of this file: of the two workers one is gone afterwards."""
    from samskab_cli import spark

    with cluster.session() as session:
        stored = session.read.parquet(str(folder / "answers.parquet")).repartition(PARTS)
        answers = spark.read(stored, "readiness", groups=["kommune"])
        killer = threading.Thread(target=_kill_in_the_middle, args=(session, cluster.workers[1]))
        killer.start()
        made = by_cluster(tmp_path, answers)
        killer.join()
        lost = cluster.workers[1].process.poll()

    assert lost == -9
    for file in FILES:
        assert made[file] == by_hand[file], file


def _kill_in_the_middle(session: Any, worker: Server) -> None:
    """Kill a worker and its executor when some tasks of a stage of many are done, and others not yet."""
    tracker, pause = session.sparkContext.statusTracker(), threading.Event()
    while True:
        for number in tracker.getActiveStageIds():
            stage = tracker.getStageInfo(number)
            if stage and stage.numTasks == PARTS and 0 < stage.numCompletedTasks < PARTS // 2:
                worker.kill()
                return
        pause.wait(0.01)


def test_the_environment_is_this_one() -> None:
    import pyspark

    assert os.path.commonpath([pyspark.__file__, sys.prefix]) == sys.prefix
