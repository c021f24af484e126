"""The options of reading, as every command that reads answers has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.pinned import main

EXPORTS: Final = Path(__file__).parents[1] / "exports"
SURVEYXACT: Final = EXPORTS / "surveyxact"
CODES: Final = SURVEYXACT / "dataset_1640123_utf16.csv"
LIMESURVEY: Final = str(EXPORTS / "limesurvey" / "results-survey412874.csv")

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "koder.csv").write_bytes(CODES.read_bytes())


def result_of(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert main(["report", *arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_unfinished_rows_are_counted_in_the_result_and_left_out_when_asked(capsys: Captured) -> None:
    every, complete = result_of(capsys, LIMESURVEY), result_of(capsys, LIMESURVEY, "--complete-only")

    assert (every["answers"]["respondents"], every["answers"]["incomplete"]) == (14, 1)
    assert (complete["answers"]["respondents"], complete["answers"]["incomplete"]) == (13, 0)


def test_invitations_nobody_answered_are_unanswered(capsys: Captured) -> None:
    answers = result_of(capsys, str(CODES))["answers"]

    assert (answers["respondents"], answers["unanswered"], answers["incomplete"]) == (12, 5, 0)


@pytest.mark.parametrize("command", ["report", "score"])
def test_labels_and_structure_can_be_named(capsys: Captured, command: str) -> None:
    assert main([command, "koder.csv"]) == 3
    assert "a mapping file (--map) says what it means" in capsys.readouterr().err

    files = ["--labels", str(SURVEYXACT / "labels_1640123_utf16.csv")]
    assert main([command, "koder.csv", *files]) == 0
    by_labels = capsys.readouterr().out
    assert main([command, str(CODES), "--structure", str(SURVEYXACT / "structure_1640123_utf16.csv")]) == 0
    assert capsys.readouterr().out == by_labels


@pytest.mark.parametrize("option", ["--map", "--labels", "--structure"])
def test_a_file_that_is_not_there_is_named(capsys: Captured, option: str) -> None:
    assert main(["report", "koder.csv", option, "none.yaml"]) == 3

    assert "none.yaml: no such file" in capsys.readouterr().err


def test_a_fault_in_the_mapping_file_is_said_before_anything_else(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("item: {}\n", encoding="utf-8")

    assert main(["score", "koder.csv", "--map", "map.yaml", "-o", "x.csv"]) == 3

    assert capsys.readouterr().err == "map.yaml:1:1: unknown key 'item' (did you mean 'items'?)\n"
    assert not (tmp_path / "x.csv").exists()
