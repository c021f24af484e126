"""Answers to an earlier version of the bundled set: they give what they gave, whatever is asked today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.cli.app import main

TESTS = Path(__file__).parents[1]
SESSIONS = sorted((TESTS / "sessions").glob("*.jsonl"))
EXPORTS = sorted((TESTS / "cases").glob("*_codes.csv"))
FROZEN = str(TESTS / "question_sets" / "frozen" / "readiness-1.0.0")
"""What was asked, beside the program: nobody who changes a bundled set changes this one."""


def result(capfd: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    assert main(["report", *argv, "--format", "json", "-q"]) == 0, capfd.readouterr().err
    shown: dict[str, Any] = json.loads(capfd.readouterr().out)
    del shown["question_set"]
    return shown


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: path.stem)
def test_a_session_is_scored_by_the_version_it_was_begun_with(capfd: pytest.CaptureFixture[str], session: Path) -> None:
    assert result(capfd, str(session)) == result(capfd, str(session), "--questions", FROZEN)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.stem)
def test_an_export_is_scored_by_the_version_that_is_named(capfd: pytest.CaptureFixture[str], export: Path) -> None:
    named = result(capfd, str(export), "--questions", "readiness@1.1.0")
    assert named == result(capfd, str(export), "--questions", FROZEN)


def test_an_export_without_the_new_columns_is_refused_with_the_version_it_belongs_to(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["report", str(EXPORTS[0])]) == 3
    err = capfd.readouterr().err
    assert "--questions readiness@1.1.0 reads it" in err
    assert "--allow-missing" not in err


def test_the_short_version_of_before_is_known_too(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = [line.split(",") for line in EXPORTS[0].read_text(encoding="utf-8").splitlines()]
    quick = ["aktie", "flere", "muligt", "politik", "loefte", "slip", "tryg", "bidrag", "opbak", "timer", "dilemma"]
    kept = [at for at, name in enumerate(rows[0]) if name in {"respondent", "role", "rolle", *quick}]
    path = tmp_path / "kort.csv"
    path.write_text("".join(f"{','.join(row[at] for at in kept)}\n" for row in rows), encoding="utf-8")
    assert main(["report", str(path), "--quick"]) == 3
    assert "--questions readiness@1.1.0 --quick reads it" in capfd.readouterr().err
