"""One run of `benchmarks.cluster`: `on_engine.py process|spark|sail FILE FOLDER` writes rows, groups and report."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def main(engine: str, file: str, folder: Path) -> None:
    """Write what this engine makes of the file."""
    if engine == "process":
        import samskab_cli.api as samskab

        given = samskab.read(file, "readiness", groups=["sted"])
        given.scan_rows().sink_parquet(folder / "rows.parquet")
        (folder / "report.json").write_text(given.report().to_json(), encoding="utf-8")
        given.groups(["role", "sted"]).write_csv(folder / "groups.csv")
        return
    from samskab_cli import spark

    with _spark() if engine == "spark" else _sail() as session:
        stored = session.read.parquet(file) if file.endswith(".parquet") else session.read.csv(file, header=True)
        answers = spark.read(stored, "readiness", groups=["sted"], duplicates="trust")
        answers.rows().write.mode("overwrite").parquet(str(folder / f"rows_{engine}"))
        (folder / "report.json").write_text(answers.report().to_json(), encoding="utf-8")
        answers.groups(["role", "sted"]).write_csv(folder / "groups.csv")


@contextmanager
def _spark() -> Iterator[Any]:
    """Two cores of this machine."""
    from pyspark.sql import SparkSession

    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "2g").getOrCreate()
    yield session
    session.stop()


@contextmanager
def _sail() -> Iterator[Any]:
    """A server of its own."""
    from pyspark.sql import SparkSession

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    program = str(Path(sys.executable).with_name("sail"))
    with subprocess.Popen([program, "spark", "server", "--port", port], stderr=subprocess.DEVNULL) as server:
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", int(port)), timeout=1):
                break
            time.sleep(0.1)
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        yield session
        session.stop()
        server.terminate()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
