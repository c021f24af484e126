"""Twenty thousand fictional people, what the command line says of them, and what a cluster says."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import polars as pl

from samskab_cli.cli.app import main
from samskab_cli.cli.score_tables import Table, write_groups
from samskab_cli.loading.sets.load import load_question_set

GROUPS = ["kommune", "rolle"]
FILES = ("report.json", "groups.csv", "rows.csv", "rejected.csv")


def write_table(folder: Path, people: int) -> None:
    """`answers.parquet` and `answers.csv`: places, gaps, labels beside numbers, cells that nobody can read.

    Somebody who thinks well of one thing thinks well of the others, too: no item runs against the rest.
    """
    rng = random.Random(2026)
    question_set = load_question_set("readiness")
    roles = [role.id for role in question_set.roles]
    rows = []
    for number in range(people):
        mood = rng.randint(1, 5)
        person: list[str | None] = [f"p{number:06}", rng.choice(roles)]
        for item in question_set.items:
            value = min(5, max(1, mood + rng.choice([-1, 0, 0, 1])))
            person.append(str(6 - value if item.reverse else value))
        for at in rng.sample(range(2, len(person)), 2):
            person[at] = rng.choice(["Ved ikke", "i nogen grad", None, None])
        if number % 400 == 7:
            person[rng.randrange(2, len(person))] = f"gætter {number}"
        if number % 300 == 11:
            person[2:] = [None] * (len(person) - 2)
        rows.append([*person, rng.choice(["Nordby", "Sydby", "Østerby", "Lilleø", None])])
    names = ["respondent", "rolle", *(item.id for item in question_set.items), "kommune"]
    table = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
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
