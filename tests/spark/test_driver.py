"""What a cluster refuses, and what it says of rows that have no order; without an engine."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

import samskab_cli.api as samskab
from samskab_cli.spark import workers
from tests.spark.without_engine import Parts, Torn, stand_in

HAVNEBY = Path(__file__).parents[2] / "examples" / "havneby.csv"
TORN = Torn(parts=3, batch=4)


@pytest.fixture(scope="module")
def driver() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patched:
        yield stand_in(patched)


@pytest.fixture
def people() -> pl.DataFrame:
    return pl.read_csv(HAVNEBY, infer_schema=False)


def refusal(driver: ModuleType, table: Parts, **options: Any) -> list[str]:
    with pytest.raises(samskab.AnswersRefused) as refused:
        driver.read(table, **options)
    return [str(problem) for problem in refused.value.problems]


def test_every_problem_is_told_at_once(driver: ModuleType, people: pl.DataFrame) -> None:
    two = pl.int_range(pl.len()) < 2
    nines = people.with_columns(aktie=pl.when(two).then(pl.lit("9")).otherwise("aktie"))
    doubled = pl.concat([nines, people.tail(1)])

    missing, _, undeclared, again = refusal(driver, TORN.table(doubled.drop("flere")))

    assert missing == "table: no column for flere"
    assert undeclared.startswith("table: 9 stands 2 times in 1 column, first in column 3 'aktie': a code nobody")
    assert again.startswith("table: respondents that stand again: 1, in 2 rows, as 'R13'")


def test_an_id_that_stands_twice_is_refused_or_trusted(driver: ModuleType, people: pl.DataFrame) -> None:
    twice = TORN.table(pl.concat([people, people.head(2)]))

    told = refusal(driver, twice)
    assert told == [
        "table: respondents that stand again: 2, in 4 rows, as 'R01'; keep one row of each, or say duplicates='trust'"
    ]
    assert driver.read(twice, duplicates="trust").report(1).figures.answers.respondents == 15
    with pytest.raises(samskab.Misused, match="'refuse' or 'trust'"):
        driver.read(twice, duplicates="keep")


def test_ids_that_name_somebody_stand_neither_in_rows_nor_in_messages(driver: ModuleType, people: pl.DataFrame) -> None:
    mails = people.with_columns(respondent=pl.format("{}@eksempel.dk", "respondent"))

    rows = driver.read(TORN.table(mails)).rows().whole
    assert rows["respondent"].null_count() == 13
    (told,) = refusal(driver, TORN.table(pl.concat([mails, mails.head(1)])))
    assert "@" not in told


def test_the_same_row_exported_twice_is_refused(driver: ModuleType, people: pl.DataFrame) -> None:
    kobo = people.rename({"respondent": "_uuid"})

    told = refusal(driver, TORN.table(pl.concat([kobo, kobo.head(1)])))

    assert told == [
        "table: rows of the export that stand again: 1, in 2 rows; keep one row of each, or say duplicates='trust'"
    ]


def test_a_summary_among_the_rows_is_refused(driver: ModuleType, people: pl.DataFrame) -> None:
    median = people.head(1).with_columns(respondent=pl.lit("Median"), rolle=pl.lit(None))

    assert refusal(driver, TORN.table(pl.concat([people, median]))) == [
        "table: rows called Median, Total, n or the like: 1; filter them out"
    ]


def test_more_spellings_than_any_scale_has_are_refused_by_the_column(
    driver: ModuleType, people: pl.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "MOST_SPELLINGS", 12)
    everybody = people.with_columns(cpr=pl.int_range(pl.len()).cast(pl.String))

    told = refusal(driver, Torn(1).table(everybody), groups=["cpr"])
    assert told == ["table: more than 12 different cells in column 'cpr': no answers, and no groups"]
    assert refusal(driver, Torn(4).table(everybody), groups=["cpr"]) == told  # no task has so many


def test_a_table_that_changes_between_the_passes_is_refused(driver: ModuleType, people: pl.DataFrame) -> None:
    table = TORN.table(people)
    answers = driver.read(table)

    for part in answers._table.parts:
        part.replace_column(part.get_column_index("c2"), pl.Series("c2", ["6"] * part.height, dtype=pl.String))

    with pytest.raises(samskab.AnswersRefused, match="the table changed while it was read"):
        answers.report()
    with pytest.raises(samskab.AnswersRefused, match="the table changed while it was read"):
        answers.rows()


def test_rows_of_headings_among_the_rows_are_refused(driver: ModuleType) -> None:
    (export,) = (Path(__file__).parents[1] / "exports" / "qualtrics").glob("*.csv")
    frame = pl.read_csv(export, infer_schema=False)
    in_order = Parts(frame.columns, [frame.rename({name: f"c{at}" for at, name in enumerate(frame.columns)})])

    assert refusal(driver, in_order) == ["table: more rows of headings stand among its rows; filter them out first"]


@pytest.mark.parametrize("system", ["formr", "googleforms", "kobo", "limesurvey", "nextcloud", "odk", "redcap"])
@pytest.mark.parametrize("complete_only", [False, True])
def test_an_export_in_a_lake_gives_what_its_file_gives(driver: ModuleType, system: str, complete_only: bool) -> None:
    """Rows that the system calls nobody's or unfinished are known by their cells, wherever they lie."""
    export = max((Path(__file__).parents[1] / "exports" / system).glob("*.csv"))
    frame = pl.read_csv(export, infer_schema=False, separator=";" if system == "kobo" else ",")
    of_frame = samskab.read(frame, "readiness@1.1.0", complete_only=complete_only)

    spread = driver.read(TORN.table(frame), "readiness@1.1.0", complete_only=complete_only)

    assert spread.report(1).to_json() == of_frame.report(1).to_json()


