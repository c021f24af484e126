"""`samskab study`: the questions tested by the answers they got, as a script or somebody at a terminal does."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from samskab_cli.cli.app import main
from samskab_cli.cli.schemas import study_schema
from samskab_cli.errors import ExitCode
from samskab_cli.model.question_set import QuestionSet
from tests.study.people import Change, Crowd, cells_of, turned

SESSIONS = Path(__file__).parents[1] / "sessions"
Captured = pytest.CaptureFixture[str]


def write(path: Path, question_set: QuestionSet, crowd: Crowd, change: Change | None = None) -> str:
    """A file of answers with the column `kommune`."""
    rows = cells_of(question_set, crowd, 1, change)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["respondent", "kommune", *(item.id for item in question_set.items)])
        for person, row in enumerate(rows):
            table.writerow([person + 1, f"By {person % crowd.groups:02}", *row])
    return str(path)


@pytest.fixture
def bad(tmp_path: Path, readiness: QuestionSet) -> str:
    return write(tmp_path / "bad.csv", readiness, Crowd(150, groups=15), turned(readiness, "hurtigt"))


@pytest.fixture
def good(tmp_path: Path, readiness: QuestionSet) -> str:
    return write(tmp_path / "good.csv", readiness, Crowd(150, groups=15, between=1.0))


@pytest.fixture
def agreed(tmp_path: Path, readiness: QuestionSet) -> str:
    """Of people who agree it can't be told whether statements fit together: no fault."""
    return write(tmp_path / "agreed.csv", readiness, Crowd(60, inside=0.15))


def study(capfd: Captured, *argv: str) -> dict[str, Any]:
    assert main(["study", "--format", "json", *argv]) == ExitCode.DONE
    data: dict[str, Any] = json.loads(capfd.readouterr().out)
    return data


@pytest.mark.parametrize("by", [[], ["--by", "kommune"], ["--by", "role"]])
def test_its_json_keeps_the_published_schema(capfd: Captured, bad: str, by: list[str]) -> None:
    data = study(capfd, bad, *by)

    assert data["schema"] == "samskab.study/1"
    jsonschema.validate(data, study_schema())
    first = data["findings"][0]
    assert (first["kind"], first["rank"], first["items"]) == ("opposite", 1, ["hurtigt"])


def test_what_is_surely_wrong_is_said_at_once_wherever_answers_are_read(capfd: Captured, bad: str) -> None:
    for command in ("preview", "report", "score", "study"):
        assert main([command, bad]) == ExitCode.DONE
        said = "".join(capfd.readouterr())
        assert "against" in said, command
        assert "hurtigt" in said, command


@pytest.mark.parametrize(
    ("file", "argv", "code"),
    [
        ("agreed", ["--fail-on", "any"], ExitCode.DONE),
        ("bad", [], ExitCode.DONE),
        ("bad", ["--fail-on", "serious"], ExitCode.BELOW_LEVEL),
        ("bad", ["--fail-on", "any"], ExitCode.BELOW_LEVEL),
        ("good", ["--fail-on", "serious"], ExitCode.DONE),
        ("good", ["--fail-on", "any"], ExitCode.DONE),
        ("good", ["--fail-on", "all"], ExitCode.USAGE),
        ("good", ["--by", "kommune,role"], ExitCode.USAGE),
        ("good", ["--by", " "], ExitCode.USAGE),
        ("good", ["--by", "amt"], ExitCode.REFUSED),
    ],
)
def test_scripts_are_told_by_the_exit_code(
    request: pytest.FixtureRequest, capfd: Captured, file: str, argv: list[str], code: ExitCode
) -> None:
    assert main(["study", request.getfixturevalue(file), *argv]) == code
    out, err = capfd.readouterr()
    if code is ExitCode.BELOW_LEVEL:
        assert out.startswith("Virker spørgsmålene?"), "it is written all the same"
        assert err.splitlines()[-1] == f"1 finding that --fail-on {argv[1]} asks for"


@pytest.mark.parametrize("name", ["consensus", "torn"])
def test_what_a_room_agreed_on_is_no_persons_answers(capfd: Captured, tmp_path: Path, name: str) -> None:
    out = tmp_path / "study.html"
    assert main(["study", str(SESSIONS / f"{name}.samskab.jsonl"), "-o", str(out)]) == ExitCode.REFUSED
    assert "one answer that a room agreed on says nothing of the questions" in capfd.readouterr().err
    assert not out.exists()


def test_counted_votes_are_refused_and_people_one_by_one_are_studied(capfd: Captured) -> None:
    assert main(["study", str(SESSIONS / "votes.samskab.jsonl")]) == ExitCode.REFUSED
    assert "nobody's answers belong together" in capfd.readouterr().err
    data = study(capfd, str(SESSIONS / "individual.samskab.jsonl"))
    assert data["mode"] == "individual"
    assert "few_people" in {one["reason"] for one in data["not_looked_at"]}


def test_a_workbook_has_the_figures_as_numbers(good: str, tmp_path: Path) -> None:
    assert main(["study", good, "--by", "kommune", "-o", str(tmp_path / "x.xlsx")]) == ExitCode.DONE

    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    rows = list(book["Dimensioner"].iter_rows(values_only=True))
    omega = rows[0].index("omega")
    assert [row[0] for row in rows[1:]] == ["Egnethed", "Forventninger", "Åbenhed", "Ressourcer", "Tid og læring"]
    assert all(isinstance(row[omega], float) for row in rows[1:])


def test_every_page_says_that_a_low_alpha_is_no_reason_to_delete(good: str, tmp_path: Path) -> None:
    for suffix in (".html", ".md", ".txt"):
        path = tmp_path / f"x{suffix}"
        assert main(["study", good, "-o", str(path)]) == ExitCode.DONE
        text = " ".join(path.read_text(encoding="utf-8").split())
        assert "En lav alfa alene er derfor ingen grund til at slette et udsagn." in text


def test_groups_below_the_smallest_that_is_shown_are_withheld(capfd: Captured, good: str) -> None:
    data = study(capfd, good, "--by", "kommune", "--min-group", "11")
    assert data["groups"] == {"column": "kommune", "shown": 0, "withheld": 15, "people": 0}


def test_in_english(capfd: Captured, good: str) -> None:
    assert main(["study", good, "--lang", "en"]) == ExitCode.DONE
    assert capfd.readouterr().out.startswith("Do the questions work? ")
