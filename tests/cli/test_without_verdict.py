"""A set without a verdict: every output leaves it out, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.cli.app import main

ITEMS = ("beslut", "andet", "gjort", "gaaet", "nye", "besked", "tid", "igen")
ROLES = ("byraad", "ledelse", "medarb", "medarb", "medarb", "borger", "borger", "forening", "forening", "anden")
SET = ("--questions", "opfoelgning")


@pytest.fixture
def answers(tmp_path: Path) -> str:
    """Ten people who were there; of outside everybody says that nobody was told."""
    path = tmp_path / "efter.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["respondent", "rolle", *ITEMS])
        for number, role in enumerate(ROLES):
            outside = role in {"borger", "forening", "anden"}
            table.writerow([number, role, 2, 2, 3, 3, 1 + number % 3, 1 if outside else 3, 2, 3])
    return str(path)


def printed(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    code = main([*argv, *SET, "-q"])
    out, err = capfd.readouterr()
    assert code == 0, err
    return out


def test_json_has_null_and_keeps_what_to_talk_about(capfd: pytest.CaptureFixture[str], answers: str) -> None:
    result: dict[str, Any] = json.loads(printed(capfd, "report", answers, "--format", "json"))
    assert result["verdict"] is None
    assert result["rules"]["cutoffs"] is None
    assert [dimension["level"] for dimension in result["dimensions"]] == [None]
    assert result["without_verdict"]["discuss_first"][0]["item"] == "besked"
    assert {one["item"] for one in result["without_verdict"]["moves_most"]} <= set(ITEMS)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_where_no_statement_is_reversed_nothing_is_said_of_reversed_ones(
    capfd: pytest.CaptureFixture[str], answers: str, tmp_path: Path, suffix: str, language: str
) -> None:
    many = tmp_path / "mange.csv"  # a study says what it takes a hundred for from thirty people on
    head, *rows = Path(answers).read_text(encoding="utf-8").splitlines()
    more = [f"{copy}{row}" for copy in range(1, 5) for row in rows]
    many.write_text("\n".join([head, *more]), encoding="utf-8", newline="\n")
    reversed_ = {"da": "vendt", "en": "revers"}[language]
    omega = {"da": "omega: Der er", "en": "omega: 40"}[language]
    for command in ("report", "study"):
        path = tmp_path / f"{command}.{suffix}"
        printed(capfd, command, str(many), "-o", str(path), "--lang", language)
        text = path.read_text(encoding="utf-8")
        assert reversed_ not in text
        assert (command == "study") == (omega in text)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_reports_have_figures_and_talk_and_no_level(
    capfd: pytest.CaptureFixture[str], answers: str, tmp_path: Path, suffix: str, language: str
) -> None:
    path = tmp_path / f"rapport.{suffix}"
    printed(capfd, "report", answers, "-o", str(path), "--lang", language)
    text = path.read_text(encoding="utf-8")
    heading = {"da": "Tal om det her først", "en": "Talk about this first"}[language]
    assert heading.casefold() in text.casefold()
    for word in ("Uafklaret", "Undecided", "forbered først", "Hvad det betyder", "What it means", "## \n"):
        assert word not in text


def test_the_rows_of_score_have_no_column_for_it(capfd: pytest.CaptureFixture[str], answers: str) -> None:
    for more in ((), ("--by", "role", "--min-group", "1")):
        heads = next(csv.reader(io.StringIO(printed(capfd, "score", answers, *more))))
        assert "fulgt" in heads
        assert "verdict" not in heads


def test_a_level_to_fail_below_is_wrong_usage(capfd: pytest.CaptureFixture[str], answers: str) -> None:
    assert main(["report", answers, *SET, "--fail-below", "attention"]) == 2
    assert "opfoelgning has no verdict" in capfd.readouterr().err


def test_compare_leaves_it_out(capfd: pytest.CaptureFixture[str], answers: str, tmp_path: Path) -> None:
    later = tmp_path / "senere.csv"
    later.write_text(Path(answers).read_text(encoding="utf-8").replace(",2,2,3", ",3,3,3"), encoding="utf-8")
    both = ("compare", answers, str(later))
    assert json.loads(printed(capfd, *both, "--format", "json"))["verdict"] is None
    assert "VURDERINGEN" not in printed(capfd, *both)


def test_explain_begins_with_the_mean_and_knows_no_verdict(capfd: pytest.CaptureFixture[str], answers: str) -> None:
    assert printed(capfd, "explain", answers).startswith("Sådan er det regnet ud: Gennemsnit")
    assert main(["explain", answers, "verdict", *SET, "-q"]) == 2


def test_questions_show_says_that_there_is_none(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "show", "opfoelgning"]) == 0
    assert "Ingen vurdering" in capfd.readouterr().out