def test_strict_stops_at_each_spelling_that_cannot_be_read(driver: ModuleType, people: pl.DataFrame) -> None:
    third = pl.int_range(pl.len()) == 2
    odd = people.with_columns(aktie=pl.when(third).then(pl.lit("tja")).otherwise("aktie"))

    assert refusal(driver, TORN.table(odd), strict=True) == ["table: 'tja' in column 'aktie' can't be read (1)"]


def test_numbers_give_what_texts_give(driver: ModuleType, people: pl.DataFrame) -> None:
    whole = [name for name in people.columns if people[name].cast(pl.Int64, strict=False).null_count() == 0]
    for kind in (pl.Int64, pl.Int8, pl.Float64, pl.Decimal(10, 0)):
        numbers = people.with_columns(pl.col(whole).cast(kind))
        report = driver.read(TORN.table(numbers)).report(1)
        assert report.to_json() == samskab.read(people).report(1).to_json()


def test_what_is_sent_to_a_task_is_small(driver: ModuleType, people: pl.DataFrame) -> None:
    answers = driver.read(TORN.table(people))

    assert len(pickle.dumps(answers._decoder)) < 500_000


def test_a_table_without_answers_is_refused_with_its_number_of_rows(driver: ModuleType, people: pl.DataFrame) -> None:
    nothing = people.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in people.columns[2:])

    assert refusal(driver, TORN.table(nothing)) == ["table: nobody answered anything: 13 rows, all of them blank"]
    assert refusal(driver, Torn(1).table(people.clear())) == ["table: a header and no row under it"]


def test_an_empty_part_is_nothing_in_the_sum(driver: ModuleType, people: pl.DataFrame) -> None:
    table = TORN.table(people)
    table.parts += [part.clear() for part in table.parts]

    assert driver.read(table).report(1).to_json() == samskab.read(people).report(1).to_json()


def test_small_batches_are_put_together_and_large_ones_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "AT_ONCE", 10)
    batch = pa.RecordBatch.from_pydict({"a": [1, 2, 3, 4]})

    assert [table.height for table in workers._chunks([batch] * 4)] == [10, 2, 4]


def test_workers_need_no_spark_of_their_own() -> None:
    program = "import sys, samskab_cli.spark.workers; print('pyspark' in sys.modules)"

    assert subprocess.check_output([sys.executable, "-c", program], encoding="utf-8") == "False\n"
