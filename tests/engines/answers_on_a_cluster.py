"""Twenty thousand fictional people, what the command line says of them, and what a cluster says."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import polars as pl

from samskab_cli.cli.app import main
from samskab_cli.cli.score_tables import Table, write_groups

HAVNEBY = Path(__file__).parents[2] / "examples" / "havneby.csv"
GROUPS = ["kommune", "rolle"]
FILES = ("report.json", "groups.csv", "rows.csv", "rejected.csv")


def write_table(folder: Path, people: int) -> None:
    """`answers.parquet` and `answers.csv`: places, gaps, labels beside numbers, cells that nobody can read."""
    rng = random.Random(2026)
    sample = pl.read_csv(HAVNEBY, infer_schema=False).rows()
    columns = pl.read_csv(HAVNEBY, n_rows=0).columns
    values = [["1", "2", "3", "4", "5", "Ved ikke", "i høj grad", None, None][min(k, 8)] for k in range(9)]
    rows = []
    for number in range(people):
        person = list(rng.choice(sample))
        person[0] = f"p{number:06}"
        for at in rng.sample(range(2, len(columns)), 3):
            person[at] = rng.choice(values)
        if number % 400 == 7:
            person[rng.randrange(2, len(columns))] = f"gætter {number}"
        if number % 300 == 11:
            person[2:] = [None] * (len(columns) - 2)
        rows.append([*person, rng.choice(["Nordby", "Sydby", "Østerby", "Lilleø", None])])
    table = pl.DataFrame(rows, schema=dict.fromkeys([*columns, "kommune"], pl.String), orient="row")
    table.write_parquet(folder / "answers.parquet")
    table.write_csv(folder / "answers.csv")


def by_command_line(folder: Path, answers: Path) -> dict[str, bytes]:
    """What `samskab` writes of these answers."""
    here, name = folder / f"by_hand_{answers.suffix[1:]}", str(answers)
    here.mkdir()
    of = {file: str(here / file) for file in FILES}
    assert main(["report", name, "--rejected", of["rejected.csv"], "-o", of["report.json"], "-q"]) == 0
    assert main(["score", name, "--by", ",".join(GROUPS), "--ranges", "-o", of["groups.csv"], "-q"]) == 0
    assert main(["score", name, "--ranges", "-o", of["rows.csv"], "-q"]) == 0
    found = {file: Path(path).read_bytes() for file, path in of.items()}
    found["rows.csv"] = b"\n".join(sorted(found["rows.csv"].splitlines()))
    found["rejected.csv"] = _cells(pl.read_csv(here / "rejected.csv"))
    return found


def by_cluster(folder: Path, answers: Any) -> dict[str, bytes]:
    """The same of answers that lie on a cluster (`samskab_cli.spark.Answers`), in the order of their ids."""
    groups = answers.group_table(GROUPS, ranges=True)
    write_groups(folder / "groups.csv", Table.CSV, groups.headings, groups.rows)
    rows = pl.DataFrame(answers.rows(ranges=True).toArrow()).drop("kommune")
    rows = rows.with_columns(pl.col(pl.Int32).cast(pl.UInt32))
    return {
        "report.json": answers.report().to_json().encode("utf-8"),
        "groups.csv": (folder / "groups.csv").read_bytes(),
        "rows.csv": b"\n".join(sorted(rows.write_csv().encode("utf-8").splitlines())),
        "rejected.csv": _cells(pl.DataFrame(answers.rejected().toArrow())),
    }


def _cells(rejected: pl.DataFrame) -> bytes:
    """Rejected cells without what only a file has: its name, lines and records."""
    cells = ["heading", "item", "text"]
    return rejected.select(cells).sort(cells).write_csv().encode("utf-8")
